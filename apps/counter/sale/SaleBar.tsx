import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { time } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { DiscountSheet } from './DiscountSheet.tsx'
import { useDiscountWords } from './discountWords.ts'
import { OfferSheet } from './OfferSheet.tsx'
import { useOfferWords } from './offerWords.ts'
import { useSale } from './sale.tsx'
import type { Parked } from './shapes.ts'

/** Put aside and taken up again; discounts and coupons; eaten here or taken away, where both are done. Its place never changes. */
export function SaleBar() {
  const w = useWords()
  const { place, terms } = useTill()
  const { lines, parked, park, resume, eat_in, setEatIn } = useSale()
  const d = useDiscountWords()
  const [open, setOpen] = useState(false)
  const o = useOfferWords()
  const [discounting, setDiscounting] = useState(false)
  const [offering, setOffering] = useState(false)
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-1 px-3">
      <Button look="quiet" className="!px-2" isDisabled={lines.length === 0} onPress={park}>
        {w.park}
      </Button>
      <Button
        look="quiet"
        className="!px-2"
        isDisabled={lines.length === 0 || !terms.settings.discounts?.reasons.length}
        onPress={() => setDiscounting(true)}
      >
        {d.discount}
      </Button>
      <Button look="quiet" className="!px-2" onPress={() => setOffering(true)}>
        {o.coupon}
      </Button>
      {parked.length > 0 && (
        <Button look="quiet" icon="clock" className="!px-2 !text-wood" onPress={() => setOpen(true)}>
          {w.parked(String(parked.length))}
        </Button>
      )}
      {place.offers_order_ahead && (
        <Button
          look={eat_in ? 'selected' : 'outline'}
          className="ml-auto"
          aria-pressed={eat_in}
          onPress={() => setEatIn(!eat_in)}
        >
          {eat_in ? w.eatIn : w.takeAway}
        </Button>
      )}
      <OfferSheet open={offering} onClose={() => setOffering(false)} />
      <DiscountSheet open={discounting} onClose={() => setDiscounting(false)} />
      <Sheet title={w.parkedTitle} open={open} onClose={() => setOpen(false)} side="centre">
        <ul className="grid gap-2">
          {parked.map((sale) => (
            <li key={sale.id}>
              <ParkedSale
                sale={sale}
                onPress={() => {
                  resume(sale.id)
                  setOpen(false)
                }}
              />
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}

function ParkedSale({ sale, onPress }: { sale: Parked; onPress: () => void }) {
  const w = useWords()
  const name = useName()
  const pieces = sale.lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <Button look="outline" size="till" className="w-full !justify-between gap-4 !text-16" onPress={onPress}>
      <span className="figures">{time(sale.at)}</span>
      <span className="grow truncate text-left font-normal text-ink">
        {sale.member?.name ? w.named(sale.member.name) : sale.lines.map((line) => name(line.good)).join('・')}
      </span>
      <span className="figures">{w.items(String(pieces))}</span>
    </Button>
  )
}

import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { chime } from '../../kit/scan.ts'
import type { OrderSent, SoldCard } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { CashSheet } from '../sale/CashSheet.tsx'
import { TerminalSheet } from '../sale/TerminalSheet.tsx'
import { useTill } from '../till.ts'
import { PrintedCard } from './PrintedCard.tsx'
import { useCardWords } from './words.ts'

const VALUES = [1000, 3000, 5000, 10_000]
type Paid = NonNullable<OrderSent['payments']>[number]

/** Sell a card: a value, the money, and the number to print. */
export function Sell() {
  const w = useCardWords()
  const text = useText()
  const { place } = useTill()
  const [value_yen, setValue] = useState(3000)
  const [asking, setAsking] = useState<'value' | 'terminal' | null>(null)
  const [issued, setIssued] = useState<{ order_id: string; card: SoldCard } | null>(null)
  const sell = useAct(async (key, payment: Paid) => {
    const body: OrderSent = {
      way: 'gift_card',
      place_id: place.place_id,
      gift_cards: [{ value_yen }],
      payments: [payment],
    }
    const { order_id } = await take(api.POST('/v1/orders', { body, ...keyed(key) }))
    const params = { path: { order_id } }
    const { items } = await take(api.GET('/v1/orders/{order_id}/gift-cards', { params }))
    chime('good')
    if (items[0]) setIssued({ order_id, card: items[0] })
  })
  if (issued)
    return (
      <section className="grid content-start gap-4 rounded-12 border border-line bg-surface p-5">
        <p role="status" className="ui text-18 font-bold text-green">
          {w.sold(yen(issued.card.value_yen))}
        </p>
        <p className="text-14 text-ink-2">{w.soldText}</p>
        <PrintedCard card={issued.card} />
        <div className="grid grid-cols-2 gap-2.5">
          <Button size="till" icon="receipt" onPress={() => window.print()}>
            {w.print}
          </Button>
          <Link to={`/receipts/${issued.order_id}`} className={buttonClass('outline', 'till')}>
            {w.receipt}
          </Link>
          <Button look="outline" className="col-span-full" onPress={() => setIssued(null)}>
            {w.another}
          </Button>
        </div>
      </section>
    )
  return (
    <section className="grid content-start gap-4 rounded-12 border border-line bg-surface p-5">
      <h2 className="text-18">{w.sell}</h2>
      <p className="text-14 text-ink-2">{w.sellText}</p>
      <div className="grid grid-cols-2 gap-2.5">
        {VALUES.map((value) => (
          <Button
            key={value}
            size="till"
            look={value === value_yen ? 'selected' : 'outline'}
            onPress={() => setValue(value)}
          >
            {yen(value)}
          </Button>
        ))}
        <Button
          look={VALUES.includes(value_yen) ? 'outline' : 'selected'}
          icon="keypad"
          className="col-span-full"
          onPress={() => setAsking('value')}
        >
          {VALUES.includes(value_yen) ? w.otherValue : yen(value_yen)}
        </Button>
      </div>
      {sell.refused && <Notice tone="refused">{text(sell.refused.text)}</Notice>}
      <p className="ui flex items-baseline justify-between">
        <span className="text-14">{w.sellFor(yen(value_yen))}</span>
      </p>
      <div className="grid grid-cols-1 tablet:grid-cols-2 gap-2.5">
        <Button size="till" isDisabled={sell.busy} onPress={() => void sell.run({ method: 'cash' })}>
          {w.cash}
        </Button>
        <Button size="till" look="outline" isDisabled={sell.busy} onPress={() => setAsking('terminal')}>
          {w.terminal}
        </Button>
      </div>
      <CashSheet title={w.otherValue} open={asking === 'value'} onClose={() => setAsking(null)} onAmount={setValue} />
      <TerminalSheet
        open={asking === 'terminal'}
        due_yen={value_yen}
        onClose={() => setAsking(null)}
        onPaid={({ slip }) => void sell.run({ method: 'terminal', slip })}
      />
    </section>
  )
}

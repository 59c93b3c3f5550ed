import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { chime } from '../../kit/scan.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useStaff } from '../staff.ts'
import { useWords } from '../words.ts'
import { CashSheet } from './CashSheet.tsx'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'

type Method = 'cash' | 'card' | 'points'
type Tender = {
  method: Method
  setMethod: (method: Method) => void
  tendered_yen: number | null
  setTendered: (yen: number | null) => void
}

/** How this customer pays; cash remembers what was handed over. */
export function useTender(): Tender {
  const [method, setMethod] = useState<Method>('cash')
  const [tendered, setTendered] = useState<number | null>(null)
  const { lines } = useSale()
  return { method, setMethod, tendered_yen: method === 'cash' && lines.length > 0 ? tendered : null, setTendered }
}

/** Tender, amounts within reach, and 会計する at the right thumb. */
export function Pay({ tender }: { tender: Tender }) {
  const w = useWords()
  const text = useText()
  const navigate = useNavigate()
  const staff = useStaff()
  const { lines, member, cart_id, finish } = useSale()
  const { total_yen } = useSums()
  const [asking, setAsking] = useState(false)
  const { method, tendered_yen } = tender
  const pay = useAct(async (key) => {
    const header = { 'Idempotency-Key': key }
    const order = await take(
      api.POST('/v1/orders', {
        params: { header },
        body: {
          cart_id,
          lines: lines.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
          way: 'carry',
          place_id: staff.place_id,
          payment: method,
          points_used: method === 'points' ? total_yen : 0,
          tendered_yen: method === 'cash' ? tendered_yen : null,
          customer_id: member?.customer_id ?? null,
          expected_total_yen: total_yen,
        },
      }),
    )
    chime('good')
    finish(order, tendered_yen)
    tender.setTendered(null)
    tender.setMethod('cash')
    await navigate(`/receipts/${order.order_id}`)
  })
  const enough = method !== 'cash' || (tendered_yen !== null && tendered_yen >= total_yen)
  const pointsWhyNot = !member ? w.needMember : member.points < total_yen ? w.notEnoughPoints : null
  return (
    <div className="grid gap-2.5">
      {pay.refused && <Notice tone="refused">{text(pay.refused.text)}</Notice>}
      <div className="grid grid-cols-3 gap-2.5">
        <MethodButton icon="register" name={w.cash} on={method === 'cash'} onPress={() => tender.setMethod('cash')} />
        <MethodButton icon="wallet" name={w.card} on={method === 'card'} onPress={() => tender.setMethod('card')} />
        <MethodButton
          icon="stamp"
          name={w.points}
          on={method === 'points'}
          whyNot={pointsWhyNot}
          onPress={() => tender.setMethod('points')}
        />
      </div>
      <div className="grid h-18 grid-cols-[1fr_1fr_1fr_4.5rem_1.35fr] gap-2.5">
        {amountsFor(total_yen).map((amount, at) => (
          <Button
            key={`${at + 1}`}
            look={tendered_yen !== null && tendered_yen === amount ? 'selected' : 'outline'}
            className="!text-18 !text-ink"
            isDisabled={method !== 'cash' || lines.length === 0}
            onPress={() => tender.setTendered(amount)}
          >
            {at === 0 ? w.exact : yen(amount)}
          </Button>
        ))}
        <Button
          look="outline"
          icon="keypad"
          aria-label={w.other_yen}
          className="!px-0"
          isDisabled={method !== 'cash' || lines.length === 0}
          onPress={() => setAsking(true)}
        />
        <Button className="!text-22" isDisabled={lines.length === 0 || !enough || pay.busy} onPress={() => pay.run()}>
          {pay.busy ? w.paying : w.pay}
        </Button>
      </div>
      <CashSheet open={asking} onClose={() => setAsking(false)} onAmount={tender.setTendered} />
    </div>
  )
}

/** The exact sum and the two notes a customer is likely to hold out. */
function amountsFor(total_yen: number): number[] {
  const up = (note: number) => (Math.floor(total_yen / note) + 1) * note
  const likely = [...new Set([up(1000), up(5000), up(10_000)])].filter((amount) => amount > total_yen)
  const second = likely[1] ?? (likely[0] ?? 0) + 10_000
  return [total_yen, likely[0] ?? 1000, second]
}

type MethodProps = { icon: Glyph; name: string; on: boolean; whyNot?: string | null; onPress: () => void }

function MethodButton({ icon, name, on, whyNot = null, onPress }: MethodProps) {
  const look = whyNot
    ? 'border border-line bg-sunk text-ink-2'
    : on
      ? 'border-2 border-indigo bg-indigo-tint text-indigo'
      : 'border border-control bg-surface text-ink hover:bg-sunk'
  return (
    <Pressable
      isDisabled={Boolean(whyNot)}
      aria-pressed={on}
      onPress={onPress}
      className={`ui grid h-14 content-center justify-items-center rounded-6 ${look}`}
    >
      <b className="flex items-center gap-2 text-16">
        {!whyNot && <Icon name={icon} size={22} />}
        {name}
      </b>
      {whyNot && <span className="text-12">{whyNot}</span>}
    </Pressable>
  )
}

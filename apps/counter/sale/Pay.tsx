import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { refusalOf } from '../../kit/problem.ts'
import { chime } from '../../kit/scan.ts'
import type { OrderSent } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api, queries } from '../api.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { CashSheet } from './CashSheet.tsx'
import { MethodButton } from './MethodButton.tsx'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'
import type { Tender } from './tender.ts'

const TERMINAL = 'tok_till_terminal'

/** Tender, amounts within reach, and 会計する at the right thumb. */
export function Pay({ tender }: { tender: Tender }) {
  const w = useWords()
  const { lines, member, setWithPoints } = useSale()
  const [asking, setAsking] = useState(false)
  const pay = usePay(tender)
  const { method, tendered_yen, to_pay_yen, points, points_used } = tender
  const cash = method === 'cash' && lines.length > 0 && to_pay_yen > 0
  const whyNot = !member ? w.needMember : !member.scan_id ? w.needQr : points === 0 ? w.noPoints : null
  return (
    <div className="grid gap-2.5">
      {pay.problem && <Notice tone="refused">{pay.problem}</Notice>}
      <div className="grid grid-cols-3 gap-2.5">
        <MethodButton icon="register" name={w.cash} on={method === 'cash'} onPress={() => tender.setMethod('cash')} />
        <MethodButton icon="wallet" name={w.card} on={method === 'card'} onPress={() => tender.setMethod('card')} />
        <MethodButton
          icon="stamp"
          name={points_used > 0 ? w.usingPoints(figure(points_used)) : w.usePoints}
          on={points_used > 0}
          whyNot={whyNot}
          onPress={() => setWithPoints(points_used === 0)}
        />
      </div>
      <div className="grid h-18 grid-cols-[1fr_1fr_1fr_4.5rem_1.35fr] gap-2.5">
        {amountsFor(to_pay_yen).map(({ id, amount, exact }) => (
          <Button
            key={id}
            look={cash && tendered_yen === amount ? 'selected' : 'outline'}
            className="!text-18"
            isDisabled={!cash}
            onPress={() => tender.setTendered(amount)}
          >
            {exact ? w.exact : yen(amount)}
          </Button>
        ))}
        <Button
          look="outline"
          icon="keypad"
          aria-label={w.other_yen}
          className="!px-0"
          isDisabled={!cash}
          onPress={() => setAsking(true)}
        />
        <Button className="!text-22" isDisabled={lines.length === 0 || !tender.enough || pay.busy} onPress={pay.run}>
          {pay.busy ? w.paying : w.pay}
        </Button>
      </div>
      <CashSheet open={asking} onClose={() => setAsking(false)} onAmount={tender.setTendered} />
    </div>
  )
}

function usePay(tender: Tender) {
  const text = useText()
  const navigate = useNavigate()
  const { place } = useTill()
  const { lines, member, from_cart, finish } = useSale()
  const { total_yen, error } = useSums()
  const act = useAct(async (key) => {
    const { method, tendered_yen, to_pay_yen, points_used } = tender
    const body: OrderSent = {
      way: 'carry',
      place_id: place.place_id,
      lines: lines.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
      expected_total_yen: total_yen,
      points_used,
      ...(member ? { profile_id: member.profile_id } : {}),
      ...(member?.scan_id && points_used > 0 ? { scan_id: member.scan_id } : {}),
      ...(from_cart ? { cart: true } : {}),
      payments:
        to_pay_yen === 0
          ? []
          : method === 'cash'
            ? [{ method, tendered_yen: tendered_yen ?? to_pay_yen }]
            : [{ method, token: TERMINAL }],
    }
    try {
      const order = await take(api.POST('/v1/orders', { body, ...keyed(key) }))
      chime('good')
      finish(order)
      tender.reset()
      void queries.invalidateQueries({ queryKey: ['points'] })
      void queries.invalidateQueries({ queryKey: ['goods'] })
      await navigate(`/receipts/${order.order_id}`)
    } catch (thrown) {
      chime('bad')
      throw thrown
    }
  })
  const refused = act.refused ?? (error ? refusalOf(error) : null)
  return {
    run: () => void act.run(),
    busy: act.busy,
    problem: refused ? text(refused.text) : null,
  }
}

/** The exact sum and the two notes a customer is likely to hold out. */
function amountsFor(to_pay_yen: number) {
  const up = (note: number) => (Math.floor(to_pay_yen / note) + 1) * note
  const [first = 1000, second = first + 10_000] = [...new Set([up(1000), up(5000), up(10_000)])]
  return [
    { id: 'exact', amount: to_pay_yen, exact: true },
    { id: 'first', amount: first, exact: false },
    { id: 'second', amount: second, exact: false },
  ]
}

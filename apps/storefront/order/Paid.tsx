import { yen } from '../../kit/format.ts'
import type { Order } from '../../kit/shapes.ts'
import { useOrderPageWords } from './orderWords.ts'

/** How it was paid, to the yen. */
export function Paid({ order }: { order: Order }) {
  const w = useOrderPageWords()
  const names: Record<string, string> = {
    card: w.payCard,
    cash: w.payCash,
    points: w.pointsUsed,
    pay_in_shop: w.payShop,
    terminal: w.payTerminal,
    gift_card: w.payGift,
  }
  return (
    <dl className="figures grid grid-cols-[1fr_auto] gap-y-1 border-t border-line pt-3 text-14">
      <dt className="font-bold">{w.total}</dt>
      <dd className="text-right text-18 font-bold">{yen(order.total_yen)}</dd>
      {order.payments.map((payment) => (
        <div key={payment.payment_id ?? payment.method} className="contents">
          <dt className="text-ink-2">
            {names[payment.method] ?? payment.method}
            {payment.last_four && <span className="figures"> …{payment.last_four}</span>}
            {payment.state === 'due' && order.state !== 'cancelled' && (
              <span className="block text-12 text-amber">{w.due}</span>
            )}
          </dt>
          <dd className="text-right">{yen(payment.amount_yen)}</dd>
        </div>
      ))}
    </dl>
  )
}

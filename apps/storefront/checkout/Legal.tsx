import { figure, yen } from '../../kit/format.ts'
import type { Quote } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { useWords } from '../words.ts'

/** The six items of 特定商取引法 12条の6, in one view directly above the button. */
export function Legal({ legal }: { legal: Quote['legal'] }) {
  const w = useWords()
  const text = useText()
  const rows = [
    ['quantity', w.legalQuantity, figure(legal.quantity)],
    ['total', w.legalTotal, yen(legal.total_yen)],
    ['payment', w.legalPayment, text(legal.payment)],
    ['delivery', w.legalDelivery, text(legal.delivery)],
    ['period', w.legalPeriod, text(legal.period)],
    ['returns', w.legalReturns, text(legal.returns)],
  ] as const
  return (
    <section className="rounded-12 border border-line bg-surface p-4">
      <h2 className="mb-2 text-14">{w.legalTitle}</h2>
      <dl className="grid gap-2 text-14">
        {rows.map(([key, name, value]) => (
          <div key={key} data-legal={key} className="grid grid-cols-[8.5rem_1fr] gap-3">
            <dt className="ui text-ink-2">{name}</dt>
            <dd className="ui figures">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

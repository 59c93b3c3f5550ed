import { figure, fullDay, time, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Mark } from '../../kit/Mark.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useStaff } from '../staff.ts'
import { useWords } from '../words.ts'

/** A receipt on white paper: lines with ※, the total, tax once per rate, how it was paid, what it earned. */
export function Receipt({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const lang = useLang()
  const staff = useStaff()
  const methods: Record<string, string> = { cash: w.cash, card: w.card, points: w.points }
  const { totals, payment } = order
  return (
    <div className="mx-auto grid w-full max-w-[26rem] content-start gap-4">
      <p role="status" className="ui flex items-center gap-3 text-22 font-bold text-green">
        <Icon name="check" size={28} />
        {w.received}
      </p>
      <article
        data-theme="light"
        data-print
        className="figures grid gap-3 rounded-6 border border-line bg-white p-6 text-14 text-ink shadow-lift"
      >
        <header className="grid justify-items-center gap-1 text-center">
          <Mark size={36} />
          <b className="text-16">{order.place_name ? text(order.place_name) : ''}</b>
          <span className="text-12 text-ink-2">
            {fullDay(order.placed_at, lang)} {time(order.placed_at)}　{staff.name}
          </span>
          <span className="text-12 text-ink-2">{w.receiptNumber(order.number)}</span>
        </header>
        <ul className="grid gap-2 border-y border-dashed border-control py-3">
          {order.lines.map((line) => (
            <li key={line.line_id} className="ui grid grid-cols-[1fr_auto] gap-x-4">
              <span>
                {text(line.name)}
                {line.reduced && ' ※'}
              </span>
              <span>{yen(line.amount_yen)}</span>
              {line.quantity > 1 && (
                <span className="text-12 text-ink-2">
                  {yen(line.unit_price_yen)} × {line.quantity}
                </span>
              )}
            </li>
          ))}
        </ul>
        <p className="flex items-baseline justify-between">
          <b className="text-16">{w.total}</b>
          <b className="text-28">{yen(totals.total_yen)}</b>
        </p>
        <ul className="ui grid gap-1 text-12 text-ink-2">
          {totals.taxes.map((tax) => (
            <li key={tax.rate_percent} className="text-right">
              {w.taxOf(`${tax.reduced ? '※' : ''}${tax.rate_percent}`, yen(tax.taxable_yen), yen(tax.tax_yen))}
            </li>
          ))}
        </ul>
        <dl className="ui grid grid-cols-[1fr_auto] gap-1 border-t border-dashed border-control pt-3">
          <dt>{methods[payment.method] ?? payment.method}</dt>
          <dd>{yen(payment.paid_yen)}</dd>
          {payment.points_used > 0 && (
            <>
              <dt>{w.points}</dt>
              <dd className="text-right">{figure(payment.points_used)}</dd>
            </>
          )}
        </dl>
        {order.points_earned > 0 && <b className="text-center text-wood">{w.earnedNow(figure(order.points_earned))}</b>}
        {totals.taxes.some((tax) => tax.reduced) && <p className="text-12 text-ink-3">{w.reducedNote}</p>}
      </article>
    </div>
  )
}

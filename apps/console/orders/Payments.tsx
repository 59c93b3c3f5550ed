import { fullDay, time, yen } from '../../kit/format.ts'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { methodName, spoken, useOrderWords } from './words.ts'

/** How it was paid and where the money stands; what was promised of when and where. */
export function Payments({ order }: { order: Order }) {
  const w = useOrderWords()
  const lang = useLang()
  const { promise } = order
  const at = (iso: string) => `${fullDay(iso, lang)} ${time(iso)}`
  const promised = promise
    ? [
        promise.ready_from && w.readyFrom(at(promise.ready_from)),
        promise.keep_until && w.keepUntil(at(promise.keep_until)),
        promise.delivery_date && w.deliveryOn(fullDay(`${promise.delivery_date}T00:00:00+09:00`, lang)),
        promise.call_number !== null && w.callNumber(String(promise.call_number)),
      ].filter((told): told is string => Boolean(told))
    : []
  return (
    <>
      <section>
        <h2 className="mb-2 text-14 text-ink-2">{w.payments}</h2>
        <ul className="divide-y divide-line border-y border-line">
          {order.payments.map((payment, at) => (
            <li key={payment.payment_id ?? at} className="ui figures grid grid-cols-[1fr_auto] gap-x-3 py-2 text-14">
              <b>{methodName(w, payment.method)}</b>
              <b className="text-right">{yen(payment.amount_yen)}</b>
              <span className="text-12 text-ink-2">{spoken(w, payment.state)}</span>
              {(payment.refunded_yen ?? 0) > 0 && (
                <span className="text-right text-12 text-vermilion">
                  {w.refundedOf(yen(payment.refunded_yen ?? 0))}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      {promised.length > 0 && (
        <section>
          <h2 className="mb-2 text-14 text-ink-2">{w.promise}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {promised.map((told) => (
              <li key={told} className="ui figures py-2 text-14">
                {told}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

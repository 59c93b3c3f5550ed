import { useEffect, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Qr } from '../../kit/Code.tsx'
import { keyed, take } from '../../kit/client.ts'
import { day as dayOf, figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Select } from '../../kit/Select.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import type { Order, ReturnQuote } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useOrderPageWords } from './orderWords.ts'

const reasons = ['size', 'changed_mind', 'defective', 'wrong_item', 'gift', 'other'] as const
type Reason = (typeof reasons)[number]

/** What a return would give back, to the yen and the point, and the QR that any till reads to take it. */
export function ReturnSheet({ order, open, onClose }: { order: Order; open: boolean; onClose: () => void }) {
  const w = useOrderPageWords()
  const text = useText()
  const lang = useLang()
  const [reason, setReason] = useState<Reason>('size')
  const [counts, setCounts] = useState<Record<number, number>>({})
  const [quote, setQuote] = useState<ReturnQuote | null>(null)
  const goods = order.lines.filter((line) => line.variant_id !== null || order.way === 'gift_card')
  const lines = goods.flatMap(({ line_no }) => {
    const quantity = counts[line_no] ?? (goods.length === 1 ? 1 : 0)
    return quantity > 0 ? [{ line_no, quantity }] : []
  })
  const asked = JSON.stringify([lines, reason])
  const ask = useAct(async (key) => {
    if (lines.length === 0) return setQuote(null)
    const params = { path: { order_id: order.order_id } }
    setQuote(
      await take(api.POST('/v1/orders/{order_id}/returns/quotes', { params, body: { lines, reason }, ...keyed(key) })),
    )
  })
  const { run } = ask
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is told as one string
  useEffect(() => void (open && run()), [open, run, asked])
  const against = quote?.hindrances.map(({ code }) => (code === 'too_late' ? w.tooLate : w.notReturnable)) ?? []
  return (
    <Sheet title={w.backTitle} open={open} onClose={onClose}>
      <div className="grid gap-4">
        <p className="text-14 text-ink-2">{w.backText}</p>
        <Select
          label={w.backReason}
          value={reason}
          onChange={(picked) => setReason(picked as Reason)}
          options={reasons.map((value) => ({ value, name: w[value] }))}
        />
        <ul className="divide-y divide-line border-y border-line">
          {goods.map((line) => (
            <li key={line.line_no} className="flex items-center gap-3 py-2">
              <span className="ui grow text-14">{line.name}</span>
              <Stepper
                value={lines.find((each) => each.line_no === line.line_no)?.quantity ?? 0}
                max={line.quantity}
                onChange={(quantity) => setCounts((before) => ({ ...before, [line.line_no]: quantity }))}
              />
            </li>
          ))}
        </ul>
        {ask.refused && <Notice tone="refused">{text(ask.refused.text)}</Notice>}
        {quote && lines.length > 0 && (
          <>
            <dl className="figures grid grid-cols-[1fr_auto] items-baseline text-14">
              <dt className="font-bold">{w.backMoney}</dt>
              <dd className="text-22 font-bold">{yen(quote.refund_yen)}</dd>
            </dl>
            <ul className="figures grid gap-1 text-12 text-ink-2">
              {quote.points_back > 0 && <li>{w.backPoints(figure(quote.points_back))}</li>}
              {quote.points_taken > 0 && <li>{w.takenPoints(figure(quote.points_taken))}</li>}
              {quote.return_by && <li>{w.backUntil(dayOf(`${quote.return_by}T03:00:00Z`, lang))}</li>}
            </ul>
            {[...new Set(against)].map((words) => (
              <Notice key={words} tone="warning">
                {words}
              </Notice>
            ))}
          </>
        )}
        <div
          data-theme="light"
          className="grid justify-items-center gap-1 rounded-12 border border-line bg-white p-4 text-ink"
        >
          <Qr text={order.number} size={140} label={w.showAtTill} />
          <b className="figures text-16">{order.number}</b>
          <p className="text-12 text-ink-2">{w.showAtTill}</p>
        </div>
      </div>
    </Sheet>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import { chime } from '../../kit/scan.ts'
import type { Returnable, Returned, ReturnQuote } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { type Approver, ManagerFields, nobody } from '../ManagerFields.tsx'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { type Back, linesOf, REASONS, type Reason } from './shapes.ts'

/** What comes back and why; what that gives to the yen; and what only a manager may allow. */
export function ReturnSheet({ order, onDone }: { order: Returnable; onDone: () => void }) {
  const w = useWords()
  const text = useText()
  const { place, staff } = useTill()
  const [back, setBack] = useState<Back>({})
  const [reason, setReason] = useState<Reason>('changed_mind')
  const [approver, setApprover] = useState<Approver>(nobody)
  const [done, setDone] = useState<Returned | null>(null)
  const params = { path: { order_id: order.order_id } }
  const lines = linesOf(back)
  const quote = useQuery({
    queryKey: ['return', order.order_id, lines, reason],
    queryFn: () => take(api.POST('/v1/orders/{order_id}/returns/quotes', { params, body: { lines, reason } })),
    enabled: lines.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const hindered = (quote.data?.hindrances.length ?? 0) > 0
  const needs_manager = hindered && staff.role !== 'manager'
  const act = useAct(async (key) => {
    const body = {
      lines,
      reason,
      place_id: place.place_id,
      ...(quote.data ? { expected_refund_yen: quote.data.refund_yen } : {}),
      ...(hindered
        ? { override: { reason: 'shop_decision', ...(needs_manager ? { approved_by: approver } : {}) } }
        : {}),
    }
    try {
      setDone(await take(api.POST('/v1/orders/{order_id}/returns', { params, body, ...keyed(key) })))
      chime('good')
      onDone()
    } catch (thrown) {
      chime('bad')
      setApprover(nobody)
      throw thrown
    }
  })
  if (done) return <Done returned={done} />
  return (
    <div className="flex min-h-full flex-col gap-4">
      <h2 className="text-18">{w.returnWhat}</h2>
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <li key={line.line_no} className="ui flex items-center justify-between gap-3 py-2">
            <span className="text-16">
              {line.name}
              <span className="figures block text-14 text-ink-2">
                {yen(line.amount_yen)}・{w.returnLeft(String(line.left))}
              </span>
            </span>
            <Stepper
              value={back[line.line_no] ?? 0}
              max={line.left}
              onChange={(quantity) => setBack({ ...back, [line.line_no]: quantity })}
            />
          </li>
        ))}
      </ul>
      <Picker
        label={w.returnReason}
        value={reason}
        onChange={(value) => setReason(value as Reason)}
        options={REASONS.map((value) => ({ value, label: w.returnReasons(value) }))}
      />
      {quote.data && lines.length > 0 && <Figures quote={quote.data} />}
      {hindered && <Notice tone="warning">{w.returnHindered}</Notice>}
      {needs_manager && <ManagerFields value={approver} onChange={setApprover} />}
      {(act.refused ?? quote.error) && (
        <Notice tone="refused">{text(act.refused?.text ?? { ja: w.returnRefused, en: w.returnRefused })}</Notice>
      )}
      <Button
        className="mt-auto min-h-18 w-full !text-22"
        isDisabled={
          !quote.data || lines.length === 0 || act.busy || quote.isFetching || (needs_manager && approver.pin === '')
        }
        onPress={() => act.run()}
      >
        {quote.data && lines.length > 0 ? w.returnDo(yen(quote.data.refund_yen)) : w.returns}
      </Button>
    </div>
  )
}

function Figures({ quote }: { quote: ReturnQuote }) {
  const w = useWords()
  return (
    <dl className="ui figures grid grid-cols-[1fr_auto] gap-y-1 rounded-12 bg-sunk p-4 text-14">
      {quote.refunds.map((refund) => (
        <Fact key={refund.method} name={w.refundBy(refund.method)} value={yen(refund.amount_yen)} />
      ))}
      <Fact name={w.returnTax} value={yen(quote.tax_yen)} />
      {quote.points_back > 0 && <Fact name={w.pointsBack} value={figure(quote.points_back)} />}
      {quote.points_taken > 0 && <Fact name={w.pointsTaken} value={`−${figure(quote.points_taken)}`} />}
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-right font-bold">{value}</dd>
    </>
  )
}

function Done({ returned }: { returned: Returned }) {
  const w = useWords()
  return (
    <div className="grid gap-4">
      <p role="status" className="ui flex items-center gap-3 text-22 font-bold text-green">
        <Icon name="check" size={28} />
        {w.returnDone}
      </p>
      <p className="figures text-56 leading-none font-bold">{yen(returned.refund_yen)}</p>
      <dl className="ui figures grid grid-cols-[1fr_auto] gap-y-1 text-16">
        {returned.refunds.map((refund) => (
          <Fact key={refund.refund_id} name={w.refundBy(refund.method)} value={yen(refund.amount_yen)} />
        ))}
        <Fact name={w.returnTax} value={yen(returned.tax_yen)} />
        {returned.points_taken > 0 && <Fact name={w.pointsTaken} value={`−${figure(returned.points_taken)}`} />}
      </dl>
      <p className="figures text-14 text-ink-2">{w.receiptNumber(returned.number)}</p>
    </div>
  )
}

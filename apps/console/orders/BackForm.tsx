import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useMay, usePlaces } from '../office.ts'
import { spoken, useOrderWords } from './words.ts'

const REASONS = [
  'changed_mind',
  'size',
  'defective',
  'wrong_item',
  'not_as_described',
  'damaged_in_transit',
  'gift',
  'other',
] as const

/** Take goods back line by line; the refund is what the API says it is, to the yen, before anything is done. */
export function BackForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const w = useOrderWords()
  const text = useText()
  const name = useName()
  const say = useToast()
  const cache = useQueryClient()
  const shops = usePlaces().filter((place) => place.kind !== 'dealer')
  const manages = useMay(['manager'])
  const [counts, setCounts] = useState<Record<number, number>>({})
  const [reason, setReason] = useState<(typeof REASONS)[number]>('changed_mind')
  const [place_id, setPlace] = useState(order.place_id)
  const lines = Object.entries(counts)
    .filter(([, quantity]) => quantity > 0)
    .map(([line_no, quantity]) => ({ line_no: Number(line_no), quantity }))
  const params = { path: { order_id: order.order_id } }
  const quote = useQuery({
    queryKey: ['return', order.order_id, lines, reason],
    queryFn: () => take(api.POST('/v1/orders/{order_id}/returns/quotes', { params, body: { lines, reason } })),
    enabled: lines.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const hindered = (quote.data?.hindrances.length ?? 0) > 0
  const refund = lines.length > 0 ? quote.data?.refund_yen : undefined
  const act = useAct(async (key) => {
    const body = {
      lines,
      reason,
      place_id,
      ...(refund === undefined ? {} : { expected_refund_yen: refund }),
      ...(hindered ? { override: { reason: 'office_decision' } } : {}),
    }
    const taken = await take(api.POST('/v1/orders/{order_id}/returns', { params, body, ...keyed(key) }))
    await cache.invalidateQueries()
    say(w.backDone(yen(taken.refund_yen)))
    onDone()
  })
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line border-y border-line">
        {order.lines.map((line) => (
          <li key={line.line_no} className="ui flex items-center justify-between gap-3 py-1 text-14">
            <span>
              {line.name} <span className="figures text-ink-2">{yen(line.amount_yen)}</span>
            </span>
            <Stepper
              value={counts[line.line_no] ?? 0}
              max={line.quantity}
              onChange={(quantity) => setCounts({ ...counts, [line.line_no]: quantity })}
            />
          </li>
        ))}
      </ul>
      <Picker
        label={w.backReason}
        value={reason}
        onChange={(value) => setReason(value as typeof reason)}
        options={REASONS.map((value) => ({ value, label: value === 'gift' ? w.giftBack : spoken(w, value) }))}
      />
      <Picker
        label={w.backAt}
        value={place_id}
        onChange={setPlace}
        options={shops.map((place) => ({ value: place.place_id, label: name(place) }))}
      />
      {quote.isError && lines.length > 0 && <Notice tone="refused">{w.backHindered}</Notice>}
      {hindered && <Notice tone="warning">{w.backHindered}</Notice>}
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      {refund !== undefined && (quote.data?.points_back ?? 0) > 0 && (
        <p className="figures text-14 text-ink-2">{w.backPoints(figure(quote.data?.points_back ?? 0))}</p>
      )}
      <Button
        size="main"
        isDisabled={act.busy || refund === undefined || quote.isError || (hindered && !manages)}
        onPress={() => act.run()}
      >
        {w.backAct(yen(refund ?? 0))}
      </Button>
    </div>
  )
}

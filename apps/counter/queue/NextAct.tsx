import { useEffect, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { spaced, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'
import { useOrderAct } from './useOrderAct.ts'

/** It is being made from now on: the customer sees it, and asks us before she changes her mind. */
export function Prepare({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const params = { path: { order_id: order.order_id } }
  const begin = useOrderAct(
    (key) => take(api.POST('/v1/orders/{order_id}/preparation', { params, ...keyed(key) })),
    w.preparingDone,
  )
  return <Act act={begin} words={w.prepare} refused={begin.refused && text(begin.refused.text)} />
}

/** Her number was called, and she is there. */
export function CallOut({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const call_number = order.promise?.call_number ?? 0
  const params = { path: { order_id: order.order_id } }
  const hand = useOrderAct(
    (key) => take(api.POST('/v1/orders/{order_id}/hand-over', { params, body: { call_number }, ...keyed(key) })),
    w.handedDone(w.callNumber(String(call_number))),
  )
  return <Act act={hand} words={w.handed} note={w.callThem} refused={hand.refused && text(hand.refused.text)} />
}

/** What she pays in the shop comes before the goods. */
export function TakeDue({ order, due_yen }: { order: Order; due_yen: number }) {
  const w = useWords()
  const text = useText()
  const params = { path: { order_id: order.order_id } }
  const body = { payments: [{ method: 'cash' as const }] }
  const paid = useOrderAct(
    (key) => take(api.POST('/v1/orders/{order_id}/payments', { params, body, ...keyed(key) })),
    w.dueTaken,
  )
  return <Act act={paid} words={w.takeDue(yen(due_yen))} refused={paid.refused && text(paid.refused.text)} />
}

type ActProps = {
  act: ReturnType<typeof useOrderAct>
  words: string
  note?: string
  refused: string | null
}

function Act({ act, words, note, refused }: ActProps) {
  return (
    <div className="grid gap-3">
      {refused && <Notice tone="refused">{refused}</Notice>}
      <Button className="min-h-20 w-full !text-22" isDisabled={act.busy} onPress={() => act.run()}>
        {words}
      </Button>
      {note && <p className="text-center text-12 text-ink-3">{note}</p>}
    </div>
  )
}

/** The shelf is complete: the customer is told. */
export function MarkReady({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const params = { path: { order_id: order.order_id } }
  const ready = useOrderAct(
    (key) => take(api.POST('/v1/orders/{order_id}/readiness', { params, ...keyed(key) })),
    w.readyDone,
  )
  return (
    <Act act={ready} words={w.markReady} note={w.markReadyText} refused={ready.refused && text(ready.refused.text)} />
  )
}

/** The parcel left. */
export function MarkShipped({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const params = { path: { order_id: order.order_id } }
  const ship = useOrderAct(
    (key) => take(api.POST('/v1/orders/{order_id}/shipment', { params, ...keyed(key) })),
    w.shippedDone,
  )
  return <Act act={ship} words={w.markShipped} refused={ship.refused && text(ship.refused.text)} />
}

/** The customer shows her six digits, by hand or by scan; then the goods are hers. */
export function HandOut({ order, name }: { order: Order; name: string }) {
  const w = useWords()
  const text = useText()
  const { pickup_code } = useSale()
  const [code, setCode] = useState('')
  useEffect(() => {
    if (pickup_code) setCode(pickup_code)
  }, [pickup_code])
  const params = { path: { order_id: order.order_id } }
  const hand = useOrderAct(
    (key) => take(api.POST('/v1/orders/{order_id}/hand-over', { params, body: { code }, ...keyed(key) })),
    w.handedDone(name),
  )
  const whole = code.length === 6
  return (
    <div className="grid gap-3">
      <Field
        label={w.codeAsk}
        inputMode="numeric"
        autoComplete="off"
        value={spaced(code)}
        onChange={(typed) => setCode(typed.replace(/\D/g, '').slice(0, 6))}
        inputClass="figures !text-28 tracking-[0.1em]"
      />
      {hand.refused && <Notice tone="refused">{text(hand.refused.text)}</Notice>}
      <Button className="min-h-20 w-full !text-22" isDisabled={!whole || hand.busy} onPress={() => hand.run()}>
        {whole && <Icon name="check" />}
        {w.handed}
      </Button>
    </div>
  )
}

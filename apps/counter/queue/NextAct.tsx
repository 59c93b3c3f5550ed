import { useEffect, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { spaced } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { chime } from '../../kit/scan.ts'
import type { Order } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api, queries } from '../api.ts'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'

/** An act on the order: heard by its sound, then the queue is looked at again. */
function useOrderAct(work: (key: string) => Promise<unknown>, done: string) {
  const say = useToast()
  return useAct(async (key) => {
    try {
      await work(key)
    } catch (thrown) {
      chime('bad')
      throw thrown
    }
    chime('good')
    say(done)
    await queries.invalidateQueries({ queryKey: ['queue'] })
  })
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
    <div className="grid gap-3">
      {ready.refused && <Notice tone="refused">{text(ready.refused.text)}</Notice>}
      <Button className="min-h-20 w-full !text-22" isDisabled={ready.busy} onPress={() => ready.run()}>
        {w.markReady}
      </Button>
      <p className="text-center text-12 text-ink-3">{w.markReadyText}</p>
    </div>
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
  return (
    <div className="grid gap-3">
      {ship.refused && <Notice tone="refused">{text(ship.refused.text)}</Notice>}
      <Button className="min-h-20 w-full !text-22" isDisabled={ship.busy} onPress={() => ship.run()}>
        {w.markShipped}
      </Button>
    </div>
  )
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

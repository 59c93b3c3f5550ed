import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useMay } from '../office.ts'
import { BackForm } from './BackForm.tsx'
import { useOrderWords } from './words.ts'

/** What may still be done with an order, for who may do it: cancel while it waits, take back once it is done. */
export function OrderActs({ order }: { order: Order }) {
  const w = useOrderWords()
  const works = useMay(['clerk', 'agent'])
  const [open, setOpen] = useState<'cancel' | 'back' | null>(null)
  if (!works) return null
  const waits = ['paying', 'placed', 'ready'].includes(order.state)
  return (
    <span className="ml-auto flex gap-3">
      {order.state === 'done' && order.way !== 'gift' && (
        <Button look="outline" icon="undo" onPress={() => setOpen('back')}>
          {w.back}
        </Button>
      )}
      {waits && (
        <Button look="outline" icon="close" onPress={() => setOpen('cancel')}>
          {w.cancel}
        </Button>
      )}
      <Sheet title={w.cancel} open={open === 'cancel'} onClose={() => setOpen(null)} side="centre">
        <Cancel order={order} onDone={() => setOpen(null)} />
      </Sheet>
      <Sheet title={w.back} open={open === 'back'} onClose={() => setOpen(null)} side="centre">
        <BackForm order={order} onDone={() => setOpen(null)} />
      </Sheet>
    </span>
  )
}

/** Words, not sentences: what a reason says may stand in logs and on the timeline. */
const REASONS = ['customer_asked', 'goods_missing', 'ordered_twice', 'cannot_deliver', 'other'] as const

function Cancel({ order, onDone }: { order: Order; onDone: () => void }) {
  const w = useOrderWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const [reason, setReason] = useState<string>('customer_asked')
  const act = useAct(async (key) => {
    const params = { path: { order_id: order.order_id } }
    await take(api.POST('/v1/orders/{order_id}/cancellation', { params, body: { reason }, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['order', order.order_id] })
    say(w.cancelDone)
    onDone()
  })
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void act.run()
      }}
    >
      <p className="text-14">{w.cancelText}</p>
      <Picker
        label={w.cancelReason}
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: w[value] }))}
      />
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button type="submit" isDisabled={act.busy}>
        {w.cancel}
      </Button>
    </form>
  )
}

import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useOrderPageWords } from './orderWords.ts'

/** Cancel while it can be: asked once more, since money and goods go back at once. */
export function CancelButton({ order }: { order: Order }) {
  const w = useOrderPageWords()
  const text = useText()
  const { revalidate } = useRevalidator()
  const [open, setOpen] = useState(false)
  const cancel = useAct(async (key) => {
    const params = { path: { order_id: order.order_id } }
    await take(api.POST('/v1/orders/{order_id}/cancellation', { params, body: { reason: 'asked' }, ...keyed(key) }))
    setOpen(false)
    await revalidate()
  })
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {w.cancel}
      </Button>
      <Sheet title={w.cancelTitle} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4">
          <p className="text-14 text-ink-2">{w.cancelText}</p>
          {cancel.refused && <Notice tone="refused">{text(cancel.refused.text)}</Notice>}
          <Button size="main" isDisabled={cancel.busy} onPress={() => cancel.run()}>
            {w.cancelDo}
          </Button>
        </div>
      </Sheet>
    </>
  )
}

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

type Props = {
  words: { cancel: string; cancelTitle: string; cancelText: string; cancelDo: string }
  /** Under one key, however often it is pressed. */
  cancel: (key: string) => Promise<unknown>
}

/** Cancel while it can be: asked once more, since money and goods go back at once. */
export function CancelButton({ words, cancel }: Props) {
  const text = useText()
  const { revalidate } = useRevalidator()
  const [open, setOpen] = useState(false)
  const act = useAct(async (key) => {
    await cancel(key)
    setOpen(false)
    await revalidate()
  })
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {words.cancel}
      </Button>
      <Sheet title={words.cancelTitle} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4">
          <p className="text-14 text-ink-2">{words.cancelText}</p>
          {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
          <Button size="main" isDisabled={act.busy} onPress={() => act.run()}>
            {words.cancelDo}
          </Button>
        </div>
      </Sheet>
    </>
  )
}

/** Cancel a whole order. */
export function CancelOrder({ order: { order_id } }: { order: Order }) {
  const params = { path: { order_id } }
  return (
    <CancelButton
      words={useOrderPageWords()}
      cancel={(key) =>
        take(api.POST('/v1/orders/{order_id}/cancellation', { params, body: { reason: 'asked' }, ...keyed(key) }))
      }
    />
  )
}

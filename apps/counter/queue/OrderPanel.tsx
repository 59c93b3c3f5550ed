import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { spaced } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Picture } from '../../kit/Picture.tsx'
import { chime } from '../../kit/scan.ts'
import type { Order } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'

/** The chosen order: whose, the code, what is in it, and the one act that is next. */
export function OrderPanel({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  return (
    <div className="flex min-h-full flex-col gap-3">
      <p className="ui flex items-center justify-between text-14">
        <span className="rounded-full bg-green-tint px-3 py-1 font-bold text-green">{w.laneReady}</span>
        <span className="figures text-ink-2">{order.number}</span>
      </p>
      <h1 className="text-28">{order.customer_name ? w.named(order.customer_name) : order.number}</h1>
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <li key={line.line_id} className="ui flex items-center gap-3 py-3">
            <Picture src={line.picture_url} className="size-16 rounded-6 p-1" />
            <span className="grow text-16">
              {text(line.name)}
              <span className="figures block text-14 text-ink-2">
                {w.items(`${line.quantity}`)} {line.options && text(line.options)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <NextAct order={order} />
    </div>
  )
}

function NextAct({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const say = useToast()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const hand = useAct(async (key) => {
    const params = { path: { order_id: order.order_id }, header: { 'Idempotency-Key': key } }
    try {
      await take(api.POST('/v1/orders/{order_id}/hand-over', { params, body: { code: code || null } }))
    } catch (thrown) {
      chime('bad')
      throw thrown
    }
    chime('good')
    say(w.handedDone(order.customer_name ?? order.number))
    await queries.invalidateQueries({ queryKey: ['queue'] })
  })
  if (order.state !== 'ready') return null
  const whole = code.length === 6
  return (
    <div className="mt-auto grid gap-3">
      <Field
        label={w.codeAsk}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        value={spaced(code)}
        onChange={(typed) => setCode(typed.replace(/\D/g, '').slice(0, 6))}
        inputClass="figures !text-28 tracking-[0.1em]"
      />
      {hand.refused && <Notice tone="refused">{text(hand.refused.text)}</Notice>}
      <Button className="min-h-20 !text-22" isDisabled={!whole || hand.busy} onPress={() => hand.run()}>
        {whole && <Icon name="check" />}
        {w.handed}
      </Button>
    </div>
  )
}

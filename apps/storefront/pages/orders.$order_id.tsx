import { useEffect, useState } from 'react'
import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { Qr } from '../../kit/Code.tsx'
import { figure, spaced } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import type { Route } from './+types/orders.$order_id.ts'
import { api } from '../api.ts'
import { apiOf } from '../api.server.ts'
import { Totals } from '../cart/Totals.tsx'
import { Lines } from '../order/Lines.tsx'
import { Steps } from '../order/Steps.tsx'
import { useOrderWords } from '../order/states.ts'
import { useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const order = await takeIfAny(api.GET('/v1/orders/{order_id}', { params: { path: { order_id: params.order_id } } }))
  return data({ order }, { headers, status: order ? 200 : 404 })
}

const LOOK_AGAIN_MS = 8000

export default function OrderPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const { order } = loaderData
  const { revalidate } = useRevalidator()
  const moving = order && !['handed_over', 'delivered', 'cancelled'].includes(order.state)
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => document.visibilityState === 'visible' && void revalidate(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [moving, revalidate])
  if (!order) {
    return (
      <EmptyState icon="bag" title={w.missingTitle} text={w.missingText}>
        <Link to="/account" className={buttonClass('outline')}>
          {w.account}
        </Link>
      </EmptyState>
    )
  }
  return <Living order={order} />
}

function Living({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const moment = useMomentWords()
  const { sentence } = useOrderWords()
  const waiting = order.state === 'placed' || order.state === 'picking'
  const place = order.place_name ? text(order.place_name) : ''
  return (
    <div className="mx-auto grid max-w-[40rem] gap-5 px-4 pt-4 desk:pt-8">
      <header className="grid gap-1">
        <p className="figures text-12 text-ink-3">{w.orderNumber(order.number)}</p>
        <h1 className="text-22">{sentence[order.state]}</h1>
        <p className="text-14 text-ink-2">
          {[place, waiting && order.ready_by && w.readyBy(moment(order.ready_by))].filter(Boolean).join('・')}
        </p>
      </header>
      <Steps order={order} />
      {order.code && order.state === 'ready' && <Ticket code={order.code} />}
      <Lines lines={order.lines} />
      <Totals totals={order.totals} count={order.lines.reduce((sum, line) => sum + line.quantity, 0)} />
      {order.points_earned > 0 && (
        <p className="text-14 text-wood">＋ {w.earned(figure(order.points_earned))}</p>
      )}
      <div className="flex flex-wrap gap-3">
        {order.way === 'collect' && place && (
          <a
            className={buttonClass('outline')}
            href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="pin" size={20} />
            {w.map}
          </a>
        )}
        {order.cancellable && <Cancel order={order} />}
      </div>
    </div>
  )
}

function Ticket({ code }: { code: string }) {
  const w = useWords()
  return (
    <section data-theme="light" className="grid justify-items-center gap-2 rounded-12 border border-line bg-white p-5">
      <Qr text={code} size={200} label={w.codeLabel} />
      <p className="text-12 text-ink-2">{w.codeLabel}</p>
      <b className="figures text-40 tracking-[0.04em]">{spaced(code)}</b>
      <p className="text-14 text-ink-2">{w.codeHint}</p>
    </section>
  )
}

function Cancel({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const { revalidate } = useRevalidator()
  const [open, setOpen] = useState(false)
  const cancel = useAct(async (key) => {
    const params = { path: { order_id: order.order_id }, header: { 'Idempotency-Key': key } }
    await take(api.POST('/v1/orders/{order_id}/cancellation', { params, body: { reason: 'member' } }))
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

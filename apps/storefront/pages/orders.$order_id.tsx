import { Fragment, useEffect, useState } from 'react'
import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { Qr } from '../../kit/Code.tsx'
import { keyed, take, takeIfAny } from '../../kit/client.ts'
import { addDays, day, figure, spaced, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { pricedSums } from '../cart/sums.ts'
import { Totals } from '../cart/Totals.tsx'
import { type Goods, goodsOf } from '../order/goods.ts'
import { Lines } from '../order/Lines.tsx'
import { Steps } from '../order/Steps.tsx'
import { useOrderWords } from '../order/states.ts'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/orders.$order_id.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const order = await takeIfAny(api.GET('/v1/orders/{order_id}', { params: { path: { order_id: params.order_id } } }))
  const goods = order ? await goodsOf(api, order.lines) : {}
  return data({ order, goods }, { headers, status: order ? 200 : 404 })
}

const LOOK_AGAIN_MS = 4000

export default function OrderPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const { order, goods } = loaderData
  const { revalidate } = useRevalidator()
  const moving = order && (order.state === 'placed' || order.state === 'ready' || order.state === 'paying')
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
  return <Living order={order} goods={goods} />
}

function Living({ order, goods }: { order: Order; goods: Goods }) {
  const w = useWords()
  const name = useName()
  const lang = useLang()
  const { sentence } = useOrderWords()
  const place = useShop()?.shops.find((each) => each.place_id === order.place_id)
  const where = place ? name(place) : ''
  const last =
    order.state === 'ready' && order.ready_at && place ? addDays(order.ready_at, place.pickup_keep_days) : null
  const cancellable = order.state === 'placed' && order.way !== 'carry'
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 desk:pt-8">
      <header className="grid gap-1">
        <p className="figures text-12 text-ink-3">{w.orderNumber(order.number)}</p>
        <h1 className="text-22">{sentence(order)}</h1>
        <p className="text-14 text-ink-2">{[where, last && w.keepUntil(day(last, lang))].filter(Boolean).join('・')}</p>
      </header>
      <Steps order={order} />
      {order.pickup && order.state === 'ready' && <Ticket code={order.pickup.code} />}
      {order.state === 'placed' && order.way === 'collect' && <p className="text-14 text-ink-2">{w.willTell}</p>}
      <Lines lines={order.lines} goods={goods} />
      <Totals sums={pricedSums(order)} />
      <Paid order={order} />
      {order.points_earned > 0 && <p className="text-14 text-wood">＋ {w.earned(figure(order.points_earned))}</p>}
      <div className="flex flex-wrap gap-3">
        {order.way === 'collect' && place && (
          <a
            className={buttonClass('outline')}
            href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(`${place.prefecture ?? ''}${place.city ?? ''}${place.address ?? ''} ${place.name}`)}`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="pin" size={20} />
            {w.map}
          </a>
        )}
        {cancellable && <Cancel order={order} />}
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

/** How it was paid, to the yen. */
function Paid({ order }: { order: Order }) {
  const w = useWords()
  const names: Record<string, string> = { card: w.payCard, cash: w.payCash, points: w.pointsUsed }
  return (
    <dl className="figures grid grid-cols-[1fr_auto] gap-y-1 border-t border-line pt-3 text-14">
      <dt className="font-bold">{w.total}</dt>
      <dd className="text-right text-18 font-bold">{yen(order.total_yen)}</dd>
      {order.payments.map((payment) => (
        <Fragment key={payment.method}>
          <dt className="text-ink-2">{names[payment.method] ?? payment.method}</dt>
          <dd className="text-right">{yen(payment.amount_yen)}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

import { useEffect, useState } from 'react'
import { data, Link, useRevalidator } from 'react-router'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Order, Place } from '../../kit/shapes.ts'
import { apiOf, originOf } from '../api.server.ts'
import { pricedSums } from '../cart/sums.ts'
import { Totals } from '../cart/Totals.tsx'
import { GiftRow } from '../gift/GiftRow.tsx'
import { useGiftWords } from '../gift/giftWords.ts'
import { BoughtCard } from '../gift-cards/BoughtCard.tsx'
import { CancelOrder } from '../order/CancelButton.tsx'
import { goodsOf } from '../order/goods.ts'
import { Lines } from '../order/Lines.tsx'
import { useOrderPageWords } from '../order/orderWords.ts'
import { Paid } from '../order/Paid.tsx'
import { ReturnSheet } from '../order/ReturnSheet.tsx'
import { Steps } from '../order/Steps.tsx'
import { isGiven, useOrderWords } from '../order/states.ts'
import { Ticket } from '../order/Ticket.tsx'
import { useShop } from '../shop.ts'
import { useDayWords, useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/orders.$order_id.ts'

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const at = { params: { path: { order_id: params.order_id } } }
  const order = await takeIfAny(api.GET('/v1/orders/{order_id}', at))
  if (!order) return data(null, { headers, status: 404 })
  const [goods, returns, terms, gifts, cards] = await Promise.all([
    goodsOf(api, order.lines),
    takeIfAny(api.GET('/v1/orders/{order_id}/returns', at)),
    takeIfAny(api.GET('/v1/orders/{order_id}/shown-terms', at)),
    order.way === 'gift' ? takeIfAny(api.GET('/v1/orders/{order_id}/gifts', at)) : null,
    order.way === 'gift_card' ? takeIfAny(api.GET('/v1/orders/{order_id}/gift-cards', at)) : null,
  ])
  const told = {
    order,
    goods,
    returns: returns?.items ?? [],
    terms,
    gifts: gifts?.items ?? [],
    cards: cards?.items ?? [],
    origin: originOf(request),
  }
  return data(told, { headers })
}

const LOOK_AGAIN_MS = 4000

export default function OrderPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const { revalidate } = useRevalidator()
  const state = loaderData?.order.state
  const moving = state === 'placed' || state === 'ready' || state === 'paying'
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => document.visibilityState === 'visible' && void revalidate(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [moving, revalidate])
  if (loaderData) return <Living {...loaderData} />
  return (
    <EmptyState icon="bag" title={w.missingTitle} text={w.missingText}>
      <Link to="/orders" className={buttonClass('outline')}>
        {w.orders}
      </Link>
    </EmptyState>
  )
}

function Living({
  order,
  goods,
  returns,
  terms,
  gifts,
  cards,
  origin,
}: NonNullable<Route.ComponentProps['loaderData']>) {
  const w = useOrderPageWords()
  const g = useGiftWords()
  const name = useName()
  const shop = useShop()
  const { sentence } = useOrderWords()
  const [returning, setReturning] = useState(false)
  const place = shop?.shops.find((each) => each.place_id === order.place_id)
  const when = useWhen(order)
  const cancellable =
    order.state === 'placed' && !isGiven(order) && order.way !== 'carry' && order.promise?.queue !== 'preparing'
  const paper = !isGiven(order) && order.state !== 'cancelled' && order.state !== 'paying'
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <header className="grid gap-1">
        <p className="figures text-12 text-ink-2">{w.orderNumber(order.number)}</p>
        <h1 className="text-22 desk:text-28" aria-live="polite">
          {sentence(order)}
        </h1>
        <p className="figures text-14 text-ink-2">
          {[place && order.way !== 'ship' && order.way !== 'gift' && order.way !== 'gift_card' && name(place), when]
            .filter(Boolean)
            .join('・')}
        </p>
      </header>
      <Steps order={order} />
      <Ticket order={order} />
      {order.state === 'placed' && order.way === 'collect' && <p className="text-14 text-ink-2">{w.willTell}</p>}
      {returns.map((each) => (
        <Notice key={each.return_id} tone="done">
          {w.returned(yen(each.refund_yen))}
        </Notice>
      ))}
      {shop && shop.count > 0 && order.state === 'placed' && (
        <Notice tone="info">
          <p>{w.restInCart(figure(shop.count))}</p>
          <Link to="/cart" className="font-bold underline">
            {w.toCart}
          </Link>
        </Notice>
      )}
      {gifts.length > 0 && (
        <section className="grid gap-3">
          <p className="text-14 text-ink-2">{g.sentText}</p>
          <ul className="grid gap-3">
            {gifts.map((gift) => (
              <GiftRow key={gift.gift_id} gift={gift} origin={origin} />
            ))}
          </ul>
        </section>
      )}
      {cards.length > 0 && (
        <ul className="grid gap-3">
          {cards.map((card) => (
            <BoughtCard key={card.card_id} card={card} />
          ))}
        </ul>
      )}
      <Lines lines={order.lines.filter((line) => line.variant_id !== null)} goods={goods} />
      {!isGiven(order) && (
        <>
          <Totals sums={pricedSums(order, order.way)} />
          <Paid order={order} />
        </>
      )}
      {order.points_earned > 0 && order.state !== 'cancelled' && (
        <p className="figures text-14 text-wood">＋ {w.earned(figure(order.points_earned))}</p>
      )}
      <div className="flex flex-wrap gap-3">
        {place && order.way !== 'ship' && order.state !== 'done' && <MapLink place={place} />}
        {paper && (
          <a
            className={buttonClass('outline')}
            href={`/orders/${order.order_id}/receipt`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="receipt" size={20} />
            {w.receipt}
          </a>
        )}
        {order.state === 'done' && order.way !== 'gift' && !isGiven(order) && (
          <Button look="outline" icon="undo" onPress={() => setReturning(true)}>
            {w.back}
          </Button>
        )}
        {cancellable && <CancelOrder order={order} />}
      </div>
      {terms && (
        <details className="border-t border-line pt-3 text-14">
          <summary className="ui min-h-11 cursor-pointer content-center text-ink-2">{w.terms}</summary>
          <dl lang={terms.lang} className="grid gap-2">
            {terms.items.map(({ label, text }) => (
              <div key={label} className="grid gap-x-3 min-[24rem]:grid-cols-[8.5rem_1fr]">
                <dt className="ui text-ink-2">{label}</dt>
                <dd className="ui figures">{text}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 font-mono text-12 break-all text-ink-3">SHA-256 {terms.sha256}</p>
        </details>
      )}
      <ReturnSheet order={order} open={returning} onClose={() => setReturning(false)} />
    </div>
  )
}

/** The next time that matters: from when, about when, until when. */
function useWhen(order: Order): string | null {
  const w = useOrderPageWords()
  const day = useDayWords()
  const moment = useMomentWords()
  const { promise, state, way } = order
  if (!promise || state === 'cancelled' || state === 'done') return null
  if (way === 'ship') {
    if (promise.delivery_date) return w.arrivesOn(day(promise.delivery_date))
    return promise.delivery_from && w.arrivesFrom(day(promise.delivery_from))
  }
  // Goods go back at a midnight: the day before is the last on which they are there.
  if (state === 'ready' && promise.keep_until)
    return w.keptUntil(day(new Date(Date.parse(promise.keep_until) - 60_000).toISOString()))
  if (!promise.ready_from) return null
  return way === 'order_ahead' ? w.readyAbout(moment(promise.ready_from)) : w.collectFrom(moment(promise.ready_from))
}

function MapLink({ place }: { place: Place }) {
  const w = useOrderPageWords()
  const query = encodeURIComponent(`${place.prefecture ?? ''}${place.city ?? ''}${place.address ?? ''} ${place.name}`)
  return (
    <a
      className={buttonClass('outline')}
      href={`https://www.google.com/maps/search/?api=1&query=${query}`}
      target="_blank"
      rel="noreferrer"
    >
      <Icon name="pin" size={20} />
      {w.map}
    </a>
  )
}

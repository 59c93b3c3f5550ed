import { useState } from 'react'
import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Cart, CartLine, Quote } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { linesAsTold } from '../cart/asTold.ts'
import { useCartWords } from '../cart/cartWords.ts'
import { GroupHead } from '../cart/GroupHead.tsx'
import { checkoutPath, type Group, useGroups } from '../cart/groups.ts'
import { HandOver } from '../cart/HandOver.tsx'
import { Line } from '../cart/Line.tsx'
import { PayBar } from '../cart/PayBar.tsx'
import { quotesOf } from '../cart/quotes.server.ts'
import { cartSums, offeredSums } from '../cart/sums.ts'
import { Totals } from '../cart/Totals.tsx'
import { useGiftWords } from '../gift/giftWords.ts'
import { BasketOffers } from '../offers/BasketOffers.tsx'
import { placeOf } from '../place.server.ts'
import { useTold } from '../tell.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/cart.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const place_id = await placeOf(api, choice)
  const query = place_id && choice.way !== 'ship' ? { place_id } : {}
  const cart = await takeIfAny(api.GET('/v1/carts/current', { params: { query } }))
  return data({ cart, quotes: cart ? await quotesOf(api, cart, choice, place_id) : {} }, { headers })
}

export default function CartPage({ loaderData: { cart, quotes } }: Route.ComponentProps) {
  const w = useCartWords()
  const shop = useWords()
  useTold('Cart Viewed', cart?.cart_id ?? null, () => ({ cart_id: cart?.cart_id, ...linesAsTold(cart?.lines ?? []) }))
  if (cart && cart.lines.length > 0) return <Filled cart={cart} quotes={quotes} />
  return (
    <EmptyState icon="cart" title={w.emptyCart} text={w.emptyCartText}>
      <Link to="/search" className={buttonClass()}>
        {shop.toSearch}
      </Link>
      <Link to="/wishes" className={buttonClass('outline')}>
        {w.toWishes}
      </Link>
    </EmptyState>
  )
}

function Filled({ cart, quotes }: { cart: Cart; quotes: Record<string, Quote> }) {
  const w = useCartWords()
  const gift = useGiftWords()
  const text = useText()
  const name = useName()
  const say = useToast()
  const groups = useGroups()(cart)
  const { revalidate } = useRevalidator()
  const [handing, setHanding] = useState(false)
  const change = useAct(async (_key, line: CartLine, quantity: number) => {
    const receive = line.way ? { way: line.way, ...(line.place_id ? { place_id: line.place_id } : {}) } : {}
    const set = (to: number) =>
      take(
        api.PUT('/v1/carts/current/items/{variant_id}', {
          params: { path: { variant_id: line.variant_id } },
          body: { quantity: to, ...receive },
        }),
      )
    await set(quantity)
    if (quantity === 0) say(w.removed(name(line)), { undo: () => void set(line.quantity).then(() => revalidate()) })
    await revalidate()
  })
  const known = groups.flatMap((group) => quotes[group.key] ?? [])
  const shipped = groups.some((group) => group.way === 'ship')
  const plain = { ...cartSums(cart, shipped), total_yen: cart.total_yen, points: cart.points_to_earn }
  const sums = known.length === groups.length ? offeredSums(cart, known, shipped) : plain
  const [first] = groups as [Group, ...Group[]]
  const where: Record<Group['way'], string> = {
    ship: w.shipTo,
    collect: first.place ? w.collectAt(name(first.place)) : w.collectWay,
    order_ahead: first.place ? w.aheadAt(name(first.place)) : w.aheadWay,
  }
  return (
    <div className="mx-auto max-w-[60rem] px-4 pb-44 tablet:px-5 desk:grid desk:grid-cols-[1fr_22rem] desk:gap-x-12 desk:px-12 desk:pt-6 desk:pb-0">
      <header className="flex flex-wrap items-center justify-between gap-2 py-2.5 desk:col-span-2">
        <h1 className="text-22 desk:text-28">{w.title}</h1>
        <Button look="outline" icon="swap" onPress={() => setHanding(true)}>
          {w.handOver}
        </Button>
      </header>
      <div className="grid content-start gap-4">
        {change.refused && <Notice tone="refused">{text(change.refused.text)}</Notice>}
        {groups.map((group) => (
          <section key={`${group.way} ${group.place?.place_id}`}>
            <GroupHead group={group} />
            <ul className={`divide-y divide-line ${change.busy ? 'opacity-70 transition-opacity delay-300' : ''}`}>
              {group.lines.map((line) => (
                <Line
                  key={line.variant_id}
                  line={line}
                  place={group.place}
                  busy={change.busy}
                  onQuantity={(quantity) => change.run(line, quantity)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <aside className="desk:row-start-2 desk:col-start-2">
        <BasketOffers coupons={cart.coupons} quotes={known} />
        <Totals sums={sums} />
        <Link to="/checkout?way=gift" className={buttonClass('quiet', 'touch', 'w-full')}>
          <Icon name="gift" size={20} />
          {gift.giveCart}
        </Link>
        {groups.length > 1 && <Notice tone="info">{w.split(figure(groups.length))}</Notice>}
        <PayBar total_yen={sums.total_yen} points={sums.points}>
          <Link to={checkoutPath(first)} className={buttonClass('filled', 'main', 'w-full !whitespace-normal')}>
            {groups.length > 1 ? w.toCheckoutOf(where[first.way]) : w.toCheckout}
            <Icon name="right" size={20} className="hidden desk:block" />
          </Link>
        </PayBar>
      </aside>
      <HandOver open={handing} onClose={() => setHanding(false)} />
    </div>
  )
}

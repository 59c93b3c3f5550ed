import { data, Navigate, redirect } from 'react-router'
import { take, takeIfAny } from '../../kit/client.ts'
import type { Cart } from '../../kit/shapes.ts'
import { apiOf } from '../api.server.ts'
import { linesAsTold } from '../cart/asTold.ts'
import { type Group, useGroups } from '../cart/groups.ts'
import { useCheckoutWords } from '../checkout/checkoutWords.ts'
import { Review } from '../checkout/Review.tsx'
import { choicesOf } from '../gift/choices.server.ts'
import { goodsOf } from '../order/goods.ts'
import { useTold } from '../tell.ts'
import type { Route } from './+types/checkout.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const asked = new URL(request.url).searchParams
  const place_id = asked.get('place')
  const [cart, points, addresses, payment, windows] = await Promise.all([
    takeIfAny(api.GET('/v1/carts/current')),
    takeIfAny(api.GET('/v1/loyalty/me')),
    takeIfAny(api.GET('/v1/customers/me/addresses')),
    take(api.GET('/v1/orders/payments/configuration')),
    place_id
      ? takeIfAny(api.GET('/v1/stores/places/{place_id}/pickup-windows', { params: { path: { place_id } } })).catch(
          () => null,
        )
      : null,
  ])
  if (!cart || cart.lines.length === 0) throw redirect('/cart')
  const gift = asked.get('way') === 'gift' ? { choices: await choicesOf(api, cart.lines) } : null
  return data(
    {
      cart,
      goods: await goodsOf(api, cart.lines),
      points: points?.available ?? 0,
      addresses: addresses?.items ?? [],
      payment,
      windows: windows?.items ?? [],
      gift,
      asked: { way: asked.get('way'), place_id, variant_id: asked.get('variant') },
    },
    { headers },
  )
}

/** The final screen for what is received together; without a word in the address, for the first of the cart. */
export default function Checkout({ loaderData: { asked, ...known } }: Route.ComponentProps) {
  const w = useCheckoutWords()
  const groups = useGroups()(known.cart)
  const group = known.gift
    ? giftGroup(known.cart, asked.variant_id)
    : asked.way
      ? groups.find((each) => each.way === asked.way && (each.place?.place_id ?? null) === asked.place_id)
      : groups[0]
  useTold('Checkout Started', group && known.cart.cart_id ? `${known.cart.cart_id} ${group.key}` : null, () => ({
    checkout_id: known.cart.cart_id,
    ...linesAsTold(group?.lines ?? []),
  }))
  // Ordered, or moved to another way meanwhile.
  if (!group) return <Navigate to="/cart" replace />
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 pb-48 tablet:px-5 desk:pt-8 desk:pb-0">
      <h1 className="text-22 desk:text-28">{w.title}</h1>
      <Review key={`${asked.way} ${group.key}`} {...known} group={group} />
    </div>
  )
}

// Given away it does not matter how she would have received it herself: the one thing named, or all of the cart.
function giftGroup({ lines }: Cart, variant_id: string | null): Group | undefined {
  const given = lines.filter((line) => !variant_id || line.variant_id === variant_id)
  if (given.length === 0) return undefined
  const sum = (of: (line: Cart['lines'][number]) => number) => given.reduce((all, line) => all + of(line), 0)
  return {
    key: `gift ${variant_id}`,
    way: 'ship',
    place: null,
    lines: given,
    total_yen: sum(({ amount_yen }) => amount_yen),
    pieces: sum(({ quantity }) => quantity),
  }
}

import { data, Navigate, redirect } from 'react-router'
import { take, takeIfAny } from '../../kit/client.ts'
import { apiOf } from '../api.server.ts'
import { linesAsTold } from '../cart/asTold.ts'
import { useGroups } from '../cart/groups.ts'
import { useCheckoutWords } from '../checkout/checkoutWords.ts'
import { Review } from '../checkout/Review.tsx'
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
  return data(
    {
      cart,
      goods: await goodsOf(api, cart.lines),
      points: points?.available ?? 0,
      addresses: addresses?.items ?? [],
      payment,
      windows: windows?.items ?? [],
      asked: { way: asked.get('way'), place_id },
    },
    { headers },
  )
}

/** The final screen for what is received together; without a word in the address, for the first of the cart. */
export default function Checkout({ loaderData: { asked, ...known } }: Route.ComponentProps) {
  const w = useCheckoutWords()
  const groups = useGroups()(known.cart)
  const group = asked.way
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
      <Review key={`${group.way} ${group.place?.place_id}`} {...known} group={group} />
    </div>
  )
}

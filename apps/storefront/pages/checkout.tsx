import { data, redirect } from 'react-router'
import { takeIfAny } from '../../kit/client.ts'
import { apiOf } from '../api.server.ts'
import { Review } from '../checkout/Review.tsx'
import { goodsOf } from '../order/goods.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/checkout.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [cart, points] = await Promise.all([
    takeIfAny(api.GET('/v1/carts/current')),
    takeIfAny(api.GET('/v1/loyalty/me')),
  ])
  if (!cart || cart.lines.length === 0) throw redirect('/cart')
  return data({ cart, goods: await goodsOf(api, cart.lines), points: points?.available ?? 0 }, { headers })
}

export default function Checkout({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 pb-40 desk:pt-8 desk:pb-0">
      <h1 className="text-22">{w.checkoutTitle}</h1>
      <Review {...loaderData} />
    </div>
  )
}

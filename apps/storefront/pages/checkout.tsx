import { useEffect, useState } from 'react'
import { data, Link, redirect, useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import type { Quote } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import type { Route } from './+types/checkout.ts'
import { SignIn } from '../account/SignIn.tsx'
import { api } from '../api.ts'
import { apiOf } from '../api.server.ts'
import { PayBar } from '../cart/PayBar.tsx'
import { Totals } from '../cart/Totals.tsx'
import { WayLine } from '../cart/WayLine.tsx'
import { Address, type AddressGiven, isWhole, nowhere } from '../checkout/Address.tsx'
import { Legal } from '../checkout/Legal.tsx'
import { Payment } from '../checkout/Payment.tsx'
import { PointsUse } from '../checkout/PointsUse.tsx'
import { Lines } from '../order/Lines.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [cart, loyalty] = await Promise.all([
    takeIfAny(api.GET('/v1/carts/current')),
    takeIfAny(api.GET('/v1/loyalty/me')),
  ])
  if (!cart || cart.lines.length === 0) throw redirect('/cart')
  return data({ cart, points: loyalty?.points ?? 0 }, { headers })
}

export default function Checkout({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const me = useShop()?.me
  return (
    <div className="mx-auto grid max-w-[40rem] gap-5 px-4 pt-4 pb-40 desk:pt-8 desk:pb-0">
      <h1 className="text-22">{w.checkoutTitle}</h1>
      {me ? (
        <Review {...loaderData} />
      ) : (
        <section className="grid gap-4">
          <h2 className="text-16">{w.signInFirst}</h2>
          <p className="text-14 text-ink-2">{w.signInKeeps}</p>
          <SignIn />
        </section>
      )}
    </div>
  )
}

/** One final view: goods, way, payment, and the six things the law wants seen before the button. */
function Review({ cart, points }: Route.ComponentProps['loaderData']) {
  const w = useWords()
  const text = useText()
  const shop = useShop()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const way = shop?.choice.way ?? 'collect'
  const [payment, setPayment] = useState<'card' | 'cash'>('card')
  const [used, setUsed] = useState(0)
  const [address, setAddress] = useState<AddressGiven>(nowhere)
  const [quote, setQuote] = useState<Quote | null>(null)
  const wanted = {
    cart_id: cart.cart_id,
    way,
    place_id: way === 'collect' ? (shop?.place?.place_id ?? null) : null,
    payment: way === 'ship' ? ('card' as const) : payment,
    points_used: used,
    address: way === 'ship' && isWhole(address) ? address : null,
  }
  const asked = JSON.stringify({ ...wanted, version: cart.version })
  const price = useAct(async (key) => {
    const header = { 'Idempotency-Key': key }
    setQuote(await take(api.POST('/v1/orders/quotes', { params: { header }, body: wanted })))
  })
  const { run: ask } = price
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked is what the price depends on, told as one string
  useEffect(() => void ask(), [ask, asked])
  const place = useAct(async (key) => {
    if (!quote) return
    const header = { 'Idempotency-Key': key }
    const body = { ...wanted, expected_total_yen: quote.totals.total_yen }
    const order = await take(api.POST('/v1/orders', { params: { header }, body }))
    await revalidate()
    await navigate(`/orders/${order.order_id}`, { replace: true })
  })
  const refused = place.refused ?? price.refused
  const count = cart.lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <>
      <WayLine />
      {way === 'ship' && <Address value={address} onChange={setAddress} />}
      <Payment way={way} payment={payment} onPayment={setPayment} />
      <PointsUse points={points} most={quote ? quote.totals.total_yen + used : 0} used={used} onUse={setUsed} />
      {quote ? (
        <>
          <Lines lines={quote.lines} />
          <Totals totals={quote.totals} count={count} />
          <Legal legal={quote.legal} />
          <PayBar totals={quote.totals}>
            {refused && (
              <Notice tone="refused">
                <p>{text(refused.text)}</p>
                {place.refused && <p>{w.uncharged}</p>}
              </Notice>
            )}
            <Button
              size="main"
              isDisabled={place.busy || price.busy || Boolean(price.refused) || (way === 'ship' && !isWhole(address))}
              onPress={() => place.run()}
            >
              {place.busy ? w.placing : w.placeOrder}
            </Button>
          </PayBar>
        </>
      ) : refused ? (
        <>
          <Notice tone="refused">{text(refused.text)}</Notice>
          <Link to="/cart" className="ui flex items-center gap-1 text-14 font-bold text-indigo">
            <Icon name="left" size={18} />
            {w.toCart}
          </Link>
        </>
      ) : (
        <Skeleton className="h-96" />
      )}
    </>
  )
}

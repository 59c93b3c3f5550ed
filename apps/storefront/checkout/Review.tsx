import { useEffect, useState } from 'react'
import { Link, useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import type { Cart, OrderSent, Quote } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { PayBar } from '../cart/PayBar.tsx'
import { pricedSums } from '../cart/sums.ts'
import { Totals } from '../cart/Totals.tsx'
import { WayLine } from '../cart/WayLine.tsx'
import type { Goods } from '../order/goods.ts'
import { Lines } from '../order/Lines.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import { Address, isWhole, nowhere } from './Address.tsx'
import { Contact, isReachable, nobody } from './Contact.tsx'
import { Legal } from './Legal.tsx'
import { Payment } from './Payment.tsx'
import { PointsUse } from './PointsUse.tsx'

const DEMO_CARD = 'tok_demo_visa'

/** One final view: goods, way, payment, and the six things the law wants seen before the button. */
export function Review({ cart, goods, points }: { cart: Cart; goods: Goods; points: number }) {
  const w = useWords()
  const text = useText()
  const shop = useShop()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const way = shop?.choice.way ?? 'collect'
  const [used, setUsed] = useState(0)
  const [address, setAddress] = useState(nowhere)
  const [contact, setContact] = useState(nobody)
  const [quote, setQuote] = useState<Quote | null>(null)
  const place_id = shop?.place?.place_id
  const wanted = { way, cart: true, points_used: used, ...(way === 'collect' && place_id ? { place_id } : {}) }
  const asked = JSON.stringify({ ...wanted, version: cart.version })
  const price = useAct(async (key) => {
    setQuote(await take(api.POST('/v1/orders/quotes', { body: wanted, ...keyed(key) })))
  })
  const { run: ask } = price
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked is all that the price depends on, told as one string
  useEffect(() => void ask(), [ask, asked])
  const place = useAct(async (key) => {
    if (!quote) return
    const body: OrderSent = {
      ...wanted,
      expected_total_yen: quote.total_yen,
      payments: quote.to_pay_yen > 0 ? [{ method: 'card', token: DEMO_CARD }] : [],
      ...(way === 'ship' ? { ship: address } : {}),
      ...(shop?.member ? {} : { contact }),
    }
    try {
      const order = await take(api.POST('/v1/orders', { body, ...keyed(key) }))
      await navigate(`/orders/${order.order_id}`, { replace: true })
    } finally {
      // Won or lost, the cart and the stock are not what they were.
      await revalidate()
    }
  })
  const complete = (way === 'collect' || isWhole(address)) && (Boolean(shop?.member) || isReachable(contact))
  if (!quote) {
    return price.refused ? <Stopped text={text(price.refused.text)} /> : <Skeleton className="h-96" />
  }
  return (
    <>
      <WayLine />
      {!shop?.member && <Contact value={contact} onChange={setContact} />}
      {way === 'ship' && <Address value={address} onChange={setAddress} />}
      <Payment to_pay_yen={quote.to_pay_yen} />
      <PointsUse points={points} most={quote.total_yen} used={used} onPoints={setUsed} />
      <div>
        <Lines lines={quote.lines} goods={goods} />
        <Totals sums={pricedSums(quote)} />
      </div>
      <Legal quote={quote} way={way} />
      <PayBar total_yen={quote.to_pay_yen} points={quote.points_earned}>
        {(place.refused ?? price.refused) && (
          <Notice tone="refused">
            <p>{text((place.refused ?? price.refused)!.text)}</p>
            {place.refused && (
              <Link to="/cart" className="font-bold underline">
                {w.toCart}
              </Link>
            )}
          </Notice>
        )}
        <Button
          size="main"
          isDisabled={place.busy || price.busy || Boolean(price.refused) || !complete}
          onPress={() => place.run()}
        >
          {place.busy ? w.placing : w.placeOrder}
        </Button>
      </PayBar>
    </>
  )
}

/** What stops an order before it can even be priced, and the way back. */
function Stopped({ text }: { text: string }) {
  const w = useWords()
  return (
    <>
      <WayLine />
      <Notice tone="refused">{text}</Notice>
      <Link to="/cart" className="ui flex items-center gap-1 text-14 font-bold text-indigo">
        <Icon name="left" size={18} />
        {w.toCart}
      </Link>
    </>
  )
}

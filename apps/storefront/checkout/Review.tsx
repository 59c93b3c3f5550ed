import { type RefObject, useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take, takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import type { Address, Cart, Delivery, OrderSent, PaymentConfiguration, Quote, Window } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { GroupHead } from '../cart/GroupHead.tsx'
import { checkoutPath, type Group } from '../cart/groups.ts'
import { PayBar } from '../cart/PayBar.tsx'
import { pricedSums } from '../cart/sums.ts'
import { Totals } from '../cart/Totals.tsx'
import { useAtCounter } from '../gift/counter.ts'
import { GiftCards, type GiftGiven, giftsSent, usePieces } from '../gift/GiftCards.tsx'
import { GiftHead } from '../gift/GiftHead.tsx'
import { GiftCardUse, useGiftCards } from '../gift-cards/GiftCardUse.tsx'
import { BasketOffers } from '../offers/BasketOffers.tsx'
import type { Goods } from '../order/goods.ts'
import { Lines } from '../order/Lines.tsx'
import { useShop } from '../shop.ts'
import { missingIn, nowhere, sent } from './address.ts'
import { CardFields } from './CardFields.tsx'
import { Contact, isReachable, nobody } from './Contact.tsx'
import { useCheckoutWords } from './checkoutWords.ts'
import { Legal } from './Legal.tsx'
import { type PaidBy, useLegalRows } from './legalRows.ts'
import { Payment } from './Payment.tsx'
import { PointsUse } from './PointsUse.tsx'
import { Receive, type Received } from './Receive.tsx'
import type { HostedCard } from './stripeJs.ts'
import { useDelivery } from './useDelivery.ts'

const DEMO_CARD = 'tok_demo_visa'

type Props = {
  cart: Cart
  group: Group
  goods: Goods
  points: number
  addresses: Address[]
  windows: Window[]
  payment: PaymentConfiguration
  /** Each piece is a gift; with what its recipient may take instead, by variant. */
  gift: { choices: Record<string, string[]> } | null
}

/** One final view: goods, way, payment, and the six things the law wants seen before the button. */
export function Review({ cart, group, goods, points, addresses, windows, payment, gift }: Props) {
  const w = useCheckoutWords()
  const text = useText()
  const lang = useLang()
  const shop = useShop()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const legalRows = useLegalRows()
  const way: Group['way'] | 'gift' = gift ? 'gift' : group.way
  const { place } = group
  const [used, setUsed] = useState(0)
  const [contact, setContact] = useState(nobody)
  const pieces = usePieces(group, gift?.choices ?? {})
  const [given_with, setGivenWith] = useState<GiftGiven>({
    from: '',
    messages: [],
    choose: [],
    tell: false,
  })
  const counter = useAtCounter()
  const [received, setReceived] = useState<Received>(() => firstWish(addresses))
  const methods = methodsFor(way, place, payment)
  const [picked, setPicked] = useState<PaidBy | null>(null)
  const paid_by = picked && methods.includes(picked) ? picked : (methods[0] ?? 'card')
  const [quote, setQuote] = useState<Quote | null>(null)
  const card = useRef<HostedCard | null>(null)
  const [card_told, setCardTold] = useState(false)
  const cards = useGiftCards(quote?.to_pay_yen ?? 0)
  const by_card = paid_by === 'card' && cards.left_yen > 0
  const tokenFor = useToken(payment, card)
  const { address_id, given } = received
  const prefecture = addresses.find((each) => each.address_id === address_id)?.prefecture ?? given.prefecture.trim()
  const delivery = useDelivery(way === 'ship' ? prefecture : '', group.total_yen)
  const wanted = {
    way,
    cart: true,
    lines: group.lines.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
    points_used: used,
    ...(gift && counter && { counter_code: counter.code }),
    ...(place && { place_id: place.place_id }),
    ...(way === 'ship' && wishOfDelivery(received, delivery)),
    ...(way === 'ship' && (address_id ? { address_id } : delivery && { prefecture: delivery.prefecture })),
    ...(way === 'collect' && received.from && { pickup: { from: received.from } }),
    ...(way === 'order_ahead' && { supply_mode: received.mode }),
  }
  const asked = JSON.stringify({ ...wanted, version: cart.version })
  const price = useAct(async (key) => {
    setQuote(await take(api.POST('/v1/orders/quotes', { body: wanted, ...keyed(key) })))
  })
  const { run: ask } = price
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked is all that the price depends on, told as one string
  useEffect(() => void ask(), [ask, asked])
  const rows = quote ? legalRows({ quote, way, place, paid_by, delivery, cards_yen: cards.yen }) : []
  const order = useAct(async (key) => {
    if (!quote) return
    const { prefecture: _, ...said } = wanted as typeof wanted & { prefecture?: string }
    const token = by_card ? await tokenFor(key) : undefined
    const body: OrderSent = {
      ...said,
      expected_total_yen: quote.total_yen,
      payments: [
        ...cards.payments,
        ...(cards.left_yen > 0 ? [token === undefined ? { method: paid_by } : { method: 'card' as const, token }] : []),
      ],
      ...(way === 'ship' && !address_id ? { ship: sent(given) } : {}),
      ...(gift && { gifts: giftsSent(pieces, given_with) }),
      ...(shop?.member ? {} : { contact: { ...contact, email: contact.email.trim() } }),
      shown_terms: { lang, items: rows.map(({ label, text }) => ({ label, text })) },
    }
    try {
      const place = () => take(api.POST('/v1/orders', { body, ...keyed(key) }))
      let placed = await place()
      const action = placed.payments.find((each) => each.action)?.action
      // Her bank asks her first; what came of it the house learns from the card company, and the same order goes on or ends.
      if (placed.state === 'paying' && action && card.current) {
        await card.current.prove(action.client_secret)
        placed = await place()
      }
      if (way === 'ship' && !address_id && received.remember && shop?.member)
        await takeIfAny(api.POST('/v1/customers/me/addresses', { body: sent(given) })).catch(() => null)
      await navigate(`/orders/${placed.order_id}`, { replace: true })
    } finally {
      // Won or lost, the cart and the stock are not what they were.
      await revalidate()
    }
  })
  const missing = way === 'ship' && !address_id ? missingIn(given) : undefined
  const unreached = !shop?.member && !isReachable(contact)
  const untold = by_card && payment.hosted && !card_told
  const refused = order.refused ?? price.refused
  if (!quote) {
    return price.refused ? <Stopped group={group} text={text(price.refused.text)} /> : <Skeleton className="h-96" />
  }
  return (
    <>
      {gift ? <GiftHead /> : <GroupHead group={group} />}
      {!shop?.member && <Contact value={contact} back={checkoutPath(group)} onChange={setContact} />}
      {gift && <GiftCards pieces={pieces} value={given_with} onChange={setGivenWith} />}
      {!gift && (
        <Receive
          way={group.way}
          value={received}
          onChange={setReceived}
          addresses={addresses}
          windows={windows}
          delivery={delivery}
          member={Boolean(shop?.member)}
        />
      )}
      <Payment
        to_pay_yen={cards.left_yen}
        by_gift_card={cards.yen > 0}
        methods={methods}
        value={paid_by}
        demo={payment.provider === 'fake'}
        fields={
          payment.publishable_key && (
            <CardFields publishable_key={payment.publishable_key} card={card} onComplete={setCardTold} />
          )
        }
        onChange={setPicked}
      />
      <GiftCardUse cards={cards} />
      <PointsUse points={points} most={quote.total_yen} used={used} onPoints={setUsed} />
      <div>
        <Lines lines={quote.lines.filter((line) => line.variant_id !== null)} goods={goods} />
        <Totals sums={pricedSums(quote, way)} />
        <BasketOffers coupons={cart.coupons} quotes={[quote]} />
      </div>
      <Legal rows={rows} />
      <PayBar total_yen={cards.left_yen} points={quote.points_earned}>
        {refused && (
          <Notice tone="refused">
            <p>{text(refused.text)}</p>
            {order.refused && (
              <Link to="/cart" className="font-bold underline">
                {w.toCart}
              </Link>
            )}
          </Notice>
        )}
        {(missing || unreached || untold) && (
          <p className="text-center text-12 text-ink-2">
            {w.fillIn(missing ? w.address : unreached ? w.contact : w.cardMissing)}
          </p>
        )}
        <Button
          size="main"
          isDisabled={
            order.busy ||
            price.busy ||
            Boolean(price.refused) ||
            Boolean(missing) ||
            unreached ||
            untold ||
            (cards.left_yen > 0 && methods.length === 0)
          }
          onPress={() => order.run()}
        >
          {order.busy ? w.placing : w.placeOrder}
        </Button>
      </PayBar>
    </>
  )
}

function firstWish(addresses: Address[]): Received {
  const usual = addresses.find((each) => each.preferred) ?? addresses[0]
  return {
    address_id: usual?.address_id ?? null,
    given: nowhere,
    remember: true,
    date: '',
    slot: '',
    from: '',
    mode: 'take_away',
  }
}

// A day or slot chosen for one prefecture may not be offered in the next.
function wishOfDelivery({ date, slot }: Received, delivery: Delivery | null) {
  const wish = {
    ...(delivery?.dates.includes(date) && { date }),
    ...(delivery?.slots.some(({ code }) => code === slot) && { slot }),
  }
  return Object.keys(wish).length > 0 ? { delivery: wish } : {}
}

/** One token for one intention: sent again under its key, an order must be the same to the letter. */
function useToken(payment: PaymentConfiguration, card: RefObject<HostedCard | null>) {
  const kept = useRef<{ key: string; token: string } | null>(null)
  return async (key: string): Promise<string> => {
    if (payment.provider === 'fake') return DEMO_CARD
    if (kept.current?.key === key) return kept.current.token
    // The button waits for the fields, so they are there.
    const token = (await card.current?.token()) ?? ''
    kept.current = { key, token }
    return token
  }
}

// What is made for her alone is paid for first; a shop may not be paid there.
function methodsFor(way: string, place: Group['place'], payment: PaymentConfiguration): PaidBy[] {
  const barred = way === 'ship' || way === 'gift' ? [] : (place?.barred_payments ?? [])
  const all: PaidBy[] = way === 'collect' ? ['card', 'pay_in_shop'] : ['card']
  return all.filter((by) => !barred.includes(by) && !(by === 'card' && payment.provider === 'none'))
}

/** What stops an order before it can even be priced, and the way back. */
function Stopped({ group, text }: { group: Group; text: string }) {
  const w = useCheckoutWords()
  return (
    <>
      <GroupHead group={group} />
      <Notice tone="refused">{text}</Notice>
      <Link to="/cart" className="ui flex min-h-11 items-center gap-1 text-14 font-bold text-indigo">
        <Icon name="left" size={18} />
        {w.toCart}
      </Link>
    </>
  )
}

import { reactionsTo } from '#activity/activity'
import type { Ordering } from '#business/business'
import type { Actor } from '#core/actor'
import { hashId, id } from '#core/id'
import type { SetAside, SoldCards } from '#gifts/gifts'
import { takeLines, type Wanted } from '#inventory/inventory'
import { expiryOf } from '#loyalty/loyalty'
import type { Decision, Wish } from '#orders/decide'
import type { DiscountView } from '#orders/discount-input'
import type { Approval } from '#orders/discounts'
import type { OrderInput } from '#orders/input'
import type { Promised } from '#orders/promise'
import { type Payment, paymentsOf, type Terms } from '#orders/tender'
import { termsOf } from '#orders/terms'
import { type OrderView, pickupCode, promiseView } from '#orders/view'
import type { Asked, Buyer } from '#orders/wish'

const payment_timeout_ms = 15 * 60_000

/** An order as it will be written: the row set of `orders.checkout`, and how the API shows it. */
export type Draft = {
  view: OrderView
  payments: Payment[]
  writes: Record<string, unknown>
  /** Set when nothing of it can be refused but its price, its goods, its key and its number: such sales may be written together. */
  simple?: Simple
  /** What is promised from one place. */
  wanted?: Wanted
}
/** What is looked at and locked for a sale before others', and in one order with theirs. */
export type Simple = {
  price_ids: string[]
  variant_ids: string[]
  goods: (ReturnType<typeof takeLines>[number] & {
    place_id: string
    source_id: string
    at: string
    actor_kind: string
    actor_id: string
  })[]
}

type More = Omit<Terms, 'way' | 'now'> & {
  promised?: Promised | null
  hold?: Asked['hold']
  discounts?: DiscountView[]
  approval?: Approval | null
  gifts?: SetAside | undefined
  sells_cards?: SoldCards | undefined
}

/** Turn a decision into rows. Card money is asked for after the goods are safe, so such an order starts as 'paying'. */
export function draft(
  actor: Actor,
  input: OrderInput,
  wish: Wish,
  buyer: Buyer,
  cart: Asked['cart'],
  decision: Decision,
  now: Date,
  sealed: Buffer | null,
  { promised = null, hold = null, discounts = [], approval = null, gifts, sells_cards, ...terms }: More = {
    later: false,
    cash_on_delivery: false,
  },
): Draft {
  const { quote, lines } = decision
  const order_id = id()
  const points_paid = quote.points_as === 'payment' ? wish.points_used : 0
  const payments = paymentsOf(
    input.payments ?? [],
    {
      ...terms,
      way: wish.way,
      now,
      at_till: wish.sold_at !== null && wish.channel === 'till',
      on_account: wish.ordering !== undefined,
    },
    quote.paid_yen,
    points_paid,
  )
  const paying = payments.some(({ state }) => state === 'pending')
  const state = paying ? 'paying' : overAtOnce(wish.way) ? 'done' : 'placed'
  const at = now.toISOString()
  const settled = overAtOnce(wish.way) ? 'done' : 'placed'
  const view: OrderView = {
    order_id,
    number: numberOf(decision.business_date, order_id),
    profile_id: buyer.walk_in ? null : buyer.profile_id,
    channel: wish.channel,
    way: wish.way,
    state: settled,
    place_id: wish.place.place_id,
    business_date: decision.business_date,
    placed_at: at,
    lines,
    items_yen: quote.amount_yen,
    discount_yen: quote.amount_yen - quote.total_yen,
    total_yen: quote.total_yen,
    tax_yen: quote.tax_yen,
    taxes: quote.taxes,
    discounts,
    payments: payments.map((payment) => ({
      method: payment.method,
      amount_yen: payment.amount_yen,
      tendered_yen: payment.tendered_yen,
      change_yen: payment.tendered_yen === null ? 0 : payment.tendered_yen - payment.amount_yen,
      state: payment.asked ? (payment.asked === 'charge' ? 'captured' : 'authorized') : payment.state,
      payment_id: payment.payment_id,
      ...(payment.method === 'terminal' && { slip: payment.reference as string }),
      ...(payment.method === 'gift_card' && { last_four: payment.reference as string }),
    })),
    points_as: quote.points_as,
    points_used: wish.points_used,
    points_earned: quote.points_earned,
    staff_id: actor.kind === 'staff' ? actor.id : null,
    with_order_id: input.with_order_id ?? null,
    pickup: wish.way === 'collect' ? { code: pickupCode(order_id), ready_at: null } : null,
    promise: promised && promiseView(promised, wish.way, settled, null),
    ready_at: null,
    done_at: settled === 'done' ? at : null,
    cancelled_at: null,
    cancel_reason: null,
  }
  const timeout_at = new Date(now.getTime() + payment_timeout_ms).toISOString()
  const draw = wish.points_used > 0 && {
    amount: wish.points_used,
    mode: paying ? 'hold' : 'use',
    hold_id: id(),
    profile_ids: listed(buyer.profile_ids),
    expires_at: timeout_at,
  }
  const by_card = payments.flatMap(({ card_id, payment_id, amount_yen, at }) =>
    card_id ? [{ card_id, payment_id, amount_yen, at }] : [],
  )
  const taken = takeLines(stocked(lines))
  const writes = {
    ...confirmation(actor, { ...view, profile_id: buyer.profile_id }, decision.expiry_days, now),
    order: {
      order_id,
      number: view.number,
      external_id: input.external_id ?? null,
      channel: wish.channel,
      way: wish.way,
      state,
      place_id: view.place_id,
      ...(promised?.sold_place_id ? { sold_place_id: promised.sold_place_id } : {}),
      supply_mode: wish.supply_mode,
      business_date: view.business_date,
      items_yen: view.items_yen,
      discount_yen: view.discount_yen,
      total_yen: view.total_yen,
      points_used: view.points_used,
      points_earned: view.points_earned,
      taxes: view.taxes,
      ...(discounts.length > 0 ? { discounts } : {}),
      staff_id: view.staff_id,
      cart_id: cart?.cart_id ?? null,
      cart_profile_id: cart?.profile_id ?? null,
      cart_version: cart?.version ?? null,
      with_order_id: view.with_order_id,
      sealed: sealed?.toString('base64') ?? null,
      terms: termsOf(quote, input.shown_terms),
    },
    lines,
    ...(promised ? { promise: promised } : {}),
    ...(hold ? { hold } : {}),
    ...(approval ? { approval } : {}),
    ...(gifts ? { gifts: { ...gifts, state: paying ? 'waiting' : 'open' } } : {}),
    ...(by_card.length > 0 ? { cards: { mode: paying ? 'hold' : 'use', until: timeout_at, cards: by_card } } : {}),
    ...(sells_cards ? { sells_cards } : {}),
    ...(decision.redeems.length > 0 ? { offers: redeeming(actor, view, buyer, decision.redeems) } : {}),
    ...(actor.device_id ? { till: actor.device_id } : {}),
    payments,
    due: paying ? [{ kind: 'payment_timeout', due_at: timeout_at }] : [],
    prices: { price_ids: listed(decision.price_ids), variant_ids: listed(decision.variant_ids), channel: wish.channel },
    ...(wish.ordering && { account: accountOf(wish.ordering, payments) }),
    takes: {
      mode: wish.way !== 'carry' ? 'reserve' : paying ? 'set_aside' : 'sell',
      lines: taken,
      ...wish.parts,
    },
  }
  const points = writes.points as Record<string, unknown>
  const order = { view, payments, writes: { ...writes, points: draw ? { ...points, draw } : points } }
  const alone = decision.redeems.some(({ guarded }) => guarded)
  const special =
    paying || draw || by_card.length > 0 || cart || hold || promised || approval || alone || wish.ordering || wish.parts
  if (gifts || sells_cards) return order
  if (wish.way !== 'carry' && !wish.parts) return { ...order, wanted: { place_id: view.place_id, lines: taken } }
  if (wish.way !== 'carry' || special) return order
  const { price_ids, variant_ids } = decision
  const sale = { place_id: view.place_id, source_id: order_id, at, actor_kind: actor.kind, actor_id: actor.id }
  return { ...order, simple: { price_ids, variant_ids, goods: taken.map((line) => ({ ...line, ...sale })) } }
}

/** Whether an order is done once it is paid: its goods are carried away, or belong to gifts, which go their own ways from there; or it sold gift cards. */
function overAtOnce(way: string): boolean {
  return way === 'carry' || way === 'gift' || way === 'gift_card'
}

/** What the offers' ledger needs to know, and to check again. */
export function redeeming(
  actor: Actor,
  view: Pick<OrderView, 'order_id' | 'place_id' | 'channel' | 'placed_at'>,
  { profile_id, profile_ids }: Pick<Buyer, 'profile_id' | 'profile_ids'>,
  redeems: Decision['redeems'],
) {
  const { order_id, place_id, channel, placed_at } = view
  const [by, reactions] = [
    { actor_kind: actor.kind, actor_id: actor.id },
    reactionsTo('offers.redeemed', { payload: {} }),
  ]
  const whose = {
    profile_id,
    profile_ids: listed(profile_ids),
    order_id,
    place_id,
    channel,
    at: placed_at,
    ...by,
    reactions,
  }
  return redeems.map((one) => ({ ...whose, ...one }))
}

// What the company's ledger needs to know, and to check again.
function accountOf({ account_id, list_version }: Ordering, payments: readonly Payment[]) {
  const credit_yen = payments.reduce((sum, { method, amount_yen }) => sum + (method === 'account' ? amount_yen : 0), 0)
  return { profile_id: account_id, list_version, credit_yen, entry_id: id() }
}

// Neither a service nor what is made when ordered lies on a shelf.
function stocked(lines: Decision['lines']): { variant_id: string; quantity: number }[] {
  return lines.flatMap(({ variant_id, quantity, made }) => (variant_id && !made ? [{ variant_id, quantity }] : []))
}

/** What `orders.confirm` needs, from the order alone: the same at checkout, after payment, and after a crash in between. */
export function confirmation(
  actor: { kind: string; id: string },
  view: OrderView & { profile_id: string | null },
  expiry_days: number,
  now: Date,
) {
  const { order_id } = view
  const earn = view.points_earned > 0 && {
    amount: view.points_earned,
    state: overAtOnce(view.way) ? 'available' : 'pending',
    lot_id: hashId('lot', order_id),
    journal_id: hashId('journal', order_id),
    expires_at: expiryOf(now, expiry_days),
  }
  const payload = {
    number: view.number,
    way: view.way,
    total_yen: view.total_yen,
    items: view.lines.reduce((sum, line) => sum + (line.variant_id ? line.quantity : 0), 0),
    points_used: view.points_used,
    points_earned: view.points_earned,
    staff_id: view.staff_id,
    with_order_id: view.with_order_id,
    ...handFacts(view.discounts),
  }
  return {
    profile_id: view.profile_id,
    at: now.toISOString(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    bought: listed(view.lines.flatMap((line) => line.variant_id ?? [])),
    points: earn ? { earn } : {},
    event: {
      event_id: hashId('order.placed', order_id),
      source: 'orders',
      reactions: listed(reactionsTo('order.placed', { payload })),
      payload,
    },
  }
}

// What the timeline tells of discounts by hand: how much, why, and whose yes it took.
function handFacts(discounts: readonly DiscountView[]) {
  const by_hand = discounts.filter(({ kind }) => kind === 'by_hand')
  if (by_hand.length === 0) return {}
  return {
    by_hand_yen: by_hand.reduce((all, { yen }) => all + yen, 0),
    by_hand_reasons: [...new Set(by_hand.flatMap(({ reason }) => reason ?? []))],
    approved_by: by_hand.find(({ approved_by }) => approved_by)?.approved_by ?? null,
  }
}

// A list as PostgreSQL writes arrays: inside JSON it is one cast there, not a query.
function listed(items: readonly string[]): string {
  return `{${items.map((item) => JSON.stringify(item)).join()}}`
}

/** Read aloud over the phone: day, then six letters and digits without 0/O, 1/I/L. Its uniqueness is a key of orders.number. */
export function numberOf(business_date: string, order_id: string): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  let value = BigInt(`0x${order_id.replaceAll('-', '').slice(16)}`) & 0xffffffffffffn
  let letters = ''
  for (let at = 0; at < 6; at++) {
    letters += alphabet[Number(value % 31n)]
    value /= 31n
  }
  return `${business_date.slice(2).replaceAll('-', '')}-${letters}`
}

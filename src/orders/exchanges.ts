/**
 * Exchanges: a return and a new sale across one counter as one transaction with one difference. What must always be true: both are
 * written or neither; what comes back in money pays the new goods first; goods of the same product go at the price that was paid,
 * so another size costs nothing; points that had paid pay again.
 */
import { forget, sellables } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import type { Db, Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { memberProfile, profilesOf } from '#customers/customers'
import { placeWithin } from '#orders/checkout'
import { type Decision, decide, supplyMode, type Wish } from '#orders/decide'
import { type Draft, draft } from '#orders/draft'
import type { OrderInput } from '#orders/input'
import { onAccount } from '#orders/on-account'
import type { Order } from '#orders/read'
import type { ReturnRow } from '#orders/return-read'
import { type Override, plan, type ReturnPlan, type ReturnWish, takeBack } from '#orders/returns'
import { portion } from '#pricing/integer'
import type { Slip } from '#pricing/slip'
import { place } from '#stores/stores'

export type Wanted = { variant_id?: string; gtin?: string; quantity: number }
export type ExchangeWish = Omit<ReturnWish, 'way'> & {
  take: Wanted[]
  payments?: OrderInput['payments'] | undefined
  /** Points to pay with: at most those given back; all of them unless said otherwise. */
  points_used?: number | undefined
}
export type ExchangePlan = {
  back: ReturnPlan
  decision: Decision
  wish: Wish
  points_used: number
  /** Of the refund, what the new goods use up; the rest goes back as money. */
  credit_yen: number
  /** Above zero she pays it, below zero it is given back. */
  difference_yen: number
}

/** Work out an exchange without writing. */
export async function planExchange(
  db: Db,
  actor: Actor,
  order: Order,
  wanted: ExchangeWish,
  at_place: string,
): Promise<ExchangePlan> {
  const { view } = order
  if (onAccount(view))
    refuse(
      'orders.exchange_account',
      409,
      '掛売のご注文は、返品のうえ改めてご注文ください。',
      'What was billed is returned and ordered anew.',
      { order_id: view.order_id },
    )
  const back = await plan(db, order, { ...wanted, way: 'counter' })
  const where = await place(db, at_place)
  const member = view.profile_id !== null && (await memberProfile(db, view.profile_id))
  const wish: Wish = {
    channel: actor.kind === 'staff' ? (actor.role === 'agent' ? 'phone' : 'till') : 'till',
    way: 'carry',
    place: where,
    sold_at: null,
    prefecture: null,
    supply_mode: supplyMode('carry'),
    lines: await evenLines(db, order, back.slip, wanted.take),
    points_used: 0,
    member,
    profile_ids: view.profile_id ? await profilesOf(db, view.profile_id) : [],
  }
  const now = clock.now()
  const gross_yen = (await decide(db, wish, now)).quote.total_yen
  const points_used = wanted.points_used ?? Math.min(back.slip.points_yen, gross_yen)
  if (points_used > back.slip.points_yen)
    refuse(
      'orders.exchange_points',
      422,
      '交換では、お返しするポイントまでご利用いただけます。',
      'In an exchange only the points given back can be used.',
      {
        field: 'points_used',
        points_back: back.slip.points_yen,
      },
    )
  const paying = { ...wish, points_used }
  const decision = await decide(db, paying, now)
  const { paid_yen } = decision.quote
  const credit_yen = Math.min(back.slip.refund_yen, paid_yen)
  return { back, decision, wish: paying, points_used, credit_yen, difference_yen: paid_yen - back.slip.refund_yen }
}

// Each returned piece carries one piece of the same product at the price it was bought for.
async function evenLines(db: Db, { view }: Order, slip: Slip, take: readonly Wanted[]): Promise<Wish['lines']> {
  const variant_ids = view.lines.flatMap(({ variant_id }) => variant_id ?? [])
  const goods = await sellables(db, {
    variant_ids: [...variant_ids, ...take.flatMap(({ variant_id }) => variant_id ?? [])],
    gtins: take.flatMap(({ gtin }) => gtin ?? []),
  })
  const all = [...goods.values()]
  const pool = slip.lines.flatMap(({ id, quantity, refund_yen, points_yen }) => {
    const line = view.lines.find(({ line_no }) => String(line_no) === id)
    const product_id = line?.variant_id && goods.get(line.variant_id)?.product_id
    return line && product_id
      ? [{ product_id, unit_yen: line.unit_yen, quantity, left: quantity, yen: refund_yen + points_yen }]
      : []
  })
  return take.map((want) => {
    const item = want.variant_id ? goods.get(want.variant_id) : all.find(({ gtin }) => gtin === want.gtin)
    const even = pool.find(({ product_id, left }) => product_id === item?.product_id && left >= want.quantity)
    if (!even) return want
    const used = even.quantity - even.left
    even.left -= want.quantity
    const yen = portion(even.yen, used + want.quantity, even.quantity) - portion(even.yen, used, even.quantity)
    const discount_yen = even.unit_yen * want.quantity - yen
    // Paid more than its price says (a price rounded per unit): no discount, its own price.
    if (discount_yen < 0) return want
    return { ...want, fixed: { unit_yen: even.unit_yen, discount_yen } }
  })
}

/** Draft the new sale of an exchange. */
export async function draftExchange(
  db: Db,
  actor: Actor,
  order: Order,
  planned: ExchangePlan,
  payments: OrderInput['payments'],
): Promise<Draft> {
  const { wish, decision, credit_yen, difference_yen } = planned
  if (difference_yen <= 0 && payments?.length)
    refuse('orders.payment_sum', 422, 'お支払いいただく差額はありません。', 'There is no difference to pay.', {
      field: 'payments',
      to_pay_yen: 0,
    })
  const card = (payments ?? []).findIndex(({ method }) => method !== 'cash' && method !== 'terminal')
  if (card >= 0)
    refuse(
      'orders.by_hand',
      422,
      '差額は現金または外部端末でお支払いください。',
      'The difference is paid in cash or at a terminal.',
      {
        field: `payments.${card}.method`,
      },
    )
  const profile_id = order.view.profile_id
  const buyer = profile_id
    ? { profile_id, profile_ids: await profilesOf(db, profile_id), member: wish.member, walk_in: false }
    : { profile_id: wish.place.place_id, profile_ids: [], member: false, walk_in: true }
  const input: OrderInput = { way: 'carry', ...(payments && { payments }) }
  return draft(actor, input, wish, buyer, null, decision, clock.now(), null, {
    later: false,
    cash_on_delivery: false,
    credit_yen,
  })
}

/** Write a planned exchange: the return first, so that its goods and points can be had again; refuses when anything has changed since. */
export async function exchange(
  tx: Tx,
  actor: Actor,
  order: Order,
  wanted: ExchangeWish,
  planned: ExchangePlan,
  sale: Draft,
  at_place: string,
  override: Override | null,
): Promise<ReturnRow> {
  const { lines, reason } = wanted
  const { order_id } = sale.view
  const row = await takeBack(tx, actor, order, { lines, reason, way: 'counter' }, at_place, override, {
    order_id,
    credit_yen: planned.credit_yen,
  })
  const { slip } = planned.back
  if (row.refund_yen !== slip.refund_yen || row.points_back !== slip.points_yen)
    refuse(
      'orders.refund_changed',
      409,
      '返金額が変わりました。新しい金額をご確認ください。',
      'The refund has changed; please look at the new amount.',
      {
        refund_yen: row.refund_yen,
      },
    )
  await placeWithin(tx, sale)
  return row
}

/** Look at prices anew next time: the cached ones had gone stale. */
export function forgetPrices({ decision }: ExchangePlan): void {
  forget(decision.variant_ids)
}

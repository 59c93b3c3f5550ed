/** Money after the order: what is due is paid, what was authorized is captured in part, what was taken goes back. */
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { only, rows, run, sql, type Tx } from '#core/database'
import { hashId } from '#core/id'
import { refuse, wording } from '#core/problem'
import { businessDate, clock } from '#core/time'
import type { OrderInput } from '#orders/input'
import { find, type Order } from '#orders/read'
import { paymentsByHand } from '#orders/tender'
import type { OrderView } from '#orders/view'
import { place } from '#stores/stores'

wording({
  'orders.no_such_payment': {
    ja: 'このご注文にその支払いはありません。',
    en: 'The order has no such payment.',
  },
  'orders.refund_too_much': {
    ja: '返金できる金額を超えています。',
    en: 'That is more than can be given back.',
  },
  'orders.not_paid': {
    ja: 'お支払いがまだ済んでいません。',
    en: 'It has not been paid yet.',
  },
  'orders.nothing_due': {
    ja: 'お支払いいただく金額はありません。',
    en: 'There is nothing left to pay.',
  },
  'orders.payment_sum': {
    ja: 'お支払い金額が合計と一致しません。',
    en: 'The payments do not add up to the total.',
  },
  'orders.cart_paying': {
    ja: 'このカートのご注文は、お支払いの確認中です。少し待ってからもう一度お試しください。',
    en: 'This cart is being ordered already and its payment is being confirmed; please try again shortly.',
  },
})

export type PaymentRow = {
  payment_id: string
  method: string
  amount_yen: number
  state: string
  /** What it has taken and not given or promised back, in yen. */
  refundable_yen: number
}

/** The payments of an order that stand for it, with what each can still give back. */
export function paymentsOf(tx: Tx, order: { profile_id: string; order_id: string }): Promise<PaymentRow[]> {
  return rows<PaymentRow>(
    tx,
    sql`select y.payment_id, y.method, y.amount_yen, y.state, (orders.taken_yen(y) - coalesce((
            select sum(x.amount_yen)::bigint from orders.payment_operation x where x.profile_id = y.profile_id and x.order_id = y.order_id
              and x.payment_id = y.payment_id and x.kind = 'refund' and x.state in ('open', 'by_hand', 'done')), 0)) as refundable_yen
        from orders.payment y where y.profile_id = ${order.profile_id} and y.order_id = ${order.order_id} and y.state <> 'replaced' order by y.payment_id`,
  )
}

export type Refund = {
  /** The caller's own id of this refund (a return's, say): asked again with it, nothing more is given. */
  refund_id: string
  /** How much money, points left out; or by payment, points among them where their ledger was moved by the caller. */
  amount_yen?: number
  by_payment?: readonly { payment_id: string; amount_yen: number; slip?: string }[]
  /** A word: why. */
  reason: string
  /** The till this happens at: cash and terminal money is handed over there and then. Left out, a person has to do it later. */
  given_at_place_id?: string
  /** Slip of the outside terminal's refund, when one is given back there. */
  slip?: string
}

/**
 * Give money of an order back, in full or in part, as often as something is left. Writes what is to be done in the caller's
 * transaction: points, accounts, and what is handed over at once are done; card money moves right after commit
 * (`carryOut(db, order_id)`, or the sweep within seconds); the rest is listed for a person. Without `by_payment` the card is
 * given back first, then the terminal, then cash. Refuses 422 `orders.refund_too_much` with `refundable_yen`. The order's row
 * should be locked by the caller when it decides anything from it. Returns what was given from which payment.
 */
export async function refund(
  tx: Tx,
  actor: Actor,
  order: Pick<Order, 'profile_id' | 'version' | 'view'>,
  want: Refund,
): Promise<{ payment_id: string; operation_id: string; amount_yen: number }[]> {
  const { profile_id, view } = order
  const { order_id } = view
  const known = await rows<{ payment_id: string; operation_id: string; amount_yen: number }>(
    tx,
    sql`select payment_id, operation_id, amount_yen from orders.payment_operation
        where profile_id = ${profile_id} and order_id = ${order_id} and kind = 'refund' order by payment_id`,
  )
  const before = known.filter((made) => made.operation_id === hashId('refund', want.refund_id, made.payment_id))
  if (before.length > 0) return before
  const shares = want.by_payment ?? (await shared(tx, { profile_id, order_id }, want))
  const list = shares.map((share) => ({
    slip: want.slip,
    ...share,
    operation_id: hashId('refund', want.refund_id, share.payment_id),
    given: want.given_at_place_id !== undefined,
    till: actor.device_id,
  }))
  const now = clock.now()
  const shop = await place(tx, want.given_at_place_id ?? view.place_id)
  await only(
    tx,
    sql`select orders.ask_refund(${profile_id}, ${order_id}, ${JSON.stringify(list)}::jsonb, ${want.reason}, ${shop.place_id},
          ${businessDate(now, shop.time_zone, shop.cutover)}, ${now.toISOString()}, ${actor.kind}, ${actor.id})`,
  )
  await emit(tx, {
    type: 'payment.refunded',
    profile_id,
    source: 'orders',
    message_id: `refunded:${order_id}:${want.refund_id}`,
    channel: view.channel,
    place_id: shop.place_id,
    subject_kind: 'order',
    subject_id: order_id,
    actor,
    payload: {
      number: view.number,
      amount_yen: list.reduce((sum, { amount_yen }) => sum + amount_yen, 0),
      reason: want.reason,
    },
  })
  return list.map(({ payment_id, operation_id, amount_yen }) => ({ payment_id, operation_id, amount_yen }))
}

const first_back = ['gift_card', 'card', 'account', 'terminal', 'cash', 'recorded']

async function shared(tx: Tx, order: { profile_id: string; order_id: string }, { amount_yen = 0 }: Refund) {
  const money = (await paymentsOf(tx, order)).filter(
    ({ method, refundable_yen }) => method !== 'points' && method !== 'exchange' && refundable_yen > 0,
  )
  const listed = money.sort((one, other) => first_back.indexOf(one.method) - first_back.indexOf(other.method))
  let left = amount_yen
  const shares = listed.flatMap(({ payment_id, refundable_yen }) => {
    const share = Math.min(left, refundable_yen)
    left -= share
    return share > 0 ? [{ payment_id, amount_yen: share }] : []
  })
  if (left > 0 || amount_yen < 1)
    refuse('orders.refund_too_much', 422, '返金できる金額を超えています。', 'That is more than can be given back.', {
      field: 'amount_yen',
      refundable_yen: amount_yen - left,
    })
  return shares
}

/**
 * Take the money that is due on an order (pay in shop, cash on delivery) at a till: cash and outside terminals, summing to what
 * is due exactly. Refuses 409 `orders.nothing_due`, 422 `orders.payment_sum`. A repeat belongs under the same Idempotency-Key.
 */
export async function payDue(
  tx: Tx,
  actor: Actor,
  order: Order,
  payments: NonNullable<OrderInput['payments']>,
  place_id: string,
): Promise<OrderView> {
  const { profile_id, view } = order
  const due = (await paymentsOf(tx, { profile_id, order_id: view.order_id })).filter(({ state }) => state === 'due')
  const due_yen = due.reduce((sum, { amount_yen }) => sum + amount_yen, 0)
  if (due_yen === 0)
    refuse('orders.nothing_due', 409, 'お支払いいただく金額はありません。', 'There is nothing left to pay.', {
      field: 'payments',
      due_yen,
    })
  const list = paymentsByHand(payments, due_yen).map((paid) => ({ ...paid, till: actor.device_id }))
  const now = clock.now()
  const shop = await place(tx, place_id)
  const day = businessDate(now, shop.time_zone, shop.cutover)
  await only(
    tx,
    sql`select orders.pay_due(${profile_id}, ${view.order_id}, ${JSON.stringify(list)}::jsonb, ${place_id}, ${day}, ${now.toISOString()})`,
  )
  await emit(tx, {
    type: 'payment.received',
    profile_id,
    source: 'orders',
    message_id: `received:${view.order_id}:${list[0]?.payment_id}`,
    channel: view.channel,
    place_id,
    subject_kind: 'order',
    subject_id: view.order_id,
    actor,
    payload: { number: view.number, amount_yen: due_yen },
  })
  return (await find(tx, view.order_id)).view
}

/**
 * Less left than was ordered: capture only this much of what was authorized, before the goods are marked as gone; the rest is
 * never taken. Made right after commit, or by the sweep. Refuses more than was authorized. With several cards the first pays most.
 */
export async function captureOnly(tx: Tx, actor: Actor, order: Order, amount_yen: number): Promise<void> {
  const { profile_id, view } = order
  const open = (await paymentsOf(tx, { profile_id, order_id: view.order_id })).filter(
    ({ state }) => state === 'authorized',
  )
  let left = amount_yen
  for (const { payment_id, amount_yen: most } of open) {
    const share = Math.min(left, most)
    left -= share
    if (share > 0)
      await only(
        tx,
        sql`select orders.ask_capture(${profile_id}, ${view.order_id}, ${payment_id}, ${share}, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
      )
    else
      await run(
        tx,
        sql`select orders.ask_void(${profile_id}, ${view.order_id}, ${payment_id}, 'short', ${clock.iso()}, ${actor.kind}, ${actor.id})`,
      )
  }
  if (left > 0)
    refuse('orders.capture_too_much', 422, 'オーソリの金額を超えています。', 'That is more than was authorized.', {
      field: 'amount_yen',
      authorized_yen: amount_yen - left,
    })
}

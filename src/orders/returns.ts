/**
 * Returns. What must always be true: never more comes back than was bought; slips' taxes sum to the receipt's per rate; the refund
 * goes back through the payments it came from; points end as if the returned goods had never been bought; goods, points, money
 * and the timeline are written together under the order's row lock, or not at all.
 */
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, only, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { profilesOf } from '#customers/customers'
import { voidSold } from '#gifts/gifts'
import { numberOf } from '#orders/draft'
import { credit } from '#orders/on-account'
import { paymentsOf, refund } from '#orders/payments'
import { find, type Order } from '#orders/read'
import { findReturn, type OrderTender, type ReturnRow, returnsOf, slipOf, tendersOf } from '#orders/return-read'
import { conditionFor, type Hindrance, hindrances, type Reason, returnBy } from '#orders/return-rules'
import { boughtOf } from '#orders/terms'
import { refundSplit } from '#pricing/refund'
import { returnSlip, type Slip } from '#pricing/slip'
import { businessDateAt, place } from '#stores/stores'

export type ReturnWish = {
  lines: { line_no: number; quantity: number; condition?: 'sellable' | 'damaged' | undefined }[]
  reason: Reason
  way: 'counter' | 'post'
  /** A gift that nobody received: its goods never left. */
  unreceived?: boolean
}
export type PlannedRefund = OrderTender & { amount_yen: number }
export type ReturnPlan = {
  slip: Slip
  conditions: Map<number, 'sellable' | 'damaged'>
  refunds: PlannedRefund[]
  hindrances: Hindrance[]
  return_by: string | null
  earlier: ReturnRow[]
}
/** Who allowed a return against the rules, and why. */
export type Override = { reason: string; staff_id: string }

/** Work out a return without writing: refund and tax of each part, points both ways, money per payment, and what stands against it. */
export async function plan(db: Db, order: Order, wish: ReturnWish): Promise<ReturnPlan> {
  const { view } = order
  if (view.state !== 'done')
    refuse(
      'orders.not_done',
      409,
      'まだお渡ししていない注文です。返品ではなく取り消しをしてください。',
      'The goods have not left yet: cancel the order instead.',
      { order_id: view.order_id, state: view.state },
    )
  if (view.way === 'gift' && !wish.unreceived)
    refuse(
      'orders.gift_given',
      409,
      'ギフトのご注文です。未受取のギフトは、ギフトごとに取り消してください。',
      'These are gifts: those not received yet are cancelled one by one.',
      { order_id: view.order_id },
    )
  const earlier = await returnsOf(db, order)
  const slip = slipFor(order, wish, earlier)
  const refunds = await split(db, order, slip.refund_yen)
  const line_nos = wish.lines.map(({ line_no }) => line_no)
  return {
    slip,
    conditions: new Map(
      wish.lines.map(({ line_no, condition }) => [line_no, condition ?? conditionFor(wish.reason)] as const),
    ),
    refunds,
    hindrances: wish.unreceived ? [] : await hindrances(db, order, line_nos, wish.reason),
    return_by: await returnBy(db, order, wish.reason),
    earlier,
  }
}

async function split(db: Db, order: Order, refund_yen: number): Promise<PlannedRefund[]> {
  const tenders = await tendersOf(db, order)
  const left_yen = tenders.reduce((all, tender) => all + tender.left_yen, 0)
  // Money had been given back by hand, without goods.
  if (left_yen < refund_yen)
    refuse('orders.refund_too_much', 422, '返金できる金額を超えています。', 'That is more than can be given back.', {
      field: 'lines',
      refundable_yen: left_yen,
    })
  return refundSplit(refund_yen, tenders).map(({ payment_id, amount_yen }) => ({
    ...(tenders.find((tender) => tender.payment_id === payment_id) as OrderTender),
    amount_yen,
  }))
}

function slipFor({ view, terms }: Order, wish: ReturnWish, earlier: readonly ReturnRow[]): Slip {
  const returned = wish.lines.map(({ line_no, quantity }) => ({ id: String(line_no), quantity }))
  try {
    return returnSlip(boughtOf(view, terms), returned, earlier.map(slipOf))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse(
      'orders.not_bought',
      422,
      'お買い上げの数を超えて返品することはできません。',
      'More would come back than was bought.',
      { field: 'lines', reason: error.message },
    )
  }
}

/** Take goods back as planned; inside one transaction, under the order's lock. Returns the row as stored. */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  order: Order,
  wish: ReturnWish,
  at_place: string,
  override: Override | null,
  exchange?: { order_id: string; credit_yen: number },
): Promise<ReturnRow> {
  const { profile_id, view } = order
  const { version } = await only<{ version: number }>(
    tx,
    sql`update orders."order" set version = version + 1 where profile_id = ${profile_id} and order_id = ${view.order_id} returning version`,
  )
  const { slip, conditions, refunds, hindrances: against, earlier } = await plan(tx, order, wish)
  if (against.length > 0 && !override)
    refuse(
      against.some(({ code }) => code === 'too_late') ? 'orders.return_too_late' : 'orders.not_returnable',
      409,
      'この返品には店長の承認が必要です（期限または対象外の商品）。',
      'This return needs a manager’s approval: it is too late, or these goods do not come back.',
      { field: 'override', hindrances: against },
    )
  const where = await place(tx, at_place)
  const now = clock.now()
  const business_date = businessDateAt(where, now)
  const return_id = id()
  const row: Omit<ReturnRow, 'profile_id' | 'order_id'> = {
    return_id,
    seq: earlier.length + 1,
    number: `R${numberOf(business_date, return_id)}`,
    way: wish.way,
    place_id: at_place,
    business_date,
    returned_at: now.toISOString(),
    reason: wish.reason,
    total_yen: slip.total_yen,
    refund_yen: slip.refund_yen,
    points_back: slip.points_yen,
    points_taken: slip.points_clawed,
    taxes: slip.taxes,
    exchange_order_id: exchange?.order_id ?? null,
    override: against.length > 0 ? override : null,
    lines: slip.lines.map((line) => ({
      line_no: Number(line.id),
      quantity: line.quantity,
      condition: conditions.get(Number(line.id)) as string,
      total_yen: line.total_yen,
      refund_yen: line.refund_yen,
      points_back: line.points_yen,
    })),
    refunds: [],
  }
  if (view.way === 'gift_card')
    await voidSold(
      tx,
      actor,
      { profile_id, order_id: view.order_id, line_nos: wish.lines.map(({ line_no }) => line_no) },
      where,
    )
  const { lines, refunds: _, ...head } = row
  const money = refundRows(refunds, exchange?.credit_yen ?? 0)
  for (const part of await payBack(tx, actor, order, row, money, wish.way)) part.of.operation_id = part.operation_id
  const writes = {
    profile_id,
    profile_ids: `{${(view.profile_id ? await profilesOf(tx, profile_id) : []).join()}}`,
    at: row.returned_at,
    actor_kind: actor.kind,
    actor_id: actor.id,
    till: actor.device_id,
    slip: { ...head, order_id: view.order_id },
    lines,
    refunds: money,
  }
  await run(tx, sql`select orders.write_return(${JSON.stringify(writes)}::jsonb)`)
  await credit(tx, actor, view, row)
  await emit(tx, {
    type: 'order.returned',
    profile_id,
    source: 'orders',
    message_id: `returned:${return_id}`,
    channel: view.channel,
    place_id: at_place,
    subject_kind: 'order',
    subject_id: view.order_id,
    version,
    actor,
    payload: {
      number: view.number,
      return_id,
      return_number: row.number,
      way: wish.way,
      reason: wish.reason,
      items: lines.reduce((all, { quantity }) => all + quantity, 0),
      total_yen: row.total_yen,
      refund_yen: row.refund_yen,
      points_back: row.points_back,
      points_taken: row.points_taken,
      // Whose sale it was: credit for it is taken back from them, not from who receives the goods.
      staff_id: view.staff_id,
      sold_place_id: view.place_id,
      exchange_order_id: row.exchange_order_id,
    },
  })
  return findReturn(tx, order, return_id)
}

type Money = OrderTender & { refund_id: string; amount_yen: number; operation_id: string | null }

// The part an exchange uses up stays with the shop, the rest goes back.
function refundRows(refunds: readonly PlannedRefund[], credit_yen: number): Money[] {
  let credit = credit_yen
  return refunds.flatMap(({ amount_yen, ...paid }) => {
    const used = Math.min(credit, amount_yen)
    credit -= used
    return [
      { ...paid, refund_id: id(), method: 'exchange', amount_yen: used, operation_id: null },
      { ...paid, refund_id: id(), amount_yen: amount_yen - used, operation_id: null },
    ].filter((part) => part.amount_yen > 0)
  })
}

// Cash and outside terminals across the counter at once, by post later by a person; cards by their company once this is committed.
async function payBack(
  tx: Tx,
  actor: Actor,
  order: Order,
  row: Pick<ReturnRow, 'return_id' | 'reason' | 'place_id' | 'points_back'>,
  money: readonly Money[],
  way: 'counter' | 'post',
): Promise<{ of: Money; operation_id: string }[]> {
  const { return_id, reason, place_id } = row
  const made: { of: Money; operation_id: string }[] = []
  for (const order_id of new Set([order.view.order_id, ...money.map((part) => part.paid_order_id)])) {
    const parts = money.filter((part) => part.paid_order_id === order_id && part.method !== 'exchange')
    const paid = order_id === order.view.order_id ? order : await find(tx, order_id)
    const points = order_id === order.view.order_id ? await pointsPart(tx, order, row.points_back) : []
    if (parts.length + points.length === 0) continue
    const given = await refund(tx, actor, paid, {
      refund_id: `${return_id}:${order_id}`,
      by_payment: [...parts.map(({ payment_id, amount_yen }) => ({ payment_id, amount_yen })), ...points],
      reason,
      ...(way === 'counter' && { given_at_place_id: place_id }),
    })
    for (const { payment_id, operation_id } of given) {
      const of = parts.find((part) => part.payment_id === payment_id)
      if (of) made.push({ of, operation_id })
    }
  }
  return made
}

// Points that paid are told to their payment too; the ledger itself is moved by write_return.
async function pointsPart(tx: Tx, { profile_id, view }: Order, points_back: number) {
  if (points_back === 0) return []
  const list = await paymentsOf(tx, { profile_id, order_id: view.order_id })
  const by_points = list.find(({ method }) => method === 'points')
  return by_points ? [{ payment_id: by_points.payment_id, amount_yen: points_back }] : []
}

import { describe, emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { system } from '#core/actor'
import { one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { addDays, businessDate, clock, instant, local } from '#core/time'
import { sweepPayments } from '#orders/listing'
import { deliver, onAccount } from '#orders/on-account'
import { keepUntil } from '#orders/promise'
import { find, type Order } from '#orders/read'
import { reconcile } from '#orders/reconcile'
import { retax } from '#orders/retax'
import { cancel } from '#orders/settle'
import { type OrderView, pickupCode } from '#orders/view'
import { place } from '#stores/stores'

const reminder_day = 4
const reminder_time = '10:00'
const look_again_ms = 5 * 60_000

/** The shop has picked the goods: the customer is told, a reminder and the release are put in the diary. A repeat changes nothing. */
export async function ready(tx: Tx, actor: Actor, order: Order): Promise<OrderView> {
  const { view, profile_id } = order
  handedOver(view)
  const now = clock.now()
  const changed = await run(
    tx,
    sql`update orders."order" set state = 'ready', ready_at = ${now.toISOString()}, version = version + 1
        where profile_id = ${profile_id} and order_id = ${view.order_id} and state = 'placed'`,
  )
  if (changed === 0) return stillGoing(tx, view.order_id, ['ready', 'done'])
  if (view.way === 'order_ahead') {
    await tell(tx, actor, order, 'order.ready', { call_number: view.promise?.call_number ?? null })
    return (await find(tx, view.order_id)).view
  }
  const shop = await place(tx, view.place_id)
  const day = local(now, shop.time_zone).date
  const release = keepUntil(shop, day, view.promise?.ready_from ?? null)
  await run(
    tx,
    sql`update orders.promise set keep_until = ${release.toISOString()} where profile_id = ${profile_id} and order_id = ${view.order_id}`,
  )
  const from = view.promise?.ready_from ? local(new Date(view.promise.ready_from), shop.time_zone).date : day
  const reminder = instant(addDays(from > day ? from : day, reminder_day), reminder_time, shop.time_zone)
  await run(
    tx,
    sql`insert into orders.due (profile_id, order_id, kind, due_at) values
          (${profile_id}, ${view.order_id}, 'pickup_reminder', ${reminder.toISOString()}),
          (${profile_id}, ${view.order_id}, 'pickup_release', ${release.toISOString()}) on conflict do nothing`,
  )
  await tell(tx, actor, order, 'order.ready', { keep_until: release.toISOString() })
  return (await find(tx, view.order_id)).view
}

/** The shop begins to make what was ordered ahead: from then on the customer asks the shop. A repeat changes nothing. */
export async function prepare(tx: Tx, actor: Actor, order: Order): Promise<OrderView> {
  const { view, profile_id } = order
  if (view.way !== 'order_ahead')
    refuse('orders.not_ahead', 409, '事前注文ではありません。', 'This is no order ahead.', { order_id: view.order_id })
  // The order's own row is locked first, as a cancellation does: one of the two finds the other's work.
  const open = await one(
    tx,
    sql`select from orders."order" where profile_id = ${profile_id} and order_id = ${view.order_id} and state = 'placed' for update`,
  )
  if (!open) return stillGoing(tx, view.order_id, ['ready', 'done'])
  const begun = await run(
    tx,
    sql`update orders.promise set preparing_at = ${clock.iso()} where profile_id = ${profile_id} and order_id = ${view.order_id} and preparing_at is null`,
  )
  if (begun > 0) await tell(tx, actor, order, 'order.preparing', { call_number: view.promise?.call_number ?? null })
  return (await find(tx, view.order_id)).view
}

/** What the customer shows: the six digits, or for an order ahead the number that was called. */
export type Shown = { code?: string | undefined; call_number?: number | undefined }

/** Hand the goods over against what the customer shows; points settle. Sent again, it adds nothing. */
export async function handOver(tx: Tx, actor: Actor, order: Order, { code, call_number }: Shown): Promise<OrderView> {
  const { view } = order
  handedOver(view)
  const called = view.way === 'order_ahead' && code === undefined
  if (called ? call_number !== view.promise?.call_number : code !== pickupCode(view.order_id))
    refuse('orders.wrong_code', 422, '受取番号が違います。', 'The pickup code is not right.', {
      field: called ? 'call_number' : 'code',
    })
  return finish(tx, actor, order, 'order.handed_over')
}

/** The parcel left. Sent again, it adds nothing. */
export function ship(tx: Tx, actor: Actor, order: Order): Promise<OrderView> {
  if (order.view.way !== 'ship')
    refuse('orders.not_ship', 409, '配送のご注文ではありません。', 'This order is not to be shipped.', {
      order_id: order.view.order_id,
    })
  return finish(tx, actor, order, 'order.shipped')
}

function handedOver({ way, order_id }: OrderView): void {
  if (way === 'collect' || way === 'order_ahead') return
  refuse('orders.not_collect', 409, '店舗受取のご注文ではありません。', 'This order is not for pickup.', { order_id })
}

async function finish(tx: Tx, actor: Actor, order: Order, type: string): Promise<OrderView> {
  const { view, profile_id } = order
  const now = clock.now()
  const shop = await place(tx, view.place_id)
  const { first } = await only<{ first: boolean }>(
    tx,
    sql`select orders.finish(${profile_id}, ${view.order_id}, ${businessDate(now, shop.time_zone, shop.cutover)}, ${now.toISOString()}, ${actor.kind}, ${actor.id}) as first`,
  )
  if (!first) return stillGoing(tx, view.order_id, ['done'])
  await retax(tx, actor, order, now, shop)
  if (onAccount(view)) await deliver(tx, actor, view.order_id, businessDate(now, shop.time_zone, shop.cutover))
  await tell(tx, actor, order, type, { points_earned: view.points_earned })
  return (await find(tx, view.order_id)).view
}

async function stillGoing(tx: Tx, order_id: string, fine: string[]): Promise<OrderView> {
  const { view } = await find(tx, order_id)
  if (fine.includes(view.state)) return view
  return refuse(
    'orders.wrong_state',
    409,
    'この注文は今その操作ができません。',
    'The order is not in a state for that.',
    { order_id, state: view.state },
  )
}

function tell(
  tx: Tx,
  actor: Actor,
  { profile_id, version, view }: Order,
  type: string,
  payload: Record<string, unknown>,
): Promise<string> {
  return emit(tx, {
    type,
    profile_id,
    source: 'orders',
    message_id: `${type}:${view.order_id}`,
    channel: view.channel,
    place_id: view.place_id,
    subject_kind: 'order',
    subject_id: view.order_id,
    version: version + 1,
    actor,
    payload: { number: view.number, way: view.way, ...payload },
  })
}

type Due = { profile_id: string; order_id: string; kind: 'payment_timeout' | 'pickup_reminder' | 'pickup_release' }

/**
 * What time alone must do: reconcile payments that never came back, remind, release what was not collected, refund.
 * A row that fails stays, is logged and looked at again a little later; those behind it do not wait. Returns how many were done.
 */
export async function tick(db: Pool, now: string): Promise<number> {
  const due = await transaction(db, system, (tx) =>
    rows<Due>(
      tx,
      sql`select profile_id, order_id, kind from orders.due where due_at <= ${now} order by due_at limit 100`,
    ),
  )
  let done = 0
  for (const item of due) {
    try {
      await act(db, item, now)
      done++
    } catch (error) {
      console.error(`orders: ${item.kind} of ${item.order_id}: ${describe(error)}`)
      await later(db, item, now)
    }
  }
  return done + (await sweepPayments(db, now))
}

function later(db: Pool, { profile_id, order_id, kind }: Due, now: string): Promise<number> {
  const due_at = new Date(Date.parse(now) + look_again_ms).toISOString()
  return transaction(db, system, (tx) =>
    run(
      tx,
      sql`update orders.due set due_at = ${due_at} where profile_id = ${profile_id} and order_id = ${order_id} and kind = ${kind}`,
    ),
  )
}

async function act(db: Pool, due: Due, now: string): Promise<void> {
  if (due.kind === 'payment_timeout') return reconcile(db, due.order_id, now)
  await transaction(db, system, async (tx) => {
    const order = await find(tx, due.order_id)
    if (due.kind === 'pickup_release') await cancel(tx, system, order, 'not_collected')
    else if (order.view.state === 'ready') await tell(tx, system, order, 'order.pickup_reminded', {})
    await run(
      tx,
      sql`delete from orders.due where profile_id = ${due.profile_id} and order_id = ${due.order_id} and kind = ${due.kind}`,
    )
  })
}

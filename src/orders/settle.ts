import { describe, emit } from '#activity/activity'
import { payment } from '#channels/payment/payment'
import type { Actor } from '#core/actor'
import { system } from '#core/actor'
import type { Claim } from '#core/answers'
import { one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { programme } from '#loyalty/loyalty'
import { confirmation } from '#orders/draft'
import { reopenHold } from '#orders/holds'
import { find, type Order } from '#orders/read'
import type { OrderView } from '#orders/view'
import { place } from '#stores/stores'

// While a card is asked again the reconciler waits: longer than any provider takes to answer.
const asking_ms = 60_000

/** The money is there: place the order (points captured and granted, cart emptied, event written). A repeat changes nothing. */
export async function settle(tx: Tx, actor: { kind: string; id: string }, order_id: string): Promise<OrderView> {
  const order = await find(tx, order_id)
  if (order.view.state === 'cancelled')
    refuse(
      'orders.given_up',
      409,
      'お支払いの時間が過ぎたため、ご注文は取り消されました。',
      'The order was given up because payment took too long.',
      { order_id },
    )
  const { expiry_days } = await programme(tx)
  const now = clock.now()
  const writes = {
    ...confirmation(actor, { ...order.view, profile_id: order.profile_id }, expiry_days, now),
    order: {
      order_id,
      channel: order.view.channel,
      place_id: order.view.place_id,
      ...(order.view.promise?.sold_place_id ? { sold_place_id: order.view.promise.sold_place_id } : {}),
      business_date: order.view.business_date,
      cart_id: order.cart_id,
      cart_profile_id: order.cart_profile_id,
    },
  }
  await only(
    tx,
    sql`select orders.settle(${order.profile_id}, ${order_id}, ${JSON.stringify(writes)}::jsonb, ${now.toISOString()})`,
  )
  return (await find(tx, order_id)).view
}

/** Give an order up: goods and points go back, taken money is marked for refund. Refuses when it has left already. */
export async function cancel(tx: Tx, actor: Actor, order: Order, reason: string): Promise<OrderView> {
  const now = clock.now()
  const shop = await place(tx, order.view.place_id)
  const { left } = await only<{ left: string | null }>(
    tx,
    sql`select orders.give_up(${order.profile_id}, ${order.view.order_id}, ${reason}, ${businessDate(now, shop.time_zone, shop.cutover)}, ${now.toISOString()}, ${actor.kind}, ${actor.id}) as left`,
  )
  if (left === null) {
    const { view } = await find(tx, order.view.order_id)
    if (view.state === 'cancelled') return view
    return refuse(
      'orders.too_late',
      409,
      '発送またはお渡しが済んでいるため取り消せません。',
      'The order has already been handed over.',
      { order_id: view.order_id, state: view.state },
    )
  }
  await emit(tx, {
    type: 'order.cancelled',
    profile_id: order.profile_id,
    source: 'orders',
    message_id: `cancelled:${order.view.order_id}`,
    channel: order.view.channel,
    place_id: order.view.place_id,
    subject_kind: 'order',
    subject_id: order.view.order_id,
    version: order.version + 1,
    actor,
    payload: { number: order.view.number, total_yen: order.view.total_yen, reason, was: left },
  })
  if (left === 'paying' && order.view.way === 'carry') await reopenHold(tx, actor, order.view.order_id)
  return (await find(tx, order.view.order_id)).view
}

/** Give up an order whose money never came (only while it waits for it); its claim goes too, so that the same key may try again. */
export async function giveUp(db: Pool, actor: Actor, order_id: string, reason: string, claim?: Claim): Promise<void> {
  await transaction(db, system, async (tx) => {
    if (await waiting(tx, order_id)) await cancel(tx, actor, await find(tx, order_id), reason)
    if (claim) await run(tx, sql`select core.drop_claim(${claim.scope}, ${claim.key})`)
  })
  await refundOwed(db, order_id)
}

/** Money that came for an order which had been given up goes back: marked first, so that a crash cannot forget it. */
export async function sendBack(db: Pool, order_id: string, payment_ids: readonly string[]): Promise<void> {
  await transaction(db, system, (tx) => owe(tx, order_id, payment_ids))
  await refundOwed(db, order_id)
}

/**
 * Before a card is asked again for an order that waits: keeps the reconciler away while the provider answers.
 * Returns its card payments, in the order of the cards given.
 */
export async function askAgain(
  db: Pool,
  order_id: string,
): Promise<{ payment_id: string; amount_yen: number; state: string }[]> {
  return transaction(db, system, async (tx) => {
    if (await waiting(tx, order_id)) {
      const until = new Date(clock.ms() + asking_ms).toISOString()
      await run(
        tx,
        sql`update orders.due d set due_at = greatest(d.due_at, ${until}) from orders.reference r
        where r.order_id = ${order_id} and d.profile_id = r.profile_id and d.order_id = r.order_id and d.kind = 'payment_timeout'`,
      )
    }
    return rows(
      tx,
      sql`select p.payment_id, p.amount_yen, p.state from orders.reference r join orders.payment p on p.profile_id = r.profile_id and p.order_id = r.order_id
          where r.order_id = ${order_id} and p.method = 'card' order by p.payment_id`,
    )
  })
}

// Locks the order, so that what is decided here still holds when it is written.
async function waiting(tx: Tx, order_id: string): Promise<boolean> {
  const found = await one(
    tx,
    sql`select from orders.reference r join orders."order" o on o.profile_id = r.profile_id and o.order_id = r.order_id
        where r.order_id = ${order_id} and o.state = 'paying' for update of o`,
  )
  return found !== undefined
}

async function owe(tx: Tx, order_id: string, payment_ids: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`update orders.payment p set state = 'refunding' from orders.reference r
    where r.order_id = ${order_id} and p.profile_id = r.profile_id and p.order_id = r.order_id and p.payment_id = any (${payment_ids}::uuid[]) and p.state = 'failed'`,
  )
}

/** Send back money taken for orders that were given up: asked again after a crash, it is refunded once. Returns how many. */
export async function refundOwed(db: Pool, order_id?: string): Promise<number> {
  const provider = payment(db)
  const owed = await transaction(db, system, (tx) =>
    rows<{ profile_id: string; order_id: string; payment_id: string }>(
      tx,
      sql`select profile_id, order_id, payment_id from orders.payment where state = 'refunding'
            and (${order_id ?? null}::uuid is null or order_id = ${order_id ?? null}) order by created_at limit 100`,
    ),
  )
  let done = 0
  for (const item of owed) {
    try {
      await provider.refund(item.payment_id)
      await transaction(db, system, (tx) =>
        run(
          tx,
          sql`update orders.payment set state = 'refunded', settled_at = ${clock.iso()}
          where profile_id = ${item.profile_id} and order_id = ${item.order_id} and payment_id = ${item.payment_id} and state = 'refunding'`,
        ),
      )
      done++
    } catch (error) {
      // It stays 'refunding' and is tried again; the others need not wait for it.
      console.error(`orders: refund of payment ${item.payment_id}: ${describe(error)}`)
    }
  }
  return done
}

/** A payment that never came back by `now`: ask the provider what it knows, then settle or give up. */
export async function reconcile(db: Pool, order_id: string, now: string): Promise<void> {
  const provider = payment(db)
  const payments = await transaction(db, system, (tx) =>
    rows<{ payment_id: string }>(
      tx,
      sql`select p.payment_id from orders.reference r join orders.payment p on p.profile_id = r.profile_id and p.order_id = r.order_id
          where r.order_id = ${order_id} and p.state = 'pending'`,
    ),
  )
  const known = await Promise.all(
    payments.map(async ({ payment_id }) => ({ payment_id, state: await provider.look(payment_id) })),
  )
  if (known.length > 0 && known.every(({ state }) => state === 'captured')) {
    await transaction(db, system, (tx) => settle(tx, system, order_id))
    return
  }
  await transaction(db, system, async (tx) => {
    if (!(await waiting(tx, order_id))) return forgetTimeout(tx, order_id)
    if (!(await due(tx, order_id, now))) return
    await cancel(tx, system, await find(tx, order_id), 'payment_timeout')
    // Split over two cards and only one was charged: what was taken goes back.
    await owe(
      tx,
      order_id,
      known.filter(({ state }) => state === 'captured').map(({ payment_id }) => payment_id),
    )
  })
  await refundOwed(db, order_id)
}

async function forgetTimeout(tx: Tx, order_id: string): Promise<void> {
  await run(
    tx,
    sql`delete from orders.due d using orders.reference r
    where r.order_id = ${order_id} and d.profile_id = r.profile_id and d.order_id = r.order_id and d.kind = 'payment_timeout'`,
  )
}

async function due(tx: Tx, order_id: string, now: string): Promise<boolean> {
  const found = await one(
    tx,
    sql`select from orders.reference r join orders.due d on d.profile_id = r.profile_id and d.order_id = r.order_id
        where r.order_id = ${order_id} and d.kind = 'payment_timeout' and d.due_at <= ${now}`,
  )
  return found !== undefined
}

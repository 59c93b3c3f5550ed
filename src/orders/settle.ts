import { emit } from '#activity/activity'
import { payment } from '#channels/payment/payment'
import type { Actor } from '#core/actor'
import { system } from '#core/actor'
import type { Claim } from '#core/answers'
import { only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { programme } from '#loyalty/loyalty'
import { confirmation } from '#orders/draft'
import { type Order, find } from '#orders/read'
import type { OrderView } from '#orders/view'

/** The money is there: place the order (points captured and granted, cart emptied, event written). A repeat changes nothing. */
export async function settle(tx: Tx, actor: { kind: string; id: string }, order_id: string): Promise<OrderView> {
  const order = await find(tx, order_id)
  if (order.view.state === 'cancelled')
    refuse('orders.given_up', 409, 'お支払いの時間が過ぎたため、ご注文は取り消されました。', 'The order was given up because payment took too long.', { order_id })
  const { expiry_days } = await programme(tx)
  const now = clock.now()
  const writes = {
    ...confirmation(actor, { ...order.view, profile_id: order.profile_id }, expiry_days, now),
    order: {
      order_id, channel: order.view.channel, place_id: order.view.place_id, business_date: order.view.business_date,
      cart_id: order.cart_id, cart_profile_id: order.cart_profile_id,
    },
  }
  await only(tx, sql`select orders.settle(${order.profile_id}, ${order_id}, ${JSON.stringify(writes)}::jsonb, ${now.toISOString()})`)
  return (await find(tx, order_id)).view
}

/** Give an order up: goods and points go back, taken money is marked for refund. Refuses when it has left already. */
export async function cancel(tx: Tx, actor: Actor, order: Order, reason: string): Promise<OrderView> {
  const now = clock.now()
  const { left } = await only<{ left: string | null }>(
    tx,
    sql`select orders.give_up(${order.profile_id}, ${order.view.order_id}, ${reason}, ${businessDate(now)}, ${now.toISOString()}, ${actor.kind}, ${actor.id}) as left`,
  )
  if (left === null) {
    const { view } = await find(tx, order.view.order_id)
    if (view.state === 'cancelled') return view
    return refuse('orders.too_late', 409, '発送またはお渡しが済んでいるため取り消せません。', 'The order has already been handed over.', { order_id: view.order_id, state: view.state })
  }
  await emit(tx, {
    type: 'order.cancelled', profile_id: order.profile_id, source: 'orders', message_id: `cancelled:${order.view.order_id}`,
    channel: order.view.channel, place_id: order.view.place_id, subject_kind: 'order', subject_id: order.view.order_id, version: order.version + 1, actor,
    payload: { number: order.view.number, total_yen: order.view.total_yen, reason, was: left },
  })
  return (await find(tx, order.view.order_id)).view
}

/** Give up an order whose card was declined; its claim goes too, so that the same key may try again. */
export async function giveUp(db: Pool, actor: Actor, order_id: string, reason: string, claim?: Claim): Promise<void> {
  await transaction(db, system, async (tx) => {
    await cancel(tx, actor, await find(tx, order_id), reason)
    if (claim) await run(tx, sql`select core.drop_claim(${claim.scope}, ${claim.key})`)
  })
  await refundOwed(db, order_id)
}

/** Send back money taken for orders that were given up: asked again after a crash, it is refunded once. */
export async function refundOwed(db: Pool, order_id?: string): Promise<number> {
  const provider = payment(db)
  const owed = await transaction(db, system, (tx) =>
    rows<{ profile_id: string; order_id: string; payment_id: string }>(
      tx,
      sql`select profile_id, order_id, payment_id from orders.payment where state = 'refunding'
            and (${order_id ?? null}::uuid is null or order_id = ${order_id ?? null}) order by created_at limit 100`,
    ),
  )
  for (const item of owed) {
    await provider.refund(item.payment_id)
    await transaction(db, system, (tx) =>
      run(tx, sql`update orders.payment set state = 'refunded', settled_at = ${clock.iso()}
        where profile_id = ${item.profile_id} and order_id = ${item.order_id} and payment_id = ${item.payment_id} and state = 'refunding'`),
    )
  }
  return owed.length
}

/** A payment that never came back: ask the provider what it knows, then settle or give up. */
export async function reconcile(db: Pool, order_id: string): Promise<void> {
  const provider = payment(db)
  const payments = await transaction(db, system, (tx) =>
    rows<{ payment_id: string; profile_id: string }>(
      tx,
      sql`select p.payment_id, p.profile_id from orders.reference r join orders.payment p on p.profile_id = r.profile_id and p.order_id = r.order_id
          where r.order_id = ${order_id} and p.state = 'pending'`,
    ),
  )
  const known = await Promise.all(payments.map(({ payment_id }) => provider.look(payment_id)))
  if (payments.length > 0 && known.every((state) => state === 'captured')) {
    await transaction(db, system, (tx) => settle(tx, system, order_id))
    return
  }
  await giveUp(db, system, order_id, 'payment_timeout')
  // Split over two cards and only one was charged: what was taken goes back.
  for (const [at, state] of known.entries()) if (state === 'captured') await provider.refund(payments[at]?.payment_id ?? '')
}


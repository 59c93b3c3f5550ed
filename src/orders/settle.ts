import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { system } from '#core/actor'
import type { Claim } from '#core/answers'
import { one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { programme } from '#loyalty/loyalty'
import { confirmation } from '#orders/draft'
import { giftBack } from '#orders/gift-refunds'
import { reopenHold } from '#orders/holds'
import { letGo } from '#orders/on-account'
import { carryOut, close } from '#orders/operations'
import { find, type Order } from '#orders/read'
import type { OrderView } from '#orders/view'
import { place } from '#stores/stores'

/** What a provider calls a payment it took. */
export type Took = { payment_id: string; provider_id: string | null }

// While a card is asked again the reconciler waits: longer than any provider takes to answer.
const asking_ms = 60_000

/** The money is there: place the order (points captured and granted, cart emptied, event written). A repeat changes nothing. */
export async function settle(
  tx: Tx,
  actor: { kind: string; id: string },
  order_id: string,
  took: readonly Took[],
): Promise<OrderView> {
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
    took,
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
  await letGo(tx, actor, order.view, businessDate(now, shop.time_zone, shop.cutover))
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
  await giftBack(tx, actor, order.profile_id, order.view.order_id)
  if (left === 'paying' && order.view.way === 'carry') await reopenHold(tx, actor, order.view.order_id)
  return (await find(tx, order.view.order_id)).view
}

/**
 * Give up an order whose money never came (only while it waits for it); its claim goes too, so that the same key may try again.
 * What was taken or may still come is let go or given back: at once when the provider answers, else by the sweep.
 */
export async function giveUp(
  db: Pool,
  actor: Actor,
  order_id: string,
  reason: string,
  more: { claim?: Claim; declined?: string | undefined } = {},
): Promise<void> {
  const { claim, declined } = more
  await transaction(db, system, async (tx) => {
    if (await waiting(tx, order_id)) {
      const order = await find(tx, order_id)
      if (declined)
        await close(
          tx,
          { profile_id: order.profile_id, order_id, payment_id: declined, operation_id: declined },
          'refused',
        )
      await cancel(tx, actor, order, reason)
    }
    // Placed meanwhile by a message or the reconciler: then the key keeps its order.
    if (claim && (await find(tx, order_id)).view.state === 'cancelled')
      await run(tx, sql`select core.drop_claim(${claim.scope}, ${claim.key})`)
  })
  await carryOut(db, { order_id })
}

/**
 * Before a card is asked again for an order that waits: keeps the reconciler away while the provider answers.
 * Returns its card payments, in the order of the cards given.
 */
export async function askAgain(db: Pool, order_id: string): Promise<Asking[]> {
  return transaction(db, system, async (tx) => {
    if (await waiting(tx, order_id)) {
      const until = new Date(clock.ms() + asking_ms).toISOString()
      await run(
        tx,
        sql`update orders.due d set due_at = greatest(d.due_at, ${until}) from orders.reference r
        where r.order_id = ${order_id} and d.profile_id = r.profile_id and d.order_id = r.order_id and d.kind = 'payment_timeout'`,
      )
    }
    return cardsOf(tx, order_id)
  })
}

export type Asking = {
  payment_id: string
  amount_yen: number
  provider: string
  provider_id: string | null
  state: string
  later: boolean
}

/** The card payments of an order, in the order of the cards given. */
export function cardsOf(tx: Tx, order_id: string): Promise<Asking[]> {
  return rows(
    tx,
    sql`select p.payment_id, p.amount_yen, p.provider, p.provider_id, p.state, coalesce((
            select x.kind = 'authorize' from orders.payment_operation x
            where x.profile_id = p.profile_id and x.order_id = p.order_id and x.payment_id = p.payment_id and x.operation_id = p.payment_id), false) as later
        from orders.reference r join orders.payment p on p.profile_id = r.profile_id and p.order_id = r.order_id
        where r.order_id = ${order_id} and p.method = 'card' order by p.payment_id`,
  )
}

/** Whether an order still waits for its money; locks it, so that what is decided here still holds when it is written. */
export async function waiting(tx: Tx, order_id: string): Promise<boolean> {
  const found = await one(
    tx,
    sql`select from orders.reference r join orders."order" o on o.profile_id = r.profile_id and o.order_id = r.order_id
        where r.order_id = ${order_id} and o.state = 'paying' for update of o`,
  )
  return found !== undefined
}

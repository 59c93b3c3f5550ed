/** Find out what became of money: ask the provider what it knows, and bring order, payment and its books together. */
import { describe } from '#activity/activity'
import { payment } from '#channels/payment/payment'
import { type Known, stands, Unanswered } from '#channels/payment/provider'
import { system } from '#core/actor'
import { one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { businessDate, clock } from '#core/time'
import { carryOut, chargeOf } from '#orders/operations'
import { find } from '#orders/read'
import { type Asking, cancel, cardsOf, giveUp, settle, waiting } from '#orders/settle'
import { place } from '#stores/stores'

const look_again_ms = 120_000

type Seen = { card: Asking; known: Known }

/** An order that waits for its money, at `now`: placed when all of it is there, given up when its time is over, else left to wait. */
export async function reconcile(db: Pool, order_id: string, now: string): Promise<void> {
  const cards = await transaction(db, system, (tx) => cardsOf(tx, order_id))
  const open = cards.filter(({ state }) => state === 'pending')
  const seen = await look(db, open)
  if (open.length > 0 && seen.every(({ card, known }) => stands(chargeOf(asked(card)), known))) {
    const took = seen.map(({ card, known }) => ({ payment_id: card.payment_id, provider_id: known.provider_id }))
    await transaction(db, system, async (tx) => {
      if (await waiting(tx, order_id)) await settle(tx, system, order_id, took)
    })
    return
  }
  const over = await transaction(db, system, async (tx) => {
    if (await waiting(tx, order_id)) return due(tx, order_id, now)
    await forgetTimeout(tx, order_id)
    return false
  })
  const wrong = seen.some(({ card, known }) => known.state === 'captured' && !stands(chargeOf(asked(card)), known))
  if (over || wrong) await giveUp(db, system, order_id, wrong ? 'other_amount' : 'payment_timeout')
}

/**
 * An order whose provider has something to say (a message, a difference in its list): whatever was said, in whatever order and
 * however often, it is looked at and acted on alone. Returns whether the order is known.
 */
export async function compare(db: Pool, order_id: string, now: string): Promise<void> {
  const cards = await transaction(db, system, (tx) => cardsOf(tx, order_id))
  for (const { card, known } of await look(db, cards)) await follow(db, order_id, card, known)
  await reconcile(db, order_id, now)
  await carryOut(db, { order_id, now })
}

async function follow(db: Pool, order_id: string, card: Asking, known: Known): Promise<void> {
  const at = clock.iso()
  const { payment_id } = card
  await transaction(db, system, async (tx) => {
    const { profile_id } = await owner(tx, order_id)
    const kept_yen = known.captured_yen - known.refunded_yen
    if (['voiding', 'voided', 'failed'].includes(card.state)) {
      if (kept_yen > 0)
        await run(tx, sql`select orders.found_taken(${profile_id}, ${order_id}, ${payment_id}, ${kept_yen}, ${at})`)
      else if (known.state === 'authorized' && card.state !== 'voiding')
        await run(
          tx,
          sql`select orders.ask_void(${profile_id}, ${order_id}, ${payment_id}, 'late', ${at}, 'system', 'engawa')`,
        )
    } else if (card.state === 'captured' && known.captured_yen === 0) {
      const { was } = await only<{ was: string | null }>(
        tx,
        sql`select orders.lost_payment(${profile_id}, ${order_id}, ${payment_id}, ${at}) as was`,
      )
      if (was === 'placed' || was === 'ready') await cancel(tx, system, await find(tx, order_id), 'payment_failed')
    } else if (card.state !== 'pending' && known.refunded_yen > 0) {
      const shop = await place(tx, (await find(tx, order_id)).view.place_id)
      const day = businessDate(clock.now(), shop.time_zone, shop.cutover)
      await run(
        tx,
        sql`select orders.refunded_outside(${profile_id}, ${order_id}, ${payment_id}, ${known.refunded_yen}, ${shop.place_id}, ${day}, ${at})`,
      )
    }
  })
}

/** Orders whose first look is due: each is asked about, again and again until its time is over. Returns how many. */
export async function lookAtWaiting(db: Pool, now: string): Promise<number> {
  const again = new Date(Date.parse(now) + look_again_ms).toISOString()
  const found = await transaction(db, system, (tx) =>
    rows<{ order_id: string }>(
      tx,
      sql`with due as (select profile_id, order_id, payment_id, operation_id from orders.payment_operation
            where state = 'open' and due_at <= ${now} and kind in ('charge', 'authorize') order by due_at limit 100 for update skip locked)
          update orders.payment_operation x set due_at = ${again}, attempts = x.attempts + 1 from due
            where x.profile_id = due.profile_id and x.order_id = due.order_id and x.payment_id = due.payment_id and x.operation_id = due.operation_id
          returning x.order_id`,
    ),
  )
  const orders = [...new Set(found.map(({ order_id }) => order_id))]
  for (const order_id of orders)
    await reconcile(db, order_id, now).catch((error: unknown) =>
      console.error(`orders: payment of order ${order_id}: ${describe(error)}`),
    )
  return orders.length
}

/** Act on a provider's message about references of ours; those nobody knows are left to the comparison of lists. */
export async function heard(db: Pool, references: readonly string[]): Promise<void> {
  for (const reference of references) {
    const order_id = await orderOf(db, reference)
    if (order_id) await compare(db, order_id, clock.iso())
  }
}

/** The order a provider's reference belongs to. */
export async function orderOf(db: Pool, reference: string): Promise<string | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(reference)) return undefined
  const found = await transaction(db, system, (tx) =>
    one<{ order_id: string }>(
      tx,
      sql`select order_id from orders.payment_operation where payment_id = ${reference} and kind in ('charge', 'authorize') limit 1`,
    ),
  )
  return found?.order_id
}

async function look(db: Pool, cards: readonly Asking[]): Promise<Seen[]> {
  return Promise.all(
    cards.map(async (card) => {
      const provider = payment(db, card.provider)
      if (!provider) throw new Unanswered(`${card.provider} is not set up`, true)
      return { card, known: await provider.look(chargeOf(asked(card))) }
    }),
  )
}

const asked = (card: Asking) => ({ ...card, payment_yen: card.amount_yen })

function owner(tx: Tx, order_id: string): Promise<{ profile_id: string }> {
  return only(tx, sql`select profile_id from orders.reference where order_id = ${order_id}`)
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

/** The provider's own list of charges beside ours: what differs is looked at, what nobody ordered goes back. */
import { describe } from '#activity/activity'
import { payment } from '#channels/payment/payment'
import type { Listed, PaymentProvider } from '#channels/payment/provider'
import { system } from '#core/actor'
import { one, type Pool, rows, run, sql, transaction } from '#core/database'
import { hashId } from '#core/id'
import { setting } from '#core/settings'
import { carryOut } from '#orders/operations'
import { compare, lookAtWaiting } from '#orders/reconcile'
import { orphansAreRefunded } from '#orders/settings'

const every_ms = 120_000
// A charge may be listed a little after it was made, and our clocks may differ.
const overlap_ms = 30 * 60_000

/** What payments leave to be done by `now`: open operations, orders that wait for their money, the comparison of lists. Returns how many. */
export async function sweepPayments(db: Pool, now: string): Promise<number> {
  const looked = await lookAtWaiting(db, now)
  const done = await carryOut(db, { now })
  await compareLists(db, now).catch((error: unknown) => console.error(`orders: list of charges: ${describe(error)}`))
  return looked + done + (await refundOrphans(db, now))
}

/** Compare the provider's recent charges with ours, every two minutes; each difference is looked at, each orphan kept to be given back. */
export async function compareLists(db: Pool, now: string): Promise<void> {
  const provider = payment(db)
  if (!provider) return
  const since = await begin(db, provider.name, now)
  if (!since) return
  const listed = await provider.recent(since)
  for (const order_id of await differing(db, provider, listed, now)) await compare(db, order_id, now)
  await transaction(db, system, (tx) =>
    run(tx, sql`update orders.payment_listing set listed_to = ${now} where provider = ${provider.name}`),
  )
}

// From where to list; undefined when it was done a moment ago. A failed comparison begins again where it began.
async function begin(db: Pool, provider: string, now: string): Promise<string | undefined> {
  const known = await transaction(db, system, (tx) =>
    one<{ listed_to: string }>(tx, sql`select listed_to from orders.payment_listing where provider = ${provider}`),
  )
  const from = known ? Date.parse(known.listed_to) : Date.parse(now) - 24 * 3_600_000
  if (known && Date.parse(now) - from < every_ms && Date.parse(now) >= from) return undefined
  await transaction(db, system, (tx) =>
    run(
      tx,
      sql`insert into orders.payment_listing (provider, listed_to) values (${provider}, ${new Date(from).toISOString()}) on conflict do nothing`,
    ),
  )
  return new Date(Math.min(from, Date.parse(now)) - overlap_ms).toISOString()
}

type Ours = {
  profile_id: string
  payment_id: string
  order_id: string
  state: string
  provider_id: string | null
  taken_yen: number
  given_yen: number
}

async function differing(db: Pool, provider: PaymentProvider, listed: Listed[], now: string): Promise<Set<string>> {
  const ids = listed.map(({ reference }) => reference).filter((reference) => /^[0-9a-f-]{36}$/.test(reference))
  const ours = await transaction(db, system, (tx) =>
    rows<Ours>(
      tx,
      sql`select p.profile_id, p.payment_id, p.order_id, p.state, p.provider_id, orders.taken_yen(p) as taken_yen, coalesce((
            select sum(r.amount_yen)::bigint from orders.payment_operation r where r.profile_id = p.profile_id and r.order_id = p.order_id
              and r.payment_id = p.payment_id and r.kind = 'refund' and r.state in ('open', 'by_hand', 'done')), 0) as given_yen
          from orders.payment_operation x join orders.payment p on p.profile_id = x.profile_id and p.order_id = x.order_id and p.payment_id = x.payment_id
          where x.payment_id = any (${ids}::uuid[]) and x.operation_id = x.payment_id and x.kind in ('charge', 'authorize')`,
    ),
  )
  const known = new Map(ours.map((payment) => [payment.payment_id, payment]))
  const orders = new Set<string>()
  for (const charge of listed) {
    const mine = known.get(charge.reference)
    if (!mine) await keepOrphan(db, provider.name, charge, now)
    // A payment that still waits has its own look; of a refund under way the provider may be a step behind us.
    else if (
      mine.state !== 'pending' &&
      (mine.taken_yen !== charge.captured_yen || mine.given_yen < charge.refunded_yen)
    )
      if (charge.captured_yen > charge.refunded_yen || mine.taken_yen > 0) {
        if (charge.provider_id && !mine.provider_id) await callIt(db, mine, charge.provider_id)
        orders.add(mine.order_id)
      }
  }
  return orders
}

// What the provider calls it, learnt from its list: by our reference alone it may not find it any more.
function callIt(db: Pool, { profile_id, order_id, payment_id }: Ours, provider_id: string): Promise<number> {
  return transaction(db, system, (tx) =>
    run(
      tx,
      sql`update orders.payment set provider_id = ${provider_id}
          where profile_id = ${profile_id} and order_id = ${order_id} and payment_id = ${payment_id} and provider_id is null`,
    ),
  )
}

async function keepOrphan(db: Pool, provider: string, charge: Listed, now: string): Promise<void> {
  const left_yen = charge.captured_yen - charge.refunded_yen
  if (left_yen <= 0) return
  const state = (await setting(db, orphansAreRefunded)) ? 'open' : 'by_hand'
  await transaction(db, system, (tx) =>
    run(
      tx,
      sql`insert into orders.payment_orphan (reference, provider, provider_id, amount_yen, state, seen_at)
          values (${charge.reference}, ${provider}, ${charge.provider_id}, ${left_yen}, ${state}, ${now}) on conflict do nothing`,
    ),
  )
}

type Orphan = { reference: string; provider: string; provider_id: string | null; amount_yen: number }

async function refundOrphans(db: Pool, now: string): Promise<number> {
  const open = await transaction(db, system, (tx) =>
    rows<Orphan>(
      tx,
      sql`select reference, provider, provider_id, amount_yen from orders.payment_orphan where state = 'open' order by seen_at limit 50`,
    ),
  )
  let done = 0
  for (const { reference, provider, provider_id, amount_yen } of open) {
    try {
      const charge = { reference, amount_yen, provider_id, capture: 'now' as const }
      const answer = await payment(db, provider)?.refund(charge, hashId('orphan', reference), amount_yen)
      if (answer === 'waiting') continue
      const state = answer === 'done' ? 'refunded' : 'by_hand'
      await transaction(db, system, (tx) =>
        run(
          tx,
          sql`update orders.payment_orphan set state = ${state}, closed_at = case when ${state} = 'refunded' then ${now}::timestamptz end
              where reference = ${reference} and state = 'open'`,
        ),
      )
      done++
    } catch (error) {
      console.error(`orders: refund of charge ${reference}: ${describe(error)}`)
    }
  }
  return done
}

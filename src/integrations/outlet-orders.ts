/** Orders that outlets tell of: each written once, whatever is told twice, late or out of order. */
import { describe } from '#activity/activity'
import type { OutletOrder } from '#channels/marketplace/outlet'
import { system } from '#core/actor'
import { one, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { hashId } from '#core/id'
import { blind } from '#core/secret'
import { clock } from '#core/time'
import { guest, isErased, seal } from '#customers/customers'
import { adapter, type Outlet } from '#integrations/outlets'
import { cancelOutside, type Outside } from '#orders/orders'
import { openTask } from '#stores/stores'

const asking_ms = 60_000
const longest_wait_ms = 3_600_000
// More pages than this in one go would keep other outlets waiting; the rest comes with the next round.
const pages_max = 20

type Poll = Outlet & { cursor: string | null; failures: number }

/** Ask every outlet whose time has come; one that fails is asked again later and later. Part of the tick. */
export async function pollOutlets(db: Pool, now: string): Promise<number> {
  const until = new Date(Date.parse(now) + asking_ms).toISOString()
  const due = await transaction(db, system, (tx) =>
    rows<Poll>(
      tx,
      sql`update integrations.outlet_poll p set due_at = ${until} from integrations.outlet o
          where p.outlet_id = o.outlet_id and p.due_at <= ${now} and o.active
          returning o.outlet_id, o.code, o.kind, o.provider, o.name, o.place_id, o.keep_back, o.poll_seconds, o.active, o.version, o.bell_hash is not null as rings, p.cursor, p.failures`,
    ),
  )
  for (const from of due) {
    let failures = 0
    try {
      await readAll(db, from)
    } catch (error) {
      failures = from.failures + 1
      console.error(`integrations: outlet ${from.code}: ${describe(error)}`)
    }
    const wait_ms = failures
      ? Math.min(from.poll_seconds * 1000 * 2 ** failures, longest_wait_ms)
      : from.poll_seconds * 1000
    const next = new Date(Date.parse(now) + wait_ms).toISOString()
    await transaction(db, system, (tx) =>
      run(
        tx,
        sql`update integrations.outlet_poll set due_at = ${next}, failures = ${failures} where outlet_id = ${from.outlet_id}`,
      ),
    )
  }
  return due.length
}

async function readAll(db: Pool, from: Poll): Promise<void> {
  let cursor = from.cursor
  for (let page = 0; page < pages_max; page++) {
    const told = await adapter(db, from).orders(cursor)
    for (const order of told.orders) await transaction(db, system, (tx) => record(tx, from, order))
    // Only now: killed before this, we hear the same orders again, and know them.
    const { cursor: next } = told
    await transaction(db, system, (tx) =>
      run(tx, sql`update integrations.outlet_poll set cursor = ${next} where outlet_id = ${from.outlet_id}`),
    )
    if (next === cursor) return
    cursor = next
  }
}

type Known = { version: number; state: string; order_id: string | null; outlet_order_id: string; place_id: string }

/** Write what an outlet says of an order. An older word, or the same again, changes nothing. */
export async function record(tx: Tx, from: Outlet, order: OutletOrder): Promise<void> {
  const { outlet_id } = from
  const key = sql`outlet_id = ${outlet_id} and external_id = ${order.external_id}`
  const known = await one<Known>(
    tx,
    sql`select version, state, order_id, outlet_order_id, place_id from integrations.outlet_order where ${key} for update`,
  )
  if (!known) return begin(tx, from, order)
  if (order.version <= known.version) return
  await run(tx, sql`update integrations.outlet_order set version = ${order.version} where ${key}`)
  if (order.state !== 'cancelled' || known.state === 'cancelled' || known.state === 'refused') return
  if (known.state === 'shipped') return tooLate(tx, from, known)
  if (known.order_id && !(await cancelOutside(tx, known.order_id, 'cancelled_at_outlet')))
    return tooLate(tx, from, known)
  await run(tx, sql`update integrations.outlet_order set state = 'cancelled', step = null, due_at = null where ${key}`)
}

// Given up there, sent here already: somebody must write to the buyer or wait for the parcel to come back.
async function tooLate(tx: Tx, from: Outlet, { outlet_order_id, order_id, place_id }: Known): Promise<void> {
  await openTask(tx, system, {
    kind: 'outlet_cancelled_too_late',
    role: 'manager',
    place_id,
    subject_kind: 'outlet_order',
    subject_id: outlet_order_id,
    detail: { outlet_id: from.outlet_id, order_id },
  })
}

async function begin(tx: Tx, from: Outlet, order: OutletOrder): Promise<void> {
  const { outlet_id, place_id } = from
  const total_yen = order.lines.reduce((sum, { unit_yen, quantity }) => sum + unit_yen * quantity, 0)
  const stands = order.state === 'placed'
  const profile_id = stands ? await buyerOf(tx, from, order) : null
  const sealed = profile_id
    ? await seal(tx, profile_id, { ship: shipOf(order), lines: order.lines } satisfies Told)
    : null
  await run(
    tx,
    sql`insert into integrations.outlet_order (outlet_id, external_id, outlet_order_id, version, state, step, due_at, place_id, profile_id, sealed, total_yen,
          campaign, post, placed_at, received_at)
        values (${outlet_id}, ${order.external_id}, ${hashId('outlet_order', outlet_id, order.external_id)}, ${order.version},
          ${stands ? 'received' : 'cancelled'}, ${stands ? 'take' : null}, ${stands ? clock.iso() : null}, ${place_id}, ${profile_id}, ${sealed}, ${total_yen},
          ${order.campaign}, ${order.post}, ${order.placed_at}, ${clock.iso()}) on conflict do nothing`,
  )
}

/** What is kept of an order as it came, under the buyer's key. */
export type Told = { ship: Outside['ship']; lines: OutletOrder['lines'] }

function shipOf({ buyer: { id: _, ...ship } }: OutletOrder): Outside['ship'] {
  return ship
}

// An outlet's buyer is a guest of ours, the same one whenever she buys there again. She gave us no address to write to.
async function buyerOf(tx: Tx, from: Outlet, { buyer }: OutletOrder): Promise<string> {
  const token = blind('outlet buyer', `${from.outlet_id}:${buyer.id}`)
  const known = await one<{ profile_id: string }>(
    tx,
    sql`select profile_id from integrations.outlet_buyer where outlet_id = ${from.outlet_id} and token = ${token}`,
  )
  // Who was forgotten and buys again is somebody new.
  if (known && !(await isErased(tx, known.profile_id))) return known.profile_id
  const { family_name, given_name, phone, prefecture, city } = buyer
  const profile_id = await guest(tx, {
    family_name,
    given_name: given_name ?? null,
    phone,
    prefecture,
    city,
    route: from.kind,
  })
  await run(
    tx,
    sql`insert into integrations.outlet_buyer (outlet_id, token, profile_id) values (${from.outlet_id}, ${token}, ${profile_id})
        on conflict (outlet_id, token) do update set profile_id = excluded.profile_id`,
  )
  return profile_id
}

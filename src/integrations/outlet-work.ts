/** What we have to do about an outlet's order, step by step; each step may be repeated after a crash. */
import { describe, emit, type Reaction } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { hashId } from '#core/id'
import { Problem } from '#core/problem'
import { clock } from '#core/time'
import { unseal } from '#customers/customers'
import type { Told } from '#integrations/outlet-orders'
import { adapter, listings, type Outlet, outlet } from '#integrations/outlets'
import { available } from '#inventory/inventory'
import { cancelOutside, find, refundedOutside, takeOutside } from '#orders/orders'
import { openTask, places, resolveTask, tasks } from '#stores/stores'

const handed_ms = 60_000
const attempts_max = 12
const longest_wait_ms = 3_600_000

export type Due = {
  outlet_id: string
  external_id: string
  outlet_order_id: string
  step: 'take' | 'acknowledge' | 'tell_shipped' | 'tell_cancelled'
  state: string
  place_id: string
  profile_id: string
  order_id: string | null
  sealed: Buffer
  campaign: string | null
  post: string | null
  attempts: number
}
const columns = sql`outlet_id, external_id, outlet_order_id, step, state, place_id, profile_id, order_id, sealed, campaign, post, attempts`

/** Do what is due about outlets' orders, a limited number at a time. Part of the tick. */
export async function workOutlets(db: Pool, now: string): Promise<number> {
  const until = new Date(Date.parse(now) + handed_ms).toISOString()
  const due = await transaction(db, system, (tx) =>
    rows<Due>(
      tx,
      sql`update integrations.outlet_order set due_at = ${until} where (outlet_id, external_id) in
            (select outlet_id, external_id from integrations.outlet_order where due_at <= ${now} order by due_at limit 50 for update skip locked)
          returning ${columns}`,
    ),
  )
  for (const item of due) await doStep(db, item)
  return due.length
}

/** Do an order's step now rather than at the next tick. */
export async function workNow(db: Pool, outlet_order_id: string): Promise<void> {
  const due = await transaction(db, system, (tx) =>
    one<Due>(
      tx,
      sql`select ${columns} from integrations.outlet_order where outlet_order_id = ${outlet_order_id} and step is not null`,
    ),
  )
  if (due) await doStep(db, due)
}

async function doStep(db: Pool, due: Due): Promise<void> {
  const from = await outlet(db, due.outlet_id)
  try {
    if (due.step === 'take') await take(db, from, due)
    else await tell(db, from, due)
  } catch (error) {
    if (due.step === 'take' && error instanceof Problem) return stuck(db, from, due, error)
    console.error(`integrations: ${due.step} of an order of ${from.code}: ${describe(error)}`)
    await later(db, from, due)
  }
}

async function take(db: Pool, from: Outlet, due: Due): Promise<void> {
  const told = await transaction(db, system, (tx) => unseal<Told>(tx, due.profile_id, due.sealed))
  const variants = new Map((await listings(db, from.outlet_id)).map(({ sku, variant_id }) => [sku, variant_id]))
  const unknown = told.lines.findIndex(({ sku }) => !variants.has(sku))
  if (unknown >= 0)
    throw new Problem(
      'integrations.unknown_sku',
      422,
      { ja: '登録のないSKUです。', en: 'We do not know this SKU.' },
      { field: `lines.${unknown}.sku` },
    )
  const { order_id, total_yen } = await takeOutside(db, {
    channel: from.kind,
    external_id: `${from.code}:${due.external_id}`,
    provider: from.code,
    place_id: due.place_id,
    profile_id: due.profile_id,
    ship: told.ship,
    lines: told.lines.map(({ sku, quantity, unit_yen }) => ({
      variant_id: variants.get(sku) as string,
      quantity,
      unit_yen,
    })),
  })
  const kept = await transaction(db, system, async (tx) => {
    const changed = await run(
      tx,
      sql`update integrations.outlet_order set state = 'accepted', step = 'acknowledge', due_at = ${clock.iso()}, attempts = 0, order_id = ${order_id}, problem = null
          where ${is(due)} and state in ('received', 'short')`,
    )
    if (changed === 0) return false
    await emit(tx, {
      type: 'outlet.order_accepted',
      profile_id: due.profile_id,
      source: 'integrations',
      message_id: due.outlet_order_id,
      channel: from.kind,
      place_id: due.place_id,
      subject_kind: 'order',
      subject_id: order_id,
      payload: { outlet_id: from.outlet_id, total_yen, campaign: due.campaign, post: due.post },
    })
    return true
  })
  // Given up there while we took it: it must not stay taken here.
  if (!kept) await transaction(db, system, (tx) => giveBack(tx, due, order_id))
  else await tell(db, from, { ...due, step: 'acknowledge', order_id })
}

async function giveBack(tx: Tx, due: Due, order_id: string): Promise<void> {
  const { state } = await only<{ state: string }>(
    tx,
    sql`select state from integrations.outlet_order where ${is(due)} for update`,
  )
  if (state === 'cancelled') await cancelOutside(tx, order_id, 'cancelled_at_outlet')
}

async function tell(db: Pool, from: Outlet, due: Due): Promise<void> {
  const there = adapter(db, from)
  if (due.step === 'acknowledge' && (await there.acknowledge(due.external_id)) === 'cancelled') {
    await transaction(db, system, async (tx) => {
      await cancelOutside(tx, due.order_id as string, 'cancelled_at_outlet')
      await run(tx, sql`update integrations.outlet_order set state = 'cancelled' where ${is(due)}`)
    })
  }
  if (due.step === 'tell_shipped') {
    const { view } = await transaction(db, system, (tx) => find(tx, due.order_id as string))
    await there.shipped(due.external_id, { number: view.number, shipped_at: view.done_at ?? clock.iso() })
  }
  if (due.step === 'tell_cancelled') await there.cancel(due.external_id, due.order_id ? 'refused' : 'out_of_stock')
  await transaction(db, system, (tx) =>
    run(
      tx,
      sql`update integrations.outlet_order set step = null, due_at = null, attempts = 0 where ${is(due)} and step = ${due.step}`,
    ),
  )
}

// Our stock (or our catalogue) cannot have it: nothing is oversold, and one person decides.
async function stuck(db: Pool, from: Outlet, due: Due, problem: Problem): Promise<void> {
  const short = problem.code === 'inventory.short'
  await transaction(db, system, async (tx) => {
    const changed = await run(
      tx,
      sql`update integrations.outlet_order set state = ${short ? 'short' : 'refused'}, step = null, due_at = null, problem = ${problem.code}
          where ${is(due)} and state in ('received', 'short', 'refused')`,
    )
    if (changed === 0) return
    await openTask(tx, system, {
      kind: short ? 'outlet_short' : 'outlet_refused',
      role: 'manager',
      place_id: due.place_id,
      subject_kind: 'outlet_order',
      subject_id: due.outlet_order_id,
      detail: {
        outlet_id: from.outlet_id,
        problem: problem.code,
        field: problem.detail.field ?? null,
        ...(short && {
          short: problem.detail.short,
          could_send: await couldSend(tx, problem.detail.short as Short[], due.place_id),
        }),
      },
    })
  })
}

type Short = { variant_id: string; wanted: number }

// Other places that have all that is short.
async function couldSend(tx: Tx, short: readonly Short[], not: string): Promise<string[]> {
  const stock = await available(
    tx,
    short.map(({ variant_id }) => variant_id),
  )
  const enough = (place_id: string) =>
    short.every(({ variant_id, wanted }) =>
      stock.some((row) => row.place_id === place_id && row.variant_id === variant_id && row.available >= wanted),
    )
  return (await places(tx))
    .filter(({ place_id, active }) => active && place_id !== not && enough(place_id))
    .map(({ place_id }) => place_id)
}

async function later(db: Pool, from: Outlet, due: Due): Promise<void> {
  const attempts = due.attempts + 1
  const wait_ms = Math.min(1_000 * 3 ** attempts, longest_wait_ms)
  await transaction(db, system, async (tx) => {
    await run(
      tx,
      sql`update integrations.outlet_order set attempts = ${attempts}, due_at = ${new Date(clock.ms() + wait_ms).toISOString()} where ${is(due)} and step = ${due.step}`,
    )
    if (attempts === attempts_max)
      await openTask(tx, system, {
        kind: 'outlet_silent',
        role: 'manager',
        place_id: due.place_id,
        subject_kind: 'outlet_order',
        subject_id: hashId('outlet_silent', due.outlet_order_id, due.step),
        detail: { outlet_id: from.outlet_id, outlet_order_id: due.outlet_order_id, step: due.step },
      })
  })
}

/** Give an order that could not be had back to its outlet, or take it from another place. A person decided; her task is closed. */
export async function settleShort(
  tx: Tx,
  actor: Actor,
  item: Pick<Due, 'outlet_order_id'>,
  place_id: string | null,
  reason: string,
): Promise<boolean> {
  const { outlet_order_id } = item
  const changed = await run(
    tx,
    place_id
      ? sql`update integrations.outlet_order set state = 'received', place_id = ${place_id}, step = 'take', due_at = ${clock.iso()}
            where outlet_order_id = ${outlet_order_id} and state in ('short', 'refused')`
      : sql`update integrations.outlet_order set state = 'cancelled', step = 'tell_cancelled', due_at = ${clock.iso()}
            where outlet_order_id = ${outlet_order_id} and state in ('short', 'refused')`,
  )
  if (changed === 0) return false
  for (const { task_id } of await tasks(tx, { subject_id: outlet_order_id, state: 'open', limit: 10 }))
    await resolveTask(tx, actor, task_id, place_id ? 'sent_from_elsewhere' : 'cancelled', reason)
  return true
}

/** When an outlet's order is sent or given up here, the outlet must hear of it. */
export function tellOutlet(type: 'order.shipped' | 'order.cancelled'): Reaction {
  return {
    name: `tell outlet ${type}`,
    when: ({ channel }) => channel === 'marketplace' || channel === 'social',
    run: async (tx, { subject_id }) => {
      if (type === 'order.cancelled') await refundedOutside(tx, subject_id as string)
      const [state, step] = type === 'order.shipped' ? ['shipped', 'tell_shipped'] : ['cancelled', 'tell_cancelled']
      await run(
        tx,
        sql`update integrations.outlet_order set state = ${state}, step = ${step}, due_at = ${clock.iso()}, attempts = 0
            where order_id = ${subject_id} and state = 'accepted'`,
      )
    },
  }
}

function is({ outlet_id, external_id }: Pick<Due, 'outlet_id' | 'external_id'>) {
  return sql`outlet_id = ${outlet_id} and external_id = ${external_id}`
}

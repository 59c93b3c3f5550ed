/** History told by another system in lists: set-based, a few trips whatever their length. Nobody is greeted, no stock moves. */
import { checkFacts, emitAll } from '#activity/activity'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import { hashId } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { type Enrolment, findMany, registerMany } from '#customers/customers'
import type { Basket } from '#integrations/baskets'
import type { Refusal } from '#integrations/error-file'
import { explain, fault } from '#integrations/faults'
import type { CustomerOutcome, CustomerRow, EventRow, OrderOutcome, OrderRow } from '#integrations/history-shapes'
import { keyOf } from '#integrations/keys'
import type { Plan } from '#integrations/map'
import { past } from '#integrations/past'
import { knowledge, look } from '#integrations/purchase-look'
import { openBalances, programme } from '#loyalty/loyalty'
import { bookMany } from '#orders/orders'

const nothing = { field: null, code: null, messages: null }

/** Register another system's members with their opening points. Who is known by her number stays as she is. */
export async function addCustomers(
  tx: Tx,
  actor: Actor,
  source: string,
  list: readonly CustomerRow[],
): Promise<CustomerOutcome[]> {
  const keys = list.map(({ external_id }) => keyOf(source, external_id))
  const there = await findMany(tx, 'external', keys)
  const fresh = list.flatMap((row, at) => (there.has(keys[at] as string) ? [] : [{ row, at }]))
  const made = await registerMany(
    tx,
    actor,
    fresh.map(({ row: { points: _, ...person }, at }) => ({
      ...person,
      external_id: keys[at] as string,
      route: person.route ?? 'import',
      channel: 'import',
    })),
  )
  const outcomes = list.map((_, row): CustomerOutcome => {
    const profile_id = there.get(keys[row] as string) ?? null
    return { row, outcome: 'known', ...nothing, profile_id, member_number: null }
  })
  const openings: Parameters<typeof openBalances>[2][number][] = []
  for (const [turn, { row, at }] of fresh.entries()) {
    const one = made[turn] as Enrolment
    if (one.profile_id === null) {
      const { field, code, said } = one
      outcomes[at] = { row: at, outcome: 'refused', field, code, messages: said, profile_id: null, member_number: null }
      continue
    }
    outcomes[at] = { row: at, outcome: 'added', ...nothing, ...one }
    if (row.points) openings.push({ profile_id: one.profile_id, amount: row.points, source })
  }
  await openBalances(tx, actor, openings)
  return outcomes
}

/** Book another system's orders as they were: prices, channel and points as told, tax of their day. Each whole or not at all. */
export async function addOrders(
  tx: Tx,
  actor: Actor,
  source: string,
  list: readonly OrderRow[],
): Promise<OrderOutcome[]> {
  const plan = planFor(source)
  const baskets = list.map(basketOf)
  const refused = new Map<number, Refusal>()
  const seen = new Set<string>()
  const units = baskets.filter((basket, at) => {
    const wrong =
      wrongIn(list[at] as OrderRow) ??
      (seen.has(basket.key) ? { field: 'external_id', reason: 'twice' as const } : undefined)
    seen.add(basket.key)
    if (wrong) refused.set(at, { row: at, fault: fault(wrong.field, wrong.reason, { row: at }) })
    return !wrong
  })
  const known = knowledge()
  const looked = await look(tx, plan, known, units)
  for (const refusal of looked.refused) if (!refused.has(refusal.row)) refused.set(refusal.row, refusal)
  const terms = await programme(tx)
  const now = clock.iso()
  const ready = looked.fresh.filter(({ basket, place }) => {
    const row = basket.rows[0] as number
    if (!place) refused.set(row, { row, fault: fault('place', 'unknown_place') })
    return place
  })
  const orders = ready.map((one) => past(plan, source, one, one.profile_id ?? null, now, terms))
  await bookMany(tx, actor, orders)
  const added = new Set(ready.map(({ basket }) => basket.rows[0]))
  return baskets.map((basket, row): OrderOutcome => {
    const refusal = refused.get(row)
    const order_id = hashId(source, 'order', basket.key)
    if (!refusal) return { row, outcome: added.has(row) ? 'added' : 'known', ...nothing, order_id }
    const { field, reason } = refusal.fault
    return {
      row,
      outcome: 'refused',
      field,
      code: `integrations.${reason}`,
      messages: explain(refusal.fault),
      order_id: null,
    }
  })
}

/** Write what another system's people did, of the collected types. A message id that is known already is a repeat. */
export async function addEvents(tx: Tx, actor: Actor, source: string, list: readonly EventRow[]) {
  const keys = list.flatMap(({ customer }) => (customer === undefined ? [] : keyOf(source, customer)))
  const people = await findMany(tx, 'external', [...new Set(keys)])
  const now = clock.ms()
  const events = list.map(({ customer, message_id, facts, ...what }, at) => {
    const field = `events.${at}`
    checkFacts({ type: what.type, facts }, field)
    if (Date.parse(what.occurred_at) > now)
      refuse('activity.time', 400, '日時が範囲外です。', 'The time is out of range.', { field: `${field}.occurred_at` })
    const profile_id = what.profile_id ?? people.get(keyOf(source, customer ?? ''))
    if (!profile_id)
      return refuse(
        'integrations.unknown_customer',
        422,
        '登録されていないお客様です。先に顧客を取り込んでください。',
        'The customer is not known; bring in customers first.',
        { field: `${field}.customer` },
      )
    return { ...what, profile_id, source: `import:${source}`, message_id, actor, payload: facts ?? {}, quiet: true }
  })
  const fresh = await emitAll(tx, events)
  return { accepted: fresh.size, repeated: events.length - fresh.size }
}

function planFor(source: string): Plan<'purchases'> {
  const section = { fields: {}, unknown_product: 'refuse', unknown_customer: 'refuse' } as const
  return { resource: 'purchases', source, zone: 'Asia/Tokyo', rates: {}, section, sha256: Buffer.alloc(0) }
}

function basketOf(order: OrderRow, row: number): Basket {
  return {
    ...order,
    key: order.external_id,
    rows: [row],
    placed_at: new Date(order.placed_at).toISOString(),
    place: order.place ?? '',
    customer: order.customer,
    lines: order.lines.map((line) => ({
      row,
      variant_id: line.variant_id,
      product: line.product,
      gtin: line.gtin?.padStart(14, '0'),
      name: undefined,
      quantity: line.quantity,
      amount_yen: line.amount_yen,
      discount_yen: line.discount_yen ?? 0,
    })),
  }
}

function wrongIn(order: OrderRow): { field: string; reason: 'missing' | 'time' } | undefined {
  if (!order.place_id && !order.place) return { field: 'place', reason: 'missing' }
  if (order.lines.some(({ variant_id, product, gtin }) => !variant_id && !product && !gtin))
    return { field: 'product', reason: 'missing' }
  return Date.parse(order.placed_at) > clock.ms() ? { field: 'placed_at', reason: 'time' } : undefined
}

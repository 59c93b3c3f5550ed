/** Orders that happened elsewhere, written as they happened: no stock moves, nobody reacts, and a repeat is a no-op. */
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, LostRace, only, rows, sql, type Tx } from '#core/database'
import { hashId } from '#core/id'
import { clock } from '#core/time'
import { sum } from '#pricing/integer'
import { byRate, taxWithin } from '#pricing/tax'

/** A line at the price that was paid, tax included: unit_yen × quantity − discount_yen = amount_yen. */
export type PastLine = {
  variant_id: string | null
  gtin: string | null
  name: string
  quantity: number
  unit_yen: number
  discount_yen: number
  amount_yen: number
  tax_category: string
  rate_num: number
  rate_den: number
  reduced: boolean
}
export type PastOrder = {
  order_id: string
  number: string
  /** The retailer's own id, unique among imported orders. */
  external_id: string
  /** Where it was bought then (till, ec, …). */
  channel: string
  way: 'carry' | 'ship' | 'collect'
  supply_mode: string
  place_id: string
  /** Null for a walk-in. */
  profile_id: string | null
  placed_at: string
  business_date: string
  lines: PastLine[]
  provider: string
  points: { amount: number; expires_at: string } | null
}

/** Those of these external ids that are booked, with what stands in them: an order told again with other lines is another matter. */
export async function booked(
  db: Db,
  external_ids: readonly string[],
): Promise<Map<string, { total_yen: number; lines: number }>> {
  const found = await rows<{ external_id: string; total_yen: number; lines: number }>(
    db,
    sql`select e.external_id, o.total_yen,
          (select count(*) from orders.line l where l.profile_id = o.profile_id and l.order_id = o.order_id) as lines
        from orders.external e join orders."order" o on o.profile_id = e.profile_id and o.order_id = e.order_id
        where e.source = 'import' and e.external_id = any (${external_ids}::text[])`,
  )
  return new Map(found.map(({ external_id, ...known }) => [external_id, known]))
}

/** Those of these order numbers that some order has: each is one order's alone. */
export async function numbersTaken(db: Db, numbers: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ number: string }>(
    db,
    sql`select number from orders.number where number = any (${numbers}::text[])`,
  )
  return new Set(found.map(({ number }) => number))
}

/**
 * Book past orders with lines, one recorded payment, tax once per rate, points and their event. They were looked for before
 * (`booked`, `numbersTaken`): whom somebody else's import overtook since loses the race, and has to look again.
 */
export async function bookMany(tx: Tx, actor: Actor, list: readonly PastOrder[]): Promise<void> {
  if (list.length === 0) return
  const received_at = clock.iso()
  const sets = list.map((order) => writeSet(actor, order, received_at))
  const { booked } = await only<{ booked: number }>(
    tx,
    sql`select orders.book_many(${JSON.stringify(sets)}::jsonb) as booked`,
  ).catch((error) => {
    throw brokenConstraint(error) === 'number_pkey' ? new LostRace('an order has this number') : error
  })
  if (booked < list.length) throw new LostRace('an order has this external id')
}

function writeSet(actor: Actor, order: PastOrder, received_at: string) {
  const { order_id, lines } = order
  const total_yen = sum(
    lines.map((line) => line.amount_yen),
    'total_yen',
  )
  const discount_yen = sum(
    lines.map((line) => line.discount_yen),
    'discount_yen',
  )
  const taxes = byRate(lines).map((places) => {
    const { rate_num, rate_den } = lines[places[0] as number] as PastLine
    const taxable_yen = sum(
      places.map((place) => (lines[place] as PastLine).amount_yen),
      'taxable_yen',
    )
    return { rate_num, rate_den, taxable_yen, tax_yen: taxWithin(taxable_yen, { rate_num, rate_den }) }
  })
  const points_earned = order.points?.amount ?? 0
  return {
    profile_id: order.profile_id ?? order.place_id,
    at: order.placed_at,
    actor_kind: actor.kind,
    actor_id: actor.id,
    order: {
      order_id,
      number: order.number,
      external_id: order.external_id,
      imported: true,
      channel: order.channel,
      way: order.way,
      state: 'done',
      place_id: order.place_id,
      supply_mode: order.supply_mode,
      business_date: order.business_date,
      items_yen: total_yen + discount_yen,
      discount_yen,
      total_yen,
      points_used: 0,
      points_earned,
      taxes,
    },
    lines: lines.map((line, at) => ({ line_no: at + 1, tax_included: true, ...line })),
    payments:
      total_yen > 0
        ? [
            {
              payment_id: hashId('payment', order_id),
              method: 'recorded',
              amount_yen: total_yen,
              state: 'captured',
              provider: order.provider,
              reference: order.external_id,
            },
          ]
        : [],
    points:
      order.points && points_earned > 0
        ? {
            earn: {
              amount: points_earned,
              lot_id: hashId('lot', order_id),
              journal_id: hashId('journal', order_id),
              expires_at: order.points.expires_at,
            },
          }
        : {},
    event: {
      event_id: hashId('order.placed', order_id),
      source: 'orders',
      received_at,
      payload: {
        number: order.number,
        way: order.way,
        total_yen,
        items: sum(
          lines.map((line) => line.quantity),
          'items',
        ),
        points_used: 0,
        points_earned,
        staff_id: null,
        with_order_id: null,
      },
    },
  }
}

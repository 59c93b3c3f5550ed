import { needPlace } from '#access/access'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { knownGoods, type Line, moveAll, stockPlace } from '#inventory/goods'

export type Delivery = {
  delivery_id: string
  place_id: string
  supplier: string
  external_id: string | null
  state: 'expected' | 'closed' | 'cancelled'
  expected_on: string
  note: string | null
  made_at: string
  closed_at: string | null
  version: number
  lines: { variant_id: string; expected: number; received: number }[]
}
export type DeliveryInput = {
  place_id: string
  supplier: string
  external_id?: string | undefined
  expected_on: string
  note?: string | undefined
  lines: Line[]
}

const shown = sql`d.delivery_id, d.place_id, d.supplier, d.external_id, d.state, d.expected_on, d.note, d.made_at, d.closed_at, d.version,
  (select json_agg(json_build_object('variant_id', l.variant_id, 'expected', l.expected, 'received', l.received) order by l.variant_id)
    from inventory.delivery_line l where l.delivery_id = d.delivery_id) as lines`

/** One expected delivery; refuses 404 when there is none. */
export async function delivery(db: Db, delivery_id: string): Promise<Delivery> {
  return (
    (await one<Delivery>(db, sql`select ${shown} from inventory.delivery d where d.delivery_id = ${delivery_id}`)) ??
    refuse('inventory.no_delivery', 404, '入荷予定が見つかりません。', 'There is no such delivery.', {
      field: 'delivery_id',
      delivery_id,
    })
  )
}

/** Deliveries expected at these places (at all when none are named), the next one first. */
export function deliveries(
  db: Db,
  want: { place_ids?: string[] | undefined; states?: string[] | undefined; limit: number },
): Promise<Delivery[]> {
  const { place_ids = null, states = ['expected'], limit } = want
  return rows<Delivery>(
    db,
    sql`select ${shown} from inventory.delivery d
        where (${place_ids}::uuid[] is null or d.place_id = any (${place_ids}::uuid[])) and d.state = any (${states}::text[])
        order by d.expected_on, d.delivery_id limit ${limit}`,
  )
}

/** Expect goods from a supplier: they count as incoming. Sent again under its external_id, an open one is written anew. */
export async function expectDelivery(tx: Tx, actor: Actor, input: DeliveryInput): Promise<Delivery> {
  needPlace(actor, input.place_id)
  await stockPlace(tx, input.place_id)
  await knownGoods(tx, input.lines)
  const known = input.external_id
    ? await one<{ delivery_id: string }>(
        tx,
        sql`select delivery_id from inventory.delivery where external_id = ${input.external_id} for update`,
      )
    : undefined
  const before = known && (await delivery(tx, known.delivery_id))
  if (before) {
    needPlace(actor, before.place_id)
    open(before)
  }
  const delivery_id = before?.delivery_id ?? (input.external_id ? hashId('delivery', input.external_id) : id())
  await run(
    tx,
    sql`insert into inventory.delivery as d (delivery_id, place_id, supplier, external_id, state, expected_on, note, made_at, made_by)
        values (${delivery_id}, ${input.place_id}, ${input.supplier}, ${input.external_id ?? null}, 'expected', ${input.expected_on}, ${input.note ?? null},
          ${clock.iso()}, ${actor.id})
        on conflict (delivery_id) do update set place_id = excluded.place_id, supplier = excluded.supplier, expected_on = excluded.expected_on,
          note = excluded.note, version = d.version + 1`,
  )
  // What came already stays written, also of goods that are no longer expected.
  await run(tx, sql`update inventory.delivery_line set expected = received where delivery_id = ${delivery_id}`)
  await run(
    tx,
    sql`insert into inventory.delivery_line as d (delivery_id, variant_id, expected)
        select ${delivery_id}, l.variant_id, l.quantity from jsonb_to_recordset(${JSON.stringify(input.lines)}::jsonb) as l(variant_id uuid, quantity integer)
        on conflict (delivery_id, variant_id) do update set expected = excluded.expected`,
  )
  return told(tx, actor, delivery_id, 'delivery.expected')
}

/** Goods came: those lines, or all that is still expected. More than expected, or others, are taken in too and seen on the paper. */
export async function receiveDelivery(
  tx: Tx,
  actor: Actor,
  delivery_id: string,
  given: Line[] | undefined,
): Promise<Delivery> {
  const paper = await lock(tx, actor, delivery_id)
  open(paper)
  const lines =
    given ??
    paper.lines
      .map(({ variant_id, expected, received }) => ({ variant_id, quantity: expected - received }))
      .filter(({ quantity }) => quantity > 0)
  if (lines.length === 0)
    refuse('inventory.nothing_left', 409, '対象の数量が残っていません。', 'There is nothing left to do that with.', {
      field: 'lines',
    })
  await knownGoods(tx, lines)
  await stockPlace(tx, paper.place_id)
  await moveAll(
    tx,
    actor,
    lines.map(({ variant_id, quantity }) => ({
      movement_id: hashId('delivery', delivery_id, paper.version, variant_id),
      place_id: paper.place_id,
      variant_id,
      quantity,
      kind: 'receipt' as const,
      source_kind: 'delivery',
      source_id: delivery_id,
    })),
  )
  await run(
    tx,
    sql`insert into inventory.delivery_line as d (delivery_id, variant_id, expected, received)
        select ${delivery_id}, l.variant_id, 0, l.quantity from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(variant_id uuid, quantity integer)
        on conflict (delivery_id, variant_id) do update set received = d.received + excluded.received`,
  )
  await run(tx, sql`update inventory.delivery set version = version + 1 where delivery_id = ${delivery_id}`)
  const after = await told(tx, actor, delivery_id, 'delivery.received')
  const whole = after.lines.every(({ expected, received }) => received >= expected)
  return whole ? endDelivery(tx, actor, delivery_id, 'closed') : after
}

/** Nothing more will come: `closed` when some came, `cancelled` when nothing did or will. */
export async function endDelivery(
  tx: Tx,
  actor: Actor,
  delivery_id: string,
  state: 'closed' | 'cancelled',
): Promise<Delivery> {
  const paper = await lock(tx, actor, delivery_id)
  if (paper.state === state) return paper
  open(paper)
  if (state === 'cancelled' && paper.lines.some(({ received }) => received > 0))
    refuse('inventory.delivery_begun', 409, '一部が入荷済みです。完了にしてください。', 'Some of it came: close it.', {
      field: 'delivery_id',
    })
  await run(
    tx,
    sql`update inventory.delivery set state = ${state}, closed_at = ${clock.iso()}, version = version + 1 where delivery_id = ${delivery_id}`,
  )
  return told(tx, actor, delivery_id, `delivery.${state}`)
}

async function lock(tx: Tx, actor: Actor, delivery_id: string): Promise<Delivery> {
  await run(tx, sql`select 1 from inventory.delivery where delivery_id = ${delivery_id} for update`)
  const paper = await delivery(tx, delivery_id)
  needPlace(actor, paper.place_id)
  return paper
}

function open(paper: Delivery): void {
  if (paper.state === 'expected') return
  refuse('inventory.delivery_ended', 409, 'この入荷予定は完了しています。', 'This delivery has ended.', {
    field: 'delivery_id',
    state: paper.state,
  })
}

async function told(tx: Tx, actor: Actor, delivery_id: string, type: string): Promise<Delivery> {
  const paper = await delivery(tx, delivery_id)
  await emit(tx, {
    type,
    profile_id: noOne,
    source: 'inventory',
    message_id: `${type}:${delivery_id}:${paper.version}`,
    place_id: paper.place_id,
    subject_kind: 'delivery',
    subject_id: delivery_id,
    version: paper.version,
    actor,
    payload: {
      lines: paper.lines.length,
      pieces: paper.lines.reduce(
        (sum, line) => sum + (type === 'delivery.expected' ? line.expected : line.received),
        0,
      ),
    },
  })
  return paper
}

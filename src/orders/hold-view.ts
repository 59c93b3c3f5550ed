import { Type } from 'typebox'
import { type Db, one, rows, type Sql, sql } from '#core/database'
import { refuse } from '#core/problem'

const Id = Type.String({ format: 'uuid' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const instant = Type.String({ format: 'date-time' })

export const HoldView = Type.Object({
  hold_id: Id,
  profile_id: Id,
  place_id: Id,
  state: Type.String({ description: 'held, sold or released' }),
  channel: Type.String(),
  staff_id: orNull(Id),
  held_at: instant,
  expires_at: instant,
  closed_at: orNull(instant),
  close_reason: orNull(Type.String()),
  order_id: orNull(Type.String({ format: 'uuid', description: 'The sale that ended it.' })),
  version: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      line_no: Type.Integer(),
      variant_id: Id,
      gtin: orNull(Type.String()),
      name: Type.String(),
      quantity: Type.Integer(),
      unit_yen: Type.Integer({ description: 'As it was shown; the price on the day of the sale is charged.' }),
    }),
  ),
  total_yen: Type.Integer(),
})
export type HoldView = Type.Static<typeof HoldView>

const shown = sql`h.hold_id, h.profile_id, h.place_id, h.state, h.channel, h.staff_id, h.held_at, h.expires_at, h.closed_at, h.close_reason, h.order_id, h.version,
  (select coalesce(json_agg(json_build_object('line_no', l.line_no, 'variant_id', l.variant_id, 'gtin', l.gtin, 'name', l.name, 'quantity', l.quantity,
      'unit_yen', l.unit_yen) order by l.line_no), '[]')
    from orders.hold_line l where l.profile_id = h.profile_id and l.hold_id = h.hold_id) as lines`

/** One hold by its id; refuses 404 when there is none, or none this caller may see (row policies decide). */
export async function findHold(db: Db, hold_id: string): Promise<HoldView> {
  const row = await one<Omit<HoldView, 'total_yen'>>(
    db,
    sql`select ${shown} from orders.hold_reference r join orders.hold h on h.profile_id = r.profile_id and h.hold_id = r.hold_id where r.hold_id = ${hold_id}`,
  )
  return row
    ? summed(row)
    : refuse('orders.no_hold', 404, 'お取り置きが見つかりません。', 'There is no such hold.', { field: 'hold_id' })
}

/** Holds of a customer, newest first. */
export function holdsOf(db: Db, profile_ids: readonly string[], limit: number): Promise<HoldView[]> {
  return list(db, sql`h.profile_id = any (${profile_ids}::uuid[]) order by h.held_at desc limit ${limit}`)
}

/** What a shop has set aside, that which ends first on top. */
export function holdsAt(db: Db, place_id: string, limit: number): Promise<HoldView[]> {
  return list(db, sql`h.place_id = ${place_id} and h.state = 'held' order by h.expires_at limit ${limit}`)
}

async function list(db: Db, rest: Sql): Promise<HoldView[]> {
  return (await rows<Omit<HoldView, 'total_yen'>>(db, sql`select ${shown} from orders.hold h where ${rest}`)).map(
    summed,
  )
}

function summed(row: Omit<HoldView, 'total_yen'>): HoldView {
  return { ...row, total_yen: row.lines.reduce((sum, { unit_yen, quantity }) => sum + unit_yen * quantity, 0) }
}

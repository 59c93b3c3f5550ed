import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'

export type Stocktake = {
  stocktake_id: string
  place_id: string
  state: 'open' | 'approved' | 'cancelled'
  scope: 'all' | 'category' | 'list'
  category_id: string | null
  note: string | null
  opened_at: string
  opened_by: string
  closed_at: string | null
  version: number
}
/** What was counted of one thing in its latest round, beside what the books said at the moment of its last entry. */
export type Counted = {
  variant_id: string
  round: number
  counted: number | null
  expected: number | null
  difference: number | null
  /** Stock moved between its first and its last entry: better counted again. */
  disturbed: boolean
  reason: string | null
}

const columns = sql`stocktake_id, place_id, state, scope, category_id, note, opened_at, opened_by, closed_at, version`

/** One count; refuses 404 when there is none. */
export async function stocktakeOf(db: Db, stocktake_id: string): Promise<Stocktake> {
  return (
    (await one<Stocktake>(db, sql`select ${columns} from inventory.stocktake where stocktake_id = ${stocktake_id}`)) ??
    refuse('inventory.no_count', 404, '棚卸しが見つかりません。', 'There is no such count.', {
      field: 'stocktake_id',
      stocktake_id,
    })
  )
}

/** The same, locked until the transaction ends. */
export async function lockStocktake(tx: Tx, stocktake_id: string): Promise<Stocktake> {
  await run(tx, sql`select 1 from inventory.stocktake where stocktake_id = ${stocktake_id} for update`)
  return stocktakeOf(tx, stocktake_id)
}

/** Counts of these places (of all when none are named), newest first. */
export function stocktakes(db: Db, place_ids: string[] | undefined, limit: number): Promise<Stocktake[]> {
  return rows<Stocktake>(
    db,
    sql`select ${columns} from inventory.stocktake
        where ${place_ids ?? null}::uuid[] is null or place_id = any (${place_ids ?? null}::uuid[])
        order by opened_at desc, stocktake_id limit ${limit}`,
  )
}

/** What was counted so far, and what is still to be counted (`counted` null). */
export function counted(db: Db, stocktake_id: string): Promise<Counted[]> {
  return rows<Counted>(
    db,
    sql`select l.variant_id, l.round, e.counted, e.expected, coalesce(l.difference, e.counted - e.expected) as difference,
          coalesce(e.disturbed, false) as disturbed, l.reason
        from inventory.stocktake_line l
        left join lateral (
          select sum(x.quantity)::integer as counted, (array_agg(x.expected order by x.counted_at desc, x.entry_id desc))[1] as expected,
              min(x.expected) <> max(x.expected) as disturbed
            from inventory.stocktake_entry x
            where x.stocktake_id = l.stocktake_id and x.variant_id = l.variant_id and x.round = l.round having count(*) > 0) e on true
        where l.stocktake_id = ${stocktake_id} order by l.variant_id`,
  )
}

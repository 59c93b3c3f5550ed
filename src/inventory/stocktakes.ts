import { needPlace } from '#access/access'
import { emit } from '#activity/activity'
import { variantsIn } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { brokenConstraint, only, rows, run, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { inOrder, knownGoods, type Line, moveAll, stockPlace } from '#inventory/goods'
import { type Counted, counted, lockStocktake, type Stocktake, stocktakeOf } from '#inventory/stocktake'

export type Scope = {
  place_id: string
  category_id?: string | undefined
  variant_ids?: string[] | undefined
  note?: string | undefined
}

/** Open a count of a whole place, of one category of goods, or of a list; one at a time per place (409). */
export async function openCount(tx: Tx, actor: Actor, scope: Scope): Promise<Stocktake> {
  const { place_id, category_id, variant_ids } = scope
  needPlace(actor, place_id)
  await stockPlace(tx, place_id)
  if (variant_ids)
    await knownGoods(
      tx,
      variant_ids.map((variant_id) => ({ variant_id })),
    )
  const goods = variant_ids ?? (category_id ? await variantsIn(tx, category_id) : [])
  if (category_id && goods.length === 0)
    refuse('inventory.nothing_to_count', 422, 'このカテゴリに商品がありません。', 'This category holds no goods.', {
      field: 'category_id',
    })
  const stocktake_id = id()
  await run(
    tx,
    sql`insert into inventory.stocktake (stocktake_id, place_id, state, scope, category_id, note, opened_at, opened_by)
        values (${stocktake_id}, ${place_id}, 'open', ${variant_ids ? 'list' : category_id ? 'category' : 'all'}, ${category_id ?? null}, ${scope.note ?? null},
          ${clock.iso()}, ${actor.id})`,
  ).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'stocktake_one_open') throw error
    return refuse('inventory.counting', 409, 'この拠点では棚卸し中です。', 'A count of this place is open already.', {
      field: 'place_id',
    })
  })
  await run(
    tx,
    sql`insert into inventory.stocktake_line (stocktake_id, variant_id) select ${stocktake_id}, v from unnest(${goods}::uuid[]) v`,
  )
  return told(tx, actor, stocktake_id, 'stocktake.opened')
}

/**
 * Someone counted some goods somewhere in the place: entries add up, a negative one takes a slip back. What the books say
 * at `counted_at` (now, or earlier for a device that was offline) is kept with it, so later sales do not disturb the count.
 */
export async function enter(
  tx: Tx,
  actor: Actor,
  stocktake_id: string,
  lines: Line[],
  by: { device?: string | undefined; counted_at?: string | undefined },
): Promise<number> {
  const stocktake = await lockStocktake(tx, stocktake_id)
  needPlace(actor, stocktake.place_id)
  open(stocktake)
  await knownGoods(tx, lines)
  await inScope(tx, stocktake, lines)
  const now = clock.iso()
  const at = by.counted_at ?? now
  if (at < stocktake.opened_at || at > now)
    refuse('inventory.counted_when', 422, '数えた時刻が棚卸しの期間外です。', 'The time lies outside this count.', {
      field: 'counted_at',
    })
  if (stocktake.scope === 'all')
    await run(
      tx,
      sql`insert into inventory.stocktake_line (stocktake_id, variant_id)
          select ${stocktake_id}, v from unnest(${lines.map(({ variant_id }) => variant_id)}::uuid[]) v on conflict do nothing`,
    )
  const written = await run(
    tx,
    sql`insert into inventory.stocktake_entry (entry_id, stocktake_id, variant_id, round, quantity, expected, device, counted_at, actor_kind, actor_id)
        select e.entry_id, ${stocktake_id}, e.variant_id, l.round, e.quantity,
          coalesce(s.on_hand, 0) - coalesce((select sum(m.quantity)::integer from inventory.movement m
            where m.variant_id = e.variant_id and m.place_id = ${stocktake.place_id} and m.moved_at > ${at} and ${by.counted_at !== undefined}), 0),
          ${by.device ?? null}, ${at}, ${actor.kind}, ${actor.id}
        from jsonb_to_recordset(${JSON.stringify(inOrder(lines).map((line) => ({ ...line, entry_id: id() })))}::jsonb) as e(entry_id uuid, variant_id uuid, quantity integer)
          join inventory.stocktake_line l on l.stocktake_id = ${stocktake_id} and l.variant_id = e.variant_id
          left join inventory.stock s on s.place_id = ${stocktake.place_id} and s.variant_id = e.variant_id`,
  )
  return written
}

/** Count some goods again: what was entered for them is set aside, and kept. */
export async function recount(tx: Tx, actor: Actor, stocktake_id: string, variant_ids: string[]): Promise<Stocktake> {
  const stocktake = await lockStocktake(tx, stocktake_id)
  needPlace(actor, stocktake.place_id)
  open(stocktake)
  await run(
    tx,
    sql`update inventory.stocktake_line set round = round + 1 where stocktake_id = ${stocktake_id} and variant_id = any (${variant_ids}::uuid[])`,
  )
  return stocktakeOf(tx, stocktake_id)
}

export type Verdict = {
  reasons?: { variant_id: string; reason: string }[] | undefined
  /** Goods in scope that nobody counted: left as they are, or taken to be gone. */
  uncounted?: 'leave' | 'zero' | undefined
}

/** Accept a count: each difference becomes a movement of its own with its reason; sales since the counting stay as they are. */
export async function approveCount(tx: Tx, actor: Actor, stocktake_id: string, verdict: Verdict): Promise<Stocktake> {
  const stocktake = await lockStocktake(tx, stocktake_id)
  needPlace(actor, stocktake.place_id)
  if (stocktake.state === 'approved') return stocktake
  open(stocktake)
  const found = await counted(tx, stocktake_id)
  const missing = verdict.uncounted === 'zero' ? await uncounted(tx, stocktake, found) : []
  const differences = [
    ...found.flatMap(({ variant_id, difference }) => (difference === null ? [] : [{ variant_id, difference }])),
    ...missing,
  ]
  const reasonOf = new Map((verdict.reasons ?? []).map(({ variant_id, reason }) => [variant_id, reason]))
  const moves = differences
    .filter(({ difference }) => difference !== 0)
    .map(({ variant_id, difference }) => ({
      movement_id: hashId('stocktake', stocktake_id, variant_id),
      place_id: stocktake.place_id,
      variant_id,
      quantity: difference,
      kind: 'count' as const,
      source_kind: 'stocktake',
      source_id: stocktake_id,
      reason: reasonOf.get(variant_id) ?? 'counted',
    }))
  await moveAll(tx, actor, moves)
  await run(
    tx,
    sql`insert into inventory.stocktake_line as l (stocktake_id, variant_id, difference, reason)
        select ${stocktake_id}, d.variant_id, d.difference, d.reason
        from jsonb_to_recordset(${JSON.stringify(differences.map((line) => ({ ...line, reason: line.difference === 0 ? null : (reasonOf.get(line.variant_id) ?? 'counted') })))}::jsonb)
          as d(variant_id uuid, difference integer, reason text)
        on conflict (stocktake_id, variant_id) do update set difference = excluded.difference, reason = excluded.reason`,
  )
  await finish(tx, actor, stocktake_id, 'approved')
  return told(tx, actor, stocktake_id, 'stocktake.approved', moves.length)
}

/** Drop a count; stock stays as it is. */
export async function dropCount(tx: Tx, actor: Actor, stocktake_id: string): Promise<Stocktake> {
  const stocktake = await lockStocktake(tx, stocktake_id)
  needPlace(actor, stocktake.place_id)
  if (stocktake.state === 'cancelled') return stocktake
  open(stocktake)
  await finish(tx, actor, stocktake_id, 'cancelled')
  return told(tx, actor, stocktake_id, 'stocktake.cancelled')
}

function finish(tx: Tx, actor: Actor, stocktake_id: string, state: string): Promise<number> {
  return run(
    tx,
    sql`update inventory.stocktake set state = ${state}, closed_at = ${clock.iso()}, closed_by = ${actor.id}, version = version + 1
        where stocktake_id = ${stocktake_id}`,
  )
}

// Under the rows' locks, in variant order: what a till sells this moment is not taken to be missing.
async function uncounted(
  tx: Tx,
  { stocktake_id, place_id, scope }: Stocktake,
  found: readonly Counted[],
): Promise<{ variant_id: string; difference: number }[]> {
  const done = found.filter(({ counted: pieces }) => pieces !== null).map(({ variant_id }) => variant_id)
  return (
    await rows<{ variant_id: string; on_hand: number }>(
      tx,
      sql`select variant_id, on_hand from inventory.stock s where place_id = ${place_id} and on_hand <> 0 and variant_id <> all (${done}::uuid[])
            and (${scope === 'all'} or exists (select from inventory.stocktake_line l where l.stocktake_id = ${stocktake_id} and l.variant_id = s.variant_id))
          order by variant_id for update`,
    )
  ).map(({ variant_id, on_hand }) => ({ variant_id, difference: -on_hand }))
}

async function inScope(tx: Tx, { stocktake_id, scope }: Stocktake, lines: readonly Line[]): Promise<void> {
  if (scope === 'all') return
  const { outside } = await only<{ outside: string | null }>(
    tx,
    sql`select (select v from unnest(${lines.map(({ variant_id }) => variant_id)}::uuid[]) v
          where not exists (select from inventory.stocktake_line l where l.stocktake_id = ${stocktake_id} and l.variant_id = v) limit 1) as outside`,
  )
  if (outside)
    refuse(
      'inventory.not_counted_here',
      422,
      'この商品は今回の棚卸しの対象外です。',
      'This count does not ask for it.',
      {
        field: 'lines',
        variant_id: outside,
      },
    )
}

function open(stocktake: Stocktake): void {
  if (stocktake.state === 'open') return
  refuse('inventory.count_ended', 409, 'この棚卸しは終了しています。', 'This count has ended.', {
    field: 'stocktake_id',
    state: stocktake.state,
  })
}

async function told(
  tx: Tx,
  actor: Actor,
  stocktake_id: string,
  type: string,
  differences?: number,
): Promise<Stocktake> {
  const stocktake = await stocktakeOf(tx, stocktake_id)
  await emit(tx, {
    type,
    profile_id: noOne,
    source: 'inventory',
    message_id: `${type}:${stocktake_id}`,
    place_id: stocktake.place_id,
    subject_kind: 'stocktake',
    subject_id: stocktake_id,
    version: stocktake.version,
    actor,
    payload: { scope: stocktake.scope, ...(differences === undefined ? {} : { differences }) },
  })
  return stocktake
}

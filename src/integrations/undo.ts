/**
 * Takes a whole import back: only what it brought, each piece once, in batches that commit by themselves. What was used since
 * is kept and told with the reason; ledgers are corrected by reversal. Asked again, what could not be taken back is tried again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { setWithdrawn, unpriceMany, variantsOf } from '#catalog/catalog'
import { decidersAmong } from '#consent/consent'
import type { Actor } from '#core/actor'
import { type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import type { Message } from '#core/problem'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { unregisterMany } from '#customers/customers'
import { holding } from '#integrations/held'
import { inName } from '#integrations/job-context'
import { find } from '#integrations/record'
import { movedAmong, uncountMany } from '#inventory/inventory'
import { reverseOpenings, savers } from '#loyalty/loyalty'
import { buyersAmong, soldAmong, unbookMany } from '#orders/orders'

const pieces_a_batch = 200
const busy_ms = 500

export type Kept = { kind: string; reason: string; count: number; message: Message }
export type Undone = {
  import_id: string
  state: 'undone' | 'partly_undone'
  undone: Record<string, number>
  kept: Kept[]
}
type Piece = { profile_id: string; subject_id: string }
type Outcomes = Map<string, string | null>

/** Why a piece was kept, in words. */
export const reasons: Record<string, Message> = {
  gone: { ja: 'すでにありません。', en: 'It is gone already.' },
  changed: { ja: '取り込み後に変更されています。', en: 'It was changed after the import.' },
  returned: { ja: '返品があります。', en: 'Something of it was returned.' },
  document: { ja: '領収書などを発行済みです。', en: 'A receipt or another document was issued for it.' },
  points_used: { ja: '付与したポイントが使われています。', en: 'Points of it were used.' },
  merged: { ja: 'ほかのお客さまと統合されています。', en: 'It was merged with another customer.' },
  signed_in: { ja: 'ご本人が利用を始めています。', en: 'The member has signed in.' },
  bought: { ja: '購買の記録があります。', en: 'There are orders of this customer.' },
  has_points: { ja: 'ポイントの動きがあります。', en: 'There are points, or a history of them.' },
  decided: { ja: '同意の記録があります。', en: 'There are decisions on consent.' },
  goods_used: { ja: '在庫が動いたか、引き当てられています。', en: 'The goods have moved or are promised.' },
  sold: { ja: '販売の記録があります。', en: 'It stands on an order.' },
  in_stock: { ja: '在庫の記録があります。', en: 'There is stock of it.' },
  price_in_force: { ja: 'すでに適用された価格です。', en: 'The price is or was in force.' },
}

/** Take an import back, here and now. Refuses (409) one that is running, or that was taken back whole. */
export async function undo(db: Pool, actor: Actor, import_id: string): Promise<Undone> {
  await transaction(db, actor, (tx) => askUndoing(tx, actor, import_id))
  let done: Undone | undefined
  for (;;) {
    const mine = await holding(db, async (held) => {
      done = await sweep(db, actor, import_id, held)
    })
    if (mine) break
    // Another import is running; a worker may take this one back meanwhile, and then there is nothing left to take.
    await sleep(busy_ms)
  }
  return done as Undone
}

/** Take back all that is left of an import that is being taken back. */
export async function sweep(db: Pool, actor: Actor, import_id: string, signal?: AbortSignal): Promise<Undone> {
  const undone: Record<string, number> = {}
  const count = (kind: string, number: number) => {
    if (number > 0) undone[kind] = (undone[kind] ?? 0) + number
  }
  for (const [kind, take] of Object.entries(people(actor)))
    count(kind, await sweepPeople(db, actor, import_id, kind, take, signal))
  for (const [kind, take] of Object.entries(things(actor, import_id)))
    count(kind, await sweepThings(db, actor, import_id, kind, take, signal))
  const kept = await transaction(db, actor, (tx) => keptOf(tx, import_id))
  const state = kept.length ? 'partly_undone' : 'undone'
  await transaction(db, actor, (tx) =>
    run(
      tx,
      sql`update integrations.import set state = ${state}, undone_at = ${clock.iso()}, due = null, taken_at = null where import_id = ${import_id}`,
    ),
  )
  return { import_id, state, undone, kept }
}

/** What an undoing had to keep, by kind and reason. */
export async function keptOf(tx: Tx, import_id: string): Promise<Kept[]> {
  const found = await rows<{ kind: string; reason: string; count: number }>(
    tx,
    sql`select kind, kept_reason as reason, count(*)::integer as count from (
          select kind, kept_reason from integrations.import_person where import_id = ${import_id} and undone_at is null and kept_reason is not null
          union all
          select kind, kept_reason from integrations.import_thing where import_id = ${import_id} and undone_at is null and kept_reason is not null) k
        group by 1, 2 order by 3 desc, 1, 2`,
  )
  return found.map((one) => ({ ...one, message: reasons[one.reason] ?? { ja: one.reason, en: one.reason } }))
}

/** Ask for an undoing: a worker does it, or whoever asked. Refuses as `undo` does. */
export async function askUndoing(tx: Tx, actor: Actor, import_id: string): Promise<void> {
  const record = await find(tx, import_id)
  if (!record)
    return refuse('integrations.no_import', 404, 'この取り込みは見つかりません。', 'There is no such import.', {
      field: 'import_id',
    })
  if (record.resource === 'postal')
    refuse(
      'integrations.no_undoing',
      409,
      '郵便番号の取り込みは取り消しの対象外です。',
      'Postal codes are not taken back.',
    )
  const begun = await run(
    tx,
    sql`update integrations.import set state = 'undoing', undone_by = ${`${actor.kind} ${actor.id}`}, due = 'undoing',
          actor = ${JSON.stringify(inName(actor))}::jsonb, asked_at = ${clock.iso()}, taken_at = null, problem = null
        where import_id = ${import_id} and state in ('done', 'failed', 'partly_undone', 'undoing') and due is distinct from 'import'`,
  )
  if (begun > 0) return
  const busy = record.state === 'running' || record.due === 'import'
  refuse(
    busy ? 'integrations.running' : 'integrations.undone',
    409,
    busy ? '取り込みの途中です。終わってから取り消してください。' : 'この取り込みは取り消し済みです。',
    busy ? 'The import is running; wait for its end.' : 'This import was taken back already.',
  )
}

// Orders before balances, balances before the people who hold them.
function people(actor: Actor): Record<string, (tx: Tx, list: Piece[]) => Promise<Outcomes>> {
  return {
    order: (tx, list) =>
      unbookMany(
        tx,
        actor,
        list.map(({ profile_id, subject_id }) => ({ profile_id, order_id: subject_id })),
      ),
    opening: (tx, list) => reverseOpenings(tx, actor, list),
    async customer(tx, list) {
      const ids = list.map(({ profile_id }) => profile_id)
      const used: [Set<string>, string][] = [
        [await buyersAmong(tx, ids), 'bought'],
        [await savers(tx, ids), 'has_points'],
        [await decidersAmong(tx, ids), 'decided'],
      ]
      const why = (id: string) => used.find(([set]) => set.has(id))?.[1]
      const free = ids.filter((id) => !why(id))
      const taken = await unregisterMany(tx, actor, free)
      return new Map(ids.map((id) => [id, why(id) ?? taken.get(id) ?? null]))
    },
  }
}

function things(actor: Actor, import_id: string): Record<string, (tx: Tx, ids: string[]) => Promise<Outcomes>> {
  return {
    count: (tx, ids) => uncountMany(tx, actor, { kind: 'import_undoing', id: import_id }, ids),
    price: (tx, ids) => unpriceMany(tx, ids),
    async product(tx, ids) {
      const variants = await variantsOf(tx, ids)
      const all = variants.map(({ variant_id }) => variant_id)
      const used: [Set<string>, string][] = [
        [await soldAmong(tx, all), 'sold'],
        [await movedAmong(tx, all), 'in_stock'],
      ]
      const outcomes: Outcomes = new Map()
      for (const id of ids) {
        const mine = variants.filter(({ product_id }) => product_id === id)
        const why = used.find(([set]) => mine.some(({ variant_id }) => set.has(variant_id)))?.[1]
        if (!why) await setWithdrawn(tx, actor, id, true)
        outcomes.set(id, why ?? null)
      }
      return outcomes
    },
  }
}

async function sweepPeople(
  db: Pool,
  actor: Actor,
  import_id: string,
  kind: string,
  take: (tx: Tx, list: Piece[]) => Promise<Outcomes>,
  signal?: AbortSignal,
): Promise<number> {
  let taken = 0
  let after = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    signal?.throwIfAborted()
    const last = await transaction(db, actor, async (tx) => {
      const list = await rows<Piece>(
        tx,
        sql`select profile_id, subject_id from integrations.import_person
            where import_id = ${import_id} and kind = ${kind} and undone_at is null and (profile_id, subject_id) > (${after[0]}::uuid, ${after[1]}::uuid)
            order by profile_id, subject_id limit ${pieces_a_batch}`,
      )
      if (list.length === 0) return undefined
      const outcomes = await take(tx, list)
      const marks = list.map((piece) => ({ ...piece, kept: outcomes.get(piece.subject_id) ?? null }))
      await run(
        tx,
        sql`update integrations.import_person p set undone_at = case when m.kept is null or m.kept = 'gone' then ${clock.iso()}::timestamptz end, kept_reason = m.kept
            from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(profile_id uuid, subject_id uuid, kept text)
            where p.import_id = ${import_id} and p.kind = ${kind} and p.profile_id = m.profile_id and p.subject_id = m.subject_id`,
      )
      taken += marks.filter(({ kept }) => kept === null).length
      return list.at(-1)
    })
    if (!last) return taken
    after = [last.profile_id, last.subject_id]
  }
}

async function sweepThings(
  db: Pool,
  actor: Actor,
  import_id: string,
  kind: string,
  take: (tx: Tx, ids: string[]) => Promise<Outcomes>,
  signal?: AbortSignal,
): Promise<number> {
  let taken = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    signal?.throwIfAborted()
    const last = await transaction(db, actor, async (tx) => {
      const list = await rows<{ subject_id: string }>(
        tx,
        sql`select subject_id from integrations.import_thing
            where import_id = ${import_id} and kind = ${kind} and undone_at is null and subject_id > ${after} order by subject_id limit ${pieces_a_batch}`,
      )
      if (list.length === 0) return undefined
      const ids = list.map(({ subject_id }) => subject_id)
      const outcomes = await take(tx, ids)
      const marks = ids.map((subject_id) => ({ subject_id, kept: outcomes.get(subject_id) ?? null }))
      await run(
        tx,
        sql`update integrations.import_thing t set undone_at = case when m.kept is null or m.kept = 'gone' then ${clock.iso()}::timestamptz end, kept_reason = m.kept
            from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(subject_id uuid, kept text)
            where t.import_id = ${import_id} and t.kind = ${kind} and t.subject_id = m.subject_id`,
      )
      taken += marks.filter(({ kept }) => kept === null).length
      return ids.at(-1)
    })
    if (!last) return taken
    after = last
  }
}

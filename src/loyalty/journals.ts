/** The ledger as it is read: journals with all their postings, the newest first, by whatever somebody looks for. */
import { type Db, join, rows, type Sql, sql } from '#core/database'
import { addDays, instant } from '#core/time'

export type Posting = { seq: number; unit: string; side: string; amount: number; lot_id: string | null }
export type Journal = {
  profile_id: string
  journal_id: string
  kind: string
  source_kind: string
  source_id: string
  place_id: string | null
  event_at: string
  reverses_id: string | null
  reversed_by_id: string | null
  actor_kind: string
  actor_id: string | null
  reason: string | null
  /** Who asked for it to be reversed and waits for a second person; null when nobody did. */
  reversal_asked_by: string | null
  postings: Posting[]
}
export type JournalsWanted = {
  from?: string | undefined
  to?: string | undefined
  kind?: string | undefined
  unit?: string | undefined
  source_id?: string | undefined
  place_id?: string | undefined
  actor_id?: string | undefined
  journal_id?: string | undefined
  /** The profiles of one customer. */
  profile_ids?: readonly string[] | undefined
  lot_id?: string | undefined
}

/** A page of journals, the newest first; `from` and `to` are days in the house's zone, both within. */
export function journals(
  db: Db,
  want: JournalsWanted,
  before: readonly [at: string, id: string] | null,
  limit: number,
): Promise<Journal[]> {
  const { from, to, kind, unit, source_id, place_id, actor_id, journal_id, profile_ids, lot_id } = want
  const posted = (which: Sql) =>
    sql`exists (select from loyalty.posting p where p.profile_id = j.profile_id and p.journal_id = j.journal_id and ${which})`
  // Only what is asked for stands in the statement, so that each way of looking gets a plan of its own.
  const conditions = [
    ...(from ? [sql`j.event_at >= ${instant(from, '00:00').toISOString()}`] : []),
    ...(to ? [sql`j.event_at < ${instant(addDays(to, 1), '00:00').toISOString()}`] : []),
    ...(kind ? [sql`j.kind = ${kind}`] : []),
    ...(source_id ? [sql`j.source_id = ${source_id}`] : []),
    ...(place_id ? [sql`j.place_id = ${place_id}`] : []),
    ...(actor_id ? [sql`j.actor_id = ${actor_id}`] : []),
    ...(journal_id ? [sql`j.journal_id = ${journal_id}`] : []),
    ...(profile_ids ? [sql`j.profile_id = any (${profile_ids}::uuid[])`] : []),
    ...(unit ? [posted(sql`p.unit = ${unit}`)] : []),
    ...(lot_id ? [posted(sql`p.lot_id = ${lot_id}`)] : []),
    ...(before ? [sql`(j.event_at, j.journal_id) < (${before[0]}, ${before[1]}::uuid)`] : []),
    sql`true`,
  ]
  return rows<Journal>(
    db,
    sql`select f.profile_id, f.journal_id, f.kind, f.source_kind, f.source_id, f.place_id, f.event_at, f.reverses_id, f.actor_kind, f.actor_id, f.reason,
          (select r.journal_id from loyalty.journal r where r.profile_id = f.profile_id and r.reverses_id = f.journal_id limit 1) as reversed_by_id,
          (select a.asked_by from loyalty.reversal_asked a where a.profile_id = f.profile_id and a.journal_id = f.journal_id) as reversal_asked_by,
          (select jsonb_agg(jsonb_build_object('seq', p.seq, 'unit', p.unit, 'side', p.side, 'amount', p.amount, 'lot_id', p.lot_id) order by p.seq)
            from loyalty.posting p where p.profile_id = f.profile_id and p.journal_id = f.journal_id) as postings
        from (select j.* from loyalty.journal j where ${join(conditions, ' and ')} order by j.event_at desc, j.journal_id desc limit ${limit}) f
        order by f.event_at desc, f.journal_id desc`,
  )
}

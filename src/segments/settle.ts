/** People held against the rules: a few at a time, as things happen to them, and when time has come. */
import { type AtOnce, dirty, emitAll, followTypes, type Summary } from '#activity/activity'
import { system } from '#core/actor'
import { type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { clock } from '#core/time'
import { compile, passing } from '#segments/compile'
import { plain, standing, standingStill, typesOf } from '#segments/definitions'
import { conditionsOf } from '#segments/rule'

type Turn = { profile_id: string; segment_id: string; version: number; member: boolean; live: boolean; why: unknown[] }

/**
 * Hold these people (each with all her profiles) against every rule as of now, and tell the timeline who came and who went.
 * Says how many did.
 */
export async function settle(tx: Tx, profile_ids: readonly string[]): Promise<number> {
  if (!profile_ids.length) return 0
  const all = await standingStill(tx)
  if (!all.length) return 0
  const heads = await lock(tx, profile_ids)
  const list = all.map((one) => plain(one, all))
  const at = clock.iso()
  const turns = await rows<Turn>(
    tx,
    passing(sql`with verdict as materialized (select * from (${compile(list, heads, at)}) v where v.member or v.next_at is not null),
      had as materialized (select * from segments.standing where profile_id = any (${heads}::uuid[])),
      kept as (
        insert into segments.standing (profile_id, segment_id, version, member, since, why, next_at)
        select v.profile_id, v.segment_id, v.version, v.member, case when v.member then coalesce(h.since, ${at}::timestamptz) end,
          case when v.member then coalesce(h.why, v.why) end, v.next_at
        from verdict v left join had h using (profile_id, segment_id, version)
        where h.profile_id is null or h.member <> v.member or h.next_at is distinct from v.next_at
        on conflict (profile_id, segment_id, version) do update
          set member = excluded.member, since = excluded.since, why = excluded.why, next_at = excluded.next_at),
      gone as (
        delete from segments.standing s using had h
        where s.profile_id = h.profile_id and s.segment_id = h.segment_id and s.version = h.version
          and not exists (select from verdict v where v.profile_id = h.profile_id and v.segment_id = h.segment_id and v.version = h.version))
      select profile_id, segment_id, version, coalesce(v.member, false) as member, s.live_version = version as live, coalesce(v.why, h.why) as why
      from verdict v full join had h using (profile_id, segment_id, version)
        join (select segment_id, state, live_version from segments.segment) s using (segment_id)
      where coalesce(v.member, false) <> coalesce(h.member, false) and s.state = 'live'
      order by profile_id, segment_id`),
  )
  await emitAll(
    tx,
    turns
      .filter(({ live }) => live)
      .map(({ profile_id, segment_id, version, member, why }) => ({
        type: member ? 'segment.entered' : 'segment.left',
        profile_id,
        occurred_at: at,
        source: 'segments',
        subject_kind: 'segment',
        subject_id: segment_id,
        payload: { segment_id, version, why },
      })),
  )
  return turns.length
}

/**
 * The profiles under which these people stand or stood: the one her customer is named after, and any other of hers, which a
 * merge may have taken in. Two who settle the same person wait for each other, always in the order of their ids.
 */
async function lock(tx: Tx, profile_ids: readonly string[]): Promise<string[]> {
  const heads = await rows<{ profile_id: string }>(
    tx,
    sql`select profile_id from customers.facts where customer_id in (select customer_id from customers.facts where profile_id = any (${profile_ids}::uuid[]))
        union select * from unnest(${profile_ids}::uuid[]) order by 1`,
  )
  const ids = heads.map(({ profile_id }) => profile_id)
  await run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended('segments ' || p, 0)) from (select p from unnest(${ids}::uuid[]) p order by p) o`,
  )
  return ids
}

/** Whoever is dirty is held against the rules. */
export const summary: Summary = {
  name: 'segments',
  run: async (tx, profile_ids) => void (await settle(tx, profile_ids)),
}

/** A withdrawn consent takes her out of what needs it in the same moment, and so does what she had us forget; who was parted from another is looked at, too. */
export const atOnce: readonly AtOnce[] = [
  {
    types: ['consent.changed'],
    run: async (tx, events) => {
      const all = await standing(tx)
      if (!all.some(({ rule }) => conditionsOf(rule).some(({ is }) => is === 'consent' || is === 'tag'))) return
      await settle(tx, [...new Set(events.map(({ profile_id }) => profile_id))])
    },
  },
  {
    types: ['fact.forgotten', 'fact.recalled'],
    run: async (tx, events) => void (await settle(tx, [...new Set(events.map(({ profile_id }) => profile_id))])),
  },
  {
    types: ['customer.merged', 'customer.unmerged'],
    run: async (tx, events) => {
      const moved = events.flatMap(({ payload }) => (payload?.profile_ids ?? []) as string[])
      if (moved.length) await dirty(tx, ...moved)
    },
  },
]

/** Tell the timeline after which events somebody may come or go. */
export async function followRules(tx: Tx): Promise<void> {
  await followTypes(tx, summary.name, typesOf((await standing(tx)).map(({ rule }) => rule)))
}

const due_together = 500

/** Whom time alone may have moved by now; says how many were looked at. */
export async function tick(db: Pool, now: string): Promise<number> {
  return transaction(db, system, async (tx) => {
    const due = await rows<{ profile_id: string }>(
      tx,
      sql`select distinct profile_id from (select profile_id from segments.standing where next_at <= ${now} order by next_at limit ${due_together}) d`,
    )
    await settle(
      tx,
      due.map(({ profile_id }) => profile_id),
    )
    return due.length
  })
}

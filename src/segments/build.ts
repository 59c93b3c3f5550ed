/** A definition is built over everyone in a set, beside the one that counts, and takes its place when it is whole. */
import { dirtySince, emit, nudge, type Reaction, reactionsTo } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { one, only, type Pool, run, sql, type Tx, transaction } from '#core/database'
import { noOne } from '#core/id'
import { clock } from '#core/time'
import { compile, leavesOf, passing } from '#segments/compile'
import { type Definition, named, plain, standing } from '#segments/definitions'
import { followRules } from '#segments/settle'
import { inWords } from '#segments/words'

/** Write a new version of a rule, to be built; what happens from now on is held against it, too. */
export async function propose(
  tx: Tx,
  actor: Actor,
  what: Pick<Definition, 'segment_id' | 'who' | 'rule'>,
): Promise<number> {
  const { segment_id, who, rule } = what
  // One that was not whole yet will never be.
  await run(
    tx,
    sql`update segments.definition set state = 'retired' where segment_id = ${segment_id} and state = 'building'`,
  )
  await run(
    tx,
    sql`delete from segments.standing where segment_id = ${segment_id}
        and version in (select version from segments.definition where segment_id = ${segment_id} and state = 'retired')`,
  )
  const written = plain({ segment_id, version: 0, who, rule }, await standing(tx))
  const conditions = await inWords(tx, leavesOf(written))
  const { version } = await only<{ version: number }>(
    tx,
    sql`insert into segments.definition (segment_id, version, who, rule, conditions, made_at, made_by)
        select ${segment_id}, coalesce(max(version), 0) + 1, ${who}, ${JSON.stringify(rule)}::jsonb, ${JSON.stringify(conditions)}::jsonb,
          ${clock.iso()}, ${actor.id}
        from segments.definition where segment_id = ${segment_id} returning version`,
  )
  await followRules(tx)
  await told(tx, actor, segment_id, version, 'building')
  return version
}

/** Say on the timeline what became of a definition. */
export async function told(tx: Tx, actor: Actor, segment_id: string, version: number, state: string): Promise<void> {
  await emit(tx, {
    type: 'segment.changed',
    profile_id: noOne,
    source: 'segments',
    message_id: `${segment_id} ${version} ${state}`,
    subject_kind: 'segment',
    subject_id: segment_id,
    version,
    actor,
    payload: { state },
  })
}

/** Builds what was proposed, outside any transaction of the timeline's. */
export const buildReaction: Reaction = {
  name: 'build segment',
  when: ({ payload }) => payload?.state === 'building',
  reach: (db, { subject_id, version }) => build(db, String(subject_id), Number(version)),
}

// An event may be under way in a transaction that began long before it is seen: an import, at the longest.
const under_way_ms = 120_000

/** Build one version over everyone and let it take the live one's place; a repeat, or one overtaken by a newer, does nothing. */
export async function build(db: Pool, segment_id: string, version: number): Promise<void> {
  const since = new Date(clock.ms() - under_way_ms).toISOString()
  await transaction(db, system, async (tx) => {
    const [mine, all] = [await building(tx, segment_id, version), await standing(tx)]
    if (!mine) return
    await fill(tx, mine, all)
  })
  await transaction(db, system, async (tx) => {
    const mine = await building(tx, segment_id, version)
    if (!mine) return
    // Who changed while the set was read is looked at again.
    await dirtySince(tx, 'segments', since)
    await swap(tx, mine)
    await followRules(tx)
    for (const outer of await dependants(tx, segment_id)) await propose(tx, system, outer)
  })
}

// The row is held, so that two builders of one version follow each other.
function building(tx: Tx, segment_id: string, version: number): Promise<Definition | undefined> {
  return one<Definition>(
    tx,
    sql`select segment_id, version, state, who, rule from segments.definition
        where segment_id = ${segment_id} and version = ${version} and state = 'building' for update`,
  )
}

/**
 * Write everyone who meets the definition, or may by time alone; in the order of the indexes, which are half of the work. Who was
 * decided meanwhile is known better.
 */
export async function fill(tx: Tx, mine: Definition, all: readonly Definition[]): Promise<number> {
  const at = clock.iso()
  // A set of everyone is worth the planner's whole thought; nested loops would be right only for a few.
  await run(tx, sql`set local work_mem = '256MB'`)
  return run(
    tx,
    passing(sql`insert into segments.standing (profile_id, segment_id, version, member, since, why, next_at)
        select v.profile_id, v.segment_id, v.version, v.member, case when v.member then ${at}::timestamptz end, v.why, v.next_at
        from (${compile([plain(mine, all)], 'everyone', at)}) v where v.member or v.next_at is not null
        order by v.profile_id on conflict do nothing`),
  )
}

const told_together = 20_000

/** Make the built version the live one: who is in both stays since when she was, the others are told of. */
export async function swap(tx: Tx, { segment_id, version }: Pick<Definition, 'segment_id' | 'version'>): Promise<void> {
  const { live_version } = await only<{ live_version: number | null }>(
    tx,
    sql`select live_version from segments.segment where segment_id = ${segment_id} for update`,
  )
  await tellAll(tx, 'segment.entered', { segment_id, version, of: version, but: live_version })
  if (live_version !== null) await tellAll(tx, 'segment.left', { segment_id, version, of: live_version, but: version })
  if (live_version !== null) {
    await run(
      tx,
      sql`update segments.standing n set since = o.since from segments.standing o
          where n.segment_id = ${segment_id} and n.version = ${version} and n.member
            and o.profile_id = n.profile_id and o.segment_id = n.segment_id and o.version = ${live_version} and o.member`,
    )
    await run(tx, sql`delete from segments.standing where segment_id = ${segment_id} and version = ${live_version}`)
    await run(
      tx,
      sql`update segments.definition set state = 'retired' where segment_id = ${segment_id} and version = ${live_version}`,
    )
  }
  await run(
    tx,
    sql`update segments.definition set state = 'live', built_at = ${clock.iso()} where segment_id = ${segment_id} and version = ${version}`,
  )
  await run(tx, sql`update segments.segment set live_version = ${version} where segment_id = ${segment_id}`)
  await told(tx, system, segment_id, version, 'live')
}

type Turned = { segment_id: string; version: number; of: number; but: number | null }

// Everyone in one version who is not in another, some thousands in each trip; the people themselves never leave the database.
async function tellAll(
  tx: Tx,
  type: 'segment.entered' | 'segment.left',
  { segment_id, version, of, but }: Turned,
): Promise<void> {
  const awaited = reactionsTo(type, { payload: { segment_id } })
  let after: string | null = noOne
  while (after) {
    const { last }: { last: string | null } = await only<{ last: string | null }>(
      tx,
      sql`with turned as materialized (
            select profile_id, jsonb_build_object('segment_id', segment_id, 'version', ${version}::integer, 'why', why) as payload from segments.standing m
            where segment_id = ${segment_id} and version = ${of} and member and profile_id > ${after}::uuid
              and not exists (select from segments.standing o where o.profile_id = m.profile_id and o.segment_id = m.segment_id
                and o.version = ${but}::integer and o.member)
            order by profile_id limit ${told_together}),
          told as materialized (
            select activity.tell_many(array_agg(profile_id), array_agg(payload), ${type}, 'segments', 'segment', ${segment_id}::uuid, ${clock.iso()}::timestamptz,
              ${awaited}::text[]) from turned)
          select (select profile_id from turned order by profile_id desc limit 1) as last from told`,
    )
    after = last
  }
  tx.afterCommit(nudge)
}

// Rules that name this segment are built anew after it.
async function dependants(tx: Tx, segment_id: string): Promise<Definition[]> {
  const all = await standing(tx)
  return all.filter(({ state, rule }) => state === 'live' && named(rule).includes(segment_id))
}

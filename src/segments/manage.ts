/** Segments as the retailer keeps them. */
import { stringify } from 'safe-stable-stringify'
import type { Actor } from '#core/actor'
import { type Db, one, rows, run, type Sql, sql, type Tx } from '#core/database'
import { hashId, id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { propose, told } from '#segments/build'
import { named, standing } from '#segments/definitions'
import { sensible } from '#segments/rule'
import { followRules } from '#segments/settle'
import type { SegmentBody, SegmentView } from '#segments/shapes'
import { needTags } from '#segments/tagged'

const shown = sql`s.segment_id, s.external_id, s.name, s.name_en, s.state, s.version, s.changed_at, d.who, d.rule, d.conditions, d.state = 'building' as building,
  (select count(*)::integer from segments.standing m where m.segment_id = s.segment_id and m.version = s.live_version and m.member) as members`

function read(where: Sql): Sql {
  return sql`select ${shown} from segments.segment s join lateral (
      select * from segments.definition o where o.segment_id = s.segment_id order by o.version desc limit 1) d on true
    where ${where} order by s.changed_at desc, s.segment_id`
}

/** Every segment in this state, the last changed first. */
export function segments(db: Db, state: SegmentView['state']): Promise<SegmentView[]> {
  return rows<SegmentView>(db, read(sql`s.state = ${state}`))
}

/** One segment with its newest rule; refuses 404 when there is none. */
export async function segment(db: Db, segment_id: string): Promise<SegmentView> {
  return (await one<SegmentView>(db, read(sql`s.segment_id = ${segment_id}`))) ?? unknown(segment_id)
}

const segments_max = 500

/** Make a segment, or change the one with this external_id; its members are there when it has been built. */
export async function make(tx: Tx, actor: Actor, body: SegmentBody): Promise<SegmentView> {
  const { external_id, name, name_en, who = 'members', rule } = body
  sensible(rule)
  await needTags(tx, rule)
  const segment_id = external_id ? hashId('segment', external_id) : id()
  const known = await one(tx, sql`select from segments.segment where segment_id = ${segment_id}`)
  if (known) return change(tx, actor, segment_id, body)
  if ((await standing(tx)).length >= segments_max)
    refuse(
      'segments.too_many',
      409,
      'セグメントが多すぎます。使わないものを終えてください。',
      'Too many segments; end those not in use.',
      {
        field: 'segment_id',
      },
    )
  await run(
    tx,
    sql`insert into segments.segment (segment_id, external_id, name, name_en, created_at, changed_at, changed_by)
        values (${segment_id}, ${external_id ?? null}, ${name.trim()}, ${name_en?.trim() ?? null}, ${clock.iso()}, ${clock.iso()}, ${actor.id})`,
  )
  await propose(tx, actor, { segment_id, who, rule })
  return segment(tx, segment_id)
}

/** Change name or rule. A changed rule is built beside the one that counts and takes its place. */
export async function change(
  tx: Tx,
  actor: Actor,
  segment_id: string,
  body: SegmentBody,
  seen?: number,
): Promise<SegmentView> {
  const { name, name_en, who = 'members', rule } = body
  sensible(rule)
  await needTags(tx, rule)
  const before = await locked(tx, segment_id, seen)
  if (before.state === 'ended')
    refuse(
      'segments.ended',
      409,
      '終了したセグメントは変更できません。',
      'A segment that has ended cannot be changed.',
      {
        field: 'segment_id',
      },
    )
  await touch(tx, actor, segment_id, sql`name = ${name.trim()}, name_en = ${name_en?.trim() ?? null}`)
  if (before.who !== who || !same(before.rule, rule)) await propose(tx, actor, { segment_id, who, rule })
  return segment(tx, segment_id)
}

/** End a segment: nobody is in it any more, and the timeline is not told of each. Refuses 409 while another's rule names it. */
export async function end(tx: Tx, actor: Actor, segment_id: string, seen?: number): Promise<SegmentView> {
  const before = await locked(tx, segment_id, seen)
  if (before.state === 'ended') return before
  const user = (await standing(tx)).find(({ rule }) => named(rule).includes(segment_id))
  if (user)
    refuse('segments.in_use', 409, '別のセグメントの条件に使われています。', 'Another segment’s rule names it.', {
      field: 'segment_id',
      segment_id: user.segment_id,
    })
  await touch(tx, actor, segment_id, sql`state = 'ended'`)
  await run(tx, sql`update segments.definition set state = 'retired' where segment_id = ${segment_id}`)
  await run(tx, sql`delete from segments.standing where segment_id = ${segment_id}`)
  await followRules(tx)
  await told(tx, actor, segment_id, before.version + 1, 'ended')
  return segment(tx, segment_id)
}

async function locked(tx: Tx, segment_id: string, seen?: number): Promise<SegmentView> {
  await run(tx, sql`select from segments.segment where segment_id = ${segment_id} for update`)
  const before = await segment(tx, segment_id)
  if (seen !== undefined && seen !== before.version) changedMeanwhile()
  return before
}

async function touch(tx: Tx, actor: Actor, segment_id: string, set: Sql): Promise<void> {
  await run(
    tx,
    sql`update segments.segment set ${set}, version = version + 1, changed_at = ${clock.iso()}, changed_by = ${actor.id} where segment_id = ${segment_id}`,
  )
}

// PostgreSQL gives keys back in its own order.
function same(one: unknown, other: unknown): boolean {
  return stringify(one) === stringify(other)
}

function unknown(segment_id: string): never {
  return refuse('segments.unknown', 404, 'このセグメントは見つかりません。', 'There is no such segment.', {
    field: 'segment_id',
    segment_id,
  })
}

/** Tags as the retailer keeps them. */
import { stringify } from 'safe-stable-stringify'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, one, only, rows, run, type Sql, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { sensible } from '#tags/rule'
import { followDoings } from '#tags/settle'
import type { TagBody, TagView } from '#tags/shapes'

function read(where: Sql): Sql {
  return sql`select t.tag_id, t.external_id, t.name, t.name_en, t.state, t.version, t.rule, t.changed_at,
      (select count(*)::integer from tags.standing m where m.tag_id = t.tag_id) as people
    from tags.tag t where ${where} order by t.name, t.tag_id`
}

/** Every tag in this state, by name. */
export function tags(db: Db, state: TagView['state']): Promise<TagView[]> {
  return rows<TagView>(db, read(sql`t.state = ${state}`))
}

/** One tag; refuses 404 when there is none. */
export async function tag(db: Db, tag_id: string): Promise<TagView> {
  return (
    (await one<TagView>(db, read(sql`t.tag_id = ${tag_id}`))) ??
    refuse('tags.unknown', 404, 'このタグは見つかりません。', 'There is no such tag.', { field: 'tag_id', tag_id })
  )
}

/** Its rules before this one, the newest first. */
export async function past(db: Db, tag_id: string) {
  await tag(db, tag_id)
  return rows<Pick<TagView, 'name' | 'name_en' | 'state' | 'version' | 'rule' | 'changed_at'> & { changed_by: string }>(
    db,
    sql`select name, name_en, state, version, rule, changed_at, changed_by from tags.past_rule where tag_id = ${tag_id} order by version desc limit 100`,
  )
}

const tags_max = 200

/** Make a tag, or change the one with this external_id. */
export async function make(tx: Tx, actor: Actor, body: TagBody): Promise<TagView> {
  const { external_id, rule } = body
  sensible(rule)
  const tag_id = external_id ? hashId('tag', external_id) : id()
  if (await one(tx, sql`select from tags.tag where tag_id = ${tag_id}`)) return change(tx, actor, tag_id, body)
  const { kept } = await only<{ kept: number }>(tx, sql`select count(*) as kept from tags.tag where state = 'live'`)
  if (kept >= tags_max)
    refuse(
      'tags.too_many',
      409,
      'タグが多すぎます。使わないものを終えてください。',
      'Too many tags; end those not in use.',
      {
        field: 'name',
      },
    )
  await insert(tx, actor, tag_id, body)
  await followDoings(tx)
  await told(tx, actor, tag_id, 1, 'changed')
  return tag(tx, tag_id)
}

/** Lay the tags a house starts with, all at once; those already there are left as they are. */
export async function lay(tx: Tx, actor: Actor, bodies: readonly (TagBody & { external_id: string })[]): Promise<void> {
  const ids = bodies.map(({ external_id }) => hashId('tag', external_id))
  const known = await rows<{ tag_id: string }>(tx, sql`select tag_id from tags.tag where tag_id = any (${ids}::uuid[])`)
  const missing = ids.filter((tag_id) => !known.some((one) => one.tag_id === tag_id))
  for (const tag_id of missing) await insert(tx, actor, tag_id, bodies[ids.indexOf(tag_id)] as TagBody)
  await followDoings(tx)
  // Everybody is looked at once, not once a tag.
  for (const tag_id of missing.slice(-1)) await told(tx, actor, tag_id, 1, 'changed')
}

async function insert(
  tx: Tx,
  actor: Actor,
  tag_id: string,
  { external_id, name, name_en, rule }: TagBody,
): Promise<void> {
  await run(
    tx,
    sql`insert into tags.tag (tag_id, external_id, name, name_en, rule, changed_at, changed_by)
        values (${tag_id}, ${external_id ?? null}, ${name.trim()}, ${name_en?.trim() ?? null}, ${JSON.stringify(rule)}::jsonb, ${clock.iso()}, ${actor.id})`,
  )
}

/** Change name or rule, and take an ended tag up again; the rule as it stood is kept. */
export async function change(tx: Tx, actor: Actor, tag_id: string, body: TagBody, seen?: number): Promise<TagView> {
  const { name, name_en = null, rule } = body
  sensible(rule)
  const before = await locked(tx, tag_id, seen)
  const same = before.name === name.trim() && before.name_en === (name_en?.trim() ?? null)
  const ruled = before.state === 'live' && stringify(before.rule) === stringify(rule)
  if (same && ruled) return before
  await keep(tx, tag_id)
  await run(
    tx,
    sql`update tags.tag set name = ${name.trim()}, name_en = ${name_en?.trim() ?? null}, rule = ${JSON.stringify(rule)}::jsonb, state = 'live',
          version = version + 1, changed_at = ${clock.iso()}, changed_by = ${actor.id} where tag_id = ${tag_id}`,
  )
  await followDoings(tx)
  await told(tx, actor, tag_id, before.version + 1, ruled ? 'renamed' : 'changed')
  return tag(tx, tag_id)
}

/** End a tag: nobody bears it any more. */
export async function end(tx: Tx, actor: Actor, tag_id: string, seen?: number): Promise<TagView> {
  const before = await locked(tx, tag_id, seen)
  if (before.state === 'ended') return before
  await keep(tx, tag_id)
  await run(
    tx,
    sql`update tags.tag set state = 'ended', version = version + 1, changed_at = ${clock.iso()}, changed_by = ${actor.id} where tag_id = ${tag_id}`,
  )
  await followDoings(tx)
  await told(tx, actor, tag_id, before.version + 1, 'ended')
  return tag(tx, tag_id)
}

async function locked(tx: Tx, tag_id: string, seen?: number): Promise<TagView> {
  await run(tx, sql`select from tags.tag where tag_id = ${tag_id} for update`)
  const before = await tag(tx, tag_id)
  if (seen !== undefined && seen !== before.version) changedMeanwhile()
  return before
}

async function keep(tx: Tx, tag_id: string): Promise<void> {
  await run(
    tx,
    sql`insert into tags.past_rule (tag_id, version, name, name_en, state, rule, changed_at, changed_by)
        select tag_id, version, name, name_en, state, rule, changed_at, changed_by from tags.tag where tag_id = ${tag_id}`,
  )
}

function told(tx: Tx, actor: Actor, tag_id: string, version: number, state: string): Promise<string> {
  return emit(tx, {
    type: 'tag.changed',
    profile_id: noOne,
    source: 'tags',
    message_id: `${tag_id} ${version}`,
    subject_kind: 'tag',
    subject_id: tag_id,
    version,
    actor,
    payload: { state },
  })
}

/** What these tags are called. */
export async function namesOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { name: string; name_en: string | null }>> {
  const found = await rows<{ tag_id: string; name: string; name_en: string | null }>(
    db,
    sql`select tag_id, name, name_en from tags.tag where tag_id = any (${ids}::uuid[])`,
  )
  return new Map(found.map(({ tag_id, ...names }) => [tag_id, names]))
}

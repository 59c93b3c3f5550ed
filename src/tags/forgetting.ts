/** What she does not want concluded about her: gone at once, and gone for good until she herself takes that back. */
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { clock } from '#core/time'
import { profilesOf } from '#customers/customers'
import { faded, strengthOf } from '#tags/decide'
import { settle } from '#tags/settle'
import type { Evidence } from '#tags/shapes'

export type Fact = { kind: 'tag' | 'segment'; fact: string }
export type Forgotten = Fact & { forgotten_at: string }
export type Concluded = {
  tag_id: string
  name: string
  name_en: string | null
  since: string
  strength: number
  evidence: Evidence[]
}

/** What these profiles are tagged with just now, the strongest first; the sensitive too when it is she who asks. */
export async function tagsOf(db: Db, profile_ids: readonly string[]): Promise<Concluded[]> {
  const found = await rows<Omit<Concluded, 'strength'> & { reach: number; reached_at: string; half_life_days: number }>(
    db,
    sql`select m.tag_id, t.name, t.name_en, m.since, m.reach, m.reached_at, m.half_life_days, m.evidence from tags.standing m join tags.tag t using (tag_id)
        where m.profile_id = any (${profile_ids}::uuid[]) and t.state = 'live' and m.until_at > ${clock.iso()}`,
  )
  return found
    .map(({ reach, reached_at, half_life_days, ...rest }) => ({
      ...rest,
      strength: strengthOf(faded({ reach, reached_at, half_life_days }, clock.ms())),
    }))
    .toSorted((a, b) => b.strength - a.strength || a.name.localeCompare(b.name, 'ja'))
}

/** What she had us forget, the last first. */
export function forgottenOf(db: Db, profile_ids: readonly string[]): Promise<Forgotten[]> {
  return rows<Forgotten>(
    db,
    sql`select kind, fact, max(forgotten_at) as forgotten_at from tags.forgotten where profile_id = any (${profile_ids}::uuid[])
        group by 1, 2 order by 3 desc, 2`,
  )
}

/** Forget a fact about her; a repeat changes nothing. */
export async function forgetFact(tx: Tx, actor: Actor, profile_id: string, { kind, fact }: Fact): Promise<void> {
  const profile_ids = await profilesOf(tx, profile_id)
  const written = await run(
    tx,
    sql`insert into tags.forgotten (profile_id, kind, fact, forgotten_at)
        select p, ${kind}, ${fact}, ${clock.iso()} from unnest(${profile_ids}::uuid[]) p order by p on conflict do nothing`,
  )
  if (written) await apply(tx, actor, profile_id, 'fact.forgotten')
}

/** Let a fact be concluded again; a repeat changes nothing. */
export async function recallFact(tx: Tx, actor: Actor, profile_id: string, { kind, fact }: Fact): Promise<void> {
  const profile_ids = await profilesOf(tx, profile_id)
  const gone = await run(
    tx,
    sql`delete from tags.forgotten where profile_id = any (${profile_ids}::uuid[]) and kind = ${kind} and fact = ${fact}`,
  )
  if (gone) await apply(tx, actor, profile_id, 'fact.recalled')
}

// What it was is nobody's to read on the timeline: the event only says that she decided.
async function apply(tx: Tx, actor: Actor, profile_id: string, type: string): Promise<void> {
  await settle(tx, [profile_id])
  await emit(tx, { type, profile_id, source: 'tags', actor })
}

/** Nothing is left of these people: they are being erased. */
export async function forget(tx: Tx, profile_ids: readonly string[]): Promise<void> {
  await run(tx, sql`select tags.forget(${profile_ids}::uuid[])`)
}

/**
 * Segments owns rules about people and who meets them: since when, and by which facts.
 *
 * Always true:
 * - one compiler: who is in by a set over everyone is in by herself, and the other way round;
 * - nobody is in two versions of a segment that count; a new rule is built beside the old one and takes its place whole;
 * - coming and going are facts of the timeline, told in the transaction in which they become true;
 * - a withdrawn consent takes her out in the transaction of the withdrawal; a forgotten person is in none.
 */
import { type Db, rows, run, sql, type Tx } from '#core/database'

export { build, buildReaction } from '#segments/build'
export { end, make } from '#segments/manage'
export { atOnce, settle, summary, tick } from '#segments/settle'

/** Forget where these people stand. */
export async function forget(tx: Tx, profile_ids: readonly string[]): Promise<void> {
  await run(tx, sql`select segments.forget(${profile_ids}::uuid[])`)
}

export type Membership = {
  segment_id: string
  name: string
  name_en: string | null
  since: string
  /** Each condition in words, with what it saw of her. */
  why: { condition: { ja: string; en: string }; saw: unknown }[]
}

/** The segments these people are in just now, since when and by which facts. */
export function membershipsOf(db: Db, profile_ids: readonly string[]): Promise<Membership[]> {
  return rows<Membership>(
    db,
    sql`select m.segment_id, m.name, m.name_en, m.since, coalesce((
          select jsonb_agg(jsonb_build_object('condition', c.words, 'saw', m.why -> (c.at::integer - 1)) order by c.at)
          from jsonb_array_elements(m.conditions) with ordinality c(words, at)), '[]') as why
        from segments.membership m where m.profile_id = any (${profile_ids}::uuid[]) order by m.since, m.name`,
  )
}

/** What these segments are called. */
export async function namesOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { name: string; name_en: string | null }>> {
  const found = await rows<{ segment_id: string; name: string; name_en: string | null }>(
    db,
    sql`select segment_id, name, name_en from segments.segment where segment_id = any (${ids}::uuid[])`,
  )
  return new Map(found.map(({ segment_id, ...names }) => [segment_id, names]))
}

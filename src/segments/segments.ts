/**
 * Segments owns rules about people and who meets them: since when, and by which facts.
 *
 * Always true:
 * - one compiler: who is in by a set over everyone is in by herself, and the other way round;
 * - nobody is in two versions of a segment that count; a new rule is built beside the old one and takes its place whole;
 * - coming and going are facts of the timeline, told in the transaction in which they become true;
 * - a withdrawn consent takes her out in the transaction of the withdrawal; a forgotten person is in none.
 */
import { run, sql, type Tx } from '#core/database'

export { build, buildReaction } from '#segments/build'
export { end, make } from '#segments/manage'
export { atOnce, settle, summary, tick } from '#segments/settle'

/** Forget where these people stand. */
export async function forget(tx: Tx, profile_ids: readonly string[]): Promise<void> {
  await run(tx, sql`select segments.forget(${profile_ids}::uuid[])`)
}

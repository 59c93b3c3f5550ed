/**
 * Collection: takes what happens outside (sites, apps, servers, tills, sensors) into the timeline, in the words of the Segment
 * HTTP Tracking API and of CloudEvents. Owns sources and their write keys, the tracking plan, the quarantine, traits, and whose a
 * browser's history is.
 *
 * Always true:
 * - who was answered 200 is durable: each event stands in the timeline, or in the quarantine with its reason;
 * - a message (source, message id) is written once, whatever time or person a repeat names; a receipt for ever;
 * - in clear stand only ids, goods and sums; everything an event told is sealed under the key of the person it is about;
 * - a trait has the value of the latest event that told it, in whatever order events come;
 * - a browser's history is hers who signed in on it first; a second person makes it shared and moves nothing; a shared device
 *   and a blocked value name nobody; what a public key says of an address proves nothing; an alias joins nobody.
 */
import { only, type Pool, run, sql, type Tx } from '#core/database'

export { makeSource, type SourceInput, type SourceKind } from './sources.ts'

const repeats_days = 400
const batch = 5_000

/** Forget what was told of these profiles: they are being erased. */
export async function forget(tx: Tx, profile_ids: readonly string[]): Promise<void> {
  await run(tx, sql`select collection.forget(${profile_ids}::uuid[])`)
}

/** Let go of what is over: items of the quarantine, marks of messages nobody will repeat any more; roll up counts. */
export async function tick(db: Pool, now: string): Promise<number> {
  const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
  const { gone } = await only<{ gone: number }>(
    db,
    sql`select collection.forget_old(${now}, ${before(repeats_days * 86_400_000)}, ${before(3_600_000)}, ${batch}) as gone`,
  )
  return gone
}

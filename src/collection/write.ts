/** Writes one batch: whose each event is, sealed under her key, in one call. */
import { nudge, reactionsTo } from '#activity/activity'
import { only, type Pool, retrying, sql } from '#core/database'
import { id } from '#core/id'
import { Problem } from '#core/problem'
import { sealAnswer, sealJson } from '#core/secret'
import { clock } from '#core/time'
import { nameToken } from '#customers/customers'
import type { Fault, Read } from './message.ts'
import { noteUnplanned } from './plan.ts'
import { forgetNames, type Resolved, resolve } from './resolve.ts'
import { note } from './meetings.ts'
import { settle, unite } from './settle.ts'
import './words.ts'

/** How long what could not be read waits for a better mapping. */
export const held_days = 30
const attempts = 5
const longest_trait = 100
const most_traits = 200

/** Write what was read and what could not be; repeats change nothing. */
export async function write(db: Pool, given: readonly Read[], faults: readonly Fault[]): Promise<void> {
  const reads = firstOfEach(given)
  const strange = reads.filter(({ facts }) => facts.unplanned)
  if (strange[0])
    await noteUnplanned(
      db,
      strange.map(({ type }) => type),
      strange[0].source.plan,
    )
  const { claims, unions, meetings } = await commit(db, given, reads, faults)
  if (reads.length) nudge()
  for (const union of unions) await unite(db, union)
  await note(db, meetings)
  for (const claim of claims) await settle(db, claim)
  if (claims.length || unions.length) forgetNames(reads)
}

async function commit(
  db: Pool,
  given: readonly Read[],
  reads: readonly Read[],
  faults: readonly Fault[],
): Promise<Resolved> {
  for (let attempt = 1; ; attempt++) {
    const resolved = await resolve(db, reads)
    try {
      await take(db, given, reads, faults, resolved)
      if (resolved.met.length || resolved.also.length) forgetNames(reads)
      return resolved
    } catch (error) {
      // Somebody was met by another batch, or erased, since we looked.
      if (!(error instanceof Problem && error.code === 'collection.again' && attempt < attempts)) throw error
      forgetNames(reads)
    }
  }
}

function take(
  db: Pool,
  given: readonly Read[],
  reads: readonly Read[],
  faults: readonly Fault[],
  { owners, met, also }: Resolved,
) {
  const at = clock.iso()
  const tokens = met.map(({ under }) => nameToken(under))
  const names = also.map(({ name }) => nameToken(name))
  const fresh = new Set(met.map(({ profile_id }) => profile_id))
  const living = new Set(owners.flatMap(({ profile_id, key }) => (key && !fresh.has(profile_id) ? [profile_id] : [])))
  const expires_at = new Date(Date.parse(at) + held_days * 86_400_000).toISOString()
  return retrying(() =>
    only(
      db,
      sql`select collection.take(${at}, ${[...living]}::uuid[],
        ${met.map(({ profile_id }) => profile_id)}::uuid[], ${met.map(({ wrapped }) => wrapped)}::bytea[], ${tokens.map(({ kind }) => kind)},
        ${tokens.map(({ token }) => token)}::bytea[],
        ${also.map(({ profile_id }) => profile_id)}::uuid[], ${names.map(({ kind }) => kind)}, ${names.map(({ token }) => token)}::bytea[],
        ${given.map(({ event_id }) => event_id)}::uuid[], ${given.map(({ source }) => source.source_id)}::uuid[], ${given.map(({ lasting }) => lasting)}::boolean[],
        ${id()}, ${JSON.stringify(reads.map((read, place) => eventOf(read, owners[place] as Owner)))}::jsonb,
        ${JSON.stringify(reads.flatMap((read, place) => traitsOf(read, owners[place] as Owner)))}::jsonb,
        ${JSON.stringify(faults.map((fault) => heldOf(fault, expires_at)))}::jsonb)`,
    ),
  )
}

type Owner = Resolved['owners'][number]

function eventOf(
  { event_id, type, source, occurred_at, channel, place_id, facts, text }: Read,
  { profile_id, key }: Owner,
) {
  return {
    profile_id,
    occurred_at,
    event_id,
    type,
    source: `collection:${source.source_id}`,
    channel,
    place_id,
    actor_kind: 'api',
    actor_id: source.source_id,
    payload: facts,
    // What is nobody's is sealed under the house's own key.
    sealed: (key ? sealJson(key, text) : sealAnswer(text)).toString('base64'),
    reactions: reactionsTo(type, { payload: facts, channel }),
  }
}

function traitsOf({ traits, event_id, occurred_at }: Read, { profile_id, key }: Owner) {
  if (!traits || !key) return []
  return Object.entries(traits)
    .filter(([name, value]) => name.length <= longest_trait && value !== undefined)
    .slice(0, most_traits)
    .map(([name, value]) => ({
      profile_id,
      name,
      event_id,
      occurred_at,
      sealed: sealJson(key, JSON.stringify({ [name]: value })).toString('base64'),
    }))
}

function heldOf({ source, text, fault: _, ...what }: Fault, expires_at: string) {
  return { ...what, source_id: source.source_id, expires_at, sealed: sealAnswer(text).toString('base64') }
}

/** A batch may hold the same message twice. */
function firstOfEach(reads: readonly Read[]): Read[] {
  const known = new Set<string>()
  return reads.filter(({ event_id }) => !known.has(event_id) && known.add(event_id))
}

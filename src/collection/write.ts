/** Writes one batch: whose each event is, sealed under her key, in one call. */
import { nudge, reactionsTo } from '#activity/activity'
import { byteas, flags, integers, jsons, moments, texts, uuids } from '#core/arrays'
import { type Pool, retrying, run, sql } from '#core/database'
import { id } from '#core/id'
import { Problem } from '#core/problem'
import { sealAnswer, sealJson } from '#core/secret'
import { clock } from '#core/time'
import { nameToken } from '#customers/customers'
import { note } from './meetings.ts'
import type { Fault, Read } from './message.ts'
import { noteUnplanned } from './plan.ts'
import { forgetNames, type Resolved, resolve } from './resolve.ts'
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
  const awaited = reads.flatMap(({ type, facts, channel }, place) =>
    reactionsTo(type, { payload: facts, channel }).map((name) => ({ name, number: place + 1 })),
  )
  const traits = reads.flatMap((read, place) => traitsOf(read, owners[place] as Owner, place + 1))
  return retrying(() =>
    run(
      db,
      sql`select collection.take(${at}, ${uuids([...living])},
        ${uuids(met.map(({ profile_id }) => profile_id))}, ${byteas(met.map(({ wrapped }) => wrapped))},
        ${texts(tokens.map(({ kind }) => kind))}, ${byteas(tokens.map(({ token }) => token))},
        ${uuids(also.map(({ profile_id }) => profile_id))}, ${texts(names.map(({ kind }) => kind))}, ${byteas(names.map(({ token }) => token))},
        ${uuids(given.map(({ event_id }) => event_id))}, ${uuids(given.map(({ source }) => source.source_id))}, ${flags(given.map(({ lasting }) => lasting))},
        ${id()},
        ${uuids(owners.map(({ profile_id }) => profile_id))}, ${moments(reads.map(({ occurred_at }) => occurred_at))},
        ${uuids(reads.map(({ event_id }) => event_id))}, ${texts(reads.map(({ type }) => type))},
        ${texts(reads.map(({ source }) => `collection:${source.source_id}`))}, ${texts(reads.map(({ channel }) => channel))},
        ${uuids(reads.map(({ place_id }) => place_id))}, ${texts(reads.map(({ source }) => source.source_id))},
        ${jsons(reads.map(({ facts }) => JSON.stringify(facts)))}, ${byteas(reads.map(({ text }, place) => sealed(text, owners[place]?.key)))},
        ${integers(awaited.map(({ number }) => number))}, ${texts(awaited.map(({ name }) => name))},
        ${integers(traits.map(({ number }) => number))}, ${texts(traits.map(({ name }) => name))}, ${byteas(traits.map((trait) => trait.sealed))},
        ${JSON.stringify(faults.map((fault) => heldOf(fault, expires_at)))}::jsonb)`,
    ),
  )
}

type Owner = Resolved['owners'][number]

// What is nobody's is sealed under the house's own key.
function sealed(text: string, key: Owner['key']): Buffer {
  return key ? sealJson(key, text) : sealAnswer(text)
}

/** The traits an event told, with its number among the others. */
function traitsOf({ traits }: Read, { key }: Owner, number: number) {
  if (!traits || !key) return []
  return Object.entries(traits)
    .filter(([name, value]) => name.length <= longest_trait && value !== undefined)
    .slice(0, most_traits)
    .map(([name, value]) => ({ number, name, sealed: sealJson(key, JSON.stringify({ [name]: value })) }))
}

function heldOf({ source, text, fault: _, ...what }: Fault, expires_at: string) {
  return { ...what, source_id: source.source_id, expires_at, sealed: sealAnswer(text).toString('base64') }
}

/** A batch may hold the same message twice. */
function firstOfEach(reads: readonly Read[]): Read[] {
  const known = new Set<string>()
  return reads.filter(({ event_id }) => !known.has(event_id) && known.add(event_id))
}

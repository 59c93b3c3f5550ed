/** Reads the log: pages for systems that follow it, a window for those who watch it live. */
import { factsOf } from '#activity/catalogue'
import type { Event } from '#activity/follow'
import type { Actor } from '#core/actor'
import { type Db, join, one, raw, rows, type Sql, sql } from '#core/database'
import { refuse } from '#core/problem'

/** A transaction may commit its events a moment after it stamped them; followers stay this far behind. */
export const lag_ms = 5_000

export type Cursor = { received_at: string; event_id: string }
export type Wanted = { types?: string[]; profile_id?: string; subject_id?: string }

export const columns =
  raw(`event_id, profile_id, type, source, channel, place_id, subject_kind, subject_id, version, actor_kind,
  actor_id, payload, occurred_at, received_at`)

export function writeCursor({ received_at, event_id }: Cursor): string {
  return Buffer.from(`${received_at} ${event_id}`).toString('base64url')
}

/** Read a cursor we gave out; refuses anything else (400). */
export function readCursor(text: string): Cursor {
  const [received_at = '', event_id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  if (Number.isNaN(Date.parse(received_at)) || !/^[0-9a-f-]{36}$/.test(event_id))
    refuse('activity.cursor', 400, 'カーソルが正しくありません。', 'This is not a cursor of ours.', { field: 'after' })
  return { received_at, event_id }
}

/** Events after a cursor in the order they were received, none younger than `until`. */
export function eventsAfter(
  db: Db,
  actor: Actor,
  after: Cursor | undefined,
  until: string,
  wanted: Wanted,
  limit: number,
): Promise<Event[]> {
  const conditions = [sql`received_at <= ${until}`, ...seenBy(actor)]
  if (after) conditions.push(sql`(received_at, event_id) > (${after.received_at}, ${after.event_id}::uuid)`)
  if (wanted.types?.length) conditions.push(sql`type = any(${wanted.types})`)
  if (wanted.profile_id) conditions.push(sql`profile_id = ${wanted.profile_id}`)
  if (wanted.subject_id) conditions.push(sql`subject_id = ${wanted.subject_id}`)
  return rows<Event>(
    db,
    sql`select ${columns} from activity.event where ${join(conditions, ' and ')} order by received_at, event_id limit ${limit}`,
  )
}

/** What of an event is sealed, under the key of the person it is about; undefined when nothing is. */
export function sealedEvent(
  db: Db,
  profile_id: string,
  event_id: string,
): Promise<{ source: string; sealed: Buffer } | undefined> {
  return one(
    db,
    sql`select source, sealed from activity.event
        where profile_id = ${profile_id} and event_id = ${event_id} and sealed is not null`,
  )
}

/** An actor bound to places sees what happened there, and nothing of other shops. */
function seenBy(actor: Actor): Sql[] {
  const places = placesOf(actor)
  return places ? [sql`place_id = any(${places}::uuid[])`] : []
}

/** The places an actor's view is bound to; undefined means all, an empty list none. */
export function placesOf(actor: Actor): string[] | undefined {
  if (actor.place_ids) return actor.place_ids
  if (actor.role === 'clerk') return actor.place_id ? [actor.place_id] : []
  return undefined
}

/** What of an event leaves the house: catalogued facts. Whom it is about is told only to those who may know the people. */
export type Outward = Omit<Event, 'payload' | 'profile_id'> & {
  profile_id: string | null
  facts: Record<string, unknown>
}

/** Whether this caller may know whom an event is about: staff, and keys that may read customers. */
export function knowsPeople({ kind, scopes }: Actor): boolean {
  return kind !== 'api' || (scopes ?? []).some((scope) => scope === '*' || scope === 'customers.read')
}

/** An event as another system may read it; `people`: with the ids of the people it is about. */
export function outward({ payload, ...event }: Event, people: boolean): Outward {
  const facts = factsOf(event.type, payload)
  if (people) return { ...event, facts }
  const quiet = Object.entries(facts).filter(([name]) => !/(^|_)(profile|customer)_ids?$/.test(name))
  const person = event.subject_kind !== null && personal.has(event.subject_kind)
  const actor = event.actor_kind === 'member' || event.actor_kind === 'visitor'
  return {
    ...event,
    profile_id: null,
    subject_id: person ? null : event.subject_id,
    actor_id: actor ? null : event.actor_id,
    facts: Object.fromEntries(quiet),
  }
}

const personal = new Set(['customer', 'profile', 'member', 'visitor'])

/**
 * The timeline: one append-only log of everything that happens in any channel (`activity.event`), and the marks it leaves
 * for work to do (`activity.pending`, `activity.dirty`).
 * Always true: an event is written in the transaction of the change it tells of; event_id is a hash of source and message
 * id, so a repeat is a no-op; a reaction's pending row is deleted in the transaction that records its effect, so the effect
 * happens exactly once; payloads hold ids and facts, never contact data or free text; no business transaction notifies.
 */
import { nudge } from '#activity/bell'
import type { Actor } from '#core/actor'
import { type Db, one, only, type Pool, rows, run, sql, type Tx } from '#core/database'
import { hashId, id } from '#core/id'
import { clock } from '#core/time'

export { nudge } from '#activity/bell'

/** Something that happened. With a message_id, a repeat must name the same profile and occurred_at to be recognised. */
export type Happening = {
  type: string
  profile_id: string
  source: string
  message_id?: string
  occurred_at?: string
  channel?: string
  place_id?: string | null
  subject_kind?: string
  subject_id?: string
  /** The aggregate's version, taken under its row lock: readers apply by it, since log order is not causal order. */
  version?: number
  actor?: Actor
  payload?: Record<string, unknown>
  sealed?: Buffer
  /** History told later (imports): nobody reacts to it. */
  quiet?: boolean
}

export type Event = {
  event_id: string
  profile_id: string
  type: string
  source: string
  channel: string | null
  place_id: string | null
  subject_kind: string | null
  subject_id: string | null
  version: number | null
  actor_kind: string
  actor_id: string | null
  payload: Record<string, unknown>
  occurred_at: string
  received_at: string
}

/** "When this happens, do that." */
export type Reaction = {
  name: string
  /** The effect in our own database: one transaction with the deletion of the pending row, so it happens exactly once. */
  run?(tx: Tx, event: Event): Promise<void>
  /**
   * A call to the outside world, made before that transaction and outside any. After a crash it is made again with the same
   * `key`, by which the other side can tell.
   */
  reach?(db: Pool, event: Event, key: string): Promise<void>
}
export type Reactions = Readonly<Record<string, readonly Reaction[]>>

let names = new Map<string, string[]>()
let followed: Reactions = {}

/** Say once at start who reacts to what; from then on events of these types leave pending rows. */
export function follow(reactions: Reactions): void {
  followed = reactions
  names = new Map(Object.entries(reactions).map(([type, list]) => [type, list.map((item) => item.name)]))
}

/** The names of the reactions to an event type; what `activity.emit` in SQL takes as p_reactions. */
export function reactionsTo(type: string): string[] {
  return names.get(type) ?? []
}

/** The reaction of this name to this type, if it (still) exists. */
export function reactionNamed(type: string, name: string): Reaction | undefined {
  return followed[type]?.find((item) => item.name === name)
}

/** The id an event has: the same source and message id always give the same, so a repeat is a no-op. */
export function eventId(source: string, message_id: string = id()): string {
  return hashId(source, message_id)
}

/** Write one event beside its change, with a pending row for each reaction; returns its id. A repeat is a no-op. */
export async function emit(tx: Tx, what: Happening): Promise<string> {
  const at = clock.iso()
  const event_id = eventId(what.source, what.message_id)
  await one(
    tx,
    sql`select activity.emit(${what.profile_id}, ${what.occurred_at ?? at}, ${event_id}, ${what.type}, ${what.source}, ${what.channel ?? null},
      ${what.place_id ?? null}, ${what.subject_kind ?? null}, ${what.subject_id ?? null}, ${what.version ?? null}, ${what.actor?.kind ?? 'system'},
      ${what.actor?.id ?? null}, ${JSON.stringify(what.payload ?? {})}::jsonb, ${at}, ${what.quiet ? [] : reactionsTo(what.type)}, ${what.sealed ?? null})`,
  )
  tx.afterCommit(nudge)
  return event_id
}

/** Write many events in one trip; returns the ids of those that were new. */
export async function emitAll(tx: Tx, list: readonly Happening[]): Promise<Set<string>> {
  if (list.length === 0) return new Set()
  const at = clock.iso()
  const events = list.map(({ message_id, actor, sealed, quiet, ...what }) => ({
    ...what,
    event_id: eventId(what.source, message_id),
    occurred_at: what.occurred_at ?? at,
    actor_kind: actor?.kind ?? 'system',
    actor_id: actor?.id,
    sealed: sealed?.toString('base64'),
    reactions: quiet ? [] : reactionsTo(what.type),
  }))
  const written = await rows<{ event_id: string }>(
    tx,
    sql`select emit_all as event_id from activity.emit_all(${JSON.stringify(events)}::jsonb, ${at})`,
  )
  tx.afterCommit(nudge)
  return new Set(written.map((row) => row.event_id))
}

/** Mark a person's summaries (segments, interests, levels) as out of date. */
export async function dirty(tx: Tx, profile_id: string): Promise<void> {
  await run(tx, sql`select activity.mark_dirty(${profile_id}, ${clock.iso()})`)
  tx.afterCommit(nudge)
}

/** Make the months' partitions between two dates (YYYY-MM-DD) ahead of the events; returns how many were made. */
export async function ensureMonths(db: Db, from: string, to: string): Promise<number> {
  const made = await only<{ made: number }>(db, sql`select activity.ensure_months(${from}, ${to}) as made`)
  return made.made
}

import { nudge } from '#activity/bell'
import { needFacts } from '#activity/facts'
import { hurry, reactionsTo } from '#activity/follow'
import type { Actor } from '#core/actor'
import { one, rows, run, sql, type Tx } from '#core/database'
import { hashId, id } from '#core/id'
import { clock } from '#core/time'

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

/** The id an event has: the same source and message id always give the same, so a repeat is a no-op. */
export function eventId(source: string, message_id: string = id()): string {
  return hashId(source, message_id)
}

/** Write one event beside its change, with a pending row for each reaction; returns its id. A repeat is a no-op. */
export async function emit(tx: Tx, what: Happening): Promise<string> {
  const at = clock.iso()
  needFacts(what.type, what.payload ?? {})
  const event_id = eventId(what.source, what.message_id)
  await one(
    tx,
    sql`select activity.emit(${what.profile_id}, ${what.occurred_at ?? at}, ${event_id}, ${what.type}, ${what.source}, ${what.channel ?? null},
      ${what.place_id ?? null}, ${what.subject_kind ?? null}, ${what.subject_id ?? null}, ${what.version ?? null}, ${what.actor?.kind ?? 'system'},
      ${what.actor?.id ?? null}, ${JSON.stringify(what.payload ?? {})}::jsonb, ${at}, ${what.quiet ? [] : reactionsTo(what.type, what)}, ${what.sealed ?? null})`,
  )
  tx.afterCommit(nudge)
  await hurry(tx, [what])
  return event_id
}

/** Write many events in one trip; returns the ids of those that were new. */
export async function emitAll(tx: Tx, list: readonly Happening[]): Promise<Set<string>> {
  if (list.length === 0) return new Set()
  const at = clock.iso()
  for (const { type, payload } of list) needFacts(type, payload ?? {})
  const events = list.map(({ message_id, actor, sealed, quiet, ...what }) => ({
    ...what,
    event_id: eventId(what.source, message_id),
    occurred_at: what.occurred_at ?? at,
    actor_kind: actor?.kind ?? 'system',
    actor_id: actor?.id,
    sealed: sealed?.toString('base64'),
    reactions: quiet ? [] : reactionsTo(what.type, what),
  }))
  const written = await rows<{ event_id: string }>(
    tx,
    sql`select emit_all as event_id from activity.emit_all(${JSON.stringify(events)}::jsonb, ${at})`,
  )
  tx.afterCommit(nudge)
  await hurry(tx, list)
  return new Set(written.map((row) => row.event_id))
}

/** Mark people's summaries (segments, interests, levels) as out of date. */
export async function dirty(tx: Tx, ...profile_ids: readonly string[]): Promise<void> {
  await run(tx, sql`select activity.mark_all_dirty(${profile_ids}::uuid[], ${clock.iso()})`)
  tx.afterCommit(nudge)
}

/** Whoever has an event of these types is out of date from now on, as far as this summary is concerned. */
export async function followTypes(tx: Tx, summary: string, types: readonly string[]): Promise<void> {
  await run(tx, sql`select activity.follow_types(${summary}, ${types}::text[])`)
}

/** Mark whoever had such an event since a moment. */
export async function dirtySince(tx: Tx, summary: string, since: string): Promise<void> {
  await run(tx, sql`select activity.mark_since(${summary}, ${since}, ${clock.iso()})`)
  tx.afterCommit(nudge)
}

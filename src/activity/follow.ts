/** Who reacts to what: set once at start, asked whenever an event is written. */
import type { Pool, Tx } from '#core/database'

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

/** What is known of an event before it is written. */
export type Facts = { payload?: Record<string, unknown> | undefined; channel?: string | null | undefined }

/** "When this happens, do that." */
export type Reaction = {
  name: string
  /** Whether this event concerns it at all, seen from the event's own facts: what would do nothing leaves no work to do. */
  when?(event: Facts): boolean
  /** The effect in our own database: one transaction with the deletion of the pending row, so it happens exactly once. */
  run?(tx: Tx, event: Event, reached: unknown): Promise<void>
  /**
   * A call to the outside world, made before that transaction and outside any. After a crash it is made again with the same
   * `key`, by which the other side can tell. What it returns goes to `run`.
   */
  reach?(db: Pool, event: Event, key: string): Promise<unknown>
}
export type Reactions = Readonly<Record<string, readonly Reaction[]>>
/** A reaction to whatever types it wants at the moment; asked whenever an event is written. */
export type Watcher = Reaction & { wants(type: string): boolean }

/** What must not be true a moment longer: done in the very transaction of these types of events, as whoever acts in it. */
export type AtOnce = { types: readonly string[]; run(tx: Tx, events: readonly Told[]): Promise<void> }
export type Told = Facts & { type: string; profile_id: string }

let followed: Reactions = {}
let watching: readonly Watcher[] = []
let hurrying: readonly AtOnce[] = []

/** Say once at start who reacts to what; from then on events of these types leave pending rows. */
export function follow(reactions: Reactions, watchers: readonly Watcher[] = [], at_once: readonly AtOnce[] = []): void {
  followed = reactions
  watching = watchers
  hurrying = at_once
}

/** Do what these events want done in their own transaction. */
export async function hurry(tx: Tx, events: readonly Told[]): Promise<void> {
  for (const { types, run } of hurrying) {
    const mine = events.filter(({ type }) => types.includes(type))
    if (mine.length) await run(tx, mine)
  }
}

/** The names of the reactions an event awaits; what `activity.emit` in SQL takes as p_reactions. */
export function reactionsTo(type: string, event: Facts): string[] {
  const due = [...(followed[type] ?? []), ...watching.filter((watcher) => watcher.wants(type))]
  return due.filter(({ when }) => when?.(event) ?? true).map(({ name }) => name)
}

/** The reaction of this name to this type, if it (still) exists. */
export function reactionNamed(type: string, name: string): Reaction | undefined {
  return followed[type]?.find((item) => item.name === name) ?? watching.find((watcher) => watcher.name === name)
}

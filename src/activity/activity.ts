/**
 * The timeline: one append-only log of everything that happens in any channel (`activity.event`), and the marks it leaves
 * for work to do (`activity.pending`, `activity.dirty`).
 * Always true: an event is written in the transaction of the change it tells of; event_id is a hash of source and message
 * id, so a repeat is a no-op; a reaction's pending row is deleted in the transaction that records its effect, so the effect
 * happens exactly once; payloads hold ids and facts, never contact data or free text; no business transaction notifies.
 */
export { type Backlog, backlog } from '#activity/backlog'
export { nudge, onNews, openBell } from '#activity/bell'
export { catalogue, factsOf } from '#activity/catalogue'
export { checkFacts } from '#activity/collect'
export { openFacts } from '#activity/collected'
export { startWorker, type Worker } from '#activity/dispatcher'
export { dirty, dirtySince, emit, emitAll, eventId, followTypes, type Happening } from '#activity/emit'
export {
  type AtOnce,
  type Event,
  follow,
  type Reaction,
  type Reactions,
  reactionsTo,
  type Watcher,
} from '#activity/follow'
export { watchLag } from '#activity/lag'
export { eventsAfter, knowsPeople, lag_ms, outward, sealedEvent } from '#activity/log'
export { ensureMonths, monthsAhead } from '#activity/months'
export { outgoing } from '#activity/outgoing'
export { type Due, describe, react } from '#activity/pending'
export { dropMonths } from '#activity/retention'
export type { Summary } from '#activity/summaries'

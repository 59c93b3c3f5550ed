/** The live timeline as server-sent events: one look at the log per process and moment, however many people watch. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { onNews } from '#activity/bell'
import type { Event } from '#activity/follow'
import {
  columns,
  eventsAfter,
  knowsPeople,
  type Outward,
  outward,
  placesOf,
  readCursor,
  writeCursor,
} from '#activity/log'
import { type Actor, system } from '#core/actor'
import { type Pool, rows, sql, transaction } from '#core/database'
import { clock } from '#core/time'

const poll_ms = 250
const gather_ms = 100
const heartbeat_ms = 15_000
/** A stream ends after this long; the browser comes back at once and is asked again who it is. */
const lifetime_ms = 5 * 60_000
/** Events may become visible this much later than they were stamped. */
const window_ms = 3_000
const batch = 100
const backlog_bytes = 1_000_000

type Watcher = {
  actor: Actor
  types: ReadonlySet<string> | undefined
  /** Live means from here on; what came before is asked for by its id. */
  since: string
  send(text: string): void
  end(): void
}
type Hub = { watchers: Set<Watcher>; stop(): void }
const hubs = new WeakMap<Pool, Hub>()

/** The open streams of one server: closing it ends them. */
export type Streams = Set<{ end(): void }>

/** Answer with a stream of events as this caller may see them; it ends with the connection. */
export async function stream(
  streams: Streams,
  request: FastifyRequest,
  reply: FastifyReply,
  types?: string[],
): Promise<void> {
  const { actor, db } = request
  const last = request.headers['last-event-id']
  const after = typeof last === 'string' ? readCursor(last) : undefined
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': request.id,
  })
  raw.write('retry: 1000\n\n')
  const watcher: Watcher = {
    actor,
    types: types?.length ? new Set(types) : undefined,
    since: after?.received_at ?? clock.iso(),
    send(text) {
      // A reader that does not read would fill our memory: it may come back and go on from its last id.
      if (raw.writableLength > backlog_bytes) raw.destroy()
      else raw.write(text)
    },
    end: () => raw.end(),
  }
  const leave = join(db, watcher)
  streams.add(watcher)
  const heartbeat = setInterval(() => watcher.send(': still here\n\n'), heartbeat_ms)
  const life = setTimeout(() => raw.end(), lifetime_ms)
  raw.on('close', () => {
    leave()
    streams.delete(watcher)
    clearInterval(heartbeat)
    clearTimeout(life)
  })
  if (!after) return
  const missed = await transaction(db, system, (tx) => eventsAfter(tx, actor, after, clock.iso(), { types }, 5 * batch))
  for (let at = 0; at < missed.length; at += batch) tell(watcher, missed.slice(at, at + batch))
}

function join(db: Pool, watcher: Watcher): () => void {
  let hub = hubs.get(db)
  if (!hub) {
    hub = startHub(db)
    hubs.set(db, hub)
  }
  const here = hub
  here.watchers.add(watcher)
  return () => {
    here.watchers.delete(watcher)
    if (here.watchers.size === 0) here.stop()
  }
}

function startHub(db: Pool): Hub {
  const watchers = new Set<Watcher>()
  const told = new Map<string, number>()
  let newest = clock.ms()
  let looking = false
  let soon: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    soon = undefined
    if (looking || watchers.size === 0) return
    looking = true
    try {
      // The clock may be set back (the demo's "next day", then a reset): what lies ahead of it is not news.
      const now = clock.ms()
      newest = Math.min(newest, now)
      const [since, until] = [newest - window_ms, now + window_ms].map((at) => new Date(at).toISOString())
      const found = await transaction(db, system, (tx) =>
        rows<Event>(
          tx,
          sql`select ${columns} from activity.event where received_at > ${since} and received_at <= ${until}
              order by received_at desc, event_id desc limit 500`,
        ),
      )
      const fresh = found.filter((event) => !told.has(event.event_id)).reverse()
      for (const event of fresh) {
        const at = Date.parse(event.received_at)
        told.set(event.event_id, at)
        newest = Math.max(newest, at)
      }
      for (const [event_id, at] of told) if (at < newest - 2 * window_ms) told.delete(event_id)
      if (fresh.length) for (const watcher of watchers) tell(watcher, fresh)
    } catch {
      // The database restarts: the next look tells what was missed.
    } finally {
      looking = false
    }
  }
  const poll = setInterval(look, poll_ms)
  const leave = onNews(() => {
    soon ??= setTimeout(look, gather_ms)
  })
  return {
    watchers,
    stop() {
      clearInterval(poll)
      clearTimeout(soon)
      leave()
      hubs.delete(db)
    },
  }
}

/** One message for a burst: the newest events in full, the others as a number. */
function tell(watcher: Watcher, events: readonly Event[]): void {
  const places = placesOf(watcher.actor)
  const seen = events.filter(
    (event) =>
      event.received_at >= watcher.since &&
      (!watcher.types || watcher.types.has(event.type)) &&
      (!places || (event.place_id !== null && places.includes(event.place_id))),
  )
  const last = seen.at(-1)
  if (!last) return
  const people = knowsPeople(watcher.actor)
  const shown: Outward[] = seen.slice(-batch).map((event) => outward(event, people))
  watcher.send(
    `id: ${writeCursor(last)}\nevent: events\ndata: ${JSON.stringify({ events: shown, more: seen.length - shown.length })}\n\n`,
  )
}

/** The work that waits: how much, how long, and whether anybody hands it out. */
import { attempts_max } from '#activity/pending'
import { one, rows, sql, type Tx } from '#core/database'
import { leased } from '#core/lease'
import { clock } from '#core/time'

/** One reaction's waiting work; seconds since the oldest that is due became due. */
export type Waiting = {
  reaction: string
  waiting: number
  due: number
  stuck: number
  oldest_due_seconds: number
}
export type Backlog = {
  reactions: Waiting[]
  summaries: { waiting: number; oldest_seconds: number }
  /** Whether a worker held the dispatcher's lease just now. */
  dispatching: boolean
}

/** Enough to see that there is too much; what lies beyond is not counted. */
const counted_max = 100_000
// A lease runs for five seconds and is renewed half-way.
const silent_ms = 10_000

/** What waits now; `tx` must see everyone's rows. */
export async function backlog(tx: Tx): Promise<Backlog> {
  const now = clock.iso()
  const reactions = await rows<Waiting>(
    tx,
    sql`select reaction, count(*)::integer as waiting,
          (count(*) filter (where due_at <= ${now} and attempts < ${attempts_max}))::integer as due,
          (count(*) filter (where attempts >= ${attempts_max}))::integer as stuck,
          coalesce(extract(epoch from ${now}::timestamptz - min(due_at) filter (where due_at <= ${now} and attempts < ${attempts_max})), 0)::double precision as oldest_due_seconds
        from (select reaction, due_at, attempts from activity.pending order by due_at limit ${counted_max}) p group by reaction order by reaction`,
  )
  const dirty = await one<{ waiting: number; oldest_seconds: number }>(
    tx,
    sql`select count(*)::integer as waiting, coalesce(extract(epoch from ${now}::timestamptz - min(marked_at)), 0)::double precision as oldest_seconds
        from (select marked_at from activity.dirty limit ${counted_max}) d`,
  )
  const since = new Date(Date.now() - silent_ms).toISOString()
  const dispatching = await leased(tx, 'activity.dispatcher', since)
  return { reactions, summaries: dirty ?? { waiting: 0, oldest_seconds: 0 }, dispatching }
}

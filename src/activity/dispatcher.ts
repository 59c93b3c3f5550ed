/**
 * Hands the work that events left behind to workers. One dispatcher at a time holds the lease; all others wait for it to
 * fall silent. It wakes by the bell, and by a poll which alone would do.
 */

import { onNews } from '#activity/bell'
import { monthsAhead } from '#activity/months'
import { attempts_max, type Due, handed_ms, react } from '#activity/pending'
import { type Summary, summariseAll } from '#activity/summaries'
import { only, type Pool, rows, sql } from '#core/database'
import { randomToken } from '#core/id'
import { type Jobs, startJobs } from '#core/jobs'
import { clock } from '#core/time'

const poll_ms = 250
const tick_ms = 1_000
const lease_ms = 5_000
const hour_ms = 3_600_000
const rows_per_hand_out = 500
const rows_per_job = 10
/** So many lots at once are done where they are handed out, without a way through the queue. */
const lanes = 4
const jobs_waiting_max = 100
/** Marks gather for a moment: a burst of events costs one recompute. */
const dirty_gather_ms = 500

type HandedOut = { work: Due[]; until: string }
export type Worker = { stop(): Promise<void> }
export type WorkerOptions = {
  /** What time alone must do, called every second by the clock. */
  tick?: (db: Pool, now: string) => Promise<unknown>
  summaries?: readonly Summary[]
  concurrency?: number
  /** Told of failures that no row records. */
  report?: (error: unknown) => void
}

/** Work in this process: jobs at once, dispatching and ticking whenever this process holds the lease. */
export async function startWorker(db: Pool, options: WorkerOptions = {}): Promise<Worker> {
  const summaries = options.summaries ?? []
  const jobs = await startJobs(
    db.url,
    {
      'activity.react': (payload) => work(db, payload as HandedOut),
      'activity.summarise': () => summariseAll(db, summaries),
    },
    options.concurrency,
  )
  const holder = randomToken(12)
  const report = options.report ?? (() => {})
  let lease_until = 0
  let ticked_at = 0
  let months_at = 0
  let dirty_at = 0
  let ticking: Promise<unknown> | undefined
  let crowded = false
  let running: Promise<void> | undefined
  const near = new Set<Promise<void>>()
  let again = false
  let stopped = false

  async function round(): Promise<void> {
    if (!(await leading())) return
    if (Date.now() - months_at > hour_ms) {
      months_at = Date.now()
      await monthsAhead(db)
    }
    if (!ticking && options.tick && Date.now() - ticked_at >= tick_ms) {
      ticked_at = Date.now()
      // Beside the dispatching, so that a long sweep does not delay reactions; never two at once.
      ticking = options
        .tick(db, clock.iso())
        .catch(report)
        .finally(() => {
          ticking = undefined
        })
    }
    if (crowded && (await jobs.waiting()) > jobs_waiting_max) return
    const { lots, more } = await takeDue(db)
    crowded = more
    const far = lots.filter((lot) => !nearby(lot))
    if (far.length) await jobs.add('activity.react', far)
    if (crowded) again = true
    if (Date.now() - dirty_at >= dirty_gather_ms) {
      dirty_at = Date.now()
      await handDirty(db, jobs)
    }
  }

  /** Do it here and now when a lane is free: nobody waits for the queue while there is little to do. */
  function nearby(lot: HandedOut): boolean {
    if (near.size >= lanes) return false
    const doing = work(db, lot)
      .catch(report)
      .finally(() => void near.delete(doing))
    near.add(doing)
    return true
  }

  async function leading(): Promise<boolean> {
    // The machine's own time: a lease is about processes, and the town may set the business clock back.
    const now = Date.now()
    if (lease_until - now > lease_ms / 2) return true
    const until = now + lease_ms
    const { taken } = await only<{ taken: boolean }>(
      db,
      sql`select core.take_lease('activity.dispatcher', ${holder}, ${new Date(now).toISOString()}, ${new Date(until).toISOString()}) as taken`,
    )
    lease_until = taken ? until : 0
    return taken
  }

  function wake(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    again = false
    running = round()
      .catch(report)
      .finally(() => {
        running = undefined
        if (again) wake()
      })
  }

  const poll = setInterval(wake, poll_ms)
  const leave = onNews(wake)
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(poll)
      leave()
      await running
      await ticking
      await Promise.all(near)
      await jobs.stop()
      // The next process need not wait for our lease to run out.
      if (lease_until > 0) await release(db, holder).catch(() => {})
    },
  }
}

async function work(db: Pool, { work, until }: HandedOut): Promise<void> {
  for (const due of work) await react(db, due, until)
}

/** Take due rows, in lots of a few each; `more` when there are more. */
async function takeDue(db: Pool): Promise<{ lots: HandedOut[]; more: boolean }> {
  const real = Date.now()
  const until = new Date(real + handed_ms).toISOString()
  const due = await rows<Due>(
    db,
    sql`select profile_id, event_id, reaction from activity.hand_out(${clock.iso()}, ${new Date(real).toISOString()},
      ${until}, ${attempts_max}, ${rows_per_hand_out})`,
  )
  const size = Math.min(rows_per_job, Math.ceil(due.length / lanes))
  const lots: HandedOut[] = []
  for (let at = 0; at < due.length; at += size) lots.push({ work: due.slice(at, at + size), until })
  return { lots, more: due.length === rows_per_hand_out }
}

async function handDirty(db: Pool, jobs: Jobs): Promise<void> {
  const found = await rows(db, sql`select from activity.dirty limit 1`)
  if (found.length) await jobs.add('activity.summarise', [{}], 'activity.summarise')
}

async function release(db: Pool, holder: string): Promise<void> {
  const now = new Date().toISOString()
  await only(db, sql`select core.take_lease('activity.dispatcher', ${holder}, ${now}, ${now})`)
}

/** The processes of the house: each tells of itself every few seconds, so that one look shows them all. */
import { hostname } from 'node:os'
import { watchLag } from '#activity/activity'
import { type Db, type Pool, rows, run, sql } from '#core/database'
import { id } from '#core/id'
import { noticeSlow } from './slow.ts'

export type ProcessFigures = {
  /** Reactions done since the last word, and their lag. */
  reactions: { done: number; lag_p50_ms: number; lag_p95_ms: number }
  connections: { busy: number; idle: number; in_line: number }
  memory_mb: number
}
export type LiveProcess = {
  process_id: string
  role: string
  host: string
  pid: number
  started_at: string
  seen_at: string
  figures: ProcessFigures
}

const every_ms = 10_000
const forgotten_ms = 3_600_000
const lags_max = 1_000
// About processes, not about business: the machine's own time.
const machine = (ago_ms = 0) => new Date(Date.now() - ago_ms).toISOString()

/** Tell of this process until stopped; a database that is away is told later. */
export function tellOfProcess(db: Pool, role: string, report: (error: unknown) => void): { stop(): Promise<void> } {
  const process_id = id()
  const started_at = machine()
  const slow = noticeSlow()
  let done = 0
  let lags: number[] = []
  const leave = watchLag((_, lag_ms) => {
    done++
    if (lags.length < lags_max) lags.push(lag_ms)
  })
  let telling: Promise<void> | undefined
  const tell = async () => {
    const { totalCount, idleCount, waitingCount } = db.pool
    const figures: ProcessFigures = {
      reactions: { done, lag_p50_ms: at(lags, 0.5), lag_p95_ms: at(lags, 0.95) },
      connections: { busy: totalCount - idleCount, idle: idleCount, in_line: waitingCount },
      memory_mb: Math.round(process.memoryUsage().rss / 1_048_576),
    }
    done = 0
    lags = []
    await run(
      db,
      sql`insert into operations.process (process_id, role, host, pid, started_at, seen_at, figures)
          values (${process_id}, ${role}, ${hostname()}, ${process.pid}, ${started_at}, ${machine()}, ${JSON.stringify(figures)}::jsonb)
          on conflict (process_id) do update set seen_at = excluded.seen_at, figures = excluded.figures`,
    )
    await run(db, sql`delete from operations.process where seen_at < ${machine(forgotten_ms)}`)
    await slow.keep(db)
  }
  const turn = () => {
    telling ??= tell()
      .catch(report)
      .finally(() => {
        telling = undefined
      })
  }
  turn()
  const timer = setInterval(turn, every_ms)
  return {
    async stop() {
      clearInterval(timer)
      leave()
      slow.stop()
      await telling
      await run(db, sql`delete from operations.process where process_id = ${process_id}`).catch(() => {})
    },
  }
}

/** Every process that told of itself in the last hour, the newest word first. */
export function processes(db: Db): Promise<LiveProcess[]> {
  return rows(
    db,
    sql`select process_id, role, host, pid, started_at, seen_at, figures from operations.process
        where seen_at > ${machine(forgotten_ms)} order by seen_at desc, process_id limit 200`,
  )
}

function at(lags: number[], share: number): number {
  const sorted = [...lags].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

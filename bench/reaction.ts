/**
 * Reaction: from the commit of an event to the commit of what follows from it, in another process, at a steady rate. Each
 * event is committed by a transaction of its own; the reaction writes one row (bench.done) with the machine's time.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { emit, follow, openBell } from '../src/activity/activity.ts'
import { system } from '../src/core/actor.ts'
import { raw, rows, transaction } from '../src/core/database.ts'
import { id } from '../src/core/id.ts'
import { installJobs } from '../src/core/jobs.ts'
import { median } from './cpu.ts'
import { type House, openHouse } from './house.ts'

const per_second = 200
const wanted_p99_ms = 250
const name = 'bench'

export type Options = { seconds: number; rounds: number; say(line: string): void }
type Cell = { p50_ms: number; p99_ms: number; longest_ms: number; told_per_second: number }

/** Run the reaction bench: one worker process, one that tells 200 events a second. */
export async function reaction({ seconds, rounds, say }: Options) {
  const house = await openHouse()
  let worker: Awaited<ReturnType<typeof startWorkerProcess>> | undefined
  let closeBell = async () => {}
  try {
    await installJobs(house.url)
    await house.owner.pool.query(`create schema bench;
      create table bench.done (event_id uuid primary key, at_ms double precision not null);
      grant usage on schema bench to engawa_app; grant all on bench.done to engawa_app`)
    follow({ 'order.placed': [{ name }] })
    closeBell = await openBell(house.url)
    worker = await startWorkerProcess(house.url)
    await told(house, Math.min(seconds, 3))
    const cells: Cell[] = []
    for (let round = 1; round <= rounds; round++) {
      const cell = await told(house, seconds)
      cells.push(cell)
      say(
        `round ${round}: p50 ${cell.p50_ms.toFixed(0)} ms, p99 ${cell.p99_ms.toFixed(0)} ms, longest ${cell.longest_ms.toFixed(0)} ms`,
      )
    }
    const of = (read: (cell: Cell) => number) => median(cells.map(read))
    const p99_ms = of((cell) => cell.p99_ms)
    return {
      p99_ms,
      p50_ms: of((cell) => cell.p50_ms),
      longest_ms: of((cell) => cell.longest_ms),
      events_per_second: of((cell) => cell.told_per_second),
      wanted_p99_ms,
      met: p99_ms <= wanted_p99_ms,
      rounds,
      seconds,
    }
  } finally {
    await worker?.stop()
    follow({})
    await closeBell()
    await house.close()
  }
}

/** Tell at the rate, wait until all is done, and compare. */
async function told(house: House, seconds: number): Promise<Cell> {
  const committed = new Map<string, number>()
  const began = performance.timeOrigin + performance.now()
  const many = seconds * per_second
  const telling: Promise<void>[] = []
  for (let at = 0; at < many; at++) {
    const due = began + (at * 1000) / per_second
    const wait = due - (performance.timeOrigin + performance.now())
    if (wait > 1) await pause(wait)
    telling.push(tell(house, committed))
  }
  await Promise.all(telling)
  const took_s = (performance.timeOrigin + performance.now() - began) / 1000
  const waits = (await allDone(house, committed)).sort((a, b) => a - b)
  const part = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] as number
  return { p50_ms: part(0.5), p99_ms: part(0.99), longest_ms: part(1), told_per_second: many / took_s }
}

async function allDone(house: House, committed: ReadonlyMap<string, number>): Promise<number[]> {
  const late = performance.now() + 30_000
  for (;;) {
    const done = await rows<{ event_id: string; at_ms: number }>(
      house.db,
      raw('select event_id, at_ms from bench.done'),
    )
    const waits = done.flatMap(({ event_id, at_ms }) => {
      const at = committed.get(event_id)
      return at === undefined ? [] : [at_ms - at]
    })
    if (waits.length === committed.size) return waits
    if (performance.now() > late) throw new Error(`${waits.length} of ${committed.size} were done`)
    await pause(100)
  }
}

async function tell(house: House, committed: Map<string, number>): Promise<void> {
  const what = { type: 'order.placed', profile_id: id(), source: 'bench', payload: { total_yen: 1_680 } }
  const event_id = await transaction(house.db, system, (tx) => emit(tx, what))
  committed.set(event_id, performance.timeOrigin + performance.now())
}

async function startWorkerProcess(url: string) {
  const file = join(import.meta.dirname, 'reaction-worker.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((ready, fail) => {
    child.stdout.once('data', () => ready())
    child.once('exit', (code) => fail(new Error(`the worker ended with ${code}`)))
  })
  return {
    async stop() {
      child.kill('SIGTERM')
      await new Promise((ended) => (child.exitCode === null ? child.once('exit', ended) : ended(0)))
    },
  }
}

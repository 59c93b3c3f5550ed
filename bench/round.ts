import type { Engawa } from '../town/processes.ts'
import { cpuSeconds } from './cpu.ts'
import { drive } from './drive.ts'
import type { House } from './house.ts'
import type { Asking } from './load.ts'
import { pgbench } from './pgbench.ts'

/** What one cell of a round came to. CPU is that of the serving processes only: PostgreSQL, and node where it serves. */
export type Cell = { per_second: number; cpu_ms: number; node_ms: number; p50_ms?: number; p99_ms?: number }
type Many = { connections: number; seconds: number }

/** Requests over HTTP, sent by a process of their own. */
export async function overHttp(
  house: House,
  api: Engawa,
  requests: Asking[],
  headers: Record<string, string>,
  many: Many,
): Promise<Cell> {
  const node = cpuSeconds(api.pid)
  const postgres = cpuSeconds(house.postgres_pid)
  const told = await drive({ url: api.url, requests, headers, ...many })
  const node_ms = ((cpuSeconds(api.pid) - node) * 1000) / told.answered
  const postgres_ms = ((cpuSeconds(house.postgres_pid) - postgres) * 1000) / told.answered
  return {
    per_second: told.requests_per_second,
    cpu_ms: node_ms + postgres_ms,
    node_ms,
    p50_ms: told.p50_ms,
    p99_ms: told.p99_ms,
  }
}

/** A script by pgbench; its own CPU is left out, like that of the process that sends HTTP requests. */
export async function byPgbench(house: House, script: string, many: Many): Promise<Cell> {
  const before = cpuSeconds(house.postgres_pid)
  const { tps, transactions } = await pgbench(house.url, script, { clients: many.connections, seconds: many.seconds })
  return { per_second: tps, cpu_ms: ((cpuSeconds(house.postgres_pid) - before) * 1000) / transactions, node_ms: 0 }
}

/** Work done in this process, `connections` at a time. */
export async function here(house: House, work: (turn: number) => Promise<unknown>, many: Many): Promise<Cell> {
  const node = process.cpuUsage()
  const postgres = cpuSeconds(house.postgres_pid)
  const started = performance.now()
  const until = started + many.seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: many.connections }, async () => {
      while (performance.now() < until) await work(done++)
    }),
  )
  const took_ms = performance.now() - started
  const { user, system } = process.cpuUsage(node)
  const node_ms = (user + system) / 1000 / done
  return {
    per_second: (done * 1000) / took_ms,
    cpu_ms: node_ms + ((cpuSeconds(house.postgres_pid) - postgres) * 1000) / done,
    node_ms,
  }
}

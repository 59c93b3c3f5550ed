/**
 * Checkout: an HTTP till sale of 3 lines by a member (pricing, stock guard, points, timeline, idempotency; durable; 32
 * connections) against the fixed minimal transaction of reference.sql run by pgbench. Rounds are interleaved, medians
 * reported; CPU is that of the serving processes (node + PostgreSQL), the driver's own is left out on both sides.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeApiKey } from '../src/access/access.ts'
import { system } from '../src/core/actor.ts'
import { transaction } from '../src/core/database.ts'
import { seedTax } from '../src/catalog/catalog.ts'
import { place } from '../src/orders/orders.ts'
import { cpuSeconds, median } from './cpu.ts'
import { drive } from './drive.ts'
import { type House, openHouse } from './house.ts'
import { pgbench } from './pgbench.ts'
import { type Size, seed, uuidOf } from './seed.ts'

const connections = 32
const reference = join(import.meta.dirname, 'reference.sql')

type Round = { tps: number; cpu_ms: number }
export type CheckoutResult = {
  ratio: number; driver_ratio: number; cpu_ms: number; reference_cpu_ms: number; growth: number
  orders_per_second: number; reference_tps: number; driver_tps: number; p50_ms: number; p99_ms: number; rounds: number; sizes: { small: Size; large: Size }; cpu_ms_large: number
}

/** Run the checkout bench; `seconds` per cell, `rounds` interleaved. */
export async function checkout(options: { seconds: number; rounds: number; small: Size; large: Size; say(line: string): void }): Promise<CheckoutResult> {
  const { seconds, rounds, small, large, say } = options
  const first = await measure(small, rounds, seconds, say)
  const second = await measure(large, Math.max(1, Math.ceil(rounds / 2)), seconds, say)
  const cpu_ms = median(first.http.map((round) => round.cpu_ms))
  const cpu_ms_large = median(second.http.map((round) => round.cpu_ms))
  return {
    ratio: median(first.http.map((round, at) => round.tps / (first.reference[at] as Round).tps)),
    driver_ratio: median(first.driver.map((round, at) => round.tps / (first.reference[at] as Round).tps)),
    cpu_ms,
    reference_cpu_ms: median(first.reference.map((round) => round.cpu_ms)),
    growth: cpu_ms_large / cpu_ms,
    orders_per_second: median(first.http.map((round) => round.tps)),
    reference_tps: median(first.reference.map((round) => round.tps)),
    driver_tps: median(first.driver.map((round) => round.tps)),
    p50_ms: median(first.latency.map(({ p50_ms }) => p50_ms)),
    p99_ms: median(first.latency.map(({ p99_ms }) => p99_ms)),
    rounds, sizes: { small, large }, cpu_ms_large,
  }
}

async function measure(size: Size, rounds: number, seconds: number, say: (line: string) => void) {
  say(`seeding ${size.products} products, ${size.customers} customers, ${size.history} orders`)
  const house = await openHouse()
  try {
    await seed(house, size)
    await house.owner.pool.query(readFileSync(join(import.meta.dirname, 'reference-schema.sql'), 'utf8'))
    await transaction(house.db, system, (tx) => seedTax(tx))
    await house.owner.pool.query('vacuum analyze')
    const { key } = await transaction(house.db, system, (tx) => makeApiKey(tx, { name: 'bench', scopes: ['orders.write'] }))
    const api = await house.api()
    const requests = sales(size)
    const headers = { authorization: `Bearer ${key}` }
    await drive({ url: api.url, connections, seconds: 3, headers, requests })
    await pgbench(house.url, reference, { clients: connections, seconds: 2 })
    const result = { http: [] as Round[], driver: [] as Round[], reference: [] as Round[], latency: [] as { p50_ms: number; p99_ms: number }[] }
    for (let round = 1; round <= rounds; round++) {
      result.reference.push(await referenceRound(house, seconds))
      const before = cpuSeconds(house.postgres_pid) + cpuSeconds(api.pid)
      const told = await drive({ url: api.url, connections, seconds, headers, requests })
      result.http.push({ tps: told.requests_per_second, cpu_ms: ((cpuSeconds(house.postgres_pid) + cpuSeconds(api.pid) - before) * 1000) / told.answered })
      result.latency.push(told)
      result.driver.push(await driverRound(house, size, seconds))
      say(`round ${round}: reference ${Math.round(result.reference.at(-1)?.tps ?? 0)}/s, HTTP ${Math.round(told.requests_per_second)}/s, driver ${Math.round(result.driver.at(-1)?.tps ?? 0)}/s, ${result.http.at(-1)?.cpu_ms.toFixed(2)} ms CPU`)
    }
    await api.stop()
    return result
  } finally {
    await house.close()
  }
}

async function referenceRound(house: House, seconds: number): Promise<Round> {
  const before = cpuSeconds(house.postgres_pid)
  const { tps, transactions } = await pgbench(house.url, reference, { clients: connections, seconds })
  return { tps, cpu_ms: ((cpuSeconds(house.postgres_pid) - before) * 1000) / transactions }
}

// The same order without HTTP: decided and written through the orders room's own front door.
async function driverRound(house: House, size: Size, seconds: number): Promise<Round> {
  const actor = { kind: 'api' as const, id: 'bench-driver', scopes: ['orders.write'] }
  const wishes = sales(size).map(({ body }) => JSON.parse(body))
  const until = Date.now() + seconds * 1000
  const started = process.hrtime.bigint()
  let placed = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      for (let at = lane; Date.now() < until; at += connections) {
        const key = randomUUID()
        const now = new Date()
        const claim = { scope: 'bench', key, fingerprint: Buffer.from(key), at: now.toISOString(), expires_at: new Date(now.getTime() + 86_400_000).toISOString() }
        await place(house.db, actor, claim, wishes[at % wishes.length], JSON.stringify)
        placed++
      }
    }),
  )
  return { tps: (placed * 1e9) / Number(process.hrtime.bigint() - started), cpu_ms: 0 }
}

export function sales(size: Size): { method: 'POST'; path: string; body: string }[] {
  let state = 42
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  return Array.from({ length: 5000 }, () => {
    const picks = new Set<number>()
    while (picks.size < 3) picks.add(random(size.products))
    const body = {
      way: 'carry', channel: 'till', place_id: uuidOf(`place${1 + random(2)}`), profile_id: uuidOf(`profile${random(size.customers)}`),
      lines: [...picks].map((pick) => ({ variant_id: uuidOf(`variant${pick}`), quantity: 1 })), payments: [{ method: 'cash' }],
    }
    return { method: 'POST' as const, path: '/v1/orders', body: JSON.stringify(body) }
  })
}

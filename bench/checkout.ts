/**
 * Checkout: a till sale of three lines to a member over HTTP (pricing, stock guard, points, timeline, idempotency; durable) beside
 * the fixed minimal transaction of reference.sql sent by pgbench, statement by statement. It is sent as our own counter sends it,
 * at an open till and under a number of its own; `api` is the same as another system sends it, with neither. Cells of a round
 * follow each other on the same machine; what is told is the median of the rounds.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { follow } from '../src/activity/activity.ts'
import { place } from '../src/orders/orders.ts'
import { reactions } from '../src/reactions.ts'
import { checks, verify } from '../src/verify.ts'
import { median } from './cpu.ts'
import { type House, openHouse } from './house.ts'
import { byPgbench, type Cell, here, overHttp } from './round.ts'
import { sales, shops, till } from './sales.ts'
import { apiKey, type Size, seed } from './seed.ts'

const connections = 32
/** The books an order writes; the seeded people have no keys and the seeded products no search words. */
const touched = /^(activity|inventory|loyalty|carts|orders):/
const reference = join(import.meta.dirname, 'reference.sql')
const as_function = join(import.meta.dirname, 'reference-function.sql')

export type Options = { seconds: number; rounds: number; small: Size; large: Size; say(line: string): void }

/** Run the checkout bench: two retailers side by side, one ten times the other. */
export async function checkout({ seconds, rounds, small, large, say }: Options) {
  follow(reactions)
  const opened: House[] = []
  try {
    const shop = await openShop(small, say, opened)
    const chain = await openShop(large, say, opened)
    const many = { connections, seconds }
    for (const { house, api, requests, headers } of [shop, chain])
      await overHttp(house, api, requests, headers, { connections, seconds: 5 })
    await byPgbench(shop.house, reference, { connections, seconds: 2 })
    const told: Record<'reference' | 'function' | 'http' | 'api' | 'driver' | 'large', Cell>[] = []
    for (let round = 1; round <= rounds; round++) {
      const cells = {
        reference: await byPgbench(shop.house, reference, many),
        http: await overHttp(shop.house, shop.api, shop.requests, shop.headers, many),
        api: await overHttp(shop.house, shop.api, sales(small), shop.system, many),
        large: await overHttp(chain.house, chain.api, chain.requests, chain.headers, many),
        driver: await here(shop.house, driver(shop.house, small), many),
        function: await byPgbench(shop.house, as_function, many),
      }
      told.push(cells)
      const text = Object.entries(cells).map(
        ([name, cell]) => `${name} ${Math.round(cell.per_second)}/s ${cell.cpu_ms.toFixed(2)} ms`,
      )
      say(`round ${round}: ${text.join(', ')}`)
    }
    for (const { api } of [shop, chain]) await api.stop()
    const wrong = (
      await verify(
        shop.house.url,
        checks.filter(({ name }) => touched.test(name)),
      )
    )
      .filter(({ ok }) => !ok)
      .map(({ check }) => check)
    const of = (read: (cells: (typeof told)[number]) => number) => median(told.map(read))
    return {
      ratio: of(({ http, reference }) => http.per_second / reference.per_second),
      driver_ratio: of(({ driver, reference }) => driver.per_second / reference.per_second),
      cpu_ms: of(({ http }) => http.cpu_ms),
      reference_cpu_ms: of(({ reference }) => reference.cpu_ms),
      growth: of(({ http, large }) => large.cpu_ms / http.cpu_ms),
      api_cpu_ms: of(({ api }) => api.cpu_ms),
      api_ratio: of(({ api, reference }) => api.per_second / reference.per_second),
      cpu_ratio: of(({ http, reference }) => http.cpu_ms / reference.cpu_ms),
      node_cpu_ms: of(({ http }) => http.node_ms),
      function_ratio: of(({ http, function: one_call }) => http.per_second / one_call.per_second),
      function_reference_cpu_ms: of((cells) => cells.function.cpu_ms),
      driver_cpu_ms: of(({ driver }) => driver.cpu_ms),
      cpu_ms_large: of(({ large }) => large.cpu_ms),
      orders_per_second: of(({ http }) => http.per_second),
      driver_per_second: of(({ driver }) => driver.per_second),
      reference_per_second: of(({ reference }) => reference.per_second),
      p50_ms: of(({ http }) => http.p50_ms ?? 0),
      p99_ms: of(({ http }) => http.p99_ms ?? 0),
      connections,
      rounds,
      seconds,
      sizes: { small, large },
      wrong,
    }
  } finally {
    for (const house of opened) await house.close()
  }
}

async function openShop(size: Size, say: (line: string) => void, opened: House[]) {
  say(`seeding ${size.products} products, ${size.customers} customers, ${size.history} orders`)
  const house = await openHouse()
  opened.push(house)
  await seed(house, size)
  await house.owner.pool.query(readFileSync(join(import.meta.dirname, 'reference-schema.sql'), 'utf8'))
  await house.owner.pool.query('vacuum analyze')
  await house.owner.pool.query('checkpoint')
  const system = { authorization: `Bearer ${await apiKey(house, ['orders.write'])}` }
  const headers = { ...system, 'engawa-till': till }
  const api = await house.api()
  for (const place_id of shops) await openTill(api.url, headers, place_id)
  return { house, api, requests: sales(size, true), headers, system }
}

async function openTill(url: string, headers: Record<string, string>, place_id: string): Promise<void> {
  const opened = await fetch(`${url}/v1/orders/till-sessions`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ place_id, device_id: till, float_yen: 0 }),
  })
  if (opened.status !== 201) throw new Error(`the till did not open: ${await opened.text()}`)
}

// The same order without HTTP: decided and written through the orders room's own front door.
function driver(house: House, size: Size): (turn: number) => Promise<unknown> {
  const actor = { kind: 'api' as const, id: 'bench-driver', scopes: ['orders.write'], device_id: till }
  const wishes = sales(size).map(({ body }) => JSON.parse(body))
  return (turn) => {
    const key = randomUUID()
    const now = Date.now()
    const claim = {
      scope: 'bench',
      key,
      fingerprint: Buffer.from(key),
      at: new Date(now).toISOString(),
      expires_at: new Date(now + 86_400_000).toISOString(),
    }
    const wish = { ...wishes[turn % wishes.length], external_id: key }
    return place(house.db, actor, claim, wish, (view) => JSON.stringify(view))
  }
}

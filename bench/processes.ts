/**
 * Processes: the same till sales over one API process and over two, each driven by a load of its own, on one PostgreSQL.
 * What is told is what a second process brings on this machine, which is nothing where PostgreSQL already has every core.
 */
import { median } from './cpu.ts'
import { openHouse } from './house.ts'
import { type Cell, overHttp } from './round.ts'
import { sales } from './sales.ts'
import { apiKey, type Size, seed } from './seed.ts'

const connections = 32

export type Options = { seconds: number; rounds: number; size: Size; say(line: string): void }

/** Run the bench; cells of a round follow each other. */
export async function processes({ seconds, rounds, size, say }: Options) {
  say(`seeding ${size.products} products, ${size.customers} customers, ${size.history} orders`)
  const house = await openHouse()
  try {
    await seed(house, size)
    await house.owner.pool.query('vacuum analyze')
    const headers = { authorization: `Bearer ${await apiKey(house, ['orders.write'])}` }
    const requests = sales(size)
    const apis = [await house.api(), await house.api()] as const
    const [first, second] = apis
    const all = { connections, seconds }
    const half = { connections: connections / 2, seconds }
    for (const api of apis) await overHttp(house, api, requests, headers, { connections, seconds: 3 })
    const told: { one: Cell; two: number }[] = []
    for (let round = 1; round <= rounds; round++) {
      const one = await overHttp(house, first, requests, headers, all)
      const both = await Promise.all([first, second].map((api) => overHttp(house, api, requests, headers, half)))
      const two = both.reduce((sum, { per_second }) => sum + per_second, 0)
      say(`round ${round}: one ${Math.round(one.per_second)}/s, two ${Math.round(two)}/s`)
      told.push({ one, two })
    }
    for (const api of apis) await api.stop()
    return {
      gain: median(told.map(({ one, two }) => two / one.per_second)),
      one_per_second: median(told.map(({ one }) => one.per_second)),
      two_per_second: median(told.map(({ two }) => two)),
      one_cpu_ms: median(told.map(({ one }) => one.cpu_ms)),
      connections,
      rounds,
      seconds,
      size,
    }
  } finally {
    await house.close()
  }
}

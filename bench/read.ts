/**
 * Reading the shop: lists of 20 products and product pages over 10,000 products, popular ones most (Zipf), with price and
 * stock as they are in that moment; and that a change made by another process shows in the very next read.
 */
import assert from 'node:assert/strict'
import { system } from '../src/core/actor.ts'
import { transaction } from '../src/core/database.ts'
import { count } from '../src/inventory/inventory.ts'
import type { Engawa } from '../town/processes.ts'
import { median } from './cpu.ts'
import { type House, openHouse } from './house.ts'
import type { Asking } from './load.ts'
import { type Cell, overHttp } from './round.ts'
import { zipf } from './sales.ts'
import { type Size, seed, uuidOf } from './seed.ts'

const connections = 32
const changes = 20

export async function read({
  seconds,
  rounds,
  size,
  say,
}: {
  seconds: number
  rounds: number
  size: Size
  say(line: string): void
}) {
  say(`seeding ${size.products} products`)
  const house = await openHouse()
  try {
    await seed(house, size)
    await house.owner.pool.query('vacuum analyze')
    const api = await house.api()
    const lists = await listings(api)
    const pages = details(size)
    const mixed = lists.flatMap((list, at) => [list, pages[at % pages.length] as Asking])
    const many = { connections, seconds }
    await overHttp(house, api, mixed, {}, { connections, seconds: 3 })
    const told: Record<'list' | 'detail' | 'mixed', Cell>[] = []
    for (let round = 1; round <= rounds; round++) {
      const cells = {
        list: await overHttp(house, api, lists, {}, many),
        detail: await overHttp(house, api, pages, {}, many),
        mixed: await overHttp(house, api, mixed, {}, many),
      }
      told.push(cells)
      say(
        `round ${round}: ${Object.entries(cells)
          .map(([name, cell]) => `${name} ${Math.round(cell.per_second)}/s ${cell.cpu_ms.toFixed(2)} ms`)
          .join(', ')}`,
      )
    }
    for (let turn = 0; turn < changes; turn++) await showsAtOnce(house, api, turn)
    await api.stop()
    const of = (read: (cells: (typeof told)[number]) => number) => median(told.map(read))
    return {
      cpu_ms: of(({ mixed }) => mixed.cpu_ms),
      list_cpu_ms: of(({ list }) => list.cpu_ms),
      detail_cpu_ms: of(({ detail }) => detail.cpu_ms),
      node_cpu_ms: of(({ mixed }) => mixed.node_ms),
      per_second: of(({ mixed }) => mixed.per_second),
      p50_ms: of(({ mixed }) => mixed.p50_ms ?? 0),
      p99_ms: of(({ mixed }) => mixed.p99_ms ?? 0),
      changes_seen_in_next_read: changes,
      connections,
      rounds,
      seconds,
      size,
    }
  } finally {
    await house.close()
  }
}

// The front page and its next two, and each category's first: what people leaf through, the front page most.
async function listings(api: Engawa): Promise<Asking[]> {
  const front = '/v1/desk/products?limit=20'
  const next = async (path: string) =>
    `${front}&after=${encodeURIComponent(((await (await fetch(api.url + path)).json()) as { next: string }).next)}`
  const second = await next(front)
  const paths = [
    front,
    second,
    await next(second),
    ...Array.from({ length: 20 }, (_, n) => `${front}&category_id=${uuidOf(`category${n}`)}`),
  ]
  const draw = zipf(paths.length, 7)
  return Array.from({ length: 2000 }, () => ({ method: 'GET', path: paths[draw()] as string }))
}

function details(size: Size): Asking[] {
  const draw = zipf(size.products, 11)
  return Array.from({ length: 2000 }, () => ({
    method: 'GET',
    path: `/v1/desk/products/${uuidOf(`product${draw()}`)}`,
  }))
}

type List = { items: { product_id: string; price_yen: number; left: number | null }[] }
type Detail = { variants: { yen: number; ec: { left: number | null } }[] }

// Change price and stock of the most popular product here, read both pages there: what they say must be what was written.
async function showsAtOnce(house: House, api: Engawa, turn: number): Promise<void> {
  const product_id = uuidOf('product0')
  const wanted = { yen: 1000 + turn, left: 1 + (turn % 4) }
  const get = async (path: string) => (await fetch(`${api.url}/v1/desk/products${path}`)).json()
  await get('?limit=20')
  await get(`/${product_id}`)
  await house.owner.pool.query('update catalog.price set yen = $1 where variant_id = $2', [
    wanted.yen,
    uuidOf('variant0'),
  ])
  await transaction(house.db, system, (tx) =>
    count(tx, system, { place_id: uuidOf('place0'), variant_id: uuidOf('variant0'), counted: wanted.left }),
  )
  const listed = ((await get('?limit=20')) as List).items.find((item) => item.product_id === product_id)
  const [shown] = ((await get(`/${product_id}`)) as Detail).variants
  assert.deepEqual({ yen: listed?.price_yen, left: listed?.left }, wanted, 'the list shows what was')
  assert.deepEqual({ yen: shown?.yen, left: shown?.ec.left }, wanted, 'the page shows what was')
}

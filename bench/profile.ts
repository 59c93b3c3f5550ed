/**
 * The 360° card of a customer with 200 orders and 5,000 events: one query returned as text, eight at a time; the same SQL by
 * pgbench, through our database layer, and whole over HTTP. Every look is put on record (audit) in all three.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { system } from '../src/core/actor.ts'
import { only, sql, transaction } from '../src/core/database.ts'
import { register } from '../src/customers/customers.ts'
import { median } from './cpu.ts'
import { type House, openHouse } from './house.ts'
import { byPgbench, type Cell, here, overHttp } from './round.ts'
import { apiKey, type Size, seed } from './seed.ts'

const connections = 8

export async function profile({
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
  say(`seeding ${size.products} products, ${size.customers} customers, ${size.history} orders, and a regular customer`)
  const house = await openHouse()
  const folder = mkdtempSync(join(tmpdir(), 'engawa-bench-'))
  try {
    await seed(house, size)
    const { customer_id, at } = await regular(house)
    await house.owner.pool.query('vacuum analyze')
    await house.owner.pool.query('checkpoint')
    const script = join(folder, 'card.sql')
    writeFileSync(
      script,
      `select card, facts, profile_id, wrapped_key, sealed from desk.card('${customer_id}', '${at}', 'api', 'bench', null);\n`,
    )
    const layer = () =>
      only<{ card: string }>(
        house.db,
        sql`select card, facts, profile_id, wrapped_key, sealed from desk.card(${customer_id}, ${at}, 'api', 'bench', null)`,
      )
    const bytes = (await layer()).card.length
    const api = await house.api()
    const headers = { authorization: `Bearer ${await apiKey(house, ['customers.read'])}` }
    const requests = [{ method: 'GET' as const, path: `/v1/desk/customers/${customer_id}` }]
    const many = { connections, seconds }
    await overHttp(house, api, requests, headers, { connections, seconds: 3 })
    await here(house, layer, { connections, seconds: 1 })
    const told: Record<'reference' | 'layer' | 'http', Cell>[] = []
    for (let round = 1; round <= rounds; round++) {
      const cells = {
        reference: await byPgbench(house, script, many),
        layer: await here(house, layer, many),
        http: await overHttp(house, api, requests, headers, many),
      }
      told.push(cells)
      say(
        `round ${round}: ${Object.entries(cells)
          .map(([name, cell]) => `${name} ${Math.round(cell.per_second)}/s ${cell.cpu_ms.toFixed(2)} ms`)
          .join(', ')}`,
      )
    }
    await api.stop()
    const of = (read: (cells: (typeof told)[number]) => number) => median(told.map(read))
    return {
      ratio: of(({ layer, reference }) => layer.per_second / reference.per_second),
      http_ratio: of(({ http, reference }) => http.per_second / reference.per_second),
      cpu_ms: of(({ http }) => http.cpu_ms),
      node_cpu_ms: of(({ http }) => http.node_ms),
      reference_cpu_ms: of(({ reference }) => reference.cpu_ms),
      p50_ms: of(({ http }) => http.p50_ms ?? 0),
      p99_ms: of(({ http }) => http.p99_ms ?? 0),
      cards_per_second: of(({ http }) => http.per_second),
      orders: 200,
      events: 5000,
      bytes,
      connections,
      rounds,
      seconds,
      size,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await house.close()
  }
}

// A member as people are registered, with a past written under her profile.
export async function regular(house: House): Promise<{ customer_id: string; at: string }> {
  const { profile_id, customer_id } = await transaction(house.db, system, (tx) =>
    register(tx, system, {
      family_name: '木村',
      given_name: '美咲',
      family_name_kana: 'キムラ',
      given_name_kana: 'ミサキ',
      email: 'misaki@example.jp',
      phone: '090-1234-5678',
    }),
  )
  const at = new Date().toISOString()
  const past = readFileSync(join(import.meta.dirname, 'regular.sql'), 'utf8')
    .replaceAll(`:'profile'`, `'${profile_id}'`)
    .replaceAll(`:'at'`, `'${at}'`)
  await house.owner.pool.query(past)
  return { customer_id, at }
}

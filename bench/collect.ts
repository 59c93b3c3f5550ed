/**
 * Collect: events of known people over HTTP, durable, each to the right person, sealed and in the timeline before the answer
 * leaves. Batches of 100 beside PostgreSQL's own COPY of 100 such rows a transaction; single events by their CPU.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSource } from '../src/collection/collection.ts'
import { system } from '../src/core/actor.ts'
import { only, sql, transaction } from '../src/core/database.ts'
import { registerMany } from '../src/customers/customers.ts'
import { checks, verify } from '../src/verify.ts'
import { median } from './cpu.ts'
import { type House, openHouse } from './house.ts'
import { type Asking, own_number } from './load.ts'
import { byPgbench, overHttp } from './round.ts'

const people = 4_000
/** So many of them signed in; the others are browsers. */
const signed_in = 1_000
const in_batch = 100
const batches = { connections: 8 }
const singles = { connections: 64 }
const wanted = { batch_ratio: 0.4, single_cpu_ms: 0.35 }

export type Options = { seconds: number; rounds: number; say(line: string): void }
type Told = {
  batch_cpu_ms: number
  batch: number
  copy: number
  indexed: number
  single_cpu_ms: number
  node_ms: number
  single: number
  p99_ms: number
  alone_p50_ms: number
}

/** Run the collect bench on one API process; fails when any event that was answered is not in the timeline. */
export async function collect({ seconds, rounds, say }: Options) {
  const house = await openHouse()
  const folder = mkdtempSync(join(tmpdir(), 'engawa-collect-bench-'))
  // The server runs as another user, who reads the same file.
  chmodSync(folder, 0o755)
  try {
    const { write_key } = await transaction(house.db, system, (tx) => makeSource(tx, { name: 'bench', kind: 'server' }))
    await register(house)
    const yardsticks = await lay(house, folder)
    const api = await house.api()
    const headers = { authorization: `Basic ${Buffer.from(`${write_key}:`).toString('base64')}` }
    const many = asBatches()
    const one: Asking[] = Array.from({ length: people }, (_, at) => ({
      method: 'POST',
      path: '/v1/track',
      body: JSON.stringify(event(at)),
    }))
    // Everybody is met before anything is measured.
    await overHttp(house, api, many, headers, { ...batches, seconds: Math.max(5, seconds) })
    await house.owner.pool.query('checkpoint')
    const told: Told[] = []
    for (let round = 1; round <= rounds; round++) {
      const before = await written(house)
      const batch = await overHttp(house, api, many, headers, { ...batches, seconds })
      const copy = await byPgbench(house, yardsticks.bare, { ...batches, seconds })
      const indexed = await byPgbench(house, yardsticks.indexed, { ...batches, seconds })
      const single = await overHttp(house, api, one, headers, { ...singles, seconds })
      const alone = await overHttp(house, api, one, headers, { connections: 1, seconds: Math.min(seconds, 2) })
      const events = Math.round(seconds * (batch.per_second * in_batch + single.per_second))
      if ((await written(house)) - before < events * 0.9)
        throw new Error('events that were answered are not in the timeline')
      const cell = {
        batch: batch.per_second,
        copy: copy.per_second,
        indexed: indexed.per_second,
        single_cpu_ms: single.cpu_ms,
        node_ms: single.node_ms,
        single: single.per_second,
        p99_ms: single.p99_ms ?? 0,
        alone_p50_ms: alone.p50_ms ?? 0,
        batch_cpu_ms: batch.cpu_ms,
      }
      told.push(cell)
      say(
        `round ${round}: ${(cell.batch * in_batch).toFixed(0)} events/s in batches (${(cell.batch_cpu_ms / in_batch).toFixed(3)} ms CPU each), COPY ${(cell.copy * in_batch).toFixed(0)}/s bare, ${(cell.indexed * in_batch).toFixed(0)}/s with indexes; ${cell.single.toFixed(0)} single events/s, ${cell.single_cpu_ms.toFixed(3)} ms CPU (node ${cell.node_ms.toFixed(3)})`,
      )
    }
    await api.stop()
    const wrong = (
      await verify(
        house.url,
        checks.filter(({ name }) => /^(activity|customers|collection):/.test(name)),
      )
    )
      .filter(({ ok }) => !ok)
      .map(({ check }) => check)
    const of = (read: (cell: Told) => number) => median(told.map(read))
    const batch_ratio = of(({ batch, copy }) => batch / copy)
    const single_cpu_ms = of((cell) => cell.single_cpu_ms)
    return {
      batch_ratio,
      indexed_ratio: of(({ batch, indexed }) => batch / indexed),
      single_cpu_ms,
      single_node_cpu_ms: of((cell) => cell.node_ms),
      batch_events_per_second: of(({ batch }) => batch * in_batch),
      copy_rows_per_second: of(({ copy }) => copy * in_batch),
      single_events_per_second: of(({ single }) => single),
      single_p99_ms: of((cell) => cell.p99_ms),
      alone_p50_ms: of((cell) => cell.alone_p50_ms),
      wanted,
      met: batch_ratio >= wanted.batch_ratio && single_cpu_ms <= wanted.single_cpu_ms,
      rounds,
      seconds,
      wrong,
    }
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function register(house: House): Promise<void> {
  const members = Array.from({ length: signed_in }, (_, at) => ({ family_name: '会員', external_id: `member-${at}` }))
  for (let at = 0; at < members.length; at += 500)
    await transaction(house.db, system, (tx) => registerMany(tx, system, members.slice(at, at + 500)))
}

async function written(house: House): Promise<number> {
  const { n } = await transaction(house.db, system, (tx) =>
    only<{ n: number }>(tx, sql`select count(*) as n from collection.message`),
  )
  return n
}

/** What a shop's site sends of a person; its message has a number of its own each time it is sent. */
function event(at: number) {
  const signed = at < signed_in ? { userId: `member-${at}` } : {}
  return {
    type: 'track',
    event: 'Product Viewed',
    messageId: own_number,
    anonymousId: `browser-${at}-5a1c9e7f`,
    ...signed,
    timestamp: new Date(Date.now() - (at % 1000)).toISOString(),
    properties: {
      product_id: `P-${at % 500}`,
      sku: `SKU-${at % 500}`,
      name: '洗いざらし麻シャツ',
      price: 2990,
      quantity: 1,
      currency: 'JPY',
      category: '衣料',
      url: 'https://shop.example/products/linen-shirt',
    },
    context: {
      library: { name: '@segment/analytics-node', version: '3.1.0' },
      page: { path: '/products/linen-shirt', title: '麻シャツ' },
      locale: 'ja-JP',
    },
  }
}

function asBatches(): Asking[] {
  return Array.from({ length: people / in_batch }, (_, page) => ({
    method: 'POST',
    path: '/v1/batch',
    body: JSON.stringify({
      batch: Array.from({ length: in_batch }, (_, at) => event(page * in_batch + at)),
      sentAt: new Date().toISOString(),
    }),
  }))
}

/** COPY of 100 such rows a transaction: into a bare table, and into one with the indexes of the timeline. */
async function lay(house: House, folder: string): Promise<{ bare: string; indexed: string }> {
  await house.owner.pool.query(`create schema bench;
    create table bench.bare (like activity.event);
    create table bench.indexed (like activity.event);
    create index on bench.indexed (profile_id, occurred_at, event_id);
    create index on bench.indexed (received_at, event_id)`)
  const now = new Date().toISOString()
  const lines = Array.from({ length: in_batch }, (_, at) => {
    const payload = JSON.stringify(event(at)).replaceAll('"', '""')
    return `${randomUUID()},${now},${randomUUID()},Product Viewed,bench,web,,,,,api,bench,"${payload}",,${now}`
  })
  const rows = join(folder, 'rows.csv')
  writeFileSync(rows, `${lines.join('\n')}\n`)
  const script = (table: string) => {
    const file = join(folder, `${table}.sql`)
    writeFileSync(file, `copy bench.${table} from '${rows}' csv;\n`)
    return file
  }
  return { bare: script('bare'), indexed: script('indexed') }
}

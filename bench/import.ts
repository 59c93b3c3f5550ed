/**
 * Import: purchase lines of a file as `engawa import` brings them (read, converted, matched with goods and members, priced,
 * taxed, booked with points and timeline, every batch durable), beside PostgreSQL's own COPY of the same file into a bare table.
 * And 10,000 receipts by the API: from the first byte sent to the last receipt booked by a worker.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seedTax } from '../src/catalog/catalog.ts'
import { system } from '../src/core/actor.ts'
import { transaction } from '../src/core/database.ts'
import { importFile, type Resource } from '../src/integrations/integrations.ts'
import { verify } from '../src/verify.ts'
import { startEngawa } from '../town/processes.ts'
import { cpuSeconds, median } from './cpu.ts'
import { type House, openHouse } from './house.ts'
import { apiKey } from './seed.ts'

const products = 2_000
const members = 5_000
const places = 10
const receipts = 10_000
const year_ms = 365 * 86_400_000
const first_ms = Date.parse('2025-01-01T00:00:00+09:00')

const map = `source: bench
products: { fields: { external_id: id, name: name, price_yen: price, tax_category: tax } }
customers: { fields: { external_id: id, name: name, phone: phone } }
purchases:
  fields: { order: order, line: line, placed_at: at, place: place, customer: customer, product: product, quantity: quantity, amount_yen: amount }
  points: { rate_num: 1, rate_den: 100, expiry_from: import }
receipts:
  fields: { order: order, placed_at: at, place: place, customer: customer, amount_yen: amount, reduced_yen: reduced }
`
const bare = `create schema bench; create table bench.line (order_no text, line integer, at timestamptz, place text, customer text, product text, quantity integer, amount integer)`

export type Options = { rounds: number; lines: number; say(line: string): void }
type Cell = { lines_per_second: number; copy_per_second: number; cpu_ms: number; node_ms: number }

/** Run the import bench: each round a file of its own into the same house, COPY of the same file beside it. */
export async function imports({ rounds, lines, say }: Options) {
  const house = await openHouse()
  const folder = mkdtempSync(join(tmpdir(), 'engawa-import-bench-'))
  // The server runs as another user, who reads the same file.
  chmodSync(folder, 0o755)
  try {
    await house.owner.pool.query(bare)
    await transaction(house.db, system, seedTax)
    await bring(house, 'products', write(folder, 'products', goods()))
    await bring(house, 'customers', write(folder, 'customers', people()))
    const cells: Cell[] = []
    for (let round = 1; round <= rounds; round++) {
      const file = write(folder, `lines-${round}`, sales(round, lines))
      const cell = { ...(await ours(house, file)), ...(await copied(house, file, lines)) }
      cells.push(cell)
      say(
        `round ${round}: ${cell.lines_per_second.toFixed(0)} lines/s, ${cell.cpu_ms.toFixed(2)} ms CPU a line, COPY ${cell.copy_per_second.toFixed(0)} lines/s`,
      )
    }
    const receipts_seconds = await byApi(house, write(folder, 'receipts', totals()))
    const wrong = (await verify(house.url)).filter(({ ok }) => !ok).map(({ check }) => check)
    const of = (read: (cell: Cell) => number) => median(cells.map(read))
    return {
      ratio: of(({ lines_per_second, copy_per_second }) => lines_per_second / copy_per_second),
      lines_per_second: of((cell) => cell.lines_per_second),
      copy_lines_per_second: of((cell) => cell.copy_per_second),
      cpu_ms_per_line: of((cell) => cell.cpu_ms),
      node_cpu_ms_per_line: of((cell) => cell.node_ms),
      receipts,
      receipts_seconds,
      lines,
      rounds,
      wrong,
    }
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ours(house: House, file: string) {
  const before = { node: process.cpuUsage(), postgres: cpuSeconds(house.postgres_pid), at: performance.now() }
  const { rows_written } = await bring(house, 'purchases', file)
  const seconds = (performance.now() - before.at) / 1000
  const node = process.cpuUsage(before.node)
  const node_ms = (node.user + node.system) / 1000 / rows_written
  const postgres_ms = ((cpuSeconds(house.postgres_pid) - before.postgres) * 1000) / rows_written
  return { lines_per_second: rows_written / seconds, node_ms, cpu_ms: node_ms + postgres_ms }
}

async function copied(house: House, file: string, lines: number) {
  const began = performance.now()
  await house.owner.pool.query(`copy bench.line from '${file}' csv header`)
  return { copy_per_second: (lines * 1000) / (performance.now() - began) }
}

// What was refused was not brought: a run with refusals does not count.
async function bring(house: House, resource: Resource, file: string) {
  const report = await importFile(house.db, system, { resource, file, map: { text: map } })
  if (report.rows_refused > 0) throw new Error(`rows were refused: ${JSON.stringify(report.reasons)}`)
  return report
}

/** Seconds from sending the file to its last receipt booked: API and worker in processes of their own. */
async function byApi(house: House, file: string): Promise<number> {
  const api = await house.api()
  const worker = await startEngawa(house.url, 'worker', { ENGAWA_KEY: house.key })
  const headers = { authorization: `Bearer ${await apiKey(house, ['imports'])}` }
  const json = { ...headers, 'content-type': 'application/json' }
  const ask = async (method: string, path: string, head: Record<string, string>, body?: string | Buffer) => {
    const answer = await fetch(`${api.url}/v1/integrations${path}`, {
      method,
      headers: method === 'POST' ? { ...head, 'idempotency-key': randomUUID() } : head,
      ...(body !== undefined && { body: body as string }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { upload_id: string; import_id: string; work: string | null; rows_written: number }
  }
  try {
    const bytes = readFileSync(file)
    const began = performance.now()
    const { upload_id } = await ask('POST', '/uploads', json, JSON.stringify({ file_name: 'receipts.csv' }))
    const upload = `/uploads/${upload_id}`
    await ask('PUT', `${upload}/content`, { ...headers, 'content-type': 'application/octet-stream' }, bytes)
    await ask('PUT', `${upload}/plan`, json, JSON.stringify({ resource: 'receipts', map }))
    const { import_id } = await ask('POST', '/imports', json, JSON.stringify({ upload_id }))
    for (;;) {
      const { work, rows_written } = await ask('GET', `/imports/${import_id}`, headers)
      if (work === null && rows_written !== receipts) throw new Error(`${rows_written} of ${receipts} were booked`)
      if (work === null) return (performance.now() - began) / 1000
      await pause(100)
    }
  } finally {
    await worker.stop()
    await api.stop()
  }
}

function write(folder: string, name: string, rows: readonly string[]): string {
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, `${rows.join('\n')}\n`)
  return file
}

function goods(): string[] {
  const rows = range(products).map(
    (at) => `P${at},商品${at},${100 + ((at * 37) % 3_900)},${at % 3 ? 'food' : 'standard'}`,
  )
  return ['id,name,price,tax', ...rows]
}

function people(): string[] {
  return ['id,name,phone', ...range(members).map((at) => `M${at},会員 ${at},`)]
}

/** One to three lines an order, a fifth of them walk-ins, over a year at ten shops. */
function sales(round: number, lines: number): string[] {
  const rows = ['order,line,at,place,customer,product,quantity,amount']
  for (let order = 0; rows.length <= lines; order++)
    for (let line = 0; line <= order % 3 && rows.length <= lines; line++) {
      const quantity = 1 + ((order + line) % 3)
      const amount = quantity * (100 + ((order * 53 + line * 7) % 2_900))
      rows.push(
        `${round}-${order},${line},${at(order)},S${order % places},${who(order)},P${(order * 7 + line * 13) % products},${quantity},${amount}`,
      )
    }
  return rows
}

function totals(): string[] {
  const rows = range(receipts).map((order) => {
    const amount = 300 + ((order * 91) % 9_000)
    return `R-${order},${at(order)},S${order % places},${who(order)},${amount},${Math.floor(amount / 2)}`
  })
  return ['order,at,place,customer,amount,reduced', ...rows]
}

function at(order: number): string {
  return new Date(first_ms + ((order * 7_919_000) % year_ms)).toISOString()
}

function who(order: number): string {
  return order % 5 === 0 ? '' : `M${(order * 31) % members}`
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

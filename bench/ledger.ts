/**
 * Ledger: what the points of a sale write (a lot earned, points spent, two journals, every guard) against the fixed yardstick, in the
 * same rounds; and the statement of a member with 10,000 postings, its newest page and whole.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { system } from '../src/core/actor.ts'
import { sql, transaction } from '../src/core/database.ts'
import { id } from '../src/core/id.ts'
import { statement } from '../src/loyalty/loyalty.ts'
import { verify } from '../src/verify.ts'
import { cpuSeconds, median } from './cpu.ts'
import { type House, openHouse } from './house.ts'
import { byPgbench, type Cell } from './round.ts'
import { type Size, seed } from './seed.ts'

const wanted = { ratio: 0.7, statement_ms: 50 }
const connections = 32
const entries = 5_000

export async function ledger({
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
  say(`seeding ${size.customers} members, and one with ${2 * entries} postings`)
  const house = await openHouse()
  try {
    await seed(house, size)
    await house.owner.pool.query(readFileSync(join(import.meta.dirname, 'reference-schema.sql'), 'utf8'))
    const member = await saver(house)
    await house.owner.pool.query('vacuum analyze')
    await house.owner.pool.query('checkpoint')
    const many = { connections, seconds }
    const script = join(import.meta.dirname, 'ledger.sql')
    const yardstick = join(import.meta.dirname, 'reference.sql')
    await byPgbench(house, script, { connections, seconds: 2 })
    const told: { reference: Cell; ledger: Cell; page: Read; whole: Read }[] = []
    for (let round = 1; round <= rounds; round++) {
      const cells = {
        reference: await byPgbench(house, yardstick, many),
        ledger: await byPgbench(house, script, many),
        page: await read(house, member, 50),
        whole: await read(house, member, entries),
      }
      told.push(cells)
      const { ledger: ours, reference: theirs, page, whole } = cells
      say(
        `round ${round}: ledger ${Math.round(ours.per_second)}/s ${ours.cpu_ms.toFixed(2)} ms, reference ${Math.round(theirs.per_second)}/s ${theirs.cpu_ms.toFixed(2)} ms, page ${page.wall_ms.toFixed(1)} ms, whole ${whole.wall_ms.toFixed(1)} ms`,
      )
    }
    const of = (figure: (cells: (typeof told)[number]) => number) => median(told.map(figure))
    const ratio = of((cells) => cells.ledger.per_second / cells.reference.per_second)
    const statement_ms = of(({ whole }) => whole.wall_ms)
    const statement_cpu_ms = of(({ whole }) => whole.cpu_ms)
    const findings = await verify(house.url)
    return {
      ratio,
      cpu_ratio: of((cells) => cells.ledger.cpu_ms / cells.reference.cpu_ms),
      cpu_ms: of((cells) => cells.ledger.cpu_ms),
      reference_cpu_ms: of((cells) => cells.reference.cpu_ms),
      per_second: of((cells) => cells.ledger.per_second),
      statement_ms,
      statement_cpu_ms,
      page_ms: of(({ page }) => page.wall_ms),
      page_cpu_ms: of(({ page }) => page.cpu_ms),
      postings: 2 * entries,
      wanted_ratio: wanted.ratio,
      wanted_statement_ms: wanted.statement_ms,
      wrong: findings.filter(({ ok, check }) => !ok && check.startsWith('loyalty: ')).map(({ check }) => check),
      met: ratio >= wanted.ratio && statement_ms <= wanted.statement_ms && statement_cpu_ms <= wanted.statement_ms,
      rounds,
      seconds,
    }
  } finally {
    await house.close()
  }
}

type Read = { wall_ms: number; cpu_ms: number }

// Many times: a tick of /proc is ten milliseconds.
async function read(house: House, member: string, limit: number): Promise<Read> {
  const times = 40
  const node = process.cpuUsage()
  const postgres = cpuSeconds(house.postgres_pid)
  const walls: number[] = []
  for (let time = 0; time < times; time++) {
    const started = performance.now()
    const items = await transaction(house.db, system, (tx) => statement(tx, [member], null, limit))
    walls.push(performance.now() - started)
    if (items.length !== limit) throw new Error(`the statement has ${items.length} entries, not ${limit}`)
  }
  const { user, system: kernel } = process.cpuUsage(node)
  const cpu_ms = ((user + kernel) / 1000 + (cpuSeconds(house.postgres_pid) - postgres) * 1000) / times
  return { wall_ms: median(walls), cpu_ms }
}

/** A member who earned and spent for years, all of it by the ledger's own functions. */
async function saver(house: House): Promise<string> {
  const member = id()
  await house.owner.query(sql`
    select loyalty.earn(${member}, 'points', 10, 'available', gen_random_uuid(), gen_random_uuid(), 'earn', 'order', m.sale, null, m.at::date, m.at,
        m.at + interval '20 years', 'retailer', 'system', 'bench'),
      loyalty.draw(${member}, array[${member}::uuid], 'points', 10, 'use', gen_random_uuid(), m.sale, null, m.at::date, m.at + interval '1 minute', m.at, 'system', 'bench')
    from (select gen_random_uuid() as sale, timestamptz '2016-01-01' + n * interval '1 day' as at from generate_series(1, ${entries / 2}) n) m`)
  return member
}

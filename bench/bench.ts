/** The measurements by name, each with its sizes and what is wanted of it. */
import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { checkout } from './checkout.ts'
import { collect } from './collect.ts'
import { faces } from './faces.ts'
import { flash } from './flash.ts'
import { imports } from './import.ts'
import { ledger } from './ledger.ts'
import { link } from './link.ts'
import { price } from './price.ts'
import { processes } from './processes.ts'
import { profile } from './profile.ts'
import { reaction } from './reaction.ts'
import { read } from './read.ts'
import { segments } from './segments.ts'
import { town } from './town.ts'

export type Settings = {
  seconds?: number
  rounds?: number
  shoppers?: number
  days?: number
  lines?: number
  records?: number
  customers?: number
  events?: number
  say(line: string): void
}
export const names = [
  'checkout',
  'profile',
  'read',
  'flash',
  'reaction',
  'processes',
  'town',
  'import',
  'collect',
  'faces',
  'link',
  'price',
  'segments',
  'ledger',
] as const
export type Name = (typeof names)[number]

const small = { products: 1_000, customers: 10_000, history: 30_000 }
const large = { products: 10_000, customers: 100_000, history: 300_000 }

/** Run one measurement on a database of its own, thrown away afterwards. */
export async function bench(
  name: Name,
  {
    seconds = 5,
    rounds = 5,
    shoppers = 160,
    days = 30,
    lines = 30_000,
    records = 50_000,
    customers = 50_000,
    events = 1_000_000,
    say,
  }: Settings,
) {
  const load_before = loadavg()[0]
  const result = await measure(name, { seconds, rounds, shoppers, days, lines, records, customers, events, say })
  const [processor] = cpus()
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    version: string
  }
  const machine = {
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    load_before,
    load_after: loadavg()[0],
  }
  return { bench: name, ...rounded(result), engawa: version, node: process.version, ...machine }
}

function measure(name: Name, settings: Required<Settings>) {
  if (name === 'checkout') return checkout({ ...settings, small, large })
  if (name === 'flash') return flash({ ...settings, size: { ...small, history: 3_000 }, buyers: 1_000, pieces: 100 })
  if (name === 'profile') return profile({ ...settings, size: small })
  if (name === 'processes') return processes({ ...settings, size: small })
  if (name === 'reaction') return reaction(settings)
  if (name === 'town') return town(settings)
  if (name === 'import') return imports(settings)
  if (name === 'price') return price(settings)
  if (name === 'collect') return collect(settings)
  if (name === 'faces') return faces(settings)
  if (name === 'link') return link(settings)
  if (name === 'segments') return segments(settings)
  if (name === 'ledger') return ledger({ ...settings, size: small })
  return read({ ...settings, size: { ...small, products: 10_000 } })
}

// Four digits say all that a measurement knows.
function rounded<Result extends object>(result: Result): Result {
  const entries = Object.entries(result).map(([key, value]) => [
    key,
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  ])
  return Object.fromEntries(entries) as Result
}

/**
 * How rightly `engawa link` finds people: pairwise precision, recall and F1 over all true pairs at the one usual threshold, on the
 * data beside the checkout; and what it costs on invented lists of growing length.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { guessColumns, link as linkTable, takeApart } from '#customers/customers'
import { people } from './people.ts'

const data = join(import.meta.dirname, '../../shared/data')

export type Score = { precision: number; recall: number; f1: number }
type Table = { header: string[]; rows: string[][] }

/** Scores by data set (none of the sets that are not there), and CPU seconds for `records` invented records and a quarter of them. */
export function link({ records, say }: { records: number; say(line: string): void }) {
  const scores = existsSync(data) ? scored(say) : undefined
  if (!scores) say(`the data (${data}) is not beside this checkout: only the invented lists are measured`)
  const quarter = costOf(Math.floor(records / 4), say)
  const whole = costOf(records, say)
  return {
    ...scores,
    records,
    cpu_seconds: whole.cpu_seconds,
    growth: whole.cpu_seconds / quarter.cpu_seconds,
    invented: whole.score,
  }
}

const half = (which: number) => (person: string) => (createHash('sha256').update(person).digest()[0] ?? 0) % 2 === which
const key = Buffer.from('a key only for measuring, long enough')
const ja = 'ja_identity/ja_customers_dev'
const sets: Record<string, () => Score | number> = {
  // The half by which it was made, and the half nobody looked at.
  ja_seen: () => score(ja, { only: half(0) }),
  ja_unseen: () => score(ja, { only: half(1) }),
  ja_whole: () => score(ja),
  febrl1: () => score('febrl/febrl1'),
  febrl2: () => score('febrl/febrl2'),
  febrl1_without_number: () => score('febrl/febrl1', { without: 'soc_sec_id' }),
  febrl2_without_number: () => score('febrl/febrl2', { without: 'soc_sec_id' }),
  fake_1000: () => score('fake_1000/fake_1000'),
  addresses_exact: addresses,
  // What is lost when only keyed hashes are compared.
  ja_unseen_keyed: () => score(ja, { only: half(1), key }),
  febrl2_keyed: () => score('febrl/febrl2', { key }),
  febrl2_without_number_keyed: () => score('febrl/febrl2', { without: 'soc_sec_id', key }),
  fake_1000_keyed: () => score('fake_1000/fake_1000', { key }),
}

/** F1 (or the share of exact addresses) of some of the data sets by name. */
export function measured(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    names.map((name) => {
      const result = sets[name]?.() ?? Number.NaN
      return [name, typeof result === 'number' ? result : result.f1]
    }),
  )
}

function scored(say: (line: string) => void) {
  return Object.fromEntries(
    Object.entries(sets).map(([name, measure]) => {
      const result = measure()
      say(`${name}: ${JSON.stringify(result)}`)
      return [name, result]
    }),
  )
}

function read(name: string): Table {
  const [header = [], ...rows] = parse(readFileSync(join(data, name), 'utf8')) as string[][]
  return { header, rows }
}

type Choice = { only?: (person: string) => boolean; without?: string; key?: Uint8Array }
function score(name: string, { only, without, key }: Choice = {}): Score {
  const truth = new Map(read(`${name}_truth_clusters.csv`).rows as [string, string][])
  const personOf = ([id = '']: readonly string[]) => truth.get(id) as string
  const { header, rows: all } = read(`${name}.csv`)
  const rows = only ? all.filter((row) => only(personOf(row))) : all
  const columns = guessColumns(header, rows, without ? { [without]: 'ignore' } : {})
  return compared(linkTable(columns, rows, { key }).clusters, rows.map(personOf))
}

/** Precision, recall and F1 over the pairs of records that are truly one person. */
export function compared(clusters: ArrayLike<unknown>, truth: readonly (string | number)[]): Score {
  const found = pairsOf(Array.from(clusters, String))
  const wanted = pairsOf(truth.map(String))
  const right = pairsOf(truth.map((person, record) => `${person} ${clusters[record]}`))
  return { precision: right / found, recall: right / wanted, f1: (2 * right) / (found + wanted) }
}

function pairsOf(groups: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

// The answers say 番地号, or, for towns their register has no numbers of, put them with what is left.
function addresses(): number {
  const rows = parse(readFileSync(join(data, 'ja_identity/address_cases_dev.csv'), 'utf8'), {
    columns: true,
  }) as Record<string, string>[]
  const right = rows.filter((row) => {
    const found = takeApart(row.住所 ?? '')
    const numbers = row.番地号 || (/^[\d-]+/.exec(row.その他 ?? '')?.[0] ?? '')
    const wide = (text: string) => text.normalize('NFKC')
    return (
      found.prefecture === row.都道府県 &&
      found.city === row.市区町村 &&
      wide(found.town) === wide(row.町字 ?? '') &&
      found.numbers === wide(numbers)
    )
  })
  return right.length / rows.length
}

function costOf(records: number, say: (line: string) => void): { cpu_seconds: number; score: Score } {
  const { header, rows, truth } = people(records)
  const before = process.cpuUsage()
  const { clusters } = linkTable(guessColumns(header, rows), rows)
  const { user, system } = process.cpuUsage(before)
  const cpu_seconds = (user + system) / 1e6
  say(`${records} records: ${cpu_seconds.toFixed(1)} CPU seconds`)
  return { cpu_seconds, score: compared(clusters, truth) }
}

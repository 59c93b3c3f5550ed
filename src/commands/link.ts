import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Command, options } from '#commands/command'
import { openHouse } from '#commands/house'
import { csvLine } from '#core/csv'
import { refuse } from '#core/problem'
import {
  type Column,
  guessColumns,
  kinds,
  type Linked,
  link as linkTable,
  pairUp,
  usual_threshold,
} from '#customers/customers'
import { tableOf } from '#integrations/integrations'

const summary = {
  ja: '顧客リスト（CSV など）の同じ人の行をまとめます。正解データは使わず、ファイル自身から学びます。',
  en: 'Find the rows of a customer list that are the same person, learning from the file itself and from no known answer.',
}
const usage = `FILE [--out clusters.csv] [--pairs pairs.csv] [--threshold P] [--map COLUMN=KIND …] [--id COLUMN] [--keyed] [--english] [--json]
--house [--data folder] [--json]

  FILE            CSV, TSV or NDJSON with a header, Japanese or not, in any order; UTF-8 or Shift_JIS, packed (.gz) or not
  --out FILE      write record_id,cluster_id
  --pairs FILE    write every possible pair with its probability and what each field said, in bits
  --threshold P   join from this probability on (default ${usual_threshold}); a shop that merges unseen takes 0.95
  --map COL=KIND  what a column holds, where the guess (always shown) is wrong; may be given several times:
                  ${kinds.join(', ')}
  --id COLUMN     the column that names a record (default: guessed; without one, the number of the row)
  --keyed         hash every value under a key first and link by equal hashes alone: what two houses could do without showing
                  each other a name; what it costs is in docs/operations/bench.md
  --english       words of --pairs in English
  --json          tell mapping, counts and seconds as JSON

  --house         look through the house's own customers instead: who may be one person waits at the console
                  (顧客 › 同じ方かもしれない組), from the likeness set in customers.pairing; run it nightly
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)

  Of a file nothing is stored and nothing leaves this machine. The files written hold people's data: they are made readable by you alone.`

export const link: Command = {
  summary,
  async run(args) {
    const { values, positionals } = options(
      args,
      { name: 'link', summary, usage },
      {
        out: { type: 'string' },
        pairs: { type: 'string' },
        threshold: { type: 'string' },
        map: { type: 'string', multiple: true },
        id: { type: 'string' },
        encoding: { type: 'string' },
        keyed: { type: 'boolean' },
        english: { type: 'boolean' },
        house: { type: 'boolean' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    if (values.house) return ourOwn(values.data, values.json ?? false)
    const path = positionals[0]
    if (!path)
      return refuse('customers.link_file', 400, 'ファイルを指定してください。', 'Say which file.', { field: 'file' })
    const threshold = thresholdOf(values.threshold)
    const { header, rows } = await tableOf(path, values.encoding)
    const columns = guessColumns(header, rows, said(values.map ?? [], values.id))
    if (!values.json) showColumns(columns)
    const since = performance.now()
    const linked = linkTable(columns, rows, { threshold, key: values.keyed ? randomBytes(32) : undefined })
    const seconds = Math.round((performance.now() - since) / 10) / 100
    const name = namer(columns, rows)
    const language = values.english ? 'en' : 'ja'
    if (values.out) await write(values.out, clusterLines(linked, name))
    if (values.pairs) await write(values.pairs, pairLines(linked, name, language))
    const clusters = new Set(linked.clusters).size
    const report = {
      records: rows.length,
      clusters,
      linked_pairs: linked.pairs.filter(({ linked }) => linked).length,
      possible_pairs: linked.pairs.filter(({ linked }) => !linked).length,
      compared_pairs: linked.compared,
      threshold,
      keyed: values.keyed ?? false,
      seconds,
      columns,
    }
    console.log(
      values.json
        ? JSON.stringify(report)
        : `${rows.length.toLocaleString('en-US')}行 → ${clusters.toLocaleString('en-US')}人 (records → people), ${seconds} s\n` +
            `同じ人とした組 (pairs joined) ${report.linked_pairs}、見直したい組 (pairs to look at) ${report.possible_pairs}`,
    )
  },
}

async function ourOwn(data: string | undefined, json: boolean): Promise<void> {
  const house = await openHouse(data, 'engawa link')
  try {
    const paired = await pairUp(house.db)
    console.log(
      json
        ? JSON.stringify(paired)
        : `${paired.people.toLocaleString('en-US')}件 (records): 確認待ちの組 (pairs to look at) ${paired.proposed - paired.merged}、統合 (merged) ${paired.merged}`,
    )
  } finally {
    await house.close()
  }
}

function thresholdOf(text: string | undefined): number {
  const threshold = text === undefined ? usual_threshold : Number(text)
  if (!(threshold > 0 && threshold < 1))
    refuse(
      'customers.link_threshold',
      400,
      '--threshold は0と1のあいだの数です。',
      '--threshold lies between 0 and 1.',
      {
        field: 'threshold',
      },
    )
  return threshold
}

function said(maps: readonly string[], id: string | undefined): Record<string, string> {
  const pairs = maps.map((text) => {
    const at = text.lastIndexOf('=')
    return [text.slice(0, at), text.slice(at + 1)] as const
  })
  return { ...Object.fromEntries(pairs), ...(id !== undefined && { [id]: 'id' }) }
}

function showColumns(columns: readonly Column[]): void {
  const because = { name: '列名から (by name)', values: '値から (by values)', said: '指定 (as said)' }
  for (const column of columns) console.log(`${column.header}  →  ${column.kind}  ${because[column.because]}`)
}

function namer(columns: readonly Column[], rows: readonly (readonly string[])[]): (record: number) => string {
  const at = columns.findIndex(({ kind }) => kind === 'id')
  return (record) => (at < 0 ? String(record + 1) : (rows[record]?.[at] ?? ''))
}

function* clusterLines({ clusters }: Linked, name: (record: number) => string): Generator<string> {
  yield csvLine(['record_id', 'cluster_id'])
  for (const [record, cluster] of clusters.entries()) yield csvLine([name(record), name(cluster)])
}

function* pairLines(linked: Linked, name: (record: number) => string, language: 'ja' | 'en'): Generator<string> {
  const fields = linked.model.fields.map((field) => field.name[language])
  yield csvLine(['id_a', 'id_b', 'probability', 'linked', ...fields])
  for (const { a, b, probability, linked: joined } of linked.pairs) {
    const told = new Map(linked.reasons(a, b).map((reason) => [reason.field[language], reason]))
    const words = fields.map((field) => {
      const reason = told.get(field)
      return reason ? `${reason.level[language]} (${reason.bits >= 0 ? '+' : ''}${reason.bits.toFixed(1)})` : ''
    })
    yield csvLine([name(a), name(b), Number(probability.toFixed(4)), joined, ...words])
  }
}

async function write(path: string, lines: Iterable<string>): Promise<void> {
  try {
    await pipeline(lines, createWriteStream(path, { mode: 0o600 }))
  } catch {
    refuse('customers.link_out', 400, `${path} に書き込めません。`, `${path} cannot be written.`, { field: 'out' })
  }
}

import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { SingleBar } from 'cli-progress'
import { type Command, options } from '#commands/command'
import { showGuess, showList, showStatus, takeBack, toldGuess } from '#commands/import-looks'
import type { Actor } from '#core/actor'
import { attachShared, defaultFolder } from '#core/attach'
import { open, type Pool } from '#core/database'
import { confirmKey, loadKey } from '#core/key'
import { migrate } from '#core/migrate'
import { refuse } from '#core/problem'
import { onStop } from '#core/stop'
import { layFoundation } from '#foundation'
import {
  guessFile,
  importFile,
  type Policy,
  policies,
  type Report,
  type Resource,
  resources,
  shippedMap,
  sourceOf,
} from '#integrations/integrations'
import { rooms } from '#rooms'

const summary = {
  ja: 'ほかのシステムのファイル（CSV、TSV、NDJSON）から商品・価格・在庫・顧客・カード・ポイント・購買履歴を取り込みます。',
  en: 'Import products, prices, stock, customers, cards, points or purchases from another system’s files (CSV, TSV, NDJSON).',
}
const usage = `RESOURCE FILE… --map MAP.yml [--dry-run] [--on-conflict keep|replace|merge|fail] [--errors FILE] [--data folder] [--json]
       engawa import guess FILE [--resource RESOURCE] [--write-map MAP.yml]
       engawa import list · engawa import status ID · engawa import undo ID

  RESOURCE        products, prices, stock, customers, cards (with PIN), points (opening balances), purchases, receipts, postal
  --map MAP.yml   which column is which field (a file, or the name of one in maps/: smaregi, shopify, crosspoint, completejourney);
                  without one the map is guessed, shown, and used only with --guess
  --guess         use the guessed map as it is
  --preview       show the guess, its confidence and some values, and what a dry run with it says; write nothing
  --write-map F   write the guessed map there, to be looked over and used with --map
  --source NAME   the name of the system, for guessed maps (default: from the file's name)
  --dry-run       read and check everything, show the first rows, write nothing
  --on-conflict   what is there already: keep it, replace it by the row, merge (fill what is empty), or fail the row
  --errors FILE   write refused rows there: row, field, reason (with several files: FILE.1.csv, FILE.2.csv …)
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print the summary as JSON

  UTF-8 and Shift_JIS, packed (.gz) or not. Stopped at any moment, the same command goes on where it stood;
  a file that was imported before changes nothing. undo takes back what an import brought and nothing else: what was used
  since is kept and told. Exit code 1 when rows were refused on a dry run, or an undo had to keep something.`

const importer: Actor = { kind: 'system', id: 'engawa import' }

export const importCommand: Command = {
  summary,
  async run(args) {
    const { values, positionals } = options(
      args,
      { name: 'import', summary, usage },
      {
        map: { type: 'string' },
        guess: { type: 'boolean' },
        preview: { type: 'boolean' },
        'write-map': { type: 'string' },
        resource: { type: 'string' },
        source: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'on-conflict': { type: 'string' },
        errors: { type: 'string' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    const [what, ...rest] = positionals
    if (what === 'guess') return showGuess(rest[0], resourceOf(values.resource), values)
    if (what === 'list') return within(values.data, (db) => showList(db, values.json))
    if (what === 'status') return within(values.data, (db) => showStatus(db, idOf(rest[0]), values.json))
    if (what === 'undo') return within(values.data, (db) => takeBack(db, idOf(rest[0]), values.json))
    const resource = resourceOf(what)
    if (!resource)
      return refuse(
        'integrations.resource',
        400,
        `何を取り込むか（${resources.join('・')}）を指定してください。`,
        `Say what to import: ${resources.join(', ')}.`,
      )
    if (rest.length === 0)
      refuse('integrations.file_needed', 400, '取り込むファイルを指定してください。', 'Name the file to import.')
    const map = values.map ?? (resource === 'postal' ? 'postal' : undefined)
    if (!map && !values.guess && !values.preview) {
      await showGuess(rest[0], resource, values)
      console.error(
        '取り込みには --map（または --guess）が必要です。 To import, name a map with --map, or say --guess.',
      )
      process.exitCode = 1
      return
    }
    await within(values.data, (db) => importFiles(db, resource, rest, { ...values, map }))
  },
}

type Values = {
  map?: string | undefined
  preview?: boolean | undefined
  source?: string | undefined
  'write-map'?: string | undefined
  'dry-run'?: boolean | undefined
  'on-conflict'?: string | undefined
  errors?: string | undefined
  json?: boolean | undefined
}

async function importFiles(db: Pool, resource: Resource, files: readonly string[], values: Values): Promise<void> {
  await layFoundation(db)
  const on_conflict = policyOf(values['on-conflict'])
  const dry_run = values['dry-run'] || values.preview
  const reports: Report[] = []
  for (const [at, file] of files.entries()) {
    const guess = values.map ? undefined : await guessFile(file, resource, values.source ?? sourceOf(file))
    if (guess && !values.json) console.log(toldGuess(guess))
    const errors =
      values.errors && files.length > 1 ? values.errors.replace(/(\.\w+)?$/, `.${at + 1}$1`) : values.errors
    const show = progress(basename(file), values.json)
    try {
      const report = await importFile(db, importer, {
        resource,
        file,
        map: guess ? { text: guess.map } : mapFile(values.map as string),
        errors,
        dry_run,
        on_conflict,
        onProgress: show.rows,
      })
      reports.push(report)
      show.end()
      if (!values.json) console.log(told(report, errors))
    } finally {
      show.end()
    }
  }
  if (values.json) console.log(JSON.stringify(files.length === 1 ? reports[0] : { imports: reports }))
  if (dry_run && reports.some((report) => report.rows_refused > 0)) process.exitCode = 1
}

/** Work with the database of this folder, brought to this version. */
async function within(data: string | undefined, work: (db: Pool) => Promise<void>): Promise<void> {
  const folder = process.env.DATABASE_URL ? undefined : (data ?? defaultFolder())
  const database = await attachShared(folder)
  onStop(() => database.stop())
  try {
    const key_from = loadKey({ url: database.url, ...(folder && { folder }) })
    await migrate(database.url, rooms)
    const db = open(database.url, { connections: 4, name: 'engawa import' })
    await confirmKey(db, key_from)
    await work(db)
    await db.close()
  } finally {
    await database.stop()
  }
}

function resourceOf(name: string | undefined): Resource | undefined {
  return resources.find((known) => known === name)
}

function policyOf(name: string | undefined): Policy | undefined {
  if (name === undefined) return undefined
  return (
    policies.find((known) => known === name) ??
    refuse(
      'integrations.policy',
      400,
      `--on-conflict は ${policies.join('・')} です。`,
      `--on-conflict is one of ${policies.join(', ')}.`,
      {
        field: 'on-conflict',
      },
    )
  )
}

function idOf(text: string | undefined): string {
  return text && /^[0-9a-f-]{36}$/.test(text)
    ? text
    : refuse(
        'integrations.no_import',
        404,
        '取り込みの ID を指定してください（engawa import list）。',
        'Name the import by its id (engawa import list).',
        {
          field: 'import_id',
        },
      )
}

function mapFile(name: string): string {
  return existsSync(name) ? name : (shippedMap(name) ?? name)
}

/** A bar where someone watches, silence elsewhere. */
function progress(file: string, quiet: boolean | undefined): { rows(done: number, of: number): void; end(): void } {
  if (quiet || !process.stderr.isTTY) return { rows: () => {}, end: () => {} }
  const bar = new SingleBar({
    format: `${file} {bar} {percentage}% {value}/{total} rows, {eta_formatted}`,
    hideCursor: true,
    stream: process.stderr,
  })
  let started = false
  return {
    rows(done, of) {
      if (!started) bar.start(of, 0)
      started = true
      bar.update(done)
    },
    end() {
      if (started) bar.stop()
      started = false
    },
  }
}

function told(report: Report, errors: string | undefined): string {
  const n = (count: number) => count.toLocaleString('en-US')
  const lines: string[] = []
  for (const { row, values } of report.first_rows ?? []) lines.push(`  ${row}: ${JSON.stringify(values)}`)
  const words = {
    new: ['取り込みました', 'imported'],
    resumed: ['続きから取り込みました', 'resumed and imported'],
    repeated: ['取り込み済みのファイルです', 'was imported before'],
    dry_run: ['確認のみ（書き込みなし）', 'checked only, nothing written'],
  }[report.state]
  lines.push(
    `${report.file}: ${words[0]} (${words[1]})`,
    `  ${n(report.rows_read)}行: 書き込み ${n(report.rows_written)}、済み ${n(report.rows_repeated)}、不可 ${n(report.rows_refused)}（${report.seconds}秒、毎秒${n(report.rows_per_second)}行）`,
    `  ${n(report.rows_read)} rows: ${n(report.rows_written)} written, ${n(report.rows_repeated)} repeated, ${n(report.rows_refused)} refused (${report.seconds} s, ${n(report.rows_per_second)} rows/s)`,
  )
  const made = Object.entries(report.made).filter(([, count]) => count > 0)
  if (made.length) lines.push(`  + ${made.map(([what, count]) => `${n(count)} ${what}`).join(', ')}`)
  for (const { field, reason, rows } of report.reasons.slice(0, 10))
    lines.push(`  ✗ ${n(rows)} × ${field}: ${reason.ja} ${reason.en}`)
  if (report.rows_refused > 0)
    lines.push(
      errors
        ? `  → ${errors}`
        : '  → --errors FILE で行ごとの理由を書き出せます。 --errors FILE lists them row by row.',
    )
  return lines.join('\n')
}

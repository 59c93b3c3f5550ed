import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { type Command, options } from '#commands/command'
import type { Actor } from '#core/actor'
import { attachShared, defaultFolder } from '#core/attach'
import { open } from '#core/database'
import { confirmKey, loadKey } from '#core/key'
import { migrate } from '#core/migrate'
import { refuse } from '#core/problem'
import { onStop } from '#core/stop'
import { layFoundation } from '#foundation'
import { importFile, type Report, type Resource, resources } from '#integrations/integrations'
import { rooms } from '#rooms'

const summary = {
  ja: '商品・顧客・購買履歴・郵便番号のファイル（CSV、TSV、NDJSON）を取り込みます。',
  en: 'Import files of products, customers, purchases or postal codes (CSV, TSV, NDJSON).',
}
const usage = `products|customers|purchases|postal FILE… --map MAP.yml [--dry-run] [--errors FILE] [--data folder] [--json]

  --map MAP.yml   which column is which field (a file, or the name of one in maps/: completejourney);
                  postal reads Japan Post's utf_ken_all.csv or KEN_ALL.CSV without one
  --dry-run       read and check everything, show the first rows, write nothing
  --errors FILE   write refused rows there: row, field, reason (with several files: FILE.1.csv, FILE.2.csv …)
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print the summary as JSON

  UTF-8 and Shift_JIS, packed (.gz) or not. Stopped at any moment, the same command goes on where it stood;
  a file that was imported before changes nothing. Exit code 1 when rows were refused on a dry run.`

const importer: Actor = { kind: 'system', id: 'engawa import' }

export const importCommand: Command = {
  summary,
  async run(args) {
    const { values, positionals } = options(
      args,
      { name: 'import', summary, usage },
      {
        map: { type: 'string' },
        'dry-run': { type: 'boolean' },
        errors: { type: 'string' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    const [resource, ...files] = positionals
    if (!resources.includes(resource as Resource)) {
      refuse(
        'integrations.resource',
        400,
        `何を取り込むか（${resources.join('・')}）を指定してください。`,
        `Say what to import: ${resources.join(', ')}.`,
      )
    }
    if (files.length === 0)
      refuse('integrations.file_needed', 400, '取り込むファイルを指定してください。', 'Name the file to import.')
    const map = values.map ?? (resource === 'postal' ? 'postal' : undefined)
    if (!map) refuse('integrations.map_needed', 400, '--map でマップを指定してください。', 'Name the map with --map.')
    const folder = process.env.DATABASE_URL ? undefined : (values.data ?? defaultFolder())
    const database = await attachShared(folder)
    onStop(() => database.stop())
    try {
      const key_from = loadKey({ url: database.url, ...(folder && { folder }) })
      await migrate(database.url, rooms)
      const db = open(database.url, { connections: 4, name: 'engawa import' })
      await confirmKey(db, key_from)
      await layFoundation(db)
      const reports: Report[] = []
      for (const [at, file] of files.entries()) {
        const errors =
          values.errors && files.length > 1 ? values.errors.replace(/(\.\w+)?$/, `.${at + 1}$1`) : values.errors
        const show = progress(basename(file), values.json)
        try {
          const report = await importFile(db, importer, {
            resource: resource as Resource,
            file,
            map: mapFile(map as string),
            errors,
            dry_run: values['dry-run'],
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
      if (values['dry-run'] && reports.some((report) => report.rows_refused > 0)) process.exitCode = 1
      await db.close()
    } finally {
      await database.stop()
    }
  },
}

function mapFile(name: string): string {
  const shipped = join(import.meta.dirname, '../../maps', `${name}.yml`)
  return !existsSync(name) && /^[\w-]+$/.test(name) && existsSync(shipped) ? shipped : name
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

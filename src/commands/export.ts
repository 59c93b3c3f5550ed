import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { type Command, options } from '#commands/command'
import type { Actor } from '#core/actor'
import { attachShared, defaultFolder } from '#core/attach'
import { open, type Pool } from '#core/database'
import { confirmKey, loadKey } from '#core/key'
import { migrate } from '#core/migrate'
import { refuse } from '#core/problem'
import { onStop } from '#core/stop'
import { encoder, type Format, formats, outgoing, pagesOf, resourceNamed } from '#integrations/integrations'
import { rooms } from '#rooms'

const summary = {
  ja: '商品・顧客・注文・ポイントなど、すべてのデータを NDJSON・CSV・Parquet で書き出します。',
  en: 'Write any resource (products, customers, orders, points …) as NDJSON, CSV or Parquet.',
}
const usage = `RESOURCE [--format ndjson|csv|parquet] [--since CURSOR] [--out FILE] [--shift-jis] [--data folder] [--json]

  --list          what can be written, with its columns
  --format        ndjson (default), csv (no cell is run as a formula), parquet
  --since CURSOR  go on behind the row an earlier export ended with; its cursor is told at the end
  --out FILE      write there instead of to standard output (0600: it may hold people's data)
  --shift-jis     CSV in Shift_JIS for older spreadsheets; letters it lacks become ? and are counted
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          tell rows, cursor and seconds as JSON on standard error`

const exporter: Actor = { kind: 'system', id: 'engawa export' }
const rows_a_page = 2_000

export const exportCommand: Command = {
  summary,
  async run(args) {
    const { values, positionals } = options(
      args,
      { name: 'export', summary, usage },
      {
        list: { type: 'boolean' },
        format: { type: 'string' },
        since: { type: 'string' },
        out: { type: 'string' },
        'shift-jis': { type: 'boolean' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    if (values.list) {
      for (const { resource, title, columns } of outgoing)
        console.log(`${resource}  ${title.ja} ${title.en}\n  ${Object.keys(columns).join(', ')}`)
      return
    }
    const what = resourceNamed(positionals[0] ?? '')
    const format = formatOf(values.format ?? 'ndjson', values['shift-jis'])
    const folder = process.env.DATABASE_URL ? undefined : (values.data ?? defaultFolder())
    const database = await attachShared(folder)
    onStop(() => database.stop())
    try {
      const key_from = loadKey({ url: database.url, ...(folder && { folder }) })
      await migrate(database.url, rooms)
      const db = open(database.url, { connections: 2, name: 'engawa export' })
      await confirmKey(db, key_from)
      const since = performance.now()
      const done = await write(db, what, format, values)
      const seconds = Math.round((performance.now() - since) / 10) / 100
      const report = { resource: what.resource, format, ...done, seconds }
      const { rows, cursor, lost_letters } = done
      console.error(
        values.json
          ? JSON.stringify(report)
          : `${what.resource}: ${rows.toLocaleString('en-US')}行 (rows), ${seconds} s${lost_letters ? `, Shift_JIS にない文字 ${lost_letters} (letters not in Shift_JIS)` : ''}\n  --since ${cursor ?? '–'}`,
      )
      await db.close()
    } finally {
      await database.stop()
    }
  },
}

function formatOf(text: string, shift_jis: boolean | undefined): Format {
  const format = formats.find((known) => known === text)
  if (!format)
    return refuse(
      'integrations.format',
      400,
      `--format は ${formats.join('・')} です。`,
      `--format is one of ${formats.join(', ')}.`,
      {
        field: 'format',
      },
    )
  if (shift_jis && format !== 'csv')
    refuse('integrations.shift_jis', 400, '--shift-jis は CSV だけで使えます。', '--shift-jis goes with CSV only.', {
      field: 'shift-jis',
    })
  return format
}

async function write(
  db: Pool,
  what: ReturnType<typeof resourceNamed>,
  format: Format,
  {
    since,
    out,
    'shift-jis': shift_jis,
  }: { since?: string | undefined; out?: string | undefined; 'shift-jis'?: boolean | undefined },
) {
  const file = encoder(what, format, { shift_jis })
  const to = out === undefined ? process.stdout : await opened(out)
  let rows = 0
  let cursor = since ?? null
  for await (const page of pagesOf(db, exporter, what, since, rows_a_page)) {
    rows += page.rows.length
    cursor = page.cursor
    if (!to.write(file.write(page.rows))) await once(to, 'drain')
  }
  to.write(file.end())
  if (to !== process.stdout) {
    to.end()
    await once(to, 'finish')
  }
  return { rows, cursor, lost_letters: file.lost() }
}

async function opened(path: string): Promise<WriteStream> {
  const to = createWriteStream(path, { mode: 0o600 })
  try {
    await once(to, 'open')
  } catch {
    refuse('integrations.out', 400, `${path} に書き込めません。`, `${path} cannot be written.`, { field: 'out' })
  }
  return to
}

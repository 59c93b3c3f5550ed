/** `engawa export`: every format, gone on with behind its cursor, safe in a spreadsheet, each order with its channel. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parquetReadObjects } from 'hyparquet'
import { seedTax } from '#catalog/catalog'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { importFile } from '#integrations/integrations'

const key = 'a key only for tests, long enough to be one'
const folder = mkdtempSync(join(tmpdir(), 'engawa-export-'))
const main = join(import.meta.dirname, '../main.ts')
const map = `source: till
purchases:
  fields: { order: no, placed_at: at, place: shop, product: goods, name: name, quantity: pieces, amount_yen: yen, channel: channel }
  unknown_product: keep
`
let base: TestDatabase
before(async () => {
  useKey(key)
  base = await testDatabase()
  await transaction(base.db, system, seedTax)
  const file = join(folder, 'sales.csv')
  writeFileSync(
    file,
    'no,at,shop,goods,name,pieces,yen,channel\n1,2024-05-01 10:00,=shop,A,=1+1,1,100,till\n2,2024-05-02 10:00,=shop,A,茶,2,200,ec\n3,2024-05-03 10:00,=shop,A,茶,1,100,line\n',
  )
  await importFile(base.db, system, { resource: 'purchases', file, map: { text: map } })
})
after(async () => {
  rmSync(folder, { recursive: true })
  await base.close()
})

function engawa(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'export', ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, DATABASE_URL: base.url, ENGAWA_KEY: key } },
  )
  return { status, stdout, stderr }
}
const told = (stderr: string) => JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { rows: number; cursor: string }

test('orders come as NDJSON, each with its channel, and what comes later follows behind the cursor', () => {
  const { status, stdout, stderr } = engawa('orders', '--json')
  assert.equal(status, 0, stderr)
  const channels = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { channel: string }).channel)
  assert.deepEqual(channels, ['till', 'ec', 'line'])
  const { rows, cursor } = told(stderr)
  assert.equal(rows, 3)
  const rest = engawa('orders', '--since', cursor, '--json')
  assert.deepEqual([rest.stdout, told(rest.stderr).rows], ['', 0])
})

test('no cell of a CSV runs as a formula, and a file written is its owner’s alone', () => {
  const { status, stderr } = engawa('order_lines', '--format', 'csv', '--out', 'lines.csv')
  assert.equal(status, 0, stderr)
  assert.match(readFileSync(join(folder, 'lines.csv'), 'utf8'), /"'=1\+1"/)
  assert.equal(statSync(join(folder, 'lines.csv')).mode & 0o777, 0o600)
})

test('Parquet holds the same rows', async () => {
  const { status, stderr } = engawa('orders', '--format', 'parquet', '--out', 'orders.parquet')
  assert.equal(status, 0, stderr)
  const bytes = readFileSync(join(folder, 'orders.parquet'))
  const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })
  assert.deepEqual(
    rows.map(({ channel }) => channel),
    ['till', 'ec', 'line'],
  )
})

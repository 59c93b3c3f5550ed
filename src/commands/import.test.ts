import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { makeApiKey } from '#access/access'
import { seedTax } from '#catalog/catalog'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { buildApp } from '#http'

const key = 'a key only for tests, long enough to be one'
const folder = mkdtempSync(join(tmpdir(), 'engawa-command-'))
const main = join(import.meta.dirname, '../main.ts')
let base: TestDatabase
let app: App
before(async () => {
  useKey(key)
  base = await testDatabase()
  app = await buildApp(base.db)
  await transaction(base.db, system, seedTax)
  writeFileSync(join(folder, 'a.csv'), 'id,name,jan\n1,りんご,\n2,みかん,123\n')
  writeFileSync(join(folder, 'b.csv'), 'id,name,jan\n3,ぶどう,\n')
  writeFileSync(
    join(folder, 'map.yml'),
    'source: till\nproducts:\n  fields: { external_id: id, name: name, gtin: jan }\n',
  )
})
after(async () => {
  rmSync(folder, { recursive: true })
  await app.close()
  await base.close()
})

function engawa(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'import', ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, DATABASE_URL: base.url, ENGAWA_KEY: key } },
  )
  return { status, stdout, stderr }
}

test('without a file, a map or a known resource the command says what it needs', () => {
  for (const [args, words] of [
    [[], 'products, prices, stock'],
    [['products'], 'Name the file'],
    [['products', 'a.csv'], '--map'],
    [['products', 'a.csv', '--map', 'no.yml'], 'no.yml'],
    [['products', 'no.csv', '--map', 'map.yml'], 'no.csv'],
    [['customers', 'a.csv', '--map', 'map.yml'], 'no section customers'],
  ] as const) {
    const { status, stderr } = engawa(...args)
    assert.equal(status, 1, args.join(' '))
    assert.ok(stderr.includes(words), `${args.join(' ')}: ${stderr}`)
    assert.ok(!stderr.includes(' at '), 'no stack trace')
  }
})

test('a dry run shows rows and reasons, leaves with 1 when rows would be refused, and leaves no trace', () => {
  const { status, stdout } = engawa('products', 'a.csv', '--map', 'map.yml', '--dry-run', '--errors', 'e.csv')
  assert.equal(status, 1)
  assert.match(stdout, /"name":"りんご"/)
  assert.match(stdout, /1 × gtin: JAN/)
  assert.equal(readFileSync(join(folder, 'e.csv'), 'utf8').trimEnd().split('\r\n').length, 2)
  const again = JSON.parse(engawa('products', 'a.csv', '--map', 'map.yml', '--json').stdout) as { state: string }
  assert.equal(again.state, 'new')
})

test('a map is guessed and shown, written to be looked over, and an import made with it is taken back by its id', () => {
  writeFileSync(join(folder, 'kokyaku.csv'), '会員番号,氏名,電話番号,謎\n1,青葉 澪,090-1111-2222,x\n')
  const shown = engawa('guess', 'kokyaku.csv', '--write-map', 'guessed.yml')
  assert.equal(shown.status, 0, shown.stderr)
  assert.match(shown.stdout, /customers[\s\S]*氏名 {2}→ name \(100%\) {3}青葉 澪[\s\S]*謎 {2}– /)
  const made = engawa('customers', 'kokyaku.csv', '--map', 'guessed.yml', '--json')
  const { import_id } = JSON.parse(made.stdout) as { import_id: string }
  assert.match(engawa('list').stdout, new RegExp(import_id))
  const undone = engawa('undo', import_id, '--json')
  assert.deepEqual((JSON.parse(undone.stdout) as { undone: object }).undone, { customer: 1 })
  assert.match(engawa('status', import_id).stdout, /"state": "undone"/)
})

test('several files give one summary each, and an error file each', () => {
  const { status, stdout } = engawa('products', 'a.csv', 'b.csv', '--map', 'map.yml', '--json', '--errors', 'all.csv')
  assert.equal(status, 0)
  const { imports } = JSON.parse(stdout) as { imports: { state: string; rows_written: number }[] }
  assert.deepEqual(
    imports.map(({ state, rows_written }) => [state, rows_written]),
    [
      ['repeated', 0],
      ['new', 1],
    ],
  )
  assert.ok(existsSync(join(folder, 'all.1.csv')) && existsSync(join(folder, 'all.2.csv')))
})

test('the API lists imports to whom it may concern, page by page', async () => {
  const scoped = (scopes: string[]) => transaction(base.db, system, (tx) => makeApiKey(tx, { name: 'test', scopes }))
  const get = (url: string, by?: { key: string }) =>
    app.inject({ method: 'GET', url, headers: by ? { authorization: `Bearer ${by.key}` } : {} })
  const [may, other] = [await scoped(['imports']), await scoped(['orders.read'])]
  assert.equal((await get('/v1/integrations/imports')).statusCode, 401)
  assert.equal((await get('/v1/integrations/imports', other)).statusCode, 403)
  const first = (await get('/v1/integrations/imports?limit=1', may)).json()
  assert.equal(first.items[0].file_name, 'b.csv')
  assert.deepEqual([first.items[0].state, first.items[0].rows_written], ['done', 1])
  const second = (await get(`/v1/integrations/imports?limit=2&after=${first.next}`, may)).json()
  const names = second.items.map(({ file_name }: { file_name: string }) => file_name)
  assert.deepEqual(names, ['kokyaku.csv', 'a.csv'])
  const found = (await get(`/v1/integrations/imports/${second.items[1].import_id}`, may)).json()
  assert.deepEqual([found.rows_read, found.rows_written, found.rows_refused], [2, 1, 1])
  assert.equal((await get('/v1/integrations/imports/00000000-0000-7000-8000-000000000001', may)).statusCode, 404)
  assert.equal((await get('/v1/integrations/imports?after=x', may)).statusCode, 400)
})

/** A new user's path: engawa init, import of her own file, engawa start, sign in by the PIN shown once, first sale. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import pg from 'pg'

const main = join(import.meta.dirname, '../src/main.ts')
const server = process.env.ENGAWA_TEST_URL ?? ''
const words = ['--group', '株式会社 花と緑', '--shop', '三条店', '--admin', '管理 花子']

suite('from nothing to a first sale', () => {
  const name = `${process.env.ENGAWA_TEST_TEMPLATE}_init`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const folder = mkdtempSync(join(tmpdir(), 'engawa-init-'))
  const env = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    DATABASE_URL: url,
    ENGAWA_KEY: randomBytes(32).toString('base64'),
  }
  let house: ChildProcess | undefined
  let address = ''

  before(async () => {
    await admin(`create database "${name}" encoding 'UTF8' template template0`)
    writeFileSync(
      join(folder, 'goods.csv'),
      '商品コード,商品名,JAN,税込価格\nA-1,ばらの花束,4599990000016,3300\nA-2,鉢,,550\n',
    )
    writeFileSync(
      join(folder, 'goods.yml'),
      'source: own\nproducts:\n  tax_included: true\n  published: true\n  fields: { external_id: 商品コード, name: 商品名, gtin: JAN, price_yen: 税込価格 }\n',
    )
  })
  // What lies in the shop, which her file calls by its name.
  const shelf = '店舗,商品コード,在庫数\n三条店,A-1,5\n四条店,A-1,1\n'
  after(async () => {
    house?.kill('SIGKILL')
    rmSync(folder, { recursive: true })
    await admin(`drop database if exists "${name}" with (force)`)
  })

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, ...args],
      { cwd: folder, encoding: 'utf8', env },
    )
    return { status, stdout, stderr }
  }
  let begun: { made: boolean; staff_code: string; pin: string | null; place_id: string }
  let token = ''

  async function call(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        'idempotency-key': randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const said = answer.status === 204 ? {} : ((await answer.json()) as Record<string, never>)
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(said)}`)
    return said
  }

  test('init says what it needs, makes the group once, and shows a new PIN until somebody has signed in', () => {
    const bare = run('init', '--group', '株式会社 花と緑')
    assert.equal(bare.status, 1)
    assert.match(bare.stderr, /--shop/)
    const first = run('init', ...words, '--json')
    assert.equal(first.status, 0, first.stderr)
    const made = JSON.parse(first.stdout)
    assert.equal(made.made, true)
    assert.match(made.pin, /^\d{8}$/)
    begun = JSON.parse(run('init', ...words, '--json').stdout)
    assert.deepEqual([begun.made, begun.place_id], [false, made.place_id])
    assert.notEqual(begun.pin, made.pin)
  })

  test('another group is refused where there is one', () => {
    const other = run('init', '--group', '別の会社', '--shop', '三条店', '--admin', '管理 花子')
    assert.equal(other.status, 1)
    assert.match(other.stderr, /shops or staff already/)
  })

  test('her own file of goods comes in', () => {
    const { status, stdout, stderr } = run('import', 'products', 'goods.csv', '--map', 'goods.yml', '--json')
    assert.equal(status, 0, stderr)
    const report = JSON.parse(stdout)
    assert.deepEqual([report.rows_written, report.rows_refused], [2, 0], stdout)
  })

  test('so does what lies in her shop, by its name and a guessed map; a shop that is not there is told', () => {
    writeFileSync(join(folder, 'shelf.csv'), shelf)
    const { status, stdout, stderr } = run('import', 'stock', 'shelf.csv', '--guess', '--source', 'own', '--json')
    assert.equal(status, 0, stderr)
    const report = JSON.parse(stdout)
    assert.deepEqual([report.rows_written, report.rows_refused], [1, 1], stdout)
  })

  test('the admin signs in by the PIN, choosing her own, and sells: the first receipt', async () => {
    house = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, 'start', '--port', '0', '--no-faces', '--json'],
      { env: { ...env, ENGAWA_ENV: 'development' }, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    address = await new Promise((done, fail) => {
      let said = ''
      house?.stdout?.on('data', (chunk) => {
        said += String(chunk)
        const found = /"url":"(http[^"]+)"/.exec(said)?.[1]
        if (found) done(found)
      })
      house?.once('exit', () => fail(new Error(said)))
    })
    const { staff_code, pin, place_id } = begun
    const signIn = await call('POST', '/v1/access/staff-sessions', { staff_code, pin, new_pin: '40731852', place_id })
    token = String(signIn.token)
    const { items } = (await call('GET', '/v1/catalog/variants?gtin=4599990000016')) as unknown as {
      items: { variant_id: string; price_yen: number }[]
    }
    const [rose] = items
    assert.equal(rose?.price_yen, 3300)
    const sale = (await call('POST', '/v1/orders', {
      way: 'carry',
      place_id: begun.place_id,
      lines: [{ variant_id: rose?.variant_id, quantity: 2 }],
      payments: [{ method: 'cash' }],
    })) as unknown as { total_yen: number; state: string; order_id: string }
    assert.deepEqual([sale.total_yen, sale.state], [6600, 'done'])
  })

  test('once she has signed in, init shows no PIN any more', () => {
    const { stdout } = run('init', ...words, '--json')
    assert.deepEqual([JSON.parse(stdout).made, JSON.parse(stdout).pin], [false, null])
  })

  test('verify finds every balance right', () => {
    const { status, stdout } = run('verify', '--json')
    assert.equal(status, 0, stdout)
  })
})

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

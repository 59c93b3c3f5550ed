import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { seedTax } from '#catalog/catalog'
import { type Actor, system } from '#core/actor'
import { type Db, one, only, type Sql, sql, transaction } from '#core/database'
import { sha256 } from '#core/id'
import { useKey } from '#core/secret'
import { putSetting } from '#core/settings'
import { type TestDatabase, testDatabase } from '#core/testing'
import { clock } from '#core/time'
import { find } from '#customers/customers'
import { importFile, type Report } from '#integrations/integrations'
import { receive } from '#inventory/inventory'
import { balance } from '#loyalty/loyalty'
import { ofCustomer, place as placeOrder } from '#orders/orders'
import { verify } from '#verify'

const root = join(import.meta.dirname, '../..')
const data = join(root, '../shared/data/completejourney')
const skip = existsSync(data) ? false : 'the real data (../shared/data) is not beside this checkout'
const map = join(root, 'maps/completejourney.yml')
const key = 'a key only for tests, long enough to be one'
const folder = mkdtempSync(join(tmpdir(), 'engawa-journey-'))
const lines = skip
  ? []
  : readFileSync(join(data, 'transactions_sample.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
const yen = (dollars: number) => Math.round(Number((dollars * 110).toPrecision(15)))

// Row policies show people's rows to those who act, not to a bare connection.
const asSystem = <T>(on: TestDatabase, work: (db: Db) => Promise<T>) => transaction(on.db, system, work)
const theRow = <T>(on: TestDatabase, statement: Sql) => asSystem(on, (tx) => only<T>(tx, statement))

let base: TestDatabase
let other: TestDatabase
let whole: TestDatabase
before(async () => {
  useKey(key)
  base = await testDatabase()
  other = await testDatabase()
  whole = await testDatabase()
  for (const { db } of [base, other, whole]) await transaction(db, system, seedTax)
})
after(async () => {
  rmSync(folder, { recursive: true })
  await base.close()
  await other.close()
  await whole.close()
})

/** `engawa import` as its own process; with `kill_at`, killed -9 once that many rows are committed. */
async function command(on: TestDatabase, args: string[], kill_at?: number): Promise<Report | undefined> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src/main.ts'), 'import', ...args, '--map', map, '--json'],
    {
      env: { ...process.env, DATABASE_URL: on.url, ENGAWA_KEY: key },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += String(chunk)
  })
  if (kill_at !== undefined) {
    while (child.exitCode === null) {
      const row = await one<{ at: number }>(
        on.db,
        sql`select resume_after as at from integrations.import where resource = 'purchases' and state <> 'done' order by started_at desc limit 1`,
      )
      if (row && row.at >= kill_at) break
      await sleep(20)
    }
    child.kill('SIGKILL')
  }
  const exit = await ended
  if (kill_at !== undefined) assert.equal(exit, null, 'it was killed while it worked')
  return text ? (JSON.parse(text) as Report) : undefined
}

/** Everything an import brings, without ids that are made at random and the moment of the import. */
async function state(on: TestDatabase): Promise<string> {
  const row = await theRow<{ all: string }>(
    on,
    sql`select json_build_array(
      (select json_agg(json_build_array(o.external_id, o.number, o.total_yen, o.discount_yen, o.taxes, o.placed_at, o.business_date, o.points_earned, o.order_id, p.external_id,
          (select json_agg(json_build_array(l.line_no, l.variant_id, l.name, l.quantity, l.unit_yen, l.amount_yen, l.rate_num) order by l.line_no) from orders.line l
            where l.profile_id = o.profile_id and l.order_id = o.order_id),
          (select json_agg(y.amount_yen) from orders.payment y where y.profile_id = o.profile_id and y.order_id = o.order_id)) order by o.external_id)
        from orders."order" o join stores.place p using (place_id)),
      (select json_agg(available order by available) from loyalty.account),
      (select count(*) from loyalty.posting), (select count(*) from loyalty.lot), (select count(*) from customers.profile), (select count(*) from customers.identifier),
      (select json_agg(json_build_array(variant_id, yen, valid_from) order by variant_id) from catalog.price),
      (select json_agg(json_build_array(t.type, t.many) order by t.type) from (select type, count(*) as many from activity.event group by 1) t),
      (select json_agg(json_build_array(rows_read, rows_written, rows_refused, resume_after, state) order by resource) from integrations.import))::text as all`,
  )
  return sha256(row.all).toString('hex')
}

test('an import killed at any batch goes on where it stood and ends as if nothing had happened', { skip }, async () => {
  const some = join(folder, 'some.csv')
  writeFileSync(
    some,
    readFileSync(join(data, 'transactions_sample.csv'), 'utf8').split('\n').slice(0, 8_001).join('\n'),
  )
  const products = ['products', join(data, 'products.csv')]
  await Promise.all([command(base, products), command(other, products)])
  await command(base, ['purchases', some])
  const seen: number[] = []
  for (const from of [1, 3_000]) {
    const at = from + Math.floor(Math.random() * 2_000)
    seen.push(at)
    await command(other, ['purchases', some], at)
  }
  const resumed = await command(other, ['purchases', some])
  assert.equal(resumed?.state, 'resumed')
  assert.equal(await state(other), await state(base), `killed after rows ${seen.join(' and ')}`)
})

test('a year of the grocery chain arrives: every order, yen and point of its 75,000 lines', { skip }, async () => {
  await importFile(whole.db, system, { resource: 'products', file: join(data, 'products.csv'), map })
  await importFile(whole.db, system, { resource: 'customers', file: join(data, 'demographics.csv'), map })
  const purchases = ['purchases', join(data, 'transactions_sample.csv'), '--errors', join(folder, 'errors.csv')]
  // Killed once on the way, for good measure.
  await command(whole, purchases, 1 + Math.floor(Math.random() * 60_000))
  const report = (await command(whole, purchases)) as Report
  assert.equal(report.state, 'resumed')
  // Counted from the file itself, by other means.
  const real = lines.filter(([, , , , quantity, sales]) => !(Number(quantity) === 0 && yen(Number(sales)) === 0))
  const totals = new Map<string, number>()
  for (const [, store, basket, , , sales] of real)
    totals.set(`CJ-${store}-${basket}`, (totals.get(`CJ-${store}-${basket}`) ?? 0) + yen(Number(sales)))
  const sums = [...totals.values()]
  const points = sums.reduce((sum, total) => sum + Math.floor(total / 100), 0)
  assert.deepEqual([report.rows_read, report.rows_refused], [75_000, 75_000 - real.length])
  assert.equal(report.rows_written + report.rows_repeated, real.length)
  assert.equal(
    readFileSync(join(folder, 'errors.csv'), 'utf8').trimEnd().split('\r\n').length - 1,
    75_000 - real.length,
  )
  const found = await theRow<Record<string, number>>(
    whole,
    sql`select (select count(*) from orders."order") as orders, (select sum(total_yen)::bigint from orders."order") as total_yen, (select count(*) from orders.line) as lines,
          (select sum(amount_yen)::bigint from orders.line) as lines_yen, (select sum(amount_yen)::bigint from orders.payment where method = 'recorded') as paid_yen,
          (select sum(available)::bigint from loyalty.account) as points, (select count(*) from activity.event where type = 'order.placed' and received_at - occurred_at > interval '1 year') as events,
          (select count(*) from stores.place) as places, (select count(*) from customers.profile) as people, (select count(*) from activity.event where type = 'order.placed' and tableoid = 'activity.event_default'::regclass) as astray`,
  )
  const total_yen = sums.reduce((a, b) => a + b, 0)
  const people = new Set(real.map(([household]) => household))
  for (const [household] of readFileSync(join(data, 'demographics.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(',')))
    people.add(household)
  assert.deepEqual(found, {
    orders: totals.size,
    total_yen,
    lines: real.length,
    lines_yen: total_yen,
    paid_yen: total_yen,
    points,
    events: totals.size,
    places: new Set(lines.map(([, store]) => store)).size,
    people: people.size,
    astray: 0,
  })
  const [number, total] = [...totals].at(-1) as [string, number]
  assert.equal(
    (await theRow<{ total_yen: number }>(whole, sql`select total_yen from orders."order" where number = ${number}`))
      .total_yen,
    total,
  )
})

test('the same command again writes nothing', { skip }, async () => {
  const before = await state(whole)
  const report = (await command(whole, ['purchases', join(data, 'transactions_sample.csv')])) as Report
  assert.deepEqual(
    [report.state, report.rows_written, report.rows_repeated + report.rows_refused],
    ['repeated', 0, 75_000],
  )
  assert.equal(await state(whole), before)
})

test('history and today are one: a household of the chain spends the points of its year at the till', {
  skip,
}, async () => {
  const profile_id = (await find(whole.db, 'external', 'completejourney:1')) as string
  const past = await asSystem(whole, (tx) => balance(tx, [profile_id]))
  const orders = await asSystem(whole, (tx) => ofCustomer(tx, [profile_id], null, 200))
  assert.equal(
    past.available,
    orders.reduce((sum, { view }) => sum + view.points_earned, 0),
  )
  const goods = await theRow<{ variant_id: string; yen: number; place_id: string }>(
    whole,
    sql`select variant_id, yen, (select place_id from stores.place where external_id = 'completejourney:309') as place_id from catalog.price where yen between 300 and 400 order by variant_id limit 1`,
  )
  const clerk: Actor = {
    kind: 'staff',
    id: '00000000-0000-7000-8000-000000000001',
    role: 'clerk',
    place_id: goods.place_id,
    place_ids: [goods.place_id],
  }
  await transaction(whole.db, system, (tx) =>
    receive(tx, system, { ...goods, quantity: 3, kind: 'opening', source_kind: 'test', source_id: goods.variant_id }),
  )
  // Her card from another system shows no rotating code.
  await asSystem(whole, (tx) => putSetting(tx, 'orders.till_points_need_scan', false, 'test'))
  const claim = {
    scope: 'test',
    key: 'live order',
    fingerprint: sha256('live'),
    at: clock.iso(),
    expires_at: new Date(clock.ms() + 60_000).toISOString(),
  }
  const input = {
    way: 'carry' as const,
    place_id: goods.place_id,
    profile_id,
    lines: [{ variant_id: goods.variant_id, quantity: 1 }],
    points_used: 10,
    payments: [{ method: 'cash' as const }],
  }
  const placed = await placeOrder(whole.db, clerk, claim, input, (view) => JSON.stringify(view))
  const view = JSON.parse('text' in placed ? placed.text : '{}') as { total_yen: number; points_earned: number }
  assert.equal(view.total_yen, goods.yen)
  const now = await asSystem(whole, (tx) => balance(tx, [profile_id]))
  assert.equal(now.available, past.available - 10 + view.points_earned)
  assert.equal((await asSystem(whole, (tx) => ofCustomer(tx, [profile_id], null, 200))).length, orders.length + 1)
})

test('after all this every check holds', { skip }, async () => {
  const findings = await verify(whole.url)
  assert.deepEqual(
    findings.filter(({ ok }) => !ok),
    [],
  )
})

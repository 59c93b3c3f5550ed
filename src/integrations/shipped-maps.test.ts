/** The maps that are shipped read the files they are for, and a file without a map is understood well enough to be shown. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { seedTax } from '#catalog/catalog'
import { system } from '#core/actor'
import { type Db, rows, type Sql, sql, transaction } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { find, open } from '#customers/customers'
import { guessFile, importFile, type Report, type Resource } from '#integrations/integrations'
import { balance } from '#loyalty/loyalty'
import { verify } from '#verify'

const maps = join(import.meta.dirname, '../../maps')
const folder = mkdtempSync(join(tmpdir(), 'engawa-maps-'))
let base: TestDatabase
before(async () => {
  useKey('a key only for tests, long enough to be one')
  base = await testDatabase()
  await transaction(base.db, system, seedTax)
})
after(async () => {
  rmSync(folder, { recursive: true })
  await base.close()
})
const asSystem = <T>(work: (db: Db) => Promise<T>) => transaction(base.db, system, work)
const theRows = (statement: Sql) => asSystem((tx) => rows<Record<string, unknown>>(tx, statement))
const sample = (name: string) => join(maps, 'samples', `${name}.csv`)
const take = (resource: Resource, map: string, name: string) =>
  importFile(base.db, system, { resource, file: sample(`${map}-${name}`), map: join(maps, `${map}.yml`) })
const counts = ({ rows_read, rows_written, rows_repeated, rows_refused }: Report) => [
  rows_read,
  rows_written,
  rows_repeated,
  rows_refused,
]
const why = ({ refused }: Report) => refused.map(({ row, field }) => `${row} ${field}`).sort()
const person = async (external_id: string) => {
  const profile_id = (await asSystem((tx) => find(tx, 'external', external_id))) as string
  const { family_name, given_name, given_name_kana, phone, birth_date, postal_code } = await asSystem((tx) =>
    open(tx, profile_id),
  )
  const { available } = await asSystem((tx) => balance(tx, [profile_id]))
  return { name: [family_name, given_name], given_name_kana, phone, birth_date, postal_code, available }
}

test('a Smaregi-like POS: Shift_JIS, half-width kana, Japanese eras, full-width digits, numbers a spreadsheet touched', async () => {
  const products = await take('products', 'smaregi', 'products')
  assert.deepEqual([counts(products), why(products)], [[4, 3, 0, 1], ['3 gtin']])
  assert.match(products.refused[0]?.reason.ja ?? '', /桁が失われた/)
  const customers = await take('customers', 'smaregi', 'customers')
  assert.deepEqual(
    [counts(customers), why(customers)],
    [
      [3, 2, 0, 1],
      ['3 birth_date', '3 email'],
    ],
  )
  assert.deepEqual(await person('smaregi:M00001'), {
    name: ['髙橋', '澪'],
    given_name_kana: 'ミオ',
    phone: '+819011112222',
    birth_date: '1980-03-02',
    postal_code: '1500001',
    available: 1250,
  })
  const second = await person('smaregi:M00002')
  assert.deepEqual([second.phone, second.birth_date], ['+819011113333', '1988-12-31'])
  const sales = await take('purchases', 'smaregi', 'sales')
  assert.deepEqual([counts(sales), why(sales)], [[5, 4, 0, 1], ['4 quantity']])
  const orders = await theRows(
    sql`select number, channel, total_yen, discount_yen, points_earned from orders."order" where number like 'SM-%' order by number`,
  )
  assert.deepEqual(orders, [
    { number: 'SM-100001', channel: 'till', total_yen: 2460, discount_yen: 30, points_earned: 24 },
    { number: 'SM-100002', channel: 'till', total_yen: 1980, discount_yen: 0, points_earned: 0 },
    { number: 'SM-100004', channel: 'till', total_yen: 432, discount_yen: 0, points_earned: 4 },
  ])
  // Sales told as totals: two of years before, one that does not add up, and one that came with its lines.
  const receipts = await take('receipts', 'smaregi', 'receipts')
  assert.deepEqual([counts(receipts), why(receipts)], [[4, 2, 1, 1], ['3 reduced_yen']])
  const older = await theRows(
    sql`select o.number, o.total_yen, o.points_earned, (select array_agg(l.amount_yen || ' at ' || l.rate_num order by l.line_no) from orders.line l
          where l.order_id = o.order_id) as lines from orders."order" o where number like 'SM-9%' order by number`,
  )
  assert.deepEqual(older, [
    { number: 'SM-90001', total_yen: 3240, points_earned: 32, lines: ['1080 at 10', '2160 at 8'] },
    { number: 'SM-90002', total_yen: 1980, points_earned: 0, lines: ['1980 at 10'] },
  ])
  const stock = await take('stock', 'smaregi', 'stock')
  assert.deepEqual([counts(stock), why(stock)], [[4, 3, 0, 1], ['4 place']])
})

test('a Shopify-like shop: an order of several rows has its head on the first; apostrophes of a spreadsheet are no part of an id', async () => {
  assert.deepEqual(counts(await take('products', 'shopify', 'products')), [2, 2, 0, 0])
  assert.deepEqual(counts(await take('customers', 'shopify', 'customers')), [2, 2, 0, 0])
  assert.deepEqual((await person('shopify:5001')).name, ['髙橋', '澪'])
  const orders = await take('purchases', 'shopify', 'orders')
  assert.deepEqual([counts(orders), orders.made.customers], [[3, 3, 0, 0], 0])
  const found = await theRows(
    sql`select o.number, o.channel, o.total_yen, o.profile_id = o.place_id as walk_in from orders."order" o where o.number like '#%' order by 1`,
  )
  assert.deepEqual(found, [
    { number: '#1001', channel: 'ec', total_yen: 3180, walk_in: false },
    { number: '#1002', channel: 'ec', total_yen: 500, walk_in: true },
  ])
})

test('a CROSS POINT-like list: members with their cards, balances with their last day, cards with their PIN', async () => {
  const members = await take('customers', 'crosspoint', 'members')
  assert.deepEqual([counts(members), why(members)], [[3, 2, 0, 1], ['2 card']])
  const points = await take('points', 'crosspoint', 'points')
  assert.deepEqual([counts(points), why(points)], [[3, 2, 0, 1], ['3 customer']])
  assert.equal((await person('crosspoint:CP000001')).available, 1250)
  const cards = await take('cards', 'crosspoint', 'cards')
  assert.deepEqual([counts(cards), why(cards)], [[2, 1, 0, 1], ['2 pin']])
  assert.deepEqual(
    (await verify(base.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

for (const [name, resource, least] of [
  ['smaregi-products', 'products', 6],
  ['smaregi-customers', 'customers', 12],
  ['smaregi-stock', 'stock', 3],
  ['smaregi-sales', 'purchases', 9],
  ['smaregi-receipts', 'receipts', 8],
  ['shopify-products', 'products', 6],
  ['shopify-customers', 'customers', 6],
  ['crosspoint-members', 'customers', 10],
  ['crosspoint-points', 'points', 3],
  ['crosspoint-cards', 'cards', 4],
] as const)
  test(`without a map ${name} is taken for ${resource}, ${least} columns or more are understood, and nothing needed is missing`, async () => {
    const guess = await guessFile(sample(name), undefined, 'shop')
    assert.deepEqual([guess.resource, guess.missing], [resource, []])
    assert.ok(guess.columns.filter(({ field }) => field).length >= least, JSON.stringify(guess.columns))
    assert.ok(guess.columns.every(({ confidence, field }) => (field === null) === (confidence === 0)))
  })

test('a guessed map is one that can be used as it is: a retailer’s own file of sales with date and time apart', async () => {
  const file = join(folder, 'uriage.csv')
  writeFileSync(
    file,
    '売上日,時刻,伝票No,店舗,会員番号,JANコード,品名,個数,金額,備考\n2024/5/6,10:05,1,本店,,4901234567894,牛乳,1,216,\n',
  )
  const guess = await guessFile(file, undefined, 'uriage')
  assert.deepEqual(
    guess.columns.map(({ field }) => field),
    ['placed_at', 'placed_at', 'order', 'place', 'customer', 'gtin', 'name', 'quantity', 'amount_yen', null],
  )
  const report = await importFile(base.db, system, { resource: guess.resource, file, map: { text: guess.map } })
  assert.deepEqual(counts(report), [1, 1, 0, 0])
  const [order] = await theRows(sql`select placed_at from orders."order" where number = 'uriage-1'`)
  assert.equal(order?.placed_at, '2024-05-06T01:05:00.000Z')
})

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { seedTax, sellables, variantsNamed } from '#catalog/catalog'
import { system } from '#core/actor'
import { type Db, only, rows, type Sql, sql, transaction } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { find, open } from '#customers/customers'
import { importFile, type Report, type Resource } from '#integrations/integrations'
import { balance } from '#loyalty/loyalty'
import { verify } from '#verify'

// Row policies show people's rows to those who act, not to a bare connection.
const asSystem = <T>(work: (db: Db) => Promise<T>) => transaction(base.db, system, work)
const theRows = (statement: Sql) => asSystem((tx) => rows<Record<string, unknown>>(tx, statement))
const theRow = (statement: Sql) => asSystem((tx) => only<Record<string, unknown>>(tx, statement))

const folder = mkdtempSync(join(tmpdir(), 'engawa-import-'))
let base: TestDatabase
before(async () => {
  useKey('a key only for tests, long enough to be one')
  base = await testDatabase()
  await transaction(base.db, system, seedTax)
  writeFileSync(join(folder, 'pos.yml'), map)
})
after(async () => {
  rmSync(folder, { recursive: true })
  await base.close()
})

const map = `source: pos
products:
  fields:
    external_id: 商品コード
    name: 商品名
    name_kana: 商品名カナ
    gtin: JAN
    brand: ブランド
    category: 部門
    tax_category: { column: 税区分, values: { 軽減: food, 標準: standard } }
    price_yen: 単価
customers:
  fields:
    external_id: 会員番号
    name: 氏名
    name_kana: カナ
    birth_date: 生年月日
    gender: { column: 性別, values: { 男: male, 女: female } }
    phone: 電話
    email: メール
    address: 住所
    registered_at: 入会日
    points: 残高
purchases:
  fields:
    order: { join: [店, 伝票], with: '-' }
    line: 行
    placed_at: { join: [日付, 時刻] }
    place: 店
    customer: 会員番号
    product: 商品コード
    quantity: 数量
    amount_yen: 金額
    discount_yen: 値引
  number_prefix: POS-
  places: { name: '{id}号店' }
  unknown_customer: refuse
  unknown_product: refuse
  points: { rate_num: 1, rate_den: 100, expiry_days: 365, expiry_from: purchase }
`
const errors = join(folder, 'errors.csv')
function run(
  resource: Resource,
  name: string,
  text: string | Buffer,
  more: { dry_run?: boolean; map?: string } = {},
): Promise<Report> {
  const file = join(folder, name)
  writeFileSync(file, typeof text === 'string' ? iconv.encode(text, 'cp932') : text)
  return importFile(base.db, system, { resource, file, map: join(folder, 'pos.yml'), errors, ...more })
}
const counts = ({ rows_read, rows_written, rows_repeated, rows_refused }: Report) => [
  rows_read,
  rows_written,
  rows_repeated,
  rows_refused,
]
const told = () =>
  readFileSync(errors, 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join(' '))
const everything = () =>
  theRows(sql`select (select count(*) from catalog.product) as products, (select count(*) from customers.profile) as people, (select count(*) from orders."order") as orders,
    (select count(*) from activity.event) as events, (select count(*) from integrations.import) as imports, (select max(version) from catalog.product) as version`)

const products = `商品コード,商品名,商品名カナ,JAN,ブランド,部門,税区分,単価
A1,ｷﾞｭｳﾆｭｳ　１L,ｷﾞｭｳﾆｭｳ,4901234567894,縁側牧場,日配,軽減,"¥1,080"
A2,食器用洗剤,ショッキヨウセンザイ,,,雑貨,標準,330
A3,名もない物,,4901234567890,,雑貨,標準,100
A4,謎の区分,,,,雑貨,免税,100
`

test('a dry run reads and checks everything, shows the first rows and writes nothing', async () => {
  const before = await everything()
  const report = await run('products', 'products.csv', products, { dry_run: true })
  assert.deepEqual([report.state, ...counts(report)], ['dry_run', 4, 2, 0, 2])
  assert.deepEqual(report.first_rows?.[0], {
    row: 1,
    values: {
      external_id: 'A1',
      name: 'ギュウニュウ 1L',
      name_kana: 'ギュウニュウ',
      gtin: '04901234567894',
      brand: '縁側牧場',
      category: '日配',
      tax_category: 'food',
      price_yen: 1080,
    },
  })
  assert.deepEqual(told(), ['3 gtin', '4 tax_category'])
  assert.deepEqual(await everything(), before)
})

test('products of a Shift_JIS till arrive with brand, category, tax and price; bad rows are told, the others written', async () => {
  const report = await run('products', 'products.csv', products)
  assert.deepEqual([report.state, ...counts(report)], ['new', 4, 2, 0, 2])
  assert.deepEqual(told(), ['3 gtin', '4 tax_category'])
  const variants = await variantsNamed(base.db, ['pos:A1', 'pos:A2', 'pos:A3'])
  assert.deepEqual([...variants.keys()].sort(), ['pos:A1', 'pos:A2'])
  const milk = (await sellables(base.db, { gtins: ['4901234567894'] })).get(variants.get('pos:A1') as string)
  assert.equal(milk?.name, 'ギュウニュウ 1L')
  assert.equal(milk?.tax_category, 'food')
  assert.equal(milk?.prices[0]?.yen, 1080)
})

test('the same file with the same map again is told as repeated and writes nothing; another file changes what differs', async () => {
  const before = await everything()
  const again = await run('products', 'products.csv', products)
  assert.deepEqual([again.state, ...counts(again)], ['repeated', 4, 0, 2, 2])
  assert.deepEqual(await everything(), before)
  const other = await run(
    'products',
    'products2.csv',
    products.replace('1,080', '1,188').split('\n').slice(0, 3).join('\n'),
  )
  assert.deepEqual([other.state, ...counts(other)], ['new', 2, 1, 1, 0])
})

const people = `会員番号,氏名,カナ,生年月日,性別,電話,メール,住所,入会日,残高
1001,伊藤　音羽,ｲﾄｳ ｵﾄﾊ,昭和18年10月1日,女,+81-52-104-5862,ito@example.com,東京都港区南青山7-6-2,H20.4.1,120
1002,髙橋,,S60/2/30,,,,,,
1003,佐藤 健,サトウ ケン,1990-5-5,男,090-1111-2222,ITO@example.com,,,
1004,,,,,,,,,
1001,伊藤 二度目,,,,,,,,
`

test('customers arrive sealed and findable; a shared address or an impossible date refuses one row', async () => {
  const report = await run('customers', 'people.csv.gz', gzipSync(iconv.encode(people, 'cp932')))
  assert.deepEqual([report.state, ...counts(report)], ['new', 5, 2, 1, 2])
  assert.deepEqual(told().sort(), ['2 birth_date', '3 email'])
  assert.ok(!/髙橋|佐藤|ITO|S60/.test(readFileSync(errors, 'utf8')), 'no personal data in the error file')
  const profile_id = (await find(base.db, 'email', 'ito@example.com')) as string
  const person = await transaction(base.db, system, (tx) => open(tx, profile_id))
  assert.deepEqual(
    [
      person.family_name,
      person.given_name,
      person.family_name_kana,
      person.phone,
      person.birth_date,
      person.gender,
      person.prefecture,
      person.registered_at,
    ],
    ['伊藤', '音羽', 'イトウ', '+81521045862', '1943-10-01', 'female', '東京都', '2008-03-31T15:00:00.000Z'],
  )
  assert.equal((await asSystem((tx) => balance(tx, [profile_id]))).available, 120)
  assert.equal((await find(base.db, 'external', 'pos:1004')) !== undefined, true)
  const again = await run('customers', 'people.csv.gz', gzipSync(iconv.encode(people, 'cp932')))
  assert.deepEqual([again.state, ...counts(again)], ['repeated', 5, 0, 3, 2])
})

// Lines lie scattered; order 2 has a line of an unknown product, 3 a broken time, 4 is a return, 5 differs in its member.
const receipts = `店,伝票,行,日付,時刻,会員番号,商品コード,数量,金額,値引
01,1,1,H31.4.30,23:30,1001,A1,3,"1,000",0
01,2,1,2019/10/1,10:00,1001,A1,1,1080,0
02,6,1,2019/10/1,4:59,,A2,2,600,60
01,3,1,2019/10/1,99:00,1001,A1,1,1080,0
01,1,2,H31.4.30,23:30,1001,A2,1,330,0
01,2,2,2019/10/1,10:00,1001,Z9,1,500,0
01,4,1,2019/10/1,11:00,1001,A1,-1,-1080,0
01,5,1,2019/10/1,12:00,1001,A1,1,1080,0
01,5,2,2019/10/1,12:00,1004,A2,1,330,0
01,1,3,H31.4.30,23:30,1001,A1,0,0,0
01,7,1,2019/10/1,13:00,7777,A2,1,330,0
01,8,1,2019/10/1,14:00,1001,A2,1,330,0
01,8,1,2019/10/1,14:00,1001,A2,1,330,0
`

test('receipts become orders as they happened: whole, with the tax of their day, points and their place on the timeline', async () => {
  const report = await run('purchases', 'receipts.tsv', receipts.replaceAll('"1,000"', '1000').replaceAll(',', '\t'))
  assert.deepEqual([report.state, ...counts(report)], ['new', 13, 3, 0, 10])
  assert.deepEqual([...new Set(told())].sort(), [
    '10 quantity',
    '11 customer',
    '12 order',
    '13 line',
    '2 order',
    '4 placed_at',
    '6 product',
    '7 quantity',
    '8 order',
    '9 customer',
  ])
  assert.deepEqual(report.made, { orders: 2, customers: 0, places: 2, prices: 0 })
  const orders =
    await theRows(sql`select o.number, o.channel, o.state, o.total_yen, o.discount_yen, o.business_date, o.placed_at, o.points_earned, o.taxes, p.name as place, o.profile_id = o.place_id as walk_in
        from orders."order" o join stores.place p using (place_id) order by o.placed_at`)
  assert.deepEqual(orders, [
    {
      number: 'POS-01-1',
      channel: 'till',
      state: 'done',
      total_yen: 1330,
      discount_yen: 2,
      business_date: '2019-04-30',
      placed_at: '2019-04-30T14:30:00.000Z',
      // Before 2019-10-01 food and detergent are taxed alike: one rate, rounded once.
      points_earned: 13,
      taxes: [{ rate_den: 100, rate_num: 8, tax_yen: 98, taxable_yen: 1330 }],
      place: '01号店',
      walk_in: false,
    },
    {
      number: 'POS-02-6',
      channel: 'till',
      state: 'done',
      total_yen: 600,
      discount_yen: 60,
      business_date: '2019-09-30',
      placed_at: '2019-09-30T19:59:00.000Z',
      // Rung up before the shop's day changed at five: still yesterday's rate.
      points_earned: 0,
      taxes: [{ rate_den: 100, rate_num: 8, tax_yen: 44, taxable_yen: 600 }],
      place: '02号店',
      walk_in: true,
    },
  ])
  const told_line = await theRow(
    sql`select quantity, unit_yen, discount_yen, amount_yen from orders.line where amount_yen = 1000`,
  )
  assert.deepEqual(told_line, { quantity: 3, unit_yen: 334, discount_yen: 2, amount_yen: 1000 })
  const event = await theRow(
    sql`select channel, occurred_at, received_at > '2026-01-01' as received_now, tableoid::regclass::text as part from activity.event where type = 'order.placed' and payload->>'number' = 'POS-01-1'`,
  )
  assert.deepEqual(event, {
    channel: 'till',
    occurred_at: '2019-04-30T14:30:00.000Z',
    received_now: true,
    part: 'activity.event_y2019m04',
  })
  const lot = await theRow(
    sql`select expires_at from loyalty.lot where source_id = (select order_id from orders."order" where number = 'POS-01-1')`,
  )
  assert.equal(lot.expires_at, '2020-04-29T15:00:00.000Z')
})

test('what a refused order lacked may come later: the same file then brings only that order', async () => {
  await run(
    'products',
    'more.csv',
    '商品コード,商品名,商品名カナ,JAN,ブランド,部門,税区分,単価\nZ9,後から,,,,雑貨,標準,500\n',
  )
  const report = await run('purchases', 'receipts.tsv', receipts.replaceAll('"1,000"', '1000').replaceAll(',', '\t'))
  assert.deepEqual([report.state, ...counts(report)], ['repeated', 13, 2, 3, 8])
  const order = await theRow(sql`select total_yen, taxes from orders."order" where number = 'POS-01-2'`)
  assert.deepEqual(order, {
    total_yen: 1580,
    taxes: [
      { rate_den: 100, rate_num: 8, tax_yen: 80, taxable_yen: 1080 },
      { rate_den: 100, rate_num: 10, tax_yen: 45, taxable_yen: 500 },
    ],
  })
})

test('an order that comes again with other lines is refused, never passed over as known', async () => {
  const report = await run(
    'purchases',
    'late.csv',
    '店,伝票,行,日付,時刻,会員番号,商品コード,数量,金額,値引\n01,1,9,H31.4.30,23:30,1001,A2,1,330,0\n',
  )
  assert.deepEqual(counts(report), [1, 0, 0, 1])
  assert.deepEqual(told(), ['1 order'])
})

test('who owes points repays them first with what history earns', async () => {
  const profile_id = (await find(base.db, 'external', 'pos:1004')) as string
  await transaction(base.db, system, (tx) =>
    only(
      tx,
      sql`select loyalty.claw_back(${profile_id}, 'points', 5, ${profile_id}, null, '2019-01-01', '2019-01-01Z', 'system', 'test', null)`,
    ),
  )
  await run(
    'purchases',
    'owed.csv',
    '店,伝票,行,日付,時刻,会員番号,商品コード,数量,金額,値引\n01,9,1,2020/1/5,10:00,1004,A2,1,800,0\n',
  )
  const { available, debt } = await asSystem((tx) => balance(tx, [profile_id]))
  assert.deepEqual([available, debt], [3, 0])
})

test('two processes cannot import the same file at the same moment', async () => {
  const text = '店,伝票,行,日付,時刻,会員番号,商品コード,数量,金額,値引\n01,20,1,2020/1/5,10:00,,A2,1,800,0\n'
  const both = await Promise.allSettled([run('purchases', 'race.csv', text), run('purchases', 'race.csv', text)])
  const orders = await theRow(sql`select count(*) as orders from orders."order" where number = 'POS-01-20'`)
  assert.equal(orders.orders, 1)
  assert.ok(both.some(({ status }) => status === 'fulfilled'))
})

test('after all this every check holds', async () => {
  const findings = await verify(base.url)
  assert.deepEqual(
    findings.filter(({ ok }) => !ok),
    [],
  )
})

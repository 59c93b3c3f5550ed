/** Moving house: prices, stock, cards, points and receipts of another system come in, conflicts follow a policy, a whole import is taken back. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { seedTax, sellables, variantsNamed } from '#catalog/catalog'
import { system } from '#core/actor'
import { type Db, only, rows, type Sql, sql, transaction } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { find, open } from '#customers/customers'
import { importFile, type Policy, type Report, type Resource, undo } from '#integrations/integrations'
import { available } from '#inventory/inventory'
import { balance } from '#loyalty/loyalty'
import { verify } from '#verify'

const asSystem = <T>(work: (db: Db) => Promise<T>) => transaction(base.db, system, work)
const theRow = (statement: Sql) => asSystem((tx) => only<Record<string, unknown>>(tx, statement))
const theRows = (statement: Sql) => asSystem((tx) => rows<Record<string, unknown>>(tx, statement))

const folder = mkdtempSync(join(tmpdir(), 'engawa-moves-'))
let base: TestDatabase
before(async () => {
  useKey('a key only for tests, long enough to be one')
  base = await testDatabase()
  await transaction(base.db, system, seedTax)
  await run(
    'products',
    'products.csv',
    '商品コード,商品名,JAN,税区分,単価\nA1,牛乳,4901234567894,軽減,216\nA2,洗剤,,標準,330\n',
  )
  await run('customers', 'people.csv', '会員番号,氏名,電話,残高\n1,青葉 澪,090-1111-2222,100\n2,若竹 凛,,0\n')
})
after(async () => {
  rmSync(folder, { recursive: true })
  await base.close()
})

const map = `source: pos
products: { fields: { external_id: 商品コード, name: 商品名, gtin: JAN, tax_category: { column: 税区分, values: { 軽減: food, 標準: standard } }, price_yen: 単価 } }
customers: { fields: { external_id: 会員番号, name: 氏名, phone: 電話, points: 残高 } }
prices: { fields: { product: 商品コード, price_yen: 価格, price_from: 開始日 } }
stock: { fields: { place: 店, gtin: JAN, product: 商品コード, quantity: 在庫数 } }
cards: { fields: { card: カード番号, pin: 暗証番号, points: 残高 } }
points: { fields: { customer: 会員番号, points: 残高, expires_on: 期限 } }
receipts:
  fields: { order: 伝票, placed_at: 日時, place: 店, customer: 会員番号, amount_yen: 合計, reduced_yen: 8%対象, points: 付与, channel: { column: 販路, values: { 店: till, EC: ec } } }
purchases:
  fields: { order: 伝票, placed_at: 日時, place: 店, customer: 会員番号, product: 商品コード, quantity: 数量, amount_yen: 金額, points: 付与 }
`
function run(resource: Resource, name: string, text: string, on_conflict?: Policy): Promise<Report> {
  const file = join(folder, name)
  writeFileSync(file, text)
  return importFile(base.db, system, { resource, file, map: { text: map }, on_conflict })
}
const counts = ({ rows_read, rows_written, rows_repeated, rows_refused }: Report) => [
  rows_read,
  rows_written,
  rows_repeated,
  rows_refused,
]
const why = ({ refused }: Report) => refused.map(({ row, field }) => `${row} ${field}`)
const points = async (number: string) => {
  const profile_id = (await asSystem((tx) => find(tx, 'external', `pos:${number}`))) as string
  return (await asSystem((tx) => balance(tx, [profile_id]))).available
}
const clean = async () =>
  assert.deepEqual(
    (await verify(base.db.url)).filter(({ ok }) => !ok),
    [],
  )

const receipts = `伝票,日時,店,会員番号,合計,8%対象,付与,販路
R1,令和6年5月1日 10:05,本店,1,"¥1,416",216,14,店
R2,2024/05/02 11:00,本店,,540,,,EC
R3,2024/05/03 11:00,本店,1,100,200,,店
R1,2024/05/04 11:00,本店,2,100,,,店
`

test('receipts told as totals become orders: one line for each tax, their own channel, the points they were given', async () => {
  const report = await run('receipts', 'receipts.csv', receipts)
  assert.deepEqual(counts(report), [4, 1, 0, 3])
  assert.deepEqual(why(report).sort(), ['1 order', '3 reduced_yen', '4 order'])
  const good = await run('receipts', 'receipts2.csv', receipts.split('\n').slice(0, 3).join('\n'))
  assert.deepEqual(counts(good), [2, 1, 1, 0])
  const orders = await theRows(sql`select o.channel, o.total_yen, o.points_earned, o.imported,
      (select array_agg(l.tax_category || ' ' || l.amount_yen order by l.line_no) from orders.line l where l.order_id = o.order_id) as lines
    from orders."order" o order by o.placed_at`)
  assert.deepEqual(orders, [
    { channel: 'till', total_yen: 1416, points_earned: 14, imported: true, lines: ['standard 1200', 'food 216'] },
    { channel: 'ec', total_yen: 540, points_earned: 0, imported: true, lines: ['standard 540'] },
  ])
  assert.equal(await points('1'), 114)
})

test('stock comes as counts, the ledger gets the differences; keep, replace and fail say what to do with a shelf that is known', async () => {
  const text =
    '店,商品コード,JAN,在庫数\n本店,A1,,12\n本店,,4901234567894,1\n本店,A2,,-1\n遠い店,A2,,1\n本店,ZZ,,1\n本店,A2,,５\n'
  const report = await run('stock', 'stock.csv', text)
  assert.deepEqual(counts(report), [6, 2, 0, 4])
  assert.deepEqual(why(report), ['2 product', '3 quantity', '4 place', '5 product'])
  const again = '店,商品コード,JAN,在庫数\n本店,A1,,10\n本店,A2,,5\n'
  assert.deepEqual(counts(await run('stock', 'stock2.csv', again, 'keep')), [2, 0, 2, 0])
  assert.deepEqual(counts(await run('stock', 'stock3.csv', `${again}\n`, 'fail')), [2, 0, 1, 1])
  assert.deepEqual(counts(await run('stock', 'stock4.csv', `${again}\n\n`)), [2, 1, 1, 0])
  const moves = await theRows(sql`select quantity, kind, source_kind from inventory.movement order by quantity`)
  assert.deepEqual(
    moves.map(({ quantity }) => quantity),
    [-2, 5, 12],
  )
})

test('prices come dated; one that is in force is not rewritten', async () => {
  const report = await run(
    'prices',
    'prices.csv',
    '商品コード,価格,開始日\nA1,230,2099/4/1\nA2,0,2099-04-01\nA9,1,2099-04-01\nA2,"1,980円",\n',
  )
  assert.deepEqual(counts(report), [4, 3, 0, 1])
  const variants = await variantsNamed(base.db, ['pos:A2'])
  const [soap] = [...(await sellables(base.db, { variant_ids: [variants.get('pos:A2') as string] })).values()]
  assert.ok(soap?.prices.some(({ yen }) => yen === 1980))
})

test('old cards come with PIN and points, opening balances as ledger entries good through their last day', async () => {
  const cards = await run(
    'cards',
    'cards.csv',
    'カード番号,暗証番号,残高\n9990001,1234,50\n9990002,12,10\n9990001,1234,50\n',
  )
  assert.deepEqual(counts(cards), [3, 1, 1, 1])
  assert.deepEqual(why(cards), ['2 pin'])
  const opening = await run('points', 'points.csv', '会員番号,残高,期限\n2,300,R20.3.31\n9,1,\n1,-5,\n')
  assert.deepEqual(counts(opening), [3, 1, 0, 2])
  assert.equal(await points('2'), 300)
  const [lot] = await theRows(sql`select expires_at from loyalty.lot where original = 300`)
  assert.equal(lot?.expires_at, '2038-03-31T15:00:00.000Z')
})

test('who is known stays, is refused, is completed or replaced, as the policy says', async () => {
  const text = (more = '') => `会員番号,氏名,電話,残高\n2,若竹 凜,03-1234-5678,${more}\n`
  assert.deepEqual(counts(await run('customers', 'again.csv', text())), [1, 0, 1, 0])
  assert.deepEqual(counts(await run('customers', 'again1.csv', text(' '), 'fail')), [1, 0, 0, 1])
  const profile_id = (await asSystem((tx) => find(tx, 'external', 'pos:2'))) as string
  assert.deepEqual(counts(await run('customers', 'again2.csv', text('  '), 'merge')), [1, 1, 0, 0])
  assert.deepEqual((({ given_name, phone }) => [given_name, phone])(await asSystem((tx) => open(tx, profile_id))), [
    '凛',
    '+81312345678',
  ])
  assert.deepEqual(counts(await run('customers', 'again3.csv', text('   '), 'replace')), [1, 1, 0, 0])
  assert.equal((await asSystem((tx) => open(tx, profile_id))).given_name, '凜')
  assert.deepEqual(
    counts(await run('products', 'p2.csv', '商品コード,商品名,JAN,税区分,単価\nA1,低脂肪乳,,軽減,216\n', 'merge')),
    [1, 0, 1, 0],
  )
  assert.deepEqual(
    counts(await run('products', 'p3.csv', '商品コード,商品名,JAN,税区分,単価\nA1,低脂肪乳,,軽減,217\n', 'keep')),
    [1, 0, 1, 0],
  )
})

test('a whole import is taken back: only what it brought, ledgers by reversal, and the same file comes in again', async () => {
  const text =
    '伝票,日時,店,会員番号,商品コード,数量,金額,付与\nP1,2024/06/01 10:00,新店,1,A1,2,432,4\nP2,2024/06/01 10:10,新店,77,A2,1,330,3\n'
  const first = await run('purchases', 'sales.csv', text)
  assert.deepEqual([first.rows_written, first.made.customers], [2, 1])
  const before = await points('1')
  const undone = await undo(base.db, system, first.import_id)
  assert.deepEqual([undone.state, undone.undone, undone.kept], ['undone', { order: 2, customer: 1 }, []])
  assert.equal(await points('1'), before - 4)
  assert.equal(await asSystem((tx) => find(tx, 'external', 'pos:77')), undefined)
  await assert.rejects(undo(base.db, system, first.import_id), { code: 'integrations.undone' })
  await clean()
  const second = await run('purchases', 'sales.csv', text)
  assert.deepEqual([second.state, second.rows_written, await points('1')], ['new', 2, before])
  assert.notEqual(second.import_id, first.import_id)
  await clean()
  // Points spent since: the order stays, the rest goes.
  const owner = (await asSystem((tx) => find(tx, 'external', 'pos:77'))) as string
  await theRow(
    sql`select loyalty.draw(${owner}, array[${owner}]::uuid[], 'points', 1, 'use', core.uuid7('2024-07-01'), core.uuid7('2024-07-01'), null, '2024-07-01', '2024-07-01', '2024-07-02', 'system', 'test')`,
  )
  const partly = await undo(base.db, system, second.import_id)
  assert.deepEqual(
    [partly.state, partly.undone, partly.kept.map(({ kind, reason }) => `${kind} ${reason}`).sort()],
    ['partly_undone', { order: 1 }, ['customer bought', 'order points_used']],
  )
})

test('counts, openings, prices to come and products are taken back too; what was used since is told', async () => {
  const state = async (resource: string, name: string) => {
    const { import_id } = (await theRow(
      sql`select import_id from integrations.import where resource = ${resource} and file_name = ${name}`,
    )) as { import_id: string }
    const { state: as, undone, kept } = await undo(base.db, system, import_id)
    return [as, undone, kept.map(({ kind, reason, count }) => `${kind} ${reason} ${count}`)]
  }
  assert.deepEqual(await state('stock', 'stock4.csv'), ['undone', { count: 1 }, []])
  assert.deepEqual(await state('points', 'points.csv'), ['undone', { opening: 1 }, []])
  assert.equal(await points('2'), 0)
  assert.deepEqual(await state('prices', 'prices.csv'), ['partly_undone', { price: 2 }, ['price price_in_force 1']])
  assert.deepEqual(await state('cards', 'cards.csv'), ['undone', { opening: 1, customer: 1 }, []])
  assert.deepEqual(await state('products', 'products.csv'), ['partly_undone', {}, ['product sold 2']])
  const shelf = await available(base.db, [(await variantsNamed(base.db, ['pos:A1'])).get('pos:A1') as string])
  assert.equal(shelf[0]?.on_hand, 12)
  await clean()
})

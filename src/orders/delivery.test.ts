import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { setClock } from '#core/time'
import { reachOf } from '#orders/orders'
import { putTowns } from '#stores/stores'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const oats = '4599990000016'
const shirt = '4599990000030'
const card = [{ method: 'card', token: 'tok_visa' }]
const to = {
  family_name: '木村',
  family_name_kana: 'キムラ',
  phone: '090-1234-5678',
  postal_code: '１５４-0001',
  prefecture: '東京',
  city: '世田谷区',
  address: '池尻1-1-1',
}
const at = (text: string) => Date.parse(`${text}+09:00`)
let now = at('2026-11-22T14:59:00')
let shop: Shop
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  const terms = await shop.as(shop.api_key).put('/v1/stores/delivery-terms/2026-11-01', {
    fee_yen: 660,
    free_from_yen: 5000,
    fees: [{ prefectures: ['沖縄'], fee_yen: 1650, free_from_yen: null }],
    cutoff: '15:00',
    lead_days: 1,
    leads: [{ prefectures: ['沖縄県', '北海道'], days: 3 }],
    days_offered: 7,
    slots: [
      { code: 'am', ja: '午前中', en: 'Morning' },
      { code: '18-20', ja: '18時〜20時', en: '18:00–20:00' },
    ],
  })
  assert.equal(terms.status, 200, terms.text)
})
after(async () => {
  setClock()
  await shop.close()
})
let people = 0
const join = async () => {
  const member = await shop.member(`delivery-${++people}`)
  return { ...member, as: shop.as(member.token) }
}
const order = (more: Record<string, unknown> = {}) => ({
  way: 'ship',
  lines: [{ gtin: oats, quantity: 2 }],
  ship: { ...to, postal_code: '154-0001' },
  payments: card,
  ...more,
})
const problem = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body.code,
  answer.body.field,
]

test('delivery is a line of its own at the standard rate, beside goods at the reduced rate', async () => {
  const { as } = await join()
  const quote = await as.post('/v1/orders/quotes', {
    way: 'ship',
    lines: [{ gtin: oats, quantity: 2 }],
    prefecture: '東京',
  })
  assert.deepEqual([quote.body.total_yen, quote.body.delivery_yen], [1188 + 660, 660], quote.text)
  const placed = await as.post('/v1/orders', order({ expected_total_yen: 1848 }))
  assert.equal(placed.status, 201, placed.text)
  const { total_yen, tax_yen, taxes, points_earned, lines } = placed.body as never as {
    total_yen: number
    tax_yen: number
    taxes: { rate_num: number; taxable_yen: number; tax_yen: number }[]
    points_earned: number
    lines: { variant_id: string | null; name: string; amount_yen: number; reduced: boolean }[]
  }
  assert.deepEqual([total_yen, tax_yen, points_earned], [1848, 88 + 60, 18])
  assert.deepEqual(
    taxes.map(({ rate_num, taxable_yen, tax_yen }) => [rate_num, taxable_yen, tax_yen]),
    [
      [8, 1188, 88],
      [10, 660, 60],
    ],
  )
  const fee = lines.at(-1)
  assert.deepEqual([fee?.variant_id, fee?.name, fee?.amount_yen, fee?.reduced], [null, '送料', 660, false])
})

test('delivery is free from an amount, by prefecture, and new fees wait for their day', async () => {
  const { as } = await join()
  const quote = async (prefecture: string, quantity: number) =>
    (await as.post('/v1/orders/quotes', { way: 'ship', lines: [{ gtin: shirt, quantity }], prefecture })).body
      .delivery_yen
  assert.deepEqual([await quote('大阪府', 1), await quote('大阪府', 2)], [660, 0])
  assert.deepEqual([await quote('沖縄県', 1), await quote('沖縄県', 2)], [1650, 1650])
  const later = await shop.as(shop.api_key).put('/v1/stores/delivery-terms/2026-12-01', {
    ...((await shop.as().get('/v1/stores/delivery-terms')).body.now as object),
    valid_from: undefined,
    fee_yen: 770,
  })
  assert.equal(later.status, 200, later.text)
  assert.equal(await quote('大阪府', 1), 660)
  now = at('2026-11-30T23:59:00')
  assert.equal(await quote('大阪府', 1), 660)
  now = at('2026-12-01T00:00:00')
  assert.equal(await quote('大阪府', 1), 770)
  now = at('2026-11-22T14:59:00')
})

test('a minute before the cut-off and a minute after, the dates offered differ by one day; far prefectures take longer', async () => {
  const dates = async (prefecture: string) => {
    const { body } = await shop.as().get(`/v1/orders/delivery-options?prefecture=${encodeURIComponent(prefecture)}`)
    return [body.earliest, body.latest]
  }
  assert.deepEqual(await dates('東京都'), ['2026-11-23', '2026-11-29'])
  assert.deepEqual(await dates('沖縄県'), ['2026-11-25', '2026-12-01'])
  now = at('2026-11-22T15:01:00')
  assert.deepEqual(await dates('東京都'), ['2026-11-24', '2026-11-30'])
  const { as } = await join()
  const early = await as.post('/v1/orders', order({ delivery: { date: '2026-11-23' } }))
  assert.deepEqual(problem(early), [422, 'orders.delivery_date', 'delivery.date'])
  const slot = await as.post('/v1/orders', order({ delivery: { date: '2026-11-25', slot: 'midnight' } }))
  assert.deepEqual(problem(slot), [422, 'orders.delivery_slot', 'delivery.slot'])
  const placed = await as.post('/v1/orders', order({ delivery: { date: '2026-11-25', slot: '18-20' } }))
  const { delivery_from, delivery_date, delivery_slot } = placed.body.promise as Record<string, unknown>
  assert.deepEqual([delivery_from, delivery_date, delivery_slot], ['2026-11-24', '2026-11-25', '18-20'])
  assert.deepEqual((await as.get(`/v1/orders/${placed.body.order_id}`)).body.promise, placed.body.promise)
})

test('an address is kept in its one form under her key, and what cannot be one is refused by its field', async () => {
  const { as, profile_id } = await join()
  const placed = await as.post('/v1/orders', order())
  const reach = await transaction(shop.db, system, (tx) => reachOf(tx, profile_id, String(placed.body.order_id)))
  assert.deepEqual(
    [reach?.ship?.postal_code, reach?.ship?.prefecture, reach?.ship?.phone],
    ['1540001', '東京都', '+819012345678'],
  )
  const bad = async (wrong: Record<string, string>) =>
    problem(await as.post('/v1/orders', order({ ship: { ...to, postal_code: '154-0001', ...wrong } })))
  assert.deepEqual(await bad({ prefecture: '江戸' }), [422, 'orders.ship_unreadable', 'ship.prefecture'])
  assert.deepEqual(await bad({ phone: '090-12' }), [422, 'orders.ship_unreadable', 'ship.phone'])
  assert.deepEqual((await bad({ postal_code: '154-00' })).slice(0, 1), [400])
})

test('one postal code names several towns, and contradicts a prefecture it does not belong to', async () => {
  const town = (name: string) => ({
    postal_code: '6028000',
    prefecture: '京都府',
    city: '京都市上京区',
    town: name,
    town_kana: null,
  })
  await transaction(shop.db, system, (tx) => putTowns(tx, [town('毘沙門町'), town('一丁目'), town('一丁目')]))
  const { body } = await shop.as().get('/v1/stores/postal-codes/602-8000')
  assert.deepEqual(
    (body.items as { town: string }[]).map((item) => item.town),
    ['一丁目', '毘沙門町'],
  )
  assert.deepEqual((await shop.as().get('/v1/stores/postal-codes/1000000')).body.items, [])
  const { as } = await join()
  const wrong = await as.post('/v1/orders', order({ ship: { ...to, postal_code: '602-8000' } }))
  assert.deepEqual([...problem(wrong), wrong.body.known], [422, 'orders.ship_unreadable', 'ship.prefecture', '京都府'])
})

test('an address of her book is delivered to by its id; nobody else’s is', async () => {
  const [her, other] = [await join(), await join()]
  const kept = await her.as.post('/v1/customers/me/addresses', { ...to, postal_code: '154-0001', preferred: true })
  assert.equal(kept.status, 201, kept.text)
  const wish = order({ ship: undefined, address_id: kept.body.address_id })
  assert.equal((await her.as.post('/v1/orders', wish)).status, 201)
  assert.deepEqual(problem(await other.as.post('/v1/orders', wish)), [422, 'customers.no_address', 'address_id'])
  const second = await her.as.post('/v1/customers/me/addresses', { ...to, postal_code: '154-0001', preferred: true })
  const list = (await her.as.get('/v1/customers/me/addresses')).body.items as {
    address_id: string
    preferred: boolean
  }[]
  assert.deepEqual(
    list.map(({ address_id, preferred }) => [address_id, preferred]),
    [
      [second.body.address_id, true],
      [kept.body.address_id, false],
    ],
  )
  assert.deepEqual((await other.as.get('/v1/customers/me/addresses')).body.items, [])
  const agent = await shop.as(shop.staff.agent.token).get(`/v1/customers/${her.profile_id}/addresses`)
  assert.equal((agent.body.items as unknown[])?.length, 2, agent.text)
  const stored = await transaction(shop.db, system, (tx) =>
    rows<{ sealed: Buffer }>(tx, sql`select sealed from customers.address`),
  )
  assert.equal(stored.length, 2)
  for (const { sealed } of stored) assert.ok(!sealed.toString('utf8').includes('池尻'))
})

test('leaves every ledger right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

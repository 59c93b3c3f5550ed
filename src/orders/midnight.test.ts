import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { promisify } from 'node:util'
import { setClock } from '#core/time'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { changePlace } from '../../e2e/api/places.ts'
import { pickupCode } from './view.ts'

const cookies = '4599990000184'
const soy = '4599990000023'
const oats = '4599990000016'
const eve = Date.parse('2027-03-31T14:59:59Z')
const change = Date.parse('2027-03-31T15:00:00Z')
let shop: Shop
let admin: ReturnType<Shop['as']>
let clerk: ReturnType<Shop['as']>

before(async () => {
  setClock(() => eve - 60_000)
  shop = await openShop()
  admin = shop.as(shop.staff.admin.token)
  clerk = shop.as(shop.staff.clerk.token)
  const announced = await admin.post('/v1/catalog/tax-rules', { rules: [food(1)] })
  assert.equal(announced.status, 201, announced.text)
})
afterEach(() => setClock(() => eve - 60_000))
after(async () => {
  setClock()
  await shop.close()
})

const food = (rate_num: number, rest = {}) => ({
  category: 'food',
  supply_mode: '*',
  rate_num,
  rate_den: 100,
  reduced: true,
  valid_from: '2027-04-01',
  valid_to: null,
  ...rest,
})
const lines = (quantity = 1) => [{ gtin: cookies, quantity }]
const ship = {
  family_name: '木村',
  phone: '0312345678',
  postal_code: '160-0022',
  prefecture: '東京都',
  city: '新宿区',
  address: '1-2-3',
}
const rates = (answer: { body: Record<string, unknown> }) =>
  (answer.body.lines as { rate_num: number }[]).map(({ rate_num }) => rate_num)
const figures = ({ body }: { body: Record<string, unknown> }) => [body.total_yen, body.tax_yen]

async function placed(way: 'collect' | 'ship') {
  const { token } = await shop.visitor()
  const order = await shop.as(token).post('/v1/orders', {
    way,
    lines: lines(),
    contact: { email: 'a@example.jp' },
    payments: [{ method: 'card', token: 'tok_visa' }],
    ...(way === 'ship' ? { ship } : { place_id: shop.shinjuku }),
  })
  assert.equal(order.status, 201, order.text)
  return order.body.order_id as string
}
const shipped = (order_id: string) => shop.as(shop.api_key).post(`/v1/orders/${order_id}/shipment`, {})

test('whatever zone the process lives in, the rate changes at midnight in Japan', async () => {
  const child = join(import.meta.dirname, 'midnight.child.ts')
  const zones = ['Asia/Tokyo', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu']
  const said = await Promise.all(
    zones.map(async (TZ) => {
      const { stdout } = await promisify(execFile)(process.execPath, [child], { env: { ...process.env, TZ } })
      return JSON.parse(stdout)
    }),
  )
  for (const [at, one] of said.entries())
    assert.deepEqual(
      one,
      [
        ['2027-03-31', 1080, 80],
        ['2027-04-01', 1080, 10],
      ],
      zones[at],
    )
})

test('the change is announced: everyone reads it long before', async () => {
  const rules = (await shop.as().get('/v1/catalog/tax-rules')).body.items as Record<string, unknown>[]
  assert.ok(rules.some((rule) => rule.category === 'food' && rule.rate_num === 1 && rule.valid_from === '2027-04-01'))
})

test('EC, till and offline till agree at 23:59:59 and at 00:00:00', async () => {
  const visitor = shop.as((await shop.visitor()).token)
  for (const [at, rate, tax] of [
    [eve, 8, 160],
    [change, 1, 21],
  ] as const) {
    setClock(() => at)
    const ec = await visitor.post('/v1/orders/quotes', { way: 'ship', lines: lines() })
    const till = await clerk.post('/v1/orders', { way: 'carry', lines: lines(), payments: [{ method: 'cash' }] })
    setClock(() => change + 40 * 60_000)
    const told = await clerk.post('/v1/orders/offline-sales', {
      device_id: 'till-9',
      sales: [
        {
          receipt_number: `M-${rate}`,
          occurred_at: new Date(at).toISOString(),
          lines: [{ gtin: cookies, quantity: 1, unit_yen: 2160, amount_yen: 2160 }],
          payments: [{ method: 'cash', amount_yen: 2160 }],
          tax_yen: tax,
        },
      ],
    })
    const [offline] = told.body.items as { order: Record<string, unknown>; task_ids: string[] }[]
    for (const answer of [ec, till, { body: offline?.order as Record<string, unknown> }]) {
      assert.deepEqual(figures(answer), [2160, tax])
      assert.deepEqual(rates(answer), [rate])
    }
    assert.deepEqual(offline?.task_ids, [], 'what the device printed is what we book')
  }
})

test('a price set without tax follows the rate; one set with tax stays, until its own new row begins', async () => {
  const prices = [
    [oats, 500, false, '2027-03-01T00:00:00Z'],
    [soy, 707, true, '2027-03-31T15:00:00Z'],
  ] as const
  for (const [gtin, yen, tax_included, valid_from] of prices) {
    const set = await shop.as(shop.api_key).post(`/v1/catalog/variants/${shop.variant[gtin]}/prices`, {
      yen,
      tax_included,
      valid_from,
    })
    assert.equal(set.status, 201, set.text)
  }
  const quoted = async (gtin: string) =>
    figures(await clerk.post('/v1/orders/quotes', { way: 'carry', lines: [{ gtin, quantity: 1 }] }))
  setClock(() => eve)
  assert.deepEqual(
    [await quoted(oats), await quoted(soy)],
    [
      [540, 40],
      [756, 56],
    ],
  )
  setClock(() => change)
  assert.deepEqual(
    [await quoted(oats), await quoted(soy)],
    [
      [505, 5],
      [707, 7],
    ],
  )
})

test('ordered on the eve, handed over after: the total stands, the tax is that of the supply', async () => {
  for (const way of ['collect', 'ship'] as const) {
    const order_id = await placed(way)
    assert.deepEqual(figures(await clerk.get(`/v1/orders/${order_id}`)), [2160, 160])
    setClock(() => change + 3_600_000)
    const after =
      way === 'ship'
        ? await shipped(order_id)
        : await clerk.post(`/v1/orders/${order_id}/readiness`, {}).then(() => handedOver(order_id))
    assert.equal(after.status, 200, after.text)
    assert.deepEqual([...figures(after), ...rates(after)], [2160, 21, 1])
    setClock(() => eve - 60_000)
  }
})

test('ordered and supplied on the same side of midnight, nothing changes', async () => {
  const before = await placed('ship')
  setClock(() => eve)
  assert.deepEqual(figures(await shipped(before)), [2160, 160])
  setClock(() => change)
  const after = await placed('ship')
  setClock(() => change + 86_400_000)
  assert.deepEqual(figures(await shipped(after)), [2160, 21])
})

test('a transitional rule shields mail orders of the eve, and only those', async () => {
  const rule = { category: 'food', supply_mode: 'delivery', changes_on: '2027-04-01', ordered_from: '2026-10-01' }
  const wrong = await admin.post('/v1/catalog/tax-transitions', {
    transitions: [{ ...rule, supplied_before: '2027-04-01' }],
  })
  assert.deepEqual([wrong.status, wrong.body.field], [400, 'transitions.0.supplied_before'])
  const told = await admin.post('/v1/catalog/tax-transitions', {
    transitions: [{ ...rule, supplied_before: '2027-05-01' }],
  })
  assert.equal(told.status, 201, told.text)
  const [mail, late, pickup] = [await placed('ship'), await placed('ship'), await placed('collect')]
  setClock(() => change + 86_400_000)
  assert.deepEqual(figures(await shipped(mail)), [2160, 160])
  const picked = await shop.as(shop.api_key).post(`/v1/orders/${pickup}/readiness`, {})
  assert.equal(picked.status, 200, picked.text)
  assert.deepEqual(figures(await handedOver(pickup)), [2160, 21])
  setClock(() => Date.parse('2027-04-30T15:00:00Z'))
  assert.deepEqual(figures(await shipped(late)), [2160, 21], 'supplied too late for the shield')
})

test('set aside on the eve and paid after it: the rate of the day it is paid and taken', async () => {
  await changePlace(shop, shop.shinjuku, { offers_holds: true })
  const her = shop.as((await shop.member('midnight')).token)
  setClock(() => eve)
  const hold = await her.post('/v1/orders/holds', { place_id: shop.shinjuku, lines: lines() })
  assert.equal(hold.status, 201, hold.text)
  setClock(() => change + 60_000)
  const sold = await clerk.post('/v1/orders', {
    way: 'carry',
    hold_id: hold.body.hold_id,
    payments: [{ method: 'cash' }],
  })
  assert.equal(sold.status, 201, sold.text)
  assert.deepEqual([...figures(sold), ...rates(sold)], [2160, 21, 1])
})

test('a cart filled on the eve is ordered at the rate of the day it is ordered', async () => {
  const { token } = await shop.member('midnight-cart')
  const her = shop.as(token)
  setClock(() => eve)
  const put = await her.post('/v1/carts/current/items', { variant_id: shop.variant[cookies], quantity: 1 })
  assert.ok(put.status < 300, put.text)
  const quoted = () => her.post('/v1/orders/quotes', { way: 'collect', place_id: shop.shinjuku, cart: true })
  assert.deepEqual(figures(await quoted()), [2160, 160])
  setClock(() => change)
  assert.deepEqual(figures(await quoted()), [2160, 21])
})

test('what was bought on the eve comes back at the rate of the eve', async () => {
  setClock(() => eve)
  const sold = await clerk.post('/v1/orders', { way: 'carry', lines: lines(2), payments: [{ method: 'cash' }] })
  assert.deepEqual(figures(sold), [4320, 320])
  setClock(() => change + 3_600_000)
  const back = await clerk.post(`/v1/orders/${sold.body.order_id}/returns`, {
    lines: [{ line_no: 1, quantity: 1 }],
    reason: 'changed_mind',
  })
  assert.ok(back.status < 300, back.text)
  const [tax] = back.body.taxes as Record<string, number>[]
  assert.deepEqual([back.body.total_yen, tax?.rate_num, tax?.tax_yen], [2160, 8, 160])
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

async function handedOver(order_id: string) {
  // By key: a clerk's own session ends overnight.
  const done = await shop.as(shop.api_key).post(`/v1/orders/${order_id}/hand-over`, { code: pickupCode(order_id) })
  assert.equal(done.status, 200, done.text)
  return done
}

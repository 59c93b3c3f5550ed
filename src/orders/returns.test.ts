import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSession } from '#access/access'
import { system } from '#core/actor'
import { only, rows, sql, transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { setClock } from '#core/time'
import { available } from '#inventory/inventory'
import { openBalance } from '#loyalty/loyalty'
import { selfTest, verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { returnChecks } from './return-checks.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const socks = '4599990000177'
const cookies = '4599990000184'
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  await transaction(shop.db, system, (tx) => putSetting(tx, 'orders.till_points_need_scan', false, 'test'))
})
after(async () => {
  setClock()
  await shop.close()
})

const refused = (answer: { status: number; body: Record<string, unknown> }) => [answer.status, answer.body.code]
const shelf = async (gtin: string, place_id: string) =>
  (await available(shop.db, [shop.variant[gtin] as string], [place_id]))[0]?.on_hand as number
let people = 0
const join = () => shop.member(`returns-${++people}`)
async function points(token: string) {
  const { available: free, pending, debt } = (await shop.as(token).get('/v1/loyalty/me')).body
  return [free, pending, debt]
}
async function sale(gtins: string[], more: Record<string, unknown> = {}) {
  const sold = await clerk.post('/v1/orders', {
    way: 'carry',
    lines: gtins.map((gtin) => ({ gtin, quantity: 1 })),
    payments: [{ method: 'cash' }],
    ...more,
  })
  assert.equal(sold.status, 201, sold.text)
  return sold.body as { order_id: string; number: string; points_earned: number }
}
const back = (order_id: string, line_no: number, more: Record<string, unknown> = {}, as = clerk) =>
  as.post(`/v1/orders/${order_id}/returns`, { lines: [{ line_no, quantity: 1 }], reason: 'size', ...more })

test('one of two goods comes back: its own tax is floored, the last slip takes the rest; points as if never bought', async () => {
  const member = await join()
  const order = await sale([shirt, knit], { profile_id: member.profile_id })
  assert.deepEqual(await points(member.token), [69, 0, 0])
  const quote = await clerk.post(`/v1/orders/${order.order_id}/returns/quotes`, {
    lines: [{ line_no: 1, quantity: 1 }],
    reason: 'size',
  })
  assert.deepEqual(
    [quote.status, quote.body.refund_yen, quote.body.tax_yen, quote.body.points_taken, quote.body.refunds],
    [200, 2990, 271, 30, [{ method: 'cash', amount_yen: 2990 }]],
    quote.text,
  )
  const first = await back(order.order_id, 1, { expected_refund_yen: 2990 })
  assert.equal(first.status, 201, first.text)
  assert.deepEqual([first.body.refund_yen, first.body.tax_yen, first.body.points_taken], [2990, 271, 30])
  assert.deepEqual(await points(member.token), [39, 0, 0])
  const second = await back(order.order_id, 2)
  assert.deepEqual([second.body.refund_yen, second.body.tax_yen, second.body.points_taken], [3990, 363, 39])
  assert.deepEqual(await points(member.token), [0, 0, 0])
  assert.deepEqual(refused(await back(order.order_id, 2)), [422, 'orders.not_bought'])
})

test('another shop takes it back: the goods lie there, fit to sell or written off by the reason', async () => {
  const setagaya = shop.as(shop.staff.setagaya_clerk.token)
  const order = await sale([socks, socks])
  const before = await shelf(socks, shop.setagaya)
  const sold_at = await shelf(socks, shop.shinjuku)
  assert.equal((await back(order.order_id, 1, {}, setagaya)).status, 201)
  assert.equal(await shelf(socks, shop.setagaya), before + 1)
  const broken = await back(order.order_id, 2, { reason: 'defective' }, setagaya)
  assert.equal((broken.body.lines as { condition: string }[])[0]?.condition, 'damaged')
  assert.equal(await shelf(socks, shop.setagaya), before + 1)
  assert.equal(await shelf(socks, shop.shinjuku), sold_at)
  assert.deepEqual(refused(await back(order.order_id, 1, { place_id: shop.shinjuku }, setagaya)), [403, 'access.place'])
})

test('sent twice with one key it comes back once; two at once cannot both take the last piece', async () => {
  const order = await sale([shirt])
  const body = { lines: [{ line_no: 1, quantity: 1 }], reason: 'size' }
  const path = `/v1/orders/${order.order_id}/returns`
  const first = await clerk.post(path, body, 'one-key-for-both')
  const again = await clerk.post(path, body, 'one-key-for-both')
  assert.deepEqual([first.status, again.status, again.text], [201, 201, first.text])
  const other = await sale([shirt])
  const both = await Promise.all([back(other.order_id, 1), back(other.order_id, 1)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422])
})

test('points used for the goods go back to their own lots with their own expiry, money to the payments: card first, cash last', async () => {
  const member = await join()
  const lots: [string, number, string][] = [
    ['old', 100, '2026-12-01T00:00:00+09:00'],
    ['new', 500, '2027-06-01T00:00:00+09:00'],
  ]
  for (const [source, amount, expires_at] of lots)
    await transaction(shop.db, system, (tx) =>
      openBalance(tx, system, { profile_id: member.profile_id, amount, source, expires_at }),
    )
  const order = await sale([shirt, knit], {
    profile_id: member.profile_id,
    points_used: 300,
    payments: [{ method: 'card', amount_yen: 4000, token: 'tok_visa' }, { method: 'cash' }],
  })
  assert.equal(order.points_earned, 66)
  const first = await back(order.order_id, 1)
  assert.equal(first.status, 201, first.text)
  const { refund_yen, points_back, points_taken } = first.body
  assert.deepEqual([refund_yen, points_back, points_taken], [2861, 129, 28])
  const second = await back(order.order_id, 2)
  const money = (answer: typeof first) =>
    (answer.body.refunds as { method: string; amount_yen: number }[]).map(({ method, amount_yen }) => [
      method,
      amount_yen,
    ])
  assert.deepEqual(
    [...money(first), ...money(second)],
    [
      ['card', 2861],
      ['card', 1139],
      ['cash', 2680],
    ],
  )
  assert.deepEqual(await points(member.token), [600, 0, 0])
  const left = await transaction(shop.db, system, (tx) =>
    rows<{ expires_at: string; remaining: number }>(
      tx,
      sql`select expires_at, remaining from loyalty.lot where profile_id = ${member.profile_id} and remaining > 0 order by 1`,
    ),
  )
  assert.deepEqual(
    left.map(({ remaining }) => remaining),
    [100, 500],
  )
})

test('points spent meanwhile become a debt; what later comes back pays it first', async () => {
  const member = await join()
  const first = await sale([shirt], { profile_id: member.profile_id })
  const second = await sale([socks], { profile_id: member.profile_id, points_used: 29 })
  assert.deepEqual(await points(member.token), [19, 0, 0])
  await back(first.order_id, 1)
  assert.deepEqual(await points(member.token), [0, 0, 10])
  await back(second.order_id, 1)
  assert.deepEqual(await points(member.token), [0, 0, 0])
})

test('without a receipt her history shows what may come back; members see their own returns and quote, nobody else’s', async () => {
  const member = await join()
  const order = await sale([shirt, socks], { profile_id: member.profile_id })
  await back(order.order_id, 1)
  const found = await clerk.post('/v1/orders/returns/searches', { profile_id: member.profile_id })
  const items = found.body.items as { order_id: string; lines: { left: number }[] }[]
  assert.deepEqual(
    items.map(({ order_id, lines }) => [order_id, lines.map(({ left }) => left)]),
    [[order.order_id, [0, 1]]],
  )
  const numbered = await clerk.post('/v1/orders/returns/searches', { number: order.number.toLowerCase() })
  assert.equal((numbered.body.items as unknown[]).length, 1)
  const path = `/v1/orders/${order.order_id}/returns`
  assert.equal(((await shop.as(member.token).get(path)).body.items as unknown[]).length, 1)
  assert.equal((await shop.as((await join()).token).get(path)).status, 404)
  assert.equal(
    (await shop.as(member.token).post(path, { lines: [{ line_no: 2, quantity: 1 }], reason: 'size' })).status,
    403,
  )
})

test('a return by post of a shipped order gives the card its money back; what has not left is cancelled, not returned', async () => {
  const member = await join()
  const ordered = await shop.as(member.token).post('/v1/orders', {
    way: 'ship',
    lines: [{ gtin: shirt, quantity: 1 }],
    payments: [{ method: 'card', token: 'tok_visa' }],
    ship: {
      family_name: '木村',
      phone: '090-1234-5678',
      postal_code: '154-0001',
      prefecture: '東京都',
      city: '世田谷区',
      address: '池尻1',
    },
  })
  const order_id = String(ordered.body.order_id)
  const agent = shop.as(shop.staff.agent.token)
  const post = { way: 'post', place_id: shop.warehouse }
  assert.deepEqual(refused(await back(order_id, 1, post, agent)), [409, 'orders.not_done'])
  await shop.as(shop.api_key).post(`/v1/orders/${order_id}/shipment`, {})
  const returned = await back(order_id, 1, post, agent)
  assert.equal(returned.status, 201, returned.text)
  const { items } = (await agent.get(`/v1/orders/${order_id}/returns`)).body as {
    items: { refunds: { state: string }[] }[]
  }
  assert.deepEqual(
    items[0]?.refunds.map(({ state }) => state),
    ['done'],
  )
  const cash = await sale([shirt])
  const posted = await back(cash.order_id, 1, post, agent)
  const { refunds } = posted.body as { refunds: { method: string; state: string }[] }
  assert.deepEqual([refunds[0]?.method, refunds[0]?.state], ['cash', 'by_hand'], 'a person sends the cash')
})

test('too late, or of a kind that does not come back: only a manager allows it, and that is on record', async () => {
  const order = await sale([cookies, shirt])
  await transaction(shop.db, system, (tx) =>
    putSetting(
      tx,
      'orders.returns',
      { window_days: 14, fault_window_days: 365, not_returnable: { category_ids: [], tax_categories: ['food'] } },
      'test',
    ),
  )
  assert.deepEqual(refused(await back(order.order_id, 1)), [409, 'orders.not_returnable'])
  assert.equal((await back(order.order_id, 1, { reason: 'defective' })).status, 201)
  now += 15 * 86_400_000
  const { staff_id } = shop.staff.clerk
  const signedIn = await transaction(shop.db, system, (tx) =>
    openSession(tx, { kind: 'staff', staff_id, place_id: shop.shinjuku }),
  )
  clerk = shop.as(signedIn.token)
  assert.deepEqual(refused(await back(order.order_id, 2)), [409, 'orders.return_too_late'])
  assert.deepEqual(refused(await back(order.order_id, 2, { override: { reason: 'goodwill' } })), [
    403,
    'orders.manager_needed',
  ])
  const approved = (code: string, pin = '246810') =>
    back(order.order_id, 2, { override: { reason: 'goodwill', approved_by: { code, pin } } })
  assert.deepEqual(refused(await approved('S-003', '000000')), [401, 'access.wrong_pin'])
  assert.deepEqual(refused(await approved('S-001')), [403, 'orders.manager_needed'])
  const allowed = await approved('S-003')
  assert.equal(allowed.status, 201, allowed.text)
  assert.deepEqual(allowed.body.override, { reason: 'goodwill', staff_id: shop.staff.manager.staff_id })
})

test('points as a discount: they come off every rate before tax, and a return gives them back with the goods', async () => {
  await transaction(shop.db, system, (tx) =>
    putSetting(tx, 'orders.terms', { points_as: 'discount', rounding: 'floor' }, 'test'),
  )
  const member = await join()
  await transaction(shop.db, system, (tx) =>
    openBalance(tx, system, { profile_id: member.profile_id, amount: 1000, source: 'x' }),
  )
  const sold = await sale([shirt, cookies], { profile_id: member.profile_id, points_used: 1000 })
  await transaction(shop.db, system, (tx) =>
    putSetting(tx, 'orders.terms', { points_as: 'payment', rounding: 'floor' }, 'test'),
  )
  const order = (await clerk.get(`/v1/orders/${sold.order_id}`)).body
  assert.deepEqual(
    [
      order.total_yen,
      order.discount_yen,
      order.points_as,
      (order.payments as { method: string }[]).map(({ method }) => method),
    ],
    [4150, 1000, 'discount', ['cash']],
  )
  assert.deepEqual(order.taxes, [
    { rate_num: 10, rate_den: 100, taxable_yen: 2409, tax_yen: 219 },
    { rate_num: 8, rate_den: 100, taxable_yen: 1741, tax_yen: 128 },
  ])
  const returned = await back(sold.order_id, 1, {
    override: { reason: 'goodwill', approved_by: { code: 'S-003', pin: '246810' } },
  })
  assert.deepEqual(
    [returned.body.refund_yen, returned.body.total_yen, returned.body.points_back, returned.body.tax_yen],
    [2409, 2409, 581, 219],
  )
})

test('after all this the books are right, and each check sees a broken row', async () => {
  assert.deepEqual(
    (await verify(shop.db.pool.options.connectionString as string)).filter(({ ok }) => !ok),
    [],
  )
  const trials = await selfTest(shop.db.pool.options.connectionString as string, returnChecks)
  assert.deepEqual(
    trials.filter(({ seen }) => !seen),
    [],
  )
  const { count } = await transaction(shop.db, system, (tx) =>
    only<{ count: number }>(tx, sql`select count(*) as count from activity.event where type = 'order.returned'`),
  )
  assert.ok(count > 10)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { available, keepBack } from '#inventory/inventory'
import { openBalance } from '#loyalty/loyalty'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const oats = '4599990000016'
const shirt = '4599990000030'
const socks = '4599990000177'
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  // These tests are about money; that points need a scan is told with the member card.
  await transaction(shop.db, system, (tx) => putSetting(tx, 'orders.till_points_need_scan', false, 'test'))
})
after(() => shop.close())

const sale = (body: Record<string, unknown>) =>
  clerk.post('/v1/orders', {
    way: 'carry',
    lines: [{ gtin: oats, quantity: 1 }],
    payments: [{ method: 'cash' }],
    ...body,
  })
const onHand = async (gtin: string) => {
  const [row] = await available(shop.db, [shop.variant[gtin] as string], [shop.shinjuku])
  return [row?.on_hand, row?.reserved]
}
async function rich(points: number) {
  const member = await shop.member(`till-${points}-${Math.random().toString(36).slice(2)}`)
  await transaction(shop.db, system, (tx) =>
    openBalance(tx, system, { profile_id: member.profile_id, amount: points, source: 'test' }),
  )
  return { ...member, points: async () => (await shop.as(member.token).get('/v1/loyalty/me')).body }
}
const refused = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body.code,
  answer.body.field,
]

test('a walk-in pays cash and gets change; the sale names nobody', async () => {
  const [before] = await onHand(oats)
  const sold = await sale({ payments: [{ method: 'cash', tendered_yen: 1000 }], expected_total_yen: 594 })
  assert.equal(sold.status, 201, sold.text)
  const { profile_id, state, total_yen, tax_yen, points_earned, payments, channel } = sold.body
  assert.deepEqual([profile_id, state, total_yen, tax_yen, points_earned, channel], [null, 'done', 594, 44, 0, 'till'])
  assert.deepEqual(payments, [
    {
      payment_id: (payments as { payment_id: string }[])[0]?.payment_id,
      method: 'cash',
      amount_yen: 594,
      tendered_yen: 1000,
      change_yen: 406,
      state: 'captured',
    },
  ])
  const seen = await clerk.get(`/v1/orders/${sold.body.order_id}`)
  assert.equal(seen.body.profile_id, null)
  assert.deepEqual(seen.body.payments, payments)
  assert.deepEqual(await onHand(oats), [(before as number) - 1, 0])
})

test('cash, card and points pay one sale together; points are earned on the money only', async () => {
  const member = await rich(300)
  const sold = await sale({
    profile_id: member.profile_id,
    lines: [{ gtin: shirt, quantity: 1 }],
    points_used: 290,
    payments: [
      { method: 'card', amount_yen: 1700, token: 'tok_visa' },
      { method: 'cash', tendered_yen: 5000 },
    ],
  })
  assert.equal(sold.status, 201, sold.text)
  assert.equal(sold.body.state, 'done')
  const seen = await clerk.get(`/v1/orders/${sold.body.order_id}`)
  const paid = (seen.body.payments as { method: string; amount_yen: number; change_yen: number; state: string }[]).map(
    (item) => [item.method, item.amount_yen, item.change_yen, item.state],
  )
  assert.deepEqual(paid, [
    ['card', 1700, 0, 'captured'],
    ['cash', 1000, 4000, 'captured'],
    ['points', 290, 0, 'captured'],
  ])
  assert.deepEqual([sold.body.total_yen, sold.body.tax_yen, sold.body.points_earned], [2990, 271, 27])
  const { available, held } = await member.points()
  assert.deepEqual([available, held], [10 + 27, 0])
})

test('points alone may pay a whole sale, without any payment', async () => {
  const member = await rich(594)
  for (const payments of [[], [{ method: 'cash' }]]) {
    const sold = await sale({ profile_id: member.profile_id, points_used: 594, payments })
    if (payments.length) {
      assert.deepEqual(refused(sold), [409, 'loyalty.short', 'points_used'])
      continue
    }
    assert.equal(sold.status, 201, sold.text)
    assert.deepEqual(
      [sold.body.total_yen, sold.body.points_earned, (sold.body.payments as unknown[]).length],
      [594, 0, 1],
    )
  }
  assert.equal((await member.points()).available, 0)
})

test('sums that do not add up are refused naming the field, and nothing is sold', async () => {
  const before = await onHand(oats)
  const member = await rich(1000)
  const cases: [Record<string, unknown>, number, string, string][] = [
    [{ payments: [] }, 422, 'orders.payment_sum', 'payments'],
    [{ payments: [{ method: 'cash', amount_yen: 593 }] }, 422, 'orders.payment_sum', 'payments'],
    [{ payments: [{ method: 'cash', amount_yen: 595 }] }, 422, 'orders.payment_sum', 'payments'],
    [{ payments: [{ method: 'cash' }, { method: 'card', token: 'tok_visa' }] }, 422, 'orders.payment_sum', 'payments'],
    [
      {
        payments: [
          { method: 'cash', amount_yen: 594 },
          { method: 'card', token: 'tok_visa' },
        ],
      },
      422,
      'orders.payment_sum',
      'payments',
    ],
    [{ payments: [{ method: 'cash', tendered_yen: 500 }] }, 422, 'orders.tendered_short', 'payments.0.tendered_yen'],
    [{ payments: [{ method: 'card' }] }, 422, 'orders.card_token', 'payments.0.token'],
    [{ expected_total_yen: 593 }, 409, 'orders.total_changed', 'expected_total_yen'],
    [{ profile_id: member.profile_id, points_used: 595 }, 422, 'orders.not_priced', 'points_used'],
    [{ points_used: 1 }, 422, 'orders.points_for_members', 'points_used'],
  ]
  for (const [body, ...expected] of cases) assert.deepEqual(refused(await sale(body)), expected, JSON.stringify(body))
  assert.deepEqual(await onHand(oats), before)
})

test('lines that cannot be sold are named: unknown goods, two names for one line, nothing at all', async () => {
  const cases: [Record<string, unknown>, string, string][] = [
    [
      {
        lines: [
          { gtin: oats, quantity: 1 },
          { gtin: '4900000000009', quantity: 1 },
        ],
      },
      'orders.not_on_sale',
      'lines.1',
    ],
    [{ lines: [{ variant_id: shop.shinjuku, quantity: 1 }] }, 'orders.not_on_sale', 'lines.0'],
    [{ lines: [{ quantity: 1 }] }, 'orders.not_on_sale', 'lines.0'],
    [{ lines: [{ variant_id: shop.variant[oats], gtin: shirt, quantity: 1 }] }, 'orders.two_goods', 'lines.0.gtin'],
    [{ lines: undefined }, 'orders.empty', 'lines'],
    [{ lines: undefined, cart: true }, 'orders.empty', 'lines'],
  ]
  for (const [body, ...expected] of cases)
    assert.deepEqual(refused(await sale(body)), [422, ...expected], JSON.stringify(body))
  for (const quantity of [0, -1, 1000, 2 ** 31, 1.5])
    assert.equal((await sale({ lines: [{ gtin: oats, quantity }] })).status, 400, String(quantity))
})

test('the same thing scanned and chosen is two lines and one take; more than there is names what is there', async () => {
  const [before] = await onHand(socks)
  const twice = (quantity: number) => [
    { gtin: socks, quantity },
    { variant_id: shop.variant[socks], quantity },
  ]
  const sold = await sale({ lines: twice(1) })
  assert.equal(sold.status, 201, sold.text)
  assert.deepEqual([(sold.body.lines as unknown[]).length, sold.body.total_yen], [2, 3980])
  assert.deepEqual(await onHand(socks), [(before as number) - 2, 0])
  const much = await sale({ lines: twice(999) })
  assert.deepEqual(refused(much), [409, 'inventory.short', 'lines'])
  assert.deepEqual(much.body.short, [
    { variant_id: shop.variant[socks], wanted: 1998, available: (before as number) - 2 },
  ])
})

test('the last pieces, kept back from online buyers, are sold at the till for cash and by card', async () => {
  const variant_id = shop.variant[shirt] as string
  const [left] = await onHand(shirt)
  await keepBack(shop.db, shop.shinjuku, variant_id, left as number)
  const online = await shop.as((await shop.visitor()).token).post('/v1/orders', {
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: shirt, quantity: 1 }],
    contact: { email: 'a@example.jp' },
    payments: [{ method: 'card', token: 'tok_visa' }],
  })
  assert.deepEqual(refused(online), [409, 'inventory.short', 'lines'])
  for (const payment of [{ method: 'cash' }, { method: 'card', token: 'tok_visa' }]) {
    const sold = await sale({ lines: [{ gtin: shirt, quantity: 1 }], payments: [payment] })
    assert.equal(sold.status, 201, sold.text)
  }
  assert.deepEqual(await onHand(shirt), [(left as number) - 2, 0])
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

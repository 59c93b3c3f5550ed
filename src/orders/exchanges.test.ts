import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { putProducts } from '#catalog/catalog'
import { system } from '#core/actor'
import { only, sql, transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { available, receive } from '#inventory/inventory'
import { openBalance } from '#loyalty/loyalty'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const socks = '4599990000177'
let shop: Shop
let clerk: ReturnType<Shop['as']>
const size: Record<'S' | 'M', string> = { S: '', M: '' }
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  await transaction(shop.db, system, async (tx) => {
    await putSetting(tx, 'orders.till_points_need_scan', false, 'test')
    const price = (yen: number) => [{ yen, valid_from: '2026-01-01T00:00:00Z' }]
    const { rows } = await putProducts(tx, system, [
      {
        external_id: 'tee',
        name: 'Tシャツ',
        tax_category: 'standard',
        variants: [
          { external_id: 'tee-s', options: { size: 'S' }, prices: price(1990) },
          { external_id: 'tee-m', options: { size: 'M' }, prices: price(2490) },
        ],
        published_at: '2026-01-01T00:00:00Z',
      },
    ])
    const [s, m] = rows[0]?.variant_ids ?? []
    Object.assign(size, { S: s, M: m })
    for (const variant_id of [size.S, size.M].sort())
      await receive(tx, system, {
        place_id: shop.shinjuku,
        variant_id,
        quantity: 20,
        kind: 'opening',
        source_kind: 'test',
        source_id: variant_id,
      })
  })
})
after(() => shop.close())

const refused = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body.code,
  answer.body.field,
]
const shelf = async (variant_id: string) =>
  (await available(shop.db, [variant_id], [shop.shinjuku]))[0]?.on_hand as number
async function sale(line: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const sold = await clerk.post('/v1/orders', {
    way: 'carry',
    lines: [{ quantity: 1, ...line }],
    payments: [{ method: 'cash' }],
    ...more,
  })
  assert.equal(sold.status, 201, sold.text)
  return String(sold.body.order_id)
}
const swap = (order_id: string, take: Record<string, unknown>, more: Record<string, unknown> = {}, key?: string) =>
  clerk.post(
    `/v1/orders/${order_id}/exchanges`,
    { lines: [{ line_no: 1, quantity: 1 }], reason: 'exchange', take: [{ quantity: 1, ...take }], ...more },
    key,
  )
type Swapped = {
  difference_yen: number
  return: { refunds: { method: string; amount_yen: number }[] }
  order: { order_id: string; total_yen: number; payments: { method: string; amount_yen: number }[] }
}
const money = (list: { method: string; amount_yen: number }[]) =>
  list.map(({ method, amount_yen }) => [method, amount_yen])

test('another size costs nothing, whatever it costs today; goods change places on the shelf', async () => {
  const order_id = await sale({ variant_id: size.S })
  const [s, m] = [await shelf(size.S), await shelf(size.M)]
  const done = await swap(order_id, { variant_id: size.M }, { expected_difference_yen: 0 })
  assert.equal(done.status, 201, done.text)
  const { difference_yen, order, return: back } = done.body as unknown as Swapped
  assert.deepEqual(
    [difference_yen, order.total_yen, money(order.payments), money(back.refunds)],
    [0, 1990, [['exchange', 1990]], [['exchange', 1990]]],
  )
  assert.deepEqual([await shelf(size.S), await shelf(size.M)], [s + 1, m - 1])
})

test('dearer goods leave one difference to pay, cheaper ones one to give back', async () => {
  const dearer = await swap(
    await sale({ gtin: shirt }),
    { gtin: knit },
    { payments: [{ method: 'cash', tendered_yen: 2000 }] },
  )
  assert.equal(dearer.status, 201, dearer.text)
  const up = dearer.body as unknown as Swapped
  assert.equal(up.difference_yen, 1000)
  assert.deepEqual(money(up.order.payments).sort(), [
    ['cash', 1000],
    ['exchange', 2990],
  ])
  const cheaper = await swap(await sale({ gtin: shirt }), { gtin: socks })
  const down = cheaper.body as unknown as Swapped
  assert.equal(down.difference_yen, -1000)
  assert.deepEqual(money(down.return.refunds).sort(), [
    ['cash', 1000],
    ['exchange', 1990],
  ])
})

test('what was paid by card and exchanged goes back to that card when it comes back later, once', async () => {
  const order_id = await sale({ gtin: shirt }, { payments: [{ method: 'card', token: 'tok_visa' }] })
  const first = (await swap(order_id, { gtin: socks })).body as unknown as Swapped
  assert.deepEqual(money(first.return.refunds).sort(), [
    ['card', 1000],
    ['exchange', 1990],
  ])
  const back = await clerk.post(`/v1/orders/${first.order.order_id}/returns`, {
    lines: [{ line_no: 1, quantity: 1 }],
    reason: 'size',
  })
  assert.equal(back.status, 201, back.text)
  assert.deepEqual(money(back.body.refunds as []), [['card', 1990]])
  const card = await transaction(shop.db, system, (tx) =>
    only<{ state: string; refunded_yen: number }>(
      tx,
      sql`select state, refunded_yen from orders.payment where order_id = ${order_id} and method = 'card'`,
    ),
  )
  assert.deepEqual(card, { state: 'refunded', refunded_yen: 2990 })
})

test('points that had paid pay again, points earned follow the new sale', async () => {
  const member = await shop.member('swap')
  await transaction(shop.db, system, (tx) =>
    openBalance(tx, system, { profile_id: member.profile_id, amount: 500, source: 'x' }),
  )
  const order_id = await sale({ variant_id: size.S }, { profile_id: member.profile_id, points_used: 500 })
  const points = async () => (await shop.as(member.token).get('/v1/loyalty/me')).body.available
  assert.equal(await points(), 14)
  const done = await swap(order_id, { variant_id: size.M })
  assert.equal(done.status, 201, done.text)
  assert.deepEqual(money((done.body as unknown as Swapped).order.payments).sort(), [
    ['exchange', 1490],
    ['points', 500],
  ])
  assert.equal(await points(), 14)
  const back = await clerk.post(`/v1/orders/${(done.body as unknown as Swapped).order.order_id}/returns`, {
    lines: [{ line_no: 1, quantity: 1 }],
    reason: 'size',
  })
  assert.deepEqual([back.body.refund_yen, back.body.points_back], [1490, 500])
  assert.equal(await points(), 500)
})

test('all or nothing: without stock, or when the money is not right, neither half happens', async () => {
  const order_id = await sale({ gtin: shirt })
  const none = await swap(order_id, { gtin: knit, quantity: 900 }, { payments: [{ method: 'cash' }] })
  assert.deepEqual(refused(none).slice(0, 2), [409, 'inventory.short'])
  assert.deepEqual(refused(await swap(order_id, { gtin: knit })), [422, 'orders.payment_sum', 'payments'])
  assert.deepEqual(
    refused(await swap(order_id, { gtin: knit }, { payments: [{ method: 'card', token: 'tok_visa' }] })),
    [422, 'orders.by_hand', 'payments.0.method'],
  )
  assert.deepEqual(refused(await swap(order_id, { gtin: socks }, { expected_difference_yen: 0 })), [
    409,
    'orders.difference_changed',
    'expected_difference_yen',
  ])
  assert.deepEqual((await clerk.get(`/v1/orders/${order_id}/returns`)).body.items, [])
  const quote = await clerk.post(`/v1/orders/${order_id}/exchanges/quotes`, {
    lines: [{ line_no: 1, quantity: 1 }],
    reason: 'exchange',
    take: [{ gtin: knit, quantity: 1 }],
  })
  assert.deepEqual(
    [quote.body.difference_yen, quote.body.refund_yen, quote.body.total_yen],
    [1000, 2990, 3990],
    quote.text,
  )
})

test('sent twice with one key it happens once, and the books are right after all this', async () => {
  const order_id = await sale({ gtin: shirt })
  const [first, again] = [
    await swap(order_id, { gtin: socks }, {}, 'exchange-once'),
    await swap(order_id, { gtin: socks }, {}, 'exchange-once'),
  ]
  assert.deepEqual([first.status, again.status, again.text], [201, 201, first.text])
  assert.deepEqual(
    (await verify(shop.db.pool.options.connectionString as string)).filter(({ ok }) => !ok),
    [],
  )
})

/** Ways of paying, and several at once: the payments of an order sum to its total, always. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { fakePayment } from '#channels/payment/fake'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { Problem } from '#core/problem'
import { putSetting } from '#core/settings'
import { clock } from '#core/time'
import { tick } from '#orders/orders'
import { paymentsOf } from '#orders/tender'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const shirt = '4599990000030' // ¥2,990
let shop: Shop
let clerk: ReturnType<Shop['as']>
let _manager: ReturnType<Shop['as']>
let her: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  _manager = shop.as(shop.staff.manager.token)
  her = shop.as((await shop.member('tender')).token)
})
after(() => shop.close())

const inside = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(shop.db, system, work)
const lines = [{ gtin: shirt, quantity: 1 }]
const sale = (payments: unknown, more: object = {}) =>
  clerk.post('/v1/orders', { way: 'carry', lines, payments, ...more })
const send = (payments: unknown) =>
  her.post('/v1/orders', {
    way: 'ship',
    lines: [{ gtin: shirt, quantity: 2 }],
    payments,
    ship: {
      family_name: '木村',
      phone: '0312345678',
      postal_code: '1600022',
      prefecture: '東京都',
      city: '新宿区',
      address: '1-1',
    },
  })
const collect = (payments: unknown) =>
  her.post('/v1/orders', { way: 'collect', place_id: shop.shinjuku, lines, payments })
const _card = [{ method: 'card', token: 'tok_visa' }]
const setAs = (key: string, value: unknown) => inside((tx) => putSetting(tx, key, value, 'test'))
const _sweep = () => tick(shop.db, clock.iso())
type Paid = {
  method: string
  amount_yen: number
  state: string
  payment_id: string
  captured_yen?: number
  refunded_yen?: number
}
const paid = async (order_id: unknown) => (await clerk.get(`/v1/orders/${order_id}`)).body.payments as Paid[]
const _company = (payment_id: string, amount_yen: number, capture: 'now' | 'later' = 'now') =>
  fakePayment(shop.db).look({ reference: payment_id, amount_yen, capture })

test('an outside terminal: the amount keyed by the clerk stands with the number of its slip, and says that it is not ours', async () => {
  const bare = await sale([{ method: 'terminal' }])
  assert.deepEqual([bare.status, bare.body.code, bare.body.field], [422, 'orders.slip_needed', 'payments.0.slip'])
  const sold = await sale([
    { method: 'terminal', amount_yen: 2000, slip: '00412' },
    { method: 'cash', tendered_yen: 1000 },
  ])
  assert.equal(sold.status, 201, sold.text)
  const [terminal, cash] = sold.body.payments as Record<string, unknown>[]
  assert.deepEqual(
    [terminal?.method, terminal?.amount_yen, terminal?.slip, terminal?.state],
    ['terminal', 2000, '00412', 'captured'],
  )
  assert.deepEqual([cash?.amount_yen, cash?.change_yen], [990, 10])
})

test('a split that does not sum to the total is refused and names the field', async () => {
  for (const payments of [
    [{ method: 'cash', amount_yen: 2989 }],
    [
      { method: 'cash', amount_yen: 2000 },
      { method: 'terminal', amount_yen: 991, slip: '1' },
    ],
    [{ method: 'cash' }, { method: 'card', token: 'tok_visa' }],
    [],
  ]) {
    const refused = await sale(payments)
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field, refused.body.to_pay_yen],
      [422, 'orders.payment_sum', 'payments', 2990],
    )
  }
})

test('whatever is asked, a split sums to the total exactly or is refused', () => {
  const item = fc.record({
    method: fc.constantFrom('cash' as const, 'terminal' as const, 'card' as const),
    amount_yen: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined }),
  })
  const terms = { way: 'carry', now: new Date(), later: false, cash_on_delivery: false }
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 5 }),
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 0, max: 500 }),
      (asked, total, points) => {
        const given = asked.map(({ amount_yen, ...rest }) => ({
          ...rest,
          slip: '1',
          token: 'tok_visa',
          ...(amount_yen === undefined ? {} : { amount_yen }),
        }))
        try {
          const made = paymentsOf(given, terms, total, points)
          assert.equal(
            made.reduce((sum, { amount_yen }) => sum + amount_yen, 0),
            total + points,
          )
          assert.ok(made.every(({ amount_yen }) => amount_yen > 0))
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          assert.equal(error.code, 'orders.payment_sum')
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('pay in shop: ordered now, paid at the till in cash and at a terminal, handed over only then', async () => {
  const order = await collect([{ method: 'pay_in_shop' }])
  assert.deepEqual([order.status, order.body.state, (order.body.payments as Paid[])[0]?.state], [201, 'placed', 'due'])
  const { order_id } = order.body
  const code = (order.body.pickup as { code: string }).code
  await clerk.post(`/v1/orders/${order_id}/readiness`, {})
  const early = await clerk.post(`/v1/orders/${order_id}/hand-over`, { code })
  assert.deepEqual(
    [early.status, early.body.code, early.body.field, early.body.due_yen],
    [409, 'orders.not_paid', 'payments', 2990],
  )
  const short = await clerk.post(`/v1/orders/${order_id}/payments`, { payments: [{ method: 'cash', amount_yen: 100 }] })
  assert.deepEqual([short.status, short.body.code, short.body.to_pay_yen], [422, 'orders.payment_sum', 2990])
  const key = randomUUID()
  const payments = [
    { method: 'terminal', amount_yen: 1990, slip: '7' },
    { method: 'cash', tendered_yen: 1000 },
  ]
  const done = await clerk.post(`/v1/orders/${order_id}/payments`, { payments }, key)
  assert.equal(done.status, 201, done.text)
  assert.equal((await clerk.post(`/v1/orders/${order_id}/payments`, { payments }, key)).text, done.text)
  assert.deepEqual(
    (await paid(order_id)).map(({ method, amount_yen, state }) => [method, amount_yen, state]),
    [
      ['terminal', 1990, 'captured'],
      ['cash', 1000, 'captured'],
    ],
  )
  assert.equal((await clerk.post(`/v1/orders/${order_id}/payments`, { payments })).body.code, 'orders.nothing_due')
  assert.equal((await clerk.post(`/v1/orders/${order_id}/hand-over`, { code })).body.state, 'done')
})

test('an order to be paid in the shop that is given up owes nothing', async () => {
  const { body } = await collect([{ method: 'pay_in_shop' }])
  assert.equal((await her.post(`/v1/orders/${body.order_id}/cancellation`, {})).body.state, 'cancelled')
  assert.deepEqual(
    (await paid(body.order_id)).map(({ state }) => state),
    ['voided'],
  )
  const late = await clerk.post(`/v1/orders/${body.order_id}/payments`, { payments: [{ method: 'cash' }] })
  assert.equal(late.body.code, 'orders.nothing_due')
})

test('a way of paying that does not go with the way of receiving is refused', async () => {
  for (const answer of [
    await sale([{ method: 'pay_in_shop' }]),
    await collect([{ method: 'terminal', slip: '1' }]),
    await send([{ method: 'cash_on_delivery' }]),
  ])
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.field],
      [422, 'orders.method_not_here', 'payments.0.method'],
    )
})

test('cash on delivery, where the group offers it: sent unpaid, due until the carrier has paid', async () => {
  await setAs('orders.cash_on_delivery', true)
  const { body } = await send([{ method: 'cash_on_delivery' }])
  const admin = shop.as(shop.staff.admin.token)
  assert.equal((await admin.post(`/v1/orders/${body.order_id}/shipment`, {})).body.state, 'done')
  assert.equal((await paid(body.order_id))[0]?.state, 'due')
  const got = await admin.post(`/v1/orders/${body.order_id}/payments`, {
    payments: [{ method: 'cash' }],
    place_id: shop.warehouse,
  })
  assert.equal(got.status, 201, got.text)
})

test('a buyer who must prove herself first: the order waits, and the same key finishes it', async () => {
  const key = randomUUID()
  const wish = {
    way: 'collect',
    place_id: shop.shinjuku,
    lines,
    payments: [{ method: 'card', token: 'tok_authenticate' }],
  }
  const first = await her.post('/v1/orders', wish, key)
  assert.deepEqual([first.status, first.body.state], [201, 'paying'], first.text)
  const [payment] = first.body.payments as (Paid & { action?: { client_secret: string } })[]
  assert.ok(payment?.action?.client_secret)
  assert.equal((await her.post('/v1/orders', wish, key)).body.state, 'paying')
  const reference = payment?.payment_id as string
  await fakePayment(shop.db).authorize({ reference, amount_yen: 2990, capture: 'now', token: 'tok_visa' })
  const done = await her.post('/v1/orders', wish, key)
  assert.deepEqual([done.status, done.body.state, done.body.order_id], [201, 'placed', first.body.order_id])
  assert.equal((await her.post('/v1/orders', wish, key)).text, done.text)
})

test('a cart whose card order still waits cannot be ordered again under another key', async () => {
  const buyer = shop.as((await shop.member('two-keys')).token)
  await buyer.post('/v1/carts/current/items', { variant_id: shop.variant[shirt], quantity: 1 })
  const wish = (token: string) => ({
    way: 'collect',
    place_id: shop.shinjuku,
    cart: true,
    payments: [{ method: 'card', token }],
  })
  const first = await buyer.post('/v1/orders', wish('tok_authenticate'))
  assert.equal(first.body.state, 'paying', first.text)
  const again = await buyer.post('/v1/orders', wish('tok_visa'))
  assert.deepEqual(
    [again.status, again.body.code, again.body.field, again.body.order_id],
    [409, 'orders.cart_paying', 'cart', first.body.order_id],
  )
  assert.equal(again.headers.get('retry-after'), '30')
  await tick(shop.db, new Date(clock.ms() + 16 * 60_000).toISOString())
  const later = await buyer.post('/v1/orders', wish('tok_visa'))
  assert.equal(later.body.state, 'placed', later.text)
})

test('faces learn which fields to show, and no secret', async () => {
  const { body } = await shop.as().get('/v1/orders/payments/configuration')
  assert.deepEqual(body, { provider: 'fake', hosted: false, publishable_key: null })
})

test('a plain cash sale writes one payment and leaves nothing to do', async () => {
  const { body } = await sale([{ method: 'cash' }])
  const left = await inside((tx) =>
    rows(
      tx,
      sql`select from orders.payment_operation where order_id = ${body.order_id} union all select from orders.due where order_id = ${body.order_id}`,
    ),
  )
  assert.equal(left.length, 0)
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

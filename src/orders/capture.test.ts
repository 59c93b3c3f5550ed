/** Money after the order: captured when the goods leave, given back in parts, summed up at the day's end. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { fakePayment } from '#channels/payment/fake'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { clock } from '#core/time'
import { checks } from '#orders/checks'
import { find, tick } from '#orders/orders'
import { captureOnly, refund } from '#orders/payments'
import { selfTest, verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const shirt = '4599990000030' // ¥2,990
let shop: Shop
let clerk: ReturnType<Shop['as']>
let manager: ReturnType<Shop['as']>
let her: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  manager = shop.as(shop.staff.manager.token)
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
const card = [{ method: 'card', token: 'tok_visa' }]
const setAs = (key: string, value: unknown) => inside((tx) => putSetting(tx, key, value, 'test'))
const sweep = () => tick(shop.db, clock.iso())
type Paid = {
  method: string
  amount_yen: number
  state: string
  payment_id: string
  captured_yen?: number
  refunded_yen?: number
}
const paid = async (order_id: unknown) => (await clerk.get(`/v1/orders/${order_id}`)).body.payments as Paid[]
const company = (payment_id: string, amount_yen: number, capture: 'now' | 'later' = 'now') =>
  fakePayment(shop.db).look({ reference: payment_id, amount_yen, capture })

test('authorized when ordered, captured when sent: all of it, or only what was left to send', async () => {
  await setAs('orders.capture_at_shipping', true)
  const admin = shop.as(shop.staff.admin.token)
  for (const part of [undefined, 2990]) {
    const { body, text } = await send(card)
    const [payment] = body.payments as Paid[]
    assert.deepEqual([body.state, payment?.state], ['placed', 'authorized'], text)
    const reference = payment?.payment_id as string
    assert.equal((await company(reference, 5980, 'later')).state, 'authorized')
    if (part) await inside(async (tx) => captureOnly(tx, system, await find(tx, String(body.order_id)), part))
    await admin.post(`/v1/orders/${body.order_id}/shipment`, {})
    await sweep()
    const [now] = await paid(body.order_id)
    assert.deepEqual([now?.state, now?.captured_yen], ['captured', part])
    assert.equal((await company(reference, 5980, 'later')).captured_yen, part ?? 5980)
  }
})

test('an authorized order that is cancelled lets go of the authorization', async () => {
  const { body } = await send(card)
  const reference = (body.payments as Paid[])[0]?.payment_id as string
  await her.post(`/v1/orders/${body.order_id}/cancellation`, {})
  assert.deepEqual(
    [(await paid(body.order_id))[0]?.state, (await company(reference, 5980, 'later')).state],
    ['voided', 'voided'],
  )
  await setAs('orders.capture_at_shipping', false)
})

test('an authorization that ran out before the parcel left is listed for a person, and its money becomes due', async () => {
  await setAs('orders.capture_at_shipping', true)
  const { body } = await send(card)
  await setAs('orders.capture_at_shipping', false)
  const [payment] = body.payments as Paid[]
  await fakePayment(shop.db).cancel({ reference: payment?.payment_id as string, amount_yen: 5980, capture: 'later' })
  const admin = shop.as(shop.staff.admin.token)
  await admin.post(`/v1/orders/${body.order_id}/shipment`, {})
  await sweep()
  const listed = (await admin.get('/v1/orders/payments/attention')).body.items as {
    order_id: string
    why: string
    operation_id: string
  }[]
  const mine = listed.find(({ order_id }) => order_id === body.order_id)
  assert.equal(mine?.why, 'authorization_gone')
  const seen = await admin.post(`/v1/orders/payments/operations/${mine?.operation_id}/completion`, {})
  assert.deepEqual(
    (seen.body.payments as Paid[]).map(({ state }) => state),
    ['due'],
  )
})

test('refunds in parts: the card first, each once, never more than was taken; by hand with a slip where hands are needed', async () => {
  const { body } = await sale([
    { method: 'card', token: 'tok_visa', amount_yen: 1000 },
    { method: 'terminal', amount_yen: 1000, slip: '9' },
    { method: 'cash' },
  ])
  const order_id = String(body.order_id)
  const back = (refund_id: string, amount_yen: number, given_at_place_id?: string) =>
    inside(async (tx) =>
      refund(tx, system, await find(tx, order_id), {
        refund_id,
        amount_yen,
        reason: 'test',
        ...(given_at_place_id ? { given_at_place_id } : {}),
      }),
    )
  const [first, second] = [randomUUID(), randomUUID()]
  for (let times = 0; times < 2; times++)
    assert.deepEqual(
      (await back(first, 400)).map(({ amount_yen }) => amount_yen),
      [400],
    )
  await sweep()
  assert.deepEqual(
    (await paid(order_id)).map(({ state, refunded_yen }) => [state, refunded_yen]),
    [
      ['partly_refunded', 400],
      ['captured', undefined],
      ['captured', undefined],
    ],
  )
  await back(second, 1700)
  await sweep()
  assert.deepEqual(
    (await paid(order_id)).map(({ state, refunded_yen }) => [state, refunded_yen]),
    [
      ['refunded', 1000],
      ['refunding', undefined],
      ['refunding', undefined],
    ],
  )
  await assert.rejects(back(randomUUID(), 891), { code: 'orders.refund_too_much' })
  const listed = (await clerk.get(`/v1/orders/payments/attention?place_id=${shop.shinjuku}`)).body.items as {
    method: string
    order_id: string
    operation_id: string
    amount_yen: number
  }[]
  const waiting = listed.filter((item) => item.order_id === order_id)
  assert.deepEqual(waiting.map(({ method, amount_yen }) => [method, amount_yen]).sort(), [
    ['cash', 100],
    ['terminal', 1000],
  ])
  for (const { method, operation_id } of waiting) {
    const path = `/v1/orders/payments/operations/${operation_id}/completion`
    if (method === 'terminal') assert.equal((await clerk.post(path, {})).body.field, 'slip')
    assert.equal((await clerk.post(path, method === 'terminal' ? { slip: '10' } : {})).status, 200)
    assert.equal((await clerk.post(path, { slip: '10' })).status, 404)
  }
  assert.deepEqual(
    (await back(randomUUID(), 890, shop.shinjuku)).map(({ amount_yen }) => amount_yen),
    [890],
  )
  assert.deepEqual(
    (await paid(order_id)).map(({ state }) => state),
    ['refunded', 'refunded', 'refunded'],
  )
})

test('a refund made in the company’s own console is heard of, and our books follow', async () => {
  const { body } = await sale(card)
  const reference = (body.payments as Paid[])[0]?.payment_id as string
  await fakePayment(shop.db).refund({ reference, amount_yen: 2990, capture: 'now' }, randomUUID(), 990)
  await tick(shop.db, new Date(clock.ms() + 5 * 60_000).toISOString())
  const [payment] = await paid(body.order_id)
  assert.deepEqual([payment?.state, payment?.refunded_yen], ['partly_refunded', 990])
})

test('the day’s settlement sums by place and method what was taken and given back', async () => {
  const today = (await sale([{ method: 'cash' }])).body.business_date
  const of = async () => {
    const { body } = await manager.get(
      `/v1/orders/payments/settlements?business_date=${today}&place_id=${shop.shinjuku}`,
    )
    return new Map(
      (body.items as { method: string; taken_yen: number; refunded_yen: number; net_yen: number }[]).map((item) => [
        item.method,
        item,
      ]),
    )
  }
  const was = await of()
  const { body } = await sale([{ method: 'cash' }])
  await inside(async (tx) =>
    refund(tx, system, await find(tx, String(body.order_id)), {
      refund_id: randomUUID(),
      amount_yen: 990,
      reason: 'test',
      given_at_place_id: shop.shinjuku,
    }),
  )
  const is = await of()
  const grown = (what: 'taken_yen' | 'refunded_yen' | 'net_yen') =>
    (is.get('cash')?.[what] ?? 0) - (was.get('cash')?.[what] ?? 0)
  assert.deepEqual([grown('taken_yen'), grown('refunded_yen'), grown('net_yen')], [2990, 990, 2000])
  const other = await clerk.get(`/v1/orders/payments/settlements?business_date=${today}&place_id=${shop.setagaya}`)
  assert.equal(other.status, 403)
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

test('and each way in which money could be wrong would be seen', async () => {
  const own = checks.filter(({ name }) => /money stands|refunds are|a payment stands|payments sum/.test(name))
  assert.equal(own.length, 4)
  assert.deepEqual(
    (await selfTest(shop.db.url, own)).filter(({ seen }) => !seen),
    [],
  )
})

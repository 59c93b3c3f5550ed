import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setClock } from '#core/time'
import { available } from '#inventory/inventory'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { eventsOf } from '../../e2e/api/events.ts'
import { changePlace, daily } from '../../e2e/api/places.ts'

const cookies = '4599990000184'
const card = [{ method: 'card', token: 'tok_visa' }]
const rounds = Number(process.env.AHEAD_RACES ?? 5)
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  await changePlace(shop, shop.shinjuku, { offers_order_ahead: true, hours: daily('07:00', '21:00') })
})
after(async () => {
  setClock()
  await shop.close()
})
let people = 0
const join = async () => {
  const member = await shop.member(`ahead-${++people}`)
  return { ...member, as: shop.as(member.token) }
}
const order = () => ({
  way: 'order_ahead',
  place_id: shop.shinjuku,
  lines: [{ gtin: cookies, quantity: 1 }],
  payments: card,
})
const stock = async () => {
  const [row] = await available(shop.db, [shop.variant[cookies] as string], [shop.shinjuku])
  return [row?.on_hand, row?.reserved]
}

test('the shop begins while she cancels: exactly one of them happens', async () => {
  for (let round = 0; round < rounds; round++) {
    const { as, profile_id } = await join()
    const placed = await as.post('/v1/orders', order())
    assert.equal(placed.status, 201, placed.text)
    const path = `/v1/orders/${placed.body.order_id}`
    const [begun, cancelled] = await Promise.all([
      clerk.post(`${path}/preparation`, {}),
      as.post(`${path}/cancellation`, {}),
    ])
    const { state, promise } = (await as.get(path)).body as { state: string; promise: { queue: string | null } }
    const told = (await eventsOf(shop, profile_id)).map(({ type }) => type)
    if (cancelled.status === 200) {
      assert.equal(state, 'cancelled')
      assert.ok(begun.status === 409 || begun.status === 200, begun.text)
    } else {
      assert.deepEqual([state, promise.queue, cancelled.status, begun.status], ['placed', 'preparing', 409, 200])
      assert.ok(!told.includes('order.cancelled'))
    }
    assert.ok(!(told.includes('order.preparing') && told.includes('order.cancelled')), String(told))
  }
})

test('goods that lie on the shelf are reserved when ordered and leave it when handed over, however often it is sent', async () => {
  const [on_hand, reserved] = (await stock()) as [number, number]
  const { as } = await join()
  const placed = await as.post('/v1/orders', order())
  assert.deepEqual(await stock(), [on_hand, reserved + 1])
  const path = `/v1/orders/${placed.body.order_id}`
  const { call_number } = placed.body.promise as { call_number: number }
  const sent = await Promise.all(Array.from({ length: 5 }, () => clerk.post(`${path}/hand-over`, { call_number })))
  assert.deepEqual([...new Set(sent.map(({ status, body }) => `${status} ${body.state}`))], ['200 done'])
  assert.deepEqual(await stock(), [on_hand - 1, reserved])
  assert.equal((await as.get('/v1/loyalty/me')).body.available, 21)
})

test('everyone who orders in a rush has a number of her own', async () => {
  const many = await Promise.all(Array.from({ length: 8 }, async () => (await join()).as.post('/v1/orders', order())))
  const numbers = many.map(({ body }) => (body.promise as { call_number: number }).call_number)
  assert.equal(new Set(numbers).size, 8, String(numbers))
})

test('it is paid for first: neither cash nor money due later goes with it', async () => {
  const { as } = await join()
  for (const [method, code] of [
    ['cash', 'orders.no_cash'],
    ['pay_in_shop', 'orders.method_not_here'],
    ['cash_on_delivery', 'orders.method_not_here'],
  ]) {
    const refused = await as.post('/v1/orders', { ...order(), payments: [{ method }] })
    assert.deepEqual([refused.status, refused.body.code, refused.body.field], [422, code, 'payments.0.method'])
  }
})

test('leaves every ledger right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

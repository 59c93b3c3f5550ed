import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { available, count } from '#inventory/inventory'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const shirt = '4599990000030'
let shop: Shop
let clerk: ReturnType<Shop['as']>
let buyer: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  buyer = shop.as((await shop.visitor()).token)
  const shelf = { place_id: shop.shinjuku, variant_id: shop.variant[shirt] as string, counted: 6 }
  await transaction(shop.db, system, (tx) => count(tx, system, shelf))
})
after(() => shop.close())

const body = () => ({
  way: 'collect',
  place_id: shop.shinjuku,
  lines: [{ gtin: shirt, quantity: 1 }],
  contact: { email: 'a@example.jp' },
  payments: [{ method: 'card', token: 'tok_visa' }],
})
const order = async (key: string = randomUUID()) =>
  shop.as((await shop.visitor()).token).post('/v1/orders', body(), key)
const left = async () => {
  const [row] = await available(shop.db, [shop.variant[shirt] as string], [shop.shinjuku])
  return row?.available as number
}

test('a crowd for the last pieces: as many are served as there are, the others hear that it is sold out and of what', async () => {
  const there = await left()
  const answers = await Promise.all(Array.from({ length: there + 30 }, () => order()))
  assert.equal(answers.filter(({ status }) => status === 201).length, there)
  for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
    assert.deepEqual([status, body.code, body.field, body.place_id], [409, 'inventory.short', 'lines', shop.shinjuku])
    assert.deepEqual(body.short, [{ variant_id: shop.variant[shirt], wanted: 1, available: 0 }])
  }
  assert.equal(await left(), 0)
})

test('what is given back can be had at once by whoever asks next, and by one of a crowd', async () => {
  assert.equal((await order()).status, 409)
  const shelf = await clerk.get(`/v1/orders?place_id=${shop.shinjuku}`)
  const ids = (shelf.body.items as { order_id: string }[]).slice(0, 2).map(({ order_id }) => order_id)
  for (const [turn, order_id] of ids.entries()) {
    assert.equal((await clerk.post(`/v1/orders/${order_id}/cancellation`, {})).status, 200)
    const statuses = (await Promise.all(Array.from({ length: turn ? 12 : 1 }, () => order()))).map(
      ({ status }) => status,
    )
    assert.equal(statuses.filter((status) => status === 201).length, 1)
  }
})

test('whoever bought the last one and sends it again gets her own answer, though it is sold out by now', async () => {
  const [held] = (await clerk.get(`/v1/orders?place_id=${shop.shinjuku}`)).body.items as { order_id: string }[]
  await clerk.post(`/v1/orders/${held?.order_id}/cancellation`, {})
  const key = randomUUID()
  const first = await buyer.post('/v1/orders', body(), key)
  assert.equal(first.status, 201, first.text)
  assert.equal((await order()).status, 409)
  const again = await buyer.post('/v1/orders', body(), key)
  assert.deepEqual([again.status, again.text, again.headers.get('idempotent-replayed')], [201, first.text, 'true'])
  const other = await buyer.post('/v1/orders', { ...body(), lines: [{ gtin: shirt, quantity: 2 }] }, key)
  assert.deepEqual([other.status, other.body.code], [422, 'core.idempotency_reused'])
})

test('the books are right after all of it', async () => {
  const wrong = (await verify(shop.db.url)).filter(({ ok }) => !ok)
  assert.deepEqual(wrong, [])
})

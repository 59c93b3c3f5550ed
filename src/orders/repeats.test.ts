import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { only, sql, transaction } from '#core/database'
import { tick } from '#core/sweep'
import { clock } from '#core/time'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const oats = '4599990000016'
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
})
after(() => shop.close())

const sale = (quantity = 1) => ({ way: 'carry', lines: [{ gtin: oats, quantity }], payments: [{ method: 'cash' }] })
const orders = async () =>
  (
    await transaction(shop.db, system, (tx) =>
      only<{ count: number }>(tx, sql`select count(*) as count from orders."order"`),
    )
  ).count
const kept = async (key: string) =>
  (await only<{ count: number }>(shop.db, sql`select count(*) as count from core.idempotency where key = ${key}`)).count

test('a POST without a key, or with one too short to be one, is told so', async () => {
  for (const key of ['', 'short', 'x'.repeat(256)]) {
    const answer = await clerk.post('/v1/orders', sale(), key)
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.field],
      [400, 'core.idempotency_key', 'Idempotency-Key'],
    )
  }
  const bare = await shop.app.inject({
    method: 'POST',
    url: '/v1/orders',
    headers: { authorization: `Bearer ${shop.staff.clerk.token}` },
    payload: sale(),
  })
  assert.deepEqual([bare.statusCode, bare.json().code], [400, 'core.idempotency_key'])
  assert.equal(await orders(), 0)
})

test('the same POST again gets the same bytes, says that it is a replay, and sells once', async () => {
  const key = randomUUID()
  const first = await clerk.post('/v1/orders', sale(), key)
  assert.deepEqual([first.status, first.headers.get('idempotent-replayed')], [201, null])
  const reordered = { payments: [{ method: 'cash' }], lines: [{ quantity: 1, gtin: oats }], way: 'carry' }
  for (const body of [sale(), reordered]) {
    const again = await clerk.post('/v1/orders', body, key)
    assert.deepEqual([again.status, again.headers.get('idempotent-replayed'), again.text], [201, 'true', first.text])
  }
  assert.equal(await orders(), 1)
})

test('twenty at once with one key are one sale; those who came while it was written are told to come again', async () => {
  const key = randomUUID()
  const known = await orders()
  const answers = await Promise.all(Array.from({ length: 20 }, () => clerk.post('/v1/orders', sale(), key)))
  const sold = answers.filter(({ status }) => status === 201)
  assert.equal(new Set(sold.map(({ text }) => text)).size, 1)
  for (const answer of answers.filter(({ status }) => status !== 201))
    assert.deepEqual([answer.body.code, answer.headers.get('retry-after')], ['core.in_flight', '1'])
  assert.equal(await orders(), known + 1)
})

test('a key that was used for another body is refused, on orders as on everything else', async () => {
  const key = randomUUID()
  await clerk.post('/v1/orders', sale(), key)
  const other = await clerk.post('/v1/orders', sale(2), key)
  assert.deepEqual(
    [other.status, other.body.code, other.body.field],
    [422, 'core.idempotency_reused', 'Idempotency-Key'],
  )
  const goods = (counted: number) => ({ place_id: shop.shinjuku, variant_id: shop.variant[oats], counted })
  assert.equal(
    (await clerk.post('/v1/inventory/counts', goods(9), key)).status,
    201,
    'another route may use the same key',
  )
  assert.deepEqual((await clerk.post('/v1/inventory/counts', goods(8), key)).body.code, 'core.idempotency_reused')
})

test('one caller’s key is nothing to another caller', async () => {
  const key = randomUUID()
  const mine = await clerk.post('/v1/orders', sale(), key)
  const hers = await shop.as(shop.staff.setagaya_clerk.token).post('/v1/orders', sale(), key)
  assert.equal(hers.status, 201, hers.text)
  assert.notEqual(hers.body.order_id, mine.body.order_id)
})

test('a refusal keeps nothing: the same key sells once there is something to sell', async () => {
  const key = randomUUID()
  const counted = (pieces: number) =>
    clerk.post('/v1/inventory/counts', { place_id: shop.shinjuku, variant_id: shop.variant[oats], counted: pieces })
  await counted(0)
  const known = await orders()
  assert.equal((await clerk.post('/v1/orders', sale(), key)).status, 409)
  assert.deepEqual([await kept(key), await orders()], [0, known])
  await counted(5)
  assert.equal((await clerk.post('/v1/orders', sale(), key)).status, 201)
})

test('a kept answer is not readable in the database, and is forgotten after thirty days', async () => {
  const key = randomUUID()
  await clerk.post('/v1/orders', sale(), key)
  const { answer } = await only<{ answer: Buffer }>(
    shop.db,
    sql`select answer from core.idempotency where key = ${key}`,
  )
  assert.ok(!answer.includes('order_id'))
  await tick(shop.db, new Date(clock.ms() + 29 * 86_400_000).toISOString())
  assert.equal(await kept(key), 1)
  await tick(shop.db, new Date(clock.ms() + 31 * 86_400_000).toISOString())
  assert.equal(await kept(key), 0)
})

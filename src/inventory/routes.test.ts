import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
})
after(() => shop.close())

const variant = (gtin: string) => shop.variant[gtin] as string
const receipt = (lines: { variant_id: string; quantity: number }[], more = {}) =>
  clerk.post('/v1/inventory/receipts', { place_id: shop.shinjuku, lines, ...more })
const at = async (gtin: string) => {
  const seen = await clerk.get(`/v1/inventory/variants/${variant(gtin)}/places`)
  const here = (seen.body.items as { place_id: string; on_hand: number; reserved: number; available: number }[]).find(
    ({ place_id }) => place_id === shop.shinjuku,
  )
  return [here?.on_hand, here?.reserved, here?.available]
}
const refused = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body.code,
  answer.body.field,
]

test('goods that arrive are on the shelf and in the movements; a clerk takes them in for her own shop only', async () => {
  const [before] = await at(shirt)
  const arrived = await receipt([{ variant_id: variant(shirt), quantity: 6 }])
  assert.equal(arrived.status, 201, arrived.text)
  assert.deepEqual((await at(shirt))[0], (before as number) + 6)
  const { items } = (
    await clerk.get(`/v1/inventory/variants/${variant(shirt)}/movements?place_id=${shop.shinjuku}&limit=1`)
  ).body as { items: Record<string, unknown>[] }
  assert.deepEqual([items[0]?.quantity, items[0]?.kind, items[0]?.source_id], [6, 'receipt', arrived.body.receipt_id])
  assert.deepEqual(refused(await receipt([{ variant_id: variant(shirt), quantity: 1 }], { place_id: shop.setagaya })), [
    403,
    'access.place',
    'place_id',
  ])
})

test('a mistyped place or thing makes no stock: receipts, counts and safety stock say which', async () => {
  const api = shop.as(shop.api_key)
  const line = [{ variant_id: variant(shirt), quantity: 1 }]
  const nothing = [{ variant_id: randomUUID(), quantity: 1 }]
  assert.deepEqual(refused(await api.post('/v1/inventory/receipts', { place_id: randomUUID(), lines: line })), [
    404,
    'stores.no_place',
    'place_id',
  ])
  assert.deepEqual(refused(await api.post('/v1/inventory/receipts', { place_id: shop.shinjuku, lines: nothing })), [
    422,
    'inventory.no_variant',
    'variant_id',
  ])
  assert.deepEqual(
    refused(await api.post('/v1/inventory/counts', { place_id: shop.shinjuku, variant_id: randomUUID(), counted: 1 })),
    [422, 'inventory.no_variant', 'variant_id'],
  )
  assert.deepEqual(
    refused(await api.put(`/v1/inventory/places/${randomUUID()}/variants/${variant(shirt)}/safety`, { safety: 1 })),
    [404, 'stores.no_place', 'place_id'],
  )
  assert.deepEqual(refused(await receipt([...line, ...line])), [422, 'inventory.repeated_line', 'lines'])
})

test('more than there is cannot be written off, and a refused line takes the whole list back', async () => {
  const before = [await at(shirt), await at(knit)]
  const loss = await receipt(
    [
      { variant_id: variant(shirt), quantity: 1 },
      { variant_id: variant(knit), quantity: 10_000 },
    ],
    { kind: 'loss' },
  )
  assert.deepEqual(refused(loss), [409, 'inventory.not_there', 'lines'])
  assert.match(String(loss.body.title), /在庫数/)
  assert.deepEqual([await at(shirt), await at(knit)], before)
})

test('a member holds goods and gives them back herself; another member cannot, a clerk can', async () => {
  const [mine, other] = [await shop.member('holds-1'), await shop.member('holds-2')]
  const hold = () =>
    shop.as(mine.token).post('/v1/inventory/holds', {
      place_id: shop.shinjuku,
      lines: [{ variant_id: variant(knit), quantity: 2 }],
      minutes: 30,
    })
  const before = await at(knit)
  const held = await hold()
  assert.equal(held.status, 201, held.text)
  const path = `/v1/inventory/holds/${held.body.hold_id}/release`
  assert.deepEqual(await at(knit), [before[0], 2, (before[2] as number) - 2])
  assert.equal((await shop.as(other.token).post(path, undefined)).status, 404)
  assert.equal((await shop.as(mine.token).post(path, undefined)).body.released, 1)
  assert.deepEqual(await at(knit), before)
  const second = await hold()
  assert.equal((await clerk.post(`/v1/inventory/holds/${second.body.hold_id}/release`, undefined)).body.released, 1)
})

test('the goods of an order are given back with the order, never by their hold', async () => {
  const buyer = await shop.member('holds-3')
  const order = await shop.as(buyer.token).post('/v1/orders', {
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: knit, quantity: 1 }],
    payments: [{ method: 'card', token: 'tok_visa' }],
  })
  assert.equal((await clerk.post(`/v1/inventory/holds/${order.body.order_id}/release`, undefined)).status, 404)
})

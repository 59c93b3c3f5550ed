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

test('what is set aside is listed for its shop, kept longer within the policy, and another shop leaves it alone', async () => {
  const other = shop.as(shop.staff.setagaya_clerk.token)
  const buyer = shop.as((await shop.member('holds-4')).token)
  const held = await buyer.post('/v1/inventory/holds', {
    place_id: shop.shinjuku,
    lines: [{ variant_id: variant(knit), quantity: 1 }],
  })
  const path = `/v1/inventory/holds/${held.body.hold_id}`
  const listed = async (caller: typeof clerk, query = '') =>
    (await caller.get(`/v1/inventory/reservations${query}`)).text.includes(String(held.body.hold_id))
  assert.deepEqual([await listed(clerk), await listed(other)], [true, false])
  assert.deepEqual(refused(await other.get(`/v1/inventory/reservations?place_id=${shop.shinjuku}`)), [
    403,
    'access.place',
    'place_id',
  ])
  assert.equal((await buyer.get('/v1/inventory/reservations')).status, 403)
  assert.deepEqual(refused(await other.post(`${path}/release`, undefined)), [403, 'access.place', 'place_id'])
  assert.deepEqual(refused(await other.post(`${path}/extension`, { minutes: 90 })), [403, 'access.place', 'place_id'])
  const longer = await clerk.post(`${path}/extension`, { minutes: 24 * 60 })
  assert.ok(String(longer.body.expires_at) > String(held.body.expires_at), longer.text)
  assert.deepEqual(refused(await clerk.post(`${path}/extension`, { minutes: 30 * 24 * 60 })), [
    422,
    'inventory.hold_too_long',
    'minutes',
  ])
  assert.equal((await clerk.post(`${path}/release`, undefined)).body.released, 1)
  assert.equal((await clerk.post(`${path}/extension`, { minutes: 60 })).body.code, 'inventory.hold_ended')
})

test('what is on its way is incoming with its date, and may be promised from that date on', async () => {
  const goods = variant('4599990000139')
  const seen = async () =>
    (await clerk.get(`/v1/inventory/variants/${goods}/availability`)).body as {
      available: number
      incoming: { place_id: string; quantity: number; expected_on: string; source_kind: string }[]
      by_date: { from: string; available: number }[]
    }
  const { available } = await seen()
  const expect = (quantity: number, expected_on: string) =>
    clerk.post('/v1/inventory/deliveries', {
      place_id: shop.shinjuku,
      supplier: '織元',
      expected_on,
      lines: [{ variant_id: goods, quantity }],
    })
  const later = await expect(7, '2027-01-20')
  await expect(5, '2027-01-10')
  const before = await seen()
  assert.deepEqual(
    before.incoming.map(({ place_id, quantity, expected_on, source_kind }) => [
      place_id,
      quantity,
      expected_on,
      source_kind,
    ]),
    [
      [shop.shinjuku, 5, '2027-01-10', 'delivery'],
      [shop.shinjuku, 7, '2027-01-20', 'delivery'],
    ],
  )
  assert.deepEqual(before.by_date, [
    { from: '2027-01-10', available: available + 5 },
    { from: '2027-01-20', available: available + 12 },
  ])
  const path = `/v1/inventory/deliveries/${later.body.delivery_id}`
  await clerk.post(`${path}/receipts`, { lines: [{ variant_id: goods, quantity: 4 }] })
  const after = await seen()
  assert.deepEqual(
    [after.available, after.by_date.at(-1)],
    [available + 4, { from: '2027-01-20', available: available + 12 }],
    'what came is counted once',
  )
  assert.equal((await clerk.post(`${path}/closing`, {})).body.state, 'closed')
  assert.equal((await seen()).incoming.length, 1, 'what will not come is not expected')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setClock } from '#core/time'
import { available } from '#inventory/inventory'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { eventsOf } from '../../e2e/api/events.ts'

const coat = '4599990000139'
const cash = [{ method: 'cash' }]
const ship = {
  family_name: '木村',
  phone: '090-1234-5678',
  postal_code: '154-0001',
  prefecture: '東京都',
  city: '世田谷区',
  address: '池尻1-1-1',
}
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
})
after(async () => {
  setClock()
  await shop.close()
})
const lines = [{ gtin: coat, quantity: 1 }]
const stock = async (place_id: string) => {
  const [row] = await available(shop.db, [shop.variant[coat] as string], [place_id])
  return [row?.on_hand, row?.reserved]
}
const promise = (answer: { body: Record<string, unknown> }) => answer.body.promise as Record<string, unknown>

test('a till sells what the warehouse ships: paid in cash there, its points and sale the till’s, the goods the warehouse’s', async () => {
  const her = await shop.member('aisle-1')
  const placed = await clerk.post('/v1/orders', {
    way: 'ship',
    profile_id: her.profile_id,
    lines,
    ship,
    payments: [{ method: 'cash', tendered_yen: 15_000 }],
  })
  assert.equal(placed.status, 201, placed.text)
  assert.deepEqual(
    [placed.body.place_id, promise(placed).sold_place_id, placed.body.channel, placed.body.staff_id],
    [shop.warehouse, shop.shinjuku, 'till', shop.staff.clerk.staff_id],
  )
  assert.deepEqual([placed.body.total_yen, placed.body.tax_yen, placed.body.points_earned], [14300, 1300, 143])
  assert.deepEqual(
    (placed.body.payments as { change_yen: number; state: string }[]).map(({ change_yen, state }) => [
      change_yen,
      state,
    ]),
    [[700, 'captured']],
  )
  assert.deepEqual(await stock(shop.warehouse), [50, 1])
  assert.deepEqual(await stock(shop.shinjuku), [50, 0])
  const path = `/v1/orders/${placed.body.order_id}`
  assert.deepEqual((await clerk.get(path)).body.promise, placed.body.promise)
  assert.ok(
    (await clerk.get('/v1/orders')).text.includes(String(placed.body.order_id)),
    'the shop that sold it sees it',
  )
  const event = (await eventsOf(shop, her.profile_id)).find(({ type }) => type === 'order.placed')
  assert.equal(event?.place_id, shop.shinjuku)
  const sent = await shop.as(shop.api_key).post(`${path}/shipment`, {})
  assert.equal(sent.body.state, 'done', sent.text)
  assert.deepEqual(await stock(shop.warehouse), [49, 0])
  assert.equal((await shop.as(her.token).get('/v1/loyalty/me')).body.available, 143)
})

test('it can be called off where it was sold, and the cash is owed back', async () => {
  const her = await shop.member('aisle-2')
  const placed = await clerk.post('/v1/orders', {
    way: 'ship',
    profile_id: her.profile_id,
    lines,
    ship,
    payments: cash,
  })
  const path = `/v1/orders/${placed.body.order_id}/cancellation`
  assert.equal((await shop.as(shop.staff.setagaya_clerk.token).post(path, {})).status, 403)
  assert.equal((await clerk.post(path, {})).body.state, 'cancelled')
  assert.deepEqual(await stock(shop.warehouse), [49, 0])
})

test('it may be collected at another shop, which alone hands it over', async () => {
  const her = await shop.member('aisle-3')
  const placed = await clerk.post('/v1/orders', {
    way: 'collect',
    place_id: shop.setagaya,
    profile_id: her.profile_id,
    lines,
    payments: cash,
  })
  assert.equal(placed.status, 201, placed.text)
  assert.deepEqual([placed.body.place_id, promise(placed).sold_place_id], [shop.setagaya, shop.shinjuku])
  const path = `/v1/orders/${placed.body.order_id}`
  assert.equal((await clerk.post(`${path}/readiness`, {})).status, 403)
  const setagaya = shop.as(shop.staff.setagaya_clerk.token)
  assert.equal((await setagaya.post(`${path}/readiness`, {})).body.state, 'ready')
  const code = ((await shop.as(her.token).get(path)).body.pickup as { code: string }).code
  assert.equal((await setagaya.post(`${path}/hand-over`, { code })).body.state, 'done')
  assert.deepEqual(await stock(shop.setagaya), [49, 0])
})

test('another shop’s shelf can be shipped from; nobody sells for a shop that is not hers', async () => {
  const her = await shop.member('aisle-4')
  const wish = { way: 'ship', profile_id: her.profile_id, lines, ship, payments: cash }
  const placed = await clerk.post('/v1/orders', { ...wish, place_id: shop.setagaya })
  assert.deepEqual([placed.body.place_id, promise(placed).sold_place_id], [shop.setagaya, shop.shinjuku])
  const foreign = await clerk.post('/v1/orders', { ...wish, sold_place_id: shop.setagaya })
  assert.deepEqual([foreign.status, foreign.body.code], [403, 'access.place'])
  const online = await shop.as(her.token).post('/v1/orders', { ...wish, sold_place_id: shop.shinjuku })
  assert.deepEqual([online.status, online.body.code], [422, 'orders.no_cash'])
  const nobody = await clerk.post('/v1/orders', { ...wish, profile_id: undefined })
  assert.deepEqual([nobody.status, nobody.body.code, nobody.body.field], [422, 'orders.buyer_needed', 'profile_id'])
})

test('leaves every ledger right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setClock } from '#core/time'
import { available } from '#inventory/inventory'
import { checks } from '#orders/checks'
import { tickHolds } from '#orders/orders'
import { selfTest, verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { eventsOf } from '../../e2e/api/events.ts'
import { changePlace, daily } from '../../e2e/api/places.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const minute = 60_000
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  await changePlace(shop, shop.shinjuku, { offers_holds: true })
})
after(async () => {
  setClock()
  await shop.close()
})
let people = 0
const join = async () => {
  const member = await shop.member(`hold-${++people}`)
  return { ...member, as: shop.as(member.token) }
}
const wish = (...gtins: string[]) => ({
  place_id: shop.shinjuku,
  lines: (gtins.length ? gtins : [shirt]).map((gtin) => ({ gtin, quantity: 1 })),
})
const reserved = async (gtin = shirt) =>
  (await available(shop.db, [shop.variant[gtin] as string], [shop.shinjuku]))[0]?.reserved
const onHand = async (gtin = shirt) =>
  (await available(shop.db, [shop.variant[gtin] as string], [shop.shinjuku]))[0]?.on_hand
const problem = (answer: { status: number; body: Record<string, unknown> }) => [answer.status, answer.body.code]
const sale = (hold_id: unknown, more: Record<string, unknown> = {}) => ({
  way: 'carry',
  hold_id,
  payments: [{ method: 'cash' }],
  ...more,
})

test('goods are set aside for an hour without money, seen by her and the shop, and sold at the till with points', async () => {
  const her = await join()
  const before = await onHand()
  const hold = await her.as.post('/v1/orders/holds', wish(shirt, knit))
  assert.equal(hold.status, 201, hold.text)
  assert.deepEqual([hold.body.state, hold.body.total_yen, await reserved()], ['held', 6980, 1])
  assert.equal(Date.parse(String(hold.body.expires_at)) - Date.parse(String(hold.body.held_at)), 60 * minute)
  assert.ok((await her.as.get('/v1/orders/holds')).text.includes(String(hold.body.hold_id)))
  assert.ok((await clerk.get('/v1/orders/holds')).text.includes(String(hold.body.hold_id)))
  const stranger = await join()
  assert.equal((await stranger.as.get(`/v1/orders/holds/${hold.body.hold_id}`)).status, 404)

  const sold = await clerk.post('/v1/orders', sale(hold.body.hold_id))
  assert.equal(sold.status, 201, sold.text)
  assert.deepEqual(
    [sold.body.total_yen, sold.body.tax_yen, sold.body.points_earned, sold.body.profile_id, sold.body.state],
    [6980, 634, 69, her.profile_id, 'done'],
  )
  assert.deepEqual([await reserved(), await onHand()], [0, (before as number) - 1])
  const ended = (await her.as.get(`/v1/orders/holds/${hold.body.hold_id}`)).body
  assert.deepEqual([ended.state, ended.order_id], ['sold', sold.body.order_id])
  assert.deepEqual(problem(await clerk.post('/v1/orders', sale(hold.body.hold_id))), [409, 'orders.hold_gone'])
  assert.deepEqual(problem(await her.as.post(`/v1/orders/holds/${hold.body.hold_id}/release`, {})), [
    409,
    'orders.hold_sold',
  ])
})

test('part of what was set aside may be bought; the rest is free again at once', async () => {
  const her = await join()
  const hold = await her.as.post('/v1/orders/holds', wish(shirt, knit))
  const sold = await clerk.post('/v1/orders', sale(hold.body.hold_id, { lines: [{ gtin: knit, quantity: 1 }] }))
  assert.equal(sold.body.total_yen, 3990, sold.text)
  assert.deepEqual([await reserved(shirt), await reserved(knit)], [0, 0])
})

test('another shop neither sells nor releases it, and another customer does not buy it', async () => {
  const [her, other] = [await join(), await join()]
  const hold = await her.as.post('/v1/orders/holds', wish())
  const setagaya = shop.as(shop.staff.setagaya_clerk.token)
  assert.deepEqual(problem(await setagaya.post('/v1/orders', sale(hold.body.hold_id))), [409, 'orders.hold_elsewhere'])
  assert.equal((await setagaya.post(`/v1/orders/holds/${hold.body.hold_id}/release`, {})).status, 403)
  const stolen = await clerk.post('/v1/orders', sale(hold.body.hold_id, { profile_id: other.profile_id }))
  assert.deepEqual(problem(stolen), [422, 'orders.hold_other'])
  assert.equal((await other.as.post(`/v1/orders/holds/${hold.body.hold_id}/release`, {})).status, 404)
  for (let times = 0; times < 2; times++)
    assert.equal((await her.as.post(`/v1/orders/holds/${hold.body.hold_id}/release`, {})).body.state, 'released')
  assert.equal(await reserved(), 0)
  assert.deepEqual(problem(await her.as.post('/v1/orders/holds', { ...wish(), place_id: shop.setagaya })), [
    422,
    'orders.no_holds',
  ])
})

test('she is reminded once before it ends, and then the goods go back', async () => {
  const her = await join()
  const hold = await her.as.post('/v1/orders/holds', wish())
  const ends = Date.parse(String(hold.body.expires_at))
  const sweep = async (ms: number) => {
    now = ms
    await tickHolds(shop.db, new Date(ms).toISOString())
    return (await her.as.get(`/v1/orders/holds/${hold.body.hold_id}`)).body
  }
  await sweep(ends - 20 * minute)
  const told = async () =>
    (await eventsOf(shop, her.profile_id)).map(({ type }) => type).filter((type) => type.startsWith('hold.'))
  assert.deepEqual(await told(), ['hold.placed'])
  for (let times = 0; times < 3; times++) assert.equal((await sweep(ends - 14 * minute)).state, 'held')
  assert.deepEqual(await told(), ['hold.placed', 'hold.reminded'])
  for (let times = 0; times < 2; times++) {
    const over = await sweep(ends + 1)
    assert.deepEqual([over.state, over.close_reason, await reserved()], ['released', 'expired', 0])
  }
  assert.deepEqual(await told(), ['hold.placed', 'hold.released', 'hold.reminded'])
})

test('a shop that keeps goods for days keeps them until it closes, on an open day', async () => {
  const hours = { ...daily('10:00', '20:00'), dates: { '2026-11-24': [] } }
  await changePlace(shop, shop.shinjuku, { hold_days: 2, hours })
  now = Date.parse('2026-11-22T03:00:00Z')
  const her = await join()
  const hold = await her.as.post('/v1/orders/holds', wish())
  assert.equal(hold.body.expires_at, '2026-11-25T11:00:00.000Z', hold.text)
  await her.as.post(`/v1/orders/holds/${hold.body.hold_id}/release`, {})
  await changePlace(shop, shop.shinjuku, { hold_days: 0, hours: {} })
})

test('nobody sets aside more than the house allows, not even by asking all at once', async () => {
  const her = await join()
  const all = await Promise.all(Array.from({ length: 8 }, () => her.as.post('/v1/orders/holds', wish())))
  assert.deepEqual(all.map(({ status }) => status).sort(), [201, 201, 201, 409, 409, 409, 409, 409])
  assert.equal(all.find(({ status }) => status === 409)?.body.code, 'orders.hold_limit')
  assert.equal(await reserved(), 3)
  for (const { status, body } of all)
    if (status === 201) await clerk.post(`/v1/orders/holds/${body.hold_id}/release`, {})
  const pieces = { ...wish(), lines: [{ gtin: shirt, quantity: 11 }] }
  assert.deepEqual(problem(await her.as.post('/v1/orders/holds', pieces)), [409, 'orders.hold_limit'])
  assert.equal(await reserved(), 0)
})

test('a hold sent again is the same hold', async () => {
  const her = await join()
  const key = randomUUID()
  const first = await her.as.post('/v1/orders/holds', wish(), key)
  const again = await her.as.post('/v1/orders/holds', wish(), key)
  assert.equal(again.text, first.text)
  assert.equal(await reserved(), 1)
  await her.as.post(`/v1/orders/holds/${first.body.hold_id}/release`, {})
})

test('expiry, sale and release at one instant: exactly one of them happens, and stock is right each time', async () => {
  const noon = now
  for (let round = 0; round < Number(process.env.HOLD_RACES ?? 6); round++) {
    // However many rounds, the clerk's session lasts.
    now = noon + round * 1_000
    const her = await join()
    const before = (await onHand()) as number
    const hold = await her.as.post('/v1/orders/holds', wish())
    now = Date.parse(String(hold.body.expires_at)) + 1
    const [sold, , released] = await Promise.all([
      clerk.post('/v1/orders', sale(hold.body.hold_id)),
      tickHolds(shop.db, new Date(now).toISOString()),
      her.as.post(`/v1/orders/holds/${hold.body.hold_id}/release`, {}),
    ])
    const { state } = (await her.as.get(`/v1/orders/holds/${hold.body.hold_id}`)).body
    assert.equal(sold.status === 201 ? 'sold' : 'released', state, `${sold.text} ${released.text}`)
    assert.equal(await reserved(), 0)
    assert.equal(await onHand(), before - (sold.status === 201 ? 1 : 0))
    assert.equal(released.status === 409 || state === 'released', true, released.text)
  }
})

test('a declined card at the till gives the goods back to the hold, not to the shelf', async () => {
  const her = await join()
  const hold = await her.as.post('/v1/orders/holds', wish())
  const declined = await clerk.post(
    '/v1/orders',
    sale(hold.body.hold_id, { payments: [{ method: 'card', token: 'tok_declined' }] }),
  )
  assert.deepEqual(problem(declined), [402, 'orders.card_declined'])
  assert.equal((await her.as.get(`/v1/orders/holds/${hold.body.hold_id}`)).body.state, 'held')
  assert.equal(await reserved(), 1)
  const paid = await clerk.post(
    '/v1/orders',
    sale(hold.body.hold_id, { payments: [{ method: 'card', token: 'tok_visa' }] }),
  )
  assert.equal(paid.status, 201, paid.text)
  assert.equal(await reserved(), 0)
})

test('the last piece set aside is not sold to anyone else, online or at the till', async () => {
  const her = await join()
  const pieces = (await onHand(knit)) as number
  const rest = [{ gtin: knit, quantity: pieces - 1 }]
  await clerk.post('/v1/orders', { way: 'carry', lines: rest, payments: [{ method: 'cash' }] })
  const hold = await her.as.post('/v1/orders/holds', wish(knit))
  assert.equal(hold.status, 201, hold.text)
  const lines = [{ gtin: knit, quantity: 1 }]
  const till = await clerk.post('/v1/orders', { way: 'carry', lines, payments: [{ method: 'cash' }] })
  assert.deepEqual(problem(till), [409, 'inventory.short'])
  assert.equal((await clerk.post('/v1/orders', sale(hold.body.hold_id))).status, 201)
})

test('leaves every ledger right, and the self-test sees what would be wrong', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
  const own = checks.filter(({ name }) => name.includes('set aside') || name.includes('hold'))
  assert.equal(own.length, 2)
  assert.deepEqual(
    (await selfTest(shop.db.url, own)).filter(({ seen }) => !seen),
    [],
  )
})

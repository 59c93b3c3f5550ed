import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { only, open, rows, run, sql, transaction } from '#core/database'
import { setClock } from '#core/time'
import { guest } from '#customers/customers'
import { available } from '#inventory/inventory'
import { openBalance } from '#loyalty/loyalty'
import { places, putPlace } from '#stores/stores'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const cookies = '4599990000184'
const card = [{ method: 'card', token: 'tok_visa' }]
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

const collect = (gtin = shirt, place_id = shop.shinjuku) => ({
  way: 'collect',
  place_id,
  lines: [{ gtin, quantity: 1 }],
  payments: card,
})
const carry = (body: Record<string, unknown> = {}) => ({
  way: 'carry',
  lines: [{ gtin: cookies, quantity: 1 }],
  payments: [{ method: 'cash' }],
  ...body,
})
const refused = (answer: { status: number; body: Record<string, unknown> }) => [answer.status, answer.body.code]
const ids = (answer: { body: Record<string, unknown> }) =>
  (answer.body.items as { order_id: string }[]).map(({ order_id }) => order_id)
const stock = async (gtin: string) =>
  (await available(shop.db, [shop.variant[gtin] as string], [shop.shinjuku])).map(({ on_hand, reserved }) => [
    on_hand,
    reserved,
  ])
let people = 0
const join = () => shop.member(`orders-${++people}`)

test('a member sees her own orders and nobody else’s, and cancels none but hers', async () => {
  const [mine, other] = [await join(), await join()]
  const order = await shop.as(mine.token).post('/v1/orders', collect())
  assert.equal(order.status, 201, order.text)
  const path = `/v1/orders/${order.body.order_id}`
  const stranger = shop.as(other.token)
  assert.deepEqual(refused(await stranger.get(path)), [404, 'orders.not_found'])
  assert.deepEqual(refused(await stranger.post(`${path}/cancellation`, {})), [404, 'orders.not_found'])
  assert.deepEqual(ids(await stranger.get(`/v1/orders?profile_id=${mine.profile_id}`)), [])
  assert.equal((await stranger.post('/v1/orders', { ...collect(), profile_id: mine.profile_id })).status, 403)
  assert.equal((await shop.as().get(path)).status, 401)
  assert.deepEqual(ids(await shop.as(mine.token).get('/v1/orders')), [order.body.order_id])
})

test('a clerk works in her own shops: she sees their orders, and touches and sells nothing elsewhere', async () => {
  const order = await shop.as((await join()).token).post('/v1/orders', collect())
  const other = shop.as(shop.staff.setagaya_clerk.token)
  const path = `/v1/orders/${order.body.order_id}`
  for (const [action, body] of [
    ['cancellation', {}],
    ['readiness', {}],
    ['hand-over', { code: '000000' }],
  ] as const)
    assert.deepEqual(refused(await other.post(`${path}/${action}`, body)), [403, 'access.place'], action)
  assert.deepEqual(refused(await other.post('/v1/orders', carry({ place_id: shop.shinjuku }))), [403, 'access.place'])
  assert.deepEqual(refused(await other.get(`/v1/orders?place_id=${shop.shinjuku}`)), [403, 'access.place'])
  assert.ok(!ids(await other.get('/v1/orders')).includes(String(order.body.order_id)))
  assert.ok(ids(await clerk.get('/v1/orders')).includes(String(order.body.order_id)))
  assert.ok(
    ids(await shop.as(shop.staff.agent.token).get('/v1/orders')).includes(String(order.body.order_id)),
    'the call centre sees every shop',
  )
})

test('staff never see the pickup code, neither in their own answer nor in a queue nor in a replay', async () => {
  const member = await join()
  const agent = shop.as(shop.staff.agent.token)
  const key = randomUUID()
  const wish = { ...collect(), profile_id: member.profile_id }
  const order = await agent.post('/v1/orders', wish, key)
  assert.equal(order.status, 201, order.text)
  const path = `/v1/orders/${order.body.order_id}`
  const hers = await shop.as(member.token).get(path)
  const { code } = hers.body.pickup as { code: string }
  assert.match(code, /^\d{6}$/)
  const shown = [
    order,
    await agent.post('/v1/orders', wish, key),
    await agent.get(path),
    await clerk.get(`/v1/orders?place_id=${shop.shinjuku}`),
    await clerk.post(`${path}/readiness`, {}),
  ]
  for (const answer of shown) assert.ok(!answer.text.includes(`"${code}"`), answer.text)
  const done = await clerk.post(`${path}/hand-over`, { code })
  assert.equal(done.body.state, 'done')
  assert.ok(!done.text.includes(`"${code}"`))
})

test('a cancelled order gives all back: goods, points used, points to come, money; again it changes nothing', async () => {
  const member = await join()
  await transaction(shop.db, system, (tx) =>
    openBalance(tx, system, { profile_id: member.profile_id, amount: 500, source: 'test' }),
  )
  const her = shop.as(member.token)
  const before = await stock(knit)
  const order = await her.post('/v1/orders', { ...collect(knit), points_used: 500 })
  assert.equal(order.status, 201, order.text)
  const points = async () => {
    const { available, pending, held, debt } = (await her.get('/v1/loyalty/me')).body
    return [available, pending, held, debt]
  }
  assert.deepEqual(await points(), [0, 34, 0, 0])
  assert.notDeepEqual(await stock(knit), before)
  for (let times = 0; times < 2; times++) {
    const cancelled = await her.post(`/v1/orders/${order.body.order_id}/cancellation`, {})
    assert.equal(cancelled.body.state, 'cancelled', cancelled.text)
    assert.deepEqual(await points(), [500, 0, 0, 0])
    assert.deepEqual(await stock(knit), before)
  }
  const { payments } = (await her.get(`/v1/orders/${order.body.order_id}`)).body as { payments: { state: string }[] }
  assert.deepEqual(
    payments.map(({ state }) => state),
    ['refunded', 'refunded'],
  )
})

test('what has left the shop is not cancelled, and what lies ready she asks the shop for', async () => {
  const member = await join()
  const her = shop.as(member.token)
  const order = await her.post('/v1/orders', collect())
  const path = `/v1/orders/${order.body.order_id}`
  await clerk.post(`${path}/readiness`, {})
  assert.deepEqual(refused(await her.post(`${path}/cancellation`, {})), [409, 'orders.ask_shop'])
  await clerk.post(`${path}/hand-over`, { code: (order.body.pickup as { code: string }).code })
  assert.deepEqual(refused(await clerk.post(`${path}/cancellation`, {})), [409, 'orders.too_late'])
  assert.deepEqual(refused(await her.post(`${path}/cancellation`, {})), [409, 'orders.too_late'])
  assert.deepEqual(refused(await clerk.post(`${path}/shipment`, {})), [409, 'orders.not_ship'])
})

test('what is sold beside a pickup must be hers whose pickup it is', async () => {
  const [mine, other] = [await join(), await join()]
  const order = await shop.as(mine.token).post('/v1/orders', collect())
  const beside = (profile_id: string | undefined, with_order_id = order.body.order_id) =>
    clerk.post('/v1/orders', carry({ profile_id, with_order_id }))
  for (const [profile_id, with_order_id] of [[other.profile_id], [undefined], [mine.profile_id, randomUUID()]] as const)
    assert.deepEqual(refused(await beside(profile_id, with_order_id)), [422, 'orders.with_other'])
  assert.equal((await beside(mine.profile_id)).status, 201)
})

test('one cart ordered at once by her and by the agent is one order; the other is told to look again', async () => {
  for (const payments of [card, []]) {
    const member = await join()
    const points_used = payments.length ? 0 : 3990
    await transaction(shop.db, system, (tx) =>
      openBalance(tx, system, { profile_id: member.profile_id, amount: 9000, source: 'test' }),
    )
    const her = shop.as(member.token)
    await her.post('/v1/carts/current/items', { variant_id: shop.variant[knit], quantity: 1 })
    const wish = { way: 'collect', place_id: shop.shinjuku, cart: true, points_used, payments }
    const answers = await Promise.all([
      her.post('/v1/orders', wish),
      shop.as(shop.staff.agent.token).post('/v1/orders', { ...wish, profile_id: member.profile_id }),
    ])
    const statuses = answers.map(({ status }) => status).sort()
    const lost = answers.find(({ status }) => status !== 201)
    assert.equal(statuses[0], 201, lost?.text)
    // Whoever comes when all is done finds the cart empty; whoever came in between is told that it changed.
    assert.ok(['carts.changed', 'orders.empty'].includes(String(lost?.body.code)), lost?.text)
    assert.equal(ids(await her.get('/v1/orders')).length, 1)
  }
})

test('an order is for a person we know: unknown ids and places of ours are refused, guests are fine', async () => {
  for (const profile_id of [randomUUID(), shop.setagaya])
    assert.deepEqual(refused(await clerk.post('/v1/orders', carry({ profile_id }))), [404, 'customers.unknown'])
  const profile_id = await transaction(shop.db, system, (tx) => guest(tx, { family_name: '佐藤' }))
  const sold = await clerk.post('/v1/orders', carry({ profile_id }))
  assert.deepEqual([sold.status, sold.body.profile_id, sold.body.points_earned], [201, profile_id, 0])
})

test('a price that changed behind our back is looked at again: the new one holds, or is shown when another was expected', async () => {
  const member = shop.as((await join()).token)
  const wish = { ...collect(cookies), lines: [{ gtin: cookies, quantity: 1 }] }
  const quoted = await member.post('/v1/orders/quotes', { way: 'collect', place_id: shop.shinjuku, lines: wish.lines })
  assert.equal(quoted.body.total_yen, 2160)
  // Another process changes the price: ours still remembers the old one.
  const reprice = async (yen: number) => {
    const owner = open(shop.db.url, { role: null, connections: 1 })
    const at = new Date(now - 1).toISOString()
    await run(
      owner,
      sql`insert into catalog.price (price_id, variant_id, yen, valid_from) values (${randomUUID()}, ${shop.variant[cookies]}, ${yen}, ${at})`,
    )
    await owner.close()
  }
  await reprice(1944)
  const expected = await member.post('/v1/orders', { ...wish, expected_total_yen: 2160 })
  assert.deepEqual([...refused(expected), expected.body.total_yen], [409, 'orders.total_changed', 1944])
  await reprice(1890)
  const order = await member.post('/v1/orders', wish)
  assert.deepEqual([order.status, order.body.total_yen, order.body.tax_yen], [201, 1890, 140])
})

test('the retailer’s own order id names one order; told again under another key it is refused', async () => {
  const api = shop.as(shop.api_key)
  const order = { ...carry({ place_id: shop.shinjuku }), external_id: 'POS-1' }
  const placed = await api.post('/v1/orders', order)
  assert.equal(placed.status, 201)
  const again = await api.post('/v1/orders', order)
  assert.deepEqual([...refused(again), again.body.field], [409, 'orders.external_known', 'external_id'])
  // It is found by that id; where two channels use one, by the channel too.
  const by = async (query = '', reader = api) => reader.get(`/v1/orders/ext:POS-1${query}`)
  assert.equal((await by()).body.order_id, placed.body.order_id)
  const other = await api.post('/v1/orders', { ...order, channel: 'app' })
  const several = await by()
  assert.deepEqual([...refused(several), several.body.field], [409, 'orders.channel_needed', 'channel'])
  assert.equal((await by('?channel=app')).body.order_id, other.body.order_id)
  assert.deepEqual(refused(await by('?channel=mall')), [404, 'orders.not_found'])
  assert.deepEqual(refused(await by('', shop.as((await join()).token))), [404, 'orders.not_found'])
})

test('her list is of the whole customer, whichever profile is asked for', async () => {
  const member = await join()
  await clerk.post('/v1/orders', carry({ profile_id: member.profile_id }))
  assert.equal(ids(await clerk.get(`/v1/orders?profile_id=${member.profile_id}`)).length, 1)
  const looks = await transaction(shop.db, system, (tx) =>
    rows(tx, sql`select 1 from access.audit where profile_id = ${member.profile_id} and action = 'orders.list'`),
  )
  assert.equal(looks.length, 1, 'and the look is written down')
})

test('a place that has closed sells, hands out and sends nothing', async () => {
  const close = async (place_id: string, active: boolean) => {
    const known = (await places(shop.db)).find((item) => item.place_id === place_id)
    assert.ok(known)
    await transaction(shop.db, system, (tx) => putPlace(tx, system, { ...known, active }, { place_id }))
  }
  const her = shop.as((await join()).token)
  await close(shop.shinjuku, false)
  assert.deepEqual(refused(await her.post('/v1/orders', collect())), [422, 'orders.place_closed'])
  assert.deepEqual(refused(await clerk.post('/v1/orders', carry())), [422, 'orders.place_closed'])
  await close(shop.warehouse, false)
  assert.deepEqual(
    refused(await her.post('/v1/orders', { way: 'ship', lines: [{ gtin: knit, quantity: 1 }], ship, payments: card })),
    [409, 'orders.no_warehouse'],
  )
  for (const place_id of [shop.shinjuku, shop.warehouse]) await close(place_id, true)
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
  const { open: waiting } = await transaction(shop.db, system, (tx) =>
    only<{ open: number }>(tx, sql`select count(*) as open from orders.due where kind = 'payment_timeout'`),
  )
  assert.equal(waiting, 0)
})

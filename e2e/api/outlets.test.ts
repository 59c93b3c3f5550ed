/** Marketplaces and social shops: their orders on the same stock, once, never oversold; what each side must hear of the other. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { follow } from '../../src/activity/activity.ts'
import { type Due, react } from '../../src/activity/pending.ts'
import { bought } from '../../src/channels/marketplace/contract.ts'
import { type FakeOutlet, fakeMarketplace } from '../../src/channels/marketplace/fake.ts'
import { fakeSocial } from '../../src/channels/social/fake.ts'
import { system } from '../../src/core/actor.ts'
import { rows, sql, transaction } from '../../src/core/database.ts'
import { setClock } from '../../src/core/time.ts'
import { checks } from '../../src/integrations/checks.ts'
import { available, keepBack } from '../../src/inventory/inventory.ts'
import { reachOf, takeOutside } from '../../src/orders/orders.ts'
import { reactions, tick } from '../../src/reactions.ts'
import { selfTest, verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const [shirt, knit, socks, cookies] = ['4599990000030', '4599990000047', '4599990000177', '4599990000184']
let shop: Shop
let api: ReturnType<Shop['as']>
let mall: FakeOutlet
let post: FakeOutlet
let mall_id = ''
let now = Date.parse('2026-11-22T03:00:00Z')

before(async () => {
  setClock(() => now)
  follow(reactions)
  shop = await openShop()
  api = shop.as(shop.api_key)
  mall = fakeMarketplace(shop.db, 'mall')
  post = fakeSocial(shop.db, 'photo')
  for (const [code, kind] of [
    ['mall', 'marketplace'],
    ['photo', 'social'],
  ]) {
    const made = await api.post('/v1/integrations/outlets', {
      code,
      kind,
      provider: 'fake',
      name: code,
      place_id: shop.warehouse,
      poll_seconds: 60,
      bell: `the bell of ${code} rings`,
    })
    assert.equal(made.status, 201, made.text)
    const { outlet_id } = made.body
    if (code === 'mall') mall_id = outlet_id as string
    const listings = [shirt, knit, socks, cookies].map((gtin) => ({ variant_id: shop.variant[gtin], sku: `s-${gtin}` }))
    const listed = await api.put(`/v1/integrations/outlets/${outlet_id}/listings`, { listings })
    assert.equal(listed.status, 200, listed.text)
  }
})
after(async () => {
  setClock()
  follow({})
  await shop.close()
})

/** Time passes: outlets are asked, told, and what events left to do is done. */
async function pass(seconds = 61): Promise<void> {
  now += seconds * 1000
  const at = () => new Date(now).toISOString()
  await tick(shop.db, at())
  for (const due of await transaction(shop.db, system, (tx) =>
    rows<Due>(tx, sql`select profile_id, event_id, reaction from activity.pending`),
  ))
    await react(shop.db, due)
  await tick(shop.db, at())
}
const line = (gtin: string, unit_yen: number, quantity = 1) => ({ sku: `s-${gtin}`, quantity, unit_yen })
const orderOf = async (external_id: string) => {
  const { items } = (await api.get('/v1/integrations/outlet-orders?limit=200')).body as {
    items: Record<string, never>[]
  }
  const found = items.find((item) => item.external_id === external_id)
  assert.ok(found, external_id)
  return found as unknown as Record<string, string | null> & { total_yen: number }
}
const stock = async (gtin: string, place_id = shop.warehouse) => {
  const [row] = await available(shop.db, [shop.variant[gtin] as string], [place_id])
  return [row?.on_hand, row?.reserved]
}
/** Leave exactly so many to be promised at the warehouse. */
async function leave(gtin: string, pieces: number): Promise<void> {
  const [on_hand = 0, reserved = 0] = await stock(gtin)
  await keepBack(shop.db, shop.warehouse, shop.variant[gtin] as string, on_hand - reserved - pieces)
}

test('an order of a marketplace is taken once, at the price it was sold for, for a guest whose address is sealed', async () => {
  const order = bought({ lines: [line(shirt, 2700), line(cookies, 2160, 2)] })
  await mall.sell(order)
  const [before] = (await stock(shirt)) as [number, number]
  await pass()
  await pass()
  const { order_id, state, total_yen, step } = await orderOf(order.external_id)
  assert.deepEqual([state, total_yen, step], ['accepted', 7020, null])
  assert.deepEqual((await mall.look(order.external_id)).told, [{ what: 'acknowledged' }])
  const { body } = await api.get(`/v1/orders/${order_id}`)
  assert.deepEqual([body.channel, body.state, body.total_yen, body.points_earned], ['marketplace', 'placed', 7020, 0])
  assert.deepEqual(body.taxes, [
    { rate_num: 10, rate_den: 100, taxable_yen: 2700, tax_yen: 245 },
    { rate_num: 8, rate_den: 100, taxable_yen: 4320, tax_yen: 320 },
  ])
  assert.deepEqual(
    (body.payments as { method: string; amount_yen: number; state: string }[]).map((item) => [
      item.method,
      item.amount_yen,
      item.state,
    ]),
    [['recorded', 7020, 'captured']],
  )
  assert.deepEqual(await stock(shirt), [before, 1])
  const profile_id = body.profile_id as string
  const reach = await transaction(shop.db, system, (tx) => reachOf(tx, profile_id, order_id as string))
  assert.equal(reach?.ship?.address, '新宿1-2-3')
  const written = JSON.stringify((await api.get(`/v1/integrations/outlet-orders?order_id=${order_id}`)).body)
  assert.ok(!written.includes('新宿1-2-3'))
})

test('the same buyer is the same guest; told twice, late and in the wrong order, each order is one', async () => {
  const first = bought({ lines: [line(socks, 1990)], campaign: 'spring', post: 'p-1' })
  const second = bought({ buyer: first.buyer, lines: [line(socks, 1990, 2)], campaign: 'spring', post: 'p-2' })
  const dropped = bought({ lines: [line(socks, 1990)], campaign: 'spring', post: 'p-2' })
  for (const order of [first, second, dropped]) await post.sell(order)
  await post.giveUp(dropped.external_id)
  const [, before] = (await stock(socks)) as [number, number]
  for (let times = 0; times < 3; times++) await pass()
  const [one, two, three] = await Promise.all([first, second, dropped].map(({ external_id }) => orderOf(external_id)))
  assert.deepEqual([one?.state, two?.state, three?.state], ['accepted', 'accepted', 'cancelled'])
  assert.equal(three?.order_id, null)
  const buyers = await Promise.all(
    [one, two].map(async (item) => (await api.get(`/v1/orders/${item?.order_id}`)).body.profile_id),
  )
  assert.equal(buyers[0], buyers[1])
  assert.deepEqual(await stock(socks), [50, before + 3])
  const query = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z'
  const { items } = (await api.get(`/v1/integrations/outlet-results?${query}`)).body as {
    items: Record<string, unknown>[]
  }
  const told = items
    .filter(({ campaign }) => campaign === 'spring')
    .map((item) => [item.post, item.orders, item.total_yen, item.cancelled])
  assert.deepEqual(told, [
    ['p-2', 1, 3980, 1],
    ['p-1', 1, 1990, 0],
  ])
})

test('the last piece wanted by EC, a marketplace and a social shop at once: exactly one has it, and the others are told', async () => {
  await leave(knit, 1)
  const [a, b] = [bought({ lines: [line(knit, 3990)] }), bought({ lines: [line(knit, 3790)] })]
  await Promise.all([mall.sell(a), post.sell(b)])
  const visitor = shop.as((await shop.visitor()).token)
  const [ec] = await Promise.all([
    visitor.post('/v1/orders', {
      way: 'ship',
      lines: [{ gtin: knit, quantity: 1 }],
      contact: { email: 'a@example.jp' },
      ship: {
        family_name: '佐藤',
        phone: '0312345678',
        postal_code: '160-0022',
        prefecture: '東京都',
        city: '新宿区',
        address: '1-2-3',
      },
      payments: [{ method: 'card', token: 'tok_visa' }],
    }),
    pass(),
  ])
  await pass()
  const states = [(await orderOf(a.external_id)).state, (await orderOf(b.external_id)).state]
  const won = [ec.status === 201, ...states.map((state) => state === 'accepted')].filter(Boolean)
  assert.equal(won.length, 1, JSON.stringify([ec.status, states]))
  for (const [at, order] of [a, b].entries()) {
    if (states[at] === 'accepted') continue
    const { outlet_order_id } = await orderOf(order.external_id)
    const { items } = (await api.get(`/v1/stores/tasks?kind=outlet_short&subject_id=${outlet_order_id}`)).body as {
      items: { detail: { could_send: string[] } }[]
    }
    assert.equal(items.length, 1)
    assert.ok(items[0]?.detail.could_send.includes(shop.shinjuku))
  }
})

test('a shortfall is sent from another place, or given back to the outlet: one person decides, once', async () => {
  await leave(knit, 0)
  const [elsewhere, back] = [bought({ lines: [line(knit, 3990)] }), bought({ lines: [line(knit, 3990)] })]
  await mall.sell(elsewhere)
  await mall.sell(back)
  await pass()
  const settle = async (external_id: string, what: string, body: Record<string, unknown>) => {
    const { outlet_order_id } = await orderOf(external_id)
    return api.post(`/v1/integrations/outlet-orders/${outlet_order_id}/${what}`, {
      reason: '新宿から送ります',
      ...body,
    })
  }
  const [before] = (await stock(knit, shop.shinjuku)) as [number, number]
  const sent = await settle(elsewhere.external_id, 'acceptance', { place_id: shop.shinjuku })
  assert.equal(sent.status, 200, sent.text)
  const taken = await orderOf(elsewhere.external_id)
  assert.deepEqual([taken.state, taken.place_id], ['accepted', shop.shinjuku])
  assert.deepEqual(await stock(knit, shop.shinjuku), [before, 1])
  assert.equal((await settle(elsewhere.external_id, 'cancellation', {})).status, 409)
  assert.equal((await settle(back.external_id, 'cancellation', {})).status, 200)
  assert.equal((await mall.look(back.external_id)).state, 'cancelled')
  const { items } = (await api.get('/v1/stores/tasks?kind=outlet_short&state=resolved')).body as {
    items: { outcome: string }[]
  }
  assert.deepEqual(items.map(({ outcome }) => outcome).sort(), ['cancelled', 'sent_from_elsewhere'])
})

test('what is sent here is told there; what is given up there is put back here, unless it has left', async () => {
  const [sent, dropped, late] = [1, 2, 3].map(() => bought({ lines: [line(shirt, 2990)] }))
  for (const order of [sent, dropped, late]) await mall.sell(order as never)
  await pass()
  const ids = await Promise.all(
    [sent, dropped, late].map(async (order) => (await orderOf(order?.external_id as string)).order_id),
  )
  for (const order_id of [ids[0], ids[2]]) await api.post(`/v1/orders/${order_id}/shipment`, {})
  const [, reserved] = (await stock(shirt)) as [number, number]
  await mall.giveUp(dropped?.external_id as string)
  // The buyer gives it up before the outlet has heard that it left.
  await mall.giveUp(late?.external_id as string)
  await pass()
  const { state, told } = await mall.look(sent?.external_id as string)
  const { body } = await api.get(`/v1/orders/${ids[0]}`)
  assert.deepEqual([state, told.at(-1)], ['shipped', { what: 'shipped', number: body.number }])
  assert.equal((await orderOf(sent?.external_id as string)).state, 'shipped')
  const cancelled = (await api.get(`/v1/orders/${ids[1]}`)).body
  assert.deepEqual([cancelled.state, (cancelled.payments as { state: string }[])[0]?.state], ['cancelled', 'refunded'])
  assert.deepEqual((await stock(shirt))[1], reserved - 1)
  const { outlet_order_id } = await orderOf(late?.external_id as string)
  const { items } = (await api.get(`/v1/stores/tasks?subject_id=${outlet_order_id}`)).body as {
    items: { kind: string }[]
  }
  assert.deepEqual(
    items.map(({ kind }) => kind),
    ['outlet_cancelled_too_late'],
  )
})

test('an order we give up is given up there, and its money is not ours to give back', async () => {
  const order = bought({ lines: [line(shirt, 2990)] })
  await post.sell(order)
  await pass()
  const { order_id } = await orderOf(order.external_id)
  await api.post(`/v1/orders/${order_id}/cancellation`, { reason: 'damaged' })
  await pass()
  assert.equal((await post.look(order.external_id)).state, 'cancelled')
  assert.equal(((await api.get(`/v1/orders/${order_id}`)).body.payments as { state: string }[])[0]?.state, 'refunded')
})

test('a process that dies after taking an order takes the same one when it comes back', async () => {
  const order = bought({ lines: [line(shirt, 2990)] })
  await mall.sell(order)
  const guest = (await shop.visitor()).profile_id
  const { id: _, ...ship } = order.buyer
  const lines = [{ variant_id: shop.variant[shirt] as string, quantity: 1, unit_yen: 2990 }]
  const outside = {
    channel: 'marketplace' as const,
    external_id: `mall:${order.external_id}`,
    provider: 'mall',
    place_id: shop.warehouse,
    profile_id: guest,
    ship,
    lines,
  }
  const died = await takeOutside(shop.db, outside)
  await pass()
  assert.deepEqual(
    [(await orderOf(order.external_id)).order_id, (await takeOutside(shop.db, outside)).order_id],
    [died.order_id, died.order_id],
  )
})

test('a SKU nobody knows is a person’s task; once it is listed, the order is taken', async () => {
  const order = bought({ lines: [{ sku: 'new', quantity: 1, unit_yen: 14_300 }] })
  await mall.sell(order)
  await pass()
  const { state, problem, outlet_order_id } = await orderOf(order.external_id)
  assert.deepEqual([state, problem], ['refused', 'integrations.unknown_sku'])
  const listings = [{ variant_id: shop.variant['4599990000139'], sku: 'new' }]
  await api.put(`/v1/integrations/outlets/${mall_id}/listings`, { listings })
  const again = await api.post(`/v1/integrations/outlet-orders/${outlet_order_id}/acceptance`, {
    reason: '登録しました',
  })
  assert.equal(again.status, 200, again.text)
  assert.equal((await orderOf(order.external_id)).state, 'accepted')
})

test('outlets are told how many they may sell: what changed, the newest number, as one', async () => {
  await leave(socks, 7)
  await pass()
  assert.deepEqual([await mall.stockOf(`s-${socks}`), await post.stockOf(`s-${socks}`)], [7, 7])
  const order = bought({ lines: [line(socks, 1990, 4)] })
  await mall.sell(order)
  await pass()
  await pass(3)
  assert.deepEqual([await mall.stockOf(`s-${socks}`), await post.stockOf(`s-${socks}`)], [3, 3])
})

test('a bell only rings: who knows the word wakes us, nobody else does', async () => {
  await pass()
  const order = bought({ lines: [line(cookies, 2160)] })
  await mall.sell(order)
  const ring = (bell: string) =>
    shop.app.inject({ method: 'POST', url: `/v1/integrations/outlets/${mall_id}/bell`, headers: { 'x-bell': bell } })
  assert.equal((await ring('a word of somebody else')).statusCode, 401)
  await pass(1)
  const known = async () =>
    ((await api.get('/v1/integrations/outlet-orders?limit=200')).body.items as { external_id: string }[]).some(
      ({ external_id }) => external_id === order.external_id,
    )
  assert.equal(await known(), false)
  assert.equal((await ring('the bell of mall rings')).statusCode, 202)
  await pass(1)
  assert.equal(await known(), true)
})

test('after all of it every ledger is right, and every check of this room can fail', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
  const outlet = checks.filter(({ name }) => name.includes('outlet'))
  for (const trial of await selfTest(shop.db.url, outlet)) assert.ok(trial.seen, `${trial.check}: ${trial.because}`)
})

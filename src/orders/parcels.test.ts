/** Goal: an order is sent from where the goods are, in as few parcels as may be, and no channel promises what is not its own. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { count } from '#inventory/inventory'
import { fresh, putPlace } from '#stores/stores'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import type { Answer } from '../../e2e/retailer.ts'

const gtin = {
  shirt: '4599990000030',
  knit: '4599990000047',
  socks: '4599990000177',
  oats: '4599990000016',
  soy: '4599990000023',
  washer: '4599990000153',
  coat: '4599990000139',
  cookies: '4599990000184',
}
let shop: Shop
let admin: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  admin = shop.as(shop.staff.admin.token)
  // 世田谷店 sends online orders too.
  await transaction(shop.db, system, async (tx) => {
    const setagaya = await fresh(tx, shop.setagaya)
    if (setagaya) await putPlace(tx, system, { ...setagaya, ships_ec: true }, { place_id: shop.setagaya })
  })
})
after(() => shop.close())

const v = (name: keyof typeof gtin) => shop.variant[gtin[name]] as string
const put = (name: keyof typeof gtin, warehouse: number, setagaya: number) =>
  Promise.all(
    (
      [
        [shop.warehouse, warehouse],
        [shop.setagaya, setagaya],
      ] as const
    ).map(([place_id, counted]) => count(shop.db, system, { place_id, variant_id: v(name), counted })),
  )
const address = {
  family_name: '木村',
  phone: '09012345678',
  postal_code: '100-0001',
  prefecture: '東京都',
  city: '千代田区',
  address: '1-1',
}
const order = async (lines: [keyof typeof gtin, number][], more = {}, buyer?: { token: string }) =>
  shop.as((buyer ?? (await shop.member(`parcels-${Math.random().toString(36).slice(2)}`))).token).post('/v1/orders', {
    way: 'ship',
    ship: address,
    lines: lines.map(([name, quantity]) => ({ variant_id: v(name), quantity })),
    payments: [{ method: 'card', token: 'tok_visa' }],
    ...more,
  })
const ok = (answer: Answer) => {
  assert.ok(answer.status < 300, answer.text)
  return answer
}
const shelf = async (name: keyof typeof gtin, place_id: string) => {
  const { items } = (await admin.get(`/v1/inventory/variants/${v(name)}/places`)).body as {
    items: { place_id: string; on_hand: number; reserved: number }[]
  }
  const here = items.find((item) => item.place_id === place_id)
  return [here?.on_hand, here?.reserved]
}

test('one place that has all of it sends all of it: the warehouse, else the shop', async () => {
  await put('oats', 5, 5)
  await put('soy', 0, 5)
  assert.equal(ok(await order([['oats', 1]])).body.place_id, shop.warehouse)
  const both = ok(
    await order([
      ['oats', 1],
      ['soy', 1],
    ]),
  )
  assert.equal(both.body.place_id, shop.setagaya)
  assert.deepEqual((await admin.get(`/v1/orders/${both.body.order_id}/parcels`)).body.items, [])
})

test('what lies in two places leaves in two parcels: each sends its own, the last one ends the order', async () => {
  await put('shirt', 3, 0)
  await put('knit', 0, 4)
  const buyer = await shop.member('two-parcels')
  const placed = ok(
    await order(
      [
        ['shirt', 1],
        ['knit', 2],
      ],
      {},
      buyer,
    ),
  )
  const path = `/v1/orders/${placed.body.order_id}`
  assert.deepEqual(
    [await shelf('shirt', shop.warehouse), await shelf('knit', shop.setagaya)],
    [
      [3, 1],
      [4, 2],
    ],
  )
  const clerk = shop.as(shop.staff.setagaya_clerk.token)
  const queue = async (place_id: string) =>
    (await admin.get(`/v1/orders?place_id=${place_id}&state=placed`)).text.includes(String(placed.body.order_id))
  assert.deepEqual([await queue(shop.warehouse), await queue(shop.setagaya)], [true, true])
  assert.equal((await shop.as(shop.staff.clerk.token).post(`${path}/shipment`, {})).status, 403)
  assert.equal((await clerk.post(`${path}/shipment?place_id=${shop.warehouse}`, {})).status, 403)

  assert.equal(ok(await clerk.post(`${path}/shipment`, {})).body.state, 'placed')
  assert.equal(ok(await clerk.post(`${path}/shipment`, {})).body.state, 'placed', 'sent again, it adds nothing')
  assert.deepEqual(
    [await shelf('shirt', shop.warehouse), await shelf('knit', shop.setagaya)],
    [
      [3, 1],
      [2, 0],
    ],
  )
  assert.deepEqual([await queue(shop.warehouse), await queue(shop.setagaya)], [true, false])
  assert.equal((await shop.as(buyer.token).post(`${path}/cancellation`, {})).body.code, 'orders.too_late')
  assert.equal(ok(await admin.post(`${path}/shipment`, {})).body.state, 'done')
  assert.deepEqual(await shelf('shirt', shop.warehouse), [2, 0])
})

test('cancelled before anything left, all places have their goods back', async () => {
  await put('washer', 1, 0)
  await put('coat', 0, 2)
  const buyer = await shop.member('changed-mind')
  const placed = ok(
    await order(
      [
        ['washer', 1],
        ['coat', 1],
      ],
      {},
      buyer,
    ),
  )
  ok(await shop.as(buyer.token).post(`/v1/orders/${placed.body.order_id}/cancellation`, {}))
  assert.deepEqual(
    [await shelf('washer', shop.warehouse), await shelf('coat', shop.setagaya)],
    [
      [1, 0],
      [2, 0],
    ],
  )
})

test('twenty buyers at once of what lies in two places: as many as there are pieces, nobody else, nobody charged in vain', async () => {
  await put('socks', 4, 5)
  const buyers = await Promise.all(Array.from({ length: 20 }, (_, at) => shop.member(`rush-${at}`)))
  const answers = await Promise.all(buyers.map((buyer) => order([['socks', 1]], {}, buyer)))
  assert.equal(answers.filter(({ status }) => status === 201).length, 9)
  for (const answer of answers)
    if (answer.status !== 201) assert.equal(answer.body.code, 'inventory.short', answer.text)
  assert.deepEqual(
    [await shelf('socks', shop.warehouse), await shelf('socks', shop.setagaya)],
    [
      [4, 4],
      [5, 5],
    ],
  )
})

test('a channel sees its share only, held at the moment of taking; the till knows nothing of it', async () => {
  await put('cookies', 10, 0)
  const rule = { share_percent: 50, buffer: 1, cap: 3 }
  ok(await admin.put('/v1/inventory/channel-rules/marketplace', rule))
  const seen = async (channel: string) =>
    (await admin.get(`/v1/inventory/variants/${v('cookies')}/availability?channel=${channel}`)).body as {
      available: number
      places: { place_id: string; available: number }[]
    }
  const of = async (channel: string) =>
    (await seen(channel)).places.find(({ place_id }) => place_id === shop.warehouse)?.available
  assert.deepEqual([await of('ec'), await of('marketplace')], [10, 3])
  const api = shop.as(shop.api_key)
  const buy = (quantity: number, channel: string) =>
    api.post('/v1/orders', {
      way: 'ship',
      channel,
      ship: address,
      profile_id: buyer.profile_id,
      lines: [{ variant_id: v('cookies'), quantity }],
      payments: [{ method: 'card', token: 'tok_visa' }],
    })
  const buyer = await shop.member('marketplace')
  assert.equal((await buy(4, 'marketplace')).body.code, 'inventory.short')
  const rush = await Promise.all(Array.from({ length: 12 }, () => buy(1, 'marketplace')))
  const sold = rush.filter(({ status }) => status === 201).length
  // 10 free: 4 → 3 at most; at 4 free the half of it less one is 1, at 3 nothing.
  assert.equal(sold, 7, rush.map(({ text }) => text).join('\n'))
  assert.equal(await of('marketplace'), 0)
  assert.equal(ok(await buy(3, 'ec')).status, 201)
  assert.deepEqual(await shelf('cookies', shop.warehouse), [10, 10])
  ok(await admin.put('/v1/inventory/channel-rules/marketplace', { place_ids: [shop.shinjuku] }))
  assert.deepEqual(
    (await seen('marketplace')).places.map(({ place_id }) => place_id),
    [shop.shinjuku],
  )
  assert.equal((await shop.as(shop.staff.clerk.token).put('/v1/inventory/channel-rules/ec', rule)).status, 403)
})

test('a quote names the places that would send and says of the others why not, in both languages', async () => {
  await put('knit', 0, 1)
  const ask = { way: 'ship', lines: [{ variant_id: v('knit'), quantity: 1 }], prefecture: '東京都' }
  const plan = ok(await admin.post('/v1/inventory/allocations/quotes', ask)).body as {
    outcome: string
    parcels: { place_id: string }[]
    explain: { place_id: string; code: string; ja: string; en: string }[]
  }
  assert.deepEqual([plan.outcome, plan.parcels.map(({ place_id }) => place_id)], ['whole', [shop.setagaya]])
  assert.deepEqual(plan.explain.map(({ code }) => code).sort(), ['has_none', 'sends_all'])
  assert.match(plan.explain.find(({ code }) => code === 'sends_all')?.ja ?? '', /^世田谷店：/)
  const collect = ok(
    await admin.post('/v1/inventory/allocations/quotes', { ...ask, way: 'collect', place_id: shop.shinjuku }),
  )
  assert.deepEqual(
    (collect.body.parcels as { place_id: string }[]).map(({ place_id }) => place_id),
    [shop.shinjuku],
  )
})

test('leaves every ledger right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok: fine }) => !fine),
    [],
  )
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { putSetting } from '#core/settings'
import { published } from '#stores/stores'
import { openShop, type Shop } from '../../e2e/api/app.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

const items = [
  { label: '数量', text: '1点' },
  { label: 'お支払い総額', text: '¥2,990（税込）' },
]
const order = (more: object) => ({
  way: 'collect',
  place_id: shop.shinjuku,
  lines: [{ gtin: '4599990000030', quantity: 1 }],
  payments: [{ method: 'card', token: 'tok_visa' }],
  ...more,
})

test('what the final screen said is kept with the order, and its hash can be computed by anyone', async () => {
  const her = shop.as((await shop.member('terms')).token)
  const placed = await her.post('/v1/orders', order({ shown_terms: { lang: 'ja', items } }))
  assert.equal(placed.status, 201, placed.text)
  const kept = await her.get(`/v1/orders/${placed.body.order_id}/shown-terms`)
  const said = ['ja', ...items.flatMap(({ label, text }) => [label, text])].join('\n')
  assert.deepEqual(kept.body, { lang: 'ja', items, sha256: createHash('sha256').update(said).digest('hex') })
  const stranger = shop.as((await shop.member('terms-stranger')).token)
  assert.equal((await stranger.get(`/v1/orders/${placed.body.order_id}/shown-terms`)).status, 404)
})

test('an order placed without a screen has none, and an empty list is refused', async () => {
  const her = shop.as((await shop.member('no-terms')).token)
  const placed = await her.post('/v1/orders', order({}))
  const none = await her.get(`/v1/orders/${placed.body.order_id}/shown-terms`)
  assert.deepEqual([none.status, none.body.code], [404, 'orders.no_shown_terms'])
  assert.equal((await her.post('/v1/orders', order({ shown_terms: { lang: 'ja', items: [] } }))).status, 400)
})

test('a shop that is not open online takes no order of a shopper, and answers one it took before; its till sells', async () => {
  const her = shop.as((await shop.member('early')).token)
  const before = await her.post('/v1/orders', order({}), 'placed while open')
  assert.equal(before.status, 201, before.text)
  await putSetting(shop.db, published.key, false, system)
  try {
    const refused = await her.post('/v1/orders', order({}))
    assert.deepEqual([refused.status, refused.body.code], [409, 'stores.not_open'])
    const again = await her.post('/v1/orders', order({}), 'placed while open')
    assert.deepEqual([again.status, again.body.order_id], [201, before.body.order_id])
    const lines = [{ gtin: '4599990000030', quantity: 1 }]
    const sale = { way: 'carry', place_id: shop.shinjuku, lines, payments: [{ method: 'cash' }] }
    assert.equal((await shop.as(shop.staff.clerk.token).post('/v1/orders', sale)).status, 201)
  } finally {
    await putSetting(shop.db, published.key, true, system)
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

const cookies = '4599990000184'

test('the newest orders are a list that every word narrows; without it a place’s orders are its queue', async () => {
  const clerk = shop.as(shop.staff.clerk.token)
  const admin = shop.as(shop.staff.admin.token)
  const member = await shop.member('listed')
  const lines = [{ gtin: cookies, quantity: 1 }]
  const sale = await clerk.post('/v1/orders', { way: 'carry', payments: [{ method: 'cash' }], lines })
  const collect = await shop.as(member.token).post('/v1/orders', {
    way: 'collect',
    place_id: shop.shinjuku,
    payments: [{ method: 'card', token: 'tok_visa' }],
    lines,
  })
  assert.deepEqual([sale.status, collect.status], [201, 201], collect.text)
  const listed = async (query: string, as = admin) =>
    ((await as.get(`/v1/orders?${query}`)).body.items as { order_id: string }[]).map(({ order_id }) => order_id)
  const [sold, waits] = [sale.body.order_id, collect.body.order_id]
  assert.deepEqual(await listed('newest=true'), [waits, sold])
  assert.deepEqual(await listed(`newest=true&place_id=${shop.shinjuku}&state=done`), [sold])
  assert.deepEqual(await listed('newest=true&way=collect'), [waits])
  assert.deepEqual(await listed('newest=true&channel=till'), [sold])
  assert.deepEqual(await listed(`newest=true&business_date=${sale.body.business_date}`), [waits, sold])
  assert.deepEqual(await listed('newest=true&business_date=2020-01-01'), [])
  assert.deepEqual(await listed(`newest=true&number=${String(sale.body.number).slice(0, 10)}`), [sold])
  assert.deepEqual(await listed(`place_id=${shop.shinjuku}`), [waits])
  // Who works in one shop sees that shop's.
  const elsewhere = shop.as(shop.staff.setagaya_clerk.token)
  assert.deepEqual(await listed('newest=true', elsewhere), [])
  assert.equal((await elsewhere.get(`/v1/orders?newest=true&place_id=${shop.shinjuku}`)).status, 403)
})

test('a table of stock is one read over variants and places', async () => {
  const ids = Object.values(shop.variant)
  const found = await shop.as(shop.staff.clerk.token).get(`/v1/inventory/levels?variant_id=${ids.join('&variant_id=')}`)
  const items = found.body.items as { place_id: string; variant_id: string }[]
  assert.equal(items.length, ids.length * 3)
  assert.equal((await shop.as(shop.staff.clerk.token).get('/v1/inventory/levels')).status, 400)
})

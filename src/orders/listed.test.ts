import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setClock } from '#core/time'
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

test('orders of one instant come each once, however small the pages; a moment begins a page too', async () => {
  setClock(() => Date.parse('2026-11-26T03:00:00Z'))
  const clerk = shop.as(shop.staff.clerk.token)
  const body = { way: 'carry', payments: [{ method: 'cash' }], lines: [{ gtin: '4599990000016', quantity: 1 }] }
  const sold = await Promise.all(Array.from({ length: 7 }, () => clerk.post('/v1/orders', body)))
  const at = sold[0]?.body.placed_at as string
  setClock()
  const admin = shop.as(shop.staff.admin.token)
  const seen: string[] = []
  for (let before: unknown = '2026-11-26T04:00:00Z'; before; ) {
    const query = new URLSearchParams({ newest: 'true', limit: '3', before: String(before) })
    const page = await admin.get(`/v1/orders?${query}`)
    assert.equal(page.status, 200, page.text)
    const items = page.body.items as { order_id: string; placed_at: string }[]
    seen.push(...items.filter(({ placed_at }) => placed_at === at).map(({ order_id }) => order_id))
    before = page.body.next
  }
  assert.deepEqual(seen.sort(), sold.map(({ body: { order_id } }) => order_id as string).sort())
  assert.equal((await admin.get('/v1/orders?newest=true&before=yesterday')).status, 400)
})

test('a day in sums is all its orders that stand until a moment, of the shops one may see', async () => {
  setClock(() => Date.parse('2026-11-27T03:10:00Z'))
  const clerk = shop.as(shop.staff.clerk.token)
  const lines = [{ gtin: '4599990000016', quantity: 1 }]
  const sale = { way: 'carry', payments: [{ method: 'cash' }], lines }
  await Promise.all(Array.from({ length: 4 }, () => clerk.post('/v1/orders', sale)))
  const member = await shop.member('summed')
  const collect = { way: 'collect', place_id: shop.shinjuku, payments: [{ method: 'card', token: 'tok_visa' }], lines }
  const order = await shop.as(member.token).post('/v1/orders', collect)
  await shop
    .as(member.token)
    .post('/v1/orders', collect)
    .then(({ body }) => clerk.post(`/v1/orders/${body.order_id}/cancellation`, {}))
  setClock(() => Date.parse('2026-11-27T04:40:00Z'))
  await clerk.post('/v1/orders', sale)
  const read = async (query = '', token = shop.staff.admin.token) =>
    (await shop.as(token).get(`/v1/orders/day-sums${query}`)).body
  const whole = await read()
  assert.deepEqual(
    [whole.business_date, whole.sales_yen, whole.orders, whole.carried, whole.collected],
    ['2026-11-27', 6 * 594, 6, 5, 1],
  )
  assert.deepEqual(whole.curve, [
    { at: '2026-11-27T03:15:00.000Z', yen: 5 * 594 },
    { at: '2026-11-27T04:45:00.000Z', yen: 6 * 594 },
  ])
  const earlier = await read('?business_date=2026-11-27&until=2026-11-27T04:00:00Z')
  assert.deepEqual([earlier.orders, earlier.sales_yen], [5, 5 * 594])
  assert.deepEqual((await read('', shop.staff.setagaya_clerk.token)).orders, 0)
  // A week on nobody has set it ready: it is late, and the list that shows it says the same.
  setClock(() => Date.parse('2026-12-04T03:00:00Z'))
  assert.deepEqual((await read()).late, [{ place_id: shop.shinjuku, orders: 2 }])
  const late = (await shop.as(shop.staff.admin.token).get('/v1/orders?newest=true&late=true')).body.items as {
    order_id: string
  }[]
  assert.equal(late.length, 2)
  assert.ok(late.some(({ order_id }) => order_id === order.body.order_id))
  setClock()
})

test('a table of stock is one read over variants and places', async () => {
  const ids = Object.values(shop.variant)
  const found = await shop.as(shop.staff.clerk.token).get(`/v1/inventory/levels?variant_id=${ids.join('&variant_id=')}`)
  const items = found.body.items as { place_id: string; variant_id: string }[]
  assert.equal(items.length, ids.length * 3)
  assert.equal((await shop.as(shop.staff.clerk.token).get('/v1/inventory/levels')).status, 400)
})

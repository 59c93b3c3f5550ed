/** J9 at API level: the agent finds the customer by phone, opens the same living cart, adds to it and orders; and points cross channels in seconds. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const coat = '4599990000139'
const cookies = '4599990000184'
const ship = {
  family_name: '木村',
  phone: '090-1234-5678',
  postal_code: '154-0001',
  prefecture: '東京都',
  city: '世田谷区',
  address: '池尻1-1-1',
}

describe('J9 one cart, ordered by phone', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop.close())

  it('lets the agent find her by phone number, open the same cart and order it as an agent order', async () => {
    const customer = await shop.member('j9', '090-1234-5678')
    const her = shop.as(customer.token)
    const put = await her.post('/v1/carts/current/items', { variant_id: shop.variant[coat], quantity: 1 })
    assert.ok(put.status < 300, put.text)
    const agent = shop.as(shop.staff.agent.token)
    const found = await agent.post('/v1/customers/searches', { text: '０９０－１２３４－５６７８' })
    assert.ok(found.text.includes(customer.profile_id) || found.text.includes(customer.customer_id), found.text)
    assert.ok(!found.text.includes('j9@example.jp'), 'hits are masked')

    const seen = await agent.get(`/v1/carts/${customer.profile_id}`)
    const own = await her.get('/v1/carts/current')
    assert.equal(seen.body.cart_id, own.body.cart_id, 'the very same cart')
    const added = await agent.put(`/v1/carts/${customer.profile_id}/items/${shop.variant[cookies]}`, { quantity: 1 })
    assert.ok(added.status < 300, added.text)
    assert.ok(
      (await her.get('/v1/carts/current')).text.includes(shop.variant[cookies] as string),
      'she sees what the agent added',
    )

    const order = await agent.post('/v1/orders', {
      way: 'ship',
      profile_id: customer.profile_id,
      cart: true,
      ship,
      payments: [{ method: 'card', token: 'tok_visa' }],
      expected_total_yen: 16460,
    })
    assert.equal(order.status, 201, order.text)
    assert.equal(order.body.channel, 'phone')
    assert.equal(order.body.staff_id, shop.staff.agent.staff_id)
    assert.equal(order.body.total_yen, 16460)
    assert.equal(order.body.points_earned, 164)
    assert.deepEqual(
      (order.body.taxes as { rate_num: number; taxable_yen: number; tax_yen: number }[])
        .map(({ rate_num, taxable_yen, tax_yen }) => [rate_num, taxable_yen, tax_yen])
        .sort(),
      [
        [10, 14300, 1300],
        [8, 2160, 160],
      ].sort(),
    )
    assert.ok(
      !(await her.get('/v1/carts/current')).text.includes(shop.variant[coat] as string),
      'the ordered lines left the cart',
    )
  })

  it('pays part of an EC order with the points of a till sale made seconds before', async () => {
    const customer = await shop.member('points')
    const clerk = shop.as(shop.staff.clerk.token)
    const sale = await clerk.post('/v1/orders', {
      way: 'carry',
      profile_id: customer.profile_id,
      payments: [{ method: 'cash' }],
      lines: [
        { gtin: '4599990000016', quantity: 1 },
        { gtin: '4599990000023', quantity: 1 },
        { gtin: '4599990000153', quantity: 1 },
      ],
    })
    assert.equal(sale.status, 201, sale.text)
    assert.equal(sale.body.total_yen, 1680)
    assert.equal(sale.body.points_earned, 16)
    const her = shop.as(customer.token)
    assert.equal((await her.get('/v1/loyalty/me')).body.available, 16)

    const wish = { way: 'ship', lines: [{ gtin: '4599990000016', quantity: 2 }], points_used: 16 }
    const order = await her.post('/v1/orders', { ...wish, ship, payments: [{ method: 'card', token: 'tok_visa' }] })
    assert.equal(order.status, 201, order.text)
    assert.equal(order.body.total_yen, 1188, 'own points are a tender: total and tax do not change')
    assert.equal(order.body.tax_yen, 88)
    assert.equal(order.body.points_earned, 11, 'none on the part paid with points')
    const after = (await her.get('/v1/loyalty/me')).body
    assert.deepEqual([after.available, after.pending], [0, 11])

    const again = await her.post('/v1/orders', { ...wish, ship, payments: [{ method: 'card', token: 'tok_visa' }] })
    assert.equal(again.status, 409)
    assert.equal(again.body.code, 'loyalty.short')

    const cancelled = await her.post(`/v1/orders/${order.body.order_id}/cancellation`, {})
    assert.equal(cancelled.body.state, 'cancelled', cancelled.text)
    const restored = (await her.get('/v1/loyalty/me')).body
    assert.deepEqual([restored.available, restored.pending, restored.debt], [16, 0, 0], 'as if never bought')
  })

  it('says that a declined card was not charged, keeps nothing, and takes the same key again', async () => {
    const customer = await shop.member('declined')
    const her = shop.as(customer.token)
    const key = 'declined-then-good'
    const order = (token: string) => ({
      way: 'collect',
      place_id: shop.shinjuku,
      lines: [{ gtin: coat, quantity: 1 }],
      payments: [{ method: 'card', token }],
    })
    const refused = await her.post('/v1/orders', order('tok_declined'), key)
    assert.equal(refused.status, 402)
    assert.equal(refused.body.code, 'orders.card_declined')
    assert.equal((await her.post('/v1/orders', order('tok_visa'), key)).status, 201)
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

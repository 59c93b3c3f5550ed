/** What the call centre takes: marked as an agent's order with who took it, paid without a card number being spoken. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { putSetting } from '../../src/core/settings.ts'
import { setClock } from '../../src/core/time.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { changePlace } from './places.ts'

const coat = '4599990000139'
const ship = {
  family_name: '木村',
  phone: '090-1234-5678',
  postal_code: '154-0001',
  prefecture: '東京都',
  city: '世田谷区',
  address: '池尻1-1-1',
}

describe('an order by phone', () => {
  let shop: Shop
  let now = Date.parse('2026-11-22T03:00:00Z')
  before(async () => {
    setClock(() => now++)
    shop = await openShop()
    await putSetting(shop.db, 'orders.cash_on_delivery', true, 'test')
  })
  after(async () => {
    setClock()
    await shop.close()
  })
  const lines = [{ gtin: coat, quantity: 1 }]
  const agent = () => shop.as(shop.staff.agent.token)

  it('is paid on delivery: marked as the agent’s, in the customer’s history, with her points to come', async () => {
    const her = await shop.member('agent-1')
    const placed = await agent().post('/v1/orders', {
      way: 'ship',
      profile_id: her.profile_id,
      lines,
      ship,
      payments: [{ method: 'cash_on_delivery' }],
    })
    assert.equal(placed.status, 201, placed.text)
    assert.deepEqual(
      [placed.body.channel, placed.body.staff_id, placed.body.total_yen, placed.body.points_earned],
      ['phone', shop.staff.agent.staff_id, 14300, 143],
    )
    assert.equal((placed.body.promise as { sold_place_id: unknown }).sold_place_id, null)
    const hers = await shop.as(her.token).get('/v1/orders')
    assert.ok(hers.text.includes(String(placed.body.order_id)))
    assert.equal((await shop.as(her.token).get('/v1/loyalty/me')).body.pending, 143)
  })

  it('is collected and paid for in a shop, unless that shop bars it', async () => {
    const her = await shop.member('agent-2')
    const wish = {
      way: 'collect',
      place_id: shop.setagaya,
      profile_id: her.profile_id,
      lines,
      payments: [{ method: 'pay_in_shop' }],
    }
    const placed = await agent().post('/v1/orders', wish)
    assert.equal(placed.status, 201, placed.text)
    assert.ok(!/"code":"\d/.test(placed.text), 'the agent does not learn the pickup code')
    await changePlace(shop, shop.setagaya, { barred_payments: ['pay_in_shop'] })
    const refused = await agent().post('/v1/orders', wish)
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field],
      [422, 'orders.payment_barred', 'payments.0.method'],
    )
  })

  it('takes no cash over the phone', async () => {
    const her = await shop.member('agent-3')
    const wish = { way: 'ship', profile_id: her.profile_id, lines, ship }
    const cash = await agent().post('/v1/orders', { ...wish, payments: [{ method: 'cash' }] })
    assert.deepEqual([cash.status, cash.body.code], [422, 'orders.no_cash'])
  })

  it('goes to a buyer who is no member, noted by name and phone: she earns nothing and is found again', async () => {
    const noted = await agent().post('/v1/customers/guests', { family_name: '佐々木', phone: '080-7654-3210' })
    assert.equal(noted.status, 201, noted.text)
    const placed = await agent().post('/v1/orders', {
      way: 'ship',
      profile_id: noted.body.profile_id,
      lines,
      ship,
      payments: [{ method: 'cash_on_delivery' }],
    })
    assert.equal(placed.status, 201, placed.text)
    assert.deepEqual([placed.body.profile_id, placed.body.points_earned], [noted.body.profile_id, 0])
    const found = await agent().post('/v1/customers/searches', { text: '080-7654-3210' })
    assert.ok(found.text.includes(String(noted.body.profile_id)))
    const her = await shop.member('agent-4')
    const forbidden = await shop.as(her.token).post('/v1/customers/guests', { family_name: '佐々木' })
    assert.equal(forbidden.status, 403)
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

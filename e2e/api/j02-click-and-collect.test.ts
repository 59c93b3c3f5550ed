/** J2 at API level: one shirt at 新宿店, two customers, both orders of arrival; pickup, cross-sell, and what is not collected. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { system } from '../../src/core/actor.ts'
import { setClock } from '../../src/core/time.ts'
import { count } from '../../src/inventory/inventory.ts'
import { tick } from '../../src/orders/orders.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const socks = '4599990000177'
const card = [{ method: 'card', token: 'tok_visa' }]

describe('J2 click & collect', () => {
  let shop: Shop
  let member = 0
  before(async () => {
    setClock(() => Date.parse('2026-11-20T02:00:00Z'))
    shop = await openShop()
  })
  beforeEach(() =>
    count(shop.db, system, { place_id: shop.shinjuku, variant_id: shop.variant[shirt] as string, counted: 1 }),
  )
  after(async () => {
    setClock()
    await shop.close()
  })

  const collect = (cart: boolean, ...gtins: string[]) => ({
    way: 'collect',
    place_id: shop.shinjuku,
    payments: card,
    ...(cart ? { cart: true } : { lines: gtins.map((gtin) => ({ gtin, quantity: 1 })) }),
  })
  const join = () => shop.member(`j2-${++member}`)

  it("sells the one shirt to whoever comes first and keeps the other's cart with the knit", async () => {
    const first = await join()
    const second = await join()
    const alone = await shop.as(first.token).post('/v1/orders', collect(false, shirt))
    assert.equal(alone.status, 201, alone.text)
    assert.deepEqual(money(alone.body), { total_yen: 2990, tax_yen: 271, points_earned: 29 })

    const buyer = shop.as(second.token)
    for (const gtin of [shirt, knit])
      await buyer.post('/v1/carts/current/items', { variant_id: shop.variant[gtin], quantity: 1 })
    const late = await buyer.post('/v1/orders', collect(true))
    assert.equal(late.status, 409)
    assert.equal(late.body.code, 'inventory.short')
    assert.match(String(late.body.title), /在庫/)
    const cart = await buyer.get('/v1/carts/current')
    assert.ok(cart.text.includes(shop.variant[knit] as string), 'the knit stays in her cart')
    assert.equal((await charges(second.profile_id)).length, 0, 'she was not charged')
    await shop.as(shop.staff.clerk.token).post(`/v1/orders/${alone.body.order_id}/cancellation`, {})
  })

  it('sells shirt and knit together when their buyer comes first; pickup, add-on sale and points follow', async () => {
    const winner = await join()
    const loser = await join()
    const won = await shop.as(winner.token).post('/v1/orders', collect(false, shirt, knit))
    const lost = await shop.as(loser.token).post('/v1/orders', collect(false, shirt))
    assert.equal(won.status, 201, won.text)
    assert.deepEqual(money(won.body), { total_yen: 6980, tax_yen: 634, points_earned: 69 })
    assert.equal(lost.status, 409)
    const code = (won.body.pickup as { code: string }).code
    assert.match(code, /^\d{6}$/)

    const clerk = shop.as(shop.staff.clerk.token)
    const queue = await clerk.get(`/v1/orders?place_id=${shop.shinjuku}&state=placed`)
    assert.ok(queue.text.includes(String(won.body.order_id)), 'the pick list shows it')
    assert.ok(!queue.text.includes(code), 'staff learn the code from the customer')
    const path = `/v1/orders/${won.body.order_id}`
    assert.equal((await clerk.post(`${path}/readiness`, {})).body.state, 'ready')
    assert.equal((await clerk.post(`${path}/hand-over`, { code: code === '000000' ? '111111' : '000000' })).status, 422)
    assert.equal((await shop.as(winner.token).get('/v1/loyalty/me')).body.pending, 69)
    assert.equal((await clerk.post(`${path}/hand-over`, { code })).body.state, 'done')
    assert.equal((await clerk.post(`${path}/hand-over`, { code })).body.state, 'done', 'sent again, it adds nothing')

    const more = await clerk.post('/v1/orders', {
      way: 'carry',
      profile_id: winner.profile_id,
      with_order_id: won.body.order_id,
      lines: [{ gtin: socks, quantity: 1 }],
      payments: [{ method: 'cash', tendered_yen: 2000 }],
    })
    assert.equal(more.status, 201, more.text)
    assert.equal(more.body.with_order_id, won.body.order_id, 'counted as sold at pickup')
    assert.deepEqual(money(more.body), { total_yen: 1990, tax_yen: 180, points_earned: 19 })
    const points = (await shop.as(winner.token).get('/v1/loyalty/me')).body
    assert.equal(points.available, 69 + 19)
    assert.equal(points.pending, 0)
  })

  it('reminds on day 4 and gives stock, points and money back at the close of day 7', async () => {
    const buyer = await join()
    const order = await shop.as(buyer.token).post('/v1/orders', collect(false, shirt))
    await shop.as(shop.staff.clerk.token).post(`/v1/orders/${order.body.order_id}/readiness`, {})
    const day = (days: number) => new Date(Date.parse('2026-11-20T02:00:00Z') + days * 86_400_000)
    const at = async (days: number) => {
      setClock(() => day(days).getTime())
      await tick(shop.db, day(days).toISOString())
      return (await shop.as(buyer.token).get(`/v1/orders/${order.body.order_id}`)).body
    }
    assert.equal((await at(3)).state, 'ready')
    assert.equal((await at(5)).state, 'ready')
    assert.equal((await at(7)).state, 'ready', 'she may come until the shop closes')
    const events = await shop.as(shop.api_key).get(`/v1/events?profile_id=${buyer.profile_id}`)
    assert.equal(events.text.split('"order.pickup_reminded"').length - 1, 1, 'reminded once')
    const released = await at(8)
    assert.equal(released.state, 'cancelled')
    assert.equal((released.payments as { state: string }[])[0]?.state, 'refunded')
    assert.equal((await shop.as(buyer.token).get('/v1/loyalty/me')).body.pending, 0)
    setClock(() => Date.parse('2026-11-20T02:00:00Z'))
  })

  it('leaves every ledger right', async () => {
    const wrong = (await verify(shop.db.url.replace('engawa_app', 'engawa'))).filter(({ ok }) => !ok)
    assert.deepEqual(wrong, [])
  })

  const charges = async (profile_id: string) =>
    (
      await shop.db.pool.query(
        'select 1 from channels.fake_charge c join orders.payment p on p.payment_id::text = c.reference where p.profile_id = $1',
        [profile_id],
      )
    ).rows
})

const money = ({ total_yen, tax_yen, points_earned }: Record<string, unknown>) => ({
  total_yen,
  tax_yen,
  points_earned,
})

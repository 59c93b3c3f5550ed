import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { closed, fits } from '../../e2e/api/fits.ts'
import { ladder, rungsOf } from './maturity.ts'
import { Maturity } from './schemas.ts'

const cookies = '4599990000184'
const nothing = {
  channels: 0,
  orders: 0,
  second_channel_orders: 0,
  known_orders: 0,
  across_orders: 0,
  buyers: 0,
  two_channel_buyers: 0,
  point_users: 0,
  point_users_across: 0,
}
const met = (sums: Partial<typeof nothing>) =>
  rungsOf({ ...nothing, ...sums }, ladder.usual)
    .filter((rung) => rung.met)
    .map(({ rung }) => rung)

suite('the maturity ladder', () => {
  test('a retailer without a sale stands on no rung, and one with a till on the first', () => {
    assert.deepEqual(met({}), [])
    assert.deepEqual(met({ channels: 1, orders: 100 }), ['single'])
  })
  test('cross begins where 5% of the buyers used two channels under one id, not before', () => {
    const known = { channels: 2, orders: 1000, second_channel_orders: 50, known_orders: 300, buyers: 1000 }
    assert.deepEqual(met({ ...known, two_channel_buyers: 49 }), ['single', 'multi'])
    assert.deepEqual(met({ ...known, two_channel_buyers: 50 }), ['single', 'multi', 'cross'])
    assert.deepEqual(met({ ...known, second_channel_orders: 49, two_channel_buyers: 50 }), ['single'])
  })
  test('a rung counts only on those below it', () => {
    assert.deepEqual(met({ channels: 1, orders: 10, buyers: 10, two_channel_buyers: 10, known_orders: 10 }), ['single'])
  })

  suite('over what was really sold', () => {
    let shop: Shop
    before(async () => {
      shop = await openShop()
    })
    after(() => shop.close())

    test('a buyer at the till and online under one id is one of two; merged records are one buyer', async () => {
      const clerk = shop.as(shop.staff.clerk.token)
      const lines = [{ gtin: cookies, quantity: 1 }]
      const atTill = (profile_id: string) =>
        clerk.post('/v1/orders', { way: 'carry', profile_id, payments: [{ method: 'cash' }], lines })
      const [one, other, twin] = [await shop.member('one'), await shop.member('other'), await shop.member('twin')]
      assert.equal((await atTill(one.profile_id)).status, 201)
      assert.equal((await atTill(other.profile_id)).status, 201)
      const collected = await shop.as(twin.token).post('/v1/orders', {
        way: 'collect',
        place_id: shop.shinjuku,
        payments: [{ method: 'card', token: 'tok_visa' }],
        lines,
      })
      assert.equal(collected.status, 201, collected.text)
      const measured = async () => {
        const { body, status } = await shop.as(shop.staff.manager.token).get('/v1/desk/maturity')
        assert.equal(status, 200)
        fits(closed(Maturity) as object, body)
        const rungs = body.rungs as { rung: string; conditions: { query: string; value: number }[] }[]
        return (query: string) =>
          rungs.flatMap(({ conditions }) => conditions).find((one) => one.query === query)?.value
      }
      const apart = await measured()
      assert.deepEqual(
        [apart('channels_selling'), apart('two_channels'), apart('known_orders'), apart('bought_across')],
        [2, 0, 100, 33.3],
      )
      const agent = shop.as(shop.staff.agent.token)
      const body = { keep_id: one.profile_id, join_id: twin.profile_id, reason: '同じ方' }
      const merged = await agent.post('/v1/customers/merges', body)
      assert.equal(merged.status, 201, merged.text)
      assert.equal((await measured())('two_channels'), 50)
      // Whichever of her records an order was written under, it opens the one card.
      const card = await agent.get(`/v1/desk/customers/${twin.profile_id}`)
      assert.deepEqual([card.status, card.body.customer_id], [200, merged.body.customer_id])
    })

    test('a clerk may not see it', async () => {
      assert.equal((await shop.as(shop.staff.clerk.token).get('/v1/desk/maturity')).status, 403)
    })
  })
})

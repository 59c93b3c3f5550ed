/** Codes that are spoken or shown at the counter are not found by trying. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openShop, type Shop } from './app.ts'

describe('codes at the counter', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop?.close())

  it('twenty-five wrong pickup codes shut that order and that till for a quarter of an hour; the next till goes on', async () => {
    const member = await shop.member('picks-up')
    const order = async () => {
      const wish = { way: 'collect', place_id: shop.shinjuku, lines: [{ gtin: '4599990000030', quantity: 1 }] }
      const placed = await shop
        .as(member.token)
        .post('/v1/orders', { ...wish, payments: [{ method: 'card', token: 'tok_visa' }] })
      const { order_id, pickup } = placed.body as { order_id: string; pickup: { code: string } }
      await shop.as(shop.staff.clerk.token).post(`/v1/orders/${order_id}/ready`, undefined)
      return { order_id, code: pickup.code }
    }
    const [tried, other] = [await order(), await order()]
    const wrong = tried.code === '000000' ? '111111' : '000000'
    const hand = (token: string, order_id: string, code: string) =>
      shop.as(token).post(`/v1/orders/${order_id}/hand-over`, { code })
    const guesses = []
    for (let at = 0; at < 26; at++) guesses.push((await hand(shop.staff.clerk.token, tried.order_id, wrong)).status)
    assert.deepEqual([guesses[24], guesses[25]], [422, 429])
    const shut = await hand(shop.staff.clerk.token, other.order_id, other.code)
    assert.deepEqual([shut.status, shut.headers.get('retry-after')], [429, '900'])
    assert.equal((await hand(shop.staff.manager.token, tried.order_id, tried.code)).status, 429, 'the order too')
    assert.equal((await hand(shop.staff.manager.token, other.order_id, other.code)).status, 200)
  })

  it('ten wrong hand-over codes of a cart shut that clerk out, and say for how long', async () => {
    const clerk = shop.as(shop.staff.setagaya_clerk.token)
    const guesses = []
    for (let at = 0; at < 26; at++) guesses.push(await clerk.post('/v1/carts/hand-overs', { code: `00000${at % 10}` }))
    assert.equal(guesses[9]?.status, 404)
    assert.deepEqual([guesses[10]?.status, guesses[10]?.headers.get('retry-after')], [429, '900'])
  })
})

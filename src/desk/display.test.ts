import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { closed, fits } from '../../e2e/api/fits.ts'
import { changePlace, daily } from '../../e2e/api/places.ts'
import { Display } from './schemas.ts'

const cookies = '4599990000184'
type Shown = { ready: { number: number }[]; making: number[]; goods: { name: string }[]; chosen: unknown[] }

suite('the screen in a shop', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
    await changePlace(shop, shop.shinjuku, { offers_order_ahead: true, hours: daily('00:00', '24:00') })
  })
  after(() => shop.close())

  const shown = async (place_id = shop.shinjuku) => {
    const answer = await shop.as().get(`/v1/desk/displays/${place_id}`)
    assert.equal(answer.status, 200, answer.text)
    fits(closed(Display) as object, answer.body)
    return { ...(answer.body as unknown as Shown), text: answer.text }
  }

  test('calls a number from the making to the hand-over, at its own shop only, and never says a name', async () => {
    const member = await shop.member('display')
    const placed = await shop.as(member.token).post('/v1/orders', {
      way: 'order_ahead',
      place_id: shop.shinjuku,
      lines: [{ gtin: cookies, quantity: 1 }],
      payments: [{ method: 'card', token: 'tok_visa' }],
    })
    assert.equal(placed.status, 201, placed.text)
    const { call_number } = placed.body.promise as { call_number: number }
    const clerk = shop.as(shop.staff.clerk.token)
    const path = `/v1/orders/${placed.body.order_id}`
    const numbers = async () => {
      const { ready, making } = await shown()
      return [ready.map(({ number }) => number), making]
    }
    assert.deepEqual(await numbers(), [[], [call_number]])
    await clerk.post(`${path}/preparation`, {})
    assert.equal((await clerk.post(`${path}/readiness`, {})).status, 200)
    assert.deepEqual(await numbers(), [[call_number], []])
    const { text } = await shown()
    assert.ok(!/木村|display@|profile_id|order_id|customer/.test(text), text)
    const elsewhere = await shown(shop.setagaya)
    assert.deepEqual([elsewhere.ready, elsewhere.making], [[], []])
    assert.equal((await clerk.post(`${path}/hand-over`, { call_number })).status, 200)
    assert.deepEqual(await numbers(), [[], []])
  })

  test('shows only goods that are here, and a kind of goods only when enough people chose it', async () => {
    const clerk = shop.as(shop.staff.clerk.token)
    const counted = await clerk.post('/v1/inventory/counts', {
      place_id: shop.shinjuku,
      variant_id: shop.variant[cookies],
      counted: 0,
    })
    assert.ok(counted.status < 300, counted.text)
    const { goods, chosen } = await shown()
    assert.ok(goods.length > 0 && goods.every(({ name }) => name !== '全粒粉クッキー'))
    assert.deepEqual(chosen, [])
  })

  test('a warehouse has no screen', async () => {
    const answer = await shop.as().get(`/v1/desk/displays/${shop.warehouse}`)
    assert.deepEqual([answer.status, answer.body.code], [404, 'desk.no_display'])
  })
})

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { changePlace, daily } from '../../e2e/api/places.ts'
import { system } from '../core/actor.ts'
import { transaction } from '../core/database.ts'
import { id } from '../core/id.ts'
import * as carts from './carts.ts'

const shirt = '4599990000030'
const oats = '4599990000016'
type Line = { variant_id: string; quantity: number; way: string | null; place_id: string | null; left: number | null }

suite('how things in a cart are received, and what is only wished for', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
    await changePlace(shop, shop.shinjuku, { offers_order_ahead: true, hours: daily('00:00', '24:00') })
  })
  after(() => shop.close())
  const linesOf = (body: Record<string, unknown>) => body.lines as Line[]
  const item = (gtin: string) => `/v1/carts/current/items/${shop.variant[gtin]}`

  test('each thing keeps its own way and shop; changing the number alone leaves them as they are', async () => {
    const her = shop.as((await shop.member('ways')).token)
    await her.post('/v1/carts/current/items', { gtin: shirt, way: 'collect', place_id: shop.shinjuku })
    const { body } = await her.post('/v1/carts/current/items', { gtin: oats, way: 'ship' })
    assert.deepEqual(
      linesOf(body).map(({ way, place_id }) => [way, place_id]),
      [
        ['collect', shop.shinjuku],
        ['ship', null],
      ],
    )
    const more = linesOf((await her.put(item(shirt), { quantity: 2 })).body)[0]
    assert.deepEqual([more?.quantity, more?.way, more?.place_id], [2, 'collect', shop.shinjuku])
    const moved = await her.put(item(shirt), { quantity: 2, way: 'order_ahead', place_id: shop.shinjuku })
    assert.equal(linesOf(moved.body)[0]?.way, 'order_ahead')
    assert.equal(Number(moved.body.version), Number(body.version) + 2)
  })

  test('a shop that does not hand out in that way is refused, by name of the field', async () => {
    const her = shop.as((await shop.member('no-way')).token)
    for (const [place_id, field] of [
      [shop.setagaya, 'place_id'],
      [id(), 'place_id'],
      [undefined, 'way'],
    ]) {
      const refused = await her.post('/v1/carts/current/items', { gtin: shirt, way: 'order_ahead', place_id })
      assert.deepEqual([refused.status, refused.body.code, refused.body.field], [422, 'carts.no_such_way', field])
    }
  })

  test('an order of one way leaves the things of the other in the cart', async () => {
    const her = shop.as((await shop.member('part')).token)
    await her.post('/v1/carts/current/items', { gtin: shirt, way: 'collect', place_id: shop.shinjuku })
    await her.post('/v1/carts/current/items', { gtin: oats, way: 'ship' })
    const placed = await her.post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      cart: true,
      lines: [{ variant_id: shop.variant[shirt], quantity: 1 }],
      payments: [{ method: 'card', token: 'tok_visa' }],
    })
    assert.equal(placed.status, 201, placed.text)
    const left = linesOf((await her.get('/v1/carts/current')).body)
    assert.deepEqual(
      left.map(({ variant_id, way }) => [variant_id, way]),
      [[shop.variant[oats], 'ship']],
    )
  })

  test('a wish is remembered once, over sign-in, and forgotten when she says so', async () => {
    const { body } = await shop.as().get(`/v1/catalog/products/ext:${shirt}`)
    const path = `/v1/carts/favourites/${body.product_id}`
    const visitor = await shop.visitor()
    const member = await shop.member('wish')
    const before_sign_in = shop.as(visitor.token)
    await before_sign_in.put(path, {})
    assert.equal((await before_sign_in.put(path, {})).status, 200)
    await transaction(shop.db, system, (tx) => carts.merge(tx, visitor.profile_id, member.profile_id))
    const her = shop.as(member.token)
    const items = (await her.get('/v1/carts/favourites')).body.items as { product_id: string }[]
    assert.deepEqual(
      items.map(({ product_id }) => product_id),
      [body.product_id],
    )
    assert.deepEqual((await before_sign_in.get('/v1/carts/favourites')).body.items, [])
    assert.equal((await her.put(`/v1/carts/favourites/${id()}`, {})).status, 404)
    for (let again = 0; again < 2; again++) assert.deepEqual((await her.delete(path)).body.items, [])
  })
})

/** J12's and J15's returns at API level: exact figures; whose sale it was is told, so that credit can be taken back. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { only, sql, transaction } from '../../src/core/database.ts'
import { setClock } from '../../src/core/time.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const dress = '4599990000160'
const ship = {
  family_name: '木村',
  phone: '090-1234-5678',
  postal_code: '154-0001',
  prefecture: '東京都',
  city: '世田谷区',
  address: '池尻1-1-1',
}
const card = [{ method: 'card', token: 'tok_visa' }]

describe('returns of J12 and J15', () => {
  let shop: Shop
  let now = Date.parse('2026-11-22T03:00:00Z')
  before(async () => {
    setClock(() => now++)
    shop = await openShop()
    await transaction(shop.db, system, async (tx) => {
      const { rows } = await putProducts(tx, system, [
        {
          external_id: dress,
          name: '麻のワンピース',
          tax_category: 'standard',
          published_at: '2026-01-01T00:00:00Z',
          variants: [{ gtin: dress, prices: [{ yen: 8800, valid_from: '2026-01-01T00:00:00Z' }] }],
        },
      ])
      const variant_id = rows[0]?.variant_ids[0] as string
      await receive(tx, system, {
        place_id: shop.warehouse,
        variant_id,
        quantity: 3,
        kind: 'opening',
        source_kind: 'test',
        source_id: variant_id,
      })
    })
  })
  after(async () => {
    setClock()
    await shop.close()
  })
  const points = async (token: string) => (await shop.as(token).get('/v1/loyalty/me')).body.available
  const back = (token: string, order_id: unknown, line_no: number) =>
    shop.as(token).post(`/v1/orders/${order_id}/returns`, { lines: [{ line_no, quantity: 1 }], reason: 'size' })
  const told = (order_id: unknown) =>
    transaction(shop.db, system, (tx) =>
      only<{ payload: Record<string, unknown>; place_id: string }>(
        tx,
        sql`select payload, place_id from activity.event where type = 'order.returned' and subject_id = ${order_id as string} order by occurred_at desc limit 1`,
      ),
    )

  it('J12: the dress bought on EC, ¥8,800 (tax 800, +88), comes back to a shop: all of it reversed, and whose sale it was is told', async () => {
    const member = await shop.member('j12')
    const bought = await shop.as(shop.staff.agent.token).post('/v1/orders', {
      way: 'ship',
      profile_id: member.profile_id,
      lines: [{ gtin: dress, quantity: 1 }],
      payments: card,
      ship,
    })
    const { total_yen, tax_yen, points_earned, order_id } = bought.body
    assert.deepEqual([total_yen, tax_yen, points_earned], [8800, 800, 88], bought.text)
    await shop.as(shop.api_key).post(`/v1/orders/${order_id}/shipment`, {})
    assert.equal(await points(member.token), 88)
    now += 5 * 86_400_000
    const returned = await back(shop.api_key, order_id, 1)
    assert.equal(returned.status, 422, 'an API key says where it is received')
    const shown = await shop.as(shop.api_key).post(`/v1/orders/${order_id}/returns`, {
      lines: [{ line_no: 1, quantity: 1 }],
      reason: 'size',
      place_id: shop.shinjuku,
    })
    assert.equal(shown.status, 201, shown.text)
    assert.deepEqual([shown.body.refund_yen, shown.body.tax_yen, shown.body.points_taken], [8800, 800, 88])
    assert.equal(await points(member.token), 0)
    const event = await told(order_id)
    assert.deepEqual(
      [event.place_id, event.payload.staff_id, event.payload.sold_place_id, event.payload.refund_yen],
      [shop.shinjuku, shop.staff.agent.staff_id, shop.warehouse, 8800],
    )
    now -= 5 * 86_400_000
  })

  it('J15: another shop takes back J2’s shirt: ¥2,990 (tax 271), points 69 → 39; later the knit with 363, so that 271 + 363 = 634', async () => {
    const member = await shop.member('j15')
    const her = shop.as(member.token)
    const won = await her.post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      lines: [
        { gtin: shirt, quantity: 1 },
        { gtin: knit, quantity: 1 },
      ],
      payments: card,
    })
    const { order_id } = won.body
    assert.deepEqual([won.body.total_yen, won.body.tax_yen], [6980, 634], won.text)
    const { code } = won.body.pickup as { code: string }
    const clerk = shop.as(shop.staff.clerk.token)
    await clerk.post(`/v1/orders/${order_id}/readiness`, {})
    const done = await clerk.post(`/v1/orders/${order_id}/hand-over`, { code })
    assert.equal(done.body.state, 'done', done.text)
    assert.equal(await points(member.token), 69)
    const other = shop.staff.setagaya_clerk.token
    const first = await back(other, order_id, 1)
    assert.deepEqual(
      [first.body.refund_yen, first.body.tax_yen, first.body.points_taken, first.body.refunds],
      [2990, 271, 30, [{ ...(first.body.refunds as object[])[0], method: 'card', amount_yen: 2990 }]],
      first.text,
    )
    assert.equal(await points(member.token), 39)
    const paper = await shop
      .as(other)
      .post(`/v1/orders/${order_id}/documents`, { kind: 'return', return_id: first.body.return_id })
    assert.deepEqual(
      (paper.body.data as { taxes: unknown }).taxes,
      [{ rate_num: 10, rate_den: 100, reduced: false, taxable_yen: 2990, tax_yen: 271 }],
      paper.text,
    )
    const second = await back(other, order_id, 2)
    assert.deepEqual([second.body.refund_yen, second.body.tax_yen, second.body.points_taken], [3990, 363, 39])
    assert.equal(await points(member.token), 0)
    assert.deepEqual(
      (await verify(shop.db.pool.options.connectionString as string)).filter(({ ok }) => !ok),
      [],
    )
  })
})

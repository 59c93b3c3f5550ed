/** A shop that gives offers, for their tests: two more goods, stock for a crowd, and the marketer's hand. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { forgetOffers } from '../../src/promotions/promotions.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

export const oats = '4599990000016'
export const rice = '4599990000085'
export const futon = '4599990000092'
export const socks = '4599990000177'
const ship = {
  family_name: '木村',
  phone: '090-1234-5678',
  postal_code: '154-0001',
  prefecture: '東京都',
  city: '世田谷区',
  address: '池尻1-1-1',
}
export type Body = Record<string, unknown>
export let shop: Shop
export let marketer: ReturnType<Shop['as']>
export let clerk: ReturnType<Shop['as']>

/** Open it; to be closed by the test. */
export async function openOffering(): Promise<Shop> {
  shop = await openShop()
  marketer = shop.as(shop.staff.admin.token)
  clerk = shop.as(shop.staff.clerk.token)
  await transaction(shop.db, system, async (tx) => {
    const more: [name: string, gtin: string, yen: number, tax_category: string][] = [
      ['お米セット', rice, 5400, 'food'],
      ['掛け布団カバー', futon, 4990, 'standard'],
    ]
    const { rows } = await putProducts(
      tx,
      system,
      more.map(([name, gtin, yen, tax_category]) => ({
        external_id: gtin,
        name,
        tax_category,
        tags: ['new'],
        variants: [{ gtin, prices: [{ yen, valid_from: '2026-01-01T00:00:00Z' }] }],
        published_at: '2026-01-01T00:00:00Z',
      })),
    )
    for (const [at, { variant_ids }] of rows.entries()) {
      const variant_id = variant_ids[0] as string
      shop.variant[more[at]?.[1] as string] = variant_id
      for (const place_id of [shop.warehouse, shop.shinjuku, shop.setagaya])
        await receive(tx, system, {
          place_id,
          variant_id,
          quantity: 500,
          kind: 'opening',
          source_kind: 'test',
          source_id: randomUUID(),
        })
    }
    for (const place_id of [shop.shinjuku, shop.setagaya])
      await receive(tx, system, {
        place_id,
        variant_id: shop.variant[socks] as string,
        quantity: 2_000,
        kind: 'opening',
        source_kind: 'test',
        source_id: randomUUID(),
      })
  })
  return shop
}

export const rule = (effect: Body, more: Body = {}) => ({
  priority: 0,
  group: null,
  exclusive: false,
  goods: {},
  conditions: {},
  effect,
  ...more,
})
export const rate = (percent: number) => ({ kind: 'percent', rate_num: percent, rate_den: 100 })

export async function launch(name: string, its: Body, more: Body = {}): Promise<string> {
  const made = await marketer.post('/v1/promotions/offers', { name, rule: its, ...more })
  assert.equal(made.status, 201, made.text)
  const { offer_id } = made.body as { offer_id: string }
  for (const state of ['approved', 'live']) {
    const moved = await marketer.put(`/v1/promotions/offers/${offer_id}/state`, { state })
    assert.equal(moved.status, 200, moved.text)
  }
  forgetOffers()
  return offer_id
}
export const end = async (offer_id: string) => {
  assert.equal((await marketer.put(`/v1/promotions/offers/${offer_id}/state`, { state: 'ended' })).status, 200)
  forgetOffers()
}
export async function issue(offer_id: string, body: Body): Promise<string[]> {
  const made = await marketer.post(`/v1/promotions/offers/${offer_id}/coupons`, body)
  assert.equal(made.status, 201, made.text)
  return (made.body.items as { code: string }[]).map(({ code }) => code)
}
export const carry = (gtin: string, more: Body = {}, quantity = 1) => ({
  way: 'carry',
  lines: [{ gtin, quantity }],
  payments: [{ method: 'cash' }],
  ...more,
})
export const mail = (gtin: string, more: Body = {}, quantity = 1) => ({
  way: 'ship',
  ship,
  lines: [{ gtin, quantity }],
  payments: [{ method: 'card', token: 'tok_visa' }],
  ...more,
})
export const facts = ({ body, text }: { body: Body; text: string }) => {
  assert.ok(body.total_yen !== undefined, text)
  return [body.discount_yen, body.total_yen, body.tax_yen, body.points_earned]
}
export const refused = ({ status, body }: { status: number; body: Body }) => [status, body.code]
export const sound = async () =>
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )

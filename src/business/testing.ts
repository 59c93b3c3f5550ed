/** A company on the small retailer's books, for tests. */
import assert from 'node:assert/strict'
import type { Shop } from '../../e2e/api/app.ts'

export const rice = '4599990000016'
export const soy = '4599990000023'
export const cleaner = '4599990000153'

/** A restaurant with an account: closes on the 20th, pays at the end of the next month; one contact. */
export async function company(shop: Shop, over: Record<string, unknown> = {}) {
  const api = shop.as(shop.api_key)
  const list = await api.post('/v1/business/price-lists', {
    name: '飲食店A',
    prices: [
      {
        variant_id: shop.variant[rice],
        from_quantity: 10,
        lot_quantity: 5,
        yen: 420,
        valid_from: '2026-01-01T00:00:00Z',
      },
      {
        variant_id: shop.variant[rice],
        from_quantity: 30,
        lot_quantity: 5,
        yen: 385,
        valid_from: '2026-01-01T00:00:00Z',
      },
      { variant_id: shop.variant[soy], yen: 105, valid_from: '2026-01-01T00:00:00Z' },
      { variant_id: shop.variant[cleaner], yen: 105, valid_from: '2026-01-01T00:00:00Z' },
    ],
  })
  assert.equal(list.status, 201, list.text)
  const made = await api.post('/v1/business/accounts', {
    company_name: '株式会社みやこ食堂',
    department: '仕入部',
    registration_number: 'T1180301018771',
    closing_day: 20,
    credit_limit_yen: 100_000,
    price_list_id: list.body.price_list_id,
    billing: {
      attention: '高橋',
      postal_code: '600-8001',
      prefecture: '京都府',
      city: '京都市下京区',
      address: '四条通1-2',
      building: null,
      email: 'keiri@example.jp',
      phone: '075-123-4567',
    },
    ...over,
  })
  assert.equal(made.status, 201, made.text)
  const account_id = made.body.account_id as string
  const contact = await shop.member(`contact-${account_id.slice(-8)}`)
  const named = await api.put(`/v1/business/accounts/${account_id}/contacts`, { profile_ids: [contact.profile_id] })
  assert.equal(named.status, 200, named.text)
  const ship = {
    family_name: 'みやこ食堂',
    phone: '0751234567',
    postal_code: '600-8001',
    prefecture: '京都府',
    city: '京都市下京区',
    address: '四条通1-2',
  }
  const order = (lines: [gtin: string, quantity: number][], rest: Record<string, unknown> = {}) => ({
    way: 'ship',
    account_id,
    lines: lines.map(([gtin, quantity]) => ({ gtin, quantity })),
    ship,
    payments: [{ method: 'account' }],
    ...rest,
  })
  return {
    account_id,
    price_list_id: list.body.price_list_id as string,
    contact,
    buyer: shop.as(contact.token),
    order,
    async state() {
      const { owed_yen, open_yen, available_yen } = (await api.get(`/v1/business/accounts/${account_id}`)).body
      return [owed_yen, open_yen, available_yen]
    },
    async deliver(lines: [gtin: string, quantity: number][]) {
      const placed = await shop.as(contact.token).post('/v1/orders', order(lines))
      assert.equal(placed.status, 201, placed.text)
      const sent = await api.post(`/v1/orders/${placed.body.order_id}/shipment`, {})
      assert.equal(sent.status, 200, sent.text)
      return sent.body as Record<string, never> & { order_id: string; total_yen: number; tax_yen: number }
    },
  }
}

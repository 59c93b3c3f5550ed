/** What can be imported, and which fields each resource has: the vocabulary of a map. */
import type { Kind } from '#integrations/convert'

export type Field = { kind: Kind; needed?: true }
export type Resource = 'products' | 'customers' | 'purchases' | 'postal'
export const resources: readonly Resource[] = ['products', 'customers', 'purchases', 'postal']

export const fields: Record<Resource, Record<string, Field>> = {
  products: {
    external_id: { kind: 'code', needed: true },
    name: { kind: 'text', needed: true },
    name_kana: { kind: 'kana' },
    name_en: { kind: 'text' },
    description: { kind: 'prose' },
    brand: { kind: 'text' },
    category: { kind: 'text' },
    tax_category: { kind: 'code' },
    gtin: { kind: 'gtin' },
    price_yen: { kind: 'yen' },
    price_from: { kind: 'time' },
  },
  customers: {
    external_id: { kind: 'code', needed: true },
    name: { kind: 'text' },
    family_name: { kind: 'text' },
    given_name: { kind: 'text' },
    name_kana: { kind: 'kana' },
    family_kana: { kind: 'kana' },
    given_kana: { kind: 'kana' },
    phone: { kind: 'phone' },
    email: { kind: 'email' },
    card: { kind: 'code' },
    birth_date: { kind: 'date' },
    birth_year: { kind: 'year' },
    birth_month: { kind: 'month' },
    gender: { kind: ['female', 'male', 'other'] },
    postal_code: { kind: 'postal' },
    prefecture: { kind: 'text' },
    city: { kind: 'text' },
    address: { kind: 'text' },
    registered_at: { kind: 'time' },
    points: { kind: 'integer' },
  },
  purchases: {
    order: { kind: 'code', needed: true },
    line: { kind: 'code' },
    placed_at: { kind: 'time', needed: true },
    place: { kind: 'code', needed: true },
    customer: { kind: 'code' },
    product: { kind: 'code' },
    gtin: { kind: 'gtin' },
    name: { kind: 'text' },
    quantity: { kind: 'number', needed: true },
    amount_yen: { kind: 'yen', needed: true },
    discount_yen: { kind: 'yen' },
  },
  postal: {
    postal_code: { kind: 'postal', needed: true },
    prefecture: { kind: 'text', needed: true },
    city: { kind: 'text', needed: true },
    town: { kind: 'prose' },
    town_kana: { kind: 'prose' },
  },
}

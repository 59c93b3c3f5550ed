import { take } from '../../kit/client.ts'
import type { Found, ProductSummary } from '../../kit/shapes.ts'
import { api } from '../api.ts'

/** The product of a scanned bar code at this shop, or nothing. */
export async function findByCode(code: string, place_id: string | null): Promise<ProductSummary | null> {
  if (!/^\d{8,14}$/.test(code)) return null
  const query = { q: code, limit: 2, ...(place_id ? { place_id } : {}) }
  const found = await take(api.GET('/v1/catalog/products', { params: { query } }))
  return found.items.find((product) => product.jan === code) ?? null
}

/** The member of a scanned card, by its rotating QR or its bars. */
export async function findByCard(code: string): Promise<Found | null> {
  const found = await take(api.POST('/v1/customers/searches', { body: { q: code } }))
  return found.items[0] ?? null
}

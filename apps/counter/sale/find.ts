import { take, takeIfAny } from '../../kit/client.ts'
import type { Scan, Scanned } from '../../kit/shapes.ts'
import { api } from '../api.ts'

/** What a bar code means: a piece of goods, or nothing. */
export async function goodsOf(code: string): Promise<Scanned | null> {
  if (!/^\d{8,14}$/.test(code) || /^29\d{11}$/.test(code)) return null
  const query = { gtin: [code], channel: 'till' }
  const found = await takeIfAny(api.GET('/v1/catalog/variants', { params: { query } }))
  return found?.items.find((item) => !item.withdrawn) ?? null
}

/** The member of a scanned card, by its rotating QR or its bars. Each QR is read once. */
export function memberOf(code: string): Promise<Scan> {
  return take(api.POST('/v1/customers/scans', { body: { code } }))
}

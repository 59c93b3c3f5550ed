import { type Api, take } from '../../kit/client.ts'
import type { Scanned } from '../../kit/shapes.ts'

export type Goods = Record<string, Pick<Scanned, 'name' | 'name_en' | 'options' | 'picture_id' | 'product_id'>>

/** Pictures, English names and options of what was ordered; an order itself keeps only what was said and paid then. */
export async function goodsOf(api: Api, lines: readonly { variant_id: string | null }[]): Promise<Goods> {
  const variant_id = [...new Set(lines.flatMap((line) => line.variant_id ?? []))].slice(0, 100)
  if (variant_id.length === 0) return {}
  const found = await take(api.GET('/v1/catalog/variants', { params: { query: { variant_id, channel: 'ec' } } }))
  return Object.fromEntries(found.items.map((item) => [item.variant_id, item]))
}

import { type Sellable, sellables, variantsNamed } from '#catalog/catalog'
import type { Db } from '#core/database'
import { keyOf } from '#integrations/keys'

/** What a row calls its goods. */
export type Named = { variant_id?: string | undefined; product?: string | undefined; gtin?: string | undefined }

/** The goods these rows name, by our id, the other system's own or their GTIN; found in one trip. */
export async function goods(
  db: Db,
  source: string,
  lines: readonly Named[],
): Promise<(line: Named) => Sellable | undefined> {
  const variants = await variantsNamed(
    db,
    lines.flatMap(({ product }) => (product === undefined ? [] : keyOf(source, product))),
  )
  const items = await sellables(db, {
    variant_ids: [...new Set([...variants.values(), ...lines.flatMap(({ variant_id }) => variant_id ?? [])])],
    gtins: lines.flatMap(({ gtin }) => gtin ?? []),
  })
  const byGtin = new Map([...items.values()].map((item) => [item.gtin?.padStart(14, '0'), item]))
  return ({ variant_id, product, gtin }) =>
    items.get(variant_id ?? variants.get(keyOf(source, product ?? '')) ?? '') ?? (gtin ? byGtin.get(gtin) : undefined)
}

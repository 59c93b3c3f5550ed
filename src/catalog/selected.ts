import { type Db, rows, sql } from '#core/database'

/** Goods by what they are; all that are on show when nothing is named. `except` takes away from that. Categories mean themselves alone. */
export type Selected = {
  variant_ids?: readonly string[]
  product_ids?: readonly string[]
  brand_ids?: readonly string[]
  category_ids?: readonly string[]
  tags?: readonly string[]
  except?: Omit<Selected, 'except'>
}

/** The variants on sale that these words name, at most `limit`. */
export async function variantsSelected(db: Db, { except, ...named }: Selected, limit: number): Promise<string[]> {
  const every = Object.values(named).every((list) => list === undefined)
  const found = await rows<{ variant_id: string }>(
    db,
    sql`select v.variant_id from catalog.variant v join catalog.product p using (product_id)
        where p.withdrawn_at is null and v.withdrawn_at is null and p.published_at is not null
          and (${every} or ${carries(named)}) and not (${carries(except ?? {})}) order by 1 limit ${limit}`,
  )
  return found.map(({ variant_id }) => variant_id)
}

function carries({ variant_ids = [], product_ids = [], brand_ids = [], category_ids = [], tags = [] }: Selected) {
  return sql`v.variant_id = any (${variant_ids}::uuid[]) or p.product_id = any (${product_ids}::uuid[])
    or coalesce(p.brand_id = any (${brand_ids}::uuid[]), false) or coalesce(p.category_id = any (${category_ids}::uuid[]), false)
    or p.tags && ${tags}::text[]`
}

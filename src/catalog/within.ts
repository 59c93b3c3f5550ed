import { type Db, rows, sql } from '#core/database'

/** The variants of a category and of all below it. */
export async function variantsIn(db: Db, category_id: string): Promise<string[]> {
  const found = await rows<{ variant_id: string }>(
    db,
    sql`with recursive below as (
          select category_id from catalog.category where category_id = ${category_id}
          union select c.category_id from catalog.category c join below b on c.parent_id = b.category_id)
        select v.variant_id from catalog.variant v join catalog.product p using (product_id) where p.category_id in (select category_id from below)
        order by 1`,
  )
  return found.map(({ variant_id }) => variant_id)
}

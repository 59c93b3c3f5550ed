/** What people bought and kept, and looked at, as far as they let it be used; with the goods as rules look at them. */
import { type Db, rows, sql } from '#core/database'
import type { Deed, Good } from '#tags/decide'

/** What one customer did, and what she lets us conclude from it. */
export type Doings = { health: boolean; deeds: Deed[] }
type Row = {
  customer_id: string
  health: boolean
  kind: Deed['kind'] | null
  key: string
  at: string
  times: number
  name: string | null
  product_id: string | null
  order_id: string | null
}

/** Events by which somebody looks at a product. */
export const looks = [
  'Product Viewed',
  'Product Added',
  'Product Clicked',
  'Product Added to Wishlist',
  'Product Shared',
]

/** The doings of these customers up to a moment; who does not let us conclude anything is not among them. */
export async function doingsOf(db: Db, customer_ids: readonly string[], now: string): Promise<Map<string, Doings>> {
  const read = await rows<Row>(
    db,
    sql`with hers as materialized (
        select f.profile_id, f.customer_id from customers.facts f where f.customer_id = any (${customer_ids}::uuid[]) and f.erased_at is null),
      said as (
        select h.customer_id, bool_and(c.granted) filter (where c.purpose = 'personalise') as personalise,
            coalesce(bool_and(c.granted) filter (where c.purpose = 'health'), false) as health
          from hers h join consent.standing c on c.profile_id = h.profile_id and c.purpose in ('personalise', 'health') group by 1),
      may as materialized (
        select h.profile_id, h.customer_id, s.health from hers h join said s using (customer_id) where s.personalise),
      bought as (
        select m.customer_id, 'bought' as kind, l.order_id || ' ' || l.line_no as key, o.placed_at as at, 1::bigint as times,
            l.name, i.product_id, o.order_id
          from may m join orders.history o on o.profile_id = m.profile_id join orders.history_line l on l.profile_id = o.profile_id and l.order_id = o.order_id
            left join catalog.item i on i.variant_id = l.variant_id
          where o.state in ('placed', 'ready', 'done') and o.placed_at <= ${now}
            and l.quantity > (select coalesce(sum(r.quantity), 0) from orders.returned_line r
              where r.profile_id = l.profile_id and r.order_id = l.order_id and r.line_no = l.line_no)),
      seen as (
        select m.customer_id, coalesce(t.payload->>'product_ref', t.payload->>'sku') as ref, (t.occurred_at at time zone 'Asia/Tokyo')::date as day,
            max(t.occurred_at) as at, count(*) as times
          from may m join activity.timeline t on t.profile_id = m.profile_id
          where t.type = any (${looks}::text[]) and t.occurred_at <= ${now} and not coalesce(t.payload->'refused' @> '"personalise"', false)
          group by 1, 2, 3),
      viewed as (
        select s.customer_id, 'viewed' as kind, i.product_id || ' ' || s.day as key, max(s.at) as at, sum(s.times) as times, null::text as name,
            i.product_id, null::uuid as order_id
          from seen s cross join lateral (
            select v.product_id from catalog.item v where v.product_id::text = s.ref
            union select v.product_id from catalog.item v where v.external_id = s.ref union select v.product_id from catalog.item v where v.gtin = s.ref
            limit 1) i
          group by 1, 3, i.product_id)
      select m.customer_id, m.health, d.kind, d.key, d.at, d.times::bigint as times, d.name, d.product_id, d.order_id
        from (select distinct customer_id, health from may) m left join (select * from bought union all select * from viewed) d using (customer_id)`,
  )
  const known = await goods(db, [...new Set(read.flatMap(({ product_id }) => product_id ?? []))])
  const found = new Map<string, Doings>()
  for (const { customer_id, health, kind, key, at, times, name, product_id, order_id } of read) {
    const hers = found.get(customer_id) ?? { health, deeds: [] }
    found.set(customer_id, hers)
    if (!kind) continue
    const good = (product_id ? known.get(product_id) : undefined) ?? named(name ?? '')
    hers.deeds.push({ kind, key, at: Date.parse(at), times, good, ...(order_id ? { order_id } : {}) })
  }
  return found
}

/** Goods by their ids, or all there are. */
export async function goods(db: Db, product_ids: readonly string[] | 'all'): Promise<Map<string, Good>> {
  if (product_ids.length === 0) return new Map()
  const which = product_ids === 'all' ? sql`p.withdrawn_at is null` : sql`p.product_id = any (${product_ids}::uuid[])`
  const read = await rows<Omit<Good, 'words'> & { product_id: string; tags: string[]; categories: string[] | null }>(
    db,
    sql`with recursive above as (
        select category_id as of, category_id, parent_id, name from catalog.category_card
        union all select a.of, c.category_id, c.parent_id, c.name from above a join catalog.category_card c on c.category_id = a.parent_id)
      select p.product_id, p.name, p.tags, p.attributes, c.names as categories, coalesce(c.ids, '{}') as category_ids
        from catalog.product_card p left join (
          select of, array_agg(name order by name) as names, array_agg(category_id) as ids from above group by of) c on c.of = p.category_id
        where ${which} order by p.product_id`,
  )
  return new Map(
    read.map(({ product_id, name, tags, categories, attributes, category_ids }) => [
      product_id,
      { name, words: [...tags, ...(categories ?? [])], attributes, category_ids },
    ]),
  )
}

// A line that names no product of ours (another till's receipt) is known by its text alone.
function named(name: string): Good {
  return { name, words: [], attributes: {}, category_ids: [] }
}

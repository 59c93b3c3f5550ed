import { reducedAt, taxRules } from '#catalog/catalog'
import { type Db, one, sql } from '#core/database'
import { refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { channelRules, policy } from '#inventory/inventory'
import { programme } from '#loyalty/loyalty'
import { pointsFor } from '#pricing/points'
import { rateFor, shownYen } from '#pricing/tax'
import { offersBeside } from '#promotions/promotions'
import { degrees, places } from '#stores/stores'
import { left, mark } from './mark.ts'
import { type Near, near, ways } from './near.ts'

type Variant = {
  variant_id: string
  gtin: string | null
  options: Record<string, string>
  yen: number | null
  tax_included: boolean | null
}
type Named = { id: string; name: string; name_en: string | null }
type Read = {
  product_id: string
  name: string
  name_kana: string | null
  name_en: string | null
  description: string
  description_en: string
  brand: Named | null
  category: Named | null
  attributes: Record<string, unknown>
  tags: string[]
  picture_ids: string[]
  tax_category: string
  on_sale: boolean
  made_to_order: boolean
  variants: Variant[] | null
  stock: [place_id: string, variant_id: string, available: number][] | null
  metres: Record<string, number> | null
}
export type View = { lat?: number; lon?: number; place_id?: string }

const channel = 'ec'
const supply_mode = 'delivery'

/**
 * One product: variants with price incl. tax and points, EC stock, stock at the shops near a spot, and how it can be had.
 * One statement; prices and stock are those of now. Refuses 404 what is not there or not on show yet.
 */
export async function detail(db: Db, product_id: string, view: View) {
  const now = clock.now()
  const at = now.toISOString()
  const spot = view.lat !== undefined && view.lon !== undefined
  const ruled = (await channelRules(db)).has(channel)
  const shelf = ruled
    ? sql`inventory.available_to(${channel}, array(select v.variant_id from catalog.item v where v.product_id = p.product_id and not v.withdrawn), null) a
            where a.available > 0`
    : sql`inventory.availability a
            where a.available > 0 and a.variant_id in (select v.variant_id from catalog.item v where v.product_id = p.product_id and not v.withdrawn)`
  const read = await one<Read>(
    db,
    sql`select p.product_id, p.name, p.name_kana, p.name_en, p.description, p.description_en, p.attributes, p.tags, p.picture_ids, p.tax_category,
          case when p.brand_id is not null then json_build_object('id', p.brand_id, 'name', p.brand_name, 'name_en', p.brand_name_en) end as brand,
          case when p.category_id is not null then json_build_object('id', p.category_id, 'name', p.category_name, 'name_en', p.category_name_en) end as category,
          p.withdrawn_at is null as on_sale, p.attributes @> '{"made_to_order": true}' as made_to_order,
          (select json_agg(x) from (
            select v.variant_id, v.gtin, v.options, r.yen, r.tax_included from catalog.item v
              left join lateral catalog.price_in_effect(v.variant_id, ${channel}, ${at}) r on true
              where v.product_id = p.product_id and not v.withdrawn order by v.position, v.variant_id) x) as variants,
          (select json_agg(json_build_array(a.place_id, a.variant_id, a.available)) from ${shelf}) as stock,
          case when ${spot} then (select json_object_agg(d.place_id, round(d.metres)) from stores.distances(${degrees(view.lat ?? 0)}, ${degrees(view.lon ?? 0)}) d) end as metres
        from catalog.product_card p where p.product_id = ${product_id} and p.published_at <= ${at}`,
  )
  if (!read)
    return refuse('catalog.no_product', 404, 'この商品は見つかりません。', 'There is no such product.', {
      field: 'product_id',
    })
  const { tax_category, variants, stock, metres, ...product } = read
  const date = businessDate(now)
  const rules = await taxRules(db)
  const rate = rateFor(rules, tax_category, supply_mode, date)
  const points = await programme(db)
  const all = await places(db)
  const { many_from } = await policy(db)
  const ships = new Set(all.filter((place) => place.ships_ec && place.active).map((place) => place.place_id))
  const ids = (variants ?? []).map((variant) => variant.variant_id)
  const shops: Near[] = near(all, ids, stock ?? [], metres ?? {}, view.place_id, now, many_from, read.made_to_order)
  const ec = new Map<string, number>()
  for (const [place_id, variant_id, available] of stock ?? [])
    if (ships.has(place_id)) ec.set(variant_id, (ec.get(variant_id) ?? 0) + available)
  const its = { brand_id: product.brand?.id ?? null, category_id: product.category?.id ?? null, tags: product.tags }
  const [offers = []] = await offersBeside(db, [ids.map((variant_id) => ({ variant_id, product_id, ...its }))])
  return {
    ...product,
    offers,
    rate_percent: (rate.rate_num * 100) / rate.rate_den,
    reduced: reducedAt(rules, tax_category, supply_mode, date),
    variants: (variants ?? []).map(({ yen, tax_included, ...variant }) => {
      const shown = yen === null ? null : shownYen(yen, tax_included ?? true, rate)
      const available = ec.get(variant.variant_id) ?? 0
      return {
        ...variant,
        yen: shown,
        points: pointsFor(shown ?? 0, 0, points),
        ec: { stock: mark(available, many_from), left: left(available, many_from) },
      }
    }),
    places: shops,
    ways: ways(shops, ec.size > 0 && read.on_sale, read.on_sale),
    as_of: at,
  }
}

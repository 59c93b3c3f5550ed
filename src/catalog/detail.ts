import { type Shown, shownPrices } from '#catalog/listing'
import { inUtc, type PriceRow } from '#catalog/sellables'
import { type TaxRule, taxRules } from '#catalog/tax'
import { type Db, one, sql } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { priceAt } from '#pricing/price'

type Named = { external_id: string | null; name: string; name_en: string | null }
type Bare = Named & {
  product_id: string
  name_kana: string | null
  brand: (Named & { brand_id: string }) | null
  category: (Named & { category_id: string }) | null
  description: string
  description_en: string
  tax_category: string
  attributes: Record<string, unknown>
  tags: string[]
  picture_ids: string[]
  popularity: number
  published_at: string | null
  withdrawn_at: string | null
  version: number
  variants: BareVariant[]
}
type BareVariant = {
  variant_id: string
  external_id: string | null
  gtin: string | null
  options: Record<string, string>
  position: number
  withdrawn_at: string | null
  prices: PriceRow[]
}
type View = { channel: string; supply_mode?: string | undefined }
export type Detail = Omit<Bare, 'variants'> &
  Omit<Shown, 'price_to_yen'> & { variants: (BareVariant & { price_yen: number | null })[] }

/** One product with its variants and their prices now and to come, by our id or `ext:` and the retailer's own. */
export async function detail(db: Db, key: string, view: View): Promise<Detail | undefined> {
  const rules = await taxRules(db)
  const now = clock.iso()
  const found = await one<Bare>(
    db,
    sql`select p.product_id, p.external_id, p.name, p.name_kana, p.name_en, p.description, p.description_en, p.tax_category, p.attributes, p.tags,
          p.picture_ids, p.popularity, p.published_at, p.withdrawn_at, p.version,
          (select json_build_object('brand_id', b.brand_id, 'external_id', b.external_id, 'name', b.name, 'name_en', b.name_en)
            from catalog.brand b where b.brand_id = p.brand_id) as brand,
          (select json_build_object('category_id', c.category_id, 'external_id', c.external_id, 'name', c.name, 'name_en', c.name_en)
            from catalog.category c where c.category_id = p.category_id) as category,
          coalesce((select json_agg(json_build_object('variant_id', v.variant_id, 'external_id', v.external_id, 'gtin', v.gtin, 'options', v.options,
              'position', v.position, 'withdrawn_at', v.withdrawn_at, 'prices', coalesce((
                select json_agg(json_build_object('price_id', r.price_id, 'channel', r.channel, 'yen', r.yen, 'tax_included', r.tax_included,
                  'valid_from', r.valid_from, 'valid_to', r.valid_to) order by r.valid_from desc, r.price_id)
                from catalog.price r where r.variant_id = v.variant_id and (r.valid_to is null or r.valid_to > ${now})), '[]')) order by v.position, v.variant_id)
            from catalog.variant v where v.product_id = p.product_id), '[]') as variants
        from catalog.product p where ${key.startsWith('ext:') ? sql`p.external_id = ${key.slice(4)}` : sql`p.product_id = ${key}`}`,
  )
  return found && priced(found, rules, view, now)
}

/** As `detail`; refuses with 404 `catalog.no_product` when there is none, or when it is not on show and `hidden` is not asked. */
export async function detailOr404(db: Db, key: string, view: View, hidden: boolean): Promise<Detail> {
  const found = await detail(db, key, view)
  if (found && (hidden || (found.published_at !== null && found.published_at <= clock.iso()))) return found
  return refuse('catalog.no_product', 404, 'この商品は見つかりません。', 'There is no such product.', {
    field: 'product_id',
  })
}

function priced(found: Bare, rules: readonly TaxRule[], view: View, now: string): Detail {
  const variants = found.variants.map((variant) => {
    const prices = variant.prices.map(inUtc)
    const price = variant.withdrawn_at ? undefined : priceAt(prices, now, view.channel)
    const withdrawn_at = variant.withdrawn_at && new Date(variant.withdrawn_at).toISOString()
    return {
      ...variant,
      withdrawn_at,
      prices: inForceAndLater(prices, now),
      price_yen: shown(found.tax_category, price, rules, view).price_yen,
    }
  })
  const prices = variants.flatMap((variant) => variant.price_yen ?? [])
  const { reduced, rate_num, rate_den } = shown(found.tax_category, undefined, rules, view)
  return { ...found, variants, price_yen: prices.length > 0 ? Math.min(...prices) : null, reduced, rate_num, rate_den }
}

/** The shown price of one price row, with the rate it carries. */
export function shown(
  tax_category: string,
  price: { yen: number; tax_included: boolean } | undefined,
  rules: readonly TaxRule[],
  view: View,
): Omit<Shown, 'price_to_yen'> {
  const gross = price?.tax_included ? price.yen : null
  const net = price && !price.tax_included ? price.yen : null
  const { price_to_yen: _, ...rest } = shownPrices(
    { tax_category, low_gross: gross, low_net: net, high_gross: gross, high_net: net },
    rules,
    view,
  )
  return rest
}

// Rows come newest first: of those that have begun, an open-ended one hides all older ones of its channel.
function inForceAndLater(prices: readonly PriceRow[], now: string): PriceRow[] {
  const closed = new Set<string | null>()
  return prices.filter((row) => {
    if (closed.has(row.channel)) return false
    if (row.valid_from <= now && row.valid_to === null) closed.add(row.channel)
    return true
  })
}

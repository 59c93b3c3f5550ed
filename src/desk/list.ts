import { type ListedRow, listing, nextOf, ruleAt, supplyModeOf, taxRules, type Want } from '#catalog/catalog'
import { type Db, rows, sql } from '#core/database'
import { businessDate, clock } from '#core/time'
import type { Rate } from '#pricing/integer'
import { shownYen } from '#pricing/tax'
import { places } from '#stores/stores'
import { left, mark } from './mark.ts'

type Priced = Pick<
  ListedRow,
  'rank' | 'popularity' | 'product_id' | 'tax_category' | 'low_gross' | 'low_net' | 'high_gross' | 'high_net'
>
type Row = Priced & { head: string; available: number }

/**
 * A page of products on show with price and stock mark as they are now (at one place, or over the places that ship EC
 * orders), as JSON text: one statement, and what PostgreSQL wrote is not read and written again.
 */
export async function list(db: Db, want: Want & { place_id?: string }): Promise<string> {
  const where = want.place_id
    ? [want.place_id]
    : (await places(db)).filter((place) => place.ships_ec).map((place) => place.place_id)
  const found = await rows<Row>(
    db,
    sql`select l.rank, l.popularity, l.product_id, l.tax_category, l.low_gross, l.low_net, l.high_gross, l.high_net,
          coalesce(s.available, 0)::integer as available,
          json_build_object('product_id', l.product_id, 'name', l.name, 'name_kana', l.name_kana, 'name_en', l.name_en, 'brand_name', l.brand_name,
            'category_id', l.category_id, 'picture_id', l.picture_id, 'tags', l.tags, 'variant_ids', l.variant_ids)::text as head
        from ${listing(want)} l
        left join lateral (select sum(a.available) as available from inventory.availability a
          where a.variant_id = any (l.variant_ids) and a.place_id = any (${where}::uuid[])) s on true`,
  )
  const rules = await taxRules(db)
  const date = businessDate(clock.now())
  const rates = new Map<string, ReturnType<typeof ruleAt>>()
  const items = found.slice(0, want.limit).map((row) => {
    if (!rates.has(row.tax_category))
      rates.set(row.tax_category, ruleAt(rules, row.tax_category, supplyModeOf(want.channel), date))
    const rate = rates.get(row.tax_category)
    const price = lowest(row.low_gross, row.low_net, rate)
    const most = highest(row.high_gross, row.high_net, rate)
    const few = left(row.available)
    return `${row.head.slice(0, -1)},"price_yen":${price},"price_to_yen":${most},"reduced":${rate?.reduced ?? false},"stock":"${mark(row.available)}","left":${few}}`
  })
  return `{"items":[${items.join()}],"next":${JSON.stringify(nextOf(found, want))}}`
}

// Rows set with tax and rows set without it meet as what the customer pays; without a rate the latter cannot be shown.
function lowest(gross: number | null, net: number | null, rate: Rate | undefined): number | null {
  const shown = net === null || !rate ? null : shownYen(net, false, rate)
  return gross === null || shown === null ? (gross ?? shown) : Math.min(gross, shown)
}
function highest(gross: number | null, net: number | null, rate: Rate | undefined): number | null {
  const shown = net === null || !rate ? null : shownYen(net, false, rate)
  return gross === null || shown === null ? (gross ?? shown) : Math.max(gross, shown)
}

import {
  type ListedRow,
  listing,
  nextOf,
  ruleAt,
  supplyModeOf,
  type TaxRule,
  taxRules,
  type Want,
} from '#catalog/catalog'
import { type Db, rows, sql } from '#core/database'
import { businessDate, clock } from '#core/time'
import { channelRules, policy } from '#inventory/inventory'
import { shownYen } from '#pricing/tax'
import { places } from '#stores/stores'
import { left, mark } from './mark.ts'
import { withOffers } from './offers.ts'

type Row = Omit<ListedRow, 'withdrawn_at'> & { available: number; made: boolean }

/**
 * A page of products on show with price and stock mark as they are now, at one place or over the places that ship EC orders.
 * One statement.
 */
export async function list(db: Db, want: Want & { place_id?: string }) {
  const all = await places(db)
  const where = want.place_id ? [want.place_id] : all.filter((place) => place.ships_ec).map(({ place_id }) => place_id)
  // What is made when ordered lies on no shelf: it is there where orders ahead are taken.
  const makes = all.some((place) => place.offers_order_ahead && (!want.place_id || place.place_id === want.place_id))
  // A channel with a rule of its own is shown what it may promise; without one the plain view is quicker.
  const shelf = (await channelRules(db)).has(want.channel)
    ? sql`inventory.available_to(${want.channel}, l.variant_ids, ${where}::uuid[]) a`
    : sql`inventory.availability a where a.variant_id = any (l.variant_ids) and a.place_id = any (${where}::uuid[])`
  // Lists come as JSON: several times quicker to read than PostgreSQL's own arrays.
  const found = await rows<Row>(
    db,
    sql`select l.rank, l.popularity, l.product_id, l.name, l.name_kana, l.name_en, l.brand_name, l.category_id, l.picture_id, l.tax_category,
          to_json(l.tags) as tags, to_json(l.variant_ids) as variant_ids, l.low_gross, l.low_net, l.high_gross, l.high_net,
          coalesce(s.available, 0)::integer as available,
          (select c.attributes @> '{"made_to_order": true}' from catalog.product_card c where c.product_id = l.product_id) as made
        from ${listing(want)} l
        left join lateral (select sum(a.available) as available from ${shelf}) s on true`,
  )
  const ruleOf = rulesFor(await taxRules(db), want)
  const { many_from } = await policy(db)
  const items = found.slice(0, want.limit).map((row) => {
    const {
      product_id,
      name,
      name_kana,
      name_en,
      brand_name,
      category_id,
      picture_id,
      tags,
      variant_ids,
      available,
      made,
    } = row
    const rule = ruleOf(row.tax_category)
    return {
      product_id,
      name,
      name_kana,
      name_en,
      brand_name,
      category_id,
      picture_id,
      tags,
      variant_ids,
      price_yen: shown(Math.min, row.low_gross, row.low_net, rule),
      price_to_yen: shown(Math.max, row.high_gross, row.high_net, rule),
      reduced: rule?.reduced ?? false,
      stock: made ? (makes ? 'many' : 'none') : mark(available, many_from),
      left: made ? null : left(available, many_from),
      made_to_order: made,
    }
  })
  return { items: await withOffers(db, items), next: nextOf(found, want) }
}

/** The tax rule of a category now, looked up once a page. */
function rulesFor(rules: readonly TaxRule[], want: Want): (tax_category: string) => TaxRule | undefined {
  const date = businessDate(clock.now())
  const known = new Map<string, TaxRule | undefined>()
  return (tax_category) => {
    if (!known.has(tax_category)) known.set(tax_category, ruleAt(rules, tax_category, supplyModeOf(want.channel), date))
    return known.get(tax_category)
  }
}

// Rows set with tax and rows set without it meet as what the customer pays; without a rate the latter cannot be shown.
function shown(
  choose: (a: number, b: number) => number,
  gross: number | null,
  net: number | null,
  rule: TaxRule | undefined,
): number | null {
  const taxed = net === null || !rule ? null : shownYen(net, false, rule)
  return gross === null || taxed === null ? (gross ?? taxed) : choose(gross, taxed)
}

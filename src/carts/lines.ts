import { sellables, taxRules } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import type { Db, Tx } from '#core/database'
import { businessDate, clock } from '#core/time'
import { available } from '#inventory/inventory'
import { programme } from '#loyalty/loyalty'
import type { Rate } from '#pricing/integer'
import { type PriceRow, priceAt } from '#pricing/price'
import { type QuotedLine, quote } from '#pricing/receipt'
import { rateFor } from '#pricing/tax'
import { places } from '#stores/stores'
import type { Cart, CartLine } from './schemas.ts'

const many = 5
// How the goods will leave is decided at the order; until then the rule for no particular mode prices them.
const supply_mode = '*'

/** Whose cart: the profile that acts, and all profiles of that customer. */
export type Owner = { profile_id: string; profile_ids: readonly string[] }
export type Item = {
  variant_id: string
  quantity: number
  channel: string
  added_by_kind: string
  added_by_id: string | null
  added_at: string
}
export type OpenCart = { profile_id: string; cart_id: string; version: number; changed_at: string; items: Item[] }
export type Looking = { channel: string; place_id?: string }

type Good = Awaited<ReturnType<typeof sellables>> extends Map<string, infer One> ? One : never

/** The channel through which somebody works on a cart: she herself on EC, a clerk at the till, an agent on the phone. */
export function channelOf(actor: Actor): string {
  if (actor.kind !== 'staff') return 'ec'
  return actor.role === 'agent' ? 'agent' : 'till'
}

/** A cart as it stands now: names, prices with tax, points to earn, stock marks. Prices and stock are not promised. */
export async function priced(tx: Tx, cart: OpenCart | undefined, owner: Owner, looking: Looking): Promise<Cart> {
  const now = clock.now()
  const items = cart?.items ?? []
  const ids = items.map((item) => item.variant_id)
  const goods = ids.length ? await sellables(tx, { variant_ids: ids }) : new Map<string, Good>()
  const rules = await taxRules(tx)
  const left = ids.length ? await stockOf(tx, ids, looking.place_id) : new Map<string, number>()
  const sold = items.flatMap((item) => {
    const good = goods.get(item.variant_id)
    const price =
      good && !good.withdrawn
        ? priceAt(good.prices as readonly PriceRow[], now.toISOString(), looking.channel)
        : undefined
    if (!good || !price) return []
    const { quantity, variant_id } = item
    return [
      {
        id: variant_id,
        unit_yen: price.yen,
        tax_included: price.tax_included,
        quantity,
        category: good.tax_category,
        supply_mode,
      },
    ]
  })
  const date = businessDate(now)
  const quoted = quote(sold, rules, { date, points_rule: await programme(tx) })
  // ※ follows the data: what is taxed below the standard rate of the day.
  const standard = quoted.lines.length ? rateFor(rules, 'standard', supply_mode, date) : undefined
  const reduced = (rate: Rate) =>
    standard !== undefined && rate.rate_num * standard.rate_den < standard.rate_num * rate.rate_den
  const quotes = new Map(quoted.lines.map((line) => [line.id, line]))
  return {
    cart_id: cart?.cart_id ?? null,
    profile_id: cart?.profile_id ?? owner.profile_id,
    version: cart?.version ?? 0,
    changed_at: cart?.changed_at ?? null,
    lines: items.map((item) => {
      const quoted_line = quotes.get(item.variant_id)
      const at_reduced = quoted_line !== undefined && reduced(quoted_line)
      return lineOf(item, goods.get(item.variant_id), quoted_line, left.get(item.variant_id) ?? 0, at_reduced)
    }),
    pieces: items.reduce((sum, item) => sum + item.quantity, 0),
    total_yen: quoted.total_yen,
    taxes: quoted.taxes.map((tax) => ({
      rate_percent: (tax.rate_num * 100) / tax.rate_den,
      reduced: reduced(tax),
      taxable_yen: tax.taxable_yen,
      tax_yen: tax.tax_yen,
    })),
    points_to_earn: quoted.points_earned,
    as_of: now.toISOString(),
  }
}

function lineOf(
  item: Item,
  good: Good | undefined,
  quoted: QuotedLine | undefined,
  left: number,
  reduced: boolean,
): CartLine {
  const stock = left >= many ? 'many' : left > 0 ? 'few' : 'none'
  return {
    variant_id: item.variant_id,
    product_id: good?.product_id ?? item.variant_id,
    gtin: good?.gtin ?? null,
    name: good?.name ?? '取り扱いを終えた商品',
    name_en: good ? good.name_en : 'No longer sold',
    options: (good?.options ?? {}) as Record<string, unknown>,
    picture_id: good?.picture_id ?? null,
    quantity: item.quantity,
    sold: quoted !== undefined,
    unit_yen: quoted?.shown_unit_yen ?? 0,
    amount_yen: quoted?.total_yen ?? 0,
    rate_percent: quoted ? (quoted.rate_num * 100) / quoted.rate_den : 0,
    reduced,
    stock,
    left: stock === 'few' ? left : null,
    channel: item.channel,
    added_by: item.added_by_kind === 'staff' ? 'staff' : 'customer',
    added_at: item.added_at,
  }
}

/** What may be promised of each variant: at one place, or over the places that ship EC orders. */
async function stockOf(db: Db, variant_ids: string[], place_id: string | undefined): Promise<Map<string, number>> {
  const where = place_id
    ? [place_id]
    : (await places(db)).filter((place) => place.ships_ec).map((place) => place.place_id)
  const sums = new Map<string, number>()
  for (const stock of await available(db, variant_ids, where))
    sums.set(stock.variant_id, (sums.get(stock.variant_id) ?? 0) + stock.available)
  return sums
}

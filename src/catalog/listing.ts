import { needle } from '#catalog/grams'
import { printedGtin } from '#catalog/gtin'
import { ruleAt, type TaxRule, taxRules } from '#catalog/tax'
import { type Db, rows, type Sql, sql } from '#core/database'
import { refuse } from '#core/problem'
import { clock, local } from '#core/time'
import { shownYen } from '#pricing/tax'

/** Which products, in which channel, how many, and after which cursor. */
export type Want = {
  q?: string | undefined
  category_id?: string | undefined
  brand_id?: string | undefined
  channel: string
  supply_mode?: string | undefined
  /** Only staff and machines ask for anything but what is on show. */
  state?: State
  limit: number
  after?: string | undefined
}
export type State = 'on_show' | 'draft' | 'withdrawn' | 'all'

/** A row of `catalog.listing`: the lowest and highest price among its variants, apart for rows set with and without tax. */
export type ListedRow = {
  rank: number
  product_id: string
  popularity: number
  name: string
  name_kana: string | null
  name_en: string | null
  brand_name: string | null
  category_id: string | null
  picture_id: string | null
  tags: string[]
  tax_category: string
  variant_ids: string[]
  low_gross: number | null
  low_net: number | null
  high_gross: number | null
  high_net: number | null
  withdrawn_at: string | null
}

export type Shown = {
  price_yen: number | null
  price_to_yen: number | null
  reduced: boolean
  rate_num: number | null
  rate_den: number | null
}
export type Listed = Omit<
  ListedRow,
  'rank' | 'popularity' | 'tax_category' | 'low_gross' | 'low_net' | 'high_gross' | 'high_net'
> &
  Shown

/**
 * The page as a `from` item, one row more than the limit to tell whether there is another: another room may join its own
 * numbers to it (``sql`select l.*, … from ${listing(want)} l left join …` ``) and hand the rows to `asPage`.
 */
export function listing(want: Want): Sql {
  const search = want.q === undefined ? undefined : needle(want.q, printedGtin)
  const after = cursor(want.after)
  return sql`catalog.listing(${clock.iso()}, ${want.channel}, ${want.state ?? 'on_show'}, ${want.category_id ?? null}, ${want.brand_id ?? null},
    ${search?.grams ?? null}::text[], ${search?.roman ?? null}::text[], ${search?.code ?? null}::text[], ${search?.first ?? null}::text[],
    ${after.rank}, ${after.popularity}, ${after.product_id}, ${want.limit + 1})`
}

/** Rows of `listing` (with whatever was joined to them) as a page: shown prices, and the cursor of the next page. */
export function asPage<Row extends ListedRow>(
  found: readonly Row[],
  want: Want,
  rules: readonly TaxRule[],
): { items: (Omit<Row, keyof ListedRow> & Listed)[]; next: string | null } {
  const page = found.slice(0, want.limit)
  return { items: page.map((row) => asListed(row, want, rules)), next: nextOf(found, want) }
}

/** The cursor of the page after these rows of `listing`, null when they are the last. */
export function nextOf(found: readonly Cursor[], want: Want): string | null {
  const last = found.length > want.limit ? found[want.limit - 1] : undefined
  return last ? mark(last) : null
}

/** One page of products, most popular first; those whose name begins like the query before the others. */
export async function list(db: Db, want: Want): Promise<{ items: Listed[]; next: string | null }> {
  const rules = await taxRules(db)
  return asPage(await rows<ListedRow>(db, sql`select * from ${listing(want)}`), want, rules)
}

function asListed<Row extends ListedRow>(
  row: Row,
  want: Want,
  rules: readonly TaxRule[],
): Omit<Row, keyof ListedRow> & Listed {
  const { rank: _, popularity: __, tax_category, low_gross, low_net, high_gross, high_net, ...kept } = row
  const shown = shownPrices({ tax_category, low_gross, low_net, high_gross, high_net }, rules, want)
  return { ...kept, ...shown } as unknown as Omit<Row, keyof ListedRow> & Listed
}

/** How goods of a channel leave unless something else is said: carried from the till, sent otherwise. */
export function supplyModeOf(channel: string): string {
  return channel === 'till' ? 'take_away' : 'delivery'
}

/** Prices as a customer sees them, tax included (総額表示), from the lowest to the highest; null when not on sale. */
export function shownPrices(
  row: Pick<ListedRow, 'tax_category' | 'low_gross' | 'low_net' | 'high_gross' | 'high_net'>,
  rules: readonly TaxRule[],
  want: { channel: string; supply_mode?: string | undefined },
): Shown {
  const rule = ruleAt(
    rules,
    row.tax_category,
    want.supply_mode ?? supplyModeOf(want.channel),
    local(clock.now(), 'Asia/Tokyo').date,
  )
  // Without a rule a price set without tax cannot be shown; the others can.
  const of = (gross: number | null, net: number | null) => [
    ...(gross === null ? [] : [gross]),
    ...(net === null || !rule ? [] : [shownYen(net, false, rule)]),
  ]
  const low = of(row.low_gross, row.low_net)
  const high = of(row.high_gross, row.high_net)
  return {
    price_yen: low.length > 0 ? Math.min(...low) : null,
    price_to_yen: high.length > 0 ? Math.max(...high) : null,
    reduced: rule?.reduced ?? false,
    rate_num: rule?.rate_num ?? null,
    rate_den: rule?.rate_den ?? null,
  }
}

type Cursor = { rank: number; popularity: number; product_id: string }
const top: Cursor = { rank: 0, popularity: 2_147_483_647, product_id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

function mark(row: Cursor): string {
  return Buffer.from(`${row.rank}.${row.popularity}.${row.product_id}`).toString('base64url')
}

function cursor(after: string | undefined): Cursor {
  if (after === undefined) return top
  const [, rank, popularity, product_id] =
    Buffer.from(after, 'base64url')
      .toString()
      .match(/^([01])\.(\d{1,10})\.([0-9a-f-]{36})$/) ?? []
  if (!product_id)
    return refuse('catalog.bad_cursor', 400, '続きの位置が正しくありません。', 'This cursor is not one we gave.', {
      field: 'after',
    })
  return { rank: Number(rank), popularity: Number(popularity), product_id }
}

/** What purchase lines name, found in the database: goods, taxes, places, people. Reads only. */

import { ruleAt, type Sellable, sellables, type TaxRule, taxRules, variantsNamed } from '#catalog/catalog'
import type { Db } from '#core/database'
import { businessDate } from '#core/time'
import { find } from '#customers/customers'
import { type Basket, type BasketLine, companions } from '#integrations/baskets'
import type { Refusal } from '#integrations/error-file'
import { type Fault, fault } from '#integrations/faults'
import { keyOf } from '#integrations/keys'
import type { Plan } from '#integrations/map'
import type { Looked } from '#integrations/run'
import { booked } from '#orders/orders'
import { blankPlace, type Place, places } from '#stores/stores'

const customers_remembered = 200_000

/** An order whose names were all found; profile_id is undefined for a walk-in or someone not met before. */
export type Ready = {
  basket: Basket
  place: Place | undefined
  date: string
  goods: Goods[]
  profile_id: string | undefined
}
export type Goods = { item: Sellable | undefined; rule: TaxRule }
/** What one run remembers between batches. */
export type Knowledge = { customers: Map<string, string>; supply_mode: string }

export function knowledge(plan: Plan<'purchases'>): Knowledge {
  return {
    customers: new Map(),
    supply_mode: plan.section.supply_mode ?? (plan.section.way === 'ship' ? 'delivery' : 'take_away'),
  }
}

/** Sort orders into new ones, known ones and those that cannot be taken as the database stands. */
export async function look(
  db: Db,
  plan: Plan<'purchases'>,
  known: Knowledge,
  units: readonly Basket[],
): Promise<Looked<Ready>> {
  const { source, section } = plan
  const there = await booked(
    db,
    units.map((basket) => keyOf(source, basket.key)),
  )
  const looked: Looked<Ready> = { fresh: [], refused: [], repeated: 0 }
  const open = units.filter((basket) => {
    const before = there.get(keyOf(source, basket.key))
    if (before && before.lines === basket.lines.length && before.total_yen === totalOf(basket)) {
      looked.repeated += basket.rows.length
    } else if (before) {
      // Say a file held half of the order's lines: to call the other half repeated would lose it silently.
      looked.refused.push(...basket.rows.map((row) => ({ row, fault: fault('order', 'changed') })))
    }
    return !before
  })
  if (open.length === 0) return looked
  const goodsOf = await goods(
    db,
    source,
    open.flatMap((basket) => basket.lines),
  )
  const rules = await taxRules(db)
  const byKey = new Map((await places(db)).map((place) => [place.external_id, place]))
  for (const basket of open) {
    const place = byKey.get(keyOf(source, basket.place))
    const date = businessDate(
      new Date(basket.placed_at),
      place?.time_zone ?? plan.zone,
      place?.cutover ?? blankPlace.cutover,
    )
    const faults: Refusal[] = []
    const found = basket.lines.map((line) => {
      const judged = judge(goodsOf(line), line, date)
      if ('reason' in judged) faults.push({ row: line.row, fault: judged })
      return judged
    })
    const profile_id = basket.customer === undefined ? undefined : await customer(db, source, known, basket.customer)
    if (basket.customer !== undefined && !profile_id && section.unknown_customer === 'refuse') {
      faults.push(...basket.rows.map((row) => ({ row, fault: fault('customer', 'unknown_customer') })))
    }
    if (faults.length) looked.refused.push(...faults, ...companions(basket.rows, faults))
    else looked.fresh.push({ basket, place, date, profile_id, goods: found as Goods[] })
  }
  return looked

  function judge(item: Sellable | undefined, line: BasketLine, date: string): Goods | Fault {
    if (!item && section.unknown_product !== 'keep')
      return fault(line.product === undefined ? 'gtin' : 'product', 'unknown_product')
    const category = item?.tax_category ?? 'standard'
    const rule = ruleAt(rules, category, known.supply_mode, date)
    return rule ? { item, rule } : fault('placed_at', 'no_tax', { category, date })
  }
}

function totalOf({ lines }: Basket): number {
  return lines.reduce((sum, line) => sum + line.amount_yen, 0)
}

async function goods(
  db: Db,
  source: string,
  lines: readonly BasketLine[],
): Promise<(line: BasketLine) => Sellable | undefined> {
  const variants = await variantsNamed(
    db,
    lines.flatMap(({ product }) => (product === undefined ? [] : keyOf(source, product))),
  )
  const items = await sellables(db, {
    variant_ids: [...new Set(variants.values())],
    gtins: lines.flatMap(({ gtin }) => gtin ?? []),
  })
  const byGtin = new Map([...items.values()].map((item) => [item.gtin?.padStart(14, '0'), item]))
  return ({ product, gtin }) =>
    items.get(variants.get(keyOf(source, product ?? '')) ?? '') ?? (gtin ? byGtin.get(gtin) : undefined)
}

async function customer(db: Db, source: string, known: Knowledge, external_id: string): Promise<string | undefined> {
  const remembered = known.customers.get(external_id)
  if (remembered) return remembered
  const found = await find(db, 'external', keyOf(source, external_id))
  if (!found) return undefined
  if (known.customers.size >= customers_remembered) known.customers.clear()
  known.customers.set(external_id, found)
  return found
}

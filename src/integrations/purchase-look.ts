/** What purchase lines name, found in the database: goods, taxes, places, people. Reads only. */

import { ruleAt, type Sellable, type TaxRule, taxRules } from '#catalog/catalog'
import type { Db } from '#core/database'
import { businessDate } from '#core/time'
import { findMany } from '#customers/customers'
import { type Basket, type BasketLine, companions } from '#integrations/baskets'
import type { Refusal } from '#integrations/error-file'
import { type Fault, fault } from '#integrations/faults'
import { goods } from '#integrations/goods'
import { keyOf } from '#integrations/keys'
import type { Plan, Sale } from '#integrations/map'
import { placesByKey } from '#integrations/place-keys'
import type { Looked } from '#integrations/run'
import { booked, numbersTaken } from '#orders/orders'
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
export type Knowledge = { customers: Map<string, string> }

export function knowledge(): Knowledge {
  return { customers: new Map() }
}

/** How an order's goods were supplied, for tax. */
export function supplyMode({ section }: Plan<Sale>, { way = section.way }: Basket): string {
  return section.supply_mode ?? (way === 'ship' ? 'delivery' : 'take_away')
}

/** What an order is called: as it was told, else by its key under the source's prefix. */
export function numberOf({ source, section }: Plan<Sale>, { number, key }: Basket): string {
  return number ?? `${section.number_prefix ?? `${source}-`}${key}`
}

/** Sort orders into new ones, known ones and those that cannot be taken as the database stands. */
export async function look(
  db: Db,
  plan: Plan<Sale>,
  known: Knowledge,
  units: readonly Basket[],
): Promise<Looked<Ready>> {
  const { source, section } = plan
  // Numbers first: whoever takes one and is booked in between is then met as the known order, not as a stranger's number.
  const taken = await numbersTaken(
    db,
    units.map((basket) => numberOf(plan, basket)),
  )
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
  const there_are = await places(db)
  const placeOf = placesByKey(source, there_are)
  const byId = new Map(there_are.map((place) => [place.place_id, place]))
  await meet(db, source, known, open)
  for (const basket of open) {
    const place = basket.place_id ? byId.get(basket.place_id) : placeOf(basket.place)
    const date = businessDate(
      new Date(basket.placed_at),
      place?.time_zone ?? plan.zone,
      place?.cutover ?? blankPlace.cutover,
    )
    const faults: Refusal[] = []
    const supply_mode = supplyMode(plan, basket)
    const found = basket.lines.map((line) => {
      const judged = judge(goodsOf(line), line, supply_mode, date)
      if ('reason' in judged) faults.push({ row: line.row, fault: judged })
      return judged
    })
    const profile_id = basket.profile_id ?? known.customers.get(basket.customer ?? '')
    if (basket.customer !== undefined && !profile_id && section.unknown_customer === 'refuse') {
      faults.push(...basket.rows.map((row) => ({ row, fault: fault('customer', 'unknown_customer') })))
    }
    if (faults.length) looked.refused.push(...faults, ...companions(basket.rows, faults))
    else looked.fresh.push({ basket, place, date, profile_id, goods: found as Goods[] })
  }
  return { ...looked, fresh: withNumbersOfTheirOwn(looked) }

  // Two orders of one number could not be told apart at the counter: the first keeps it.
  function withNumbersOfTheirOwn({ fresh, refused }: Looked<Ready>): Ready[] {
    return fresh.filter(({ basket }) => {
      const number = numberOf(plan, basket)
      const free = !taken.has(number)
      taken.add(number)
      if (!free) refused.push(...basket.rows.map((row) => ({ row, fault: fault('number', 'taken') })))
      return free
    })
  }

  function judge(item: Sellable | undefined, line: BasketLine, supply_mode: string, date: string): Goods | Fault {
    if (!item && section.unknown_product !== 'keep' && line.tax_category === undefined)
      return fault(line.product === undefined ? 'gtin' : 'product', 'unknown_product')
    const category = item?.tax_category ?? line.tax_category ?? 'standard'
    const rule = ruleAt(rules, category, supply_mode, date)
    return rule ? { item, rule } : fault('placed_at', 'no_tax', { category, date })
  }
}

function totalOf({ lines }: Basket): number {
  return lines.reduce((sum, line) => sum + line.amount_yen, 0)
}

// Whom these orders name, all in one trip, remembered for the batches to come.
async function meet(db: Db, source: string, known: Knowledge, baskets: readonly Basket[]): Promise<void> {
  if (known.customers.size >= customers_remembered) known.customers.clear()
  const wanted = new Set(
    baskets.flatMap(({ customer }) => (customer && !known.customers.has(customer) ? customer : [])),
  )
  const keys = new Map([...wanted].map((number) => [keyOf(source, number), number]))
  for (const [key, profile_id] of await findMany(db, 'external', [...keys.keys()]))
    known.customers.set(keys.get(key) as string, profile_id)
}

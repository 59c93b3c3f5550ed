/**
 * Consumption tax. What must always be true:
 * - a rate is data: category × supply mode × the shop's business date, never a constant;
 * - tax is rounded once per rate per receipt (消費税法施行令70の10, 基通1-8-15), never per line;
 * - a rate has one basis on a receipt. Rows priced without tax, alone at their rate, are summed and taxed once
 *   (¥105 × 3 at 10% → ¥31); beside a row priced with tax they enter at the shown price, unit by unit.
 * Either way a rate ends as one tax-inclusive amount, and discounts come off that. This loses nothing: the tax within
 * (net + tax upon net) is the tax upon net, in every rounding mode.
 */
import { allot } from './allotment.ts'
import { integer, portion, type Rate, type Rounding, sum } from './integer.ts'

/**
 * Rate of a category by how it is supplied: 'eat_in', 'take_away', 'delivery', 'in_store' or the retailer's own word;
 * '*' is any. Dates are business dates 'YYYY-MM-DD'; valid_to is the first day the rule no longer holds.
 */
export type TaxRule = Rate & {
  category: string
  supply_mode: string
  valid_from: string
  valid_to: string | null
}

/** What is supplied at one rate: unit price as its price row states it, with tax or without. */
export type Supply = Rate & { unit_yen: number; quantity: number; tax_included: boolean }

/** One rate of a receipt; taxable_yen is tax-inclusive, so that the taxable amounts sum to the receipt's total. */
export type TaxLine = Rate & { taxable_yen: number; tax_yen: number }

/** The rule for a category and supply mode on a business date: one for the mode beats '*', then the latest begun wins; undefined when none is in force. */
export function ruleFor<Rule extends TaxRule>(
  rules: readonly Rule[],
  category: string,
  supplyMode: string,
  date: string,
): Rule | undefined {
  day(date, 'date')
  let best: Rule | undefined
  for (const rule of rules) {
    if (rule.category !== category) continue
    if (rule.supply_mode !== supplyMode && rule.supply_mode !== '*') continue
    if (day(rule.valid_from, 'valid_from') > date) continue
    if (rule.valid_to !== null && day(rule.valid_to, 'valid_to') <= date) continue
    if (!best || precedes(rule, best)) best = rule
  }
  return best
}

/** The rate of that rule; a RangeError when there is none. */
export function rateFor(rules: readonly TaxRule[], category: string, supplyMode: string, date: string): Rate {
  const best = ruleFor(rules, category, supplyMode, date)
  if (!best) throw new RangeError(`category: no tax rule for ${category}, ${supplyMode} on ${date}`)
  return { rate_num: integer(best.rate_num, 'rate_num'), rate_den: integer(best.rate_den, 'rate_den', 1) }
}

function precedes(rule: TaxRule, best: TaxRule): boolean {
  if (rule.supply_mode !== best.supply_mode) return best.supply_mode === '*'
  if (rule.valid_from !== best.valid_from) return rule.valid_from > best.valid_from
  if (!sameRate(rule, best)) throw new RangeError(`rules: two rates for ${rule.category} from ${rule.valid_from}`)
  return false
}

function day(value: string, field: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)) throw new RangeError(`${field}: not YYYY-MM-DD`)
  return value
}

/** Whether two rates are the same number: 8/100 is 2/25. */
export function sameRate(a: Rate, b: Rate): boolean {
  if (a.rate_num === b.rate_num && a.rate_den === b.rate_den) return true
  return BigInt(a.rate_num) * BigInt(b.rate_den) === BigInt(b.rate_num) * BigInt(a.rate_den)
}

/** Tax contained in a tax-inclusive amount: amount × num ÷ (den + num). */
export function taxWithin(amount_yen: number, rate: Rate, rounding: Rounding = 'floor'): number {
  return portion(amount_yen, rate.rate_num, integer(rate.rate_den, 'rate_den', 1) + rate.rate_num, rounding)
}

/** The tax-inclusive price to show for one price row: itself, or net plus the tax upon it. */
export function shownYen(yen: number, tax_included: boolean, rate: Rate, rounding: Rounding = 'floor'): number {
  const net = integer(yen, 'yen')
  return tax_included ? net : integer(net + portion(net, rate.rate_num, rate.rate_den, rounding), 'yen')
}

/** Places of the items in their rate groups, rates in order of first appearance. */
export function byRate(items: readonly Rate[]): number[][] {
  const groups: { rate: Rate; places: number[] }[] = []
  for (const [place, rate] of items.entries()) {
    const group = groups.find((known) => sameRate(known.rate, rate))
    if (group) group.places.push(place)
    else groups.push({ rate, places: [place] })
  }
  return groups.map(({ places }) => places)
}

/** Tax-inclusive amount of each supply of ONE rate; they sum to the amount the rate is taxed on. */
export function inclusiveYen(supplies: readonly Supply[], rounding: Rounding = 'floor'): number[] {
  const [first] = supplies
  if (!first) return []
  for (const { unit_yen, quantity } of supplies) {
    integer(unit_yen, 'unit_yen')
    integer(quantity, 'quantity', 1)
  }
  if (supplies.some(({ tax_included }) => tax_included)) {
    return supplies.map((supply) => {
      return integer(shownYen(supply.unit_yen, supply.tax_included, supply, rounding) * supply.quantity, 'amount_yen')
    })
  }
  const nets = supplies.map(({ unit_yen, quantity }) => integer(unit_yen * quantity, 'amount_yen'))
  return allot(shownYen(sum(nets, 'amount_yen'), false, first, rounding), nets)
}

/** One tax figure per rate for a receipt without discounts. */
export function taxOnce(supplies: readonly Supply[], rounding: Rounding = 'floor'): TaxLine[] {
  return byRate(supplies).map((places) => {
    const group = places.map((place) => supplies[place] as Supply)
    const taxable_yen = sum(inclusiveYen(group, rounding), 'taxable_yen')
    const { rate_num, rate_den } = group[0] as Supply
    return { rate_num, rate_den, taxable_yen, tax_yen: taxWithin(taxable_yen, { rate_num, rate_den }, rounding) }
  })
}

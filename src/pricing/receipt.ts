/**
 * One quote for every channel: till (offline too), EC, phone. What must always be true:
 * - parts sum to totals: line totals, taxable amounts and paid + points all give total_yen, to the yen;
 * - discounts come off tax-inclusive yen, round down, never exceed what is left, and precede tax;
 * - own points are a tender ('payment': total and tax unchanged) or, if the retailer so chose, a discount before tax;
 * - nothing is ever negative.
 */
import { type Discount, discounted, spread } from './discount.ts'
import { integer, type Rate, type Rounding, sum } from './integer.ts'
import { type PointsRule, pointsFor } from './points.ts'
import { byRate, inclusiveYen, rateFor, shownYen, type TaxLine, type TaxRule, taxWithin } from './tax.ts'

/** What is asked for; unit_yen and tax_included are those of the price row. */
export type Want = {
  id: string
  unit_yen: number
  tax_included: boolean
  quantity: number
  category: string
  supply_mode: string
}

export type PointsAs = 'payment' | 'discount'

export type QuoteOptions = {
  /** Business date of the supply, 'YYYY-MM-DD', which chooses the tax rate. */
  date: string
  rounding?: Rounding
  /** Yen already taken off each line by offers. */
  taken_yen?: readonly number[]
  /** Taken one after another, each from what the ones before have left. */
  discounts?: readonly Discount[]
  /** Own points to use, one yen each. */
  points_yen?: number
  points_as?: PointsAs
  /** Absent for a guest, who earns none. */
  points_rule?: PointsRule | null
}

/** amount − discount (− points when they are a discount) = total, the taxed amount; paid_yen is the part in money. */
export type QuotedLine = Rate & {
  id: string
  quantity: number
  unit_yen: number
  tax_included: boolean
  /** The tax-inclusive unit price as displayed. */
  shown_unit_yen: number
  amount_yen: number
  discount_yen: number
  points_yen: number
  total_yen: number
  paid_yen: number
}

export type Quote = {
  lines: QuotedLine[]
  amount_yen: number
  discount_yen: number
  /** Yen each of the asked discounts took, in their order. */
  discounts_yen: number[]
  /** Of that the part of each line. */
  discount_parts: number[][]
  points_yen: number
  total_yen: number
  /** What is left to pay in money. */
  paid_yen: number
  taxes: TaxLine[]
  tax_yen: number
  points_earned: number
  points_as: PointsAs
  points_rule: PointsRule | null
  rounding: Rounding
}

/** Price a basket: amounts with tax, discounts, points used, tax once per rate, points earned. */
export function quote(wants: readonly Want[], rules: readonly TaxRule[], options: QuoteOptions): Quote {
  return quoteOf(wants, basisOf(wants, rules, options), options)
}

/** What a basket costs with tax before anything is taken off: the rate and the amount of each line, and the lines of each rate. */
export type Basis = { rates: Rate[]; groups: number[][]; amounts: number[] }

export function basisOf(wants: readonly Want[], rules: readonly TaxRule[], options: QuoteOptions): Basis {
  const rates = wants.map((want) => rateFor(rules, want.category, want.supply_mode, options.date))
  const groups = byRate(rates)
  return { rates, groups, amounts: amountsOf(wants, rates, groups, options.rounding ?? 'floor') }
}

/** The quote of a basket whose amounts are known already. */
export function quoteOf(wants: readonly Want[], { rates, groups, amounts }: Basis, options: QuoteOptions): Quote {
  const { rounding = 'floor', points_as = 'payment', points_yen = 0, points_rule = null, taken_yen } = options
  if (points_as !== 'payment' && points_as !== 'discount') throw new RangeError('points_as: not payment or discount')
  const ids = wants.map(({ id }) => id)
  const open = taken_yen ? amounts.map((yen, at) => integer(yen - (taken_yen[at] as number), 'taken_yen')) : amounts
  const { left, parts } = discounted(ids, open, rates, options.discounts ?? [])
  const discounts_yen = parts.map((part) => sum(part, 'discount_yen'))
  const due_yen = sum(left, 'total_yen')
  if (integer(points_yen, 'points_yen') > due_yen) throw new RangeError('points_yen: more than the total')
  const points = spread(points_yen, left, rates)

  const lines = wants.map(({ id, quantity, unit_yen, tax_included }, at): QuotedLine => {
    const rate = rates[at] as Rate
    const [amount, rest, used] = [amounts[at], left[at], points[at]] as [number, number, number]
    return {
      id,
      quantity,
      unit_yen,
      tax_included,
      ...rate,
      shown_unit_yen: shownYen(unit_yen, tax_included, rate, rounding),
      amount_yen: amount,
      discount_yen: amount - rest,
      points_yen: used,
      total_yen: points_as === 'discount' ? rest - used : rest,
      paid_yen: rest - used,
    }
  })
  const taxes = groups.map((places): TaxLine => {
    const rate = rates[places[0] as number] as Rate
    const totals = places.map((place) => (lines[place] as QuotedLine).total_yen)
    const taxable_yen = sum(totals, 'taxable_yen')
    return { ...rate, taxable_yen, tax_yen: taxWithin(taxable_yen, rate, rounding) }
  })
  const paid_yen = due_yen - points_yen
  return {
    lines,
    amount_yen: sum(amounts, 'amount_yen'),
    discount_yen: sum(amounts, 'amount_yen') - due_yen,
    discounts_yen,
    discount_parts: parts,
    points_yen,
    total_yen: points_as === 'discount' ? paid_yen : due_yen,
    paid_yen,
    taxes,
    tax_yen: taxes.reduce((total, { tax_yen }) => total + tax_yen, 0),
    points_earned: points_rule ? pointsFor(paid_yen, 0, points_rule) : 0,
    points_as,
    points_rule,
    rounding,
  }
}

function amountsOf(wants: readonly Want[], rates: readonly Rate[], groups: number[][], rounding: Rounding): number[] {
  if (new Set(wants.map(({ id }) => id)).size < wants.length) throw new RangeError('lines: an id appears twice')
  const amounts: number[] = []
  for (const places of groups) {
    const supplies = places.map((place) => ({ ...(wants[place] as Want), ...(rates[place] as Rate) }))
    const yens = inclusiveYen(supplies, rounding)
    for (const [at, place] of places.entries()) amounts[place] = yens[at] as number
  }
  return amounts
}

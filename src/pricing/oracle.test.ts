/** Baskets against an independent reckoning in BigInt. ENGAWA_BASKETS says how many: 1,000 unless told otherwise, 100,000 is the full count. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Discount } from './discount.ts'
import type { Rounding } from './integer.ts'
import { type PointsAs, quote, type Want } from './receipt.ts'
import { type Bought, returnSlip, type Slip } from './slip.ts'
import type { TaxRule } from './tax.ts'

const numRuns = Number(process.env.ENGAWA_BASKETS ?? 1_000)
const percents = { standard: 10n, food: 8n, food_to_come: 1n }
type Category = keyof typeof percents
const rules: TaxRule[] = Object.entries(percents).map(([category, percent]) => {
  return {
    category,
    supply_mode: '*',
    rate_num: Number(percent),
    rate_den: 100,
    valid_from: '2019-10-01',
    valid_to: null,
  }
})
const points_rule = { rate_num: 1, rate_den: 100 }
const date = '2026-11-22'

/** n ÷ d as the issuer rounds. */
const rounded: Record<Rounding, (n: bigint, d: bigint) => bigint> = {
  floor: (n, d) => n / d,
  half_up: (n, d) => (2n * n + d) / (2n * d),
  ceil: (n, d) => (n + d - 1n) / d,
}
const total = (list: readonly bigint[]) => list.reduce((all, one) => all + one, 0n)

type Basket = { wants: Want[]; discounts: Discount[]; points_yen: number; points_as: PointsAs; rounding: Rounding }

/** Taxable amount and tax of each rate, and the points earned: groups of one rate, discounts in turn, then tax once per rate. */
function reckon({ wants, discounts, points_yen, points_as, rounding }: Basket) {
  const round = rounded[rounding]
  const categories = [...new Set(wants.map(({ category }) => category as Category))]
  let left = categories.map((category) => {
    const percent = percents[category]
    const mine = wants.filter((want) => want.category === category)
    if (mine.every(({ tax_included }) => !tax_included)) {
      const net = total(mine.map(({ unit_yen, quantity }) => BigInt(unit_yen) * BigInt(quantity)))
      return net + round(net * percent, 100n)
    }
    return total(
      mine.map(({ unit_yen, quantity, tax_included }) => {
        const unit = BigInt(unit_yen)
        return (tax_included ? unit : unit + round(unit * percent, 100n)) * BigInt(quantity)
      }),
    )
  })
  // Largest remainder: shares rounded down, then a yen each to those who lost most, the earlier first.
  const takeOff = (yen: bigint) => {
    const whole = total(left)
    if (yen === 0n) return
    const shares = left.map((amount) => (amount * yen) / whole)
    const losses = left.map((amount, at) => ({ at, loss: amount * yen - (shares[at] as bigint) * whole }))
    losses.sort((a, b) => (a.loss === b.loss ? a.at - b.at : a.loss > b.loss ? -1 : 1))
    for (const { at } of losses.slice(0, Number(yen - total(shares)))) shares[at] = (shares[at] as bigint) + 1n
    left = left.map((amount, at) => amount - (shares[at] as bigint))
  }
  for (const discount of discounts) {
    const whole = total(left)
    if ('yen' in discount) takeOff(BigInt(discount.yen) < whole ? BigInt(discount.yen) : whole)
    else takeOff((whole * BigInt(discount.rate_num)) / BigInt(discount.rate_den))
  }
  const points_earned = (total(left) - BigInt(points_yen)) / 100n
  if (points_as === 'discount') takeOff(BigInt(points_yen))
  const taxes = left.map((taxable, at) => {
    const percent = percents[categories[at] as Category]
    return [Number(percent), Number(taxable), Number(round(taxable * percent, 100n + percent))]
  })
  return { total_yen: Number(total(left)), taxes, points_earned: Number(points_earned) }
}

const baskets = fc
  .record({
    wants: fc.array(
      fc.record({
        unit_yen: fc.oneof(fc.nat(300), fc.nat(99_999), fc.nat(3_000_000)),
        quantity: fc.integer({ min: 1, max: 40 }),
        tax_included: fc.boolean(),
        category: fc.constantFrom(...Object.keys(percents)),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    discounts: fc.array(
      fc.oneof(
        fc.record({ yen: fc.nat(9_000) }),
        fc.record({ rate_num: fc.nat(100), rate_den: fc.constant(100) }),
      ) as fc.Arbitrary<Discount>,
      { maxLength: 2 },
    ),
    share: fc.nat(100),
    points_as: fc.constantFrom('payment' as const, 'discount' as const),
    rounding: fc.constantFrom('floor' as const, 'half_up' as const, 'ceil' as const),
  })
  .map(({ wants, share, ...more }) => {
    const named = wants.map((want, at): Want => ({ ...want, id: `l${at}`, supply_mode: 'in_store' }))
    const whole = quote(named, rules, { date, ...more })
    return { ...more, wants: named, points_yen: Math.floor((whole.total_yen * share) / 100) }
  })
const quoted = ({ wants, ...options }: Basket) => quote(wants, rules, { ...options, date, points_rule })

test(`${numRuns} baskets: no yen off, at 10, 8 and 1 per cent, with and without tax, in three roundings, points both ways`, () => {
  fc.assert(
    fc.property(baskets, (basket) => {
      const got = quoted(basket)
      const taxes = got.taxes.map(({ rate_num, taxable_yen, tax_yen }) => [rate_num, taxable_yen, tax_yen])
      assert.deepEqual({ total_yen: got.total_yen, taxes, points_earned: got.points_earned }, reckon(basket))
    }),
    { numRuns },
  )
})

test('and whatever comes back of them, in whatever order, ends at nothing: amounts, taxes, points', () => {
  fc.assert(
    fc.property(baskets, fc.infiniteStream(fc.nat()), (basket, numbers) => {
      const got = quoted(basket)
      const order: Bought = got
      const next = (below: number) => (numbers.next().value as number) % below
      const open = got.lines.map(({ id, quantity }) => ({ id, quantity }))
      const slips: Slip[] = []
      while (open.some(({ quantity }) => quantity > 0)) {
        const back = open
          .filter(({ quantity }) => quantity > 0 && next(3) > 0)
          .map(({ id, quantity }) => ({ id, quantity: 1 + next(quantity) }))
        if (back.length === 0) continue
        slips.push(returnSlip(order, back, slips))
        for (const { id, quantity } of back) for (const line of open) if (line.id === id) line.quantity -= quantity
      }
      const sum = (of: (slip: Slip) => number) => slips.reduce((all, slip) => all + of(slip), 0)
      assert.deepEqual(
        [
          sum((slip) => slip.total_yen),
          sum((slip) => slip.refund_yen),
          sum((slip) => slip.tax_yen),
          sum((slip) => slip.points_yen),
          sum((slip) => slip.points_clawed),
        ],
        [got.total_yen, got.paid_yen, got.tax_yen, got.points_yen, got.points_earned],
      )
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  )
})

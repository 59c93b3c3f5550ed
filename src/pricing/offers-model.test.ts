/** Offers against brute force. ENGAWA_BASKETS says how many baskets: 1,000 unless told otherwise, 10,000 is the full count. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Effect, Offer, Selector } from './offer.ts'
import { readyOffers } from './offer-set.ts'
import { type OfferedQuote, quoteWithOffers, refusedOffers, type Wanted } from './offers.ts'
import { deliveryFee, monday, offer, rules, wanted } from './offers-testing.ts'
import { returnSlip, type Slip } from './slip.ts'

const numRuns = Number(process.env.ENGAWA_BASKETS ?? 1_000)
const options = { date: '2026-11-23', points_rule: { rate_num: 1, rate_den: 100 } }
const price = (wants: readonly Wanted[], offers: readonly Offer[]) =>
  quoteWithOffers(wants, rules, options, readyOffers(offers), monday)

const names = ['a', 'b', 'c', 'd']
const some = fc.subarray(names, { minLength: 1 })
const selector: fc.Arbitrary<Selector> = fc.oneof(
  fc.constant({}),
  some.map((variant_ids) => ({ variant_ids })),
  fc.constantFrom(...names).map((name) => ({ except: { tags: [`t-${name}`] } })),
)
const yen = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5000 }))
const effect: fc.Arbitrary<Effect> = fc.oneof(
  yen.map((off): Effect => ({ kind: 'yen', yen: off })),
  fc.integer({ min: 1, max: 100 }).map((rate_num): Effect => ({ kind: 'percent', rate_num, rate_den: 100 })),
  fc
    .record({ buy: fc.integer({ min: 2, max: 4 }), less: fc.integer({ min: 1, max: 3 }) })
    .map(({ buy, less }): Effect => {
      return { kind: 'n_for_m', buy, pay: Math.max(buy - less, 0) }
    }),
  fc.record({ pieces: fc.integer({ min: 2, max: 3 }), yen }).map((mix): Effect => ({ kind: 'mix', ...mix })),
  fc
    .record({ parts: fc.array(selector, { minLength: 2, maxLength: 3 }), yen })
    .map((set): Effect => ({ kind: 'set', ...set })),
  fc.constant<Effect>({ kind: 'gift', pieces: 1 }),
  fc.constant<Effect>({ kind: 'shipping' }),
  fc.integer({ min: 2, max: 10 }).map((times_num): Effect => ({ kind: 'points', times_num, times_den: 1 })),
)
const offers = fc
  .array(
    fc.record({
      effect,
      of: selector,
      group: fc.constantFrom(null, 'one', 'two', 'three'),
      exclusive: fc.nat(5).map((one) => one === 0),
      priority: fc.constantFrom(0, 0, 0, 1),
      least_yen: fc.constantFrom(0, 0, 1000),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    list.map(({ effect: it, least_yen, ...more }, at) => offer(`o${at}`, it, { ...more, when: { least_yen } })),
  )
const basket = fc
  .record({
    lines: fc.array(
      fc.record({
        name: fc.constantFrom(...names),
        unit_yen: yen,
        quantity: fc.integer({ min: 1, max: 4 }),
        category: fc.constantFrom('standard', 'food'),
        tax_included: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    fee: fc.constantFrom(0, 550),
  })
  .map(({ lines, fee }) => {
    const wants = lines.map(({ name, unit_yen, quantity, ...more }, at) =>
      wanted(`l${at}`, name, unit_yen, quantity, more),
    )
    return fee > 0 ? [...wants, deliveryFee(fee)] : wants
  })

const worth = (got: OfferedQuote) => got.discount_yen + got.offers.reduce((sum, { points }) => sum + points, 0)

/** Every way to give one or none of each group, and each exclusive offer alone, by the rule of priorities: the best there is. */
function bruteForce(wants: readonly Wanted[], list: readonly Offer[]): number {
  const alone = new Map(list.map((one) => [one, worth(price(wants, [one]))]))
  const useful = list.filter((one) => (alone.get(one) as number) > 0)
  const plans = useful
    .filter(({ exclusive }) => exclusive)
    .map((one) => ({ priority: one.priority, worth: alone.get(one) as number }))
  const together = useful.filter(({ exclusive }) => !exclusive)
  if (together.length > 0) {
    const free = together.filter(({ group }) => group === null)
    let ways: Offer[][] = [free]
    for (const group of new Set(together.flatMap((one) => one.group ?? []))) {
      const mine = together.filter((one) => one.group === group)
      const top = Math.max(...mine.map(({ priority }) => priority))
      const choices = [undefined, ...mine.filter(({ priority }) => priority === top)]
      ways = ways.flatMap((way) => choices.map((one) => (one ? [...way, one] : way)))
    }
    // Each is given as it is: without groups there is nothing to choose.
    const best = Math.max(
      ...ways.map((way) =>
        worth(
          price(
            wants,
            way.map((one) => ({ ...one, group: null })),
          ),
        ),
      ),
    )
    plans.push({ priority: Math.max(...together.map(({ priority }) => priority)), worth: best })
  }
  plans.sort((a, b) => b.priority - a.priority || b.worth - a.worth)
  return plans[0]?.worth ?? 0
}

test(`${numRuns} baskets: the choice is as good as the best of all`, () => {
  fc.assert(
    fc.property(basket, offers, (wants, list) => assert.equal(worth(price(wants, list)), bruteForce(wants, list))),
    { numRuns },
  )
})

test(`${numRuns} baskets: the reasons add up to the total, nothing is below zero, every offer is given or refused`, () => {
  fc.assert(
    fc.property(basket, offers, (wants, list) => {
      const got = price(wants, list)
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
      for (const line of got.lines) {
        const reasons = got.offers.flatMap(({ lines }) => lines.filter(({ id }) => id === line.id))
        assert.equal(line.discount_yen, sum(reasons.map((one) => one.yen)))
        assert.ok(line.total_yen >= 0 && line.discount_yen >= 0)
        assert.equal(line.amount_yen - line.discount_yen, line.total_yen)
      }
      for (const one of got.offers) assert.equal(one.yen, sum(one.lines.map((line) => line.yen)))
      assert.equal(sum(got.offers.map((one) => one.yen)), got.discount_yen)
      assert.equal(sum(got.taxes.map((tax) => tax.taxable_yen)), got.total_yen)
      const refused = refusedOffers(wants, rules, options, readyOffers(list), monday, got.offers)
      assert.deepEqual(
        [...got.offers, ...refused].map((one) => one.offer.offer_id).sort(),
        list.map((one) => one.offer_id).sort(),
      )
    }),
    { numRuns },
  )
})

test(`${numRuns} baskets: the same whatever the order of lines and offers`, () => {
  const facts = ({ total_yen, taxes, points_earned, offers: given }: OfferedQuote) => ({
    total_yen,
    taxes: taxes.toSorted((a, b) => a.rate_num - b.rate_num),
    points_earned,
    given: given.map((one) => [one.offer.offer_id, one.yen, one.points]),
  })
  fc.assert(
    fc.property(basket, offers, fc.nat(), (wants, list, turns) => {
      const turned = <Item>(items: readonly Item[]) => items.map((_, at) => items[(at + turns) % items.length] as Item)
      assert.deepEqual(facts(price(turned(wants).toReversed(), turned(list))), facts(price(wants, list)))
    }),
    { numRuns },
  )
})

test(`${Math.ceil(numRuns / 10)} baskets with offers: whatever comes back, piece by piece, ends at nothing`, () => {
  fc.assert(
    fc.property(basket, offers, (wants, list) => {
      const got = price(
        wants,
        list.filter((one) => one.effect.kind !== 'points'),
      )
      const slips: Slip[] = []
      for (const { id, quantity } of got.lines)
        for (let piece = 0; piece < quantity; piece++) slips.push(returnSlip(got, [{ id, quantity: 1 }], slips))
      const sum = (of: (slip: Slip) => number) => slips.reduce((all, slip) => all + of(slip), 0)
      assert.deepEqual(
        [sum((slip) => slip.refund_yen), sum((slip) => slip.tax_yen), sum((slip) => slip.points_clawed)],
        [got.paid_yen, got.tax_yen, got.points_earned],
      )
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  )
})

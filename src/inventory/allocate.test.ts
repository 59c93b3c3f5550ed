import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AllocationRules, allocate, type Candidate, usualRules } from '#inventory/allocate'

const goods = ['a', 'b', 'c']
const candidate = fc.record({
  name: fc.constant('店'),
  name_en: fc.constant('Shop'),
  kind: fc.constantFrom('warehouse', 'shop', 'popup'),
  metres: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  available: fc.record({
    a: fc.integer({ min: -2, max: 4 }),
    b: fc.integer({ min: 0, max: 4 }),
    c: fc.integer({ min: 0, max: 2 }),
  }),
})
const places = fc
  .array(candidate, { maxLength: 7 })
  .map((list): Candidate[] => list.map((place, at) => ({ ...place, place_id: `p${at}` })))
const lines = fc
  .subarray(goods, { minLength: 1 })
  .chain((some) =>
    fc.tuple(
      ...some.map((variant_id) =>
        fc.record({ variant_id: fc.constant(variant_id), quantity: fc.integer({ min: 1, max: 5 }) }),
      ),
    ),
  )
const rules: fc.Arbitrary<AllocationRules> = fc.record({
  prefer_warehouse: fc.boolean(),
  keep_last_in_shop: fc.boolean(),
  split: fc.boolean(),
  max_parcels: fc.integer({ min: 1, max: 3 }),
})
const runs = { numRuns: Number(process.env.ENGAWA_PROPERTY_RUNS ?? 2_000) }

/** How few places can serve all lines, tried one by one; undefined when `most` are not enough. */
function fewest(all: Candidate[], wanted: { variant_id: string; quantity: number }[], most: number) {
  let best: number | undefined
  for (let group = 1; group < 1 << all.length; group++) {
    const some = all.filter((_, at) => group & (1 << at))
    if (some.length > most || (best !== undefined && some.length >= best)) continue
    const serves = wanted.every(
      ({ variant_id, quantity }) =>
        some.reduce((sum, place) => sum + Math.max(place.available[variant_id] ?? 0, 0), 0) >= quantity,
    )
    if (serves) best = some.length
  }
  return best
}

test('never more of anything than a place has, all of what is wanted or nothing, and never a parcel too many', () => {
  fc.assert(
    fc.property(lines, places, rules, (wanted, all, rule) => {
      const plan = allocate(wanted, all, rule)
      const few = fewest(all, wanted, rule.split ? rule.max_parcels : 1)
      assert.equal(plan.parcels.length, few ?? 0)
      assert.equal(plan.outcome, few === undefined ? 'short' : few === 1 ? 'whole' : 'split')
      for (const parcel of plan.parcels) {
        const place = all.find(({ place_id }) => place_id === parcel.place_id) as Candidate
        assert.ok(parcel.lines.length > 0)
        for (const { variant_id, quantity } of parcel.lines)
          assert.ok(quantity > 0 && quantity <= (place.available[variant_id] ?? 0))
      }
      if (few === undefined) {
        assert.ok(plan.short.length > 0)
        for (const { wanted: asked, available } of plan.short) assert.ok(available < asked && available >= 0)
        return
      }
      for (const { variant_id, quantity } of wanted)
        assert.equal(
          plan.parcels
            .flatMap((parcel) => parcel.lines)
            .reduce((sum, line) => sum + (line.variant_id === variant_id ? line.quantity : 0), 0),
          quantity,
        )
    }),
    runs,
  )
})

test('the same question gets the same answer, in whatever order the places come; each place hears why', () => {
  fc.assert(
    fc.property(lines, places, rules, (wanted, all, rule) => {
      const plan = allocate(wanted, all, rule)
      assert.deepEqual(allocate(wanted, all.toReversed(), rule), plan)
      assert.equal(plan.explain.length, all.length)
      for (const said of plan.explain) {
        assert.match(said.ja, /^店：.+。$/)
        assert.match(said.en, /^Shop .+/)
        assert.equal(
          said.chosen,
          plan.parcels.some(({ place_id }) => place_id === said.place_id),
        )
      }
    }),
    runs,
  )
})

const place = (place_id: string, kind: string, metres: number, available: Record<string, number>): Candidate => ({
  place_id,
  name: place_id,
  name_en: null,
  kind,
  metres,
  available,
})
const sends = (plan: ReturnType<typeof allocate>) => plan.parcels.map(({ place_id }) => place_id)
const why = (plan: ReturnType<typeof allocate>) => plan.explain.map(({ place_id, code }) => [place_id, code])
const shirt = [{ variant_id: 'shirt', quantity: 1 }]

test('the warehouse first, then the nearest shop; a far warehouse comes later when the retailer says so', () => {
  const all = [
    place('far warehouse', 'warehouse', 500_000, { shirt: 1 }),
    place('near shop', 'shop', 1_000, { shirt: 5 }),
    place('next shop', 'shop', 2_000, { shirt: 5 }),
  ]
  assert.deepEqual(sends(allocate(shirt, all)), ['far warehouse'])
  assert.deepEqual(sends(allocate(shirt, all, { ...usualRules, prefer_warehouse: false })), ['near shop'])
  const [, ...shops] = all
  assert.deepEqual(why(allocate(shirt, shops)), [
    ['near shop', 'sends_all'],
    ['next shop', 'comes_after'],
  ])
})

test("a shop's last piece stays in the shop unless there is no other way", () => {
  const all = [place('near', 'shop', 1, { shirt: 1 }), place('far', 'shop', 9, { shirt: 2 })]
  const plan = allocate(shirt, all)
  assert.deepEqual(why(plan), [
    ['near', 'kept_last'],
    ['far', 'sends_all'],
  ])
  assert.deepEqual(sends(allocate(shirt, all.slice(0, 1))), ['near'])
  assert.deepEqual(sends(allocate(shirt, all, { ...usualRules, keep_last_in_shop: false })), ['near'])
})

test('what lies in two places leaves as two parcels, or not at all when it may not be split', () => {
  const both = [...shirt, { variant_id: 'knit', quantity: 2 }]
  const all = [place('x', 'warehouse', 1, { shirt: 3 }), place('y', 'shop', 2, { knit: 5 }), place('z', 'shop', 3, {})]
  const plan = allocate(both, all)
  assert.deepEqual([plan.outcome, sends(plan)], ['split', ['x', 'y']])
  assert.deepEqual(why(plan), [
    ['x', 'sends_part'],
    ['y', 'sends_part'],
    ['z', 'has_none'],
  ])
  const alone = allocate(both, all, { ...usualRules, split: false })
  assert.deepEqual([alone.outcome, alone.parcels, alone.explain[0]?.code], ['short', [], 'too_many_parcels'])
})

test('nothing anywhere is short, and says how much there is', () => {
  const plan = allocate([{ variant_id: 'shirt', quantity: 3 }], [place('x', 'shop', 1, { shirt: 2 })])
  assert.deepEqual(plan.short, [{ variant_id: 'shirt', wanted: 3, available: 2 }])
  assert.deepEqual(allocate(shirt, []).short, [{ variant_id: 'shirt', wanted: 1, available: 0 }])
})

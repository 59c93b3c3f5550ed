import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deserved, type OrderRule, type Purchase } from '#loyalty/bonus-rules'

const name = { ja: 'ボーナス', en: 'Bonus' }
const plain: Purchase = {
  business_date: '2026-11-30',
  place_id: 'shop-1',
  channel: 'till',
  kept_yen: 4000,
  in_shop: true,
  visits: [],
  birth_month: null,
  bonuses: [],
}
const again: OrderRule = { kind: 'same_shop', key: 'again', name, points: 50, window_days: 30 }
const spend: OrderRule = { kind: 'spend', key: 'spend', name, points: 100, at_least_yen: 4000 }
const birthday: OrderRule = { kind: 'birth_month', key: 'birthday', name, points: 300 }
const of = (rule: OrderRule, purchase: Partial<Purchase>) => deserved(rule, { ...plain, ...purchase }).points

test('a window of 30 days holds the day 30 days before, and not the one before that', () => {
  assert.equal(of(again, { visits: ['2026-10-31'] }), 50)
  assert.equal(of(again, { visits: ['2026-10-30'] }), 0)
  assert.equal(of(again, { visits: ['2026-11-30'] }), 0, 'the same day is no second day')
  assert.equal(of(again, { visits: ['2026-11-20'], in_shop: false }), 0)
})

test('a bonus at this shop ends its window, one at another shop does not', () => {
  const had = (place_id: string) => [{ rule_key: 'again', business_date: '2026-11-20', place_id }]
  assert.equal(of(again, { visits: ['2026-11-10', '2026-11-20'], bonuses: had('shop-1') }), 0)
  assert.equal(of(again, { visits: ['2026-11-10', '2026-11-20'], bonuses: had('shop-2') }), 50)
  assert.equal(of(again, { visits: ['2026-11-20', '2026-11-25'], bonuses: had('shop-1') }), 50)
})

test('what is spent counts to the yen', () => {
  assert.deepEqual([of(spend, { kept_yen: 4000 }), of(spend, { kept_yen: 3999 })], [100, 0])
})

test('the month of birth brings it once a calendar year', () => {
  assert.equal(of(birthday, { birth_month: 11 }), 300)
  assert.equal(of(birthday, { birth_month: 12 }), 0)
  const had = (business_date: string) => [{ rule_key: 'birthday', business_date, place_id: null }]
  assert.equal(of(birthday, { birth_month: 11, bonuses: had('2026-11-01') }), 0)
  assert.equal(of(birthday, { birth_month: 11, bonuses: had('2025-11-30') }), 300)
})

test('a rule for certain shops or channels is for no other', () => {
  assert.deepEqual([of({ ...spend, places: ['shop-1'] }, {}), of({ ...spend, places: ['shop-2'] }, {})], [100, 0])
  assert.deepEqual([of({ ...spend, channels: ['ec'] }, {}), of({ ...spend, channels: ['till'] }, {})], [0, 100])
  assert.equal(of({ ...spend, places: ['shop-1'] }, { place_id: null }), 0)
})

test('nothing kept brings nothing, whatever else is true; and every outcome says why', () => {
  const purchase = fc.record({
    business_date: fc.constantFrom('2026-11-30', '2026-01-01', '2028-02-29'),
    place_id: fc.constantFrom('shop-1', 'shop-2', null),
    channel: fc.constantFrom('till', 'ec', null),
    kept_yen: fc.integer({ min: -10, max: 10_000 }),
    in_shop: fc.boolean(),
    visits: fc.array(fc.constantFrom('2026-11-29', '2026-11-01', '2025-12-31', '2028-02-28')),
    birth_month: fc.option(fc.integer({ min: 1, max: 12 })),
    bonuses: fc.array(
      fc.record({
        rule_key: fc.constantFrom('again', 'birthday'),
        business_date: fc.constantFrom('2026-11-15', '2026-01-01'),
        place_id: fc.constantFrom('shop-1', null),
      }),
    ),
  })
  fc.assert(
    fc.property(purchase, fc.constantFrom(again, spend, birthday), (one, rule) => {
      const { points, why } = deserved(rule, one)
      assert.ok(points === 0 || points === rule.points)
      assert.ok(why.ja && why.en)
      if (one.kept_yen <= 0) assert.equal(points, 0)
    }),
  )
})

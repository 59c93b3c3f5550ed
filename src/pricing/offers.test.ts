import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conditions, Effect, Offer, Refusal, Situation } from './offer.ts'
import { readyOffers } from './offer-set.ts'
import { quoteWithOffers, refusedOffers, type Wanted } from './offers.ts'
import { deliveryFee, monday, offer, rules, wanted } from './offers-testing.ts'

const options = { date: '2026-11-23', points_rule: { rate_num: 1, rate_den: 100 } }
const price = (wants: Wanted[], offers: Offer[], situation: Partial<Situation> = {}) => {
  return quoteWithOffers(wants, rules, options, readyOffers(offers), { ...monday, ...situation })
}
const refused = (wants: Wanted[], offers: Offer[], situation: Partial<Situation> = {}) => {
  const set = readyOffers(offers)
  const where = { ...monday, ...situation }
  return refusedOffers(wants, rules, options, set, where, quoteWithOffers(wants, rules, options, set, where).offers)
}
const rate = (percent: number): Effect => ({ kind: 'percent', rate_num: percent, rate_den: 100 })
const food = { category: 'food' }

test('J1, J5 and J7: ¥118, ¥500 and ¥499 off, with tax and points to the yen', () => {
  const j1 = price([wanted('1', 'oats', 594, 2, food)], [offer('organic', rate(10), { of: { tags: ['t-oats'] } })])
  assert.deepEqual([j1.discount_yen, j1.total_yen, j1.tax_yen, j1.points_earned], [118, 1070, 79, 10])
  const j5 = price(
    [wanted('1', 'rice', 5400, 1, food)],
    [offer('gion', { kind: 'yen', yen: 500 }, { when: { least_yen: 3000 } })],
  )
  assert.deepEqual([j5.discount_yen, j5.total_yen, j5.tax_yen, j5.points_earned], [500, 4900, 362, 49])
  const j7 = price([wanted('1', 'futon', 4990)], [offer('visit', rate(10), { of: { variant_ids: ['futon'] } })])
  assert.deepEqual([j7.discount_yen, j7.total_yen, j7.tax_yen, j7.points_earned], [499, 4491, 408, 44])
})

const tee = wanted('tee', 'tee', 1000, 3)
const cap = wanted('cap', 'cap', 700, 2)
const sock = wanted('sock', 'sock', 300)
const effects: [name: string, Effect, wants: Wanted[], yen: number, of?: Offer['goods']][] = [
  ['yen off stop at the goods', { kind: 'yen', yen: 9000 }, [sock], 300],
  ['a rate rounds down and may be capped', { ...rate(33), most_yen: 200 } as Effect, [wanted('a', 'a', 999)], 200],
  ['3 for 2 gives the cheapest of three', { kind: 'n_for_m', buy: 3, pay: 2 }, [tee, cap, sock], 1000 + 300],
  ['3 for 2 once', { kind: 'n_for_m', buy: 3, pay: 2, times: 1 }, [tee, cap, sock], 1000],
  [
    'any 3 for ¥2,500: the dearest three, and not where it would cost more',
    { kind: 'mix', pieces: 3, yen: 2500 },
    [tee, cap, sock],
    500,
  ],
  [
    'a set of a tee and a cap for ¥1,500, twice',
    { kind: 'set', parts: [{ variant_ids: ['tee'] }, { variant_ids: ['cap'] }], yen: 1500 },
    [tee, cap, sock],
    400,
  ],
  ['a gift costs nothing', { kind: 'gift', pieces: 1 }, [tee, sock], 300, { variant_ids: ['sock'] }],
  ['delivery for nothing', { kind: 'shipping' }, [tee, deliveryFee(550)], 550],
  ['delivery for less', { kind: 'shipping', yen: 200 }, [tee, deliveryFee(550)], 200],
]
for (const [name, effect, wants, yen, of = {}] of effects) {
  test(`${name}: ¥${yen} off`, () => {
    const got = price(wants, [offer('it', effect, { of })])
    assert.equal(got.discount_yen, yen)
    assert.deepEqual(
      got.offers.map((one) => [one.yen, one.lines.reduce((sum, line) => sum + line.yen, 0)]),
      [[yen, yen]],
    )
  })
}

test('what a bundle saves is spread over all of its pieces, so that who returns one gives back her share', () => {
  const { lines } = price(
    [wanted('a', 'a', 900), wanted('b', 'b', 600), wanted('c', 'c', 300), wanted('d', 'd', 300)],
    [offer('three', { kind: 'n_for_m', buy: 3, pay: 2 })],
  )
  assert.deepEqual(
    lines.map(({ id, discount_yen }) => [id, discount_yen]),
    [
      ['a', 150],
      ['b', 100],
      ['c', 50],
      ['d', 0],
    ],
  )
})

test('a piece is in one bundle only', () => {
  const bundles = [
    offer('two', { kind: 'mix', pieces: 2, yen: 1500 }),
    offer('three', { kind: 'n_for_m', buy: 2, pay: 1 }),
  ]
  const got = price([tee], bundles)
  assert.deepEqual(
    got.offers.map(({ yen }) => yen),
    [500],
  )
})

test('points so many times are those of the goods, for what is paid, and only for members', () => {
  const triple = offer('triple', { kind: 'points', times_num: 3, times_den: 1 }, { of: { variant_ids: ['tee'] } })
  const half = offer('half', rate(50), { of: { variant_ids: ['tee'] } })
  assert.equal(price([tee, cap], [triple]).points_earned, 44 + 60)
  assert.equal(price([tee, cap], [triple, half]).points_earned, 29 + 30)
  const guest = quoteWithOffers([tee], rules, { ...options, points_rule: null }, readyOffers([triple]), {
    ...monday,
    member: false,
  })
  assert.deepEqual([guest.points_earned, guest.offers], [0, []])
  assert.equal(refused([tee], [triple], { member: false })[0]?.why, 'member')
})

test('of one group the better for the customer is given, whatever it is; a higher priority goes before it', () => {
  const yen = offer('yen', { kind: 'yen', yen: 400 }, { group: 'coupon' })
  const ten = offer('ten', rate(10), { group: 'coupon' })
  assert.deepEqual(
    price([tee], [ten, yen]).offers.map(({ offer: { offer_id } }) => offer_id),
    ['yen'],
  )
  assert.deepEqual(
    price([wanted('a', 'a', 9000)], [ten, yen]).offers.map(({ offer: { offer_id } }) => offer_id),
    ['ten'],
  )
  assert.deepEqual(
    price([tee], [{ ...ten, priority: 1 }, yen]).offers.map(({ offer: { offer_id } }) => offer_id),
    ['ten'],
  )
  assert.deepEqual(refused([tee], [ten, yen]), [{ offer: ten, why: 'other_of_group', instead: 'yen' }])
})

test('an exclusive offer stands alone, when it is better than all the others together', () => {
  const ten = offer('ten', rate(10))
  const five = offer('five', { kind: 'yen', yen: 500 })
  const alone = offer('alone', rate(30), { exclusive: true })
  assert.equal(price([tee], [ten, five, alone]).discount_yen, 900)
  assert.equal(price([tee], [ten, { ...five, effect: { kind: 'yen', yen: 800 } }, alone]).discount_yen, 1100)
  assert.deepEqual(
    refused([tee], [ten, five, alone]).map(({ offer: { offer_id }, why, instead }) => [offer_id, why, instead]),
    [
      ['ten', 'not_together', 'alone'],
      ['five', 'not_together', 'alone'],
    ],
  )
})

test('a choice that looks poorer offer by offer is taken when it is better together', () => {
  // The ¥1,000 would come off what the ¥3,000 takes anyway.
  const offers = [
    offer('a', { kind: 'yen', yen: 1000 }, { group: 'one', of: { variant_ids: ['tee'] } }),
    offer('b', { kind: 'yen', yen: 900 }, { group: 'one', of: { variant_ids: ['cap'] } }),
    offer('c', { kind: 'yen', yen: 3000 }, { group: 'two', of: { variant_ids: ['tee'] } }),
  ]
  assert.deepEqual(
    price([tee, cap], offers).offers.map(({ offer: { offer_id }, yen }) => [offer_id, yen]),
    [
      ['b', 900],
      ['c', 3000],
    ],
  )
})

const conditions: [Conditions, Partial<Situation>, Omit<Refusal, 'instead'>, holds?: Partial<Situation>][] = [
  [{ from: '2026-11-24T00:00:00+09:00' }, {}, { why: 'not_begun' }, { at: '2026-11-23T15:00:00Z' }],
  [{ until: '2026-11-23T10:30:00+09:00' }, {}, { why: 'ended' }, { at: '2026-11-23T01:29:59Z' }],
  [{ weekdays: [6, 7] }, {}, { why: 'weekday' }, { weekday: 7 }],
  [{ month_days: [5, 15, 25] }, {}, { why: 'month_day' }, { date: '2026-11-25' }],
  [{ hours: [{ from: '17:00', until: '19:00' }] }, { time: '19:00' }, { why: 'hour' }, { time: '18:59' }],
  [{ hours: [{ from: '22:00', until: '02:00' }] }, { time: '02:00' }, { why: 'hour' }, { time: '01:59' }],
  [{ place_ids: ['other'] }, {}, { why: 'place' }, { place_id: 'other' }],
  [{ channels: ['ec', 'app'] }, {}, { why: 'channel' }, { channel: 'app' }],
  [{ ways: ['collect'] }, {}, { why: 'way' }, { way: 'collect' }],
  [{ members: true }, { member: false }, { why: 'member' }, { member: true }],
  [{ tiers: ['gold'] }, { tier: 'silver' }, { why: 'tier' }, { tier: 'gold' }],
  [{ segments: ['s1'] }, {}, { why: 'segment' }, { segments: ['s0', 's1'] }],
  [{ first_order: true }, {}, { why: 'first_order' }, { first_order: true }],
  [{ visiting: true }, {}, { why: 'visit' }, { visiting: true }],
  [{ weather: ['rain'] }, { weather: 'clear' }, { why: 'weather' }, { weather: 'rain' }],
  [{ coupon: true }, {}, { why: 'coupon' }, { coupons: ['it'] }],
  [{}, { closed: { it: 'used_up' } }, { why: 'used_up' }, { closed: {} }],
  [{ least_yen: 3001 }, {}, { why: 'yen', lacking_yen: 1 }],
  [{ least_pieces: 5 }, {}, { why: 'pieces', lacking_pieces: 2 }],
  [{ least_yen: 1, basket: { brand_ids: ['b-cap'] } }, {}, { why: 'yen', lacking_yen: 1 }],
]
for (const [when, situation, why, holds] of conditions) {
  test(`an offer for ${JSON.stringify(when)} says ${why.why} when that does not hold`, () => {
    const it = offer('it', rate(10), { when })
    assert.deepEqual(refused([tee], [it], situation), [{ offer: it, ...why }])
    if (holds) assert.deepEqual(refused([tee], [it], holds), [])
  })
}

test('goods are named by variant, product, brand, category or tag, and some may be left out', () => {
  for (const named of [
    { variant_ids: ['cap'] },
    { product_ids: ['p-cap'] },
    { brand_ids: ['b-cap'] },
    { category_ids: ['c-cap'] },
    { tags: ['t-cap'] },
    { except: { tags: ['t-tee'] } },
  ]) {
    const got = price([tee, cap], [offer('it', rate(10), { of: named })])
    assert.equal(got.discount_yen, 140, JSON.stringify(named))
  }
  assert.equal(refused([tee], [offer('it', rate(10), { of: { variant_ids: ['cap'] } })])[0]?.why, 'goods')
  const untouched = price([{ ...tee, goods: null }, cap], [offer('it', rate(10))])
  assert.equal(untouched.discount_yen, 140)
})

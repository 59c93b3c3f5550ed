/**
 * Price: CPU of one basket priced with 200 live offers, of every kind a retailer runs at once: on goods, brands and categories, bundles,
 * thresholds, coupons, points. Baskets are drawn anew from a fixed seed; no database takes part.
 */
import type { Offer, Selector } from '../src/pricing/offer.ts'
import { readyOffers } from '../src/pricing/offer-set.ts'
import { quoteWithOffers, type Wanted } from '../src/pricing/offers.ts'
import { monday, offer, rules, wanted } from '../src/pricing/offers-testing.ts'
import { median } from './cpu.ts'

const wanted_ms = { 20: 1, 3: 0.5 } as const
const live = 200
const options = { date: monday.date, points_rule: { rate_num: 1, rate_den: 100 } }

/** Run the price bench. */
export function price({ seconds, rounds, say }: { seconds: number; rounds: number; say(line: string): void }) {
  const random = seeded(20261123)
  const set = readyOffers(offersOf(random))
  const situation = { ...monday, coupons: ['coupon-1', 'coupon-2'] }
  const cell = (lines: number): { cpu_ms: number; given: number } => {
    const baskets = Array.from({ length: 400 }, () => basketOf(lines, random))
    let given = 0
    let priced = 0
    const from = process.cpuUsage()
    const end = performance.now() + (seconds * 1000) / 2
    while (performance.now() < end) {
      const got = quoteWithOffers(baskets[priced % baskets.length] as Wanted[], rules, options, set, situation)
      given += got.offers.length
      priced++
    }
    const { user, system } = process.cpuUsage(from)
    return { cpu_ms: (user + system) / 1000 / priced, given: given / priced }
  }
  cell(20)
  const cells: { of20: ReturnType<typeof cell>; of3: ReturnType<typeof cell> }[] = []
  for (let round = 1; round <= rounds; round++) {
    const [of20, of3] = [cell(20), cell(3)]
    cells.push({ of20, of3 })
    say(`round ${round}: 20 lines ${of20.cpu_ms.toFixed(3)} ms, 3 lines ${of3.cpu_ms.toFixed(3)} ms`)
  }
  const cpu_ms_20_lines = median(cells.map(({ of20 }) => of20.cpu_ms))
  const cpu_ms_3_lines = median(cells.map(({ of3 }) => of3.cpu_ms))
  return {
    cpu_ms_20_lines,
    cpu_ms_3_lines,
    offers: live,
    offers_given_20_lines: median(cells.map(({ of20 }) => of20.given)),
    offers_given_3_lines: median(cells.map(({ of3 }) => of3.given)),
    wanted_cpu_ms_20_lines: wanted_ms[20],
    wanted_cpu_ms_3_lines: wanted_ms[3],
    met: cpu_ms_20_lines <= wanted_ms[20] && cpu_ms_3_lines <= wanted_ms[3],
    rounds,
    seconds,
  }
}

type Random = (below: number) => number
function seeded(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const goods = 1_000
const named = (number: number) => ({
  variant_id: `variant-${number}`,
  product_id: `product-${number >> 1}`,
  brand_id: `brand-${number % 20}`,
  category_id: `category-${number % 50}`,
  tags: number % 7 === 0 ? ['organic'] : [],
})

function basketOf(lines: number, random: Random): Wanted[] {
  return Array.from({ length: lines }, (_, at) => {
    const item = named(random(goods))
    const food = random(2) === 0
    return wanted(String(at), item.variant_id, 100 + random(5_000), 1 + random(3), {
      goods: item,
      category: food ? 'food' : 'standard',
    })
  })
}

function offersOf(random: Random): Offer[] {
  const off = (percent: number) => ({ kind: 'percent', rate_num: percent, rate_den: 100 }) as const
  const kinds: ((at: number) => Offer)[] = [
    (at) =>
      offer(`goods-${at}`, off(5 + random(40)), {
        of: { product_ids: Array.from({ length: 20 }, () => `product-${random(goods / 2)}`) },
        group: 'goods',
      }),
    (at) => offer(`brand-${at}`, off(5 + random(20)), { of: { brand_ids: [`brand-${random(20)}`] }, group: 'brand' }),
    (at) => offer(`bundle-${at}`, { kind: 'n_for_m', buy: 3, pay: 2 }, { of: category(random), group: 'bundle' }),
    (at) => offer(`mix-${at}`, { kind: 'mix', pieces: 3, yen: 1_000 }, { of: category(random), group: 'bundle' }),
    (at) =>
      offer(`set-${at}`, { kind: 'set', parts: [category(random), category(random)], yen: 3_000 }, { group: 'set' }),
    (at) =>
      offer(
        `basket-${at}`,
        { kind: 'yen', yen: 100 + random(900) },
        { when: { least_yen: 3_000 + random(30_000) }, group: 'basket' },
      ),
    (at) => offer(`coupon-${at}`, off(10), { when: { coupon: true }, group: 'coupon' }),
    (at) => offer(`evening-${at}`, off(20), { when: { hours: [{ from: '18:00', until: '20:00' }] } }),
    (at) =>
      offer(
        `points-${at}`,
        { kind: 'points', times_num: 2 + random(9), times_den: 1 },
        { of: category(random), group: 'points' },
      ),
    (at) => offer(`elsewhere-${at}`, off(30), { when: { place_ids: [`shop-${at}`] } }),
  ]
  return Array.from({ length: live }, (_, at) =>
    (kinds[at % kinds.length] as (at: number) => Offer)(Math.floor(at / kinds.length)),
  )
}

function category(random: Random): Selector {
  return { category_ids: Array.from({ length: 3 }, () => `category-${random(50)}`) }
}

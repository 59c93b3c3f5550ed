/**
 * The till's own pricing, run in a real browser, against the house's: the same to the yen, tax, points, lines and offers.
 * ENGAWA_BASKETS says how many baskets: 300 unless told otherwise, 10,000 is the full count.
 */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { setClock } from '../../src/core/time.ts'
import { decide } from '../../src/orders/decide.ts'
import { place } from '../../src/stores/stores.ts'
import type { Shop } from '../api/app.ts'
import { type Body, issue, launch, openOffering, rate, rule } from '../api/offering.ts'
import type { Taken, TillBasket } from '../till-pricing.ts'
import { openBrowser } from './open.ts'

const BASKETS = Number(process.env.ENGAWA_BASKETS ?? 300)
const AT_ONCE = 100
const noon = Date.parse('2026-06-15T03:00:00Z')

let shop: Shop
let browser: Browser
let page: Page
let facts: Body
let coupon: { code: string; offer_id: string }

before(async () => {
  setClock(() => noon)
  shop = await openOffering()
  await offers()
  const till = shop.as(shop.staff.clerk.token)
  const all = async (path: string) => (await till.get(path)).body
  const shown = await till.post('/v1/promotions/coupon-showings', { coupons: [coupon.code] })
  facts = {
    goods: (await all('/v1/catalog/till-goods?limit=500')).items,
    rules: (await all('/v1/catalog/tax-rules')).items,
    settings: await all('/v1/orders/settings'),
    offers: (await all('/v1/promotions/till-offers')).items,
    coupon: (shown.body.items as Body[])[0]?.offer,
    place_id: shop.shinjuku,
  }
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addScriptTag({ content: await bundle() })
  await page.evaluate((known) => (globalThis as unknown as { know(facts: unknown): void }).know(known), facts)
})
after(async () => {
  await browser?.close()
  setClock()
  await shop?.close()
})

// One of every kind, some of which are in each other's way.
async function offers(): Promise<void> {
  const [a, b, c, d] = Object.values(shop.variant) as [string, string, string, string]
  const any = { variant_ids: [a, b, c] }
  await launch('10%引き', rule(rate(10), { group: 'one', goods: any }))
  await launch('300円引き', rule({ kind: 'yen', yen: 300 }, { group: 'one', conditions: { least_yen: 3000 } }))
  await launch(
    '3点で1点無料',
    rule({ kind: 'n_for_m', buy: 3, pay: 2 }, { group: 'two', goods: { variant_ids: [b, d] } }),
  )
  await launch(
    'よりどり2点',
    rule({ kind: 'mix', pieces: 2, yen: 1000 }, { goods: { variant_ids: [a, d] }, priority: 1 }),
  )
  const parts = [{ variant_ids: [c] }, { variant_ids: [d] }]
  await launch('セット', rule({ kind: 'set', parts, yen: 2500 }, { group: 'two' }))
  await launch(
    'プレゼント',
    rule({ kind: 'gift', pieces: 1 }, { goods: { variant_ids: [c] }, conditions: { least_yen: 9000 } }),
  )
  await launch(
    'ポイント3倍',
    rule({ kind: 'points', times_num: 3, times_den: 1 }, { conditions: { weekdays: [6, 7] } }),
  )
  await launch('会員様5の日', rule(rate(7), { conditions: { members: true, month_days: [5, 15, 25] } }))
  await launch('夜市', rule(rate(25), { exclusive: true, conditions: { hours: [{ from: '19:00', until: '02:00' }] } }))
  await launch('夏だけ', rule({ kind: 'yen', yen: 77 }), {
    starts_at: '2026-05-31T15:00:00Z',
    ends_at: '2026-08-31T15:00:00Z',
  })
  await launch('世田谷店だけ', rule(rate(50), { conditions: { place_ids: [shop.setagaya] } }))
  const offer_id = await launch('クーポン', rule(rate(12), { group: 'one', conditions: { coupon: true } }))
  coupon = { offer_id, code: (await issue(offer_id, { code: 'ナツ2026' }))[0] as string }
}

// What the till's bundle prices by, as the browser gets it.
async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, '../till-pricing.ts')
  const lib = { entry, formats: ['iife' as const], name: 'till' }
  const made = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib } })
  const [first] = Array.isArray(made) ? made : [made]
  if (!first || !('output' in first)) throw new Error('nothing was built')
  return first.output.flatMap((part) => (part.type === 'chunk' ? part.code : [])).join('\n')
}

const basket = (variants: string[]): fc.Arbitrary<TillBasket> =>
  fc.record({
    lines: fc
      .subarray(variants, { minLength: 1, maxLength: 6 })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((variant_id) => fc.integer({ min: 1, max: 4 }).map((quantity) => ({ variant_id, quantity }))),
        ),
      ),
    at: fc
      .integer({ min: Date.parse('2026-02-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') })
      .map((ms) => new Date(ms).toISOString()),
    eat_in: fc.boolean(),
    member: fc.boolean(),
    coupon: fc.boolean(),
    points_yen: fc.constantFrom(0, 0, 1, 250),
    off: fc.constantFrom(null, null, { percent: 10 }, { percent: 33 }, { yen: 150 }),
  })

test(`${BASKETS} baskets are priced by the browser as by the house`, async () => {
  const variants = Object.values(shop.variant)
  const baskets = fc.sample(basket(variants), { numRuns: BASKETS, seed: 6 }).map((one) => ({
    ...one,
    points_yen: one.member ? one.points_yen : 0,
  }))
  const here = await place(shop.db, shop.shinjuku)
  const only = [...(facts.offers as { offer_id: string }[]).map(({ offer_id }) => offer_id)]
  let given = 0
  for (let from = 0; from < baskets.length; from += AT_ONCE) {
    const some = baskets.slice(from, from + AT_ONCE)
    const browsers = await page.evaluate(
      (asked) => (globalThis as unknown as { price(baskets: unknown): Taken[] }).price(asked),
      some,
    )
    for (const [at, one] of some.entries()) {
      const wish = {
        ...{ channel: 'till', way: 'carry' as const, place: here, sold_at: null, prefecture: null },
        supply_mode: one.eat_in ? 'eat_in' : 'take_away',
        lines: one.lines,
        points_used: one.points_yen,
        member: one.member,
        discounts: one.off ? [{ ...one.off, reason: 'display' }] : [],
        offers: { profile_ids: [], coupons: one.coupon ? [coupon.code] : [], only },
      }
      const { quote, redeems } = await decide(shop.db, wish, new Date(one.at))
      const house: Taken = {
        sums: [quote.total_yen, quote.discount_yen, quote.tax_yen, quote.points_earned, quote.paid_yen],
        lines: quote.lines.map(({ amount_yen, total_yen, paid_yen }) => [amount_yen, total_yen, paid_yen]),
        taxes: quote.taxes.map(({ rate_num, taxable_yen, tax_yen }) => [rate_num, taxable_yen, tax_yen]),
        offers: redeems.map(({ offer_id, discount_yen, points }) => [offer_id, discount_yen, points]),
      }
      assert.deepEqual(browsers[at], house, JSON.stringify(one))
      given += redeems.length
    }
  }
  assert.ok(given > BASKETS / 4, `${given} offers were given: too few to prove anything`)
})

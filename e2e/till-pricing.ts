/** The till's pricing as a page of its own: it is told what a till knows, and prices baskets. */
import { priced, type Terms } from '../apps/counter/offline/price.ts'
import { asPriced } from '../apps/counter/sale/discounts.ts'
import type { TillGood, TillOffer } from '../apps/kit/shapes.ts'

export type TillBasket = {
  lines: { variant_id: string; quantity: number }[]
  at: string
  eat_in: boolean
  member: boolean
  coupon: boolean
  points_yen: number
  off: { percent: number } | { yen: number } | null
}
/** What is compared: plain figures. */
export type Taken = {
  sums: number[]
  lines: number[][]
  taxes: number[][]
  offers: (string | number)[][]
}
type Known = Pick<Terms, 'rules' | 'settings' | 'offers' | 'place_id'> & { goods: TillGood[]; coupon: TillOffer }

let known: Known
const page = globalThis as unknown as { know(facts: Known): void; price(baskets: TillBasket[]): Taken[] }
page.know = (facts) => {
  known = facts
}
page.price = (baskets) => baskets.map(price)

function price({ lines: wanted, at, eat_in, member, coupon, points_yen, off }: TillBasket): Taken {
  const { goods, coupon: by_code, ...terms } = known
  const lines = wanted.map(({ variant_id, quantity }) => {
    const good = goods.find((each) => each.variant_id === variant_id) as TillGood
    return { variant_id, quantity, good }
  })
  const given = off && { id: '', variant_id: null, reason: 'display', ...unitOf(off) }
  const quote = priced(
    lines,
    {
      ...terms,
      offers: coupon ? [...terms.offers, by_code] : terms.offers,
      zone: 'Asia/Tokyo',
      way: 'carry',
      supply_mode: eat_in ? 'eat_in' : 'take_away',
    },
    at,
    { points_yen, member },
    given ? asPriced(lines, [given]) : [],
  )
  return {
    sums: [quote.total_yen, quote.discount_yen, quote.tax_yen, quote.points_earned, quote.paid_yen],
    lines: quote.lines.map(({ amount_yen, total_yen, paid_yen }) => [amount_yen, total_yen, paid_yen]),
    taxes: quote.taxes.map(({ rate_num, taxable_yen, tax_yen }) => [rate_num, taxable_yen, tax_yen]),
    offers: quote.offers.map(({ offer, yen, points }) => [offer.offer_id, yen, points]),
  }
}

const unitOf = (off: { percent: number } | { yen: number }) =>
  'yen' in off ? { unit: 'yen' as const, amount: off.yen } : { unit: 'percent' as const, amount: off.percent }

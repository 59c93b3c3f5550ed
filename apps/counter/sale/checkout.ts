import { keyed, newKey, take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { type Refused, refusalOf } from '../../kit/problem.ts'
import type { OfflineSale, Order, OrderSent } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { givenAs, type Said } from '../gifts/giving.ts'
import { isConnected, silent } from '../offline/connection.ts'
import type { Priced } from '../offline/price.ts'
import { keepPaper, takeBack, told, writeDown } from '../offline/queue.ts'
import { sendUnsent, whileAsked } from '../offline/send.ts'
import type { Paper } from '../offline/shapes.ts'
import type { AtTill } from '../till.ts'

import type { CouponOnSale } from './couponsOnSale.ts'
import { asSent } from './discounts.ts'
import type { Ties } from './sale.tsx'
import type { HandDiscount, Member, SaleLine, Yes } from './shapes.ts'
import type { AtTerminal, FromCard } from './tender.ts'

/** How long a customer is kept waiting for the house before the till goes on by itself. */
const PATIENCE_MS = 6000

export type Checkout = {
  till: AtTill
  lines: readonly SaleLine[]
  quote: Priced
  member: Member | null
  from_cart: boolean
  eat_in: boolean
  ties: Ties
  discounts: readonly HandDiscount[]
  yes: Yes | null
  coupons: readonly CouponOnSale[]
  /** Set when the pieces are given: what is said with them. */
  giving: Said | null
  points_used: number
  terminal: readonly AtTerminal[]
  cards: readonly FromCard[]
  cash_yen: number
  tendered_yen: number | null
}

/**
 * Sell. Money from hand to hand is written down on this device before anything else, under the name the house will know it
 * by too; then the house is asked. A clear no takes it back; no answer leaves it to be told later, and the customer goes home
 * with her receipt. What needs the house (points, gift cards, a coupon that is used once) is only ever asked.
 */
export async function checkOut(sale: Checkout, key: string): Promise<Paper> {
  if (needsHouse(sale)) return printed(await ask(sale, key), sale)
  const { queued, paper, device } = await writeDown(draftOf(sale))
  if (!isConnected()) return paper
  const name = `${device}:${queued.sale.receipt_number}`
  return whileAsked(queued.sequence, async () => {
    try {
      const order = await ask(sale, newKey(), { external_id: name }, AbortSignal.timeout(PATIENCE_MS))
      await told(queued, knownAs(order))
      return { ...printed(order, sale), number: paper.number }
    } catch (thrown) {
      const refused = refusalOf(thrown)
      if (unheard(refused)) {
        silent()
        return paper
      }
      // It was told before, by another window of this till.
      if (refused.code === 'orders.external_known') return paper
      await takeBack(queued)
      throw thrown
    }
  }).finally(() => void sendUnsent().catch(() => undefined))
}

// A server in trouble is no answer either: it may have booked the sale or not, and will say which when it is told.
const unheard = ({ status }: Refused) => status === 0 || status >= 500 || status === 429 || status === 401

async function ask(
  sale: Checkout,
  key: string,
  more: Partial<OrderSent> = {},
  signal: AbortSignal | null = null,
): Promise<Order> {
  const { member, points_used, till, giving } = sale
  const body: OrderSent = {
    way: 'carry',
    place_id: till.place.place_id,
    supply_mode: sale.eat_in ? 'eat_in' : 'take_away',
    lines: sale.lines.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
    expected_total_yen: sale.quote.total_yen,
    points_used,
    // What was given on this screen, and nothing unseen.
    offers: sale.quote.offers.map(({ offer }) => offer.offer_id),
    ...(used(sale).length > 0 ? { coupons: used(sale).map(({ code }) => code) } : {}),
    ...(member?.profile_id ? { profile_id: member.profile_id } : {}),
    ...(member?.scan_id && points_used > 0 ? { scan_id: member.scan_id } : {}),
    ...(sale.from_cart ? { cart: true } : {}),
    ...(sale.discounts.length > 0 ? { discounts: asSent(sale.lines, sale.discounts) } : {}),
    ...(sale.yes ? { approval_id: sale.yes.approval_id } : {}),
    ...(sale.ties.hold_id && !giving ? { hold_id: sale.ties.hold_id } : {}),
    ...(sale.ties.with_order_id ? { with_order_id: sale.ties.with_order_id } : {}),
    payments: [...byCard(sale), ...paymentsOf(sale)],
    ...more,
    ...(giving && (await givenAs(giving, sale.lines, member, key))),
  }
  // Gifts leave from where online orders do, whoever sold them.
  if (giving) {
    body.sold_place_id = till.place.place_id
    delete body.place_id
  }
  return take(api.POST('/v1/orders', { body, ...keyed(key), signal }))
}

// Only what really gives something: the house refuses a coupon that gives nothing, since she expects it to.
const used = ({ coupons }: Checkout) => coupons.filter(({ given }) => given !== null)

function needsHouse(sale: Checkout): boolean {
  return (
    sale.giving !== null ||
    sale.points_used > 0 ||
    sale.cards.length > 0 ||
    used(sale).some(({ shown }) => shown.needs_house)
  )
}

function byCard({ cards }: Checkout) {
  return cards.map(({ number, amount_yen }) => ({ method: 'gift_card' as const, number, amount_yen }))
}

function paymentsOf({ terminal, cash_yen, tendered_yen }: Checkout) {
  return [
    ...terminal.map((part) => ({ method: 'terminal' as const, ...part })),
    ...(cash_yen > 0
      ? [{ method: 'cash' as const, amount_yen: cash_yen, tendered_yen: tendered_yen ?? cash_yen }]
      : []),
  ]
}

function draftOf(sale: Checkout) {
  const { till, quote, member } = sale
  const occurred_at = nowIso()
  const told: Omit<OfflineSale, 'receipt_number'> = {
    occurred_at,
    staff_id: till.staff.staff_id,
    supply_mode: sale.eat_in ? 'eat_in' : 'take_away',
    lines: quote.lines.map((line) => ({
      variant_id: line.id,
      quantity: line.quantity,
      unit_yen: line.shown_unit_yen,
      amount_yen: line.amount_yen,
      discount_yen: line.discount_yen,
    })),
    payments: paymentsOf(sale),
    tax_yen: quote.tax_yen,
    ...(quote.offers.length > 0 ? { offers: quote.offers.map(toldOffer(quote)) } : {}),
    ...(sale.discounts.length > 0 ? { discounts: sale.discounts.flatMap(toldOff(quote)) } : {}),
    ...(sale.yes ? { approval_id: sale.yes.approval_id } : {}),
    ...(member?.code ? { member_code: member.code } : {}),
  }
  const paper: Omit<Paper, 'number'> = {
    ...heading(sale),
    placed_at: occurred_at,
    order_id: null,
    points_earned: 0,
    points_used: 0,
    earns_later: member?.code !== undefined,
    total_yen: quote.total_yen,
    discount_yen: quote.discount_yen,
    discounts: [...sale.quote.offers.flatMap(namedOffer(quote)), ...sale.discounts.flatMap(namedOff(sale))],
    taxes: quote.taxes,
    lines: quote.lines.map((line, at) => ({
      line_no: at + 1,
      name: sale.lines[at]?.good.name ?? '',
      quantity: line.quantity,
      unit_yen: line.shown_unit_yen,
      amount_yen: line.total_yen,
      discount_yen: line.discount_yen,
      reduced: line.reduced,
      rate_num: line.rate_num,
      rate_den: line.rate_den,
    })),
    payments: paymentsOf(sale).map((payment) => ({
      method: payment.method,
      amount_yen: payment.amount_yen,
      tendered_yen: 'tendered_yen' in payment ? payment.tendered_yen : null,
      change_yen: 'tendered_yen' in payment ? payment.tendered_yen - payment.amount_yen : 0,
    })),
  }
  return { place_id: till.place.place_id, sale: told, paper }
}

// One discount with its part of every line; one that came to nothing is none.
const toldOff =
  ({ discount_parts }: Priced) =>
  ({ reason, unit, amount }: HandDiscount, at: number) => {
    const lines = (discount_parts[at] ?? []).flatMap((yen, line) => (yen > 0 ? [{ line_no: line + 1, yen }] : []))
    return lines.length > 0 ? [{ reason, ...(unit === 'percent' ? { percent: amount } : {}), lines }] : []
  }
const namedOff =
  ({ quote, till }: Checkout) =>
  (discount: HandDiscount, at: number) => {
    const known = till.terms.settings.discounts.reasons.find(({ code }) => code === discount.reason)
    return toldOff(quote)(discount, at).map(({ reason, lines }) => ({
      name: known?.ja ?? reason,
      name_en: known?.en ?? null,
      lines,
    }))
  }

// An offer with its part of every line.
const toldOffer =
  ({ lines }: Priced) =>
  ({ offer: { offer_id }, lines: parts }: Priced['offers'][number]) => ({
    offer_id,
    lines: parts.map(({ id, yen }) => ({ line_no: lines.findIndex((line) => line.id === id) + 1, yen })),
  })
const namedOffer = (quote: Priced) => (given: Priced['offers'][number]) => {
  const { name, name_en } = given.offer
  const lines = toldOffer(quote)(given).lines.filter(({ yen }) => yen > 0)
  return lines.length > 0 ? [{ name, name_en, lines }] : []
}

function printed(order: Order, sale: Checkout): Paper {
  const paper = paperOf(order, sale.till.staff.display_name)
  if (needsHouse(sale)) void keepPaper(paper)
  return paper
}

/** An order as it is printed. */
export function paperOf(order: Order, staff_name: string): Paper {
  return { ...order, order_id: order.order_id, staff_name, earns_later: false }
}

const heading = ({ till }: Checkout) => ({
  place_id: till.place.place_id,
  staff_id: till.staff.staff_id,
  staff_name: till.staff.display_name,
})
const knownAs = ({ order_id, points_earned }: Order): Partial<Paper> => ({
  order_id,
  points_earned,
  earns_later: false,
})

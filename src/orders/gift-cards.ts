/** Gift cards in orders: sold by orders of their own, untaxed and without offers or points; and paying for any other. */
import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import { businessDate } from '#core/time'
import { type Card, cardBehind, needMoney, needValues } from '#gifts/gifts'
import { programme } from '#loyalty/loyalty'
import { type Decision, decide, type Wish } from '#orders/decide'
import type { OrderInput, QuoteInput } from '#orders/input'
import { currentTerms } from '#orders/terms'
import { quote } from '#pricing/receipt'

const category = 'gift_card'
const name = 'ギフトカード'
// To hand over a means of payment is no taxable supply, whatever the year (消費税法 別表第二 四ハ): no rate that a retailer could choose.
const untaxed = { category, supply_mode: '*', rate_num: 0, rate_den: 100, valid_from: '1989-04-01', valid_to: null }

/** Refuse whatever would touch the price of a card, or go with it: cards are sold alone. */
export function cardsAlone(input: Omit<QuoteInput, 'way'> & { way: string }): void {
  const { way, gift_cards, lines, cart, coupons, discounts, account_id } = input
  if (way !== 'gift_card' && !gift_cards) return
  const other =
    (way !== 'gift_card' && 'gift_cards') ||
    (!gift_cards && 'gift_cards') ||
    (lines && 'lines') ||
    (cart && 'cart') ||
    (coupons?.length && 'coupons') ||
    (discounts?.length && 'discounts') ||
    (account_id && 'account_id')
  if (!other) return
  refuse(
    'orders.gift_cards_alone',
    422,
    'ギフトカードは、ほかの商品や割引とは別にお求めください。',
    'Gift cards are bought by themselves: without goods, coupons, discounts or an account.',
    { field: other },
  )
}

/** As `decide`, of goods or of gift cards. */
export function decideAny(db: Db, wish: Wish, now: Date): Promise<Decision> {
  return wish.gift_cards ? decideCards(db, wish, wish.gift_cards, now) : decide(db, wish, now)
}

// Their value, untaxed; nothing is taken off, and nobody earns points.
async function decideCards(db: Db, wish: Wish, cards: readonly { value_yen: number }[], now: Date): Promise<Decision> {
  await needValues(
    db,
    cards.map(({ value_yen }) => value_yen),
  )
  await needMoney(db, { points: wish.points_used > 0, cards: false })
  const { rounding } = await currentTerms(db)
  const { expiry_days } = await programme(db)
  const business_date = businessDate(now, wish.place.time_zone, wish.place.cutover)
  const wants = cards.map(({ value_yen }, at) => ({
    id: String(at),
    unit_yen: value_yen,
    tax_included: true,
    quantity: 1,
    category,
    supply_mode: wish.supply_mode,
  }))
  if (wish.points_used > cards.reduce((sum, { value_yen }) => sum + value_yen, 0))
    refuse('orders.not_priced', 422, '金額を計算できませんでした。', 'The order could not be priced.', {
      field: 'points_used',
    })
  // Points never lower what a card is worth: they can only pay.
  const options = { date: business_date, rounding, points_as: 'payment' as const, points_yen: wish.points_used }
  const result = quote(wants, [untaxed], options)
  return {
    lines: result.lines.map((line, at) => ({
      line_no: at + 1,
      variant_id: null,
      gtin: null,
      name,
      quantity: 1,
      unit_yen: line.shown_unit_yen,
      tax_included: true,
      discount_yen: 0,
      amount_yen: line.total_yen,
      tax_category: category,
      rate_num: line.rate_num,
      rate_den: line.rate_den,
      reduced: false,
      made: true,
    })),
    quote: result,
    business_date,
    delivery_yen: 0,
    expiry_days,
    offering: null,
    offered: [],
    redeems: [],
    refused: () => [],
    by_hand: [],
    price_ids: [],
    variant_ids: [],
  }
}

/** The gift cards an order is to be paid with, each in the place of its payment. Refuses numbers that open nothing, and cards whose time is over. */
export async function payingCards(
  db: Db,
  { way, payments = [] }: Pick<OrderInput, 'way' | 'payments'>,
): Promise<(Card | undefined)[]> {
  const asked = payments.filter(({ method }) => method === 'gift_card')
  if (asked.length === 0) return []
  if (way === 'gift_card') await needMoney(db, { points: false, cards: true })
  const found: (Card | undefined)[] = []
  for (const [at, { method, number }] of payments.entries()) {
    if (method !== 'gift_card') {
      found.push(undefined)
      continue
    }
    const field = `payments.${at}.number`
    const card = await cardBehind(
      db,
      number ??
        refuse(
          'orders.gift_card_number',
          422,
          'ギフトカードの番号を入力してください。',
          'Give the gift card’s number.',
          {
            field,
          },
        ),
      field,
    )
    if (card.state === 'expired')
      refuse('gifts.card_expired', 410, 'このギフトカードは有効期限が過ぎています。', 'This gift card has expired.', {
        field,
      })
    found.push(card)
  }
  return found
}

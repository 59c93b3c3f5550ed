/**
 * Gift cards: value paid for before anything is bought with it.
 *
 * Always true:
 * - what a card holds is what the ledger says (unit `gift`, under the card's id): sold, paid with, given back, expired, void;
 * - a card never pays more than it holds, however many pay with it at once;
 * - what is stored of its number is a keyed hash and the last four letters;
 * - when it ends was fixed when it was sold, within six months unless the retailer is registered (資金決済法).
 */
import { type Static, Type } from 'typebox'
import { needPlace } from '#access/access'
import type { Actor } from '#core/actor'
import { type Db, one, only, rows, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { Problem, refuse, wording } from '#core/problem'
import { setting } from '#core/settings'
import { addDays, clock, instant, local } from '#core/time'
import { hashOfNumber, numberOf } from '#gifts/card-number'
import { cardTerms } from '#gifts/card-settings'
import { readCardNumber } from '#pricing/card-number'
import { businessDateAt, type Place, place } from '#stores/stores'

wording({
  'gifts.card_unknown': {
    ja: 'このギフトカードはご利用いただけません。番号をご確認ください。',
    en: 'There is no such gift card; please check its number.',
  },
  'gifts.card_expired': {
    ja: 'このギフトカードは有効期限が過ぎています。',
    en: 'This gift card has expired.',
  },
  'gifts.card_short': {
    ja: 'ギフトカードの残高が足りません。',
    en: 'The gift card does not hold as much.',
  },
  'gifts.card_used': {
    ja: 'このギフトカードは一部が使われているため、返品できません。',
    en: 'Something was paid with this gift card already: it cannot be returned.',
  },
  'gifts.card_paying': {
    ja: 'このギフトカードでお支払いの確認中です。少し待ってからもう一度お試しください。',
    en: 'A payment with this gift card is being confirmed; please try again shortly.',
  },
})

/** Numbers are not to be found by trying. What was right does not count, but a whole shop may pay at once behind one address. */
export const cardGuess = {
  name: 'gift card',
  most: 60,
  most_address: 60,
  window_seconds: 900,
  lock_seconds: 900,
  wrong: ['gifts.card_unknown'],
}

/** A card as the house knows it. */
export type Card = {
  card_id: string
  /** open, expired; `void` and `waiting` are known to staff only. */
  state: string
  value_yen: number
  balance_yen: number
  held_yen: number
  last_four: string
  place_id: string
  issued_at: string
  expires_at: string
}
/** As `gifts.add_cards` wants them. */
export type SoldCards = {
  place_id: string
  business_date: string
  expires_at: string
  cards: { card_id: string; line_no: number; value_yen: number; number_hash: string; last_four: string }[]
}

const columns = sql`card_id, state, value_yen, balance_yen, held_yen, last_four, place_id, issued_at, expires_at`

/** The card behind a number, whatever its state. Refuses 422 what is no number, 404 what opens nothing. */
export async function lookUp(db: Db, typed: string, field = 'number'): Promise<Card> {
  const number = readCardNumber(typed)
  if (!number)
    return refuse(
      'gifts.card_number',
      422,
      'ギフトカードの番号が正しくありません。',
      'This is no gift card number: please check it.',
      { field },
    )
  const found = await one<Card>(
    db,
    sql`select ${columns} from gifts.card_behind(${hashOfNumber(number)}, ${clock.iso()})`,
  )
  return found ?? unknown(field)
}

/** The card behind a number as whoever holds it may know it: one that is void is answered as one that never was. */
export async function cardBehind(db: Db, typed: string, field?: string): Promise<Card> {
  const card = await lookUp(db, typed, field)
  return card.state === 'open' || card.state === 'expired' ? card : unknown(field)
}

function unknown(field = 'number'): never {
  throw Problem.ofCode('gifts.card_unknown', 404, { field })
}

/** Refuse values a card cannot have. */
export async function needValues(db: Db, values: readonly number[]): Promise<void> {
  const { least_yen, most_yen } = await setting(db, cardTerms)
  const at = values.findIndex((yen) => yen < least_yen || yen > most_yen)
  if (at < 0) return
  refuse(
    'gifts.card_value',
    422,
    `ギフトカードの金額は${least_yen.toLocaleString('en')}円から${most_yen.toLocaleString('en')}円までです。`,
    `A gift card is worth ¥${least_yen.toLocaleString('en')} to ¥${most_yen.toLocaleString('en')}.`,
    { field: `gift_cards.${at}.value_yen`, least_yen, most_yen },
  )
}

/** Refuse to sell cards for points or for other cards, unless the retailer lets them. */
export async function needMoney(db: Db, paid: { points: boolean; cards: boolean }): Promise<void> {
  const { for_points, for_cards } = await setting(db, cardTerms)
  if (paid.points && !for_points)
    refuse(
      'gifts.card_for_points',
      422,
      'ギフトカードの購入にポイントはお使いいただけません。',
      'Gift cards cannot be bought with points.',
      { field: 'points_used' },
    )
  if (paid.cards && !for_cards)
    refuse(
      'gifts.card_for_card',
      422,
      'ギフトカードの購入にギフトカードはお使いいただけません。',
      'Gift cards cannot be bought with gift cards.',
      { field: 'payments' },
    )
}

/** Prepare the cards an order sells, a line each: numbers made, and when they end fixed for good. */
export async function soldCards(
  db: Db,
  lines: readonly { line_no: number; amount_yen: number }[],
  where: Place,
  now: Date,
): Promise<SoldCards> {
  const { valid_days } = await setting(db, cardTerms)
  const { date } = local(now, where.time_zone)
  return {
    place_id: where.place_id,
    business_date: businessDateAt(where, now),
    // Exclusive: the whole of the last day counts, where the shop is.
    expires_at: instant(addDays(date, valid_days), '00:00', where.time_zone).toISOString(),
    cards: lines.map(({ line_no, amount_yen }) => {
      const card_id = id()
      const number = numberOf(card_id)
      return {
        card_id,
        line_no,
        value_yen: amount_yen,
        number_hash: hashOfNumber(number).toString('hex'),
        last_four: number.slice(-4),
      }
    }),
  }
}

export const SoldCard = Type.Object({
  card_id: Type.String({ format: 'uuid' }),
  line_no: Type.Integer(),
  state: Type.String({ description: 'waiting, open, expired, void.' }),
  value_yen: Type.Integer(),
  balance_yen: Type.Integer(),
  number: Type.Union([
    Type.String({
      description: 'To print or pass on; told to whoever bought it, and at the till right after the sale.',
    }),
    Type.Null(),
  ]),
  last_four: Type.String(),
  expires_at: Type.String({ format: 'date-time' }),
})
export type SoldCard = Static<typeof SoldCard>

// Long enough to print it twice; after that a clerk has no business with the number of a customer's money.
const at_till_ms = 30 * 60_000

/** The cards an order sold. Their numbers are told to whoever bought them; to staff only right after the sale, to print them. */
export async function cardsOf(tx: Tx, actor: Actor, profile_id: string, order_id: string): Promise<SoldCard[]> {
  const now = clock.now()
  const found = await rows<Omit<SoldCard, 'number'> & { issued_at: string }>(
    tx,
    sql`select card_id, line_no, state, value_yen, balance_yen, last_four, issued_at, expires_at
        from gifts.cards_of(${profile_id}, ${order_id}, ${now.toISOString()}) order by line_no`,
  )
  const hers = actor.kind === 'member' || actor.kind === 'visitor'
  return found.map(({ issued_at, ...card }) => {
    const told = card.state === 'open' && (hers || now.getTime() - Date.parse(issued_at) < at_till_ms)
    return { ...card, number: told ? numberOf(card.card_id) : null }
  })
}

/** Declare a card void, for a reason; what it held is gone. A repeat changes nothing. Returns what it held, and whose purchase it was. */
export async function voidCard(
  tx: Tx,
  actor: Actor,
  card_id: string,
  reason: string,
): Promise<{ yen: number; profile_id: string }> {
  const { place_id, profile_id } =
    (await one<{ place_id: string; profile_id: string }>(
      tx,
      sql`select place_id, profile_id from gifts.card where card_id = ${card_id}`,
    )) ?? unknown('card_id')
  needPlace(actor, place_id)
  const now = clock.now()
  const where = await place(tx, place_id)
  const { yen } = await only<{ yen: number | null }>(
    tx,
    sql`select gifts.void_card(${card_id}, ${reason}, false, ${place_id}, ${businessDateAt(where, now)}, ${now.toISOString()}, ${actor.kind}, ${actor.id}) as yen`,
  )
  return { yen: yen ?? 0, profile_id }
}

/** The sale of these lines comes back: their cards are void. Refuses 409 when anything was paid with one of them. */
export async function voidSold(
  tx: Tx,
  actor: Actor,
  sold: { profile_id: string; order_id: string; line_nos: readonly number[] },
  where: Place,
): Promise<void> {
  const now = clock.now()
  await only(
    tx,
    sql`select gifts.void_sold(${sold.profile_id}, ${sold.order_id}, ${sold.line_nos}::smallint[], ${where.place_id},
          ${businessDateAt(where, now)}, ${now.toISOString()}, ${actor.kind}, ${actor.id}) as done`,
  )
}

export const Owed = Type.Object({
  month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }),
  cards: Type.Integer(),
  sold_yen: Type.Integer(),
  redeemed_yen: Type.Integer({ description: 'Paid with, less what came back to the cards.' }),
  expired_yen: Type.Integer(),
  void_yen: Type.Integer(),
  held_yen: Type.Integer({ description: 'Of the outstanding: set aside for orders whose other money is awaited.' }),
  outstanding_yen: Type.Integer(),
})

/** What was owed on gift cards at a moment, by the month they were sold in (未使用残高). */
export function liability(db: Db, at: string): Promise<Static<typeof Owed>[]> {
  return rows(
    db,
    sql`select month, cards, sold_yen, redeemed_yen, expired_yen, void_yen, held_yen, outstanding_yen from gifts.card_liability(${at})`,
  )
}

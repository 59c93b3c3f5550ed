/**
 * Stamp cards: a stamp for each purchase that is hers by now, and a ticket when a card is full. Stamps are a unit of the ledger
 * as points are, so a returned purchase takes its stamp back; a ticket is a coupon of an offer.
 */
import { type Static, Type } from 'typebox'
import { emit } from '#activity/activity'
import { system } from '#core/actor'
import { type Db, only, rows, run, sql, type Tx } from '#core/database'
import { hashId } from '#core/id'
import { type Message, refuse } from '#core/problem'
import { declare, setting, settingNow } from '#core/settings'
import { businessDate, clock } from '#core/time'
import { deserved, type Purchase } from '#loyalty/bonus-rules'
import { needOwnKeys } from '#loyalty/own-keys'
import { expiryOf } from '#loyalty/programme'
import { issueCoupons, offer } from '#promotions/promotions'

const Card = Type.Object(
  {
    /** What the ledger calls it, for ever. */
    key: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' }),
    name: Type.Object(
      { ja: Type.String({ minLength: 1, maxLength: 40 }), en: Type.String({ minLength: 1, maxLength: 60 }) },
      { additionalProperties: false },
    ),
    /** Stamps that fill it. */
    needs: Type.Integer({ minimum: 2, maximum: 100 }),
    /** Days a stamp is good for. */
    days: Type.Integer({ minimum: 1, maximum: 3_650 }),
    at_least_yen: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
    places: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500 })),
    channels: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z_]{1,30}$' }), { minItems: 1, maxItems: 20 })),
    /** The offer whose coupon she gets for a full card, and how many days it is good for. */
    offer_id: Type.String({ format: 'uuid' }),
    ticket_days: Type.Integer({ minimum: 1, maximum: 3_650 }),
  },
  { additionalProperties: false },
)
export type StampCard = Static<typeof Card>

export const stampCards = declare({
  key: 'loyalty.stamp_cards',
  schema: Type.Array(Card, { maxItems: 20 }),
  usual: [] as StampCard[],
  title: { ja: 'スタンプカード', en: 'Stamp cards' },
  about: {
    ja: 'お買い上げ（お渡し）一回につきスタンプを一つ。たまると、選んだ特典のクーポンを自動でお渡しします。',
    en: 'One stamp for each purchase that was handed over. A full card becomes a coupon of the offer named.',
  },
  check: async (tx, cards) => {
    needOwnKeys(cards)
    for (const { offer_id } of cards)
      if (!(await offer(tx, offer_id)).rule.conditions.coupon)
        refuse(
          'loyalty.stamp_offer',
          422,
          'クーポンで使う特典を選んでください。',
          'Choose an offer that is used by coupon.',
          {
            field: 'value',
            offer_id,
          },
        )
  },
})

/** The unit in which the ledger keeps a card's stamps. */
export function unitOf({ key }: Pick<StampCard, 'key'>): string {
  return `stamps:${key}`
}

/** The card of this key; refuses 404 when there is none. */
export async function stampCard(tx: Tx, key: string): Promise<StampCard> {
  return (
    (await settingNow(tx, stampCards)).find((card) => card.key === key) ??
    refuse('loyalty.no_stamp_card', 404, 'このスタンプカードはありません。', 'There is no such stamp card.', {
      field: 'stamp_card',
    })
  )
}

/** A purchase as a card sees it: one stamp or none. */
export function stampsFor(card: StampCard, purchase: Purchase): number {
  const { at_least_yen = 1, key, name, places, channels } = card
  const rule = {
    kind: 'spend' as const,
    key,
    name,
    points: 1,
    at_least_yen,
    ...(places && { places }),
    ...(channels && { channels }),
  }
  return deserved(rule, purchase).points
}

/** Turn full cards into tickets, as long as there are any; while the offer is not live the stamps stay. */
export async function fill(
  tx: Tx,
  card: StampCard,
  profile_id: string,
  profile_ids: readonly string[],
  cause: string,
): Promise<void> {
  for (let turn = 0; ; turn++) {
    if ((await held(tx, card, profile_ids)) < card.needs || (await offer(tx, card.offer_id)).state !== 'live') return
    const now = clock.now()
    const ticket_id = hashId('loyalty.ticket', card.key, cause, turn)
    const expires_at = expiryOf(now, card.ticket_days)
    await run(
      tx,
      sql`select loyalty.draw(${profile_id}, ${profile_ids}::uuid[], ${unitOf(card)}, ${card.needs}, 'use', ${ticket_id}, ${ticket_id}, null, ${businessDate(now)},
            ${now.toISOString()}, ${expires_at}, 'system', 'engawa')`,
    )
    const [coupon] = await issueCoupons(tx, system, card.offer_id, { profile_ids: [profile_id], expires_at })
    await emit(tx, {
      type: 'stamps.card_full',
      profile_id,
      source: 'loyalty',
      message_id: ticket_id,
      subject_kind: 'coupon',
      ...(coupon && { subject_id: coupon.coupon_id }),
      payload: { rule: card.key, points: card.needs },
    })
  }
}

async function held(db: Db, card: StampCard, profile_ids: readonly string[]): Promise<number> {
  const { stamps } = await only<{ stamps: number }>(
    db,
    sql`select coalesce(sum(remaining), 0)::bigint as stamps from loyalty.lot
        where profile_id = any (${profile_ids}::uuid[]) and unit = ${unitOf(card)} and state = 'available' and expires_at > ${clock.iso()}`,
  )
  return stamps
}

export type CardView = { key: string; name: Message; stamps: number; needs: number; next_expiry: string | null }

/** A customer's stamp cards: every card the retailer has, with what she has on it and when the first of them ends. */
export async function cardsOf(db: Db, profile_ids: readonly string[]): Promise<CardView[]> {
  const cards = await setting(db, stampCards)
  if (cards.length === 0) return []
  const found = await rows<{ unit: string; stamps: number; next_expiry: string }>(
    db,
    sql`select unit, sum(remaining)::bigint as stamps, min(expires_at) as next_expiry from loyalty.lot
        where profile_id = any (${profile_ids}::uuid[]) and unit = any (${cards.map(unitOf)}) and state = 'available' and remaining > 0
          and expires_at > ${clock.iso()} group by unit`,
  )
  const by_unit = new Map(found.map((row) => [row.unit, row]))
  return cards.map((card) => {
    const mine = by_unit.get(unitOf(card))
    return {
      key: card.key,
      name: card.name,
      needs: card.needs,
      stamps: mine?.stamps ?? 0,
      next_expiry: mine?.next_expiry ?? null,
    }
  })
}

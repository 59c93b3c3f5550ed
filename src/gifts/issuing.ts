/** Gifts as they will be written with their order. */
import { type Static, Type } from 'typebox'
import type { Db } from '#core/database'
import { id } from '#core/id'
import { setting } from '#core/settings'
import { addDays, instant, local } from '#core/time'
import { seal } from '#customers/customers'
import { hashOf, tokenOf } from '#gifts/link'
import { giftTerms } from '#gifts/settings'
import type { Place } from '#stores/stores'

/** What the giver says of one gift. */
export const GiftInput = Type.Object(
  {
    from: Type.Optional(
      Type.String({ minLength: 1, maxLength: 40, description: 'Her name as its recipient shall read it.' }),
    ),
    message: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    tell: Type.Optional(Type.Boolean({ description: 'Mail her when it was received.' })),
    choices: Type.Optional(
      Type.Array(Type.String({ format: 'uuid' }), {
        maxItems: 49,
        description: 'Variants its recipient may take instead: each at the same price and tax as the one bought.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type GiftInput = Static<typeof GiftInput>

/** One piece of a gift order. */
export type Piece = { line_no: number; variant_id: string } & GiftInput
/** As `gifts.set_aside` wants them. */
export type SetAside = {
  place_id: string
  remind_at: string
  expires_at: string
  own_until: string
  gifts: Record<string, unknown>[]
}

/** Prepare the gifts of an order: links made, words sealed under their giver's key, and when each ends fixed for good. */
export async function asideOf(
  db: Db,
  profile_id: string,
  pieces: readonly Piece[],
  where: Place,
  now: Date,
): Promise<SetAside> {
  const { valid_days, own_days, remind_days } = await setting(db, giftTerms)
  const { date } = local(now, where.time_zone)
  // Exclusive: the whole of the last day counts, where the shop is.
  const midnight = (days: number) => instant(addDays(date, days), '00:00', where.time_zone).toISOString()
  const gifts = await Promise.all(
    pieces.map(async ({ line_no, variant_id, from, message, tell = false, choices = [] }, at) => {
      const gift_id = id()
      const words = from || message ? await seal(db, profile_id, { from, message }) : null
      return {
        gift_id,
        hold_id: id(),
        line_no,
        seq: at + 1,
        tell,
        variant_id,
        choices: `{${[...new Set([variant_id, ...choices])].join()}}`,
        token_hash: hashOf(tokenOf(gift_id)).toString('hex'),
        sealed: words?.toString('base64') ?? null,
      }
    }),
  )
  return {
    place_id: where.place_id,
    remind_at: new Date(now.getTime() + remind_days * 86_400_000).toISOString(),
    expires_at: midnight(valid_days),
    own_until: midnight(valid_days + own_days),
    gifts,
  }
}

/** What whoever holds a link sees of a gift: the goods and the words. Neither what was paid, nor by whom beyond the name she wrote. */
import { type Static, Type } from 'typebox'
import { brands, sellables } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { type Db, one, sql } from '#core/database'
import { clock } from '#core/time'
import { behind, wordsOf } from '#gifts/receiving'

const Id = Type.String({ format: 'uuid' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])
const Named = Type.Object({ name: Type.String(), name_en: TextOrNull })

export const OpenedGift = Type.Object({
  state: Type.String({ description: 'open, claimed, expired.' }),
  yours: Type.Boolean({ description: 'The caller gave it: once expired it is hers to use.' }),
  may_receive: Type.Boolean(),
  order_id: Type.Union([
    Type.String({ format: 'uuid', description: 'The order it became, when the caller received it.' }),
    Type.Null(),
  ]),
  from: TextOrNull,
  message: TextOrNull,
  brand: Type.Union([Named, Type.Null()]),
  goods: Type.Array(
    Type.Object({
      variant_id: Id,
      name: Type.String(),
      name_en: TextOrNull,
      options: Type.Record(Type.String(), Type.String()),
      picture_id: Type.Union([Id, Type.Null()]),
    }),
    { description: 'What was bought, then what may be taken instead. None once somebody else has received it.' },
  ),
  expires_at: Type.String({ format: 'date-time' }),
  own_until: Type.String({ format: 'date-time' }),
})
export type OpenedGift = Static<typeof OpenedGift>

/** Open a gift by its link. Refuses 404 when there is none. */
export async function opened(db: Db, actor: Actor, token: string): Promise<OpenedGift> {
  const gift = await behind(db, token)
  const now = clock.iso()
  const yours = actor.profile_ids?.includes(gift.profile_id) ?? false
  const order_id = await receivedAs(db, gift.gift_id)
  const state = gift.state === 'open' && gift.expires_at <= now ? 'expired' : gift.state
  const may_receive = state === 'open' || (state === 'expired' && yours && now < gift.own_until)
  const told = { state, yours, may_receive, order_id, expires_at: gift.expires_at, own_until: gift.own_until }
  if (!may_receive && !order_id) return { ...told, from: null, message: null, brand: null, goods: [] }
  const { from = null, message = null } = await wordsOf(db, gift)
  const known = await sellables(db, { variant_ids: gift.choices })
  const items = gift.choices.flatMap((variant_id) => known.get(variant_id) ?? [])
  const brand_id = items[0]?.brand_id
  const brand = brand_id ? (await brands(db)).find((one_of) => one_of.brand_id === brand_id) : undefined
  return {
    ...told,
    from,
    message,
    brand: brand ? { name: brand.name, name_en: brand.name_en } : null,
    goods: items.map(({ variant_id, name, name_en, options, picture_id }) => ({
      variant_id,
      name,
      name_en,
      options,
      picture_id,
    })),
  }
}

// Row policies decide: only her own receipts are seen here.
async function receivedAs(db: Db, gift_id: string): Promise<string | null> {
  const found = await one<{ order_id: string }>(db, sql`select order_id from gifts.claim where gift_id = ${gift_id}`)
  return found?.order_id ?? null
}

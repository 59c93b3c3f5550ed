/** Gifts as their giver sees them, and whoever looks at her order: received or not, never by whom. */
import { type Static, Type } from 'typebox'
import { sellables } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { type Db, only, rows, sql } from '#core/database'
import { refuse } from '#core/problem'
import { tokenOf } from '#gifts/link'
import { type Words, wordsOf } from '#gifts/receiving'

const Id = Type.String({ format: 'uuid' })
const OrNull = (description: string) => Type.Union([Type.String({ description }), Type.Null()])
const at = Type.String({ format: 'date-time' })

export const GiftView = Type.Object({
  gift_id: Id,
  order_id: Id,
  line_no: Type.Integer(),
  seq: Type.Integer({ description: 'Which piece of its order.' }),
  state: Type.String({ description: 'waiting (for its money), open, claimed (受取済), expired, cancelled.' }),
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  picture_id: Type.Union([Id, Type.Null()]),
  choices: Type.Integer({ description: 'From how many goods its recipient may choose.' }),
  from: OrNull('Her name as she wrote it; told to her alone.'),
  message: OrNull('Told to her alone.'),
  printed: Type.Integer({ description: 'How often its card was printed.' }),
  tell: Type.Boolean({ description: 'Its giver is told by mail when it was received.' }),
  token: OrNull('What its link says after `#`: told to its giver alone, while it can be received.'),
  issued_at: at,
  expires_at: Type.String({ format: 'date-time', description: 'From then on it cannot be received.' }),
  reminded: Type.Boolean({ description: 'Its giver was reminded that nobody has received it yet.' }),
  own_until: Type.String({
    format: 'date-time',
    description: 'Until then its giver may use it herself; then its money goes back.',
  }),
})
export type GiftView = Static<typeof GiftView>
type Row = Omit<GiftView, 'name' | 'name_en' | 'picture_id' | 'from' | 'message' | 'token'> & {
  profile_id: string
  variant_id: string
  link_no: number
  sealed: Buffer | null
}

const shown = sql`profile_id, gift_id, order_id, line_no, seq, state, variant_id, cardinality(choices) as choices, sealed, link_no, printed, tell, issued_at, reminded_at is not null as reminded, expires_at, own_until`

/** Gifts of these profiles, the last bought first. */
export async function giftsFor(
  db: Db,
  actor: Actor,
  profile_ids: readonly string[],
  before: string | null,
  limit: number,
): Promise<GiftView[]> {
  const found = await rows<Row>(
    db,
    sql`select ${shown} from gifts.gift where profile_id = any (${profile_ids}::uuid[]) and (${before}::uuid is null or gift_id < ${before})
        order by gift_id desc limit ${limit}`,
  )
  return viewsOf(db, actor, found)
}

/** The gifts of an order, piece by piece. */
export async function giftsIn(db: Db, actor: Actor, profile_id: string, order_id: string): Promise<GiftView[]> {
  const found = await rows<Row>(
    db,
    sql`select ${shown} from gifts.gift where profile_id = ${profile_id} and order_id = ${order_id} order by seq`,
  )
  return viewsOf(db, actor, found)
}

/** One gift of an order; refuses 404 when it has no such gift. */
export async function giftOf(db: Db, actor: Actor, profile_id: string, order_id: string, gift_id: string) {
  const found = await rows<Row>(
    db,
    sql`select ${shown} from gifts.gift where profile_id = ${profile_id} and order_id = ${order_id} and gift_id = ${gift_id}`,
  )
  const [view] = await viewsOf(db, actor, found)
  return view ?? refuse('gifts.not_found', 404, 'このギフトは見つかりません。', 'There is no such gift.', { gift_id })
}

async function viewsOf(db: Db, actor: Actor, found: readonly Row[]): Promise<GiftView[]> {
  const goods = await sellables(db, { variant_ids: found.map(({ variant_id }) => variant_id) })
  const views: GiftView[] = []
  for (const { profile_id, variant_id, sealed, link_no, ...row } of found) {
    const item = goods.get(variant_id)
    const hers = actor.profile_ids?.includes(profile_id) ?? false
    const words: Words = hers ? await wordsOf(db, { profile_id, sealed }) : {}
    views.push({
      ...row,
      name: item?.name ?? '',
      name_en: item?.name_en ?? null,
      picture_id: item?.picture_id ?? null,
      from: words.from ?? null,
      message: words.message ?? null,
      token: hers && (row.state === 'open' || row.state === 'expired') ? tokenOf(row.gift_id, link_no) : null,
    })
  }
  return views
}

/** How many gifts of these profiles still wait to be received, or for their money to go back. */
export async function unclaimed(db: Db, profile_ids: readonly string[]): Promise<number> {
  const { left } = await only<{ left: number }>(
    db,
    sql`select count(*)::integer as left from gifts.gift where profile_id = any (${profile_ids}::uuid[]) and state in ('waiting', 'open', 'expired')`,
  )
  return left
}

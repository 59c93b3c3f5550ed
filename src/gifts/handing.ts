/** The card of a gift as a clerk hands it over: printed, or as a link on the giver's phone. Each time is told on her timeline. */
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, rows, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { hashOf, tokenOf } from '#gifts/link'
import { wordsOf } from '#gifts/receiving'

export type HandWish = {
  /** Of these gifts; of all that can be received unless said. */
  gift_ids?: readonly string[] | undefined
  paper: boolean
  /** Its link is made anew, and the former one opens nothing from then on. */
  reissue: boolean
}
export type Handed = {
  gift_id: string
  seq: number
  printed: number
  token: string
  from: string | null
  message: string | null
}
type Row = { gift_id: string; seq: number; link_no: number; sealed: Buffer | null }

/** Hand over the cards of an order's gifts. Refuses 409 when none of those named can be received any more. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  of: { profile_id: string; order_id: string },
  { gift_ids, paper, reissue }: HandWish,
): Promise<Handed[]> {
  const { profile_id, order_id } = of
  const open = await rows<Row>(
    tx,
    sql`select gift_id, seq, link_no, sealed from gifts.gift where profile_id = ${profile_id} and order_id = ${order_id} and state = 'open'
          and (${gift_ids ?? null}::uuid[] is null or gift_id = any (${gift_ids ?? null}::uuid[])) order by seq for update`,
  )
  const cards: Handed[] = []
  for (const { gift_id, seq, link_no, sealed } of open) {
    const hash = reissue ? hashOf(tokenOf(gift_id, link_no + 1)) : null
    const done = await one<{ link_no: number; printed: number }>(
      tx,
      sql`select link_no, printed from gifts.print(${profile_id}, ${gift_id}, ${paper}, ${hash})`,
    )
    if (!done) continue
    const { from = null, message = null } = await wordsOf(tx, { profile_id, sealed })
    cards.push({ gift_id, seq, printed: done.printed, token: tokenOf(gift_id, done.link_no), from, message })
    await emit(tx, {
      type: 'gift.handed_over',
      profile_id,
      source: 'gifts',
      subject_kind: 'gift',
      subject_id: gift_id,
      place_id: actor.place_id ?? null,
      actor,
      payload: { order_id, as: paper ? 'paper' : 'link', copy: done.printed, reissued: reissue },
    })
  }
  if (cards.length === 0)
    refuse(
      'gifts.none_to_hand',
      409,
      'お渡しできるカードはありません。受取済か、期限が過ぎています。',
      'There is no card to give: received already, or their time is over.',
      { field: 'gift_ids' },
    )
  return cards
}

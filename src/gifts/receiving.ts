/** What a link opens, and what happens to a gift once. */
import { emit } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { type Db, one, only, sql, type Tx } from '#core/database'
import { Problem, refuse } from '#core/problem'
import { clock } from '#core/time'
import { unseal } from '#customers/customers'
import { hashOf } from '#gifts/link'

/** A gift as the house knows it; none of it but the words is for its recipient's eyes unasked. */
export type Behind = {
  profile_id: string
  gift_id: string
  state: string
  variant_id: string
  choices: string[]
  place_id: string
  sealed: Buffer | null
  expires_at: string
  own_until: string
}
export type Words = { from?: string; message?: string }

/** The gift behind a link; refuses 404 when there is none that was paid for and stands. */
export async function behind(db: Db, token: string): Promise<Behind> {
  const found = await one<Behind>(
    db,
    sql`select profile_id, gift_id, state, variant_id, choices, place_id, sealed, expires_at, own_until from gifts.behind(${hashOf(token)})`,
  )
  if (!found || found.state === 'waiting' || found.state === 'cancelled')
    throw Problem.ofCode('gifts.unknown', 404, { field: 'token' })
  return found
}

/** What its giver wrote; nothing once she has been erased. */
export async function wordsOf(db: Db, { profile_id, sealed }: Pick<Behind, 'profile_id' | 'sealed'>): Promise<Words> {
  if (!sealed) return {}
  try {
    return await unseal<Words>(db, profile_id, sealed)
  } catch (error) {
    if (error instanceof Problem && error.status === 410) return {}
    throw error
  }
}

/**
 * Receive a gift, once: whoever comes second is refused (409 `gifts.claimed`), whoever comes late 410. With `keep` the goods that
 * lie held go over to her order. The giver is told that it was received, and nothing else.
 */
export async function claim(
  tx: Tx,
  actor: Actor,
  token: string,
  to: { profile_id: string; profile_ids: readonly string[]; order_id: string; keep: boolean },
): Promise<void> {
  const found = await only<{ giver: string; gift: string; of_order: string }>(
    tx,
    sql`select giver, gift, of_order from gifts.claim_once(${hashOf(token)}, ${to.profile_id}, ${to.profile_ids}::uuid[], ${to.order_id}, ${to.keep},
          ${clock.iso()}, ${actor.kind}, ${actor.id})`,
  )
  await tell(tx, 'gift.claimed', { profile_id: found.giver, gift_id: found.gift, order_id: found.of_order })
}

/** Give a gift up, so that its money can go back; true when it was given up now, false when it had been. Refuses one that was received. */
export async function giveUp(tx: Tx, actor: Actor, profile_id: string, gift_id: string): Promise<boolean> {
  const { was } = await only<{ was: string | null }>(
    tx,
    sql`select gifts.give_up(${profile_id}, ${gift_id}, ${clock.iso()}, ${actor.kind}, ${actor.id}) as was`,
  )
  if (was === 'claimed')
    refuse(
      'gifts.received',
      409,
      'お相手が受け取られたため、取り消せません。',
      'It has been received and cannot be cancelled.',
      { field: 'gift_id' },
    )
  return was === 'open' || was === 'expired'
}

/** The gift that an order received; undefined when it is any other order. */
export function receivedAs(
  tx: Tx,
  profile_id: string,
  order_id: string,
): Promise<{ profile_id: string; gift_id: string; order_id: string } | undefined> {
  return one(tx, sql`select profile_id, gift_id, order_id from gifts.received_as(${profile_id}, ${order_id})`)
}

/** A gift that was received does not arrive after all: given up, once; false on a repeat. */
export async function takeBack(
  tx: Tx,
  { profile_id, gift_id }: { profile_id: string; gift_id: string },
): Promise<boolean> {
  const { back } = await only<{ back: boolean }>(tx, sql`select gifts.take_back(${profile_id}, ${gift_id}) as back`)
  return back
}

/** The timeline of its giver. The actor stays the house: who received it is not told. */
export function tell(
  tx: Tx,
  type: string,
  { profile_id, gift_id, order_id }: { profile_id: string; gift_id: string; order_id: string },
): Promise<string> {
  return emit(tx, {
    type,
    profile_id,
    source: 'gifts',
    message_id: `${type}:${gift_id}`,
    subject_kind: 'gift',
    subject_id: gift_id,
    actor: system,
    payload: { order_id },
  })
}

import { timingSafeEqual } from 'node:crypto'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { blind } from '#core/secret'
import { clock } from '#core/time'
import { merge } from './merges.ts'
import { cardNumber } from './normalise.ts'
import { type Registered, register } from './register.ts'
import { token } from './tokens.ts'

export type OldCard = { card_number: string; pin: string; registered_at?: string; external_id?: string | null }
export type CardLink = { merge_id: string; customer_id: string; profile_ids: string[] }

/** Bring in a card of an old shop with its PIN: a profile of its own until its holder links it. Refuses 409 a card that is there. */
export async function addOldCard(tx: Tx, actor: Actor, card: OldCard): Promise<Registered> {
  const { card_number, pin, registered_at, external_id } = card
  const made = await register(tx, actor, {
    card_numbers: [card_number],
    external_id: external_id ?? null,
    route: 'old_card',
    channel: 'import',
    ...(registered_at && { registered_at }),
  })
  const card_token = tokenOf(card_number)
  await run(
    tx,
    sql`insert into customers.old_card (card_token, profile_id, pin_hash, imported_at)
        values (${card_token}, ${made.profile_id}, ${pinHash(card_token, pin)}, ${clock.iso()})`,
  )
  return made
}

type Kept = { profile_id: string; pin_hash: Buffer; linked_at: string | null }

/**
 * Join an old card to the member who knows its PIN: the card's profile becomes one of hers, with its points. An unknown card
 * and a wrong PIN are one and the same refusal (422); a card linked before is refused (409). The caller counts the tries.
 */
export async function linkOldCard(
  tx: Tx,
  actor: Actor,
  profile_id: string,
  number: string,
  pin: string,
): Promise<CardLink> {
  const card_token = tokenOf(number)
  const card = await one<Kept>(
    tx,
    sql`select profile_id, pin_hash, linked_at from customers.old_card_of(${card_token})`,
  )
  if (!card || !timingSafeEqual(card.pin_hash, pinHash(card_token, pin)))
    return refuse(
      'customers.card_pin_wrong',
      422,
      'カード番号または暗証番号が違います。',
      'The card number or its PIN is wrong.',
      { field: 'pin' },
    )
  if (card.linked_at)
    refuse(
      'customers.card_linked',
      409,
      'このカードはすでに会員にまとめられています。',
      'This card is already linked to a member.',
      {
        field: 'card_number',
      },
    )
  const merged = await merge(tx, actor, { keep: profile_id, join: card.profile_id, reason: 'old_card' })
  await run(tx, sql`select customers.link_old_card(${card_token}, ${profile_id}, ${merged.merge_id}, ${clock.iso()})`)
  await emit(tx, {
    type: 'customer.old_card_linked',
    profile_id,
    source: 'customers',
    message_id: `old card ${merged.merge_id}`,
    subject_kind: 'merge',
    subject_id: merged.merge_id,
    actor,
    payload: { merge_id: merged.merge_id },
  })
  return merged
}

/** By what tries on a card are counted. */
export function cardSubject(number: string): string {
  return tokenOf(number).toString('base64url')
}

function tokenOf(number: string): Buffer {
  return token('card', cardNumber(number)).token
}

// Keyed and quick: ten thousand PINs are found at once by whoever has table and key, however slow the hash, and by nobody
// without the key; and a million cards are imported in one night.
function pinHash(card_token: Buffer, pin: string): Buffer {
  return blind(`old card ${card_token.toString('base64url')}`, pin)
}

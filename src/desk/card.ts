import type { Actor } from '#core/actor'
import { type Db, only, sql } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { contactIn } from '#customers/customers'
import { brief, type Facts } from './brief.ts'

type Read = { card: string | null; facts: Facts; profile_id: string; wrapped_key: Buffer | null; sealed: Buffer | null }

/**
 * Everything we know of a customer over all her profiles, as JSON text: 20 orders, 50 events, points, consents, cart,
 * what waits for her, a brief of three lines. The look goes on record in the same, only trip. Refuses 404 an unknown customer.
 */
export async function card(db: Db, actor: Actor, customer_id: string): Promise<string> {
  const now = clock.now()
  const read = await only<Read>(
    db,
    sql`select card, facts, profile_id, wrapped_key, sealed
        from desk.card(${customer_id}, ${now.toISOString()}, ${actor.kind}, ${actor.id}, ${actor.place_id ?? null})`,
  )
  if (!read.card)
    return refuse('customers.unknown', 404, 'このお客さまは見つかりません。', 'There is no such customer.')
  const told = { ...named(read, actor), brief: brief(read.facts, now) }
  // The card stays the text PostgreSQL made; what only we may read is put in front.
  return `${JSON.stringify(told).slice(0, -1)},${read.card.slice(1)}`
}

// Who serves her knows her name and how to reach her; who plans campaigns needs neither.
function named(read: Read, actor: Actor) {
  const nobody = { name: null, kana: null, email: null, phone: null, member_number: null }
  if (actor.role === 'marketer') return nobody
  const { name, family_name_kana, given_name_kana, email, phone, member_number } = contactIn(read)
  return {
    name,
    kana: [family_name_kana, given_name_kana].filter(Boolean).join(' ') || null,
    email,
    phone,
    member_number,
  }
}

import { randomInt } from 'node:crypto'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { newDataKey, seal } from '#core/secret'
import { clock } from '#core/time'
import { memberBarcode } from '#pricing/memberCode'
import { handleOf } from './card.ts'
import { factsOf, readContact } from './input.ts'
import { keep } from './keys.ts'
import type { Contact, Facts } from './person.ts'
import { arrays, identifiersOf, searchTokensOf, token } from './tokens.ts'
import './words.ts'

export type Registration = Omit<Contact, 'member_number'> &
  Partial<Facts> & {
    /** By which way she joined: storefront, app, counter_tablet, line, poster, import … */
    route?: string | null
    /** The poster whose code she scanned. */
    poster_id?: string | null
    /** Who handed her the tablet, or typed for her. */
    staff_id?: string | null
    /** When it happened, for history; now by default. */
    registered_at?: string
    place_id?: string | null
    channel?: string
  }
export type Registered = { profile_id: string; customer_id: string; member_number: string }

/**
 * Register a member: her profile with its own data key, identifiers, search tokens and member number. Refuses 400 what is
 * malformed, 409 naming the field whose value is another's, 422 a blocked value.
 */
export async function register(tx: Tx, actor: Actor, input: Registration): Promise<Registered> {
  const member_number = await freeMemberNumber(tx)
  const place_id = input.place_id ?? actor.place_id ?? null
  const staff_id = input.staff_id ?? (actor.kind === 'staff' ? actor.id : null)
  const joined = { joined_place_id: place_id, poster_id: input.poster_id ?? null, staff_id }
  const { profile_id, at } = await write(tx, 'member', { ...readContact(input), member_number }, input, joined)
  await emit(tx, {
    type: 'customer.registered',
    profile_id,
    source: 'customers',
    message_id: profile_id,
    occurred_at: at,
    channel: input.channel ?? (actor.kind === 'staff' ? 'store' : actor.kind === 'api' ? 'api' : 'web'),
    place_id: place_id ?? input.home_place_id ?? null,
    actor,
    payload: { route: input.route ?? null, ...(input.poster_id && { poster_id: input.poster_id }) },
  })
  return { profile_id, customer_id: profile_id, member_number }
}

/** A buyer who is not a member: her contact data sealed and searchable, claiming no identifier. */
export async function guest(tx: Tx, input: Registration): Promise<string> {
  return (await write(tx, 'guest', readContact(input), input)).profile_id
}

/** Someone we know nothing of yet: a profile to hang a cart and a timeline on. */
export async function visitor(tx: Tx, input: Pick<Registration, 'locale' | 'route'> = {}): Promise<string> {
  return (await write(tx, 'visitor', {}, input)).profile_id
}

/** A person as the row, identifiers and search tokens that make her; a fresh data key each time. */
export function draft(kind: string, contact: Contact, input: Registration, joined: Record<string, string | null> = {}) {
  const { key, wrapped } = newDataKey()
  const named = kind === 'member' ? [...identifiersOf(contact), token('handle', handleOf(key))] : []
  return {
    profile_id: id(),
    kind,
    wrapped,
    sealed: seal(key, contact),
    facts: { ...factsOf(contact, input), ...joined },
    at: input.registered_at ? new Date(input.registered_at).toISOString() : clock.iso(),
    claimed: named,
    search: searchTokensOf(contact),
  }
}

async function write(
  tx: Tx,
  kind: string,
  contact: Contact,
  input: Registration,
  joined: Record<string, string | null> = {},
): Promise<{ profile_id: string; at: string }> {
  const made = draft(kind, contact, input, joined)
  const { profile_id, at, wrapped } = made
  const claimed = arrays(made.claimed)
  const search = arrays(made.search)
  await run(
    tx,
    sql`select customers.register(${profile_id}, ${kind}, ${wrapped}, ${made.sealed}, ${JSON.stringify(made.facts)}::jsonb, ${at},
      ${claimed.kinds}, ${claimed.tokens}, ${claimed.verified}, ${search.kinds}, ${search.tokens})`,
  )
  keep(profile_id, wrapped)
  return { profile_id, at }
}

// Random, not counted: a number read off one card must not lead to the next, nor members queue for a counter.
async function freeMemberNumber(tx: Tx): Promise<string> {
  for (;;) {
    const number = memberBarcode(randomInt(10_000_000_000))
    const { token: hash } = token('member_number', number)
    const taken = await one(
      tx,
      sql`select 1 from customers.identifier where kind = 'member_number' and token = ${hash}`,
    )
    if (!taken) return number
  }
}

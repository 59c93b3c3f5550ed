import { auditAll } from '#access/access'
import type { Actor } from '#core/actor'
import { join, rows, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { memberNumber } from '#pricing/memberCode'
import * as normal from './normalise.ts'
import { openAll, type Person } from './person.ts'
import { type Token, token } from './tokens.ts'
import { customer } from './view.ts'

/** Enough of a person to ask "木村さまですね", no more. */
export type Hit = {
  customer_id: string
  profile_id: string
  kind: Person['kind']
  name: string | null
  name_kana: string | null
  phone: string | null
  email: string | null
  member_number: string | null
  prefecture: string | null
  city: string | null
  registered_at: string
}

/**
 * Find people at the till by kana from the first character, name, phone or its last four digits, e-mail, card or member
 * number; half width, hiragana and any dash will do; a name and four digits together narrow. Masked, one hit a customer,
 * members first; every hit is audited as seen.
 */
export async function search(tx: Tx, actor: Actor, query: { text: string; limit?: number }): Promise<Hit[]> {
  const terms = termsOf(query.text)
  if (!terms.length)
    refuse('customers.search_empty', 400, '検索する言葉を入力してください。', 'Type something to look for.', {
      field: 'text',
    })
  const limit = query.limit ?? 20
  const matching = terms.map(
    (term) =>
      sql`select profile_id from customers.search_token where token = any(${term.map((one) => one.token)}::bytea[])`,
  )
  const found = await rows<{ profile_id: string }>(
    tx,
    sql`select profile_id from (
          select distinct on (p.customer_id) p.profile_id, p.kind, p.registered_at from customers.profile p
          where p.profile_id in (${join(matching, ' intersect ')}) and p.erased_at is null
          order by p.customer_id, p.kind = 'member' desc, p.registered_at) hit
        order by kind = 'member' desc, registered_at desc limit ${limit}`,
  )
  const people = await openAll(
    tx,
    found.map((one) => one.profile_id),
  )
  await auditAll(
    tx,
    actor,
    'customers.searched',
    people.map((person) => person.profile_id),
  )
  const order = new Map(found.map((one, at) => [one.profile_id, at]))
  return people.sort((a, b) => (order.get(a.profile_id) ?? 0) - (order.get(b.profile_id) ?? 0)).map(hit)
}

// Each term is what one word may mean; a person must match every term.
function termsOf(text: string): Token[][] {
  const words = normal.properName(text).split(' ').filter(Boolean)
  const numbers = words.filter((word) => /^[\d+]/.test(normal.cardNumber(word)))
  const rest = words.filter((word) => !numbers.includes(word))
  // "090 1234 5678" and "キムラ ハナコ" are one thing each.
  const joined =
    numbers.every((word) => normal.cardNumber(word).length === 4) && numbers.length === 1 ? numbers : [numbers.join('')]
  return [...joined, rest.join('')].filter(Boolean).map(meanings)
}

function meanings(word: string): Token[] {
  const email = normal.email(word)
  if (email) return [token('email', email)]
  const number = normal.cardNumber(word)
  if (/^\+?\d+$/.test(number)) {
    const phone = normal.phone(word)
    const found = [token('card', number)]
    if (/^\d{4}$/.test(number)) found.push(token('phone_last4', number))
    if (memberNumber(number) !== undefined) found.push(token('member_number', number))
    if (phone) found.push(token('phone', phone))
    return found
  }
  const kana = normal.kanaKey(word)
  const found = [token('name', normal.nameKey(word)), token('card', number)]
  if (/^[\u30a0-\u30ff]+$/.test(kana)) found.push(token('kana', kana))
  return found
}

/** A person as said aloud at the till: what kind, and a name that tells no more than needed. */
export async function masked(tx: Tx, profile_id: string): Promise<Pick<Hit, 'kind' | 'name'>> {
  const { kind, family_name, given_name } = await customer(tx, profile_id)
  return { kind, name: half(family_name, given_name) }
}

function hit(person: Person): Hit {
  return {
    customer_id: person.customer_id,
    profile_id: person.profile_id,
    kind: person.kind,
    name: half(person.family_name, person.given_name),
    name_kana: half(person.family_name_kana, person.given_name_kana),
    phone: person.phone && `•••${person.phone.slice(-4)}`,
    email: person.email?.replace(/^(.)[^@]*/, '$1•••') ?? null,
    member_number: person.member_number && `•••${person.member_number.slice(-4)}`,
    prefecture: person.prefecture,
    city: person.city,
    registered_at: person.registered_at,
  }
}

function half(family: string | null, given: string | null): string | null {
  const initial = given && `${[...given][0]}•`
  return [family, initial].filter(Boolean).join(' ') || null
}

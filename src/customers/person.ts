import { type Db, one, rows, sql } from '#core/database'
import { refuse } from '#core/problem'
import { seal as sealUnder, unseal as unsealUnder } from '#core/secret'
import { keep, keyOf } from './keys.ts'

/** What is sealed under the profile's key and nowhere in clear. One name only goes into family_name. */
export type Contact = {
  family_name?: string | null
  given_name?: string | null
  family_name_kana?: string | null
  given_name_kana?: string | null
  email?: string | null
  phone?: string | null
  birth_date?: string | null
  postal_code?: string | null
  address?: string | null
  building?: string | null
  member_number?: string | null
  external_id?: string | null
  card_numbers?: string[]
  /** Who she is at LINE, for this retailer: to sign in by and to write to. */
  line_user_id?: string | null
}
/** What stands in clear beside it, for segments and distance. */
export type Facts = {
  birth_year: number | null
  birth_month: number | null
  gender: string | null
  prefecture: string | null
  city: string | null
  locale: string
  route: string | null
  home_place_id: string | null
}
export type Person = Required<Contact> &
  Facts & {
    profile_id: string
    customer_id: string
    kind: 'member' | 'guest' | 'visitor'
    /** As shown: family name, space, given name; or the single name. */
    name: string | null
    registered_at: string
    version: number
  }

type Row = Facts &
  Pick<Person, 'profile_id' | 'customer_id' | 'kind' | 'registered_at' | 'version'> & {
    wrapped_key: Buffer | null
    sealed: Buffer | null
  }

/** A profile with its contact data unsealed. Refuses unknown (404) and erased (410). The caller audits. */
export async function open(tx: Db, profile_id: string): Promise<Person> {
  const row = await one<Row>(tx, sql`select ${columns} from customers.profile where profile_id = ${profile_id}`)
  if (!row) return refuse('customers.unknown', 404, 'このお客さまは見つかりません。', 'There is no such customer.')
  return personOf(row)
}

/** Several profiles, those erased left out; for bounded batches. */
export async function openAll(tx: Db, profile_ids: readonly string[]): Promise<Person[]> {
  const found = await rows<Row>(
    tx,
    sql`select ${columns} from customers.profile where profile_id = any(${profile_ids}::uuid[]) and wrapped_key is not null`,
  )
  return found.map(personOf)
}

const columns = sql`profile_id, customer_id, kind, wrapped_key, sealed, birth_year, birth_month, gender, prefecture, city,
  locale, route, home_place_id, registered_at, version`

function personOf(row: Row): Person {
  const { wrapped_key, sealed, ...facts } = row
  const key = keep(row.profile_id, wrapped_key)
  const contact = sealed ? unsealUnder<Contact>(key, sealed) : {}
  return { ...nothing, ...contact, ...facts, name: nameOf(contact) }
}

/** Contact data whose sealed row came along with something else, in one trip; nothing once the key is destroyed. The caller audits. */
export function contactIn(row: {
  profile_id: string
  wrapped_key: Buffer | null
  sealed: Buffer | null
}): Required<Contact> & { name: string | null } {
  const contact =
    row.wrapped_key && row.sealed ? unsealUnder<Contact>(keep(row.profile_id, row.wrapped_key), row.sealed) : {}
  return { ...nothing, ...contact, name: nameOf(contact) }
}

function nameOf(contact: Contact): string | null {
  return [contact.family_name, contact.given_name].filter(Boolean).join(' ') || null
}

const nothing: Required<Contact> = {
  family_name: null,
  given_name: null,
  family_name_kana: null,
  given_name_kana: null,
  email: null,
  phone: null,
  birth_date: null,
  postal_code: null,
  address: null,
  building: null,
  member_number: null,
  external_id: null,
  card_numbers: [],
  line_user_id: null,
}

/** Seal a JSON value under the profile's key. */
export async function seal(tx: Db, profile_id: string, value: unknown): Promise<Buffer> {
  return sealUnder(await keyOf(tx, profile_id), value)
}

/** Read what was sealed under the profile's key; refuses (410) once the key is destroyed. */
export async function unseal<T>(tx: Db, profile_id: string, sealed: Buffer): Promise<T> {
  return unsealUnder<T>(await keyOf(tx, profile_id), sealed)
}

import type { Actor } from '#core/actor'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { clock } from '#core/time'
import * as normal from './normalise.ts'
import { type Token, token } from './tokens.ts'
import './words.ts'

export type IdentifierKind = 'email' | 'phone' | 'card' | 'external' | 'line' | 'member_number' | 'handle'

/** The profile an identifier belongs to. A phone number counts when one member verified it, or only one customer has it. */
export async function find(db: Db, kind: IdentifierKind, value: string): Promise<string | undefined> {
  const wanted = tokenOf(kind, value)
  if (!wanted) return undefined
  const owner = await one<{ profile_id: string }>(
    db,
    sql`select profile_id from customers.identifier where kind = ${wanted.kind} and token = ${wanted.token}`,
  )
  if (owner || kind !== 'phone' || (await isBlocked(db, wanted))) return owner?.profile_id
  const sharers = await rows<{ profile_id: string }>(
    db,
    sql`select min(p.profile_id::text) as profile_id from customers.search_token t join customers.profile p using (profile_id)
        where t.token = ${wanted.token} and t.kind = 'phone' group by p.customer_id limit 2`,
  )
  return sharers.length === 1 ? sharers[0]?.profile_id : undefined
}

/** Which of these values have an owner, and who it is: for lists, in one trip. A phone number is no such value: families share it. */
export async function findMany(
  db: Db,
  kind: Exclude<IdentifierKind, 'phone'>,
  values: readonly string[],
): Promise<Map<string, string>> {
  const wanted = new Map(
    values.flatMap((value) => {
      const found = tokenOf(kind, value)
      return found ? [[found.token.toString('base64'), { value, token: found.token, kind: found.kind }] as const] : []
    }),
  )
  if (wanted.size === 0) return new Map()
  const tokens = [...wanted.values()]
  const owners = await rows<{ token: Buffer; profile_id: string }>(
    db,
    sql`select token, profile_id from customers.identifier
        where kind = ${tokens[0]?.kind} and token = any (${tokens.map((one) => one.token)}::bytea[])`,
  )
  return new Map(
    owners.map(({ token: hash, profile_id }) => [wanted.get(hash.toString('base64'))?.value ?? '', profile_id]),
  )
}

/** Give a profile an identifier it did not register with (a LINE account, a second card). Refuses 409 another's, 422 a blocked one. */
export async function identify(
  tx: Tx,
  profile_id: string,
  kind: IdentifierKind,
  value: string,
  verified = false,
): Promise<void> {
  const wanted = tokenOf(kind, value)
  if (!wanted) return
  await run(
    tx,
    sql`select customers.claim_identifiers(${profile_id}, ${[wanted.kind]}, ${[wanted.token]}, ${[verified]}, ${clock.iso()})`,
  )
}

/** Block a value that identifies nobody: a shop's own phone, a shared tablet's mail. */
export async function block(tx: Tx, actor: Actor, kind: IdentifierKind, value: string, reason: string): Promise<void> {
  const wanted = tokenOf(kind, value)
  if (!wanted) return
  await run(
    tx,
    sql`insert into customers.blocked_value (kind, token, reason, created_at)
        values (${wanted.kind}, ${wanted.token}, ${`${reason} (${actor.kind} ${actor.id})`}, ${clock.iso()}) on conflict do nothing`,
  )
}

/**
 * The member whose phone this is, its holder having proven it: who verified it before, else the only member who gave it.
 * `shared` when several did (a family's), none when nobody or when the value is blocked.
 */
export async function holderOfPhone(db: Db, phone: string): Promise<string | 'shared' | undefined> {
  const wanted = token('phone', phone)
  if (await isBlocked(db, wanted)) return undefined
  const owner = await one<{ profile_id: string }>(
    db,
    sql`select profile_id from customers.identifier where kind = 'phone' and token = ${wanted.token}`,
  )
  if (owner) return owner.profile_id
  const members = await rows<{ profile_id: string }>(
    db,
    sql`select (array_agg(p.profile_id order by p.registered_at))[1] as profile_id from customers.search_token t join customers.profile p using (profile_id)
        where t.token = ${wanted.token} and t.kind = 'phone' and p.kind = 'member' and p.erased_at is null group by p.customer_id limit 2`,
  )
  return members.length > 1 ? 'shared' : members[0]?.profile_id
}

async function isBlocked(db: Db, wanted: Token): Promise<boolean> {
  const blocked = await one(
    db,
    sql`select 1 from customers.blocked_value where kind = ${wanted.kind} and token = ${wanted.token}`,
  )
  return blocked !== undefined
}

/** Mark an identifier as proven by its owner; true when it was not before. */
export async function verify(tx: Tx, kind: IdentifierKind, value: string): Promise<boolean> {
  const wanted = tokenOf(kind, value)
  if (!wanted) return false
  const touched = await run(
    tx,
    sql`update customers.identifier set verified_at = ${clock.iso()}
        where kind = ${wanted.kind} and token = ${wanted.token} and verified_at is null`,
  )
  return touched > 0
}

function tokenOf(kind: IdentifierKind, value: string): Token | undefined {
  const form = kind === 'email' ? normal.email(value) : kind === 'phone' ? normal.phone(value) : plain(kind, value)
  return form ? token(kind === 'external' ? 'external_id' : kind, form) : undefined
}

function plain(kind: IdentifierKind, value: string): string {
  return kind === 'card' || kind === 'member_number' ? normal.cardNumber(value) : value.trim()
}

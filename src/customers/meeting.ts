/** People as events name them: found by whatever identifier they come with, met for the first time by a browser or a number. */
import { id } from '#core/id'
import { type DataKey, newDataKey } from '#core/secret'
import * as normal from './normalise.ts'
import { type Token, token } from './tokens.ts'

/** What a member may be known by, beside the browser she comes with. */
export const namingKinds = ['external_id', 'member_number', 'card', 'line', 'email', 'phone'] as const
export type NamingKind = (typeof namingKinds)[number]
/**
 * `anonymous`: a browser or an app. `seen_…`: a value that came with events before anybody registered with it; it takes nothing
 * away from whoever does.
 */
export type NameKind = NamingKind | `seen_${NamingKind}` | 'anonymous'
export type Name = { kind: NameKind; value: string }
/** Somebody we meet now: written by the SQL function `customers.meet`. */
export type Stranger = { profile_id: string; key: DataKey; wrapped: Buffer }

/** The value as it is compared; undefined when it is none of its kind. */
export function normalName(kind: NamingKind, value: string): string | undefined {
  if (kind === 'email') return normal.email(value)
  if (kind === 'phone') return normal.phone(value)
  if (kind === 'card' || kind === 'member_number') return normal.cardNumber(value) || undefined
  return value.trim() || undefined
}

/** The keyed hash a name is kept under. */
export function nameToken({ kind, value }: Name): Token {
  return token(kind, value)
}

/** A visitor nobody knows yet. */
export function stranger(): Stranger {
  const { key, wrapped } = newDataKey()
  return { profile_id: id(), key, wrapped }
}

import { blind } from '#core/secret'
import { cardNumber, kanaKey, nameKey } from './normalise.ts'
import type { Contact } from './person.ts'

/** A keyed hash with its kind; `verified` when the person proved that it is hers. */
export type Token = { kind: string; token: Buffer; verified?: boolean }

const prefix_characters = 8

export function token(kind: string, value: string): Token {
  return { kind, token: blind(kind, value) }
}

/** What identifies this contact and nobody else. */
export function identifiersOf(contact: Contact): Token[] {
  const found: Token[] = []
  if (contact.email) found.push(token('email', contact.email))
  if (contact.member_number) found.push(token('member_number', contact.member_number))
  if (contact.line_user_id) found.push(token('line', contact.line_user_id))
  if (contact.external_id) found.push(token('external_id', contact.external_id))
  for (const number of contact.card_numbers ?? []) found.push(token('card', cardNumber(number)))
  return found
}

/** What a clerk may find this contact by: names, kana from its first character, numbers. */
export function searchTokensOf(contact: Contact): Token[] {
  const { family_name, given_name, family_name_kana, given_name_kana } = contact
  const names = new Set(
    [family_name, given_name, `${family_name ?? ''}${given_name ?? ''}`].map((text) => nameKey(text ?? '')),
  )
  const full = kanaKey(`${family_name_kana ?? ''}${given_name_kana ?? ''}`)
  const kana = new Set([full, kanaKey(given_name_kana ?? ''), kanaKey(family_name_kana ?? '')])
  const characters = [...full]
  for (let length = 1; length <= Math.min(prefix_characters, characters.length); length++)
    kana.add(characters.slice(0, length).join(''))
  const found = [
    ...[...names].filter(Boolean).map((name) => token('name', name)),
    ...[...kana].filter(Boolean).map((text) => token('kana', text)),
    ...identifiersOf(contact),
  ]
  if (contact.phone) found.push(token('phone', contact.phone), token('phone_last4', contact.phone.slice(-4)))
  return found
}

/** Tokens as the parallel arrays our SQL functions take. */
export function arrays(tokens: readonly Token[]): { kinds: string[]; tokens: Buffer[]; verified: boolean[] } {
  return {
    kinds: tokens.map((one) => one.kind),
    tokens: tokens.map((one) => one.token),
    verified: tokens.map((one) => one.verified ?? false),
  }
}

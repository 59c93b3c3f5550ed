import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { only, sql, type Tx } from '#core/database'
import { seal } from '#core/secret'
import { clock } from '#core/time'
import { factsOf, readContact } from './input.ts'
import { keyOf } from './keys.ts'
import { type Contact, type Facts, open, type Person } from './person.ts'
import { arrays, identifiersOf, searchTokensOf, token } from './tokens.ts'
import './words.ts'

export type Change = Omit<Contact, 'member_number'> & Partial<Facts>

/** Correct a profile: fields given replace, null empties. Refuses 412 when `version` is not the present one, 409 a value that is another's. */
export async function change(
  tx: Tx,
  actor: Actor,
  profile_id: string,
  input: Change,
  version?: number,
): Promise<Person> {
  const before = await open(tx, profile_id)
  const after = { ...before, ...input, member_number: before.member_number }
  const contact = readContact(after)
  if (input.birth_date === null) Object.assign(after, { birth_year: null, birth_month: null })
  const claimed = arrays(before.kind === 'member' ? identifiersOf(contact) : [])
  // A number given up may be another's tomorrow: it identifies her no more.
  const left = before.phone && before.phone !== contact.phone ? [token('phone', before.phone)] : []
  const dropped = [...identifiersOf(before), ...left]
    .filter((old) => !claimed.tokens.some((mine) => mine.equals(old.token)))
    .map((old) => old.token)
  const search = arrays(searchTokensOf(contact))
  const sealed = seal(await keyOf(tx, profile_id), contact)
  const changed = await only<{ version: number }>(
    tx,
    sql`select customers.change(${profile_id}, ${version ?? before.version}, ${sealed}, ${JSON.stringify(factsOf(contact, after))}::jsonb, ${clock.iso()},
      ${dropped}::bytea[], ${claimed.kinds}, ${claimed.tokens}, ${claimed.verified}, ${search.kinds}, ${search.tokens}) as version`,
  )
  await emit(tx, {
    type: 'customer.changed',
    profile_id,
    source: 'customers',
    version: changed.version,
    actor,
    payload: { fields: Object.keys(input).sort() },
  })
  return open(tx, profile_id)
}

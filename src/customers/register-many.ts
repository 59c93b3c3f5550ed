/** Members of another system, registered by the hundred in one trip: history, so nobody is greeted and nobody reacts. */
import { randomInt } from 'node:crypto'
import { emitAll } from '#activity/activity'
import type { Actor } from '#core/actor'
import { rows, sql, type Tx } from '#core/database'
import { type Message, Problem } from '#core/problem'
import { memberBarcode } from '#pricing/memberCode'
import { findMany } from './identifiers.ts'
import { readContact } from './input.ts'
import { draft, type Registration } from './register.ts'
import type { Token } from './tokens.ts'
import './words.ts'

export type Enrolment =
  | { profile_id: string; member_number: string }
  | { profile_id: null; field: string; code: string; said: Message }

type Made = { member_number: string; input: Registration; person: ReturnType<typeof draft> }

/**
 * Register members as `register` does, each whole or not at all: what is malformed, blocked or another's is told in the place
 * of its row. Of two rows in one list that claim the same value the first has it.
 */
export async function registerMany(tx: Tx, actor: Actor, list: readonly Registration[]): Promise<Enrolment[]> {
  const numbers = await freeNumbers(tx, list.length)
  const made = list.map((input, at) => drafted(input, numbers[at] as string))
  const written = made.flatMap((one) => ('person' in one ? [one] : []))
  const refused = await write(tx, written)
  const told = made.map((one): Enrolment => {
    if (!('person' in one)) return one
    const problem = refused.get(one.person.profile_id)
    return problem ? refusal(problem) : { profile_id: one.person.profile_id, member_number: one.member_number }
  })
  await emitAll(
    tx,
    written
      .filter(({ person }) => !refused.has(person.profile_id))
      .map(({ input, person }) => ({
        type: 'customer.registered',
        profile_id: person.profile_id,
        source: 'customers',
        message_id: person.profile_id,
        occurred_at: person.at,
        channel: input.channel ?? 'import',
        place_id: input.place_id ?? input.home_place_id ?? null,
        actor,
        payload: { route: input.route ?? null },
        quiet: true,
      })),
  )
  return told
}

function drafted(input: Registration, member_number: string): Made | Extract<Enrolment, { profile_id: null }> {
  try {
    const joined = { joined_place_id: input.place_id ?? null, staff_id: input.staff_id ?? null }
    const person = draft('member', { ...readContact(input), member_number }, input, joined)
    return { member_number, input, person }
  } catch (error) {
    if (error instanceof Problem) return refusal(error)
    throw error
  }
}

function refusal({ code, text, detail }: Problem): Extract<Enrolment, { profile_id: null }> {
  return { profile_id: null, field: String(detail.field ?? 'row'), code, said: text }
}

async function write(tx: Tx, list: readonly Made[]): Promise<Map<string, Problem>> {
  if (list.length === 0) return new Map()
  const people = list.map(({ person: { wrapped, sealed, claimed, search, ...person } }) => ({
    ...person,
    wrapped: wrapped.toString('base64'),
    sealed: sealed.toString('base64'),
    claimed: claimed.map(shown),
    search: search.map(shown),
  }))
  const refused = await rows<{ profile_id: string; field: string; code: string }>(
    tx,
    sql`select profile_id, field, code from customers.register_many(${JSON.stringify(people)}::jsonb)`,
  )
  return new Map(refused.map(({ profile_id, field, code }) => [profile_id, Problem.ofCode(code, 409, { field })]))
}

function shown({ kind, token }: Token): [string, string] {
  return [kind, token.toString('base64')]
}

async function freeNumbers(tx: Tx, count: number): Promise<string[]> {
  const numbers = new Set<string>()
  while (numbers.size < count) {
    const wanted = Array.from({ length: count - numbers.size }, () => memberBarcode(randomInt(10_000_000_000)))
    const taken = await findMany(tx, 'member_number', wanted)
    for (const number of wanted) if (!taken.has(number)) numbers.add(number)
  }
  return [...numbers]
}

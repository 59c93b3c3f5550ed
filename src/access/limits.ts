import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { only, type Pool, run, sql } from '#core/database'
import { Problem } from '#core/problem'
import { blind } from '#core/secret'
import { clock } from '#core/time'

/** How often something may be tried: `most` per subject and `most_address` per network address in a window; then locked. */
export type Limit = {
  name: string
  most?: number
  most_address?: number
  window_seconds: number
  /** How long it stays shut once used up; until the window ends by default. */
  lock_seconds?: number
}
export type Tried = { by?: readonly (string | undefined)[]; from?: FastifyRequest }

/**
 * Count a try before it is made, for all processes together and in a transaction of its own, so that parallel guesses gain
 * nothing and a refusal undoes no count. Refuses (429 `access.too_many`, with Retry-After) when it is used up. Subjects
 * and addresses are kept as keyed hashes only.
 */
export async function countTry(db: Pool, limit: Limit, tried: Tried): Promise<void> {
  const asked = subjects(limit, tried)
  if (!asked.length) return
  const { free_at } = await only<{ free_at: string | null }>(
    db,
    sql`select access.count_tries(${asked.map(({ key }) => key)}::bytea[], ${asked.map(({ most }) => most)}::integer[],
      make_interval(secs => ${limit.window_seconds}), make_interval(secs => ${limit.lock_seconds ?? 0}), ${clock.iso()}) as free_at`,
  )
  if (free_at) throw tooMany(free_at)
}

/**
 * Count a try, do the work, and take the try back unless it failed by one of the codes that tell of a wrong guess: what was
 * right, a repeat in flight, a bad request do not count.
 */
export async function counted<T>(
  db: Pool,
  limit: Limit & { wrong: readonly string[] },
  tried: Tried,
  work: () => Promise<T>,
): Promise<T> {
  await countTry(db, limit, tried)
  try {
    const answer = await work()
    await takeBack(db, limit, tried)
    return answer
  } catch (error) {
    if (!(error instanceof Problem && limit.wrong.includes(error.code))) await takeBack(db, limit, tried)
    throw error
  }
}

/** Take a try back that was no wrong guess; only one that was let through may be. */
export async function takeBack(db: Pool, limit: Limit, tried: Tried): Promise<void> {
  const asked = subjects(limit, tried)
  if (!asked.length) return
  await run(
    db,
    sql`select access.take_back_tries(${asked.map(({ key }) => key)}::bytea[], ${asked.map(({ most }) => most)}::integer[])`,
  )
}

/** Begin anew with these subjects: what was guessed at is there no more. */
export async function forgetTries(db: Pool, limit: Limit, tried: Tried): Promise<void> {
  const keys = subjects(limit, tried).map(({ key }) => key)
  await run(db, sql`delete from access.tries where subject = any(${keys}::bytea[])`)
}

/** Told to whoever must wait: from when on, and in how many seconds. */
export function tooMany(free_at: string): Problem {
  const retry_after_seconds = secondsUntil(free_at)
  const minutes = Math.ceil(retry_after_seconds / 60)
  return new Problem(
    'access.too_many',
    429,
    {
      ja: `回数が多すぎます。${minutes}分ほどおいてお試しください。`,
      en: `Too many tries; please try again in about ${minutes} min.`,
    },
    { retry_after_seconds },
  )
}

export function secondsUntil(at: string): number {
  return Math.max(1, Math.ceil((Date.parse(at) - clock.ms()) / 1000))
}

function subjects(limit: Limit, { by = [], from }: Tried): { key: Buffer; most: number }[] {
  const { name, most = 0, most_address = 0 } = limit
  const known = by.flatMap((one) => (one && most ? [{ key: blind(`tries ${name}`, one), most }] : []))
  const address = from && most_address ? addressOf(from) : undefined
  return address ? [...known, { key: blind(`tries ${name} from`, address), most: most_address }] : known
}

// A shop's own systems speak for many people from one address. Who has one IPv6 address has the other 2^64 of its network.
function addressOf({ actor, ip }: FastifyRequest): string | undefined {
  if (actor?.kind === 'api' || actor?.kind === 'staff' || !ipaddr.isValid(ip)) return undefined
  const address = ipaddr.process(ip)
  return address.kind() === 'ipv4' ? address.toString() : address.toNormalizedString().split(':').slice(0, 4).join(':')
}

import { type Db, one, run, sql } from '#core/database'
import { randomToken, sha256 } from '#core/id'
import { sealAnswer, unsealAnswer } from '#core/secret'
import { clock } from '#core/time'

/** Make a ticket for one purpose that holds what its bearer must not see or change; good once, until it is stale. */
export async function issueTicket(
  db: Db,
  purpose: string,
  holds: unknown,
  lives_seconds: number,
  ticket: string = randomToken(32),
): Promise<string> {
  await run(
    db,
    sql`insert into access.ticket (ticket_hash, purpose, sealed, expires_at)
        values (${sha256(ticket)}, ${purpose}, ${sealAnswer(JSON.stringify(holds))}, ${new Date(clock.ms() + lives_seconds * 1000).toISOString()})`,
  )
  return ticket
}

/** Use a ticket up: what it holds, once; undefined when it is unknown, used, stale or for another purpose. */
export async function useTicket<T>(db: Db, purpose: string, ticket: string): Promise<T | undefined> {
  const used = await one<{ sealed: Buffer }>(
    db,
    sql`delete from access.ticket where ticket_hash = ${sha256(ticket)} and purpose = ${purpose} and expires_at > ${clock.iso()} returning sealed`,
  )
  return used && (JSON.parse(unsealAnswer(used.sealed)) as T)
}

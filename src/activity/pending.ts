/** The work events left behind: handing it out, doing it exactly once, and what to do when it fails. */
import { type Event, type Reaction, reactionNamed } from '#activity/follow'
import { tellLag } from '#activity/lag'
import { columns } from '#activity/log'
import { system } from '#core/actor'
import { type Db, one, type Pool, rows, run, type Sql, sql, type Tx, transaction } from '#core/database'
import { hashId } from '#core/id'
import { Problem } from '#core/problem'
import { clock } from '#core/time'

/** One reaction to one event, as jobs carry it: ids only. */
export type Due = { profile_id: string; event_id: string; reaction: string }
export type Stuck = Due & { occurred_at: string; due_at: string; attempts: number; last_error: string | null }

/** After so many failures (about a day) a reaction waits for a person. */
export const attempts_max = 12
/** How long a piece of work belongs to the worker it was handed to. */
export const handed_ms = 60_000
const longest_wait_ms = 6 * 3_600_000

/**
 * Do one piece of work: effect and deletion of its row in one transaction, so that a repeated job finds nothing to do.
 * `until` names the hand-out the job belongs to; work that was handed out again since is no longer this job's.
 */
export async function react(db: Pool, due: Due, until?: string): Promise<'done' | 'gone' | 'failed'> {
  try {
    const first = await transaction(db, system, async (tx) => {
      const event = await held(tx, due, until)
      if (!event) return 'gone'
      // A reaction that the house no longer knows has nothing left to do.
      const reaction = reactionNamed(event.type, due.reaction)
      if (!reaction?.reach) return finish(tx, due, reaction, event, undefined)
      // Its time is taken anew, as the work begins now; the call outside comes after this transaction.
      const anew = new Date(Date.now() + handed_ms).toISOString()
      await run(tx, sql`update activity.pending set handed_until = ${anew} where ${is(due)}`)
      return event
    })
    if (typeof first === 'string') return first
    const reaction = reactionNamed(first.type, due.reaction)
    const reached = await reaction?.reach?.(db, first, hashId(due.event_id, due.reaction))
    return await transaction(db, system, async (tx) =>
      (await held(tx, due)) ? finish(tx, due, reaction, first, reached) : 'gone',
    )
  } catch (error) {
    await postpone(db, due, describe(error))
    return 'failed'
  }
}

async function finish(
  tx: Tx,
  due: Due,
  reaction: Reaction | undefined,
  event: Event,
  reached: unknown,
): Promise<'done'> {
  await reaction?.run?.(tx, event, reached)
  await run(tx, sql`delete from activity.pending where ${is(due)}`)
  tx.afterCommit(() => tellLag(due.reaction, clock.ms() - Date.parse(event.received_at)))
  return 'done'
}

/**
 * Lock the row and read its event; undefined when its work is done or belongs to another hand-out by now. Waits for a repeat
 * that looks at the same moment.
 */
function held(tx: Tx, due: Due, until?: string): Promise<Event | undefined> {
  return one<Event>(
    tx,
    sql`select ${columns} from activity.pending p join activity.event e using (profile_id, occurred_at, event_id)
        where ${is(due)} and (${until ?? null}::timestamptz is null or p.handed_until = ${until ?? null}) for update of p`,
  )
}

function is({ profile_id, event_id, reaction }: Due): Sql {
  return sql`profile_id = ${profile_id} and event_id = ${event_id} and reaction = ${reaction}`
}

async function postpone(db: Pool, due: Due, reason: string): Promise<void> {
  await transaction(db, system, async (tx) => {
    const row = await one<{ attempts: number }>(
      tx,
      sql`select attempts from activity.pending
          where ${is(due)} for update`,
    )
    if (!row) return
    const attempts = row.attempts + 1
    const wait_ms = Math.min(1_000 * 3 ** (attempts - 1), longest_wait_ms)
    await run(
      tx,
      sql`update activity.pending
          set attempts = ${attempts}, last_error = ${reason}, handed_until = null, due_at = ${new Date(clock.ms() + wait_ms).toISOString()}
          where ${is(due)}`,
    )
  })
}

/** What went wrong without any value a person may have typed: kind, code, constraint, place in our source. */
export function describe(error: unknown): string {
  if (error instanceof Problem) return error.code
  const {
    name = 'Error',
    code,
    constraint,
    stack = '',
  } = error as { name?: string; code?: string; constraint?: string; stack?: string }
  const place = /\/(src\/[\w/.-]+:\d+)/.exec(stack)?.[1]
  return [name, code, constraint, place].filter(Boolean).join(' ')
}

/** Work that has failed too often. */
export function stuck(db: Db): Promise<Stuck[]> {
  return rows<Stuck>(
    db,
    sql`select profile_id, event_id, reaction, occurred_at, due_at, attempts, last_error from activity.pending
        where attempts >= ${attempts_max} order by due_at limit 500`,
  )
}

/** Give stuck work (of one reaction, or all) another round of attempts; returns how many rows. */
export function retryStuck(tx: Tx, reaction?: string): Promise<number> {
  return run(
    tx,
    sql`update activity.pending set attempts = 0, due_at = ${clock.iso()}, handed_until = null
        where attempts >= ${attempts_max} and reaction = coalesce(${reaction ?? null}, reaction)`,
  )
}

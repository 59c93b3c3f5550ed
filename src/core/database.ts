import pg from 'pg'
import type { Actor } from '#core/actor'
import { asked } from '#core/asked'
import { Problem } from '#core/problem'
import type { Sql } from '#core/sql'

export { join, raw, type Sql, sql } from '#core/sql'

/** Anything a statement can be sent to: the pool, or one connection inside a transaction. */
export type Db = { query(statement: Sql): Promise<pg.QueryResult> }
/** One connection inside BEGIN … COMMIT; only routes and the job runner open it. */
export type Tx = Db & {
  readonly inTransaction: true
  /** Call `work` once this transaction has committed (never when it rolled back); it must not throw. */
  afterCommit(work: () => void): void
}
export type Pool = Db & { readonly pool: pg.Pool; readonly url: string; close(): Promise<void> }

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 20) return safeInteger
    if (oid === 1016)
      return (text: string) => parseArray(text).map((item) => (item === null ? null : safeInteger(item)))
    if (oid === 1184) return (text: string) => new Date(text).toISOString()
    if (oid === 1082 || oid === 1083) return (text: string) => text
    return pg.types.getTypeParser(oid, format ?? 'text')
  },
}
const parseArray = pg.types.getTypeParser(1009 as number, 'text') as (text: string) => (string | null)[]

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a bigint left the range of safe integers')
  return value
}

/** A pool of connections to the given server, by `login` (appLogin) where there is one; each runs as `role` (the application's by default), so row policies apply. */
export function open(
  url: string,
  options: { connections?: number; role?: string | null; name?: string; login?: string } = {},
): Pool {
  const role = options.role === undefined ? 'engawa_app' : options.role
  const pool = new pg.Pool({
    connectionString: options.login ?? url,
    max: options.connections ?? 16,
    types: types as unknown as pg.CustomTypesConfig,
    application_name: options.name ?? 'engawa',
    // Settings ride in the start-up packet: no round trip per connection, nothing to forget after a reconnect.
    options: `${role ? `-c role=${role} ` : ''}-c timezone=UTC -c jit=off -c idle_in_transaction_session_timeout=30000`,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 20_000,
  })
  // A connection that dies (server restart) must not take the process with it, be it idle or at work: its query fails, the
  // next one opens a new connection.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return {
    pool,
    url,
    query: (statement) => askOnce(pool, statement),
    close: () => pool.end(),
  }
}

// The pool's own `query` closes the connection of every statement that fails, a refusal too: the next caller would pay for a
// new one, with all its plans to make again. Only a connection that is lost is given up.
async function askOnce(pool: pg.Pool, { text, values, name }: Sql): Promise<pg.QueryResult> {
  const connection = await pool.connect()
  let lost: Error | undefined
  try {
    return await asked(text, () => connection.query({ text, values: values as unknown[], name } as pg.QueryConfig))
  } catch (error) {
    const refused = error instanceof pg.DatabaseError && error.severity === 'ERROR'
    if (!refused) lost = error instanceof Error ? error : new Error('connection lost')
    throw error
  } finally {
    connection.release(lost)
  }
}

/** All rows. */
export async function rows<Row>(db: Db, statement: Sql): Promise<Row[]> {
  return (await db.query(statement)).rows as Row[]
}
/** The first row, or undefined. */
export async function one<Row>(db: Db, statement: Sql): Promise<Row | undefined> {
  return (await db.query(statement)).rows[0] as Row | undefined
}
/** The one row there must be; none or several is a bug. */
export async function only<Row>(db: Db, statement: Sql): Promise<Row> {
  const found = (await db.query(statement)).rows as Row[]
  if (found.length !== 1) throw new Error(`expected one row, got ${found.length}: ${statement.text.slice(0, 120)}`)
  return found[0] as Row
}
/** How many rows the statement touched. */
export async function run(db: Db, statement: Sql): Promise<number> {
  return (await db.query(statement)).rowCount ?? 0
}

/** Run `work` between BEGIN and COMMIT as `actor`; lost races (40001, 40P01) are tried again, at most five times. */
export async function transaction<T>(db: Pool, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const connection = await db.pool.connect()
    let broken: Error | undefined
    const afterwards = new Set<() => void>()
    try {
      // BEGIN and the actor in one trip: row policies need to know who acts before the first row is read.
      await connection.query(
        `begin; select core.enter(${[actor.kind, actor.id, uuids(actor.profile_ids), uuids(actor.place_ids)].map(pg.escapeLiteral).join()})`,
      )
      const tx: Tx = {
        inTransaction: true,
        afterCommit: (work) => void afterwards.add(work),
        query: ({ text, values, name }) =>
          asked(text, () => connection.query({ text, values: values as unknown[], name } as pg.QueryConfig)),
      }
      const result = await work(tx)
      const ended = await connection.query('commit')
      // A statement failed and the caller went on regardless: PostgreSQL answers COMMIT with ROLLBACK, and nothing was written.
      if (ended.command !== 'COMMIT') throw new Error('a failed transaction was to be committed')
      for (const after of afterwards) after()
      return result
    } catch (error) {
      await connection.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      if (attempt < 5 && isLostRace(error)) continue
      throw fromDatabase(error)
    } finally {
      connection.release(broken)
    }
  }
}

function uuids(list: readonly string[] | undefined): string {
  return `{${(list ?? []).join()}}`
}

/** Send one self-contained statement, trying again when it lost a race. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt < 5 && isLostRace(error)) continue
      throw fromDatabase(error)
    }
  }
}

/** Somebody else wrote first what was looked at before: the transaction is tried again from its beginning, and looks anew. */
export class LostRace extends Error {
  readonly code = '40001'
}

function isLostRace(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string }
  // A check without a name is a partition's own: it was made while the row was on its way to the default one.
  return code === '40001' || code === '40P01' || (code === '23514' && constraint === undefined)
}

// The server went away, is not there yet, or is out of connections, memory or disk, or cannot write to it. pg itself says
// so without a code, in these words.
const outage_codes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[1-5]|53[0-3]00|58030)$/
const outage_words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|connection lost)/

// A full quota (EDQUOT) or the largest file (EFBIG) have no code in PostgreSQL: "internal error", out of the part of it that writes files.
const storage = new Set(['md.c', 'fd.c', 'xlog.c', 'slru.c', 'buffile.c', 'copydir.c'])

/** Whether the database could not be reached, or could not write: nothing is wrong with the request, it may be sent again a little later. */
export function isOutage(error: unknown): boolean {
  const { code, file, message, errors } = error as {
    code?: unknown
    file?: string
    message?: unknown
    errors?: unknown[]
  }
  if (typeof code === 'string' && outage_codes.test(code)) return true
  if (code === 'XX000' && file !== undefined && storage.has(file)) return true
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isOutage)
  return error instanceof Error && outage_words.test(String(message))
}

// SQL functions refuse by `raise exception using errcode = 'EG409', message = '<problem code>', detail = '<json>'`.
function fromDatabase(error: unknown): unknown {
  const { code, message, detail } = error as { code?: string; message?: string; detail?: string }
  if (!code?.startsWith('EG')) return error
  return Problem.ofCode(
    message ?? 'core.refused',
    Number(code.slice(2)),
    detail ? (JSON.parse(detail) as Record<string, unknown>) : {},
  )
}

/** The name of the constraint a write broke, if that is what went wrong. */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code?.startsWith('23') ? constraint : undefined
}

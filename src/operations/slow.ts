/** Slow statements: PostgreSQL's own statistics where its server keeps them, else those our processes noticed. */
import { watchStatements } from '#core/asked'
import { type Db, one, type Pool, raw, rows, run, sql } from '#core/database'
import { sha256 } from '#core/id'
import { clock } from '#core/time'

export type Slow = { statement: string; calls: number; total_ms: number; mean_ms: number; max_ms: number }
export type SlowList = { source: 'pg_stat_statements' | 'own'; slower_than_ms: number | null; items: Slow[] }

const slow_ms = () => Number(process.env.ENGAWA_SLOW_MS ?? 200)
const text_max = 2_000
const kept_max = 200
const shown = 50
const kept_days = 7

/** Notice what takes long in this process; `keep` writes it down for all to see. */
export function noticeSlow(): { keep(db: Pool): Promise<void>; stop(): void } {
  let noticed = new Map<string, { calls: number; total_ms: number; max_ms: number }>()
  const stop = watchStatements((text) => {
    const began = performance.now()
    return () => {
      const took_ms = performance.now() - began
      if (took_ms < slow_ms()) return
      const known = noticed.get(text)
      if (!known && noticed.size >= kept_max) return
      const { calls = 0, total_ms = 0, max_ms = 0 } = known ?? {}
      noticed.set(text, { calls: calls + 1, total_ms: total_ms + took_ms, max_ms: Math.max(max_ms, took_ms) })
    }
  })
  return {
    stop,
    async keep(db) {
      if (noticed.size === 0) return
      const found = noticed
      noticed = new Map()
      const list = [...found]
        .map(([text, figures]) => ({
          hash: sha256(text).toString('hex').slice(0, 32),
          statement: text.replace(/\s+/g, ' ').trim().slice(0, text_max),
          ...figures,
        }))
        .sort((a, b) => (a.hash < b.hash ? -1 : 1))
      await run(
        db,
        sql`insert into operations.slow_statement (statement_hash, statement, calls, total_ms, max_ms, first_at, last_at)
            select hash, statement, calls, total_ms, max_ms, ${clock.iso()}, ${clock.iso()} from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
              s(hash text, statement text, calls bigint, total_ms double precision, max_ms double precision)
            on conflict (statement_hash) do update set calls = slow_statement.calls + excluded.calls,
              total_ms = slow_statement.total_ms + excluded.total_ms, max_ms = greatest(slow_statement.max_ms, excluded.max_ms),
              last_at = excluded.last_at`,
      )
    },
  }
}

/** Forget what has not been slow for a week. */
export function tick(db: Pool, now: string): Promise<number> {
  const before = new Date(Date.parse(now) - kept_days * 86_400_000).toISOString()
  return run(db, sql`delete from operations.slow_statement where last_at < ${before}`)
}

/** The statements that cost the most time, first the worst. */
export async function slowStatements(db: Db): Promise<SlowList> {
  const home = await one<{ schema: string }>(
    db,
    sql`select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`,
  )
  if (home) {
    // Installed, yet not loaded or not ours to read: then our own notes.
    const items = await rows<Slow>(
      db,
      raw(`select left(query, ${text_max}) as statement, calls::double precision, total_exec_time as total_ms, mean_exec_time as mean_ms, max_exec_time as max_ms
           from ${home.schema}.pg_stat_statements s where dbid = (select oid from pg_database where datname = current_database())
             and query <> '<insufficient privilege>' order by total_exec_time desc limit ${shown}`),
    ).catch(() => undefined)
    if (items) return { source: 'pg_stat_statements', slower_than_ms: null, items }
  }
  const items = await rows<Slow>(
    db,
    sql`select statement, calls::double precision, total_ms, total_ms / calls as mean_ms, max_ms from operations.slow_statement
        order by total_ms desc limit ${shown}`,
  )
  return { source: 'own', slower_than_ms: slow_ms(), items }
}

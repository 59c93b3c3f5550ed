/** Empties a database, as its owner: only a demo's "start over" does this. */
import { type Db, join, open, type Pool, raw, retrying, rows, run, sql } from '#core/database'

/** Forget everything in these schemas, and what core keeps for them; structure, the key's mark and leases stay. */
export async function wipe(db: Pool, schemas: readonly string[]): Promise<void> {
  const owner = open(db.url, { role: 'engawa_owner', connections: 1, name: 'engawa wipe' })
  try {
    const tables = await tablesOf(owner, schemas)
    const all = join(
      tables.map((name) => raw(name)),
      ', ',
    )
    // The worker may hold one of them while it waits for another.
    await retrying(() => run(owner, sql`truncate ${all} cascade`))
    await run(owner, sql`truncate core.idempotency, core.counter`)
    await run(owner, sql`truncate core.setting_change`)
    await run(owner, sql`delete from core.setting where key not like 'core.%'`)
  } finally {
    await owner.close()
  }
}

async function tablesOf(db: Db, schemas: readonly string[]): Promise<string[]> {
  const found = await rows<{ name: string }>(
    db,
    sql`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any (${schemas})`,
  )
  return found.map(({ name }) => name)
}

/** For tests: looks through everything a database holds for values which should stand nowhere in clear. */
import pg from 'pg'

export type Leak = { table: string; rows: number; sample: string }

/**
 * Tables (jobs among them) with a row in which one of these values stands: as text, inside JSON, or as plain bytes. What is
 * sealed does not show; a value in clear does, whatever column it crept into.
 */
export async function leaks(url: string, values: readonly string[]): Promise<Leak[]> {
  const wanted = values.flatMap((value) => [value, Buffer.from(value).toString('hex'), escaped(value)])
  const pattern = [...new Set(wanted)].map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    )
    const found: Leak[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ n: number; sample: string | null }>(
        `select count(*)::integer as n, min(t::text) as sample from ${name} t where t::text ~ $1`,
        [pattern],
      )
      const [row] = rows
      if (row?.n) found.push({ table: name, rows: row.n, sample: (row.sample ?? '').slice(0, 300) })
    }
    return found
  } finally {
    await client.end()
  }
}

// As JSON of another hand would write it.
function escaped(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The row of every table and view as a TypeScript type, read from the database, in the shapes `#core/database` hands out. */
type Client = { query(text: string): Promise<{ rows: Record<string, unknown>[] }> }

const columnsQuery = `
  select n.nspname || '.' || c.relname as "table", a.attname as name, t.typname as type, a.attnotnull as required
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$|public$|graphile_worker$)'
  order by n.nspname collate "C", c.relname collate "C", a.attnum`

/** What a PostgreSQL type becomes in TypeScript. Numerics stay text: they may exceed what a number holds. */
export function typeOf(name: string): string {
  if (name.startsWith('_')) return `${typeOf(name.slice(1))}[]`
  if (/^(int2|int4|int8|float4|float8|oid)$/.test(name)) return 'number'
  if (name === 'bool') return 'boolean'
  if (name === 'bytea') return 'Buffer'
  if (name === 'json' || name === 'jsonb') return 'unknown'
  if (name === 'timestamp' || name === 'interval') return 'unknown'
  return 'string'
}

/** The text of src/rows.gen.ts. */
export async function rowTypes(db: Client): Promise<string> {
  const columns = (await db.query(columnsQuery)).rows as {
    table: string
    name: string
    type: string
    required: boolean
  }[]
  const tables = Map.groupBy(columns, ({ table }) => table)
  const types = [...tables].map(([table, list]) => {
    const fields = list.map(({ name, type, required }) => `    ${name}: ${typeOf(type)}${required ? '' : ' | null'}`)
    return `  '${table}': {\n${fields.join('\n')}\n  }`
  })
  return [
    '// Generated from the database by npm run generate.',
    "/** A row as it is read: `Row['inventory.stock']`. bigint is a safe integer, times are ISO text in UTC. */",
    `export type Row = {\n${types.join('\n')}\n}`,
    '',
  ].join('\n')
}

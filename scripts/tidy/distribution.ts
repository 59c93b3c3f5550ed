/** The manifest of layouts held against the real catalogue: what a cluster would refuse is refused today, on one server. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Layout } from '../../migrations/manifest.ts'
import { type Finding, lineAt } from './source.ts'

type Client = { query(text: string): Promise<{ rows: Record<string, unknown>[] }> }
type Table = {
  name: string
  schema: string
  columns: { name: string; type: string; required: boolean; counted: boolean }[]
}
type Key = { table: string; name: string; primary: boolean; columns: string[] }
type ForeignKey = { table: string; name: string; columns: string[]; to: string; to_columns: string[] }

// Partitions follow their parent; graphile-worker keeps its own house in a schema of its own.
const tablesQuery = `
  select n.nspname || '.' || c.relname as name, n.nspname as schema,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
        'counted', a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid), '') like '%nextval(%') order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|information_schema$|graphile_worker$)'
  order by 1`
const keysQuery = `
  select n.nspname || '.' || c.relname as "table", i.relname as name, x.indisprimary as primary,
    (select json_agg(coalesce(a.attname, '(expression)') order by k.at) from unnest(x.indkey::int[]) with ordinality as k(attnum, at)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0) as columns
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where x.indisunique and not c.relispartition and n.nspname !~ '^(pg_|information_schema$|graphile_worker$)'
  order by 1, 2`
const foreignKeysQuery = `
  select n.nspname || '.' || c.relname as "table", f.conname as name, tn.nspname || '.' || t.relname as "to",
    (select json_agg(a.attname order by k.at) from unnest(f.conkey) with ordinality as k(attnum, at)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum) as columns,
    (select json_agg(a.attname order by k.at) from unnest(f.confkey) with ordinality as k(attnum, at)
      join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum) as to_columns
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
  where f.contype = 'f' and not c.relispartition
  order by 1, 2`

/** Everything in the database that breaks its layout in the manifest. */
export async function distribution(
  db: Client,
  manifest: Readonly<Record<string, Layout>>,
  house: string,
): Promise<Finding[]> {
  const tables = (await db.query(tablesQuery)).rows as Table[]
  const keys = (await db.query(keysQuery)).rows as Key[]
  const foreignKeys = (await db.query(foreignKeysQuery)).rows as ForeignKey[]
  const place = placeOf(house)
  const found: Finding[] = []
  const add = (table: string, message: string) =>
    found.push({ rule: 'distribution', ...place(table), message: `${table}: ${message}` })

  for (const name of Object.keys(manifest))
    if (!tables.some((table) => table.name === name)) add(name, 'is in the manifest and not in the database')
  const peopleAt = new Map(
    tables.filter(({ name }) => manifest[name] === 'person').map(({ schema, name }) => [schema, name]),
  )
  for (const table of tables) {
    const layout = manifest[table.name]
    const mine = keys.filter((key) => key.table === table.name)
    if (!layout) {
      add(table.name, 'has no layout in migrations/manifest.ts')
      continue
    }
    const key = layout === 'person' ? 'profile_id' : typeof layout === 'object' ? layout.value : undefined
    if (key) {
      const column = table.columns.find(({ name }) => name === key)
      if (!column) add(table.name, `has no ${key}`)
      else if (!column.required) add(table.name, `${key} may be null`)
      if (layout === 'person' && column && column.type !== 'uuid')
        add(table.name, `profile_id is ${column.type}, not uuid`)
      if (!mine.some(({ primary }) => primary)) add(table.name, 'has no primary key')
      for (const { name, columns } of mine) {
        // A value may be qualified (kind before token): what matters is that every unique holds it.
        const holds = layout === 'person' ? columns[0] === key : columns.includes(key)
        if (!holds)
          add(
            table.name,
            `${name} (${columns}) ${layout === 'person' ? 'does not begin with' : 'does not hold'} ${key}`,
          )
      }
      for (const { name } of table.columns.filter(({ counted }) => counted))
        add(table.name, `${name} counts by itself; use an id made beforehand`)
    }
    if (layout === 'one-node') {
      if (table.columns.some(({ name }) => name === 'profile_id'))
        add(table.name, 'sits on one node and carries profile_id')
      const people = peopleAt.get(table.schema)
      if (people) add(table.name, `sits on one node in a schema with people (${people})`)
    }
  }
  for (const { table, name, to, columns, to_columns } of foreignKeys) {
    const from = manifest[table]
    const target = manifest[to]
    if (!from || !target || target === 'reference') continue
    const beside =
      from === 'person' && target === 'person' && columns[0] === 'profile_id' && to_columns[0] === 'profile_id'
    const together = from === 'one-node' && target === 'one-node' && table.split('.')[0] === to.split('.')[0]
    if (!beside && !together)
      add(table, `${name} (${columns}) points at ${to} (${to_columns}), which may lie on another machine`)
  }
  return found
}

/** Where a table is made: file and line of its migration, or the manifest when no migration makes it. */
function placeOf(house: string): (table: string) => { path: string; line: number } {
  const files = readdirSync(join(house, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({
      path: `migrations/${name}`,
      text: readFileSync(join(house, 'migrations', name), 'utf8').replaceAll('"', ''),
    }))
  return (table) => {
    for (const { path, text } of files) {
      const at = text.search(new RegExp(`create table (if not exists )?${table.replace('.', '\\.')}\\b`, 'i'))
      if (at >= 0) return { path, line: lineAt(text, at) }
    }
    return { path: 'migrations/manifest.ts', line: 1 }
  }
}

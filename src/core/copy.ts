/** Copies a whole database beside itself, so that something may be broken in the copy. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '#core/migrate'

export type Copy = { url: string; drop(): Promise<void> }
const rows_per_trip = 1_000

/** Make a copy: by the server itself when nobody is connected, else row by row from one snapshot while work goes on. */
export async function copyDatabase(url: string, rooms: readonly string[]): Promise<Copy> {
  const source = new URL(url).pathname.slice(1)
  const name = `${source}_copy_${randomBytes(4).toString('hex')}`
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const copy = new URL(url)
  copy.pathname = `/${name}`
  const drop = () =>
    inside(admin.href, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`))
  try {
    const cloned = await inside(admin.href, async (client) => {
      // Asked first, since the server waits five seconds for others to leave before it refuses.
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1 limit 1', [source])
      if (!rowCount) {
        try {
          await client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(source)}`)
          return true
        } catch (error) {
          // 55006: somebody has connected to the source since.
          if ((error as { code?: string }).code !== '55006') throw error
        }
      }
      await client.query(`create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`)
      return false
    })
    if (!cloned) {
      await migrate(copy.href, rooms)
      await copyRows(url, copy.href)
    }
  } catch (error) {
    await drop()
    throw error
  }
  return { url: copy.href, drop: async () => void (await drop()) }
}

async function copyRows(from: string, to: string): Promise<void> {
  await inside(to, async (target) => {
    await target.query('begin; set local role engawa_owner')
    // What the migrations put in comes again with the rows; without foreign keys the order does not matter.
    const { rows: tables } = await target.query<{ name: string }>(tables_sql)
    const { rows: keys } = await target.query<{ statement: string }>(drop_keys_sql)
    for (const { statement } of keys) await target.query(statement)
    for (const { name } of tables) await target.query(`delete from ${name}`)
    await inside(from, async (client) => {
      await client.query('begin isolation level repeatable read read only; set local role engawa_owner')
      for (const { name } of tables) {
        await client.query(`declare row_by_row no scroll cursor for select to_jsonb(t) as row from ${name} t`)
        for (;;) {
          const { rows } = await client.query<{ row: unknown }>(`fetch ${rows_per_trip} from row_by_row`)
          if (rows.length === 0) break
          await target.query(`insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`, [
            JSON.stringify(rows.map(({ row }) => row)),
          ])
        }
        await client.query('close row_by_row')
      }
      await client.query('commit')
    })
    await target.query('commit; analyze')
  })
}

const own_tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  where pg_get_userbyid(c.relowner) = 'engawa_owner' and not c.relispartition and c.relkind in ('r', 'p')`
const tables_sql = `select format('%I.%I', n.nspname, c.relname) as name from ${own_tables} order by 1`
const drop_keys_sql = `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as statement
  from pg_constraint k where k.contype = 'f' and k.conrelid in (select c.oid from ${own_tables})`

async function inside<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'engawa copy', options: '-c timezone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

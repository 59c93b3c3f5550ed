/**
 * Brings a database to this program's version: `migrations/NNNN_name.sql` forward only, then each room's SQL files
 * (functions and views) whenever they changed. Every file is one transaction, run as engawa_owner, recorded with its hash.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Db, one, rows, sql } from '#core/database'
import { refuse } from './problem.ts'

const root = join(import.meta.dirname, '../..')
// "engawa" in ASCII: any constant does, as long as every engawa uses it.
const lockKey = 0x656e67617761

/** Apply what is missing and return the names of the files applied; safe to run from many processes at once. */
export async function migrate(url: string, rooms: readonly string[], house = root): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'engawa migrate' })
  await client.connect()
  try {
    await refuseOldServer(client)
    // A lock of the session, not of a transaction: every file commits on its own.
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await prepare(client)
    const migrated = await applyMigrations(client, join(house, 'migrations'))
    return [...migrated, ...(await applyFunctions(client, rooms, join(house, 'src')))]
  } finally {
    await client.end()
  }
}

/** What `migrate` would apply, without applying it: files this database has not seen, or not as they are now. */
export async function pendingMigrations(db: Db, rooms: readonly string[], house = root): Promise<string[]> {
  const there = await one<{ there: boolean }>(db, sql`select to_regclass('core.function_file') is not null as there`)
  const known = there?.there
    ? await rows<{ name: string; hash: string }>(
        db,
        sql`select name, hash from core.migration union all select room, hash from core.function_file`,
      )
    : []
  const hashes = new Map(known.map(({ name, hash }) => [name, hash]))
  const files = readdirSync(join(house, 'migrations')).filter((name) => name.endsWith('.sql'))
  const missing = files.filter((name) => hashes.get(name) !== read(join(house, 'migrations', name)).hash)
  for (const room of ['core', ...rooms])
    for (const name of repeatable(join(house, 'src', room))) {
      const key = name === 'functions.sql' ? room : `${room}/${name}`
      if (hashes.get(key) !== read(join(house, 'src', room, name)).hash) missing.push(`${room}/${name}`)
    }
  return missing.sort()
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
  )
  const { version = '0', encoding = '' } = rows[0] ?? {}
  if (Number(version) < 150000) {
    refuse(
      'core.postgres_too_old',
      500,
      `PostgreSQL 15 以降が必要です（接続先は ${Math.floor(Number(version) / 10000)}）。`,
      `PostgreSQL 15 or newer is needed (this server is ${Math.floor(Number(version) / 10000)}).`,
    )
  }
  if (encoding !== 'UTF8') {
    refuse(
      'core.database_not_utf8',
      500,
      `データベースの文字コードは UTF8 でなければなりません（接続先は ${encoding}）。`,
      `The database must be encoded in UTF8 (this one is ${encoding}).`,
    )
  }
}

/** Roles belong to the whole server, so databases migrated side by side may make them at the same moment. */
async function prepare(client: pg.Client): Promise<void> {
  for (const role of ['engawa_owner', 'engawa_app']) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (!rowCount) await yieldToOthers(client, `create role ${role} nologin`, ['42710', '23505'])
    const member = await client.query(`select 1 where pg_has_role(current_user, $1, 'member')`, [role])
    if (!member.rowCount) await yieldToOthers(client, `grant ${role} to current_user`, ['XX000'])
  }
  await client.query(`
    do $$ begin execute format('grant create on database %I to engawa_owner', current_database()); end $$;
    create schema if not exists core authorization engawa_owner;
    set role engawa_owner;
    create table if not exists core.migration (name text primary key, hash text not null, applied_at timestamptz not null);
    create table if not exists core.function_file (room text primary key, hash text not null, applied_at timestamptz not null);
    reset role;
  `)
}

async function yieldToOthers(client: pg.Client, statement: string, codes: string[]): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    if (!codes.includes((error as pg.DatabaseError).code ?? '')) throw error
  }
}

async function applyMigrations(client: pg.Client, folder: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from core.migration')
  const known = new Map(rows.map((row) => [row.name, row.hash]))
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .sort()
    : []
  for (const name of known.keys()) {
    if (files.includes(name)) continue
    refuse(
      'core.database_newer',
      409,
      `データベースには、この版の engawa が知らない変更 ${name} が入っています。新しい版の engawa で起動してください。`,
      `The database has a change this engawa does not know (${name}). Start it with a newer engawa.`,
    )
  }
  const last = [...known.keys()].sort().at(-1) ?? ''
  const applied: string[] = []
  for (const name of files) {
    const { text, hash } = read(join(folder, name))
    if (known.get(name) === hash) continue
    if (known.has(name)) {
      refuse(
        'core.migration_changed',
        409,
        `適用済みの migrations/${name} が書き換えられています。元に戻し、変更は新しいファイルに書いてください。`,
        `migrations/${name} was applied before and has been edited since. Put it back and write the change as a new file.`,
      )
    }
    if (name < last) {
      refuse(
        'core.migration_out_of_order',
        409,
        `migrations/${name} は適用済みの ${last} より前の番号です。後の番号にしてください。`,
        `migrations/${name} comes before ${last}, which is applied. Give it a later number.`,
      )
    }
    await apply(client, `migrations/${name}`, text, `insert into core.migration values ($1, $2, $3)`, [name, hash])
    applied.push(name)
  }
  return applied
}

async function applyFunctions(client: pg.Client, rooms: readonly string[], folder: string): Promise<string[]> {
  const { rows } = await client.query<{ room: string; hash: string }>('select room, hash from core.function_file')
  const known = new Map(rows.map((row) => [row.room, row.hash]))
  const applied: string[] = []
  for (const room of ['core', ...rooms]) {
    for (const name of repeatable(join(folder, room))) {
      const { text, hash } = read(join(folder, room, name))
      const key = name === 'functions.sql' ? room : `${room}/${name}`
      if (known.get(key) === hash) continue
      const record = `insert into core.function_file values ($1, $2, $3)
        on conflict (room) do update set hash = excluded.hash, applied_at = excluded.applied_at`
      await apply(client, `src/${room}/${name}`, text, record, [key, hash])
      applied.push(`${room}/${name}`)
    }
  }
  return applied
}

/** A room's own SQL, `functions.sql` first, then by noun; schema.sql is what comes out, not what goes in. */
function repeatable(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql') && name !== 'schema.sql')
  return files.sort((a, b) => Number(b === 'functions.sql') - Number(a === 'functions.sql') || (a < b ? -1 : 1))
}

async function apply(client: pg.Client, file: string, text: string, record: string, key: string[]): Promise<void> {
  await client.query('begin; set local role engawa_owner')
  try {
    await client.query(text)
    await client.query(record, [...key, new Date()])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const position = Number((error as pg.DatabaseError).position)
    const line = position ? `:${text.slice(0, position).split('\n').length}` : ''
    throw new Error(`${file}${line}: ${(error as Error).message}`, { cause: error })
  }
}

/** Line ends are made equal first: a checkout on Windows holds the same file. */
function read(file: string): { text: string; hash: string } {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  return { text, hash: createHash('sha256').update(text).digest('hex') }
}

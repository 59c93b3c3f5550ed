import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import pg from 'pg'
import { noOne } from '#core/id'
import { type TestDatabase, testDatabase } from '#core/testing'

const a = '0190a000-0000-7000-8000-00000000000a'
const b = '0190b000-0000-7000-8000-00000000000b'

// The wall behind the API: PostgreSQL itself, asked as the application's role, with no route in between.
suite('a person’s rows are hers in the database itself', () => {
  let database: TestDatabase
  let client: pg.Client
  let tables: string[]
  before(async () => {
    database = await testDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    tables = await list(`
      select format('%I.%I', n.nspname, c.relname) as found from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attname = 'profile_id' and c.relkind in ('r', 'p') and not c.relispartition order by 1`)
  })
  after(async () => {
    await client.end()
    await database.close()
  })

  async function list(text: string): Promise<string[]> {
    return (await client.query<{ found: string }>(text)).rows.map(({ found }) => found)
  }

  /** Do something as the application, acting for somebody; undone afterwards. */
  async function as<T>(kind: string, profiles: string[], work: () => Promise<T>): Promise<T> {
    await client.query('savepoint scope')
    await client.query('set local role engawa_app')
    await client.query('select core.enter($1, $2, $3, null)', [kind, profiles[0] ?? 'nobody', profiles])
    try {
      return await work()
    } finally {
      await client.query('rollback to savepoint scope')
    }
  }

  /** One row for each of the two in every table that knows whose a row is, whatever its other columns ask for. */
  async function sow(): Promise<void> {
    await client.query('set local session_replication_role = replica')
    for (const table of tables) {
      const { rows } = await client.query<{ name: string; type: string }>(
        `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
         where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attgenerated = '' and a.attidentity = ''`,
        [table],
      )
      for (const check of await list(
        `select conname as found from pg_constraint where conrelid = '${table}'::regclass and contype = 'c'`,
      ))
        await client.query(`alter table ${table} drop constraint "${check}"`)
      for (const [at, who] of [a, b].entries()) {
        const columns = rows.filter(({ name }) => name !== 'profile_id')
        const values = columns.map(({ name, type }) => `${literal(type, at, name)}::${type}`)
        const names = ['profile_id', ...columns.map(({ name }) => `"${name}"`)]
        await client.query(`insert into ${table} (${names.join()}) values (${[`'${who}'`, ...values].join()})`)
      }
    }
    await client.query('set local session_replication_role = origin')
  }

  test('every table that says whose a row is has a policy, and none is forgotten by a new one', async () => {
    assert.ok(tables.length > 20, `${tables.length} tables`)
    const open = await list(`
      select format('%I.%I', n.nspname, c.relname) as found from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attname = 'profile_id' and c.relkind in ('r', 'p') and not c.relispartition
        and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid)) order by 1`)
    assert.deepEqual(open, [], 'call core.guard_person or core.guard_look_up in its migration')
  })

  test('a partition is reached only through its log, where the policy is', async () => {
    const reachable = await list(`
      select format('%I.%I', n.nspname, c.relname) as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relispartition and has_table_privilege('engawa_app', c.oid, 'select, insert, update, delete') order by 1`)
    assert.deepEqual(reachable, [])
  })

  test('a member’s scope reads, changes, deletes and writes no row of another, in any table', async () => {
    await client.query('begin')
    try {
      await sow()
      for (const table of tables) {
        const seen = await as('member', [a], () => list(`select profile_id::text as found from ${table}`))
        assert.deepEqual(seen, [a], `${table}: A sees`)
        const none = await as('nobody', [], () => list(`select profile_id::text as found from ${table}`))
        assert.deepEqual(none, [], `${table}: nobody sees`)
        for (const statement of [
          `update ${table} set profile_id = profile_id where profile_id = '${b}'`,
          `delete from ${table} where profile_id = '${b}'`,
        ]) {
          const touched = await as('member', [a], async () => {
            try {
              return (await client.query(statement)).rowCount
            } catch (error) {
              // A ledger: the application may not change it at all.
              assert.match((error as Error).message, /permission denied/, statement)
              return 0
            }
          })
          assert.equal(touched, 0, statement)
        }
        await assert.rejects(
          as('member', [a], () =>
            client.query(`insert into ${table} select * from ${table} where false union all
            select (jsonb_populate_record(x, jsonb_build_object('profile_id', '${noOne}'))).* from ${table} x`),
          ),
          /row-level security|permission denied/,
          `${table}: A writes in another's name`,
        )
      }
    } finally {
      await client.query('rollback')
    }
  })

  test('a connection that does not say who acts sees nobody’s rows but through look-ups by value', async () => {
    await client.query('begin')
    try {
      await sow()
      const looks = await list(`
        select format('%I.%I', n.nspname, c.relname) as found from pg_policy p join pg_class c on c.oid = p.polrelid
        join pg_namespace n on n.oid = c.relnamespace where pg_get_expr(p.polqual, p.polrelid) like '%looks_up%'`)
      await client.query('set local role engawa_app')
      for (const table of tables.filter((each) => !looks.includes(each)))
        assert.deepEqual(await list(`select profile_id::text as found from ${table}`), [], table)
    } finally {
      await client.query('rollback')
    }
  })

  test('the application owns nothing, makes nothing, and changes no ledger', async () => {
    const owned = await list(`
      select format('%I.%I', n.nspname, c.relname) as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner where r.rolname = 'engawa_app'`)
    assert.deepEqual(owned, [])
    const [role] = (
      await client.query<Record<string, boolean>>(
        "select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin from pg_roles where rolname = 'engawa_app'",
      )
    ).rows
    assert.deepEqual(Object.values(role ?? {}), [false, false, false, false, false])
    for (const ledger of [
      'access.audit',
      'activity.event',
      'loyalty.posting',
      'loyalty.journal',
      'inventory.movement',
      'consent.decision',
    ]) {
      const { rows } = await client.query<{ may: boolean }>(
        `select has_table_privilege('engawa_app', '${ledger}', 'update') or has_table_privilege('engawa_app', '${ledger}', 'delete') as may`,
      )
      assert.equal(rows[0]?.may, false, ledger)
    }
  })
})

/** Some value of a type, another for each row. */
function literal(type: string, at: number, name: string): string {
  if (type.endsWith('[]')) return "'{}'"
  if (type === 'uuid') return `'0190c000-0000-7000-8000-00000000000${at}'`
  if (type === 'bytea') return `'\\x0${at}'`
  if (type === 'jsonb' || type === 'json') return "'{}'"
  if (type === 'boolean') return 'false'
  if (type === 'date' || type.startsWith('timestamp')) return `'2026-01-0${at + 1}'`
  if (type.startsWith('time')) return "'10:00'"
  if (/int|numeric|double|real/.test(type)) return String(at + 1)
  return `'${name.slice(0, 1)}${at}'`
}

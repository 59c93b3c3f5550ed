import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, suite, test } from 'node:test'
import pg from 'pg'
import { migrate } from '#core/migrate'
import { Problem } from '#core/problem'

const server = process.env.ENGAWA_TEST_URL ?? ''

suite('migrations', () => {
  const name = `${process.env.ENGAWA_TEST_TEMPLATE}_migrate`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  let house = ''
  const file = (path: string, text: string) => writeFileSync(join(house, path), text)
  const refused = (code: string) => (error: unknown) => error instanceof Problem && error.code === code

  beforeEach(async () => {
    house = mkdtempSync(join(tmpdir(), 'engawa-house-'))
    mkdirSync(join(house, 'migrations'))
    mkdirSync(join(house, 'src/tea'), { recursive: true })
    await query(server, `drop database if exists "${name}" with (force)`)
    await query(server, `create database "${name}" template template0`)
    file('migrations/0001_tea.sql', 'create schema tea; create table tea.cup (size integer);')
    file(
      'src/tea/functions.sql',
      'create or replace function tea.cups() returns bigint language sql as $$ select count(*) from tea.cup $$;',
    )
  })
  afterEach(() => rmSync(house, { recursive: true, force: true }))
  after(async () => {
    await query(server, `drop database if exists "${name}" with (force)`)
  })

  test('apply once, in order, owned by engawa_owner', async () => {
    file('migrations/0002_size.sql', 'alter table tea.cup add column colour text;')
    assert.deepEqual(await migrate(url, ['tea'], house), ['0001_tea.sql', '0002_size.sql', 'tea/functions.sql'])
    assert.deepEqual(await migrate(url, ['tea'], house), [])
    const { rows } = await query(url, `select tableowner from pg_tables where schemaname = 'tea'`)
    assert.deepEqual(rows, [{ tableowner: 'engawa_owner' }])
  })

  test('apply a functions file again when it changed', async () => {
    await migrate(url, ['tea'], house)
    file(
      'src/tea/functions.sql',
      'create or replace function tea.cups() returns bigint language sql as $$ select 7::bigint $$;',
    )
    assert.deepEqual(await migrate(url, ['tea'], house), ['tea/functions.sql'])
    assert.deepEqual((await query(url, 'select tea.cups()')).rows, [{ cups: '7' }])
  })

  test('a room may keep its SQL in several files: functions.sql first, the rest by name, never the dump', async () => {
    file('src/tea/pots.sql', 'create or replace view tea.pot as select tea.cups() / 4 as pots;')
    file('src/tea/schema.sql', 'select this is not SQL')
    const all = ['0001_tea.sql', 'tea/functions.sql', 'tea/pots.sql']
    assert.deepEqual(await migrate(url, ['tea'], house), all)
    file('src/tea/pots.sql', 'create or replace view tea.pot as select tea.cups() / 2 as pots;')
    assert.deepEqual(await migrate(url, ['tea'], house), ['tea/pots.sql'])
  })

  test('refuse an applied file that was edited', async () => {
    await migrate(url, ['tea'], house)
    file('migrations/0001_tea.sql', 'create schema tea;')
    await assert.rejects(migrate(url, ['tea'], house), refused('core.migration_changed'))
  })

  test('refuse a new file numbered before an applied one', async () => {
    file('migrations/0003_late.sql', 'select 1;')
    await migrate(url, ['tea'], house)
    file('migrations/0002_early.sql', 'select 1;')
    await assert.rejects(migrate(url, ['tea'], house), refused('core.migration_out_of_order'))
  })

  test('refuse a database that a newer engawa has changed', async () => {
    file('migrations/0002_future.sql', 'select 1;')
    await migrate(url, ['tea'], house)
    rmSync(join(house, 'migrations/0002_future.sql'))
    await assert.rejects(migrate(url, ['tea'], house), refused('core.database_newer'))
  })

  test('leave nothing of a file that fails, and name its line', async () => {
    file('migrations/0002_broken.sql', 'create table tea.pot (size integer);\n\nselect nothing from nowhere;')
    await assert.rejects(
      migrate(url, ['tea'], house),
      /migrations\/0002_broken\.sql:3: relation "nowhere" does not exist/,
    )
    assert.deepEqual((await query(url, `select to_regclass('tea.pot') as pot`)).rows, [{ pot: null }])
    file('migrations/0002_broken.sql', 'create table tea.pot (size integer);')
    assert.deepEqual(await migrate(url, ['tea'], house), ['0002_broken.sql', 'tea/functions.sql'])
  })

  test('several processes may migrate one database at once', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, ['tea'], house)))
    assert.deepEqual(applied.flat(), ['0001_tea.sql', 'tea/functions.sql'])
  })

  test('line ends of another system are not a change', async () => {
    file('migrations/0002_lines.sql', 'select 1;\nselect 2;\n')
    await migrate(url, ['tea'], house)
    file('migrations/0002_lines.sql', 'select 1;\r\nselect 2;\r\n')
    assert.deepEqual(await migrate(url, ['tea'], house), [])
  })
})

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return await client.query(text).finally(() => client.end())
}

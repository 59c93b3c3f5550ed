/** What a former release wrote is brought to this version: every balance is right, everybody is found and read, the shop goes on. */
import assert from 'node:assert/strict'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { suite, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { makeApiKey } from '../src/access/access.ts'
import { system } from '../src/core/actor.ts'
import { open, raw, rows, transaction } from '../src/core/database.ts'
import { forgetKept } from '../src/core/kept.ts'
import { confirmKey } from '../src/core/key.ts'
import { migrate } from '../src/core/migrate.ts'
import { useKey } from '../src/core/secret.ts'
import { find, open as openPerson } from '../src/customers/customers.ts'
import { buildApp } from '../src/http.ts'
import { rooms } from '../src/rooms.ts'
import { verify } from '../src/verify.ts'
import { key } from './retailer.ts'

const root = join(import.meta.dirname, '..')
const server = process.env.ENGAWA_TEST_URL ?? ''
type Kept = { table: string; row: Record<string, unknown> }

suite('a database of a former release', () => {
  for (const file of globSync(join(import.meta.dirname, 'upgrade/*.ndjson.gz')))
    test(basename(file, '.ndjson.gz'), async () => {
      const name = `${process.env.ENGAWA_TEST_TEMPLATE}_upgrade`
      const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
      await ask(server, `create database "${name}" encoding 'UTF8' template template0`)
      try {
        const kept = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
        await asItWas(
          url,
          kept.map((line) => JSON.parse(line) as Kept),
        )
        const applied = await migrate(url, rooms)
        assert.ok(applied.some((one) => one.endsWith('.sql') && /^\d{4}_/.test(one)))
        await goesOn(url)
      } finally {
        await ask(server, `drop database "${name}" with (force)`)
      }
    })
})

/** The release's own structure, by the migrations it had, and its rows. */
async function asItWas(url: string, kept: readonly Kept[]): Promise<void> {
  const house = mkdtempSync(join(tmpdir(), 'engawa-release-'))
  mkdirSync(join(house, 'migrations'))
  for (const { table, row } of kept)
    if (table === 'core.migration')
      copyFileSync(join(root, 'migrations', String(row.name)), join(house, 'migrations', String(row.name)))
  await migrate(url, [], house)
  rmSync(house, { recursive: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Rows come in the order of their tables' names: what points elsewhere is whole again at the end.
    await client.query('begin; set local session_replication_role = replica')
    const tables = Map.groupBy(kept, ({ table }) => table)
    for (const [table, list] of tables) {
      await client.query(`delete from ${table}`)
      await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        JSON.stringify(list.map(({ row }) => row)),
      ])
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function goesOn(url: string): Promise<void> {
  forgetKept()
  useKey(key)
  const db = open(url, { connections: 4 })
  const app = await buildApp(db)
  try {
    await confirmKey(db, 'test')
    const wrong = (await verify(url)).filter(({ ok }) => !ok)
    assert.deepEqual(
      wrong.map(({ check, sample }) => ({ check, sample })),
      [],
    )
    const people = await transaction(db, system, (tx) =>
      rows<{ profile_id: string }>(tx, raw(`select profile_id from customers.profile where kind = 'member'`)),
    )
    assert.ok(people.length >= 2)
    for (const { profile_id } of people) {
      const { email } = await transaction(db, system, (tx) => openPerson(tx, profile_id))
      assert.equal(await transaction(db, system, (tx) => find(tx, 'email', email as string)), profile_id)
    }
    const [shop] = await transaction(db, system, (tx) =>
      rows<{ place_id: string; variant_id: string }>(
        tx,
        raw(
          `select s.place_id, s.variant_id from inventory.stock s join stores.place p using (place_id) where p.kind = 'shop' and s.on_hand - s.reserved > 0 limit 1`,
        ),
      ),
    )
    const made = await transaction(db, system, (tx) => makeApiKey(tx, { name: 'upgrade', scopes: ['*'] }))
    const sale = await app.inject({
      method: 'POST',
      url: '/v1/orders',
      headers: { authorization: `Bearer ${made.key}`, 'idempotency-key': 'after the upgrade' },
      payload: {
        way: 'carry',
        place_id: shop?.place_id,
        lines: [{ variant_id: shop?.variant_id, quantity: 1 }],
        payments: [{ method: 'cash' }],
      },
    })
    assert.equal(sale.statusCode, 201, sale.body)
  } finally {
    await app.close()
    await db.close()
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

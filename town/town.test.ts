/** The whole town through the API: opened, a week lived, ledgers right, and the same town again from the same seed. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { follow } from '#activity/activity'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { rows, type Sql, sql, transaction } from '#core/database'
import { applyHouseClock } from '#core/house-clock'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { setClock } from '#core/time'
import { type Made, makeTown } from '#demo-town'
import { buildApp } from '#http'
import { reactions } from '#reactions'
import { verify } from '#verify'

const plan = { seed: 'test', run: 'first-run', start: '2026-11-08', until: '2026-11-15T03:00:00.000Z' }
const databases: TestDatabase[] = []
const apps: App[] = []
let first: Made | undefined
after(async () => {
  setClock()
  for (const one of apps) await one.close()
  for (const one of databases) await one.close()
})

async function town(): Promise<{ made: Made; database: TestDatabase; app: App }> {
  useKey('a key for the town, of a throw-away database')
  follow(reactions)
  const database = await testDatabase()
  databases.push(database)
  const app = await buildApp(database.db)
  apps.push(app)
  await applyHouseClock(database.db)
  return { made: await makeTown(database.db, app, plan), database, app }
}

test('the town lives a week through the public API, and every ledger is right', async (t) => {
  const { made, database, app } = await town()
  first = made
  t.diagnostic(
    `${made.orders} orders, ¥${made.yen}, ${made.active} customers, ${made.refused} refused, ${made.calls} calls in ${made.took_ms} ms`,
  )
  assert.ok(made.orders >= 350, `${made.orders} orders`)
  assert.ok(made.active >= 100, `${made.active} customers`)
  const channels = await seen<{ channel: string }>(database, sql`select distinct channel from orders."order"`)
  assert.ok(channels.length >= 4, channels.map(({ channel }) => channel).join())
  const rates = await seen<{ rate: number }>(
    database,
    sql`select distinct rate_num * 100 / rate_den as rate from orders.line order by 1`,
  )
  assert.ok([8, 10].every((rate) => rates.some((one) => one.rate === rate)))
  for (const finding of await verify(database.url)) assert.deepEqual(finding.sample, [], finding.check)
  const again = await makeTown(database.db, app, plan)
  assert.deepEqual(withoutTime(again), withoutTime(made), 'played again, nothing is done twice')
  const [{ count } = { count: 0 }] = await seen<{ count: number }>(
    database,
    sql`select count(*)::integer as count from orders."order"`,
  )
  assert.equal(count, made.orders)
})

test('the same seed gives the same town', async () => {
  assert.ok(first)
  assert.deepEqual(withoutTime((await town()).made), withoutTime(first))
})

function withoutTime({ took_ms, calls, ...rest }: Made) {
  return rest
}

function seen<Row>({ db }: TestDatabase, statement: Sql): Promise<Row[]> {
  return transaction(db, system, (tx) => rows<Row>(tx, statement))
}

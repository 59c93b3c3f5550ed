/** The whole town through the API: opened, a week lived, ledgers right, and the same town again from the same seed. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { follow } from '#activity/activity'
import { rows, sql } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { setClock } from '#core/time'
import { type Made, makeTown } from '#demo-town'
import { reactions } from '#reactions'
import { verify } from '#verify'

const plan = { seed: 'test', run: 'first-run', start: '2026-11-08', until: '2026-11-15T03:00:00.000Z' }
const databases: TestDatabase[] = []
after(async () => {
  setClock()
  for (const one of databases) await one.close()
})

async function town(): Promise<{ made: Made; database: TestDatabase }> {
  useKey('a key for the town, of a throw-away database')
  follow(reactions)
  const database = await testDatabase()
  databases.push(database)
  return { made: await makeTown(database.db, plan, () => {}), database }
}

test('the town lives a week through the public API, and every ledger is right', async (t) => {
  const { made, database } = await town()
  t.diagnostic(`${made.orders} orders, ¥${made.yen}, ${made.active} customers, ${made.refused} refused, ${made.calls} calls in ${made.took_ms} ms`)
  assert.ok(made.orders >= 350, `${made.orders} orders`)
  assert.ok(made.active >= 100, `${made.active} customers`)
  const channels = await rows<{ channel: string }>(database.db, sql`select distinct channel from orders."order"`)
  assert.ok(channels.length >= 4, channels.map(({ channel }) => channel).join())
  const rates = await rows<{ rate: number }>(database.db, sql`select distinct rate_num * 100 / rate_den as rate from orders.line order by 1`)
  assert.ok([8, 10].every((rate) => rates.some((one) => one.rate === rate)))
  for (const finding of await verify(database.url)) assert.deepEqual(finding.sample, [], finding.check)
  const again = await makeTown(database.db, plan, () => {})
  assert.deepEqual(withoutTime(again), withoutTime(made), 'played again, nothing is done twice')
  const [{ count } = { count: 0 }] = await rows<{ count: number }>(database.db, sql`select count(*)::integer as count from orders."order"`)
  assert.equal(count, made.orders)
})

test('the same seed gives the same town', async () => {
  const { made } = await town()
  assert.deepEqual(withoutTime(made), withoutTime((await town()).made))
})

function withoutTime({ took_ms, calls, ...rest }: Made) {
  return rest
}

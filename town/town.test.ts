/** The whole town through the API: opened, a week lived, ledgers right, and the town's own books equal to the platform's. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from '#core/database'
import type { Made } from '#demo-town'
import { verify } from '#verify'
import { seen, towns } from './testing.ts'

const plan = { seed: 'test', run: 'first-run', start: '2026-11-08', until: '2026-11-15T03:00:00.000Z' }
const { town, close } = towns()
after(close)

test('the town lives a week through the public API, every ledger is right, and so are its own books', async (t) => {
  const { made, database, again } = await town(plan)
  t.diagnostic(
    `${made.orders} orders, ¥${made.yen}, ${made.active} customers, ${made.refused} refused, ${made.calls} calls in ${made.took_ms} ms`,
  )
  assert.deepEqual(made.reckoning?.differences, [])
  assert.equal(made.reckoning?.orders, made.orders)
  assert.ok(made.orders >= 350, `${made.orders} orders`)
  assert.ok(made.active >= 100, `${made.active} customers`)
  const channels = await seen<{ channel: string }>(database, sql`select distinct channel from orders."order"`)
  assert.ok(channels.length >= 4, channels.map(({ channel }) => channel).join())
  const rates = await seen<{ rate: number }>(
    database,
    sql`select distinct rate_num * 100 / rate_den as rate from orders.line order by 1`,
  )
  assert.ok([8, 10].every((rate) => rates.some((one) => one.rate === rate)))
  const scenes = await seen<{ scene: string }>(
    database,
    sql`select payload->>'scene' as scene from activity.event where type = 'Scene Started' order by occurred_at`,
  )
  assert.equal(new Set(scenes.map(({ scene }) => scene)).size, 6, 'every scene is on the timeline')
  for (const finding of await verify(database.url)) assert.deepEqual(finding.sample, [], finding.check)
  assert.deepEqual(withoutTime(await again()), withoutTime(made), 'played again, nothing is done twice')
  const [{ count } = { count: 0 }] = await seen<{ count: number }>(
    database,
    sql`select count(*)::integer as count from orders."order"`,
  )
  assert.equal(count, made.orders)
})

function withoutTime({ took_ms, calls, ...rest }: Made) {
  return rest
}

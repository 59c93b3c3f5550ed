import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { ensureMonths } from '#activity/months'
import { dropMonths, keepMonths } from '#activity/retention'
import { system } from '#core/actor'
import { raw, rows, transaction } from '#core/database'
import { forgetKept } from '#core/kept'
import { putSetting } from '#core/settings'
import { type TestDatabase, testDatabase } from '#core/testing'

suite('the timeline is kept as long as it was decided', () => {
  let house: TestDatabase
  before(async () => {
    house = await testDatabase()
    await transaction(house.db, system, (tx) => ensureMonths(tx, '2024-01-01', '2024-06-30'))
  })
  after(() => house.close())

  const ask = <Row>(text: string) => transaction(house.db, system, (tx) => rows<Row>(tx, raw(text)))
  const months = async () =>
    (
      await ask<{ name: string }>(
        `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'activity.event'::regclass and c.relname like 'event_y2024%' order by 1`,
      )
    ).map(({ name }) => name.slice(-7))
  const happen = (month: string) =>
    ask(
      `insert into activity.event (profile_id, occurred_at, event_id, type, source, received_at)
       values (gen_random_uuid(), '${month}-15Z', gen_random_uuid(), 'Product Viewed', 'test', '${month}-15Z')`,
    )
  const keep = async (value: number) => {
    await putSetting(house.db, keepMonths.key, value, 'test')
    forgetKept()
  }

  test('for ever, unless somebody decided otherwise', async () => {
    await happen('2024-01')
    await happen('2024-03')
    assert.equal(await dropMonths(house.db, '2026-11-30T00:00:00.000Z'), 0)
    assert.equal((await months()).length, 6)
  })

  test('a month with work still to do keeps itself and what follows', async () => {
    await keep(13)
    await ask(`insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at)
      values (gen_random_uuid(), gen_random_uuid(), 'test', '2024-02-10Z', '2024-02-10Z')`)
    assert.equal(await dropMonths(house.db, '2025-06-10T00:00:00.000Z'), 1)
    assert.deepEqual(await months(), ['2024m02', '2024m03', '2024m04', '2024m05', '2024m06'])
    await ask(`delete from activity.pending where reaction = 'test'`)
  })

  test('months that are over go whole, the rest stays, and again nothing goes', async () => {
    assert.equal(await dropMonths(house.db, '2025-06-10T00:00:00.000Z'), 3)
    assert.deepEqual(await months(), ['2024m05', '2024m06'])
    assert.equal(await dropMonths(house.db, '2025-06-10T00:00:00.000Z'), 0)
    const [{ from } = { from: '' }] = await ask<{ from: string }>('select activity.kept_from() as from')
    assert.equal(from, '2024-05-01T00:00:00.000Z')
  })

  test('thirteen months are the least', async () => {
    await assert.rejects(async () => keepMonths.check?.(undefined as never, 12), { code: 'activity.keep_short' })
    await keepMonths.check?.(undefined as never, 13)
  })
})

/** The database is copied and its log kept while the shop sells; any moment comes back, exactly, and the forgotten stay forgotten. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { system } from '../src/core/actor.ts'
import { rows, sql, transaction } from '../src/core/database.ts'
import { openBackedUp } from './restores.ts'

suite('a backup brings back any moment', () => {
  let house: Awaited<ReturnType<typeof openBackedUp>>
  let middle = ''
  let her = ''
  before(async () => {
    house = await openBackedUp()
    await house.ready
  })
  after(() => house.close())

  test('to the second: what was sold before is there, what came after is not, every balance is right', async () => {
    const member = await house.retailer.member('forgotten')
    her = member.profile_id
    const began = Date.now()
    await house.trade(() => house.sold.length >= 6)
    await new Promise((done) => setTimeout(done, 1_100))
    middle = new Date().toISOString()
    await new Promise((done) => setTimeout(done, 1_100))
    const { status, text } = await house.admin.post('/v1/privacy/erasures', {
      profile_id: her,
      confirm: her,
      reason: '請求',
    })
    assert.equal(status, 201, text)
    await house.trade(() => house.sold.length >= 12)
    const all = Date.now()
    await house.keeps(all)
    const trial = await house.restore(middle)
    assert.ok(began < Date.parse(middle))
    assert.deepEqual([trial.lost, trial.strange, trial.wrong], [0, 0, []])
  })

  test('who was forgotten after that moment is forgotten in it too', async () => {
    const trial = await house.restore(middle, async (db) => {
      const [row] = await transaction(db, system, (tx) =>
        rows<{ gone: boolean }>(
          tx,
          sql`select wrapped_key is null and sealed is null and erased_at is not null as gone from customers.profile where profile_id = ${her}`,
        ),
      )
      assert.deepEqual(row, { gone: true })
    })
    assert.equal(trial.forgotten_again, 1)
  })

  test('a moment before the first copy, and one that has not come, are refused with what there is', async () => {
    await assert.rejects(house.restore('2020-01-01T00:00:00.000Z'), { code: 'core.backup_too_early' })
    await assert.rejects(house.restore('2199-01-01T00:00:00.000Z'), { code: 'core.backup_too_late' })
  })

  test('after the server has died everything up to a few seconds before is there', async () => {
    await house.trade(() => house.sold.length >= 18)
    await house.die()
    const trial = await house.restore()
    assert.deepEqual(trial.wrong, [])
    assert.ok(trial.behind_ms <= 5_000, `${trial.behind_ms} ms lost`)
  })
})

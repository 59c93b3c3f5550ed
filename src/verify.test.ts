import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { emit } from '#activity/activity'
import { checks as activity } from '#activity/checks'
import { system } from '#core/actor'
import { copyDatabase } from '#core/copy'
import { open, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { type TestDatabase, testDatabase } from '#core/testing'
import { rooms } from '#rooms'
import { checks, selfTest, verify } from '#verify'

suite('verify', () => {
  let home: TestDatabase
  const profile_id = id()
  before(async () => {
    home = await testDatabase()
    await transaction(home.db, system, async (tx) => {
      for (let at = 0; at < 3; at++)
        await emit(tx, {
          type: 'Store Visited',
          profile_id,
          source: 'door',
          payload: { by: 'door' },
          sealed: Buffer.from([0, 255]),
        })
    })
  })
  after(() => home.close())

  test('finds nothing where nothing is wrong', async () => {
    const findings = await verify(home.url)
    assert.equal(findings.length, checks.length)
    assert.deepEqual(
      findings.filter((finding) => !finding.ok),
      [],
    )
  })

  test('names each check once, by its room', () => {
    const names = checks.map((check) => check.name)
    assert.equal(new Set(names).size, names.length)
    for (const name of names)
      assert.ok(
        rooms.some((room) => name.startsWith(`${room}: `)),
        name,
      )
  })

  test('its self-test breaks one row of each kind and sees every one, leaving the data alone', async () => {
    for (const trial of await selfTest(home.url, activity)) assert.deepEqual(trial, { check: trial.check, seen: true })
    assert.ok((await verify(home.url)).every((finding) => finding.ok))
  })

  test('its self-test says which check is blind and which had nothing to break', async () => {
    const [blind, idle, broken] = await selfTest(home.url, [
      { name: 'activity: blind', sql: 'select 1 where false', corrupt: `update activity.event set source = 'x'` },
      { name: 'activity: idle', sql: 'select 1 where false', corrupt: `delete from activity.pending` },
      { name: 'activity: broken', sql: 'select 1 where false', corrupt: `select nothing from nowhere` },
    ])
    assert.deepEqual(blind, { check: 'activity: blind', seen: false, because: 'the broken row was not found' })
    const because = 'there was no row of this kind to break'
    assert.deepEqual(idle, { check: 'activity: idle', seen: false, idle: true, because })
    assert.match(broken?.because ?? '', /nowhere/)
  })

  test('a copy made while people work holds the same rows', async () => {
    const copy = await copyDatabase(home.url, rooms)
    const there = open(copy.url)
    try {
      const all = sql`select * from activity.event where profile_id = ${profile_id} order by event_id`
      const [mine, theirs] = await Promise.all(
        [home.db, there].map((db) => transaction(db, system, (tx) => rows(tx, all))),
      )
      assert.equal(mine?.length, 3)
      assert.deepEqual(theirs, mine)
    } finally {
      await there.close()
      await copy.drop()
    }
  })
})

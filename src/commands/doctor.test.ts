import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { monthsAhead } from '#activity/activity'
import { database } from '#commands/doctor-database'
import { BackupFolder } from '#core/backup-folder'
import { open, raw, run } from '#core/database'
import { confirmKey } from '#core/key'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'

const key = 'a key only for tests, long enough to be one'

suite('the doctor', () => {
  let house: TestDatabase
  const folder = mkdtempSync(join(tmpdir(), 'engawa-doctor-'))
  const before_key = process.env.ENGAWA_KEY
  before(async () => {
    process.env.ENGAWA_KEY = key
    useKey(key)
    house = await testDatabase()
    await confirmKey(house.db, 'test')
    await monthsAhead(house.db)
  })
  after(async () => {
    if (before_key === undefined) delete process.env.ENGAWA_KEY
    else process.env.ENGAWA_KEY = before_key
    delete process.env.ENGAWA_BACKUP
    rmSync(folder, { recursive: true })
    await house.close()
  })

  const look = async () => {
    const found = await database(house.url, folder)
    return (what: string) => found.filter((one) => one.what.en === what)
  }
  const owner = async (text: string) => {
    const db = open(house.url, { role: 'engawa_owner', connections: 1 })
    await run(db, raw(text)).finally(() => db.close())
  }

  test('finds a sound house sound, and says of what is missing how to mend it', async () => {
    const of = await look()
    for (const what of ['database', 'key', 'structure', 'months ahead', 'clock'])
      assert.deepEqual(
        of(what).map(({ state }) => state),
        ['fine'],
        what,
      )
    // The test's server never syncs, and it says so.
    assert.ok(of('PostgreSQL settings').some(({ said, mend }) => said === 'fsync = off' && mend?.ja))
    assert.ok(of('background work').some(({ said, mend }) => said === 'work' && mend?.en))
    assert.ok(of('backup')[0]?.mend)
  })

  test('sees a structure that is not up to date, and looks no further', async () => {
    await owner(`update core.function_file set hash = 'not ' || hash where room = 'stores'`)
    const of = await look()
    assert.deepEqual([of('structure')[0]?.state, of('structure')[0]?.said], ['wrong', 'stores/functions.sql'])
    assert.deepEqual(of('backup'), [])
    await owner(`update core.function_file set hash = substring(hash from 5) where room = 'stores'`)
  })

  test('sees another key', async () => {
    process.env.ENGAWA_KEY = `${key}, and another`
    const of = await look()
    process.env.ENGAWA_KEY = key
    useKey(key)
    assert.equal(of('key')[0]?.state, 'wrong')
  })

  test('sees a backup that stands still', async () => {
    const backup = new BackupFolder(join(folder, 'backup'))
    backup.make()
    backup.keep({ systemid: '1', timeline: 1, position: '0/0', at: '2020-01-01T00:00:00.000Z' })
    process.env.ENGAWA_BACKUP = backup.path
    const of = await look()
    assert.ok(of('backup').some(({ state, said }) => state === 'wrong' && said.includes('2020-01-01')))
  })
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appLogin } from '#core/app-login'
import { open, type Pool, sql } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'

let house: TestDatabase
let app: Pool
before(async () => {
  useKey('a key for tests, long enough to be one')
  house = await testDatabase()
  app = open(house.url, { login: await appLogin(house.url), connections: 1 })
})
after(async () => {
  await app.close()
  await house.db.pool.query('reset role')
  const { username } = new URL(await appLogin(house.url))
  await house.db.close()
  const owner = open(house.url, { role: null, connections: 1 })
  await owner.pool.query(`drop role "${username}"`)
  await owner.close()
})

test('the application’s login works as engawa_app, and can become nobody else', async () => {
  const who = async () => (await app.pool.query('select current_user as now, session_user as login')).rows[0]
  assert.equal((await who()).now, 'engawa_app')
  assert.match((await who()).login, /^engawa_login_/)
  assert.ok((await app.query(sql`select count(*) from core.setting`)).rows)
  for (const leaving of ['set role engawa_owner', 'set role postgres', 'set session authorization postgres'])
    await assert.rejects(app.pool.query(leaving), /permission denied|must be member|cannot set/i, leaving)
  await app.pool.query('set role none')
  for (const more of ['create table core.mine (a int)', 'drop table core.setting', 'create role thief superuser'])
    await assert.rejects(app.pool.query(more), /permission denied|must be (owner|superuser)/i, more)
  const { rows } = await app.pool
    .query('select count(*)::integer as n from customers.profile')
    .catch(() => ({ rows: [{ n: 0 }] }))
  assert.equal(rows[0].n, 0)
})

test('asked again, by whichever process holds the key, it is the same login; an address given is taken as it is', async () => {
  const [one, two] = await Promise.all([appLogin(house.url), appLogin(house.url)])
  assert.equal(one, two)
  process.env.ENGAWA_APP_DATABASE_URL = 'postgresql://app@elsewhere/engawa'
  try {
    assert.equal(await appLogin(house.url), 'postgresql://app@elsewhere/engawa')
  } finally {
    delete process.env.ENGAWA_APP_DATABASE_URL
  }
})

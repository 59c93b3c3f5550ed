/** The database goes away under the API: callers are told to come again, nothing is a bug, and afterwards all is well. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { App } from '#core/app'
import { isOutage, open } from '#core/database'
import { type TestDatabase, testDatabase } from '#core/testing'
import { buildApp } from '#http'

let house: TestDatabase
before(async () => {
  house = await testDatabase()
})
after(() => house.close())

const ask = (app: App) => app.inject({ method: 'GET', url: '/v1/stores/places' })
async function over<T>(url: string, work: (app: App) => Promise<T>): Promise<T> {
  const db = open(url, { connections: 2 })
  const app = await buildApp(db)
  try {
    return await work(app)
  } finally {
    await app.close()
    await db.close()
  }
}
const unavailable = (answer: Awaited<ReturnType<typeof ask>>) =>
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.headers['retry-after']],
    [503, 'core.unavailable', '5'],
    answer.body,
  )

test('a server that refuses connections', async () => {
  const url = new URL(house.url)
  url.port = '9'
  await over(url.href, async (app) => unavailable(await ask(app)))
})

test('a database that is shut, and is there again a moment later', async () => {
  const admin = open(house.url, { role: null, connections: 1 })
  await over(house.url, async (app) => {
    assert.equal((await ask(app)).statusCode, 200)
    const name = new URL(house.url).pathname.slice(1)
    await admin.pool.query(`alter database "${name}" connection limit 0`)
    await admin.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
      [name],
    )
    await admin.pool.query(`alter database "${name}" connection limit -1`)
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(app)))
    for (const answer of answers) if (answer.statusCode !== 200) unavailable(answer)
    assert.equal((await ask(app)).statusCode, 200)
  })
  await admin.close()
})

test('what is our own fault stays one', () => {
  for (const error of [
    new Error('expected one row'),
    new TypeError('x'),
    { code: '42P01' },
    { code: '23505' },
    { code: 'XX000', file: 'execMain.c' },
    undefined,
  ])
    assert.equal(isOutage(error ?? {}), false)
  for (const code of ['57P01', '53300', '53100', '58030', '08006', 'ECONNREFUSED'])
    assert.equal(isOutage({ code }), true)
})

test('a table that cannot grow, for which PostgreSQL has no code of its own', () => {
  // As it answers under a limit of file size: could not extend file "base/5/16403": File too large.
  assert.equal(isOutage({ code: 'XX000', severity: 'ERROR', file: 'md.c', routine: 'mdzeroextend' }), true)
})

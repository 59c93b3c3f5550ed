import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { system } from '#core/actor'
import { open, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { Problem } from '#core/problem'
import { clock, setClock } from '#core/time'
import * as access from './access.ts'
import { takeBack } from './limits.ts'
import { type Bench, bench } from './testing.ts'

let b: Bench
before(async () => {
  b = await bench([accessRoutes])
})
after(() => b.close())
afterEach(() => setClock())

const limit = { name: 'test', most: 5, window_seconds: 60, lock_seconds: 120 }
const outcome = (trying: Promise<void>) =>
  trying.then(
    () => 'let' as const,
    (problem: { status: number; detail: { retry_after_seconds: number } }) => problem,
  )

test('two processes count together, and tries at one moment are all counted', async () => {
  const second = open(b.db.url)
  const subject = id()
  const tries = await Promise.all(
    Array.from({ length: 24 }, (_, at) => outcome(access.countTry(at % 2 ? second : b.db, limit, { by: [subject] }))),
  )
  assert.equal(tries.filter((one) => one === 'let').length, 5)
  const refused = tries.find((one) => one !== 'let')
  assert.ok(refused)
  assert.deepEqual([refused.status, refused.detail.retry_after_seconds], [429, 120])
  assert.equal(await outcome(access.countTry(b.db, limit, { by: [id()] })), 'let', 'somebody else')
  const later = clock.ms() + 121_000
  setClock(() => later)
  assert.equal(await outcome(access.countTry(b.db, limit, { by: [subject] })), 'let')
  await second.close()
})

test('what was no wrong guess is taken back, and a lock it had its part in opens; what is locked by guesses stays', async () => {
  const right = { by: [id()] }
  for (let at = 0; at < 12; at++) {
    await access.countTry(b.db, limit, right)
    await takeBack(b.db, limit, right)
  }
  const burst = await Promise.all(Array.from({ length: 12 }, () => outcome(access.countTry(b.db, limit, right))))
  const let_through = burst.filter((one) => one === 'let').length
  assert.equal(let_through, 5)
  await Promise.all(Array.from({ length: let_through }, () => takeBack(b.db, limit, right)))
  assert.equal(await outcome(access.countTry(b.db, limit, right)), 'let')
  const guesser = { by: [id()] }
  for (let at = 0; at < 5; at++) await access.countTry(b.db, limit, guesser)
  assert.notEqual(await outcome(access.countTry(b.db, limit, guesser)), 'let')
  assert.notEqual(await outcome(access.countTry(b.db, limit, guesser)), 'let')
})

test('only the codes that tell of a wrong guess count', async () => {
  const some = { ...limit, wrong: ['test.wrong'] }
  const who = { by: [id()] }
  const fails = (code: string) =>
    access
      .counted(b.db, some, who, () => Promise.reject(new Problem(code, 422, { ja: '', en: '' })))
      .catch((error) => error)
  for (let at = 0; at < 9; at++) assert.equal((await fails('core.in_flight')).code, 'core.in_flight')
  for (let at = 0; at < 5; at++) assert.equal((await fails('test.wrong')).code, 'test.wrong')
  assert.equal((await fails('test.wrong')).code, 'access.too_many')
  assert.equal(await access.counted(b.db, some, { by: [id()] }, async () => 'done'), 'done')
})

test('no subject or address stands readable in the table', async () => {
  await access.countTry(b.db, limit, { by: ['hanako@example.jp'] })
  const kept = await rows<{ row: string }>(b.db, sql`select encode(subject, 'escape') as row from access.tries`)
  assert.ok(kept.length > 0 && kept.every(({ row }) => !row.includes('hanako')))
})

test('one address that tries staff code after staff code is stopped with Retry-After; another address goes on', async () => {
  const from = (address: string, code: string) =>
    b.as()('POST', '/v1/access/staff-sessions', { staff_code: code, pin: '0000' }, { 'x-forwarded-for': address })
  const answers = []
  for (let at = 0; at < 61; at++) answers.push(await from('203.0.113.7', `nobody-${at}`))
  assert.deepEqual([answers[59]?.status, answers[60]?.status], [401, 429])
  assert.match(String(answers[60]?.headers['retry-after']), /^\d+$/)
  assert.equal((await from('203.0.113.8', 'nobody')).status, 401)
  // One home has 2^64 addresses of its own: they are one.
  for (let at = 0; at < 60; at++) await from(`2001:db8:1:2::${at.toString(16)}`, `v6-${at}`)
  assert.equal((await from('2001:db8:1:2:ffff::1', 'v6')).status, 429)
  assert.equal((await from('2001:db8:1:3::1', 'v6')).status, 401)
})

test('a locked staff code says when it opens again', async () => {
  const code = id().slice(-8)
  await transaction(b.db, system, (tx) =>
    access.putStaff(tx, system, { code, display_name: '佐藤', role: 'agent', pin: '2468' }),
  )
  const guess = () =>
    b.as()('POST', '/v1/access/staff-sessions', { staff_code: code, pin: '1111' }, { 'x-forwarded-for': '203.0.113.9' })
  for (let at = 0; at < 5; at++) await guess()
  const locked = await guess()
  assert.deepEqual([locked.status, locked.body.code, locked.headers['retry-after']], [429, 'access.locked', '900'])
})

test('old counts and stale tickets are swept away', async () => {
  await access.countTry(b.db, limit, { by: [id()] })
  await access.issueTicket(b.db, 'test', {}, 60)
  await access.tick(b.db, new Date(clock.ms() + 3 * 86_400_000).toISOString())
  const left = await rows<{ left: number }>(
    b.db,
    sql`select ((select count(*) from access.tries) + (select count(*) from access.ticket))::integer as left`,
  )
  assert.deepEqual(left, [{ left: 0 }])
})

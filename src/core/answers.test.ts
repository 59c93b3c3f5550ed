import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from './actor.ts'
import { type Claim, claim, keep } from './answers.ts'
import { only, run, sql, transaction } from './database.ts'
import { sha256 } from './id.ts'
import { unsealAnswer, useKey } from './secret.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

const noon = Date.parse('2026-11-22T03:00:00Z')
const time = (seconds: number) => new Date(noon + seconds * 1000).toISOString()
let house: TestDatabase
before(async () => {
  useKey('a key for tests, long enough to be one')
  house = await testDatabase()
})
after(() => house.close())

let keys = 0
const asked = (key = `key-${++keys}`, body = 'body', at = 0): Claim => ({
  scope: 'staff:1:POST /v1/x',
  key,
  fingerprint: sha256(body),
  at: time(at),
  expires_at: time(at + 3600),
})
const ask = (to: Claim, options?: { locked_until?: string; subject_id?: string }) =>
  transaction(house.db, system, (tx) => claim(tx, to, options))

test('the first caller does the work, the next gets its answer, and a changed body is told so', async () => {
  const to = asked()
  assert.equal((await ask(to)).outcome, 'new')
  await transaction(house.db, system, (tx) => keep(tx, to, 201, '{"a":1}'))
  const known = await ask(to)
  assert.deepEqual([known.outcome, known.status, unsealAnswer(known.answer as Buffer)], ['known', 201, '{"a":1}'])
  assert.equal((await ask(asked(to.key, 'other'))).outcome, 'other')
})

test('while the first is at work in its transaction the second is told at once, not made to wait', async () => {
  const to = asked()
  await transaction(house.db, system, async (tx) => {
    assert.equal((await claim(tx, to)).outcome, 'new')
    assert.equal((await ask(to)).outcome, 'busy')
    assert.equal((await ask(asked())).outcome, 'new', 'other keys are not held up')
  })
})

test('work that was rolled back leaves no claim', async () => {
  const to = asked()
  const failed = transaction(house.db, system, async (tx) => {
    await claim(tx, to)
    throw new Error('no')
  })
  await assert.rejects(failed, /no/)
  assert.equal((await ask(to)).outcome, 'new')
})

test('work in two steps is left alone while its lock lasts, then taken up where it was', async () => {
  const subject_id = '01890000-0000-7000-8000-000000000001'
  const to = asked()
  await ask(to, { locked_until: time(30), subject_id })
  assert.equal((await ask({ ...to, at: time(29) }, { locked_until: time(59) })).outcome, 'busy')
  const taken = await ask({ ...to, at: time(30) }, { locked_until: time(60) })
  assert.deepEqual([taken.outcome, taken.subject_id], ['resume', subject_id])
  assert.equal(
    (await ask({ ...to, at: time(59) }, { locked_until: time(90) })).outcome,
    'busy',
    'whoever took it up has it now',
  )
  await transaction(house.db, system, (tx) => keep(tx, to, 201, '{}'))
  assert.equal((await ask({ ...to, at: time(61) })).outcome, 'known')
})

test('a key whose time is over is as good as new, a claim that was dropped too, an answer is never dropped', async () => {
  const to = asked()
  await ask(to)
  await transaction(house.db, system, (tx) => keep(tx, to, 201, '{}'))
  const drop = () => run(house.db, sql`select core.drop_claim(${to.scope}, ${to.key})`)
  await drop()
  assert.equal((await ask(asked(to.key, 'body', 3599))).outcome, 'known')
  assert.equal((await ask(asked(to.key, 'another', 3600))).outcome, 'new')
  await drop()
  assert.equal((await ask(asked(to.key, 'a third', 3601))).outcome, 'new')
})

test('a lease is one holder’s until it runs out or she renews it; numbers are counted without gaps', async () => {
  const lease = async (holder: string, at: number) =>
    (
      await only<{ mine: boolean }>(
        house.db,
        sql`select core.take_lease('test', ${holder}, ${time(at)}, ${time(at + 10)}) as mine`,
      )
    ).mine
  assert.deepEqual(
    [await lease('a', 0), await lease('b', 5), await lease('a', 9), await lease('b', 18), await lease('b', 19)],
    [true, false, true, false, true],
  )
  const next = async () =>
    (await only<{ value: number }>(house.db, sql`select core.next_number('receipts') as value`)).value
  const numbers = await Promise.all(Array.from({ length: 10 }, next))
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
})

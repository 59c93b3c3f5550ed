import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from './actor.ts'
import { brokenConstraint, one, only, retrying, rows, run, sql, transaction } from './database.ts'
import { Problem } from './problem.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let house: TestDatabase
before(async () => {
  house = await testDatabase()
})
after(() => house.close())

const count = (series: string) =>
  one<{ value: number }>(house.db, sql`select value from core.counter where series = ${series}`)
const bump = (series: string) => sql`select core.next_number(${series})`

test('a bigint comes as a number, and one beyond the safe range is refused rather than rounded', async () => {
  const row = await only<{ big: number; list: (number | null)[] }>(
    house.db,
    sql`select 9007199254740991::bigint as big, array[1, null, -9007199254740991]::bigint[] as list`,
  )
  assert.equal(row.big, 9007199254740991)
  assert.deepEqual(row.list, [1, null, -9007199254740991])
  for (const beyond of [sql`select 9007199254740993::bigint`, sql`select array[-9007199254740993]::bigint[]`])
    await assert.rejects(house.db.query(beyond), /safe integers/)
  assert.deepEqual(await rows(house.db, sql`select 1 as still`), [{ still: 1 }], 'the connection lives on')
})

test('times come as ISO in UTC, dates and JSON as they are', async () => {
  const row = await only(
    house.db,
    sql`select '2026-11-22 09:00+09'::timestamptz as at, '2026-11-22'::date as day, '{"a":[1]}'::jsonb as body`,
  )
  assert.deepEqual(row, { at: '2026-11-22T00:00:00.000Z', day: '2026-11-22', body: { a: [1] } })
})

test('one row means one row', async () => {
  await assert.rejects(only(house.db, sql`select 1 where false`), /expected one row, got 0/)
  await assert.rejects(only(house.db, sql`select generate_series(1, 2)`), /got 2/)
  assert.equal(await one(house.db, sql`select 1 where false`), undefined)
})

test('a transaction that lost a race is done again, whole, and tells nobody before it is there', async () => {
  let told = 0
  let tries = 0
  await transaction(house.db, system, async (tx) => {
    tries++
    tx.afterCommit(() => told++)
    await run(tx, bump('race'))
    if (tries < 3) await run(tx, sql`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`)
  })
  assert.deepEqual([tries, told, (await count('race'))?.value], [3, 1, 1])
})

test('a deadlock resolves itself: both transactions get through', async () => {
  await run(house.db, bump('a'))
  await run(house.db, bump('b'))
  let both = 0
  const bothHoldOne = Promise.withResolvers<void>()
  const cross = (first: string, second: string) => {
    let tries = 0
    return transaction(house.db, system, async (tx) => {
      await run(tx, bump(first))
      if (tries++ === 0) {
        if (++both === 2) bothHoldOne.resolve()
        await bothHoldOne.promise
      }
      await run(tx, bump(second))
    })
  }
  await Promise.all([cross('a', 'b'), cross('b', 'a')])
  assert.deepEqual([(await count('a'))?.value, (await count('b'))?.value], [3, 3])
})

test('after five lost races it gives up, and a statement on its own is tried as often', async () => {
  let tries = 0
  const lost = async () => {
    tries++
    throw Object.assign(new Error('lost'), { code: '40001' })
  }
  await assert.rejects(transaction(house.db, system, lost), { code: '40001' })
  await assert.rejects(retrying(lost), { code: '40001' })
  assert.equal(tries, 10)
})

test('a refusal in SQL becomes a problem with its status and detail, and writes nothing', async () => {
  const refused = transaction(house.db, system, async (tx) => {
    await run(tx, bump('refused'))
    await run(
      tx,
      sql`do $$ begin raise exception using errcode = 'EG409', message = 'test.no', detail = '{"field": "lines"}'; end $$`,
    )
  })
  await assert.rejects(
    refused,
    (error) =>
      error instanceof Problem && error.status === 409 && error.code === 'test.no' && error.detail.field === 'lines',
  )
  assert.equal(await count('refused'), undefined)
})

test('whoever goes on after a failed statement is not told that it was written', async () => {
  const swallowed = transaction(house.db, system, async (tx) => {
    await run(tx, bump('swallowed'))
    await run(tx, sql`select 1 / 0`).catch(() => {})
    return 'done'
  })
  await assert.rejects(swallowed, /failed transaction/)
  assert.equal(await count('swallowed'), undefined)
})

test('a broken constraint is told by its name', async () => {
  await run(house.db, bump('twice'))
  const error = await run(house.db, sql`insert into core.counter (series, value) values ('twice', 1)`).catch(
    (error: unknown) => error,
  )
  assert.equal(brokenConstraint(error), 'counter_pkey')
  assert.equal(brokenConstraint(new Error('no')), undefined)
})

test('who acts ends with the transaction: the next on that connection sees nothing', async () => {
  const seen = () => only<{ everyone: boolean }>(house.db, sql`select core.sees_everyone() as everyone`)
  await transaction(house.db, system, async (tx) =>
    assert.deepEqual(await rows(tx, sql`select core.sees_everyone() as everyone`), [{ everyone: true }]),
  )
  for (let at = 0; at < 3; at++) assert.equal((await seen()).everyone, false)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { byteas, flags, integers, jsons, moments, texts, uuids } from './arrays.ts'
import { only, sql } from './database.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let house: TestDatabase
before(async () => {
  house = await testDatabase()
})
after(() => house.close())

test('lists arrive as they were: with gaps, with what text would have to quote, and from every century', async () => {
  const lists = {
    ids: ['00000000-0000-0000-0000-000000000000', null, '0193fe2c-1a2b-7c3d-8e4f-5a6b7c8d9e0f'],
    words: ['', '"{,}\\"', '縁側 🏡', null, 'NULL'],
    sealed: [Buffer.from([0, 255, 92, 34]), null, Buffer.alloc(0)],
    facts: [{ '"': ['\\', '値', null] }, 1, null],
    times: [
      '2026-11-30T03:00:00.001Z',
      '1999-12-31T23:59:59.999Z',
      null,
      '0987-01-02T03:04:05.678Z',
      '9999-12-31T23:59:59.999Z',
    ],
    yes: [true, false, null],
    numbers: [1, -2_147_483_648, null, 2_147_483_647],
  }
  const json = lists.facts.map((fact) => (fact === null ? null : JSON.stringify(fact)))
  const arrived = await only<typeof lists>(
    house.db,
    sql`select ${uuids(lists.ids)}::uuid[] as ids, ${texts(lists.words)}::text[] as words, ${byteas(lists.sealed)}::bytea[] as sealed,
      ${jsons(json)}::jsonb[] as facts, ${moments(lists.times)}::timestamptz[] as times, ${flags(lists.yes)}::boolean[] as yes,
      ${integers(lists.numbers)}::integer[] as numbers`,
  )
  const times = arrived.times.map((time) => time && new Date(time).toISOString())
  assert.deepEqual({ ...arrived, times }, lists)
  const none = await only(house.db, sql`select ${uuids([])}::uuid[] as ids, cardinality(${texts([])}::text[]) as words`)
  assert.deepEqual(none, { ids: [], words: 0 })
})

test('what cannot be an id is refused and never written as another', async () => {
  for (const odd of [
    '',
    'a',
    '0193fe2c-1a2b-7c3d-8e4f-5a6b7c8d9e0',
    'zzzzzzzz-1a2b-7c3d-8e4f-5a6b7c8d9e0f',
    '0193fe2c-1a2b-7c3d-8e4f-5a6b7c8d9e0f1',
  ])
    assert.throws(() => uuids([odd]), odd)
  assert.throws(() => moments(['yesterday']))
})

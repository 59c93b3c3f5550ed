import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { only, sql } from './database.ts'
import { hashId, id, randomToken, sha256 } from './id.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

const uuid = (version: number) =>
  new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
const msOf = (text: string) => Number.parseInt(text.replaceAll('-', '').slice(0, 12), 16)
let house: TestDatabase
before(async () => {
  house = await testDatabase()
})
after(() => house.close())

test('an id is a UUID v7 that carries its millisecond and sorts by it', () => {
  const at_ms = Date.parse('2026-11-22T00:00:00Z')
  assert.match(id(at_ms), uuid(7))
  assert.equal(msOf(id(at_ms)), at_ms)
  assert.ok(id(at_ms) < id(at_ms + 1))
  assert.equal(new Set(Array.from({ length: 5_000 }, () => id(at_ms))).size, 5_000)
})

test('the database makes the same kind of id from a given instant', async () => {
  const { made } = await only<{ made: string }>(house.db, sql`select core.uuid7('2026-11-22T00:00:00Z') as made`)
  assert.match(made, uuid(7))
  assert.equal(msOf(made), Date.parse('2026-11-22T00:00:00Z'))
})

test('the same source always gets the same id, and where its parts are cut matters', () => {
  assert.match(hashId('order', 1), uuid(8))
  assert.equal(hashId('order', 1), hashId('order', '1'))
  assert.notEqual(hashId('ab', 'c'), hashId('a', 'bc'))
})

test('tokens are as long as asked and never twice the same', () => {
  assert.equal(Buffer.from(randomToken(24), 'base64url').length, 24)
  assert.notEqual(randomToken(), randomToken())
  assert.equal(sha256('').toString('hex').slice(0, 8), 'e3b0c442')
})

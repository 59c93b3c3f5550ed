/** Points of returned goods: taken back in order, given back where they came from. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { only, raw, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { type TestDatabase, testDatabase } from '#core/testing'
import { checks } from '#loyalty/checks'
import * as loyalty from '#loyalty/loyalty'

const at = '2026-11-22T03:00:00Z'
let house: TestDatabase
before(async () => {
  house = await testDatabase()
})
after(() => house.close())

const asHouse = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(house.db, system, work)
const balance = (...profiles: string[]) =>
  asHouse(async (tx) => {
    const { available, pending, debt } = await loyalty.balance(tx, profiles)
    return [available, pending, debt]
  })
async function earn(profile: string, amount: number, expires = '2027-11-22', state = 'available'): Promise<string> {
  const order = id()
  await asHouse((tx) =>
    tx.query(sql`select loyalty.earn(${profile}, 'points', ${amount}, ${state}, ${id()}, ${id()}, 'earn', 'order', ${order}, null, '2026-11-22', ${at},
      ${expires}, 'retailer', 'system', 'test')`),
  )
  return order
}
const use = (profile: string, profiles: string[], amount: number, order = id()) =>
  asHouse(async (tx) => {
    await tx.query(
      sql`select loyalty.draw(${profile}, ${profiles}::uuid[], 'points', ${amount}, 'use', ${id()}, ${order}, null, '2026-11-22', ${at}, ${at}, 'system', 'test')`,
    )
    return order
  })
const takeBack = (profile: string, profiles: string[], amount: number, order: string) =>
  asHouse((tx) =>
    tx.query(
      sql`select loyalty.take_back(${profile}, ${profiles}::uuid[], 'points', ${amount}, ${order}, ${id()}, null, '2026-11-22', ${at}, 'system', 'test')`,
    ),
  )
const giveBack = (profile: string, amount: number, order: string) =>
  asHouse((tx) =>
    tx.query(
      sql`select loyalty.give_back(${profile}, 'points', ${amount}, ${order}, ${id()}, null, '2026-11-22', ${at}, 'system', 'test')`,
    ),
  )
const left = async (...profiles: string[]) =>
  (
    await asHouse((tx) =>
      rows<{ remaining: number }>(
        tx,
        sql`select remaining from loyalty.lot where profile_id = any (${profiles}::uuid[]) order by expires_at`,
      ),
    )
  ).map(({ remaining }) => remaining)

test('taken back: first what still waits, then its own lot, then the lot that expires first, of all her profiles, then debt', async () => {
  const [one, other] = [id(), id()]
  const waiting = await earn(one, 20, '2027-12-01', 'pending')
  await takeBack(one, [one, other], 5, waiting)
  assert.deepEqual(await balance(one), [0, 15, 0])
  const order = await earn(one, 30, '2027-11-01')
  await earn(other, 10, '2027-03-01')
  await earn(one, 10, '2027-05-01')
  await takeBack(one, [one, other], 25, order)
  assert.deepEqual(await left(one, other), [10, 10, 5, 15])
  await takeBack(one, [one, other], 18, order)
  assert.deepEqual(await left(one, other), [0, 7, 0, 15], 'its own five, then ten of the other profile, then three')
  await takeBack(one, [one, other], 20, order)
  assert.deepEqual(
    [await balance(one), await balance(other)],
    [
      [0, 15, 13],
      [0, 0, 0],
    ],
  )
})

test('given back in parts: into the lots they came from, the longest living first, and no more than was used', async () => {
  const [one, other] = [id(), id()]
  await earn(one, 10, '2027-03-01')
  await earn(other, 20, '2027-06-01')
  await earn(one, 30, '2027-09-01')
  const order = await use(one, [one, other], 45)
  assert.deepEqual(await left(one, other), [0, 0, 15])
  await giveBack(one, 20, order)
  assert.deepEqual(await left(one, other), [0, 5, 30])
  await giveBack(one, 25, order)
  assert.deepEqual(await left(one, other), [10, 20, 30])
  await assert.rejects(giveBack(one, 1, order), /more given back/)
})

test('what comes back pays a debt first', async () => {
  const one = id()
  const order = await earn(one, 30)
  const spent = await use(one, [one], 30)
  await takeBack(one, [one], 30, order)
  assert.deepEqual(await balance(one), [0, 0, 30])
  await giveBack(one, 20, spent)
  assert.deepEqual(await balance(one), [0, 0, 10])
  await giveBack(one, 10, spent)
  assert.deepEqual(await balance(one), [0, 0, 0])
})

test('sixty purchases at once bring a bonus as often as its budget and one customer’s cap allow, to the point', async () => {
  const people = Array.from({ length: 20 }, () => id())
  const given = await Promise.all(
    Array.from({ length: 60 }, (_, turn) => {
      const profile = people[turn % 20] as string
      return asHouse((tx) =>
        only<{ points: number }>(
          tx,
          sql`select loyalty.award(${profile}, ${[profile]}::uuid[], ${id()}, 'crowd', '{"ja": "賞", "en": "Prize"}', 'order', ${id()}, 'points', 30, 2, 1000, null,
                '2026-11-22', ${at}, '2027-11-22') as points`,
        ),
      ).then(({ points }) => [profile, points] as const)
    }),
  )
  // 33 of 30 points are 990 of 1,000: one more would pass it.
  assert.equal(given.filter(([, points]) => points === 30).length, 33)
  for (const person of people) {
    const hers = given.filter(([profile, points]) => profile === person && points > 0).length
    assert.ok(hers <= 2)
    assert.deepEqual(await balance(person), [30 * hers, 0, 0])
  }
})

test('the books are right after all this', async () => {
  for (const check of checks) assert.deepEqual(await asHouse((tx) => rows(tx, raw(check.sql))), [], check.name)
})

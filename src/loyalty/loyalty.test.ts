import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { only, raw, retrying, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { type TestDatabase, testDatabase } from '#core/testing'
import { clock, setClock } from '#core/time'
import { checks } from '#loyalty/checks'
import * as loyalty from '#loyalty/loyalty'

const start = Date.parse('2026-11-22T03:00:00Z')
const day_ms = 86_400_000
let now = start
let house: TestDatabase
before(async () => {
  setClock(() => now)
  house = await testDatabase()
})
after(async () => {
  setClock()
  await house.close()
})

const asHouse = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(house.db, system, work)
const day = (days: number) => new Date(start + days * day_ms).toISOString()
const balance = (...profiles: string[]) =>
  asHouse(async (tx) => {
    const { available, pending, held, debt } = await loyalty.balance(tx, profiles)
    return { available, pending, held, debt }
  })
const lots = (profile: string) =>
  asHouse((tx) =>
    rows<{ lot_id: string; remaining: number }>(
      tx,
      sql`select lot_id, remaining from loyalty.lot where profile_id = ${profile} order by expires_at, lot_id`,
    ),
  )
const remaining = async (profile: string) => (await lots(profile)).map((lot) => lot.remaining)

/** Points granted by a new order; returns the order. */
async function earn(
  profile: string,
  amount: number,
  options: { state?: 'available' | 'pending'; expires?: string } = {},
): Promise<string> {
  const order = id()
  const { state = 'available', expires = day(365) } = options
  await retrying(() =>
    house.db.query(sql`select loyalty.earn(${profile}, 'points', ${amount}, ${state}, ${id()}, ${id()}, 'earn', 'order', ${order}, null, '2026-11-22',
      ${clock.iso()}, ${expires}, 'retailer', 'system', 'test')`),
  )
  return order
}
const settle = async (profile: string, order: string) =>
  (
    await only<{ settled: number }>(
      house.db,
      sql`select loyalty.settle(${profile}, ${order}, '2026-11-22', ${clock.iso()}, 'system', 'test') as settled`,
    )
  ).settled
async function draw(profiles: string[], amount: number, mode: 'use' | 'hold'): Promise<string> {
  const order = id()
  await retrying(() =>
    house.db.query(sql`select loyalty.draw(${profiles[0]}, ${profiles}, 'points', ${amount}, ${mode}, ${id()}, ${order}, null, '2026-11-22', ${clock.iso()},
      ${day(400)}, 'system', 'test')`),
  )
  return order
}
const finish = async (profile: string, order: string, kind: 'capture' | 'release' | 'restore') =>
  (
    await only<{ done: number }>(
      house.db,
      sql`select loyalty.finish_draw(${profile}, ${order}, ${kind}, '2026-11-22', ${clock.iso()}, 'system', 'test') as done`,
    )
  ).done
const clawBack = (profile: string, order: string, amount: number) =>
  house.db.query(
    sql`select loyalty.claw_back(${profile}, 'points', ${amount}, ${order}, null, '2026-11-22', ${clock.iso()}, 'system', 'test', 'asked')`,
  )

test('pending points wait for the goods, then may be spent; settled again, nothing is added', async () => {
  const her = id()
  const order = await earn(her, 100, { state: 'pending' })
  assert.deepEqual(await balance(her), { available: 0, pending: 100, held: 0, debt: 0 })
  await assert.rejects(draw([her], 1, 'use'), {
    code: 'loyalty.short',
    status: 409,
    detail: { field: 'points_used', wanted: 1, available: 0 },
  })
  assert.deepEqual([await settle(her, order), await settle(her, order)], [100, 0])
  assert.deepEqual(await balance(her), { available: 100, pending: 0, held: 0, debt: 0 })
})

test('what expires first is spent first, over all her profiles', async () => {
  const [old, young] = [id(), id()]
  await earn(young, 50, { expires: day(10) })
  await earn(old, 50, { expires: day(20) })
  await earn(young, 50, { expires: day(30) })
  const order = await draw([young, old], 70, 'use')
  assert.deepEqual([await remaining(young), await remaining(old)], [[0, 50], [30]])
  assert.deepEqual(
    [await balance(young), await balance(old)].map(({ available }) => available),
    [50, 30],
  )
  assert.equal(await finish(young, order, 'restore'), 70)
  assert.deepEqual(
    [await remaining(young), await remaining(old)],
    [[50, 50], [50]],
    'each point back into the lot it came from',
  )
})

test('held points can be spent by nobody else; captured they are gone, released they are back; repeats do nothing', async () => {
  const her = id()
  await earn(her, 100)
  const first = await draw([her], 60, 'hold')
  assert.deepEqual(await balance(her), { available: 40, pending: 0, held: 60, debt: 0 })
  await assert.rejects(draw([her], 41, 'hold'), { code: 'loyalty.short' })
  const second = await draw([her], 40, 'hold')
  assert.deepEqual(
    [await finish(her, first, 'capture'), await finish(her, first, 'capture'), await finish(her, first, 'release')],
    [60, 0, 0],
  )
  assert.deepEqual(
    [await finish(her, second, 'release'), await finish(her, second, 'release'), await finish(her, second, 'restore')],
    [40, 0, 0],
  )
  assert.deepEqual(await balance(her), { available: 40, pending: 0, held: 0, debt: 0 })
  assert.deepEqual([await finish(her, first, 'restore'), await finish(her, first, 'restore')], [60, 0])
  assert.deepEqual(await balance(her), { available: 100, pending: 0, held: 0, debt: 0 })
})

test('twenty who spend the same points at once spend them once', async () => {
  const [her, other] = [id(), id()]
  await earn(her, 60)
  await earn(other, 40)
  const spent = await Promise.allSettled(
    Array.from({ length: 20 }, (_, turn) => draw(turn % 2 ? [her, other] : [other, her], 30, 'use')),
  )
  assert.equal(spent.filter(({ status }) => status === 'fulfilled').length, 3)
  assert.deepEqual(await balance(her, other), { available: 10, pending: 0, held: 0, debt: 0 })
})

test('taken back in this order: the order’s own pending points, its own lot, other lots as they expire, then debt', async () => {
  const her = id()
  const other = await earn(her, 30, { expires: day(20) })
  await earn(her, 30, { expires: day(10) })
  const own = await earn(her, 50, { state: 'pending', expires: day(30) })
  await clawBack(her, own, 20)
  assert.deepEqual(await balance(her), { available: 60, pending: 30, held: 0, debt: 0 }, 'own pending')
  await settle(her, own)
  await clawBack(her, own, 40)
  assert.deepEqual(await remaining(her), [20, 30, 0], 'own lot, then what expires next')
  await clawBack(her, own, 35)
  assert.deepEqual(await remaining(her), [0, 15, 0])
  await clawBack(her, other, 40)
  assert.deepEqual(await balance(her), { available: 0, pending: 0, held: 0, debt: 25 })
})

test('a stranger’s pending points are never touched by taking back', async () => {
  const her = id()
  await earn(her, 80, { state: 'pending' })
  const cancelled = await earn(her, 10)
  await draw([her], 10, 'use')
  await clawBack(her, cancelled, 10)
  assert.deepEqual(await balance(her), { available: 0, pending: 80, held: 0, debt: 10 })
})

test('a debt is repaid by what is earned later: at once, when pending points settle, and never by more than is owed', async () => {
  const her = id()
  const order = await earn(her, 100)
  await draw([her], 100, 'use')
  await clawBack(her, order, 100)
  await earn(her, 30)
  assert.deepEqual(await balance(her), { available: 0, pending: 0, held: 0, debt: 70 })
  const later = await earn(her, 60, { state: 'pending' })
  assert.deepEqual(
    await balance(her),
    { available: 0, pending: 60, held: 0, debt: 70 },
    'pending points repay nothing yet',
  )
  await settle(her, later)
  assert.deepEqual(await balance(her), { available: 0, pending: 0, held: 0, debt: 10 })
  await earn(her, 25)
  assert.deepEqual(await balance(her), { available: 15, pending: 0, held: 0, debt: 0 })
})

test('points may be spent until the last moment of their last day in Japan and not after', async () => {
  const her = id()
  const expires = loyalty.expiryOf(new Date(start), 10)
  assert.equal(expires, '2026-12-02T15:00:00.000Z', 'midnight in Japan after the tenth day')
  await earn(her, 10, { expires })
  now = Date.parse(expires) - 1
  await asHouse((tx) => loyalty.tick(tx, clock.iso()))
  await draw([her], 4, 'use')
  now += 1
  await assert.rejects(draw([her], 1, 'use'), { code: 'loyalty.short' })
  assert.deepEqual(
    [await asHouse((tx) => loyalty.tick(tx, clock.iso())), await asHouse((tx) => loyalty.tick(tx, clock.iso()))],
    [1, 0],
  )
  assert.deepEqual(await balance(her), { available: 0, pending: 0, held: 0, debt: 0 })
  now = start
})

test('points that come back after their day expire with it: the member keeps nothing she cannot spend', async () => {
  const her = id()
  await earn(her, 100, { expires: day(1) })
  const [held, used] = [await draw([her], 30, 'hold'), await draw([her], 30, 'use')]
  now = start + 2 * day_ms
  await asHouse((tx) => loyalty.tick(tx, clock.iso()))
  assert.deepEqual(await balance(her), { available: 0, pending: 0, held: 30, debt: 0 })
  await finish(her, held, 'release')
  await finish(her, used, 'restore')
  await asHouse((tx) => loyalty.tick(tx, clock.iso()))
  assert.deepEqual(await balance(her), { available: 0, pending: 0, held: 0, debt: 0 })
  assert.deepEqual(await remaining(her), [0])
  now = start
})

test('her statement sums to what she holds, newest first', async () => {
  const her = id()
  const order = await earn(her, 100)
  now += 1000
  const spent = await draw([her], 70, 'hold')
  now += 1000
  await finish(her, spent, 'capture')
  now += 1000
  await clawBack(her, order, 100)
  now += 1000
  await earn(her, 20, { state: 'pending' })
  const entries = await asHouse((tx) => loyalty.statement(tx, [her], null, 50))
  assert.deepEqual(
    entries.map(({ kind, amount }) => [kind, amount]),
    [
      ['earn', 20],
      ['claw_back', -100],
      ['capture', -70],
      ['hold', 0],
      ['earn', 100],
    ],
  )
  const { available, pending, held, debt } = await balance(her)
  assert.equal(
    entries.reduce((sum, { amount }) => sum + amount, 0),
    available + pending + held - debt,
  )
  const older = await asHouse((tx) => loyalty.statement(tx, [her], entries[1]?.event_at as string, 50))
  assert.deepEqual(older, entries.slice(2))
  now = start
})

test('what she held at any moment gone by is what she was told then, whatever came after', async () => {
  const her = id()
  const then: [string, loyalty.Balance][] = []
  const remember = async () => {
    then.push([clock.iso(), await asHouse((tx) => loyalty.balance(tx, [her]))])
    now += 60_000
  }
  await remember()
  const order = await earn(her, 50, { expires: day(3) })
  await remember()
  await earn(her, 30, { state: 'pending' })
  await remember()
  await draw([her], 20, 'hold')
  await remember()
  now += 4 * day_ms
  await asHouse((tx) => loyalty.tick(tx, clock.iso()))
  await remember()
  await retrying(() =>
    house.db.query(
      sql`select loyalty.claw_back(${her}, 'points', 50, ${order}, null, '2026-11-26', ${clock.iso()}, 'system', 'test', 'asked')`,
    ),
  )
  await remember()
  for (const [at, told] of then) assert.deepEqual(await asHouse((tx) => loyalty.balanceAt(tx, [her], at)), told, at)
  now = start
})

test('what happened in one instant comes on one page: nothing falls between two pages', async () => {
  const her = id()
  for (let at = 0; at < 3; at++) await earn(her, 10)
  now += 1000
  await earn(her, 20)
  const page = (before: string | null) => asHouse((tx) => loyalty.statement(tx, [her], before, 2))
  const first = await page(null)
  assert.deepEqual(
    first.map(({ amount }) => amount),
    [20, 10, 10, 10],
  )
  assert.deepEqual(await page(first.at(-1)?.event_at as string), [])
  now = start
})

test('an opening balance told twice, even at the same moment, is there once', async () => {
  const her = id()
  const open = () =>
    asHouse((tx) => loyalty.openBalance(tx, system, { profile_id: her, amount: 500, source: 'old-system' }))
  assert.deepEqual((await Promise.all([open(), open(), open()])).sort(), [false, false, true])
  assert.deepEqual(await balance(her), { available: 500, pending: 0, held: 0, debt: 0 })
  assert.deepEqual((await asHouse((tx) => loyalty.balance(tx, [her]))).next_expiry, {
    expires_at: loyalty.expiryOf(new Date(start), 365),
    amount: 500,
  })
})

test('after all of it the ledger agrees with itself', async () => {
  for (const check of checks) assert.deepEqual(await asHouse((tx) => rows(tx, raw(check.sql))), [], check.name)
})

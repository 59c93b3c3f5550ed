import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { dirty, emit, emitAll, ensureMonths, eventId, follow } from '#activity/activity'
import { eventsAfter, readCursor, writeCursor } from '#activity/log'
import { system } from '#core/actor'
import { only, rows, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { Problem } from '#core/problem'
import { type TestDatabase, testDatabase } from '#core/testing'
import { setClock } from '#core/time'

suite('the timeline', () => {
  let home: TestDatabase
  const nobodyYet = { run: async () => {} }
  before(async () => {
    home = await testDatabase()
    follow({
      'order.placed': [
        { name: 'confirm', ...nobodyYet },
        { name: 'count', ...nobodyYet },
      ],
    })
  })
  after(async () => {
    setClock()
    follow({})
    await home.close()
  })
  const inside = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(home.db, system, work)
  const count = async (what: 'event' | 'pending', profile_id: string) =>
    inside((tx) =>
      what === 'event'
        ? only<{ n: number }>(tx, sql`select count(*) as n from activity.event where profile_id = ${profile_id}`)
        : only<{ n: number }>(tx, sql`select count(*) as n from activity.pending where profile_id = ${profile_id}`),
    ).then((row) => row.n)

  test('a repeated message is written once and awaits each reaction once', async () => {
    const profile_id = id()
    const what = {
      type: 'order.placed',
      profile_id,
      source: 'orders',
      message_id: 'order-1',
      occurred_at: '2026-11-20T03:00:00.000Z',
    }
    const first = await inside((tx) => emit(tx, what))
    const second = await inside((tx) => emit(tx, what))
    assert.equal(first, second)
    assert.equal(first, eventId('orders', 'order-1'))
    assert.equal(await count('event', profile_id), 1)
    assert.equal(await count('pending', profile_id), 2)
  })

  test('an event leaves with the change it tells of when that is rolled back', async () => {
    const profile_id = id()
    await assert.rejects(
      inside(async (tx) => {
        await emit(tx, { type: 'order.placed', profile_id, source: 'orders' })
        throw new Error('no')
      }),
    )
    assert.equal(await count('event', profile_id), 0)
    assert.equal(await count('pending', profile_id), 0)
  })

  test('history told later is written but nobody reacts to it', async () => {
    const profile_id = id()
    await inside((tx) =>
      emit(tx, {
        type: 'order.placed',
        profile_id,
        source: 'import',
        quiet: true,
        occurred_at: '2019-05-01T00:00:00Z',
      }),
    )
    assert.equal(await count('event', profile_id), 1)
    assert.equal(await count('pending', profile_id), 0)
  })

  test('a batch writes what is new, also when it repeats itself', async () => {
    const profile_id = id()
    const one = {
      type: 'order.placed',
      profile_id,
      source: 'till',
      message_id: 'a1',
      occurred_at: '2026-11-20T03:00:00Z',
      sealed: Buffer.from([1, 2]),
    }
    const fresh = await inside((tx) => emitAll(tx, [one, one, { ...one, message_id: 'a2' }]))
    assert.equal(fresh.size, 2)
    assert.equal((await inside((tx) => emitAll(tx, [one]))).size, 0)
    assert.equal(await count('event', profile_id), 2)
    assert.equal(await count('pending', profile_id), 4)
    const kept = await inside((tx) =>
      only<{ sealed: Buffer }>(tx, sql`select sealed from activity.event where event_id = ${eventId('till', 'a1')}`),
    )
    assert.deepEqual(kept.sealed, Buffer.from([1, 2]))
  })

  test('the application can neither change nor remove what was written, nor reach round the row policies', async () => {
    for (const statement of [
      sql`delete from activity.event`,
      sql`update activity.event set type = 'x'`,
      sql`select from activity.event_default limit 1`,
    ])
      await assert.rejects(
        inside((tx) => run(tx, statement)),
        /permission denied/,
      )
  })

  test('a member sees her own events only', async () => {
    const [mine, other] = [id(), id()]
    for (const profile_id of [mine, other])
      await inside((tx) => emit(tx, { type: 'order.placed', profile_id, source: 'orders' }))
    const seen = await transaction(home.db, { kind: 'member', id: 'm', profile_ids: [mine] }, (tx) =>
      rows<{ profile_id: string }>(
        tx,
        sql`select profile_id from activity.event where profile_id in (${mine}, ${other})`,
      ),
    )
    assert.deepEqual(seen, [{ profile_id: mine }])
  })

  test('months are made ahead, once, and closed to the application', async () => {
    assert.equal(await inside((tx) => ensureMonths(tx, '2027-01-15', '2027-03-01')), 3)
    assert.equal(await inside((tx) => ensureMonths(tx, '2027-01-01', '2027-03-31')), 0)
    const profile_id = id()
    await inside((tx) =>
      emit(tx, { type: 'order.placed', profile_id, source: 'orders', occurred_at: '2027-01-31T23:59:59.999Z' }),
    )
    const { part } = await inside((tx) =>
      only<{ part: string }>(
        tx,
        sql`select tableoid::regclass::text as part from activity.event where profile_id = ${profile_id}`,
      ),
    )
    assert.equal(part, 'activity.event_y2027m01')
    await assert.rejects(
      inside((tx) => run(tx, sql`select from activity.event_y2027m01 limit 1`)),
      /permission denied/,
    )
  })

  test('a month whose events lie in the default partition keeps them there', async () => {
    const profile_id = id()
    const event = {
      type: 'order.placed',
      profile_id,
      source: 'orders',
      message_id: 'late',
      occurred_at: '2031-06-15T00:00:00Z',
    }
    await inside((tx) => emit(tx, event))
    assert.equal(await inside((tx) => ensureMonths(tx, '2031-05-01', '2031-07-01')), 2)
    await inside((tx) => emit(tx, event))
    assert.equal(await count('event', profile_id), 1)
  })

  test('several processes may make the same months at once', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => inside((tx) => ensureMonths(tx, '2028-01-01', '2028-06-01'))))
    assert.equal(
      made.reduce((sum, n) => sum + n),
      6,
    )
  })

  test('a follower reads every event once by the cursor, a few seconds behind', async () => {
    let now = Date.parse('2029-01-01T00:00:00Z')
    setClock(() => now)
    const profile_id = id()
    for (let at = 0; at < 7; at++) {
      await inside((tx) => emit(tx, { type: 'Store Visited', profile_id, source: 'door', message_id: `visit-${at}` }))
      if (at % 2) now += 1
    }
    const seen: string[] = []
    let after: ReturnType<typeof readCursor> | undefined
    for (;;) {
      const page = await inside((tx) => eventsAfter(tx, system, after, '2029-01-02T00:00:00Z', { profile_id }, 3))
      if (page.length === 0) break
      seen.push(...page.map((event) => event.event_id))
      const last = page.at(-1)
      assert.ok(last)
      after = readCursor(writeCursor(last))
    }
    assert.deepEqual(seen.toSorted(), [0, 1, 2, 3, 4, 5, 6].map((at) => eventId('door', `visit-${at}`)).toSorted())
    const early = await inside((tx) => eventsAfter(tx, system, undefined, '2028-12-31T23:59:59Z', { profile_id }, 3))
    assert.deepEqual(early, [])
    setClock()
  })

  test('a clerk sees the events of her shop only', async () => {
    const [here, there, profile_id] = [id(), id(), id()]
    for (const place_id of [here, there, null])
      await inside((tx) => emit(tx, { type: 'order.placed', profile_id, source: 'till', place_id }))
    const clerk = { kind: 'staff', id: 's', role: 'clerk', place_id: here } as const
    const seen = await transaction(home.db, clerk, (tx) =>
      eventsAfter(tx, clerk, undefined, '2099-01-01T00:00:00Z', { profile_id }, 10),
    )
    assert.deepEqual(
      seen.map((event) => event.place_id),
      [here],
    )
  })

  test('a cursor of someone else is refused', () => {
    assert.throws(
      () => readCursor('bm90IGEgY3Vyc29y'),
      (error) => error instanceof Problem && error.status === 400,
    )
  })

  test('many events leave one mark on a person', async () => {
    const profile_id = id()
    for (let at = 0; at < 5; at++) await inside((tx) => dirty(tx, profile_id))
    assert.deepEqual(await rows(home.db, sql`select mark from activity.dirty where profile_id = ${profile_id}`), [
      { mark: 5 },
    ])
  })
})

import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, afterEach, before, suite, test } from 'node:test'
import pg from 'pg'
import { dirty, emit, follow, type Reactions } from '#activity/activity'
import { openBell } from '#activity/bell'
import { startWorker, type Worker } from '#activity/dispatcher'
import { attempts_max, react, retryStuck, stuck } from '#activity/pending'
import { system } from '#core/actor'
import { only, rows, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { installJobs } from '#core/jobs'
import { type TestDatabase, testDatabase } from '#core/testing'
import { clock, setClock } from '#core/time'

const note = (name: string): Reactions[string][number] => ({
  name,
  run: async (tx, event) => {
    await run(tx, sql`insert into trial.effect (event_id, reaction) values (${event.event_id}, ${name})`)
  },
})

suite('reactions', () => {
  let home: TestDatabase
  const running: Worker[] = []
  const inside = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(home.db, system, work)
  const effects = () =>
    rows<{ event_id: string; reaction: string; n: number }>(
      home.db,
      sql`select event_id, reaction, count(*) as n from trial.effect group by 1, 2`,
    )
  const waiting = () =>
    only<{ n: number }>(home.db, sql`select count(*) as n from activity.pending`).then((row) => row.n)
  const events = async (many: number, type = 'order.placed') => {
    for (let at = 0; at < many; at++) await inside((tx) => emit(tx, { type, profile_id: id(), source: 'trial' }))
  }

  before(async () => {
    home = await testDatabase()
    await installJobs(home.url)
    const owner = new pg.Client({ connectionString: home.url })
    await owner.connect()
    // No unique key: a doubled effect must show.
    await owner.query(`create schema trial; create table trial.effect (event_id uuid, reaction text);
      grant usage on schema trial to engawa_app; grant all on trial.effect to engawa_app`)
    await owner.end()
  })
  afterEach(async () => {
    for (const worker of running.splice(0)) await worker.stop()
    setClock()
    follow({})
    await run(home.db, sql`delete from activity.pending`)
    await run(home.db, sql`delete from trial.effect`)
  })
  after(() => home.close())

  test('each follows its event once, within a blink', async () => {
    const closeBell = await openBell(home.url)
    follow({ 'order.placed': [note('mail'), note('count')] })
    running.push(await startWorker(home.db))
    await until(async () => (await waiting()) === 0)
    const began = performance.now()
    await events(1)
    await until(async () => (await effects()).length === 2, 5)
    const took_ms = performance.now() - began
    await events(59)
    await until(async () => (await waiting()) === 0)
    const found = await effects()
    assert.equal(found.length, 120)
    assert.ok(found.every((effect) => effect.n === 1))
    assert.ok(took_ms < 1_000, `took ${took_ms} ms`)
    await closeBell()
  })

  test('the same job run by many at once has one effect', async () => {
    follow({ 'order.placed': [note('mail')] })
    const profile_id = id()
    const event_id = await inside((tx) => emit(tx, { type: 'order.placed', profile_id, source: 'trial' }))
    const ends = await Promise.all(
      Array.from({ length: 12 }, () => react(home.db, { profile_id, event_id, reaction: 'mail' })),
    )
    assert.equal(ends.filter((end) => end === 'done').length, 1)
    assert.equal(ends.filter((end) => end === 'gone').length, 11)
    assert.equal((await effects())[0]?.n, 1)
  })

  test('two workers share the work; when the leading one stops the other leads', async () => {
    follow({ 'order.placed': [note('mail')] })
    running.push(await startWorker(home.db), await startWorker(home.db))
    await events(40)
    await until(async () => (await waiting()) === 0)
    await running.shift()?.stop()
    await events(40)
    await until(async () => (await waiting()) === 0)
    const found = await effects()
    assert.equal(found.length, 80)
    assert.ok(found.every((effect) => effect.n === 1))
  })

  test('a worker killed in the middle of them leaves every effect done once', async () => {
    follow({ 'order.placed': [note('slow')] })
    await events(60)
    const children: ChildProcess[] = []
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'dispatcher.child.ts'),
        home.url,
      ])
      children.push(child)
      const before = await waiting()
      await until(async () => (await waiting()) < before, 100)
      child.kill('SIGKILL')
      await new Promise((done) => child.once('exit', done))
      // What the killed one held is handed out again once its time is over; the test does not wait a minute for that.
      await run(home.db, sql`update activity.pending set handed_until = null`)
      await run(home.db, sql`delete from core.lease`)
    }
    assert.ok((await waiting()) > 0, 'the kills came too late to matter')
    running.push(await startWorker(home.db))
    await until(async () => (await waiting()) === 0)
    const found = await effects()
    assert.equal(found.length, 60)
    assert.ok(found.every((effect) => effect.n === 1))
  })

  test('are done after all connections were cut, again and again, over one bell', async (t) => {
    // What was being asked just then fails, and says so.
    t.mock.method(console, 'error', () => {})
    const closeBell = await openBell(home.url)
    follow({ 'order.placed': [note('mail')] })
    running.push(await startWorker(home.db))
    const owner = new pg.Client({ connectionString: home.url })
    await owner.connect()
    const mine = `from pg_stat_activity where datname = current_database() and application_name like 'engawa%'`
    for (let cut = 1; cut <= 3; cut++) {
      await events(1)
      await owner.query(`select pg_terminate_backend(pid) ${mine}`)
      // Longer than a bell waits before it comes back: one that had doubled would double again.
      await new Promise((done) => setTimeout(done, 700))
    }
    await run(home.db, sql`update activity.pending set handed_until = null`)
    await events(5)
    await until(async () => (await waiting()) === 0)
    const found = await effects()
    assert.equal(found.length, 8)
    assert.ok(found.every((effect) => effect.n === 1))
    const bells = await owner.query(`select pid ${mine} and application_name = 'engawa bell'`)
    assert.equal(bells.rowCount, 1)
    await owner.end()
    await closeBell()
  })

  test('a failure is tried again later and later, its reason kept without what people typed', async () => {
    let now = Date.parse('2026-11-20T00:00:00Z')
    setClock(() => now)
    let runs = 0
    follow({
      'order.placed': [
        {
          name: 'fails',
          run: async () => {
            runs++
            throw new TypeError('山田花子 hanako@example.com does not fit')
          },
        },
        note('mail'),
      ],
    })
    await events(1)
    running.push(await startWorker(home.db))
    const waits: number[] = []
    for (let attempt = 1; attempt <= attempts_max; attempt++) {
      await until(async () => runs === attempt && (await waiting()) === 1)
      const row = await until(() =>
        only<{ attempts: number; due_at: string }>(home.db, sql`select attempts, due_at from activity.pending`).then(
          (found) => (found.attempts === attempt ? found : undefined),
        ),
      )
      waits.push((Date.parse(row.due_at) - now) / 1_000)
      now = Date.parse(row.due_at)
    }
    assert.deepEqual(waits.slice(0, 5), [1, 3, 9, 27, 81])
    assert.equal(waits.at(-1), 6 * 3600)
    now += 86_400_000
    await new Promise((done) => setTimeout(done, 600))
    assert.equal(runs, attempts_max, 'stuck work waits for a person')
    const [row] = await stuck(home.db)
    assert.match(row?.last_error ?? '', /^TypeError src\/activity\/dispatcher\.test\.ts:\d+$/)
    assert.equal((await effects()).length, 1, 'its neighbour was not held up')
    follow({ 'order.placed': [note('fails')] })
    assert.equal(await inside((tx) => retryStuck(tx, 'fails')), 1)
    await until(async () => (await waiting()) === 0)
  })

  test('a call to the outside is made once by the worker it was handed to, with a key that stays the same', async () => {
    const keys: string[] = []
    let fails = 1
    follow({
      'order.placed': [
        {
          ...note('mail'),
          reach: async (_, event, key) => {
            keys.push(`${event.type} ${key}`)
            if (fails-- > 0) throw new Error('the mail server is away')
          },
        },
      ],
    })
    const profile_id = id()
    const event_id = await inside((tx) => emit(tx, { type: 'order.placed', profile_id, source: 'trial' }))
    const due = { profile_id, event_id, reaction: 'mail' }
    const until = '2099-01-01T00:00:00.000Z'
    const handOut = () => run(home.db, sql`update activity.pending set handed_until = ${until}`)
    await handOut()
    assert.equal(await react(home.db, due, until), 'failed')
    await handOut()
    const ends = await Promise.all(Array.from({ length: 8 }, () => react(home.db, due, until)))
    assert.deepEqual(ends.toSorted(), ['done', ...Array(7).fill('gone')])
    assert.equal(keys.length, 2)
    assert.equal(new Set(keys).size, 1)
    assert.equal((await effects())[0]?.n, 1)
  })

  test('a reaction that is no longer known leaves nothing behind', async () => {
    follow({ 'order.placed': [note('former')] })
    await events(1)
    follow({})
    running.push(await startWorker(home.db))
    await until(async () => (await waiting()) === 0)
    assert.deepEqual(await effects(), [])
  })

  test('a person marked many times is summarised once, and again when marked meanwhile', async () => {
    const profile_id = id()
    let runs = 0
    const marks = () => inside((tx) => dirty(tx, profile_id))
    for (let at = 0; at < 10; at++) await marks()
    running.push(
      await startWorker(home.db, {
        summaries: [
          {
            name: 'level',
            run: async () => {
              if (++runs === 1) await marks()
            },
          },
        ],
      }),
    )
    await until(async () => (await rows(home.db, sql`select from activity.dirty`)).length === 0)
    assert.equal(runs, 2)
  })

  test('one worker of several calls the tick, by the clock of the house', async () => {
    const at = new Date('2030-01-01T00:00:00Z')
    setClock(() => at.getTime())
    const told: [string, string][] = []
    for (const name of ['a', 'b'])
      running.push(await startWorker(home.db, { tick: async (_, now) => void told.push([name, now]) }))
    await until(async () => told.length >= 2, 50, 8_000)
    assert.equal(new Set(told.map(([name]) => name)).size, 1)
    assert.deepEqual(told[0]?.[1], clock.iso())
  })
})

async function until<T>(look: () => Promise<T>, every_ms = 20, within_ms = 15_000): Promise<NonNullable<T>> {
  const end = performance.now() + within_ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) throw new Error('waited in vain')
    await new Promise((done) => setTimeout(done, every_ms))
  }
}

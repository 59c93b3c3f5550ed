import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import pg from 'pg'
import { makeApiKey } from '#access/access'
import { emit, follow, startWorker } from '#activity/activity'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { open, rows, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { installJobs } from '#core/jobs'
import { plainError } from '#core/log'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { clock } from '#core/time'
import { visitor } from '#customers/customers'
import { buildApp, buildProbes } from '#http'
import { processes, tellOfProcess } from './operations.ts'
import { noticeSlow } from './slow.ts'

suite('operations', () => {
  let house: TestDatabase
  let app: App
  let key: string
  const log: string[] = []
  before(async () => {
    useKey('test-key-of-a-throw-away-database-0123456789')
    house = await testDatabase()
    const stream = { write: (line: string) => void log.push(line) }
    app = await buildApp(house.db, { logger: { level: 'info', stream } as { level: string } })
    key = (await transaction(house.db, system, (tx) => makeApiKey(tx, { name: 'ops', scopes: ['operations.read'] })))
      .key
  })
  after(async () => {
    follow({})
    await app.close()
    await house.close()
  })
  const get = async (url: string, headers: Record<string, string> = { authorization: `Bearer ${key}` }) => {
    const answer = await app.inject({ method: 'GET', url, headers, remoteAddress: '127.0.0.1' })
    return { status: answer.statusCode, text: answer.body, body: () => answer.json() }
  }
  const parts = async () => (await get('/health', {})).body().degraded.map(({ part }: { part: string }) => part)
  // What is looked up is remembered for two seconds.
  const later = () => new Promise((done) => setTimeout(done, 2_100))

  test('health tells that nobody works behind the scenes, that work is stuck, and that all is well', async () => {
    assert.deepEqual(await parts(), ['work'])
    await transaction(house.db, system, async (tx) => {
      const profile_id = await visitor(tx)
      await run(
        tx,
        sql`insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at, attempts)
            values (${profile_id}, ${id()}, 'lost', ${clock.iso()}, ${new Date(clock.ms() - 120_000).toISOString()}, 99)`,
      )
    })
    await installJobs(house.url)
    const worker = await startWorker(house.db)
    try {
      await later()
      assert.deepEqual(await parts(), ['pending'])
      const work = (await get('/v1/operations/work')).body()
      assert.deepEqual([work.healthy, work.dispatching], [false, true])
      assert.partialDeepStrictEqual(work.reactions, [{ reaction: 'lost', waiting: 1, due: 0, stuck: 1 }])
      await transaction(house.db, system, (tx) => run(tx, sql`delete from activity.pending`))
      await later()
      assert.deepEqual((await get('/health', {})).body(), { healthy: true, degraded: [] })
    } finally {
      await worker.stop()
    }
  })

  test('health answers 503 when the database is away, and the process stays alive', async () => {
    const nowhere = open('postgresql://nobody@127.0.0.1:9/nothing', { connections: 1 })
    const probes = await buildProbes(nowhere)
    const ask = async (url: string) => (await probes.inject({ method: 'GET', url })).statusCode
    assert.deepEqual([await ask('/livez'), await ask('/health')], [200, 503])
    const { body } = await probes.inject({ method: 'GET', url: '/metrics' })
    assert.match(body, /^engawa_database_up 0$/m)
    await probes.close()
    await nowhere.close()
  })

  test('metrics count requests by route template, never by address, and name no person', async () => {
    await get(`/v1/catalog/products/${id()}`, {})
    await get('/v1/nowhere/山田', {})
    const { text, status } = await get('/metrics', { host: 'localhost:3000' })
    assert.equal(status, 200)
    assert.match(
      text,
      /engawa_http_request_seconds_count\{method="GET",route="\/v1\/catalog\/products\/:product_id",status="404"\} 1/,
    )
    assert.match(text, /route="none",status="404"/)
    assert.doesNotMatch(text, /山田|%E5/)
    for (const name of [
      'process_cpu_seconds_total',
      'engawa_pool_connections',
      'engawa_dispatcher_alive',
      'engawa_webhook_deliveries_due',
    ])
      assert.match(text, new RegExp(`^${name}`, 'm'))
  })

  test('metrics are read on this machine only, or with their token', async () => {
    const from = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      (await app.inject({ method: 'GET', url: '/metrics', headers, remoteAddress })).statusCode
    assert.equal(await from({ host: '127.0.0.1:3000' }), 200)
    assert.equal(await from({ host: 'shop.example.jp' }), 403, 'through a proxy that hides who asks')
    assert.equal(await from({ host: 'localhost' }, '192.0.2.7'), 403)
    assert.equal(await from({ host: 'localhost', 'x-forwarded-for': '192.0.2.7' }), 403)
    process.env.ENGAWA_METRICS_TOKEN = 'a-token-for-prometheus'
    try {
      assert.equal(await from({ host: 'localhost' }), 403)
      assert.equal(await from({ authorization: 'Bearer a-token-for-prometheus' }, '192.0.2.7'), 200)
    } finally {
      delete process.env.ENGAWA_METRICS_TOKEN
    }
  })

  test('a process tells of itself, and is gone when it stops', async () => {
    const failures: unknown[] = []
    const word = tellOfProcess(house.db, 'api', (error) => failures.push(error))
    try {
      while ((await processes(house.db)).length === 0) await new Promise((done) => setTimeout(done, 50))
      const [one] = (await get('/v1/operations/processes')).body().items
      assert.deepEqual([one.role, one.pid], ['api', process.pid])
    } finally {
      await word.stop()
    }
    assert.deepEqual(await processes(house.db), [])
    assert.deepEqual(failures, [])
  })

  test('what was slow is told by its text, without the values', async () => {
    process.env.ENGAWA_SLOW_MS = '50'
    const notes = noticeSlow()
    await rows(house.db, sql`select pg_sleep(0.06), ${'山田'}::text as spoken`)
    await notes.keep(house.db)
    notes.stop()
    delete process.env.ENGAWA_SLOW_MS
    const { body, text } = await get('/v1/operations/slow-statements')
    const found = body() as { source: string; items: { statement: string; calls: number; max_ms: number }[] }
    assert.equal(found.source, 'own')
    assert.partialDeepStrictEqual(found.items, [{ statement: 'select pg_sleep(0.06), $1::text as spoken', calls: 1 }])
    assert.doesNotMatch(text, /山田/)
  })

  test('a worker’s reactions are told with their lag', async () => {
    await installJobs(house.url)
    let seen: (() => void) | undefined
    const reacted = new Promise<void>((done) => {
      seen = done
    })
    follow({ 'order.placed': [{ name: 'watched', run: async () => seen?.() }] })
    const worker = await startWorker(house.db)
    await transaction(house.db, system, async (tx) => {
      const profile_id = await visitor(tx)
      await emit(tx, { profile_id, type: 'order.placed', source: 'test' })
    })
    await reacted
    await worker.stop()
    assert.match(
      (await get('/metrics', { host: 'localhost' })).text,
      /engawa_reaction_lag_seconds_count\{reaction="watched"\} 1/,
    )
  })

  test('a log line tells route, status and kind of caller, no address and nobody', async () => {
    await app.inject({ method: 'GET', url: '/v1/nowhere/山田?mail=a@example.jp', remoteAddress: '192.0.2.99' })
    const last = JSON.parse(log.at(-1) as string)
    assert.partialDeepStrictEqual(last, { method: 'GET', route: 'none', status: 404, who: 'nobody' })
    assert.ok(last.reqId)
    assert.doesNotMatch(log.join(''), /山田|example\.jp|192\.0\.2\.99|%E5/)
  })

  test('an error is logged without the values it carries', async () => {
    const client = new pg.Client({ connectionString: house.url })
    await client.connect()
    const failing = async (text: string) => JSON.stringify(plainError(await client.query(text).catch((error) => error)))
    const invalid = await failing(`select '山田太郎'::uuid`)
    assert.match(invalid, /22P02/)
    await client.query('create temporary table person (name text constraint person_name primary key)')
    await client.query(`insert into person values ('山田太郎')`)
    const twice = await failing(`insert into person values ('山田太郎')`)
    assert.match(twice, /person_name/)
    const unread = JSON.stringify(plainError(await new Response('{"山田": 太郎').json().catch((error) => error)))
    await client.end()
    for (const text of [invalid, twice, unread]) assert.doesNotMatch(text, /山田|太郎/, text)
  })
})

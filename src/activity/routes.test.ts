import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { makeApiKey, openSession, putStaff } from '#access/access'
import { emit, eventId, follow, openBell } from '#activity/activity'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { only, rows, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { clock, setClock } from '#core/time'
import { visitor } from '#customers/customers'
import { buildApp } from '#http'

suite('the timeline over HTTP', () => {
  let home: TestDatabase
  let app: App
  let url: string
  let closeBell: () => Promise<void>
  const shop = id()
  const who: Record<'key' | 'reader' | 'visitor' | 'admin' | 'clerk', string> = {
    key: '',
    reader: '',
    visitor: '',
    admin: '',
    clerk: '',
  }
  let me = ''
  const inside = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(home.db, system, work)

  before(async () => {
    useKey('a key for tests only, long enough')
    home = await testDatabase()
    app = await buildApp(home.db)
    url = await app.listen({ port: 0, host: '127.0.0.1' })
    closeBell = await openBell(home.url)
    await inside(async (tx) => {
      who.key = (await makeApiKey(tx, { name: 'door counter', scopes: ['activity.write'] })).key
      who.reader = (await makeApiKey(tx, { name: 'warehouse', scopes: ['activity.read'] })).key
      me = await visitor(tx)
      who.visitor = (await openSession(tx, { kind: 'visitor', profile_id: me })).token
      const admin = await putStaff(tx, system, { code: 'a1', display_name: '管理', role: 'admin' })
      who.admin = (await openSession(tx, { kind: 'staff', staff_id: admin.staff_id })).token
      const clerk = await putStaff(tx, system, { code: 'c1', display_name: '佐藤', role: 'clerk', place_ids: [shop] })
      who.clerk = (await openSession(tx, { kind: 'staff', staff_id: clerk.staff_id, place_id: shop })).token
    })
  })
  after(async () => {
    setClock()
    follow({})
    await app.close()
    await closeBell()
    await home.close()
  })

  const call = async (as: keyof typeof who, method: 'GET' | 'POST', path: string, payload?: object, key = id()) => {
    const headers = { authorization: `Bearer ${who[as]}`, ...(method === 'POST' ? { 'idempotency-key': key } : {}) }
    const answer = await app.inject({ method, url: path, headers, payload })
    return { status: answer.statusCode, body: answer.json() }
  }
  const viewed = (message_id: string, more: object = {}) => ({
    message_id,
    type: 'Product Viewed',
    occurred_at: clock.iso(),
    facts: { product_id: id() },
    ...more,
  })

  test('a visitor tells what she looked at, under her own profile, once', async () => {
    const event = viewed('view-0001')
    assert.deepEqual(await call('visitor', 'POST', '/v1/activity/events', { events: [event] }), {
      status: 201,
      body: { accepted: 1, repeated: 0 },
    })
    assert.deepEqual((await call('visitor', 'POST', '/v1/activity/events', { events: [event] })).body, {
      accepted: 0,
      repeated: 1,
    })
    const kept = await inside((tx) =>
      only<{ profile_id: string; actor_kind: string }>(
        tx,
        sql`select profile_id, actor_kind from activity.event where type = 'Product Viewed'`,
      ),
    )
    assert.deepEqual(kept, { profile_id: me, actor_kind: 'visitor' })
  })

  test('nobody can tell about another person, about the house’s own facts, or about the future', async () => {
    const refusals: [object, number, string][] = [
      [viewed('view-0002', { profile_id: id() }), 403, 'activity.other_profile'],
      [viewed('view-0003', { type: 'order.placed', facts: {} }), 400, 'activity.unknown_type'],
      [viewed('view-0004', { facts: { name: '山田花子' } }), 400, 'activity.facts'],
      [viewed('view-0005', { occurred_at: '2099-01-01T00:00:00Z' }), 400, 'activity.time'],
    ]
    for (const [event, status, code] of refusals) {
      const answer = await call('visitor', 'POST', '/v1/activity/events', { events: [viewed('view-good'), event] })
      assert.deepEqual([answer.status, answer.body.code], [status, code])
      assert.match(answer.body.field, /^events\.1\./)
    }
    assert.deepEqual(
      await rows(home.db, sql`select from activity.event where event_id = ${eventId('storefront', `${me}:view-good`)}`),
      [],
    )
  })

  test('a device tells about many people at once; its key cannot repeat another system’s message', async () => {
    const profile_id = id()
    const visit = {
      message_id: 'order-42',
      type: 'Store Visited',
      occurred_at: clock.iso(),
      profile_id,
      place_id: shop,
      facts: { by: 'beacon' },
    }
    const answer = await call('key', 'POST', '/v1/activity/events', {
      events: [visit, { ...visit, message_id: 'order-43' }],
    })
    assert.deepEqual(answer.body, { accepted: 2, repeated: 0 })
    assert.equal(
      (await call('key', 'POST', '/v1/activity/events', { events: [{ ...visit, profile_id: undefined }] })).body.code,
      'activity.profile_needed',
    )
    await inside((tx) =>
      emit(tx, {
        type: 'order.placed',
        source: 'orders',
        message_id: 'order-42',
        profile_id,
        occurred_at: visit.occurred_at,
      }),
    )
    const { n } = await inside((tx) =>
      only<{ n: number }>(tx, sql`select count(*) as n from activity.event where profile_id = ${profile_id}`),
    )
    assert.equal(n, 3)
  })

  test('a follower pages through the log, misses nothing and stays a few seconds behind', async () => {
    let now = Date.parse('2027-05-01T00:00:00Z')
    setClock(() => now)
    const wanted: string[] = []
    let next: string | null = null
    const read = async () => {
      const answer = await call(
        'reader',
        'GET',
        `/v1/events?limit=2&type=Store%20Viewed${next ? `&after=${next}` : ''}`,
      )
      next = answer.body.next
      return answer.body as { items: { event_id: string; facts: object }[]; more: boolean }
    }
    for (let at = 0; at < 5; at++)
      wanted.push(
        await inside((tx) =>
          emit(tx, { type: 'Store Viewed', profile_id: me, source: 'trial', payload: { secret: 'x' } }),
        ),
      )
    assert.equal((await read()).items.length, 0, 'too young')
    now += 6_000
    const seen: string[] = []
    for (;;) {
      const page = await read()
      for (const { event_id, facts } of page.items) {
        seen.push(event_id)
        assert.deepEqual(facts, {}, 'only catalogued facts leave')
      }
      if (!page.more) break
    }
    assert.deepEqual(seen.toSorted(), wanted.toSorted())
    wanted.push(await inside((tx) => emit(tx, { type: 'Store Viewed', profile_id: me, source: 'trial' })))
    now += 6_000
    assert.deepEqual(
      (await read()).items.map(({ event_id }) => event_id),
      wanted.slice(-1),
    )
    setClock()
  })

  test('reading one person’s events is audited', async () => {
    await call('admin', 'GET', `/v1/events?profile_id=${me}`)
    const looks = await inside((tx) =>
      rows<{ action: string }>(tx, sql`select action from access.audit where profile_id = ${me}`),
    )
    assert.deepEqual(looks, [{ action: 'activity.read' }])
  })

  test('a key without customers.read is not told whom an event is about; a waiting follower is answered when there is news', async (t) => {
    t.after(() => setClock())
    let now = Date.now()
    setClock(() => now)
    const since = Buffer.from(`${clock.iso()} ${'0'.repeat(8)}-0000-0000-0000-000000000000`).toString('base64url')
    const one = { type: 'customer.merged', profile_id: me, source: 'trial', subject_kind: 'customer', subject_id: me }
    setTimeout(async () => {
      await inside((tx) => emit(tx, { ...one, payload: { merge_id: id(), profile_ids: [me] } }))
      now += 6_000
    }, 300)
    const waited = await call('reader', 'GET', `/v1/events?after=${since}&wait_seconds=10`)
    assert.equal(waited.body.items.length, 1)
    assert.ok(!JSON.stringify(waited.body).includes(me), JSON.stringify(waited.body))
    assert.equal((await call('reader', 'GET', `/v1/events?profile_id=${me}`)).body.code, 'activity.people')
    const seen = await call('admin', 'GET', `/v1/events?after=${since}`)
    assert.equal(seen.body.items[0].profile_id, me)
  })

  test('a route on its way out says so, and every answer says which version it is', async () => {
    const old = await app.inject({ method: 'GET', url: '/v1/activity/types' })
    assert.equal(old.headers.deprecation, '@1795305600')
    assert.match(String(old.headers.sunset), /2027/)
    assert.match(String(old.headers.link), /<\/v1\/events\/types>; rel="successor-version"/)
    const types = await app.inject({
      method: 'GET',
      url: '/v1/events/types',
      headers: { 'engawa-version': '2026-11-22' },
    })
    assert.deepEqual([types.headers['engawa-version'], types.headers.deprecation], ['2026-11-22', undefined])
    const strange = await app.inject({ method: 'GET', url: '/v1/events/types', headers: { 'engawa-version': '1999' } })
    assert.deepEqual([strange.statusCode, strange.json().code], [400, 'core.version'])
    const described = (app.swagger() as unknown as { paths: Record<string, { get: { deprecated?: boolean } }> }).paths
    assert.equal(described['/v1/activity/types']?.get.deprecated, true)
  })

  test('a visitor may not read the log, a clerk not follow it', async () => {
    assert.equal((await call('visitor', 'GET', '/v1/events')).status, 403)
    assert.equal((await call('clerk', 'GET', '/v1/events')).status, 403)
    assert.equal((await call('visitor', 'GET', '/v1/events/stream')).status, 403)
  })

  test('watchers see events within a moment: head office all, a clerk those of her shop', async () => {
    const [office, counter] = [await watch('admin'), await watch('clerk')]
    const here = await inside((tx) =>
      emit(tx, {
        type: 'order.placed',
        profile_id: me,
        source: 'till',
        place_id: shop,
        payload: { total_yen: 2990, note: 'x' },
      }),
    )
    const there = await inside((tx) =>
      emit(tx, { type: 'order.placed', profile_id: me, source: 'till', place_id: id() }),
    )
    const seen = await office.until(2)
    assert.deepEqual(seen.map(({ event_id }) => event_id).toSorted(), [here, there].toSorted())
    assert.deepEqual(seen.find(({ event_id }) => event_id === here)?.facts, { total_yen: 2990 })
    assert.deepEqual(
      (await counter.until(1)).map(({ event_id }) => event_id),
      [here],
    )
    office.leave()
    const missed = await inside((tx) =>
      emit(tx, { type: 'order.placed', profile_id: me, source: 'till', place_id: shop }),
    )
    await counter.until(2)
    const back = await watch('admin', office.last())
    assert.ok((await back.until(1)).some(({ event_id }) => event_id === missed))
    back.leave()
    counter.leave()
  })

  test('closing the server ends its streams', async () => {
    const other = await buildApp(home.db)
    const address = await other.listen({ port: 0, host: '127.0.0.1' })
    const stream = await watch('admin', undefined, address)
    const began = performance.now()
    await other.close()
    await stream.ended
    assert.ok(performance.now() - began < 2_000)
  })

  test('stuck work is listed and can be tried again', async () => {
    const profile_id = id()
    const event_id = await inside((tx) => emit(tx, { type: 'order.placed', profile_id, source: 'trial' }))
    await inside((tx) =>
      run(
        tx,
        sql`insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at, attempts, last_error)
      values (${profile_id}, ${event_id}, 'mail', ${clock.iso()}, ${clock.iso()}, 12, 'Error')`,
      ),
    )
    const { body } = await call('admin', 'GET', '/v1/activity/stuck')
    assert.deepEqual(
      body.items.map((item: { event_id: string }) => item.event_id),
      [event_id],
    )
    assert.deepEqual((await call('admin', 'POST', '/v1/activity/retries', {})).body, { retried: 1 })
    assert.deepEqual((await call('admin', 'GET', '/v1/activity/stuck')).body.items, [])
  })

  type Shown = { event_id: string; facts: object }
  /** Watch the stream as the browser would. */
  async function watch(as: keyof typeof who, last?: string, from = url) {
    const leaving = new AbortController()
    const headers: Record<string, string> = { authorization: `Bearer ${who[as]}` }
    if (last) headers['last-event-id'] = last
    const answer = await fetch(`${from}/v1/events/stream?type=order.placed`, { headers, signal: leaving.signal })
    assert.equal(answer.status, 200)
    const seen: Shown[] = []
    let id_seen: string | undefined
    const ended = (async () => {
      let text = ''
      for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk
        const messages = text.split('\n\n')
        text = messages.pop() ?? ''
        for (const message of messages) {
          const data = /^data: (.*)$/m.exec(message)?.[1]
          if (data) seen.push(...(JSON.parse(data) as { events: Shown[] }).events)
          id_seen = /^id: (.*)$/m.exec(message)?.[1] ?? id_seen
        }
      }
    })().catch(() => {})
    return {
      ended,
      last: () => id_seen,
      leave: () => leaving.abort(),
      async until(many: number): Promise<Shown[]> {
        const late = performance.now() + 5_000
        while (seen.length < many) {
          if (performance.now() > late) throw new Error(`saw ${seen.length} of ${many}`)
          await new Promise((done) => setTimeout(done, 20))
        }
        return seen
      },
    }
  }
})

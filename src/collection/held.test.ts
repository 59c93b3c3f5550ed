import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { makeApiKey } from '#access/access'
import { setClock } from '#core/time'
import { basic, type Collecting, collecting } from '../../e2e/collecting.ts'
import { tick } from './collection.ts'

suite('what could not be read', () => {
  let house: Collecting
  let key = ''
  before(async () => {
    house = await collecting()
    key = (
      await house.inside((tx) => makeApiKey(tx, { name: 'office', scopes: ['collection.read', 'collection.write'] }))
    ).key
  })
  after(async () => {
    setClock()
    await house.close()
  })
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
    idempotency = randomUUID(),
  ) => {
    const headers = { authorization: `Bearer ${key}`, ...(method === 'POST' ? { 'idempotency-key': idempotency } : {}) }
    const answer = await house.app.inject({ method, url: path, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.body ? answer.json() : undefined }
  }
  const make = async (body: object) =>
    (await call('POST', '/v1/collection/sources', { name: '基幹', kind: 'server', ...body })).body

  test('waits with its reason, is counted for its source, and is held once however often it is sent', async () => {
    const source = await make({})
    const bad: [object | string | number, string, string][] = [
      [{ type: 'track', event: 'A' }, 'no_identity', 'userId'],
      [{ type: 'track', userId: 'u1' }, 'no_event', 'event'],
      [{ type: 'dance', userId: 'u1' }, 'unknown_type', 'type'],
      [{ type: 'track', event: 'A', userId: 'u1', messageId: 'x'.repeat(101) }, 'message_id', 'messageId'],
      [{ type: 'track', event: 'A', userId: 'u1', properties: 'none' }, 'not_an_object', 'properties'],
      [{ type: 'track', event: 'A', userId: 'u1', timestamp: 'yesterday' }, 'time', 'timestamp'],
      [{ type: 'track', event: 'A', userId: 'u1', properties: { a: 'b\u0000' } }, 'unreadable', 'properties.a'],
      [{ type: 'track', event: 'A\u0000', userId: 'u1' }, 'unreadable', 'event'],
      [{ type: 'track', event: `${'A'.repeat(199)}😀`, userId: 'u1' }, 'no_event', 'event'],
      [{ type: 'track', event: 'Segment Consent Preference Updated', userId: 'u1' }, 'no_consent', 'context.consent'],
      [{ type: 'group', userId: 'u1' }, 'no_group', 'groupId'],
      ['text', 'not_an_object', 'item'],
    ]
    const good = { type: 'track', event: 'Coupon Applied', userId: 'u1', messageId: 'good' }
    for (let turn = 0; turn < 2; turn++)
      assert.equal(
        (await house.send('/v1/batch', { batch: [...bad.map(([item]) => item), good] }, basic(source.write_key)))
          .status,
        200,
      )
    assert.equal((await house.told(source.source_id)).length, 1, 'the good one went in')
    const { body } = await call('GET', `/v1/collection/sources/${source.source_id}/held-items`)
    const found = body.items.map(({ reason, field }: { reason: string; field: string }) => `${reason} ${field}`).sort()
    assert.deepEqual(found, bad.map(([, reason, field]) => `${reason} ${field}`).sort())
    assert.ok(
      body.reasons.some((one: { reason: string; items: number }) => one.reason === 'no_identity' && one.items === 1),
    )
    const [listed] = (await call('GET', '/v1/collection/sources')).body.items
    assert.deepEqual([listed.held, listed.accepted, listed.repeated], [bad.length, 1, 1])
    const one = await call('GET', `/v1/collection/held-items/${body.items[0].item_id}`)
    assert.equal(typeof one.body.body, 'string')
  })

  test('waits too when it is nested deeper than JSON can be written, alone and among others', async () => {
    const source = await make({})
    const deep = `{"type":"track","event":"A","userId":"u1","properties":{"a":${'['.repeat(8_000)}${']'.repeat(8_000)}}}`
    const good = { type: 'track', event: 'Coupon Applied', userId: 'u1', properties: { note: 'あ'.repeat(9_000) } }
    const many = Buffer.from(`{"batch":[${deep},${JSON.stringify(good)}]}`)
    for (const [path, body] of [['/v1/track', Buffer.from(deep)] as const, ['/v1/batch', many] as const])
      assert.equal((await house.send(path, body, basic(source.write_key))).status, 200, path)
    assert.equal((await house.told(source.source_id)).length, 1, 'the good one went in')
    const { body } = await call('GET', `/v1/collection/sources/${source.source_id}/held-items`)
    assert.deepEqual(
      body.items.map(({ reason }: { reason: string }) => reason),
      ['unreadable'],
    )
  })

  test('is read again once its source is mapped, each item once; what is still wrong waits on', async () => {
    const source = await make({})
    const sale = { event: '購入', properties: { 会員: 'C-7', 伝票: 'D-1', total: 800 } }
    await house.send('/v1/track', sale, basic(source.write_key))
    await house.send('/v1/track', { ...sale, properties: { 伝票: 'D-2' } }, basic(source.write_key))
    assert.equal((await call('POST', `/v1/collection/sources/${source.source_id}/replays`, {})).body.replayed, 0)
    const path = `/v1/collection/sources/${source.source_id}`
    const mapping = {
      events: { 購入: 'Order Completed' },
      fields: { userId: 'properties.buyer', 'properties.order_id': 'properties.slip' },
    }
    assert.equal(
      (await call('PATCH', path, { mapping: { fields: { 'user id': '会員' } } })).status,
      400,
      'a path is written in ASCII',
    )
    assert.equal((await call('PATCH', path, { mapping })).status, 200)
    await house.send(
      '/v1/track',
      { event: '購入', properties: { buyer: 'C-7', slip: 'D-3', total: 800 } },
      basic(source.write_key),
    )
    const [event] = await house.told(source.source_id)
    assert.deepEqual([event?.type, event?.payload], ['Order Completed', { order_ref: 'D-3', total: 800 }])
    const other = await make({})
    await house.send('/v1/track', { event: 'A', properties: { buyer: 'C-8' } }, basic(other.write_key))
    await house.send('/v1/track', { event: 'A', properties: {} }, basic(other.write_key))
    await call('PATCH', `/v1/collection/sources/${other.source_id}`, { mapping })
    const idempotency = randomUUID()
    for (let turn = 0; turn < 2; turn++) {
      const answer = await call('POST', `/v1/collection/sources/${other.source_id}/replays`, {}, idempotency)
      assert.deepEqual(answer.body, { replayed: 1, held: 1 })
    }
    assert.equal((await house.told(other.source_id)).length, 1)
  })

  test('a key is shown once; after a rotation both count for a day; a revoked source is refused', async () => {
    const source = await make({})
    const listed = await call('GET', `/v1/collection/sources/${source.source_id}`)
    assert.equal(listed.body.write_key, undefined)
    const rotated = (await call('POST', `/v1/collection/sources/${source.source_id}/key-rotations`, {})).body
    const send = (write_key: string) => house.send('/v1/track', { event: 'A', userId: 'u' }, basic(write_key))
    assert.deepEqual([(await send(source.write_key)).status, (await send(rotated.write_key)).status], [200, 200])
    const now = Date.now()
    setClock(() => now + 25 * 3_600_000)
    await call('PATCH', `/v1/collection/sources/${source.source_id}`, { name: '基幹2' })
    assert.deepEqual([(await send(source.write_key)).status, (await send(rotated.write_key)).status], [401, 200])
    setClock()
    assert.equal((await call('DELETE', `/v1/collection/sources/${source.source_id}`)).status, 204)
    assert.equal((await send(rotated.write_key)).status, 401)
  })

  test('an unplanned name is accepted and shown; once planned it is no longer marked', async () => {
    const source = await make({})
    const send = () =>
      house.send('/v1/track', { event: 'Kimono Fitted', userId: 'u', properties: { room: 3 } }, basic(source.write_key))
    await send()
    const plan = async () =>
      (await call('GET', '/v1/collection/plan')).body.items.find(
        ({ name }: { name: string }) => name === 'Kimono Fitted',
      )
    assert.equal((await plan()).state, 'unplanned')
    const wish = {
      planned: true,
      name_ja: '試着しました',
      name_en: 'Tried on',
      properties: { room: { type: 'string', required: true } },
    }
    assert.equal((await call('PUT', '/v1/collection/plan/Kimono%20Fitted', wish)).body.state, 'own')
    assert.equal((await call('PUT', '/v1/collection/plan/order.placed', wish)).status, 422)
    await new Promise((done) => setTimeout(done, 1_100))
    await send()
    const told = await house.told(source.source_id)
    assert.deepEqual(
      told.map(({ payload }) => payload).sort((a) => (a.unplanned ? -1 : 1)),
      [{ unplanned: true }, { faults: ['room'] }],
    )
  })

  test('is over after thirty days, and counts are rolled up without changing', async () => {
    const before = (await call('GET', '/v1/collection/sources')).body.items
    const later = new Date(Date.now() + 31 * 86_400_000).toISOString()
    for (let gone = 1; gone > 0; ) gone = await tick(house.db, later)
    const after = (await call('GET', '/v1/collection/sources')).body.items
    assert.deepEqual(
      after.map(({ accepted, repeated, held }: { accepted: number; repeated: number; held: number }) => [
        accepted,
        repeated,
        held,
      ]),
      before.map(({ accepted, repeated }: { accepted: number; repeated: number }) => [accepted, repeated, 0]),
    )
  })
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { system } from '#core/actor'
import { only, sql } from '#core/database'
import { noOne } from '#core/id'
import { setClock } from '#core/time'
import { blankPlace, putPlace } from '#stores/stores'
import { basic, type Collecting, collecting } from '../../e2e/collecting.ts'

const track = (more: object = {}) => ({
  event: 'Product Viewed',
  anonymousId: randomUUID(),
  properties: {
    product_id: 'P-1',
    sku: 'SKU-1',
    price: 1980,
    name: '麻のシャツ',
    url: 'https://shop.example/p?token=secret',
  },
  ...more,
})

suite('the Segment HTTP Tracking API', () => {
  let house: Collecting
  before(async () => {
    house = await collecting()
  })
  after(async () => {
    setClock()
    await house.close()
  })

  test('every call is taken at its long and its short address, and stands in the timeline under its own name', async () => {
    const { source_id, write_key } = await house.source()
    const anonymousId = randomUUID()
    const calls: [path: string, body: object, type: string][] = [
      ['/v1/identify', { traits: { plan: 'gold' } }, 'Identified'],
      ['/v1/track', { event: 'Cart Viewed', properties: { cart_id: 'c1' } }, 'Cart Viewed'],
      ['/v1/page', { name: 'Home' }, 'Page Viewed'],
      ['/v1/screen', { name: 'Home' }, 'Screen Viewed'],
      ['/v1/group', { groupId: 'g1' }, 'Group Identified'],
      ['/v1/alias', { previousId: 'old', userId: 'new' }, 'Alias Told'],
      ['/v1/i', { traits: {} }, 'Identified'],
      ['/v1/t', { event: 'Coupon Applied', properties: { coupon_id: 'c' } }, 'Coupon Applied'],
      ['/v1/p', {}, 'Page Viewed'],
      ['/v1/s', {}, 'Screen Viewed'],
      ['/v1/g', { groupId: 'g1' }, 'Group Identified'],
      ['/v1/a', { previousId: 'old', userId: 'new' }, 'Alias Told'],
    ]
    for (const [path, body] of calls) {
      const answer = await house.send(path, { anonymousId, messageId: path, ...body }, basic(write_key))
      assert.deepEqual([path, answer.status, answer.text], [path, 200, '{"success":true}'])
    }
    for (const path of ['/v1/batch', '/v1/import', '/v1/b'])
      assert.equal(
        (await house.send(path, { batch: [{ type: 'track', event: path, anonymousId }], writeKey: write_key })).status,
        200,
      )
    const told = await house.told(source_id)
    const byMessage = new Map(told.map((event) => [event.item.messageId, event.type]))
    for (const [path, , type] of calls) assert.equal(byMessage.get(path), type, path)
    assert.equal(told.length, calls.length + 3)
  })

  test('the key may stand in Basic with and without its colon, in Bearer, in X-Write-Key or in the body; any other is 401', async () => {
    const { write_key } = await house.source()
    for (const headers of [
      basic(write_key),
      basic(write_key, ''),
      { authorization: `Bearer ${write_key}` },
      { 'x-write-key': write_key },
    ])
      assert.equal((await house.send('/v1/track', track(), headers as Record<string, string>)).status, 200)
    assert.equal((await house.send('/v1/track', track({ writeKey: write_key }))).status, 200)
    assert.equal((await house.send('/v1/track', track())).status, 401)
    assert.equal((await house.send('/v1/track', track({ writeKey: 'another' }))).status, 401)
    assert.equal((await house.send('/v1/track', track(), basic('another'))).status, 401)
  })

  test('a browser may send from any page: text/plain, a preflight, and an answer it may read', async () => {
    const { source_id, write_key } = await house.source()
    const answer = await house.send('/v1/t', track({ writeKey: write_key }), {
      'content-type': 'text/plain',
      origin: 'https://shop.example',
      cookie: 'engawa_member=x',
    })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers['access-control-allow-origin'], '*')
    const asked = await house.app.inject({
      method: 'OPTIONS',
      url: '/v1/t',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    })
    assert.equal(asked.statusCode, 204)
    assert.equal(asked.headers['access-control-allow-origin'], '*')
    assert.match(String(asked.headers['access-control-allow-headers']), /Authorization/)
    const refused = await house.send('/v1/t', '{', { 'content-type': 'text/plain' })
    assert.deepEqual([refused.status, refused.headers['access-control-allow-origin']], [400, '*'])
    assert.equal((await house.told(source_id)).length, 1)
    assert.equal((await house.app.inject({ url: '/v1/access/me' })).headers['access-control-allow-origin'], undefined)
  })

  test('too large is 400 and leaves nothing: an event over 32 KB, a batch over 500 KB, one of its events over 32 KB', async () => {
    const { source_id, write_key } = await house.source()
    const big = (bytes: number) => track({ properties: { note: 'x'.repeat(bytes) } })
    const fits = JSON.stringify(big(0)).length
    assert.equal((await house.send('/v1/track', big(32 * 1024 - fits), basic(write_key))).status, 200)
    assert.equal((await house.send('/v1/track', big(32 * 1024 - fits + 1), basic(write_key))).status, 400)
    const item = { type: 'track', ...big(1000) }
    assert.equal(
      (await house.send('/v1/batch', { batch: Array.from({ length: 600 }, () => item) }, basic(write_key))).status,
      400,
    )
    assert.equal(
      (await house.send('/v1/batch', { batch: [item, { type: 'track', ...big(33_000) }] }, basic(write_key))).status,
      400,
    )
    assert.equal((await house.send('/v1/batch', 'x'.repeat(9_000_000), basic(write_key))).status, 400)
    assert.equal((await house.told(source_id)).length, 1)
  })

  test('a packed body is unpacked, and none swells beyond its bound', async () => {
    const { source_id, write_key } = await house.source()
    const packed = { ...basic(write_key), 'content-encoding': 'gzip' }
    assert.equal(
      (await house.send('/v1/batch', gzipSync(JSON.stringify({ batch: [{ type: 'track', ...track() }] })), packed))
        .status,
      200,
    )
    assert.equal((await house.send('/v1/batch', gzipSync(Buffer.alloc(20_000_000, 32)), packed)).status, 400)
    assert.equal((await house.send('/v1/batch', Buffer.from('not packed'), packed)).status, 400)
    assert.equal((await house.told(source_id)).length, 1)
  })

  test('more than 2,500 events are answered well and all held', async () => {
    const { source_id, write_key } = await house.source()
    const batch = Array.from({ length: 2501 }, (_, at) => ({ type: 'track', event: 'A', anonymousId: `a${at}` }))
    assert.equal((await house.send('/v1/batch', { batch }, basic(write_key))).status, 200)
    assert.equal((await house.told(source_id)).length, 0)
    assert.equal(
      (
        await house.inside((tx) =>
          only<{ n: number }>(
            tx,
            sql`select count(*) as n from collection.held where source_id = ${source_id} and reason = 'too_many'`,
          ),
        )
      ).n,
      1,
    )
  })

  test('a wrong clock is set right by what it says of the sending; the way here is not a wrong clock', async () => {
    const { source_id, write_key } = await house.source()
    const now = Date.parse('2026-11-22T03:00:00.000Z')
    setClock(() => now)
    const at = (ms: number) => new Date(now + ms).toISOString()
    // Told by a phone that is a day behind: it happened ten minutes before it was sent.
    await house.send(
      '/v1/track',
      track({ messageId: 'slow', timestamp: at(-86_400_000 - 600_000), sentAt: at(-86_400_000) }),
      basic(write_key),
    )
    await house.send(
      '/v1/track',
      track({ messageId: 'right', timestamp: at(-5_000), sentAt: at(-2_000) }),
      basic(write_key),
    )
    await house.send('/v1/track', track({ messageId: 'ahead', timestamp: at(86_400_000) }), basic(write_key))
    await house.send('/v1/track', track({ messageId: 'none' }), basic(write_key))
    await house.send(
      '/v1/batch',
      {
        batch: [{ type: 'track', ...track({ messageId: 'batched', timestamp: at(3_600_000 - 60_000) }) }],
        sentAt: at(3_600_000),
      },
      basic(write_key),
    )
    setClock()
    const when = Object.fromEntries(
      (await house.told(source_id)).map(({ item, occurred_at }) => [item.messageId, Date.parse(occurred_at) - now]),
    )
    assert.deepEqual(when, { slow: -600_000, right: -5_000, ahead: 0, none: 0, batched: -60_000 })
  })

  test('a repeat is written once, whatever time it names, and however many come at once', async () => {
    const { source_id, write_key } = await house.source()
    const body = track({ messageId: 'm-1', timestamp: '2026-11-01T00:00:00Z' })
    await Promise.all(Array.from({ length: 12 }, () => house.send('/v1/track', body, basic(write_key))))
    await house.send(
      '/v1/track',
      { ...body, timestamp: '2026-11-02T00:00:00Z', anonymousId: 'somebody else' },
      basic(write_key),
    )
    await house.send(
      '/v1/batch',
      {
        batch: [
          { type: 'track', ...body },
          { type: 'track', ...body },
        ],
      },
      basic(write_key),
    )
    assert.equal((await house.told(source_id)).length, 1)
    const other = await house.source()
    await house.send('/v1/track', body, basic(other.write_key))
    assert.equal((await house.told(other.source_id)).length, 1, 'another source has messages of its own')
    const counts = await house.inside((tx) =>
      only<{ accepted: number; repeated: number }>(
        tx,
        sql`select accepted, repeated from collection.source_state where source_id = ${source_id}`,
      ),
    )
    assert.deepEqual(counts, { accepted: 1, repeated: 14 })
  })

  test('in clear stand ids, goods and sums; the whole of it is sealed, and wrong types are named', async () => {
    const { source_id, write_key } = await house.source()
    await house.send(
      '/v1/track',
      track({
        properties: { ...track().properties, quantity: 'two', currency: 'JPY', products: [{ sku: 'a', price: '10' }] },
        context: {
          consent: { categoryPreferences: { advertising: false, analytics: true } },
          page: { url: 'https://x' },
        },
      }),
      basic(write_key),
    )
    await house.send(
      '/v1/track',
      { event: 'みんなで乾杯', anonymousId: 'x1', properties: { mail: 'a@b.example' } },
      basic(write_key),
    )
    await house.send(
      '/v1/track',
      { event: 'Order Completed', anonymousId: 'x1', properties: { order_id: 'hanako@example.jp', total: 1000 } },
      basic(write_key),
    )
    const told = await house.told(source_id)
    const of = (type: string) => told.find((event) => event.type === type)
    assert.deepEqual(of('Product Viewed')?.payload, {
      product_ref: 'P-1',
      sku: 'SKU-1',
      price: 1980,
      currency: 'JPY',
      products: [{ sku: 'a', price: 10 }],
      faults: ['quantity'],
      refused: ['advertising'],
    })
    assert.equal((of('Product Viewed')?.item.properties as { name?: string } | undefined)?.name, '麻のシャツ')
    assert.deepEqual(of('みんなで乾杯')?.payload, { unplanned: true })
    assert.deepEqual(of('Order Completed')?.payload, { total: 1000, faults: ['order_id'] })
  })

  test('a till’s receipt, a beacon and a kiosk may tell of nobody; a kiosk’s own id is nobody', async () => {
    const place = await house.inside((tx) =>
      putPlace(tx, system, { ...blankPlace, kind: 'shop', name: '渋谷店', external_id: 'S-9' }),
    )
    const pos = await house.source({ kind: 'pos' })
    const receipt = {
      event: 'Order Completed',
      messageId: 'S-9:1:77',
      properties: { order_id: 'r77', total: 500, store_id: 'S-9', register_id: '1', receipt_no: '77' },
    }
    await house.send('/v1/track', receipt, basic(pos.write_key))
    await house.send('/v1/track', receipt, basic(pos.write_key))
    const [sale, ...more] = await house.told(pos.source_id)
    assert.deepEqual(
      [sale?.profile_id, sale?.place_id, sale?.channel, more.length],
      [noOne, place.place_id, 'store', 0],
    )
    const kiosk = await house.source({ kind: 'shared', place_id: place.place_id })
    await house.send('/v1/track', track({ anonymousId: 'kiosk-1' }), basic(kiosk.write_key))
    await house.send('/v1/track', track({ anonymousId: 'kiosk-1', userId: 'u-9' }), basic(kiosk.write_key))
    const [looked, known] = (await house.told(kiosk.source_id)).sort((a) => (a.profile_id === noOne ? -1 : 1))
    assert.equal(looked?.profile_id, noOne)
    assert.notEqual(known?.profile_id, noOne)
  })

  test('CloudEvents are taken structured, in a batch and binary, each once', async () => {
    const { source_id, write_key } = await house.source({
      kind: 'iot',
      mapping: { events: { 'example.beacon.entered': 'Beacon Entered' } },
    })
    const event = {
      specversion: '1.0',
      id: '1',
      source: '/beacons/7',
      type: 'example.beacon.entered',
      time: '2026-11-20T01:00:00Z',
      data: { beacon_id: '7' },
    }
    const to = '/v1/collection/cloud-events'
    const headers = { authorization: `Bearer ${write_key}`, 'content-type': 'application/cloudevents+json' }
    for (let turn = 0; turn < 2; turn++) assert.equal((await house.send(to, event, headers)).status, 200)
    await house.send(
      to,
      [
        { ...event, id: '2', userid: 'u-7' },
        { ...event, id: '3', specversion: '0.3' },
      ],
      { ...headers, 'content-type': 'application/cloudevents-batch+json' },
    )
    await house.send(
      to,
      { beacon_id: '7' },
      {
        authorization: `Bearer ${write_key}`,
        'content-type': 'application/json',
        'ce-specversion': '1.0',
        'ce-id': '4',
        'ce-source': '/beacons/7',
        'ce-type': 'example.beacon.entered',
        'ce-time': '2026-11-20T02:00:00Z',
      },
    )
    const told = await house.told(source_id)
    assert.deepEqual(told.map(({ type, item }) => [type, item.messageId]).sort(), [
      ['Beacon Entered', '/beacons/7 1'],
      ['Beacon Entered', '/beacons/7 2'],
      ['Beacon Entered', '/beacons/7 4'],
    ])
    assert.equal(told.filter(({ profile_id }) => profile_id === noOne).length, 2)
    const held = await house.inside((tx) =>
      only<{ reason: string }>(tx, sql`select reason from collection.held where source_id = ${source_id}`),
    )
    assert.equal(held.reason, 'unknown_type')
  })
})

import assert from 'node:assert/strict'
import { after, afterEach, before, suite, test } from 'node:test'
import { makeApiKey } from '#access/access'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { setClock } from '#core/time'
import { buildApp } from '#http'
import { checks } from '#stores/checks'
import { type Hours, opening } from '#stores/hours'
import { pickupPromise } from '#stores/pickup'
import { blankPlace, businessDateAt, type Place } from '#stores/stores'
import { selfTest, verify } from '#verify'

type Body = ReturnType<JSON['parse']>
const daily = (open: string, close: string): Hours =>
  Object.fromEntries(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, [{ open, close }]]))
const shop = (more: Partial<Place> = {}): Place => ({
  ...blankPlace,
  place_id: id(),
  version: 1,
  kind: 'shop',
  name: '新宿店',
  hours: daily('10:00', '20:00'),
  offers_pickup: true,
  ...more,
})
const tokyo = (text: string) => new Date(`${text}+09:00`)

suite('places', () => {
  let base: TestDatabase
  let app: App
  let writer = ''
  let ofOneShop = ''
  before(async () => {
    useKey('a key for tests only, thirty-two bytes long')
    base = await testDatabase()
    app = await buildApp(base.db)
    await transaction(base.db, system, async (tx) => {
      writer = (await makeApiKey(tx, { name: 'ERP', scopes: ['stores.write'] })).key
      ofOneShop = (await makeApiKey(tx, { name: 'one shop', scopes: ['stores.write'], place_ids: [id()] })).key
    })
  })
  after(async () => {
    await app.close()
    await base.close()
  })
  afterEach(() => setClock())

  async function call(
    method: 'POST' | 'PUT' | 'PATCH',
    url: string,
    payload: Body,
    headers: Record<string, string> = {},
  ) {
    const reply = await app.inject({
      method,
      url,
      payload,
      headers: { authorization: `Bearer ${writer}`, 'idempotency-key': id(), ...headers },
    })
    return { status: reply.statusCode, body: reply.json() as Body, headers: reply.headers }
  }
  async function get(url: string) {
    const reply = await app.inject({ method: 'GET', url })
    return { status: reply.statusCode, body: reply.json() as Body, headers: reply.headers }
  }

  test('shops come nearest first, with the distance', async () => {
    const spots = { 新宿店: [35.6896, 139.7006], 渋谷店: [35.658, 139.7016], 京都店: [34.9858, 135.7588] } as const
    for (const [name, [latitude, longitude]] of Object.entries(spots))
      await call('POST', '/v1/stores/places', { external_id: name, kind: 'shop', name, latitude, longitude })
    await call('POST', '/v1/stores/places', {
      external_id: 'W',
      kind: 'warehouse',
      name: '倉庫',
      latitude: 35.65,
      longitude: 139.7,
    })
    const { body } = await get('/v1/stores/places?lat=35.6812&lon=139.7671&kind=shop')
    assert.deepEqual(
      body.items.map((item: Body) => item.name),
      ['新宿店', '渋谷店', '京都店'],
    )
    // As the crow flies from 東京駅.
    assert.ok(Math.abs(body.items[0].distance_metres - 6_080) < 60, String(body.items[0].distance_metres))
    assert.ok(Math.abs(body.items[2].distance_metres - 371_000) < 3_000, String(body.items[2].distance_metres))
    const first = await get('/v1/stores/places?lat=35.6812&lon=139.7671&kind=shop&limit=2')
    const second = await get(`/v1/stores/places?lat=35.6812&lon=139.7671&kind=shop&limit=2&after=${first.body.next}`)
    assert.deepEqual(
      second.body.items.map((item: Body) => item.name),
      ['京都店'],
    )
    assert.equal(second.body.next, null)
    const half = await get('/v1/stores/places?lat=35.6812')
    assert.deepEqual([half.status, half.body.field], [400, 'lon'])
  })

  test('the same external id is the same place, and what changed shows at once', async () => {
    const first = await call('POST', '/v1/stores/places', { external_id: 'S-1', kind: 'shop', name: '青山店' })
    const again = await call('PUT', '/v1/stores/places/ext:S-1', {
      kind: 'shop',
      name: '青山本店',
      hours: daily('11:00', '26:00'),
    })
    assert.deepEqual([again.status, again.body.place_id, again.body.version], [200, first.body.place_id, 2])
    const { body, headers } = await get('/v1/stores/places/ext:S-1')
    assert.deepEqual(
      [body.name, body.hours.mon, headers.etag],
      ['青山本店', [{ open: '11:00', close: '26:00' }], '"2"'],
    )
    const edit = await call('PATCH', '/v1/stores/places/ext:S-1', { phone: '03-0000-0000' }, { 'if-match': '"2"' })
    assert.deepEqual(
      [edit.status, edit.body.name, edit.body.phone, edit.body.version],
      [200, '青山本店', '03-0000-0000', 3],
    )
    const late = await call('PATCH', '/v1/stores/places/ext:S-1', { phone: null }, { 'if-match': '"2"' })
    assert.deepEqual([late.status, late.body.code], [412, 'core.changed'])
    const other = await call('PUT', `/v1/stores/places/${id()}`, { kind: 'shop', name: '別', external_id: 'S-1' })
    assert.deepEqual([other.status, other.body.code], [409, 'stores.external_id_taken'])
  })

  test('who works for one shop cannot change another', async () => {
    const { body } = await call('POST', '/v1/stores/places', { kind: 'shop', name: '銀座店' })
    const refused = await call(
      'PATCH',
      `/v1/stores/places/${body.place_id}`,
      { name: '銀座' },
      { authorization: `Bearer ${ofOneShop}` },
    )
    assert.deepEqual([refused.status, refused.body.code], [403, 'access.place'])
    const opened = await call(
      'POST',
      '/v1/stores/places',
      { kind: 'shop', name: '新店' },
      { authorization: `Bearer ${ofOneShop}` },
    )
    assert.equal(opened.status, 403)
  })

  test('impossible hours and zones are refused by field', async () => {
    const put = (more: Body) => call('PUT', '/v1/stores/places/ext:BAD', { kind: 'shop', name: '悪い店', ...more })
    assert.equal((await put({ hours: { mon: [{ open: '20:00', close: '10:00' }] } })).body.field, 'hours.mon')
    assert.equal((await put({ time_zone: 'Asia/Edo' })).body.field, 'time_zone')
    assert.equal((await put({ hours: { mon: [{ open: '1時', close: '10:00' }] } })).body.field, 'hours.mon.0.open')
    assert.equal((await get('/v1/stores/places/ext:BAD')).status, 404)
  })

  test('an unknown place is refused with words in both languages', async () => {
    const { status, body } = await get(`/v1/stores/places/${id()}`)
    assert.deepEqual([status, body.code], [404, 'stores.no_place'])
    assert.ok(body.messages.ja && body.messages.en)
  })

  test('verify is clean, and sees one broken row of each kind', async () => {
    assert.deepEqual(
      (await verify(base.url, checks)).filter((finding) => !finding.ok),
      [],
    )
    assert.deepEqual(
      (await selfTest(base.url, checks)).filter((trial) => !trial.seen),
      [],
    )
  })

  test('a shop is open in its own zone, also after midnight and around the clock', () => {
    const at = (hours: Hours, text: string) => opening(hours, 'Asia/Tokyo', tokyo(text))
    const day = daily('10:00', '20:00')
    assert.deepEqual(at(day, '2026-11-22T09:59:59'), {
      open_now: false,
      closes_at: null,
      opens_at: tokyo('2026-11-22T10:00').toISOString(),
    })
    assert.deepEqual(at(day, '2026-11-22T10:00:00'), {
      open_now: true,
      closes_at: tokyo('2026-11-22T20:00').toISOString(),
      opens_at: null,
    })
    assert.equal(at(day, '2026-11-22T20:00:00').opens_at, tokyo('2026-11-23T10:00').toISOString())
    assert.equal(at(daily('18:00', '26:00'), '2026-11-23T01:30:00').closes_at, tokyo('2026-11-23T02:00').toISOString())
    assert.equal(at(daily('00:00', '24:00'), '2026-11-23T01:30:00').open_now, true)
    const closedOnce = { ...day, dates: { '2026-11-23': [] } }
    assert.equal(at(closedOnce, '2026-11-22T21:00:00').opens_at, tokyo('2026-11-24T10:00').toISOString())
    assert.deepEqual(at({}, '2026-11-22T12:00:00'), { open_now: false, closes_at: null, opens_at: null })
  })

  test('two orders a minute each side of the cut-off are promised for different days', () => {
    const promise = (text: string, more: Partial<Place> = {}) => pickupPromise(shop(more), tokyo(text))
    assert.deepEqual(promise('2026-11-22T16:59:00'), {
      date: '2026-11-22',
      ready_at: tokyo('2026-11-22T18:29').toISOString(),
      cutoff: '17:00',
      last_day: '2026-11-29',
    })
    assert.deepEqual(promise('2026-11-22T17:01:00'), {
      date: '2026-11-23',
      ready_at: tokyo('2026-11-23T10:00').toISOString(),
      cutoff: '17:00',
      last_day: '2026-11-30',
    })
    assert.equal(promise('2026-11-22T06:00:00')?.ready_at, tokyo('2026-11-22T10:00').toISOString())
    // Before the cut-off, but it would not be ready before the doors close.
    assert.equal(promise('2026-11-22T16:00:00', { pickup_ready_minutes: 300 })?.date, '2026-11-23')
    assert.equal(promise('2026-11-22T12:00:00', { offers_pickup: false }), undefined)
  })

  test('hours before the cut-over still belong to yesterday’s business', () => {
    assert.equal(businessDateAt(shop({ cutover: '05:00' }), tokyo('2026-11-22T04:59:00')), '2026-11-21')
    assert.equal(businessDateAt(shop({ cutover: '05:00' }), tokyo('2026-11-22T05:00:00')), '2026-11-22')
  })
})

/** A sandbox: its key moves the clock of the whole house, what is due is done, and production knows nothing of it. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { makeApiKey } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { applyHouseClock } from '../../src/core/house-clock.ts'
import { clock, setClock } from '../../src/core/time.ts'
import { buildApp } from '../../src/http.ts'
import { tick } from '../../src/reactions.ts'
import { caller } from '../retailer.ts'
import { openShop, type Shop } from './app.ts'

const day = 86_400

describe('a sandbox', () => {
  let shop: Shop
  let app: Awaited<ReturnType<typeof buildApp>>
  let sandbox: ReturnType<typeof caller>
  let key = ''
  before(async () => {
    shop = await openShop()
    app = await buildApp(shop.db, { due: tick })
    key = (await transaction(shop.db, system, (tx) => makeApiKey(tx, { name: 'try', kind: 'sandbox', scopes: ['*'] })))
      .key
    sandbox = as(key)
  })
  after(async () => {
    setClock()
    await app.close()
    await shop.close()
  })
  const as = (token: string) =>
    caller(async (path, { method, headers, body }) => {
      const answer = await app.inject({
        method: method as 'GET',
        url: path,
        headers,
        ...(body ? { payload: body } : {}),
      })
      return new Response(answer.body, { status: answer.statusCode, headers: answer.headers as Record<string, string> })
    }, token)

  it('moves its clock on, once however often it is asked; an order that nobody collects is released by then', async () => {
    assert.match(key, /^ek_test_/)
    const placed = await sandbox.post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      profile_id: (await shop.member('sandbox')).profile_id,
      payments: [{ method: 'card', token: 'tok_visa' }],
      lines: [{ gtin: '4599990000030', quantity: 1 }],
    })
    assert.equal(placed.status, 201, placed.text)
    assert.equal((await sandbox.post(`/v1/orders/${placed.body.order_id}/readiness`, {})).status, 200)
    const before = clock.ms()
    const moved = await sandbox.post('/v1/sandbox/clock', { advance_seconds: 10 * day }, 'ten days on')
    assert.equal(moved.status, 201, moved.text)
    await sandbox.post('/v1/sandbox/clock', { advance_seconds: 10 * day }, 'ten days on')
    assert.ok(Math.abs(clock.ms() - before - 10 * day * 1000) < 60_000)
    assert.equal((await sandbox.get(`/v1/orders/${placed.body.order_id}`)).body.state, 'cancelled')
    // Another process that looks stands there too.
    setClock()
    await applyHouseClock(shop.db)
    assert.ok(clock.ms() - before > 9 * day * 1000)
  })

  it('goes only forward, by one measure, and only with a sandbox key', async () => {
    const back = await sandbox.post('/v1/sandbox/clock', { to: '2020-01-01T00:00:00Z' })
    assert.deepEqual([back.status, back.body.code], [409, 'integrations.clock_back'])
    assert.equal((await sandbox.post('/v1/sandbox/clock', {})).body.code, 'integrations.clock_how_far')
    const live = await as(shop.api_key).post('/v1/sandbox/clock', { advance_seconds: 1 })
    assert.deepEqual([live.status, live.body.code], [403, 'integrations.sandbox_only'])
  })

  it('is nothing in production: its keys open no door and no new ones are made', async () => {
    process.env.ENGAWA_ENV = 'production'
    try {
      assert.equal((await sandbox.post('/v1/sandbox/clock', { advance_seconds: 1 })).status >= 401, true)
      await assert.rejects(
        transaction(shop.db, system, (tx) => makeApiKey(tx, { name: 'try', kind: 'sandbox', scopes: ['*'] })),
        { code: 'access.sandbox_key' },
      )
    } finally {
      delete process.env.ENGAWA_ENV
    }
  })
})

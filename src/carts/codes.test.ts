import assert from 'node:assert/strict'
import { after, afterEach, before, suite, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { system } from '../core/actor.ts'
import { only, sql, transaction } from '../core/database.ts'
import { setClock } from '../core/time.ts'
import { selfTest, verify } from '../verify.ts'
import { checks } from './checks.ts'

const coat = '4599990000139'
const start = Date.parse('2026-11-20T02:00:00Z')

suite('six digits', () => {
  let shop: Shop
  before(async () => {
    setClock(() => start)
    shop = await openShop()
  })
  afterEach(() => setClock(() => start))
  after(async () => {
    setClock()
    await shop.close()
  })

  const handOver = (code: string, token = shop.staff.clerk.token, key?: string) =>
    shop.as(token).post('/v1/carts/hand-overs', { code }, key)
  const codeOf = async (token: string) =>
    (await shop.as(token).post('/v1/carts/current/hand-over-codes', {})).body.code as string
  const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  test('open the very cart at the till, once, with a masked name, and leave a trace', async () => {
    const customer = await shop.member('till')
    const put = await shop.as(customer.token).post('/v1/carts/current/items', { gtin: coat })
    const made = await shop.as(customer.token).post('/v1/carts/current/hand-over-codes', {})
    assert.equal(made.status, 201)
    assert.match(made.body.code as string, /^\d{6}$/)
    assert.equal(made.body.expires_at, '2026-11-20T02:10:00.000Z')

    const handed = await handOver(made.body.code as string)
    assert.equal(handed.status, 201, handed.text)
    assert.equal(handed.body.cart_id, put.body.cart_id)
    assert.equal(handed.body.profile_id, customer.profile_id)
    assert.deepEqual(handed.body.customer, { kind: 'member', name: '木村 t•' })
    assert.equal((handed.body.cart as { total_yen: number }).total_yen, 14300)

    const again = await handOver(made.body.code as string, shop.staff.agent.token)
    assert.deepEqual([again.status, again.body.code], [404, 'carts.code_unknown'])
    const { profile_id } = customer
    const traces = await transaction(shop.db, system, (tx) =>
      only(
        tx,
        sql`select (select count(*) from access.audit where profile_id = ${profile_id} and action = 'cart.handed_over' and actor_id = ${shop.staff.clerk.staff_id}) as looks,
              (select count(*) from activity.event where profile_id = ${profile_id} and type = 'cart.handed_over' and channel = 'till') as events`,
      ),
    )
    assert.deepEqual(traces, { looks: 1, events: 1 })
  })

  test('work for a visitor and for an empty cart too: what follows is in the same cart', async () => {
    const visitor = await shop.visitor()
    const handed = await handOver(await codeOf(visitor.token))
    assert.deepEqual(handed.body.customer, { kind: 'visitor', name: null })
    await shop.as(shop.staff.clerk.token).post(`/v1/carts/${visitor.profile_id}/items`, { gtin: coat })
    const hers = await shop.as(visitor.token).get('/v1/carts/current')
    assert.equal(hers.body.cart_id, handed.body.cart_id)
    assert.equal(hers.body.pieces, 1)
  })

  test('are worth nothing after ten minutes, or once she asked for new ones', async () => {
    const customer = await shop.member('late')
    const first = await codeOf(customer.token)
    const second = await codeOf(customer.token)
    if (first !== second) assert.equal((await handOver(first, shop.staff.manager.token)).status, 404)
    setClock(() => start + 10 * 60_000)
    assert.equal((await handOver(second, shop.staff.manager.token)).status, 404)
    setClock(() => start + 10 * 60_000 - 1)
    assert.equal((await handOver(second, shop.staff.manager.token)).status, 201)
  })

  test('are not in the database, nor is anything they could be tried against without the key', async () => {
    const code = await codeOf((await shop.member('secret')).token)
    const { rows } = await shop.db.pool.query(
      `select count(*)::int as n from carts.hand_over_code h where h::text like '%' || $1 || '%' or h.code_hash = sha256($1::bytea)`,
      [code],
    )
    assert.equal(rows[0]?.n, 0)
  })

  test('given to two counters at once open at one', async () => {
    const code = await codeOf((await shop.member('twice')).token)
    const both = await Promise.all([handOver(code, shop.staff.clerk.token), handOver(code, shop.staff.agent.token)])
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 404])
  })

  test('sent twice by a shaky network answer twice the same', async () => {
    const code = await codeOf((await shop.member('shaky')).token)
    const first = await handOver(code, shop.staff.clerk.token, 'shaky-network-1')
    const again = await handOver(code, shop.staff.clerk.token, 'shaky-network-1')
    assert.equal(again.text, first.text)
  })

  test('cannot be found by trying: after ten wrong ones that staff member waits, others and right codes do not', async () => {
    const customer = await shop.member('guessed')
    const code = await codeOf(customer.token)
    const clerk = shop.staff.setagaya_clerk.token
    const tried = await Promise.all(Array.from({ length: 25 }, () => handOver(other(code), clerk)))
    assert.equal(tried.filter(({ status }) => status === 404).length, 10, 'twenty-five at once are ten guesses')
    const locked = tried.find(({ status }) => status === 429)
    assert.equal(locked?.body.code, 'carts.code_locked')
    assert.equal(locked?.headers.get('retry-after'), '900')
    assert.equal((await handOver(code, clerk)).status, 429, 'even the right one')
    assert.equal((await handOver(code, shop.staff.agent.token)).status, 201, 'another staff member is free')
    setClock(() => start + 15 * 60_000 + 1000)
    const fresh = await codeOf(customer.token)
    assert.equal((await handOver(fresh, clerk)).status, 201, 'after a quarter of an hour')
  })

  test('are for staff who serve: no member, no one', async () => {
    const customer = await shop.member('nosy')
    assert.equal((await handOver('123456', customer.token)).status, 403)
    assert.equal((await shop.as().post('/v1/carts/hand-overs', { code: '123456' })).status, 401)
    assert.equal((await handOver('12345')).status, 400)
  })

  test('and carts leave the ledger of truths clean, and each truth can be seen to break', async () => {
    const { url } = shop.db
    assert.deepEqual(
      (await verify(url, checks)).filter(({ ok }) => !ok),
      [],
    )
    assert.deepEqual(
      (await selfTest(url, checks)).filter(({ seen }) => !seen),
      [],
    )
  })
})

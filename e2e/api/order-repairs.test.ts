/** Orders that something went wrong with: bad rows, late repeats, slow cards, and points that nobody showed a card for. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { fakePayment } from '../../src/channels/payment/fake.ts'
import { type Actor, system } from '../../src/core/actor.ts'
import { only, type Pool, rows, run, type Sql, sql, transaction } from '../../src/core/database.ts'
import { sha256 } from '../../src/core/id.ts'
import { putSetting } from '../../src/core/settings.ts'
import { clock, setClock } from '../../src/core/time.ts'
import { openBalance } from '../../src/loyalty/loyalty.ts'
import { place, tick } from '../../src/orders/orders.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const shirt = '4599990000030'
const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()

describe('an order that something went wrong with', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop.close())

  const inside = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(shop.db, system, work)
  const collect = () => ({
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: shirt, quantity: 1 }],
    payments: [{ method: 'card', token: 'tok_visa' }],
  })
  const state = async (order_id: string) =>
    inside((tx) =>
      only<{ state: string; payment: string; charge: string | null }>(
        tx,
        sql`select o.state, p.state as payment, c.state as charge
      from orders."order" o join orders.payment p using (profile_id, order_id) left join channels.fake_charge c on c.reference = p.payment_id::text where o.order_id = ${order_id}`,
      ),
    )

  /** An order whose process died while the card company was asked: held, waiting, its key claimed. `repeat` is its buyer asking again, a minute later. */
  async function interrupted(name: string) {
    const { profile_id } = await shop.member(name)
    const actor: Actor = { kind: 'member', id: profile_id, profile_id, profile_ids: [profile_id] }
    const input = { ...collect(), way: 'collect' as const, payments: [{ method: 'card' as const, token: 'tok_visa' }] }
    const claim = (at: string) => ({ scope: 'test', key: name, fingerprint: sha256(name), at, expires_at: minutes(60) })
    const dead = {
      ...shop.db,
      query: (statement: Sql) =>
        statement.text.includes('fake_charge') ? Promise.reject(new Error('died')) : shop.db.query(statement),
    }
    const ask = (db: Pool, at: string) => place(db, actor, claim(at), input, (view) => JSON.stringify(view))
    await assert.rejects(ask(dead, minutes(0)), { code: 'orders.payment_unavailable' })
    const { order_id, payment_id } = await inside((tx) =>
      only<{ order_id: string; payment_id: string }>(
        tx,
        sql`select order_id, payment_id from orders.payment where profile_id = ${profile_id}`,
      ),
    )
    return {
      order_id,
      charge: () =>
        fakePayment(shop.db).authorize({ reference: payment_id, amount_yen: 2990, capture: 'now', token: 'tok_visa' }),
      // Half a minute is the lock of whoever may still be at it.
      repeat: () => {
        setClock(() => Date.now() + 60_000)
        return ask(shop.db, clock.iso()).finally(() => setClock())
      },
    }
  }

  it('is charged once and stands when its buyer asks again', async () => {
    const order = await interrupted('asks-again')
    await order.charge()
    const placed = await order.repeat()
    assert.ok('text' in placed && placed.text.includes(order.order_id))
    assert.deepEqual(await state(order.order_id), { state: 'placed', payment: 'captured', charge: 'captured' })
    const again = await order.repeat()
    assert.equal('claimed' in again && again.claimed.outcome, 'known')
  })

  it('is settled by the reconciler when the card had been charged, given up when it had not', async () => {
    const [charged, not] = [await interrupted('was-charged'), await interrupted('was-not')]
    await charged.charge()
    await tick(shop.db, minutes(16))
    assert.deepEqual(await state(charged.order_id), { state: 'placed', payment: 'captured', charge: 'captured' })
    assert.deepEqual(await state(not.order_id), { state: 'cancelled', payment: 'failed', charge: 'cancelled' })
    await assert.rejects(not.repeat(), { code: 'orders.given_up' })
  })

  it('sends money back that comes after it was given up', async () => {
    const order = await interrupted('late-money')
    await tick(shop.db, minutes(16))
    // A company that does not keep to what it was told to let go.
    await inside((tx) => run(tx, sql`delete from channels.fake_charge`))
    await order.charge()
    await assert.rejects(order.repeat(), { code: 'orders.given_up' })
    assert.deepEqual(await state(order.order_id), { state: 'cancelled', payment: 'refunded', charge: 'refunded' })
  })

  it('is left alone by a reconciler that comes too late', async () => {
    const order = await interrupted('just-settled')
    await order.repeat()
    const { profile_id } = await inside((tx) =>
      only<{ profile_id: string }>(tx, sql`select profile_id from orders.reference where order_id = ${order.order_id}`),
    )
    await inside((tx) =>
      run(
        tx,
        sql`insert into orders.due (profile_id, order_id, kind, due_at) values (${profile_id}, ${order.order_id}, 'payment_timeout', '2020-01-01Z')`,
      ),
    )
    await tick(shop.db, minutes(16))
    assert.deepEqual(await state(order.order_id), { state: 'placed', payment: 'captured', charge: 'captured' })
  })

  it('a row of the diary that fails stays, and those behind it do not wait', async (t) => {
    const said = t.mock.method(console, 'error', () => {})
    const her = shop.as((await shop.member('diary')).token)
    const clerk = shop.as(shop.staff.clerk.token)
    const order = await her.post('/v1/orders', collect())
    assert.equal((await clerk.post(`/v1/orders/${order.body.order_id}/readiness`, {})).status, 200)
    const lost = randomUUID()
    await inside((tx) =>
      run(
        tx,
        sql`insert into orders.due (profile_id, order_id, kind, due_at) values (${lost}, ${lost}, 'pickup_release', '2020-01-01Z')`,
      ),
    )
    const later = minutes(30 * 24 * 60)
    assert.ok((await tick(shop.db, later)) > 0)
    assert.equal(
      (await her.get(`/v1/orders/${order.body.order_id}`)).body.state,
      'cancelled',
      'released behind the bad row',
    )
    assert.deepEqual(
      said.mock.calls.map(({ arguments: [text] }) => text),
      [`orders: pickup_release of ${lost}: orders.not_found`],
    )
    assert.equal(await tick(shop.db, later), 0, 'it does not keep the sweep busy')
    const due = await inside((tx) => rows(tx, sql`select 1 from orders.due where order_id = ${lost}`))
    assert.equal(due.length, 1, 'it is still there to be looked at')
    await inside((tx) => run(tx, sql`delete from orders.due where order_id = ${lost}`))
  })

  it('a repeat gets its first answer when the cart it ordered is long empty', async () => {
    const her = shop.as((await shop.member('cart-repeat')).token)
    await her.post('/v1/carts/current/items', { variant_id: shop.variant[shirt], quantity: 1 })
    const key = randomUUID()
    const wish = {
      way: 'collect',
      place_id: shop.shinjuku,
      cart: true,
      payments: [{ method: 'card', token: 'tok_visa' }],
    }
    const first = await her.post('/v1/orders', wish, key)
    assert.equal(first.status, 201, first.text)
    const again = await her.post('/v1/orders', wish, key)
    assert.deepEqual([again.status, again.text], [201, first.text])
    assert.equal(again.headers.get('idempotent-replayed'), 'true')
    const other = await her.post('/v1/orders', wish)
    assert.equal(other.body.code, 'orders.empty')
  })

  it('points are spent at the till on a QR code read there, not on a photograph of a bar code', async () => {
    const member = await shop.member('scanned')
    await inside((tx) => openBalance(tx, system, { profile_id: member.profile_id, amount: 500, source: 'test' }))
    const clerk = shop.as(shop.staff.clerk.token)
    const sale = (more: object) =>
      clerk.post('/v1/orders', {
        way: 'carry',
        profile_id: member.profile_id,
        lines: [{ gtin: shirt, quantity: 1 }],
        points_used: 100,
        payments: [{ method: 'cash' }],
        ...more,
      })
    const scan = async (code: string) => (await clerk.post('/v1/customers/scans', { code })).body.scan_id as string
    const none = await sale({})
    assert.deepEqual([none.status, none.body.code, none.body.field], [422, 'orders.scan_needed', 'scan_id'])
    assert.equal((await sale({ scan_id: await scan(member.member_number) })).body.code, 'orders.scan_needed')
    assert.equal((await sale({ scan_id: randomUUID() })).body.code, 'orders.scan_needed')
    const card = await shop.as(member.token).get('/v1/customers/me/card')
    const fresh = await scan((card.body.codes as { code: string }[])[0]?.code as string)
    const stranger = await shop.member('stranger')
    assert.equal((await sale({ scan_id: fresh, profile_id: stranger.profile_id })).body.code, 'orders.scan_needed')
    assert.equal((await sale({ scan_id: fresh })).status, 201)
    await inside((tx) => putSetting(tx, 'orders.till_points_need_scan', false, 'test'))
    assert.equal((await sale({})).status, 201, 'a retailer may decide otherwise')
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

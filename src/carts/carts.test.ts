import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { forgetAll } from '../catalog/catalog.ts'
import { system } from '../core/actor.ts'
import { rows, sql, transaction } from '../core/database.ts'
import { profilesOf } from '../customers/customers.ts'
import * as carts from './carts.ts'

const oats = '4599990000016'
const shirt = '4599990000030'
const coat = '4599990000139'
const cookies = '4599990000184'

type Line = {
  variant_id: string
  quantity: number
  sold: boolean
  unit_yen: number
  amount_yen: number
  reduced: boolean
  stock: string
  left: number | null
  added_by: string
}
const linesOf = (body: Record<string, unknown>) => body.lines as Line[]

suite('a cart', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop.close())

  const variant = (gtin: string) => shop.variant[gtin] as string
  const item = (gtin: string) => `/v1/carts/current/items/${variant(gtin)}`
  const orderOf = (gtins: string[]) => ({
    way: 'carry',
    payments: [{ method: 'cash' }],
    lines: gtins.map((gtin) => ({ gtin, quantity: 1 })),
  })

  test('is empty and without an id before the first thing is put in', async () => {
    const her = shop.as((await shop.visitor()).token)
    const { status, body } = await her.get('/v1/carts/current')
    assert.equal(status, 200)
    assert.deepEqual([body.cart_id, body.version, body.lines, body.total_yen, body.points_to_earn], [null, 0, [], 0, 0])
  })

  test('shows prices with tax, both rates apart, the points it would earn and the stock as it is now', async () => {
    const her = shop.as((await shop.member('prices')).token)
    await her.post('/v1/carts/current/items', { gtin: coat })
    await her.post('/v1/carts/current/items', { variant_id: variant(cookies), quantity: 1 })
    const { body } = await her.get('/v1/carts/current')
    assert.equal(body.total_yen, 16460)
    assert.equal(body.points_to_earn, 164)
    assert.deepEqual(body.taxes, [
      { rate_percent: 10, reduced: false, taxable_yen: 14300, tax_yen: 1300 },
      { rate_percent: 8, reduced: true, taxable_yen: 2160, tax_yen: 160 },
    ])
    assert.deepEqual(
      linesOf(body).map(({ unit_yen, quantity, reduced, stock, left, sold, added_by }) => [
        unit_yen,
        quantity,
        reduced,
        stock,
        left,
        sold,
        added_by,
      ]),
      [
        [14300, 1, false, 'many', null, true, 'customer'],
        [2160, 1, true, 'many', null, true, 'customer'],
      ],
    )
  })

  test('adds, sets and takes out; nothing changed is no new version', async () => {
    const her = shop.as((await shop.member('sets')).token)
    await her.post('/v1/carts/current/items', { gtin: oats, quantity: 2 })
    await her.post('/v1/carts/current/items', { gtin: oats, quantity: 3 })
    const five = await her.get('/v1/carts/current')
    assert.equal(linesOf(five.body)[0]?.quantity, 5)
    assert.equal(five.headers.get('etag'), `"${five.body.version}"`)
    const same = await her.put(item(oats), { quantity: 5 })
    assert.equal(same.body.version, five.body.version)
    const gone = await her.put(item(oats), { quantity: 0 })
    assert.deepEqual(gone.body.lines, [])
    assert.equal(gone.body.cart_id, five.body.cart_id, 'an emptied cart goes on')
  })

  test('is one for all of a customer’s devices and for who serves her, each sees the other’s changes', async () => {
    const customer = await shop.member('shared')
    const [phone, pc] = [shop.as(customer.token), shop.as(customer.token)]
    const agent = shop.as(shop.staff.agent.token)
    const theirs = `/v1/carts/${customer.profile_id}`
    await phone.post('/v1/carts/current/items', { gtin: coat })
    const seen = await agent.get(theirs)
    await agent.put(`${theirs}/items/${variant(cookies)}`, { quantity: 2 })
    await agent.post(`${theirs}/items`, { gtin: coat })
    const { body } = await pc.get('/v1/carts/current')
    assert.equal(body.cart_id, seen.body.cart_id)
    assert.deepEqual(
      linesOf(body).map((line) => [line.variant_id, line.quantity, line.added_by]),
      [
        [variant(coat), 2, 'customer'],
        [variant(cookies), 2, 'staff'],
      ],
    )
    const id = customer.profile_id
    const looks = await transaction(shop.db, system, (tx) =>
      rows<{ action: string }>(tx, sql`select action from access.audit where profile_id = ${id} order by at, audit_id`),
    )
    assert.deepEqual(
      looks.map((look) => look.action),
      ['cart.read', 'cart.changed', 'cart.changed'],
    )
    const told = await transaction(shop.db, system, (tx) =>
      rows<{ type: string; channel: string; actor_kind: string; payload: { quantity: number } }>(
        tx,
        sql`select type, channel, actor_kind, payload from activity.event where profile_id = ${id} and type like 'cart.%' order by version`,
      ),
    )
    assert.deepEqual(
      told.map((event) => [event.type, event.channel, event.actor_kind, event.payload.quantity]),
      [
        ['cart.item_added', 'ec', 'member', 1],
        ['cart.item_added', 'phone', 'staff', 2],
        ['cart.item_added', 'phone', 'staff', 1],
      ],
    )
  })

  test('counts every one of twenty simultaneous additions, in one cart', async () => {
    const customer = await shop.member('crowd')
    const her = shop.as(customer.token)
    const agent = shop.as(shop.staff.agent.token)
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2
          ? her.post('/v1/carts/current/items', { gtin: oats })
          : agent.post(`/v1/carts/${customer.profile_id}/items`, { gtin: oats }),
      ),
    )
    assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([200]))
    const { body } = await her.get('/v1/carts/current')
    assert.equal(linesOf(body)[0]?.quantity, 20)
    assert.equal(body.version, 21)
    const made = await transaction(shop.db, system, (tx) =>
      rows(tx, sql`select cart_id from carts.cart where profile_id = ${customer.profile_id}`),
    )
    assert.equal(made.length, 1)
  })

  test('answers a repeated addition with the same bytes and adds nothing', async () => {
    const her = shop.as((await shop.member('repeat')).token)
    const [first, again] = [
      await her.post('/v1/carts/current/items', { gtin: oats }, 'repeat-1'),
      await her.post('/v1/carts/current/items', { gtin: oats }, 'repeat-1'),
    ]
    assert.equal(again.text, first.text)
    assert.equal(again.headers.get('idempotent-replayed'), 'true')
    assert.equal(linesOf((await her.get('/v1/carts/current')).body)[0]?.quantity, 1)
  })

  test('refuses a change decided on an older version, and says which it has', async () => {
    const customer = await shop.member('stale')
    const her = shop.as(customer.token)
    await her.put(item(oats), { quantity: 1 })
    await her.put(item(shirt), { quantity: 1 })
    const late = await shop.app.inject({
      method: 'PUT',
      url: item(oats),
      payload: { quantity: 9 },
      headers: { authorization: `Bearer ${customer.token}`, 'if-match': '"2"' },
    })
    assert.equal(late.statusCode, 412)
    assert.deepEqual([late.json().code, late.json().version], ['carts.changed', 3])
    assert.equal((await her.put(item(oats), { quantity: 9 })).status, 200)
  })

  test('refuses what is not sold, unknown, too much or nameless, naming the field', async () => {
    const her = shop.as((await shop.member('bad')).token)
    const unknown = await her.post('/v1/carts/current/items', { gtin: '4599990009999' })
    assert.deepEqual([unknown.status, unknown.body.code, unknown.body.field], [404, 'carts.unknown_item', 'gtin'])
    const nameless = await her.post('/v1/carts/current/items', { quantity: 1 })
    assert.deepEqual([nameless.status, nameless.body.code], [400, 'carts.no_item'])
    const much = await her.put(item(oats), { quantity: 1000 })
    assert.deepEqual([much.status, much.body.field], [400, 'quantity'])
    assert.deepEqual((await her.get('/v1/carts/current')).body.lines, [])
  })

  test('keeps what was withdrawn since without a price, and lets it be taken out', async () => {
    const her = shop.as((await shop.member('withdrawn')).token)
    const socks = '4599990000177'
    await her.post('/v1/carts/current/items', { gtin: socks })
    await her.post('/v1/carts/current/items', { gtin: oats })
    await shop.db.pool.query('update catalog.variant set withdrawn_at = now() where gtin = $1', [socks])
    forgetAll()
    const { body } = await her.get('/v1/carts/current')
    assert.deepEqual(
      linesOf(body).map(({ sold, amount_yen }) => [sold, amount_yen]),
      [
        [false, 0],
        [true, 594],
      ],
    )
    assert.equal(body.total_yen, 594)
    assert.equal((await her.post('/v1/carts/current/items', { gtin: socks })).body.code, 'carts.not_sold')
    assert.equal((await her.put(item(socks), { quantity: 0 })).status, 200)
  })

  test('loses exactly what was ordered and closes when nothing is left', async () => {
    const customer = await shop.member('orders')
    const her = shop.as(customer.token)
    await her.put(item(coat), { quantity: 1 })
    const { body } = await her.put(item(cookies), { quantity: 1 })
    const cart_id = body.cart_id as string
    await transaction(shop.db, system, (tx) => carts.ordered(tx, customer.profile_id, cart_id, [variant(coat)]))
    const left = (await her.get('/v1/carts/current')).body
    assert.deepEqual([left.cart_id, linesOf(left).map((line) => line.variant_id)], [cart_id, [variant(cookies)]])
    await transaction(shop.db, system, (tx) => carts.ordered(tx, customer.profile_id, cart_id, [variant(cookies)]))
    assert.equal((await her.get('/v1/carts/current')).body.cart_id, null)
    assert.notEqual((await her.put(item(oats), { quantity: 1 })).body.cart_id, cart_id, 'the next one is a new cart')
  })

  test('of a visitor joins her own when she turns out to be a member: of each thing the larger number', async () => {
    const member = await shop.member('joins')
    const visitor = await shop.visitor()
    const [her, unknown] = [shop.as(member.token), shop.as(visitor.token)]
    await her.put(item(oats), { quantity: 3 })
    await her.put(item(coat), { quantity: 1 })
    await unknown.put(item(oats), { quantity: 2 })
    await unknown.put(item(cookies), { quantity: 1 })
    await transaction(shop.db, system, (tx) => carts.merge(tx, visitor.profile_id, member.profile_id))
    const { body } = await her.get('/v1/carts/current')
    assert.deepEqual(
      new Map(linesOf(body).map((line) => [line.variant_id, line.quantity])),
      new Map([
        [variant(oats), 3],
        [variant(coat), 1],
        [variant(cookies), 1],
      ]),
    )
    assert.equal((await unknown.get('/v1/carts/current')).body.cart_id, null)
  })

  test('of a visitor who is another customer’s by now stays that customer’s', async () => {
    const [member, owner] = [await shop.member('borrows'), await shop.member('owner')]
    const visitor = await shop.visitor()
    await shop.as(visitor.token).put(item(oats), { quantity: 1 })
    const joined = { keep: owner.profile_id, join: visitor.profile_id, reason: 'her tablet' }
    assert.equal((await shop.as(shop.staff.agent.token).post('/v1/desk/merges', joined)).status, 201)
    await transaction(shop.db, system, (tx) => carts.merge(tx, visitor.profile_id, member.profile_id))
    assert.equal((await shop.as(member.token).get('/v1/carts/current')).body.cart_id, null)
    assert.equal((await shop.as(owner.token).get('/v1/carts/current')).body.pieces, 1)
  })

  test('is found as one when staff join two customers who both have one', async () => {
    const [one, two] = [await shop.member('two-a'), await shop.member('two-b')]
    await shop.as(one.token).put(item(oats), { quantity: 1 })
    await shop.as(two.token).put(item(coat), { quantity: 1 })
    const merged = await shop
      .as(shop.staff.agent.token)
      .post('/v1/desk/merges', { keep: one.profile_id, join: two.profile_id, reason: 'same person' })
    assert.equal(merged.status, 201, merged.text)
    const [from_one, from_two] = [
      await shop.as(one.token).get('/v1/carts/current'),
      await shop.as(two.token).get('/v1/carts/current'),
    ]
    assert.equal(from_one.body.cart_id, from_two.body.cart_id)
    assert.equal(linesOf(from_one.body).length, 2)
    const parted = await shop.as(shop.staff.agent.token).post(`/v1/desk/merges/${merged.body.merge_id}/undoing`, {})
    assert.equal(parted.status, 201, parted.text)
    assert.deepEqual(await transaction(shop.db, system, (tx) => profilesOf(tx, one.profile_id)), [one.profile_id])
  })

  test('of one person is nobody else’s: not another member’s, not a marketer’s', async () => {
    const [her, other] = [await shop.member('mine'), await shop.member('other')]
    await shop.as(her.token).put(item(oats), { quantity: 1 })
    assert.equal((await shop.as(other.token).get(`/v1/carts/${her.profile_id}`)).status, 403)
    assert.equal((await shop.as().get(`/v1/carts/${her.profile_id}`)).status, 401)
    const seen = await transaction(
      shop.db,
      { kind: 'member', id: other.profile_id, profile_ids: [other.profile_id] },
      (tx) => carts.current(tx, { profile_id: her.profile_id, profile_ids: [her.profile_id] }),
    )
    assert.equal(seen, undefined, 'row policies hide it even from a forged question')
  })

  test('promises nothing: the order decides', async () => {
    const customer = await shop.member('decides')
    await shop.as(customer.token).put(item(shirt), { quantity: 999 })
    const line = linesOf((await shop.as(customer.token).get('/v1/carts/current')).body)[0]
    assert.deepEqual([line?.quantity, line?.stock], [999, 'many'])
    assert.equal((await shop.as(shop.staff.clerk.token).post('/v1/orders', orderOf([shirt]))).status, 201)
  })
})

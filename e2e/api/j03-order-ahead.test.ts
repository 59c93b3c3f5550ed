/** J3 at API level: latte and cookie paid ahead for one shop, its queue, its call number, and a hand-over that happens once. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { setClock } from '../../src/core/time.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { eventsOf } from './events.ts'
import { changePlace, daily } from './places.ts'

const at = (text: string) => Date.parse(`${text}+09:00`)
const card = [{ method: 'card', token: 'tok_visa' }]

describe('J3 order ahead', () => {
  let shop: Shop
  let latte = ''
  let cookie = ''
  let now = at('2026-11-20T12:00:00')
  let people = 0
  before(async () => {
    setClock(() => now++)
    shop = await openShop()
    const { rows } = await transaction(shop.db, system, (tx) =>
      putProducts(tx, system, [
        {
          external_id: 'latte',
          name: 'カフェラテ',
          tax_category: 'food',
          attributes: { made_to_order: true },
          variants: [{ prices: [{ yen: 500, tax_included: false, valid_from: '2026-01-01T00:00:00Z' }] }],
          published_at: '2026-01-01T00:00:00Z',
        },
        {
          external_id: 'cookie',
          name: 'クッキー',
          tax_category: 'food',
          attributes: { made_to_order: true },
          variants: [{ prices: [{ yen: 320, valid_from: '2026-01-01T00:00:00Z' }] }],
          published_at: '2026-01-01T00:00:00Z',
        },
      ]),
    )
    latte = rows[0]?.variant_ids[0] as string
    cookie = rows[1]?.variant_ids[0] as string
    await changePlace(shop, shop.shinjuku, { offers_order_ahead: true, hours: daily('07:00', '21:00') })
  })
  after(async () => {
    setClock()
    await shop.close()
  })
  const join = async () => shop.as((await shop.member(`j3-${++people}`)).token)
  const ahead = (supply_mode = 'take_away') => ({
    way: 'order_ahead',
    place_id: shop.shinjuku,
    supply_mode,
    lines: [
      { variant_id: latte, quantity: 1 },
      { variant_id: cookie, quantity: 1 },
    ],
    payments: card,
  })
  const promise = (answer: { body: Record<string, unknown> }) => answer.body.promise as Record<string, unknown>

  it('is ¥860 To Go (tax 63, +8 points), and the same latte eaten in is ¥550 at 10%', async () => {
    const her = await join()
    const inside = await her.post('/v1/orders/quotes', { ...ahead('eat_in'), payments: undefined })
    const [drink] = inside.body.lines as { unit_yen: number; rate_num: number; reduced: boolean }[]
    assert.deepEqual([drink?.unit_yen, drink?.rate_num, drink?.reduced], [550, 10, false], inside.text)
    const placed = await her.post('/v1/orders', ahead())
    assert.equal(placed.status, 201, placed.text)
    const { total_yen, tax_yen, points_earned, lines } = placed.body as never as Record<string, number> & {
      lines: { unit_yen: number; reduced: boolean }[]
    }
    assert.deepEqual([total_yen, tax_yen, points_earned], [860, 63, 8])
    assert.deepEqual(
      lines.map(({ unit_yen, reduced }) => [unit_yen, reduced]),
      [
        [540, true],
        [320, true],
      ],
    )
    assert.equal(promise(placed).queue, 'accepted')
    assert.equal(promise(placed).call_number, 1)
  })

  it('stands on that shop’s screen only, goes 受付→準備中→受取可→お渡し, and is handed over once', async () => {
    const her = await join()
    const placed = await her.post('/v1/orders', ahead())
    const path = `/v1/orders/${placed.body.order_id}`
    const clerk = shop.as(shop.staff.clerk.token)
    const other = shop.as(shop.staff.setagaya_clerk.token)
    const queue = `/v1/orders?place_id=${shop.shinjuku}&way=order_ahead`
    assert.ok((await clerk.get(queue)).text.includes(String(placed.body.order_id)))
    assert.equal((await other.get(queue)).status, 403)
    const theirs = await other.get(`/v1/orders?place_id=${shop.setagaya}&way=order_ahead`)
    assert.deepEqual(theirs.body.items, [])
    for (const step of ['preparation', 'readiness'])
      assert.equal((await other.post(`${path}/${step}`, {})).status, 403, step)

    assert.equal(promise(await clerk.post(`${path}/preparation`, {})).queue, 'preparing')
    const late = await her.post(`${path}/cancellation`, {})
    assert.deepEqual([late.status, late.body.code], [409, 'orders.ask_shop'])
    assert.equal(promise(await clerk.post(`${path}/readiness`, {})).queue, 'ready')
    assert.equal(
      promise(await clerk.post(`${path}/preparation`, {})).queue,
      'ready',
      'a late repeat turns nothing back',
    )
    assert.equal(promise(await her.get(path)).queue, 'ready')
    const wrong = await clerk.post(`${path}/hand-over`, { call_number: 999 })
    assert.deepEqual([wrong.status, wrong.body.field], [422, 'call_number'])
    assert.equal((await her.get('/v1/loyalty/me')).body.available, 0)
    const number = promise(placed).call_number
    for (let sent = 0; sent < 3; sent++) {
      const done = await clerk.post(`${path}/hand-over`, { call_number: number })
      assert.deepEqual([done.body.state, promise(done).queue], ['done', 'handed_over'], done.text)
    }
    const points = (await her.get('/v1/loyalty/me')).body
    assert.deepEqual([points.available, points.pending], [8, 0], 'granted once')
    assert.deepEqual(
      (await eventsOf(shop, placed.body.profile_id))
        .map(({ type }) => type)
        .filter((type) => type.startsWith('order.')),
      ['order.handed_over', 'order.placed', 'order.preparing', 'order.ready'],
    )
  })

  it('may be cancelled until the shop begins, and the money goes back', async () => {
    const her = await join()
    const placed = await her.post('/v1/orders', ahead())
    const gone = await her.post(`/v1/orders/${placed.body.order_id}/cancellation`, {})
    assert.equal(gone.body.state, 'cancelled', gone.text)
    const begun = await shop.as(shop.staff.clerk.token).post(`/v1/orders/${placed.body.order_id}/preparation`, {})
    assert.deepEqual([begun.status, begun.body.code], [409, 'orders.wrong_state'])
    const { payments } = (await her.get(`/v1/orders/${placed.body.order_id}`)).body as {
      payments: { state: string }[]
    }
    assert.deepEqual(
      payments.map(({ state }) => state),
      ['refunded'],
    )
  })

  it('is refused, uncharged, while the shop is closed, paused or takes none; a wanted time must be one it is open', async () => {
    const her = await join()
    const refused = async (body: object = {}) => {
      const answer = await her.post('/v1/orders', { ...ahead(), ...body })
      return [answer.status, answer.body.code, answer.body.field]
    }
    assert.deepEqual(await refused({ place_id: shop.setagaya }), [422, 'orders.no_order_ahead', 'place_id'])
    const pause = (paused_until: string | null, token = shop.staff.clerk.token) =>
      shop.as(token).put(`/v1/stores/places/${shop.shinjuku}/order-ahead`, { paused_until })
    assert.equal((await pause(null, shop.staff.setagaya_clerk.token)).status, 403)
    assert.equal((await pause(new Date(now + 600_000).toISOString())).status, 200)
    assert.deepEqual(await refused(), [409, 'orders.ahead_paused', 'place_id'])
    await pause(null)
    const soon = new Date(now + 60_000).toISOString()
    assert.deepEqual(await refused({ pickup: { from: soon } }), [422, 'orders.pickup_date', 'pickup.from'])
    const wanted = new Date(now + 3_600_000).toISOString()
    const placed = await her.post('/v1/orders', { ...ahead(), pickup: { from: wanted } })
    assert.equal(promise(placed).ready_from, wanted, placed.text)
    now = at('2026-11-20T20:55:00')
    assert.deepEqual(await refused(), [409, 'orders.shop_closed', 'place_id'], 'it cannot be ready before closing')
    now = at('2026-11-21T06:00:00')
    assert.deepEqual(await refused(), [409, 'orders.shop_closed', 'place_id'])
    now = at('2026-11-21T08:00:00')
    assert.equal(promise(await her.post('/v1/orders', ahead())).call_number, 1, 'numbers begin anew each day')
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

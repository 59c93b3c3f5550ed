import assert from 'node:assert/strict'
import { after, afterEach, before, suite, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { closed, fits } from '../../e2e/api/fits.ts'
import { decide, seedPurposes } from '../consent/consent.ts'
import { system } from '../core/actor.ts'
import { one, sql, transaction } from '../core/database.ts'
import { setClock } from '../core/time.ts'
import { Card, type CardBody } from './schemas.ts'

const coat = '4599990000139'
const cookies = '4599990000184'
const at = (time: string) => () => Date.parse(`2026-11-20T${time}:00+09:00`)

suite('a customer’s card', () => {
  let shop: Shop
  before(async () => {
    setClock(at('11:00'))
    shop = await openShop()
    await transaction(shop.db, system, (tx) => seedPurposes(tx))
  })
  afterEach(() => setClock(at('11:00')))
  after(async () => {
    setClock()
    await shop.close()
  })

  test('a customer’s card is one page over all her profiles, says who looked, and says no more than she allowed', async () => {
    const customer = await shop.member('card', '090-0000-1111')
    const her = shop.as(customer.token)
    const clerk = shop.as(shop.staff.clerk.token)
    await clerk.post('/v1/orders', {
      way: 'carry',
      profile_id: customer.profile_id,
      payments: [{ method: 'cash' }],
      lines: [{ gtin: cookies, quantity: 3 }],
    })
    setClock(at('11:01'))
    const collect = await her.post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      payments: [{ method: 'card', token: 'tok_visa' }],
      lines: [{ gtin: coat, quantity: 1 }],
    })
    assert.equal(collect.status, 201, collect.text)
    await her.post('/v1/carts/current/items', { gtin: '4599990000016', quantity: 2 })
    await transaction(shop.db, system, (tx) =>
      decide(tx, system, customer.profile_id, [{ purpose: 'news', channel: 'line', granted: true }], 'test'),
    )

    const seen = await clerk.get(`/v1/desk/customers/${customer.customer_id}`)
    assert.equal(seen.status, 200, seen.text)
    fits(closed(Card) as object, seen.body)
    const card = seen.body as unknown as CardBody
    assert.equal(card.name, '木村 card')
    assert.equal(card.orders_count, 2)
    assert.equal(card.spend_12_months_yen, 6480 + 14300)
    assert.deepEqual(card.points, {
      available: 64,
      pending: 143,
      held: 0,
      debt: 0,
      expiring: [{ expires_at: card.points.expiring[0]?.expires_at, points: 64 }],
    })
    assert.deepEqual(
      card.orders.map((order) => [order.channel, order.lines.length]),
      [
        ['ec', 1],
        ['till', 1],
      ],
    )
    assert.deepEqual(
      card.waiting.map((order) => [order.state, order.pieces]),
      [['placed', 1]],
    )
    assert.equal(card.cart?.pieces, 2)
    assert.equal(card.visits_30_days, 1)
    assert.deepEqual(
      card.consents.map((one) => [one.purpose, one.granted]),
      [['news', true]],
    )
    assert.ok(card.events.some((event) => event.type === 'order.placed'))
    assert.deepEqual(
      card.brief.map((line) => line.ja),
      [
        'この30日では今日がはじめてのご来店です（新宿店）。',
        '前回は「ウールコート」をお求めです（お買い物2回）。',
        '店舗受取の準備中1件、カートにオーガニックオーツなど2点、保有64ポイント。',
      ],
    )
    const look = await transaction(shop.db, system, (tx) =>
      one<{ actor_id: string; place_id: string }>(
        tx,
        sql`select actor_id, place_id from access.audit where profile_id = ${customer.profile_id} and action = 'customer.card'`,
      ),
    )
    assert.deepEqual(look, { actor_id: shop.staff.clerk.staff_id, place_id: shop.shinjuku })
  })

  test('two joined customers are one card; a refusal of one counts for both', async () => {
    const [one_half, other_half] = [await shop.member('left'), await shop.member('right')]
    const clerk = shop.as(shop.staff.clerk.token)
    for (const { profile_id } of [one_half, other_half])
      await clerk.post('/v1/orders', {
        way: 'carry',
        profile_id,
        payments: [{ method: 'cash' }],
        lines: [{ gtin: cookies, quantity: 1 }],
      })
    await transaction(shop.db, system, async (tx) => {
      await decide(tx, system, one_half.profile_id, [{ purpose: 'news', channel: 'email', granted: true }], 'test')
      await decide(tx, system, other_half.profile_id, [{ purpose: 'news', channel: 'email', granted: false }], 'test')
    })
    const agent = shop.as(shop.staff.agent.token)
    const merged = await agent.post('/v1/desk/merges', {
      keep: one_half.profile_id,
      join: other_half.profile_id,
      reason: 'two cards, one person',
    })
    assert.equal(merged.status, 201, merged.text)
    const both = (await clerk.get(`/v1/desk/customers/${one_half.customer_id}`)).body as unknown as CardBody
    assert.deepEqual([both.orders_count, both.points.available, both.merges.length], [2, 42, 1])
    assert.deepEqual(
      both.consents.map(({ granted }) => granted),
      [false],
    )
    await agent.post(`/v1/desk/merges/${merged.body.merge_id}/undoing`, {})
    const apart = (await clerk.get(`/v1/desk/customers/${one_half.customer_id}`)).body as unknown as CardBody
    assert.deepEqual([apart.orders_count, apart.points.available], [1, 21])
  })

  test('a card is for who serves: no member sees one, and a stranger’s id is a 404', async () => {
    const customer = await shop.member('private')
    assert.equal((await shop.as(customer.token).get(`/v1/desk/customers/${customer.customer_id}`)).status, 403)
    assert.equal((await shop.as().get(`/v1/desk/customers/${customer.customer_id}`)).status, 401)
    assert.equal(
      (await shop.as(shop.staff.clerk.token).get('/v1/desk/customers/00000000-0000-4000-8000-000000000000')).status,
      404,
    )
  })
})

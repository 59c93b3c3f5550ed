/** J6, last clause: a gift card sold and part-redeemed, to the yen. ENGAWA_CARD_RACE says how many pay with one card at once. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { raw, rows, transaction } from '../../src/core/database.ts'
import { putSetting } from '../../src/core/settings.ts'
import { setClock } from '../../src/core/time.ts'
import { cardChecks } from '../../src/gifts/card-checks.ts'
import { readCardNumber } from '../../src/pricing/card-number.ts'
import { tick } from '../../src/reactions.ts'
import { selfTest, verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const race = Number(process.env.ENGAWA_CARD_RACE ?? 50)
const shirt = '4599990000030' // ¥2,990
const cleaner = '4599990000153' // ¥330
const ship = {
  family_name: '木村',
  phone: '090-1234-5678',
  postal_code: '160-0022',
  prefecture: '東京都',
  city: '新宿区',
  address: '新宿1-1-1',
}
type Who = ReturnType<Shop['as']>
type Sold = { card_id: string; number: string | null; last_four: string; state: string; balance_yen: number }
type Paid = { method: string; amount_yen: number; state: string; last_four?: string }

describe('J6: gift cards', () => {
  let shop: Shop
  let till: Who
  let manager: Who
  let her: Who & { profile_id: string }
  let now = Date.parse('2026-11-10T02:00:00Z')
  before(async () => {
    setClock(() => now)
    shop = await openShop()
    till = shop.as(shop.staff.clerk.token)
    manager = shop.as(shop.staff.manager.token)
    const member = await shop.member('cards')
    her = { ...shop.as(member.token), profile_id: member.profile_id }
  })
  after(async () => {
    setClock()
    await shop.close()
  })

  const sold = async (who: Who, ...values: number[]) => {
    const gift_cards = values.map((value_yen) => ({ value_yen }))
    const payments = who === till ? [{ method: 'cash' }] : [{ method: 'card', token: 'tok_visa' }]
    const order = await who.post('/v1/orders', { way: 'gift_card', gift_cards, payments })
    assert.equal(order.status, 201, order.text)
    const cards = (await who.get(`/v1/orders/${order.body.order_id}/gift-cards`)).body.items as Sold[]
    return { order: order.body, cards, number: cards[0]?.number as string, card_id: cards[0]?.card_id as string }
  }
  const balance = async (number: string) => (await till.post('/v1/gift-cards/balances', { number })).body.balance_yen
  const paying = (number: string, amount_yen?: number) => ({ method: 'gift_card', number, amount_yen })
  const sale = (payments: object[], quantity = 1, more: object = {}) =>
    till.post('/v1/orders', { way: 'carry', lines: [{ gtin: shirt, quantity }], payments, ...more })
  const send = (who: Who, payments: object[], more: object = {}) =>
    who.post('/v1/orders', { way: 'ship', lines: [{ gtin: shirt, quantity: 1 }], ship, payments, ...more })
  const paidOf = (body: Record<string, unknown>) =>
    (body.payments as Paid[]).map(({ method, amount_yen, state }) => [method, amount_yen, state])
  const owed = async () => {
    const { outstanding_yen } = (await manager.get('/v1/gift-cards/liability')).body
    // The ledger as the office sees it says the same.
    const units = (await shop.as(shop.api_key).get('/v1/loyalty/liability')).body.items as {
      unit: string
      yen: number
    }[]
    assert.equal(units.find(({ unit }) => unit === 'gift')?.yen ?? 0, outstanding_yen)
    return outstanding_yen
  }
  const sound = async () =>
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )

  it('¥3,000 is sold untaxed and without points, ¥1,280 of it pays at the till, the rest on EC', async () => {
    const { order, cards, number } = await sold(till, 3000)
    assert.deepEqual(
      [order.total_yen, order.tax_yen, order.points_earned, order.state, order.way],
      [3000, 0, 0, 'done', 'gift_card'],
    )
    assert.match(number, /^[0-9A-HJKMNP-TV-Z]{20}$/)
    assert.equal(cards[0]?.last_four, number.slice(-4))
    assert.equal(await owed(), 3000)

    const first = await sale([paying(number, 1280), { method: 'cash', amount_yen: 1710 }])
    assert.equal(first.status, 201, first.text)
    assert.deepEqual(
      [first.body.total_yen, first.body.tax_yen, paidOf(first.body)],
      [
        2990,
        271,
        [
          ['gift_card', 1280, 'captured'],
          ['cash', 1710, 'captured'],
        ],
      ],
    )
    assert.equal(await balance(number.match(/.{4}/g)?.join('-').toLowerCase() as string), 1720)

    const second = await send(her, [paying(number, 1720), { method: 'card', token: 'tok_visa' }])
    assert.equal(second.status, 201, second.text)
    const to_pay = (second.body.total_yen as number) - 1720
    assert.deepEqual(paidOf(second.body), [
      ['gift_card', 1720, 'captured'],
      ['card', to_pay, 'captured'],
    ])
    assert.equal((second.body.payments as Paid[])[0]?.last_four, number.slice(-4))
    // A card is money paid before: it earns as money does.
    assert.equal(second.body.points_earned, Math.floor((second.body.total_yen as number) / 100))
    assert.equal(await balance(number), 0)
    assert.equal(await owed(), 0)
  })

  it('a repeat pays once; a card that holds too little, is unknown or no number at all is refused clearly', async () => {
    const { number } = await sold(her, 3000)
    const key = randomUUID()
    const body = { way: 'carry', lines: [{ gtin: shirt, quantity: 1 }], payments: [paying(number)] }
    const once = await till.post('/v1/orders', body, key)
    assert.equal((await till.post('/v1/orders', body, key)).body.order_id, once.body.order_id)
    assert.equal(await balance(number), 10)
    const short = await sale([paying(number)])
    assert.deepEqual(
      [short.status, short.body.code, short.body.field, short.body.balance_yen],
      [409, 'gifts.card_short', 'payments.0.amount_yen', 10],
    )
    const other = readCardNumber(`${'0'.repeat(19)}0`) as string
    assert.equal((await sale([paying(other)])).body.code, 'gifts.card_unknown')
    const slip = `${number.slice(0, 4)}${number[4] === 'A' ? 'B' : 'A'}${number.slice(5)}`
    assert.equal((await sale([paying(slip)])).body.code, 'gifts.card_number')
  })

  it('nothing touches the price of a card, and neither points nor cards buy one', async () => {
    const { number } = await sold(till, 5000)
    const wish = (more: object, gift_cards: object[] = [{ value_yen: 1000 }]) =>
      till.post('/v1/orders', { way: 'gift_card', gift_cards, payments: [{ method: 'cash' }], ...more })
    const lines = [{ gtin: cleaner, quantity: 1 }]
    for (const [answer, code] of [
      [await wish({ lines }), 'orders.gift_cards_alone'],
      [await wish({ coupons: ['X'] }), 'orders.gift_cards_alone'],
      [await wish({}, [{ value_yen: 499 }]), 'gifts.card_value'],
      [await wish({}, [{ value_yen: 50_001 }]), 'gifts.card_value'],
      [await wish({ payments: [paying(number, 1000)] }), 'gifts.card_for_card'],
    ] as const)
      assert.deepEqual([answer.status, answer.body.code], [422, code], answer.text)
    const body = { way: 'gift_card', gift_cards: [{ value_yen: 1000 }], points_used: 1 }
    assert.equal((await her.post('/v1/orders/quotes', body)).body.code, 'gifts.card_for_points')
    const quote = await her.post('/v1/orders/quotes', { way: 'gift_card', gift_cards: [{ value_yen: 1000 }] })
    assert.deepEqual([quote.body.to_pay_yen, quote.body.tax_yen, quote.body.points_earned], [1000, 0, 0])
    // Nor is an offer tried on the cards that were sold.
    const rule = { goods: {}, conditions: {}, effect: { kind: 'percent', rate_num: 10, rate_den: 100 } }
    const offer = { name: '全品10%', rule }
    const tried = await shop.as(shop.staff.admin.token).post('/v1/promotions/forecasts', { offer })
    assert.equal(tried.status, 200, tried.text)
    const baskets = tried.body.baskets as { way: string; without_yen: number; with_yen: number }[]
    assert.ok(baskets.length > 0)
    assert.equal(
      baskets.find(({ way }) => way === 'gift_card'),
      undefined,
    )
  })

  it(`${race} pay with one card at once: never more than it holds`, async () => {
    const { number } = await sold(till, 990)
    const lines = [{ gtin: cleaner, quantity: 1 }]
    const answers = await Promise.all(
      Array.from({ length: race }, () => till.post('/v1/orders', { way: 'carry', lines, payments: [paying(number)] })),
    )
    assert.equal(answers.filter(({ status }) => status === 201).length, 3)
    for (const { status, body } of answers) if (status !== 201) assert.equal(body.code, 'gifts.card_short')
    assert.equal(await balance(number), 0)
  })

  it('what a card paid goes back to it first, a refused card leaves it whole, and a cancelled order gives all back', async () => {
    const { number } = await sold(till, 4000)
    const order = await sale([paying(number, 4000), { method: 'cash' }], 2)
    const back = await till.post(`/v1/orders/${order.body.order_id}/returns`, {
      lines: [{ line_no: 1, quantity: 1 }],
      reason: 'size',
      place_id: shop.shinjuku,
    })
    assert.equal(back.status, 201, back.text)
    assert.deepEqual(
      (back.body.refunds as Paid[]).map(({ method, amount_yen }) => [method, amount_yen]),
      [['gift_card', 2990]],
    )
    assert.equal(await balance(number), 2990)
    const declined = await send(her, [paying(number, 2000), { method: 'card', token: 'tok_declined' }])
    assert.equal(declined.status, 402, declined.text)
    assert.equal(await balance(number), 2990)
    const sent = await send(her, [paying(number, 2000), { method: 'card', token: 'tok_visa' }])
    assert.equal(await balance(number), 990)
    assert.equal((await her.post(`/v1/orders/${sent.body.order_id}/cancellation`, {})).body.state, 'cancelled')
    assert.equal(await balance(number), 2990)
  })

  it('an unused card comes back and is void, a used one does not; a manager declares one void for a reason', async () => {
    const { order, cards } = await sold(till, 1000, 2000)
    const [used, unused] = cards as [Sold, Sold]
    await till.post('/v1/orders', {
      way: 'carry',
      lines: [{ gtin: cleaner, quantity: 1 }],
      payments: [paying(used.number as string)],
    })
    const give = (line_no: number) =>
      till.post(`/v1/orders/${order.order_id}/returns`, {
        lines: [{ line_no, quantity: 1 }],
        reason: 'changed_mind',
        place_id: shop.shinjuku,
      })
    const refused = await give(1)
    assert.deepEqual([refused.status, refused.body.code], [409, 'gifts.card_used'], refused.text)
    const back = await give(2)
    assert.deepEqual([back.status, back.body.refund_yen], [201, 2000], back.text)
    const asks = [unused.number as string, readCardNumber('0'.repeat(20)) as string]
    const visitor = shop.as((await shop.visitor()).token)
    const told = await Promise.all(asks.map((number) => visitor.post('/v1/gift-cards/balances', { number })))
    const [one, other] = told.map(({ status, body: { instance: _, ...rest } }) => ({ status, rest }))
    assert.deepEqual(one, other, 'void and unknown are told apart by nobody')
    assert.equal((await till.post('/v1/gift-cards/lookups', { number: unused.number })).body.state, 'void')

    const at = `/v1/gift-cards/${used.card_id}/cancellation`
    assert.equal((await till.post(at, { reason: 'stolen' })).status, 403)
    assert.equal((await manager.post(at, { reason: 'stolen' })).body.void_yen, 670)
    assert.equal((await manager.post(at, { reason: 'stolen' })).body.void_yen, 0)
    assert.equal((await sale([paying(used.number as string)])).body.code, 'gifts.card_unknown')
  })

  it('numbers are told to who bought them; staff read them only right after the sale, and nothing stored tells them', async () => {
    const { order, number } = await sold(her, 1500)
    const clerk_sees = await till.get(`/v1/orders/${order.order_id}/gift-cards`)
    assert.equal(clerk_sees.status, 403, 'another place sold it')
    const at_till = await sold(till, 1500)
    now += 31 * 60_000
    assert.equal(
      ((await till.get(`/v1/orders/${at_till.order.order_id}/gift-cards`)).body.items as Sold[])[0]?.number,
      null,
    )
    assert.equal(((await her.get(`/v1/orders/${order.order_id}/gift-cards`)).body.items as Sold[])[0]?.number, number)
    const kept = await transaction(shop.db, system, (tx) =>
      rows<{ kept: string }>(
        tx,
        raw(
          `select row_to_json(c)::text || row_to_json(n)::text as kept from gifts.card c join gifts.card_number n using (card_id)`,
        ),
      ),
    )
    assert.ok(kept.length > 0 && kept.every((row) => !row.kept.includes(number.slice(0, 16))))
  })

  it('its time was fixed when it was sold; then what is left expires, and what comes back waits for a person', async () => {
    const { number } = await sold(till, 3000)
    const { body } = await till.post('/v1/gift-cards/lookups', { number })
    assert.equal(body.expires_at, '2027-05-08T15:00:00.000Z', '180 days, to the midnight of the shop')
    await transaction(shop.db, system, (tx) => putSetting(tx, 'gifts.cards', { valid_days: 10 }, 'test'))
    const order = await sale([paying(number, 1000), { method: 'cash' }])
    now = Date.parse(body.expires_at as string)
    await tick(shop.db, new Date(now).toISOString())
    const { token } = await transaction(shop.db, system, (tx) =>
      openSession(tx, { kind: 'staff', staff_id: shop.staff.clerk.staff_id, place_id: shop.shinjuku }),
    )
    till = shop.as(token)
    const key = shop.as(shop.api_key)
    assert.equal((await sale([paying(number)])).body.code, 'gifts.card_expired')
    const months = (await key.get('/v1/gift-cards/liability')).body.months as Record<string, unknown>[]
    assert.equal(months.find(({ month }) => month === '2026-11')?.outstanding_yen, 0)
    const then = await key.get(`/v1/gift-cards/liability?at=${encodeURIComponent('2026-11-10T01:00:00Z')}`)
    assert.deepEqual(then.body, { outstanding_yen: 0, months: [] })
    const back = await key.post(`/v1/orders/${order.body.order_id}/returns`, {
      lines: [{ line_no: 1, quantity: 1 }],
      reason: 'defective',
      place_id: shop.shinjuku,
    })
    assert.deepEqual(
      (back.body.refunds as Paid[]).map(({ method, amount_yen, state }) => [method, amount_yen, state]).sort(),
      [
        ['cash', 1990, 'done'],
        ['gift_card', 1000, 'by_hand'],
      ],
    )
    await sound()
  })

  it('a number is not to be found by trying, neither as a balance nor as a payment', async () => {
    const visitor = shop.as((await shop.visitor()).token)
    const number = readCardNumber('0'.repeat(20)) as string
    for (let tries = 0; tries < 60; tries++)
      assert.equal((await visitor.post('/v1/gift-cards/balances', { number })).body.code, 'gifts.card_unknown')
    for (const answer of [
      await visitor.post('/v1/gift-cards/balances', { number }),
      await send(visitor, [paying(number)], { contact: { email: 'who@example.jp' } }),
    ])
      assert.deepEqual([answer.status, answer.body.code], [429, 'access.too_many'], answer.text)
  })

  it('every check of gift cards sees the row that is broken for it', async () => {
    const faults = await selfTest(shop.db.url, cardChecks)
    assert.deepEqual(
      faults.filter(({ seen }) => !seen),
      [],
    )
  })
})

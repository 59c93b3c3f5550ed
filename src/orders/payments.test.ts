/** The card company is slow, gone, or asked by a process that dies: whatever happens, money and goods end together. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { fakePayment } from '#channels/payment/fake'
import { system } from '#core/actor'
import { open, type Pool, raw, rows, run, sql, transaction } from '#core/database'
import { setClock } from '#core/time'
import { available } from '#inventory/inventory'
import { openBalance } from '#loyalty/loyalty'
import { tick } from '#orders/orders'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const coat = '4599990000139'
const minute_ms = 60_000
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
let owner: Pool
let before_all: unknown
before(async () => {
  setClock(() => now)
  shop = await openShop()
  owner = open(shop.db.url, { role: null, connections: 1 })
})
after(async () => {
  setClock()
  await owner.close()
  await shop.close()
})
beforeEach(async () => {
  now += 60 * minute_ms
  before_all = await stock()
})

const stock = async () =>
  (await available(shop.db, [shop.variant[coat] as string], [shop.shinjuku])).map(({ on_hand, reserved }) => [
    on_hand,
    reserved,
  ])
const wish = (...tokens: string[]) => ({
  way: 'collect',
  place_id: shop.shinjuku,
  lines: [{ gtin: coat, quantity: 1 }],
  points_used: 300,
  payments: tokens.map((token, at) => ({
    method: 'card',
    token,
    ...(at < tokens.length - 1 ? { amount_yen: 4000 } : {}),
  })),
})
const asked = (reference: string, amount_yen: number) => ({ reference, amount_yen, capture: 'now' as const })
/** What the card company says of a payment, in a word. */
const known = async (reference: string, amount_yen: number) => {
  const { state, captured_yen, refunded_yen } = await fakePayment(shop.db).look(asked(reference, amount_yen))
  return state === 'captured' && captured_yen === refunded_yen ? 'refunded' : state === 'voided' ? 'none' : state
}
let people = 0
/** A member with 300 points, at the moment of paying. */
async function buyer(...tokens: string[]) {
  const member = await shop.member(`paying-${++people}`)
  await transaction(shop.db, system, (tx) =>
    openBalance(tx, system, { profile_id: member.profile_id, amount: 300, source: 'test' }),
  )
  const key = randomUUID()
  const her = shop.as(member.token)
  const payments = () =>
    transaction(shop.db, system, (tx) =>
      rows<{ payment_id: string; order_id: string; method: string; state: string; amount_yen: number }>(
        tx,
        sql`select payment_id, order_id, method, state, amount_yen from orders.payment where profile_id = ${member.profile_id} order by payment_id`,
      ),
    )
  return {
    payments,
    pay: () => her.post('/v1/orders', wish(...tokens), key),
    cancel: (order_id: string) => her.post(`/v1/orders/${order_id}/cancellation`, {}),
    order: async () =>
      ((await her.get('/v1/orders')).body.items as { order_id: string; state: string; points_earned: number }[])[0],
    /** Card payments as the card company knows them. */
    async charged() {
      const cards = (await payments()).filter(({ method }) => method === 'card')
      return Promise.all(cards.map(({ payment_id, amount_yen }) => known(payment_id, amount_yen)))
    },
    async points() {
      const { available, pending, held } = (await her.get('/v1/loyalty/me')).body
      return [available, pending, held]
    },
  }
}
/** While this runs the card company cannot be reached: our call fails half way, as when the process dies. */
async function cutOff<T>(work: () => Promise<T>): Promise<T> {
  await run(owner, raw('alter table channels.fake_charge rename to fake_charge_gone'))
  return work().finally(() => run(owner, raw('alter table channels.fake_charge_gone rename to fake_charge')))
}
const later = async (ms: number) => {
  now += ms
  await tick(shop.db, new Date(now).toISOString())
}
/** The card company took the money, but we never heard. */
async function capturedUnheard(her: Awaited<ReturnType<typeof buyer>>, cards = 9) {
  for (const item of (await her.payments()).filter(({ method }) => method === 'card').slice(0, cards))
    await fakePayment(shop.db).authorize({ ...asked(item.payment_id, item.amount_yen), token: 'tok_visa' })
}
const given_back = async (her: Awaited<ReturnType<typeof buyer>>) => {
  assert.deepEqual(await stock(), before_all)
  assert.deepEqual(await her.points(), [300, 0, 0])
  assert.ok((await her.charged()).every((state) => state !== 'captured'))
}

test('cut off between hold and payment: goods and points wait, and the same key finishes the order once', async () => {
  const her = await buyer('tok_visa')
  const cut = await cutOff(her.pay)
  assert.deepEqual(
    [cut.status, cut.body.code, cut.headers.get('retry-after')],
    [503, 'orders.payment_unavailable', '30'],
  )
  assert.deepEqual([(await her.order())?.state, await her.points()], ['paying', [0, 0, 300]])
  const early = await her.pay()
  assert.deepEqual(
    [early.status, early.body.code],
    [409, 'core.in_flight'],
    'whoever holds the claim may still be paying',
  )
  now += minute_ms
  const done = await her.pay()
  assert.equal(done.status, 201, done.text)
  assert.deepEqual([done.body.state, done.body.points_used], ['placed', 300])
  const again = await her.pay()
  assert.deepEqual([again.text, again.headers.get('idempotent-replayed')], [done.text, 'true'])
  assert.deepEqual([await her.charged(), await her.points()], [['captured'], [0, 140, 0]])
  await her.cancel(String(done.body.order_id))
  await given_back(her)
})

test('charged, then cut off: the same key finds it charged and charges nothing more', async () => {
  const her = await buyer('tok_visa')
  await cutOff(her.pay)
  await capturedUnheard(her)
  now += minute_ms
  const done = await her.pay()
  assert.deepEqual([done.status, done.body.state], [201, 'placed'])
  assert.deepEqual(await her.charged(), ['captured'])
  await her.cancel(String(done.body.order_id))
  await given_back(her)
})

test('never heard again, and the card company took nothing: the order is given up, all is back', async () => {
  const her = await buyer('tok_visa')
  await cutOff(her.pay)
  await later(14 * minute_ms)
  assert.equal((await her.order())?.state, 'paying', 'it has fifteen minutes')
  await later(2 * minute_ms)
  assert.equal((await her.order())?.state, 'cancelled')
  await given_back(her)
  const late = await her.pay()
  assert.deepEqual([late.status, late.body.code], [409, 'orders.given_up'])
  await given_back(her)
})

test('never heard again, but the card company took the money: the order is placed', async () => {
  const her = await buyer('tok_visa')
  await cutOff(her.pay)
  await capturedUnheard(her)
  await later(16 * minute_ms)
  const order = await her.order()
  assert.deepEqual([order?.state, order?.points_earned, await her.points()], ['placed', 140, [0, 140, 0]])
  const answer = await her.pay()
  assert.deepEqual(
    [answer.status, answer.body.order_id, answer.body.state],
    [201, order?.order_id, 'placed'],
    'the same key learns of it',
  )
  await her.cancel(String(order?.order_id))
  await given_back(her)
})

test('the card company cannot be asked either: the order waits for it and harms nobody', async () => {
  const her = await buyer('tok_visa')
  await cutOff(async () => {
    await her.pay()
    await later(16 * minute_ms)
  })
  assert.equal((await her.order())?.state, 'paying')
  await later(6 * minute_ms)
  assert.equal((await her.order())?.state, 'cancelled')
  await given_back(her)
})

test('money that comes after the order was given up goes back', async () => {
  const her = await buyer('tok_visa')
  await cutOff(her.pay)
  await later(16 * minute_ms)
  // This company forgets what it was told to let go, and charges all the same.
  await run(owner, raw('delete from channels.fake_charge'))
  await capturedUnheard(her)
  assert.deepEqual(await her.charged(), ['captured'])
  const late = await her.pay()
  assert.deepEqual([late.status, late.body.code], [409, 'orders.given_up'])
  assert.deepEqual(await her.charged(), ['refunded'])
  await given_back(her)
})

test('an order is not cancelled while nobody knows whether it was paid', async () => {
  const her = await buyer('tok_visa')
  await cutOff(her.pay)
  await capturedUnheard(her)
  const order_id = String((await her.order())?.order_id)
  const early = await her.cancel(order_id)
  assert.deepEqual([early.status, early.body.code], [409, 'orders.paying'])
  await later(16 * minute_ms)
  assert.equal((await her.cancel(order_id)).body.state, 'cancelled')
  await given_back(her)
})

test('of two cards the second is declined: the first gets its money back, and nothing is kept', async () => {
  const her = await buyer('tok_visa', 'tok_declined')
  const refused = await her.pay()
  assert.deepEqual([refused.status, refused.body.code, refused.body.field], [402, 'orders.card_declined', 'payments'])
  assert.deepEqual(await her.charged(), ['refunded', 'none'])
  await given_back(her)
  assert.equal((await her.pay()).status, 402, 'the same key may try again')
})

test('of two cards one was charged when we were cut off: given up, it gets its money back', async () => {
  const her = await buyer('tok_visa', 'tok_master')
  await cutOff(her.pay)
  await capturedUnheard(her, 1)
  assert.deepEqual(await her.charged(), ['captured', 'none'])
  await later(16 * minute_ms)
  assert.deepEqual(await her.charged(), ['refunded', 'none'])
  await given_back(her)
})

test('what was refunded before we were cut off does not pay the order when it is tried again', async () => {
  const her = await buyer('tok_visa', 'tok_master')
  await cutOff(her.pay)
  await capturedUnheard(her, 1)
  const first = (await her.payments())[0]?.payment_id as string
  await fakePayment(shop.db).refund(asked(first, 4000), randomUUID(), 4000)
  now += minute_ms
  assert.equal((await her.pay()).status, 402)
  assert.equal((await her.order())?.state, 'cancelled')
  await given_back(her)
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

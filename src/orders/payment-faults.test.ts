/**
 * A card company that lets us down in every way it can: whatever happens, each order ends placed and paid, or cancelled and
 * unpaid, within ten minutes of the money, and our books are the company's to the yen. ENGAWA_FAULT_ROUNDS=50 for the full count.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fakePayment, fakeSignature } from '#channels/payment/fake'
import { type Fault, type Faulty, faults, faulty } from '#channels/payment/faults'
import { usePayment } from '#channels/payment/payment'
import { type Charge, Unanswered } from '#channels/payment/provider'
import { system } from '#core/actor'
import { only, rows, run, sql, transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { setClock } from '#core/time'
import { available } from '#inventory/inventory'
import { tick } from '#orders/orders'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const rounds = Number(process.env.ENGAWA_FAULT_ROUNDS ?? 4)
const oats = '4599990000016'
const minute_ms = 60_000
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
let company: Faulty
let her: ReturnType<Shop['as']>
let key: ReturnType<Shop['as']>
const said: string[] = []
const { error } = console

before(async () => {
  console.error = (text: string) => void said.push(text)
  setClock(() => now)
  shop = await openShop()
  const inner = fakePayment(shop.db)
  company = faulty(inner, {
    deliver,
    async force(charge) {
      await run(
        shop.db,
        sql`delete from channels.fake_charge where reference = ${charge.reference} and captured_yen = 0`,
      )
      return inner.authorize(charge)
    },
    async short(charge) {
      await inner.authorize(charge)
      await run(
        shop.db,
        sql`update channels.fake_charge set captured_yen = ${charge.amount_yen - 1} where reference = ${charge.reference} and refunded_yen = 0`,
      )
    },
  })
  usePayment(() => company)
  her = shop.as((await shop.member('payer')).token)
  // Days pass here: a clerk's session would not last.
  key = shop.as(shop.api_key)
})
after(async () => {
  console.error = error
  usePayment()
  setClock()
  delete process.env.ENGAWA_PAYMENT_TIMEOUT_MS
  await shop.close()
})

/** The company tells us of a reference; what it says of it we do not read. */
async function deliver(reference: string, signature?: string) {
  const raw = JSON.stringify({ references: [reference], says: ['succeeded', 'failed', 'refunded'][said.length % 3] })
  const headers = { 'content-type': 'application/json', 'fake-signature': signature ?? fakeSignature(raw) }
  return shop.app.inject({ method: 'POST', url: '/v1/orders/payments/webhooks/fake', headers, payload: raw })
}
const order = (token = 'tok_visa') => {
  // Ids grow with time: the newest order is the one of the last second.
  now += 1000
  return her.post('/v1/orders', {
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: oats, quantity: 1 }],
    payments: [{ method: 'card', token }],
  })
}
const inside = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(shop.db, system, work)
const newest = () =>
  inside((tx) =>
    only<Charge & { order_id: string; reference: string }>(
      tx,
      sql`select o.order_id, p.payment_id::text as reference, p.amount_yen, 'now' as capture from orders."order" o
          join orders.payment p using (profile_id, order_id) order by o.order_id desc limit 1`,
    ),
  )
const pass = async (ms: number) => {
  now += ms
  await tick(shop.db, new Date(now).toISOString())
}
/** Charges that stand at the company without an order that stands here. */
const unordered = () =>
  inside((tx) =>
    rows(
      tx,
      sql`select c.reference from channels.fake_charge c where c.captured_yen > c.refunded_yen and not exists (
            select from orders.payment p join orders."order" o using (profile_id, order_id)
            where p.payment_id::text = c.reference and o.state in ('placed', 'ready', 'done'))`,
    ),
  )

/** One order under a fault, and what its buyer, the company and time do next. */
async function suffer(fault: Fault, round: number): Promise<void> {
  company.fault = fault
  // Nobody waits here for what never comes; real answers have their time.
  if (fault === 'never answering') process.env.ENGAWA_PAYMENT_TIMEOUT_MS = '20'
  if (fault === 'late failure after success') {
    const { status } = await order()
    assert.equal(status, 201)
    const { reference } = await newest()
    if (round % 2) await run(shop.db, sql`delete from channels.fake_charge where reference = ${reference}`)
    company.fault = undefined
    return void (await deliver(reference))
  }
  if (fault === 'declined, then good') {
    assert.equal((await order('tok_declined')).status, 402)
    return void assert.equal((await order()).status, 201)
  }
  if (fault === 'time-out after the refund') {
    const { body } = await order()
    await her.post(`/v1/orders/${body.order_id}/cancellation`, {})
    await pass(minute_ms)
    company.fault = undefined
    return
  }
  if (fault === 'messages out of order') {
    const { body } = await order()
    const { reference } = await newest()
    if (round % 2) await her.post(`/v1/orders/${body.order_id}/cancellation`, {})
    for (let times = 0; times < 3; times++) await deliver(reference)
    return
  }
  const { status } = await order()
  assert.ok([201, 409, 503].includes(status), String(status))
  await pass(minute_ms)
  company.fault = undefined
  delete process.env.ENGAWA_PAYMENT_TIMEOUT_MS
  if (fault === 'late success after cancel') {
    await pass(16 * minute_ms)
    for (const arrive of company.late.splice(0)) await arrive()
    if (round % 2) await deliver((await newest()).reference)
  }
}

for (const fault of faults)
  test(`${fault}, ${rounds} times: every order ends one way or the other`, async () => {
    await key.post('/v1/inventory/counts', {
      place_id: shop.shinjuku,
      variant_id: shop.variant[oats],
      counted: 1000,
    })
    for (let round = 0; round < rounds; round++) await suffer(fault, round)
    for (let minutes = 0; minutes < 10; minutes += 2) await pass(2 * minute_ms)
    assert.deepEqual(await unordered(), [], 'no money without an order after ten minutes')
    for (let minutes = 0; minutes < 10; minutes += 5) await pass(5 * minute_ms)
    const { waiting } = await inside((tx) =>
      only<{ waiting: number }>(
        tx,
        sql`select (select count(*) from orders."order" where state = 'paying') + (select count(*) from orders.payment_operation where state in ('open', 'by_hand')) as waiting`,
      ),
    )
    assert.equal(waiting, 0, 'the reconciler closed everything')
  })

test('our books are the company’s to the yen', async () => {
  const differing = await inside((tx) =>
    rows(
      tx,
      sql`select coalesce(p.payment_id::text, c.reference) as reference, p.state, p.taken, p.refunded, c.captured_yen, c.refunded_yen
          from (select payment_id, state, orders.taken_yen(y) as taken, coalesce(refunded_yen, 0) as refunded from orders.payment y where method = 'card') p
          full join channels.fake_charge c on c.reference = p.payment_id::text
          where (coalesce(p.taken, 0), coalesce(p.refunded, 0)) is distinct from (coalesce(c.captured_yen, 0), coalesce(c.refunded_yen, 0))`,
    ),
  )
  assert.deepEqual(differing, [])
})

test('messages repeated and shuffled leave every order where one look would have left it', async () => {
  const ended: { order_id: string; reference: string; state: string }[] = []
  for (let at = 0; at < 6; at++) {
    company.fault = at % 3 === 0 ? 'time-out after the charge' : undefined
    const { body } = await order()
    company.fault = undefined
    if (at % 3 === 1) await her.post(`/v1/orders/${body.order_id}/cancellation`, {})
    const { order_id, reference } = await newest()
    ended.push({ order_id, reference, state: at % 3 === 1 ? 'cancelled' : 'placed' })
  }
  const messages = ended.flatMap(({ reference }) => Array.from({ length: rounds * 4 }, () => reference))
  for (let left = messages.length; left > 0; left--) {
    const at = (left * 7919) % messages.length
    const [reference = ''] = messages.splice(at, 1)
    assert.equal((await deliver(reference)).statusCode, 200)
  }
  for (const { order_id, state } of ended) assert.equal((await her.get(`/v1/orders/${order_id}`)).body.state, state)
})

test('a company that refuses the connection: told to come again, the goods are free at once, and the same key sells later', async () => {
  const goods = async () => JSON.stringify(await available(shop.db, [shop.variant[oats] as string], [shop.shinjuku]))
  const free = await goods()
  const same = crypto.randomUUID()
  const wish = {
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: oats, quantity: 1 }],
    payments: [{ method: 'card', token: 'tok_visa' }],
  }
  const { authorize } = company
  company.authorize = async () => {
    throw new Unanswered('refused', true)
  }
  const away = await her.post('/v1/orders', wish, same)
  assert.deepEqual(
    [away.status, away.body.code, away.headers.get('retry-after')],
    [503, 'orders.payment_unavailable', '30'],
  )
  assert.equal(await goods(), free)
  company.authorize = authorize
  assert.equal((await her.post('/v1/orders', wish, same)).body.state, 'placed')
})

test('a message with a wrong signature is refused, a thousand times', async () => {
  const { reference } = await newest()
  const looked: number[] = []
  for (let times = 0; times < 1000; times++)
    looked.push((await deliver(reference, fakeSignature(`another ${times}`))).statusCode)
  assert.deepEqual([...new Set(looked)], [400])
})

test('a charge nobody ordered is found in the company’s list and goes back, or waits for a person where the group wants that', async () => {
  const charged = async () => {
    const charge = { reference: crypto.randomUUID(), amount_yen: 777, capture: 'now' as const }
    await company.authorize({ ...charge, token: 'tok_visa' })
    await pass(3 * minute_ms)
    return charge
  }
  assert.equal((await company.look(await charged())).refunded_yen, 777)
  await inside((tx) => putSetting(tx, 'orders.refund_orphans', false, 'test'))
  const kept = await charged()
  assert.equal((await company.look(kept)).refunded_yen, 0)
  const { items } = (await key.get('/v1/orders/payments/attention')).body
  assert.ok((items as { reference: string }[]).some(({ reference }) => reference === kept.reference))
  const path = `/v1/orders/payments/orphans/${kept.reference}/decision`
  assert.equal((await key.post(path, { decision: 'refund' })).status, 200)
  await pass(minute_ms)
  assert.equal((await company.look(kept)).refunded_yen, 777)
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

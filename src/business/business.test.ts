import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { receive } from '#inventory/inventory'
import { selfTest, verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { setClock } from '../core/time.ts'
import { tick } from '../reactions.ts'
import { checks } from './checks.ts'
import { cleaner, company, rice, soy } from './testing.ts'

let shop: Shop
let api: ReturnType<Shop['as']>
let now = Date.parse('2026-11-10T03:00:00Z')
before(async () => {
  setClock(() => now)
  shop = await openShop()
  api = shop.as(shop.api_key)
  const issuer = [
    { valid_from: '2023-10-01', name: '株式会社えんがわ百貨', name_en: null, registration_number: 'T7000012050002' },
  ]
  await transaction(shop.db, system, (tx) => putSetting(tx, 'orders.issuer', issuer, 'test'))
  const more = {
    place_id: shop.warehouse,
    variant_id: shop.variant[soy] as string,
    quantity: 500,
    kind: 'receipt' as const,
  }
  await transaction(shop.db, system, (tx) =>
    receive(tx, system, { ...more, source_kind: 'test', source_id: shop.warehouse }),
  )
})
after(async () => {
  setClock()
  await shop.close()
})
const refused = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body.code, body.field]
const at = async (time: string) => {
  now = Date.parse(time)
  await tick(shop.db, new Date(now).toISOString())
}
const invoicesOf = async (account_id: string, rest = '') =>
  (await api.get(`/v1/business/invoices?account_id=${account_id}${rest}`)).body.items as Record<string, never>[]
const document = async (invoice_id: string) => (await api.get(`/v1/business/invoices/${invoice_id}`)).body

test('a contact orders at wholesale prices, without tax and by quantity; it is on account, and earns nothing', async () => {
  const { buyer, order, state, contact } = await company(shop)
  const quoted = await buyer.post('/v1/orders/quotes', { ...order([[rice, 30]]), ship: undefined, payments: undefined })
  assert.deepEqual([quoted.body.total_yen, quoted.body.tax_yen], [12_474, 924], quoted.text)
  const placed = await buyer.post('/v1/orders', order([[rice, 30]]))
  assert.equal(placed.status, 201, placed.text)
  const { total_yen, tax_yen, points_earned, profile_id, payments } = placed.body
  assert.deepEqual([total_yen, tax_yen, points_earned, profile_id], [12_474, 924, 0, contact.profile_id])
  assert.equal((payments as { method: string }[])[0]?.method, 'account')
  assert.deepEqual(await state(), [0, 12_474, 87_526])
  assert.equal((await buyer.get(`/v1/orders/${placed.body.order_id}`)).status, 200)
})

test('too few, a broken lot, what is not listed, and money of two kinds are refused, naming the field', async () => {
  const { buyer, order, state } = await company(shop)
  const ask = async (lines: [string, number][], rest = {}) =>
    refused(await buyer.post('/v1/orders', order(lines, rest)))
  assert.deepEqual(await ask([[rice, 5]]), [422, 'business.minimum', 'lines.0.quantity'])
  assert.deepEqual(
    await ask([
      [soy, 1],
      [rice, 12],
    ]),
    [422, 'business.lot', 'lines.1.quantity'],
  )
  assert.deepEqual(await ask([['4599990000030', 1]]), [422, 'business.not_listed', 'lines.0'])
  const two = [
    { method: 'account', amount_yen: 13 },
    { method: 'card', token: 'tok_visa' },
  ]
  assert.deepEqual(await ask([[soy, 1]], { payments: two }), [422, 'orders.account_alone', 'payments'])
  assert.deepEqual(await ask([[soy, 1]], { points_used: 1 }), [422, 'orders.points_for_members', 'points_used'])
  assert.deepEqual(await state(), [0, 0, 100_000])
})

test('nobody else orders on it: a stranger, a visitor, an unknown account, a person who is no contact', async () => {
  const { account_id, order } = await company(shop)
  const stranger = await shop.member('stranger')
  const body = order([[soy, 1]])
  assert.deepEqual(refused(await shop.as(stranger.token).post('/v1/orders', body)), [
    403,
    'business.not_contact',
    'account_id',
  ])
  const visitor = shop.as((await shop.visitor()).token)
  assert.deepEqual(refused(await visitor.post('/v1/orders', { ...body, contact: { email: 'a@example.jp' } })), [
    403,
    'business.not_contact',
    'account_id',
  ])
  const unknown = { ...body, account_id: stranger.profile_id }
  assert.deepEqual(refused(await api.post('/v1/orders', unknown)), [404, 'business.no_account', 'account_id'])
  const other = { ...body, profile_id: stranger.profile_id }
  assert.deepEqual(refused(await api.post('/v1/orders', other)), [422, 'business.buyer_not_contact', 'profile_id'])
  assert.deepEqual(refused(await shop.as(stranger.token).get(`/v1/business/invoices?account_id=${account_id}`)), [
    403,
    'business.not_contact',
    'account_id',
  ])
  const plain = { ...order([[soy, 1]]), account_id: undefined }
  assert.deepEqual(refused(await shop.as(stranger.token).post('/v1/orders', plain)), [
    422,
    'orders.no_account',
    'payments.0.method',
  ])
})

test('orders at one moment never exceed the limit together', async () => {
  const { buyer, order, state } = await company(shop, { credit_limit_yen: 1000 })
  const all = await Promise.all(Array.from({ length: 12 }, () => buyer.post('/v1/orders', order([[soy, 2]]))))
  const statuses = all.map(({ status }) => status)
  assert.equal(statuses.filter((status) => status === 201).length, 4)
  const over = all.find(({ status }) => status !== 201)
  assert.deepEqual(refused(over as never), [409, 'business.over_limit', 'payments'])
  assert.deepEqual(await state(), [0, 904, 96])
})

test('an order given up frees the limit; one that is delivered is owed; both once', async () => {
  const { buyer, order, state } = await company(shop)
  const [kept, dropped] = [
    await buyer.post('/v1/orders', order([[soy, 10]])),
    await buyer.post('/v1/orders', order([[soy, 20]])),
  ]
  assert.deepEqual(await state(), [0, 3402, 96_598])
  for (let times = 0; times < 2; times++) {
    await api.post(`/v1/orders/${dropped.body.order_id}/cancellation`, {})
    await api.post(`/v1/orders/${kept.body.order_id}/shipment`, {})
    assert.deepEqual(await state(), [1134, 0, 98_866])
  }
})

test('a suspended company orders nothing, and may still pay', async () => {
  const { account_id, buyer, order, deliver, state } = await company(shop)
  await deliver([[soy, 10]])
  const { body } = await api.get(`/v1/business/accounts/${account_id}`)
  const { external_id, company_name, closing_day, credit_limit_yen, price_list_id, billing } = body
  const terms = { external_id, company_name, closing_day, credit_limit_yen, price_list_id, billing, state: 'suspended' }
  assert.equal((await api.put(`/v1/business/accounts/${account_id}`, terms)).status, 200)
  assert.deepEqual(refused(await buyer.post('/v1/orders', order([[soy, 1]]))), [
    409,
    'business.suspended',
    'account_id',
  ])
  const paid = await api.post(`/v1/business/accounts/${account_id}/payments`, {
    amount_yen: 1134,
    received_on: '2026-11-10',
  })
  assert.deepEqual([paid.status, paid.body.unmatched_yen, (await state())[0]], [201, 1134, 0], paid.text)
})

test('a price that begins while she orders is not passed by: she gets the one in force', async () => {
  const { buyer, order, price_list_id } = await company(shop)
  const prices = [{ variant_id: shop.variant[soy], yen: 100, valid_from: '2026-11-01T00:00:00Z' }]
  assert.equal((await api.post(`/v1/business/price-lists/${price_list_id}/prices`, { prices })).status, 201)
  assert.equal((await buyer.post('/v1/orders', order([[soy, 10]]))).body.total_yen, 1080)
  const rewritten = await api.post(`/v1/business/price-lists/${price_list_id}/prices`, {
    prices: [{ ...prices[0], yen: 1 }],
  })
  assert.deepEqual(refused(rewritten), [409, 'business.price_in_force', 'prices'])
})

test('on the closing day the month becomes one qualified invoice: tax once per rate over all of it', async () => {
  const { account_id, deliver, buyer, state, contact } = await company(shop)
  // Three slips of ¥105 at 10%: each rounds to ¥10, the invoice to ⌊315 × 10%⌋ = ¥31.
  for (let n = 0; n < 3; n++) assert.equal((await deliver([[cleaner, 1]])).tax_yen, 10)
  assert.equal((await deliver([[soy, 3]])).tax_yen, 25)
  const open = await buyer.post('/v1/orders', { ...(await company(shop)).order([[soy, 1]]), account_id })
  assert.equal(open.status, 201, open.text)
  assert.deepEqual((await state()).slice(0, 2), [685, 113])
  await at('2026-11-20T20:59:00Z')
  assert.deepEqual(await invoicesOf(account_id), [])
  await at('2026-11-20T21:00:00Z')
  await Promise.all([tick(shop.db, new Date(now).toISOString()), tick(shop.db, new Date(now).toISOString())])
  const [one, ...more] = await invoicesOf(account_id)
  assert.equal(more.length, 0)
  const bill = await document(one?.invoice_id as unknown as string)
  assert.deepEqual(bill.taxes, [
    { rate_num: 10, rate_den: 100, net_yen: 315, tax_yen: 31, reduced: false },
    { rate_num: 8, rate_den: 100, net_yen: 315, tax_yen: 25, reduced: true },
  ])
  const { carried_yen, paid_yen, total_yen, balance_yen, closes_on, due_on, open_yen, net_yen, tax_yen } = bill
  assert.deepEqual(
    [carried_yen, paid_yen, total_yen, balance_yen, closes_on, due_on, open_yen, net_yen, tax_yen],
    [0, 0, 686, 686, '2026-11-20', '2026-12-31', 686, 630, 56],
  )
  assert.deepEqual((await state())[0], 686, 'the ledger follows the invoice')
  const { name, registration_number: own } = bill.issuer as Record<string, string>
  assert.deepEqual([name, own], ['株式会社えんがわ百貨', 'T7000012050002'])
  assert.match(String(bill.number), /^S20261120-\d{6}$/)
  const { company_name, department, registration_number, attention } = bill.recipient as Record<string, string>
  assert.deepEqual(
    [company_name, department, registration_number, attention],
    ['株式会社みやこ食堂', '仕入部', 'T1180301018771', '高橋'],
  )
  assert.equal((bill.orders as unknown[]).length, 4)
  const hers = shop.as(contact.token)
  assert.equal((await hers.get(`/v1/business/invoices/${bill.invoice_id}`)).status, 200)
  assert.equal((await hers.get(`/v1/business/invoices?account_id=${account_id}`)).status, 200)
  const stranger = shop.as((await shop.member('curious')).token)
  assert.equal((await stranger.get(`/v1/business/invoices/${bill.invoice_id}`)).status, 403)
  const file = await hers.get(`/v1/business/invoices/${bill.invoice_id}/file`)
  assert.deepEqual(
    [file.status, file.headers.get('content-type'), file.text.slice(0, 5)],
    [200, 'application/pdf', '%PDF-'],
  )
  assert.equal((await stranger.get(`/v1/business/invoices/${bill.invoice_id}/file`)).status, 403)
  const copy = await api.post(`/v1/business/invoices/${bill.invoice_id}/copies`, {})
  assert.deepEqual([copy.body.copy_number, copy.body.reissued], [1, true])
})

test('the next bill carries on: what was carried, paid, bought and sent back; money pays the oldest, and what is over waits', async () => {
  now = Date.parse('2026-12-18T03:00:00Z')
  const { account_id, deliver, state } = await company(shop, { payment_months: 0 })
  const sold = await deliver([[soy, 10]])
  await at('2026-12-20T21:00:00Z')
  const pay = (amount_yen: number, rest = {}) =>
    api.post(`/v1/business/accounts/${account_id}/payments`, { amount_yen, received_on: '2026-12-28', ...rest })
  const part = await pay(500, { reference: 'FB-1' })
  assert.deepEqual(
    [part.body.unmatched_yen, (await pay(500, { reference: 'FB-1' })).body.payment_id],
    [0, part.body.payment_id],
  )
  assert.deepEqual((await state())[0], 634)
  const [first] = await invoicesOf(account_id)
  assert.deepEqual(first?.open_yen as unknown, 634)
  const invoice_id = first?.invoice_id as unknown as string
  const much = await pay(1000, { matches: [{ invoice_id, amount_yen: 635 }] })
  assert.deepEqual(refused(much), [422, 'business.match_too_much', 'matches.0.amount_yen'])

  const twice = await pay(900, { matches: [1, 2].map(() => ({ invoice_id, amount_yen: 400 })) })
  assert.deepEqual(refused(twice), [422, 'business.match_too_much', 'matches.1.amount_yen'])

  now = Date.parse('2027-01-05T03:00:00Z')
  assert.equal((await invoicesOf(account_id, '&overdue=true'))[0]?.overdue_days as unknown, 5)
  const [late] = (await api.get(`/v1/business/ageing?account_id=${account_id}`)).body.items as Record<string, number>[]
  assert.deepEqual([late?.owed_yen, late?.days_30_yen, late?.current_yen, late?.unbilled_yen], [634, 634, 0, 0])

  const over = await pay(1000, { matches: [{ invoice_id, amount_yen: 600 }] })
  assert.deepEqual([over.body.unmatched_yen, (await state())[0]], [366, -366])
  const back = await api.post(`/v1/orders/${sold.order_id}/returns`, {
    lines: [{ line_no: 1, quantity: 2 }],
    reason: 'changed_mind',
    place_id: shop.warehouse,
    way: 'post',
  })
  assert.ok(back.status < 300, back.text)
  await deliver([[soy, 20]])
  await at('2027-01-20T21:00:00Z')
  const all = await invoicesOf(account_id)
  assert.equal(all.length, 2)
  const bill = await document(all[1]?.invoice_id as unknown as string)
  const { carried_yen, paid_yen, total_yen, balance_yen, open_yen, taxes, period_from } = bill
  // 20 − 2 pieces at ¥105 = ¥1,890, tax ¥151.
  assert.deepEqual(taxes, [{ rate_num: 8, rate_den: 100, net_yen: 1890, tax_yen: 151, reduced: true }])
  assert.deepEqual(
    [carried_yen, paid_yen, total_yen, balance_yen, open_yen, period_from],
    [1134, 1500, 2041, 1675, 1675, '2026-12-21'],
  )
  assert.equal((await state())[0], 1675)
})

test('ordered before a change of rate and delivered after it: the price without tax stands, the bill taxes each rate once', async () => {
  const announced = { category: 'food', supply_mode: '*', rate_num: 1, rate_den: 100, reduced: true }
  const told = await api.post('/v1/catalog/tax-rules', {
    rules: [{ ...announced, valid_from: '2027-04-01', valid_to: null }],
  })
  assert.equal(told.status, 201, told.text)
  now = Date.parse('2027-03-31T03:00:00Z')
  const { account_id, buyer, order, deliver, state } = await company(shop)
  await deliver([[soy, 7]])
  const crossing = await buyer.post('/v1/orders', order([[soy, 3]]))
  assert.deepEqual([crossing.body.total_yen, crossing.body.tax_yen], [340, 25])
  now = Date.parse('2027-04-01T03:00:00Z')
  const sent = await api.post(`/v1/orders/${crossing.body.order_id}/shipment`, {})
  assert.deepEqual([sent.body.total_yen, sent.body.tax_yen], [318, 3], sent.text)
  assert.deepEqual((await state()).slice(0, 2), [793 + 318, 0])
  await at('2027-04-20T21:00:00Z')
  const [due] = await invoicesOf(account_id)
  const { taxes, total_yen } = await document(due?.invoice_id as unknown as string)
  assert.deepEqual(taxes, [
    { rate_num: 8, rate_den: 100, net_yen: 735, tax_yen: 58, reduced: true },
    { rate_num: 1, rate_den: 100, net_yen: 315, tax_yen: 3, reduced: true },
  ])
  assert.equal(total_yen, 1111)
})

test('after all of it every ledger is right, and every check of this room can fail', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
  for (const trial of await selfTest(shop.db.url, checks)) assert.ok(trial.seen, `${trial.check}: ${trial.because}`)
})

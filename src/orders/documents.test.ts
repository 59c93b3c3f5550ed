import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { sql, transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { setClock } from '#core/time'
import { selfTest, verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { changePlace } from '../../e2e/api/places.ts'
import { documentChecks } from './document-checks.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const coat = '4599990000139'
const cookies = '4599990000184'
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
let clerk: ReturnType<Shop['as']>
let manager: ReturnType<Shop['as']>
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  manager = shop.as(shop.staff.manager.token)
  const admin = shop.as(shop.staff.admin.token)
  const issuer = (valid_from: string, name: string, registration_number: string) => ({
    valid_from,
    name,
    name_en: 'Engawa',
    registration_number,
  })
  const put = await admin.put('/v1/orders/settings/issuer', {
    issuers: [
      issuer('2023-10-01', '株式会社えんがわ', 'T1180301018771'),
      issuer('2027-01-01', '株式会社縁側', 'T2180301018771'),
    ],
  })
  assert.deepEqual(put.body.warnings, [{ field: 'issuers.1.registration_number', code: 'check_digit' }], put.text)
})
after(async () => {
  setClock()
  await shop.close()
})

type Made = {
  document_id: string
  number: string
  copy: number
  amount_yen: number
  version: number
  data: Record<string, unknown>
}
const refused = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body.code,
  answer.body.field,
]
async function sale(lines: { gtin: string; quantity: number }[], more: Record<string, unknown> = {}) {
  const sold = await clerk.post('/v1/orders', { way: 'carry', lines, payments: [{ method: 'cash' }], ...more })
  assert.equal(sold.status, 201, sold.text)
  return sold.body as { order_id: string; number: string }
}
async function issue(order_id: string, body: Record<string, unknown>, as = clerk): Promise<Made> {
  const made = await as.post(`/v1/orders/${order_id}/documents`, body)
  assert.equal(made.status, 201, made.text)
  return made.body as Made
}
const file = async (order_id: string, document_id: string, query = 'format=text') =>
  (await clerk.get(`/v1/orders/${order_id}/documents/${document_id}/file?${query}`)).text

test('a receipt is kept as it was first issued, whatever the settings say later; a second print says 再発行', async () => {
  const order = await sale([
    { gtin: coat, quantity: 1 },
    { gtin: cookies, quantity: 1 },
  ])
  const first = await issue(order.order_id, { kind: 'receipt' })
  assert.deepEqual([first.number, first.copy, first.amount_yen], [order.number, 1, 16460])
  assert.deepEqual(first.data.taxes, [
    { rate_num: 10, rate_den: 100, reduced: false, taxable_yen: 14300, tax_yen: 1300 },
    { rate_num: 8, rate_den: 100, reduced: true, taxable_yen: 2160, tax_yen: 160 },
  ])
  await transaction(shop.db, system, (tx) =>
    putSetting(
      tx,
      'orders.issuer',
      [{ valid_from: '2020-01-01', name: 'ほかの会社', name_en: null, registration_number: null }],
      'test',
    ),
  )
  const again = await issue(order.order_id, { kind: 'receipt' })
  assert.deepEqual([again.document_id, again.copy], [first.document_id, 2])
  const text = await file(order.order_id, first.document_id)
  for (const part of ['株式会社えんがわ', 'T1180301018771', '再発行（1回目）', '全粒粉クッキー※', '8%対象※'])
    assert.ok(text.includes(part), `${part}\n${text}`)
  assert.match(
    await file(order.order_id, first.document_id, 'format=text&language=en'),
    /Engawa[\s\S]*Reissued \(copy 2\)/,
  )
  assert.match(await file(order.order_id, first.document_id, 'format=pdf'), /^%PDF-/)
  assert.match(await file(order.order_id, first.document_id, 'format=svg'), /^<svg/)
  await assert.rejects(
    transaction(shop.db, system, (tx) => tx.query(sql`update orders.document set amount_yen = 1`)),
    /permission denied/,
  )
  await transaction(shop.db, system, (tx) =>
    putSetting(
      tx,
      'orders.issuer',
      [
        {
          valid_from: '2023-10-01',
          name: '株式会社えんがわ',
          name_en: 'Engawa',
          registration_number: 'T1180301018771',
        },
      ],
      'test',
    ),
  )
})

test('several 領収書 over one receipt never exceed it, sum to its tax, and are found by name, date and amount', async () => {
  const order = await sale([
    { gtin: coat, quantity: 1 },
    { gtin: cookies, quantity: 1 },
  ])
  const make = (amount_yen: number | undefined, name: string) =>
    issue(order.order_id, {
      kind: 'formal_receipt',
      addressee: { name },
      purpose: 'お品代',
      ...(amount_yen && { amount_yen }),
    })
  const made = [
    await make(5000, '株式会社山田商店'),
    await make(1460, '鈴木 一郎'),
    await make(undefined, '㈱山田商店'),
  ]
  assert.deepEqual(
    made.map(({ number, amount_yen }) => [number, amount_yen]),
    [
      [`${order.number}-1`, 5000],
      [`${order.number}-2`, 1460],
      [`${order.number}-3`, 10000],
    ],
  )
  const taxes = made.flatMap(({ data }) => data.taxes as { rate_num: number; tax_yen: number }[])
  const tax = (rate: number) =>
    taxes.filter(({ rate_num }) => rate_num === rate).reduce((all, { tax_yen }) => all + tax_yen, 0)
  assert.deepEqual([tax(10), tax(8)], [1300, 160])
  const more = await clerk.post(`/v1/orders/${order.order_id}/documents`, {
    kind: 'formal_receipt',
    addressee: { name: 'x' },
  })
  assert.deepEqual(refused(more), [409, 'orders.receipted', 'amount_yen'])
  const search = async (body: Record<string, unknown>) =>
    ((await manager.post('/v1/orders/documents/searches', body)).body.items as Made[]).map(
      ({ amount_yen }) => amount_yen,
    )
  assert.deepEqual(await search({ counterparty: '山田商店' }), [10000, 5000])
  assert.deepEqual(
    await search({ counterparty: '山田商店', least_yen: 9000, from: '2026-11-22', to: '2026-11-22' }),
    [10000],
  )
  assert.deepEqual(await search({ counterparty: '山田商店', from: '2026-11-23' }), [])
  assert.equal((await clerk.post('/v1/orders/documents/searches', {})).status, 403)
})

test('a wrong name is corrected by a new version that names the old; the old stays', async () => {
  const order = await sale([{ gtin: shirt, quantity: 1 }])
  const first = await issue(order.order_id, { kind: 'formal_receipt', addressee: { name: '山田' } })
  const path = `/v1/orders/${order.order_id}/documents/${first.document_id}/corrections`
  const elsewhere = shop.as(shop.staff.setagaya_clerk.token)
  assert.equal((await elsewhere.post(path, { addressee: { name: '山田商事' } })).status, 403, 'another shop’s paper')
  const fixed = await clerk.post(path, { addressee: { name: '山田商事株式会社' } })
  assert.equal(fixed.status, 201, fixed.text)
  assert.deepEqual([fixed.body.version, fixed.body.replaces_id, fixed.body.copy], [2, first.document_id, 1])
  assert.match(await file(order.order_id, String(fixed.body.document_id)), /山田商事株式会社 御中[\s\S]*|訂正版 第2版/)
  assert.deepEqual(refused(await clerk.post(path, { addressee: { name: 'y' } })), [409, 'orders.corrected', undefined])
  assert.match(await file(order.order_id, first.document_id), /山田 様/)
})

test('what a change of tax rate overtook is issued anew, naming what it replaces', async () => {
  const order = await sale([{ gtin: cookies, quantity: 1 }])
  const first = await issue(order.order_id, { kind: 'receipt' })
  // As orders.retax does when the goods are supplied after the change.
  const taxes = [{ rate_num: 1, rate_den: 100, taxable_yen: 2160, tax_yen: 21 }]
  await transaction(shop.db, system, async (tx) => {
    await tx.query(sql`update orders.line set rate_num = 1 where order_id = ${order.order_id}`)
    await tx.query(
      sql`update orders."order" set taxes = ${JSON.stringify(taxes)}::jsonb where order_id = ${order.order_id}`,
    )
  })
  const second = await issue(order.order_id, { kind: 'receipt' })
  assert.deepEqual([second.version, second.copy, second.data.replaces], [2, 1, first.number])
  assert.deepEqual([(await issue(order.order_id, { kind: 'receipt' })).copy], [2])
})

test('much cash on paper asks for a stamp, the same by card or on a screen does not', async () => {
  const lines = [{ gtin: coat, quantity: 4 }]
  const cash = await sale(lines)
  assert.equal((await issue(cash.order_id, { kind: 'formal_receipt' })).data.stamp_yen, 200)
  assert.equal(
    (await issue((await sale(lines)).order_id, { kind: 'formal_receipt', medium: 'electronic' })).data.stamp_yen,
    null,
  )
  const card = await sale(lines, { payments: [{ method: 'card', token: 'tok_visa' }] })
  assert.equal((await issue(card.order_id, { kind: 'formal_receipt' })).data.stamp_yen, null)
  assert.match(await file(cash.order_id, (await issue(cash.order_id, { kind: 'receipt' })).document_id), /収入印紙/)
})

test('a return invoice names the sale, its date and rates, and lessens what may be receipted', async () => {
  const order = await sale([
    { gtin: shirt, quantity: 1 },
    { gtin: knit, quantity: 1 },
  ])
  const returned = await clerk.post(`/v1/orders/${order.order_id}/returns`, {
    lines: [{ line_no: 1, quantity: 1 }],
    reason: 'size',
  })
  const made = await issue(order.order_id, { kind: 'return', return_id: returned.body.return_id })
  assert.deepEqual(made.data.taxes, [{ rate_num: 10, rate_den: 100, reduced: false, taxable_yen: 2990, tax_yen: 271 }])
  const text = await file(order.order_id, made.document_id)
  for (const part of ['返金合計', order.number, '2026年11月22日', 'ご返金 現金', '¥2,990'])
    assert.ok(text.includes(part), `${part}\n${text}`)
  const formal = await issue(order.order_id, { kind: 'formal_receipt' })
  assert.deepEqual([formal.amount_yen, (formal.data.taxes as { tax_yen: number }[])[0]?.tax_yen], [3990, 363])
  assert.deepEqual(refused(await clerk.post(`/v1/orders/${order.order_id}/documents`, { kind: 'return' })), [
    422,
    'orders.document_needs',
    'return_id',
  ])
})

test('a member gets her own papers, electronic, with her number masked; nobody else’s', async () => {
  const member = await shop.member('paper')
  const order = await sale([{ gtin: coat, quantity: 4 }], { profile_id: member.profile_id })
  const her = shop.as(member.token)
  const made = await issue(order.order_id, { kind: 'receipt', medium: 'paper' }, her)
  assert.equal(made.data.stamp_yen, null)
  assert.match(String(made.data.member), /^\*+\w{4}$/)
  const path = `/v1/orders/${order.order_id}/documents`
  assert.equal((await her.get(`${path}/${made.document_id}/file?format=svg`)).status, 200)
  const stranger = shop.as((await shop.member('stranger')).token)
  assert.equal((await stranger.get(path)).status, 404)
  assert.equal((await stranger.get(`${path}/${made.document_id}/file`)).status, 404)
})

test('a gift receipt without prices, a hold slip for what waits', async () => {
  const order = await sale([{ gtin: shirt, quantity: 1 }])
  const gift = await issue(order.order_id, { kind: 'gift' })
  assert.doesNotMatch(await file(order.order_id, gift.document_id), /¥/)
  const her = shop.as((await shop.member('hold')).token)
  const waiting = await her.post('/v1/orders', {
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: shirt, quantity: 1 }],
    payments: [{ method: 'card', token: 'tok_visa' }],
  })
  const slip = await issue(String(waiting.body.order_id), { kind: 'hold' })
  assert.match(await file(String(waiting.body.order_id), slip.document_id), /¥2,990/)
  assert.deepEqual(
    (await verify(shop.db.pool.options.connectionString as string)).filter(({ ok }) => !ok),
    [],
  )
  await changePlace(shop, shop.shinjuku, { offers_holds: true })
  const member = await shop.member('holder')
  const held = await shop
    .as(member.token)
    .post('/v1/orders/holds', { place_id: shop.shinjuku, lines: [{ gtin: shirt, quantity: 2 }] })
  assert.equal(held.status, 201, held.text)
  const shown = await clerk.get(`/v1/orders/holds/${held.body.hold_id}/slip?format=text`)
  for (const part of ['木村 holder 様', '¥5,980', 'お渡しのときに']) assert.ok(shown.text.includes(part), shown.text)
  const trials = await selfTest(shop.db.pool.options.connectionString as string, documentChecks)
  assert.deepEqual(
    trials.filter(({ seen }) => !seen),
    [],
  )
})

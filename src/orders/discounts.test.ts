import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeApiKey } from '#access/access'
import { system } from '#core/actor'
import { only, sql, transaction } from '#core/database'
import { setClock } from '#core/time'
import { selfTest, verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { checks } from './checks.ts'
import type { DiscountView } from './discount-input.ts'
import type { TillView } from './till-view.ts'

const [shirt, cookies, oats] = ['4599990000030', '4599990000184', '4599990000016']
let now = Date.parse('2026-11-24T03:00:00Z')
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
})
after(async () => {
  setClock()
  await shop.close()
})

type Seller = ReturnType<Shop['as']>
type Sold = {
  order_id: string
  total_yen: number
  discount_yen: number
  tax_yen: number
  points_earned: number
  lines: { line_no: number; amount_yen: number; discount_yen: number }[]
  discounts: DiscountView[]
}
const sell = (by: Seller, gtins: string[], more: Record<string, unknown>, key?: string) =>
  by.post(
    '/v1/orders',
    { way: 'carry', lines: gtins.map((gtin) => ({ gtin, quantity: 1 })), payments: [{ method: 'cash' }], ...more },
    key,
  )
async function sold(by: Seller, gtins: string[], more: Record<string, unknown>): Promise<Sold> {
  const answer = await sell(by, gtins, more)
  assert.equal(answer.status, 201, answer.text)
  return answer.body as Sold
}
const refused = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body.code,
  answer.body.field,
]
const approved_by = { code: 'S-003', pin: '246810' }
async function approval(most_yen: number, by = clerk): Promise<string> {
  const said = await by.post('/v1/orders/discount-approvals', {
    place_id: shop.shinjuku,
    most_yen,
    reason: 'display',
    approved_by,
  })
  assert.equal(said.status, 201, said.text)
  return said.body.approval_id as string
}

test('a clerk takes off within her limit: before tax and points, to the yen over the lines, with its reason', async () => {
  const member = await shop.member('discounted')
  const order = await sold(clerk, [shirt, cookies], {
    profile_id: member.profile_id,
    discounts: [
      { line_no: 1, yen: 90, reason: 'damaged' },
      { percent: 5, reason: 'apology' },
    ],
  })
  // 2,990 − 90 = 2,900; of 2,900 + 2,160 five percent are 253: 145 of the one rate, 108 of the other.
  assert.deepEqual(
    order.lines.map(({ discount_yen, amount_yen }) => [discount_yen, amount_yen]),
    [
      [235, 2755],
      [108, 2052],
    ],
  )
  assert.deepEqual([order.total_yen, order.discount_yen, order.tax_yen], [4807, 343, 250 + 152])
  assert.equal(order.points_earned, 48)
  assert.deepEqual(
    order.discounts.map(({ name, name_en, percent, yen, lines, asked_by, approved_by }) => [
      [name, name_en, percent, yen],
      lines.map(({ line_no, yen: part }) => [line_no, part]),
      [asked_by, approved_by],
    ]),
    [
      [['キズ・汚れ', 'Damaged', null, 90], [[1, 90]], [shop.staff.clerk.staff_id, null]],
      [
        ['お詫び', 'Apology', 5, 253],
        [
          [1, 145],
          [2, 108],
        ],
        [shop.staff.clerk.staff_id, null],
      ],
    ],
  )
  const seen = await clerk.get(`/v1/orders/${order.order_id}`)
  assert.deepEqual(seen.body.discounts, order.discounts)
})

test('beyond her limit a manager says yes: once, to this clerk, in this shop, to so much; nothing forged passes', async () => {
  const off = { discounts: [{ line_no: 1, percent: 30, reason: 'display' }] }
  assert.deepEqual(refused(await sell(clerk, [shirt], off)), [403, 'orders.discount_beyond', 'discounts'])
  const quoted = await clerk.post('/v1/orders/quotes', { way: 'carry', lines: [{ gtin: shirt, quantity: 1 }], ...off })
  assert.deepEqual([quoted.body.total_yen, quoted.body.needs_approval], [2093, true])

  const wrong = { most_yen: 897, reason: 'display', approved_by: { ...approved_by, pin: '000000' } }
  assert.deepEqual(refused(await clerk.post('/v1/orders/discount-approvals', wrong)), [401, 'access.wrong_pin', 'pin'])
  const own = { ...wrong, approved_by: { code: 'S-001', pin: '246810' } }
  assert.equal((await clerk.post('/v1/orders/discount-approvals', own)).status, 403)

  const small = await approval(896)
  const other = await approval(897, shop.as(shop.staff.agent.token))
  for (const approval_id of ['01890000-0000-7000-8000-000000000000', small, other])
    assert.deepEqual(refused(await sell(clerk, [shirt], { ...off, approval_id })), [
      403,
      'orders.approval_not_valid',
      'approval_id',
    ])

  const approval_id = await approval(897)
  const many = await Promise.all(Array.from({ length: 6 }, () => sell(clerk, [shirt], { ...off, approval_id })))
  const [order] = many.filter(({ status }) => status === 201).map(({ body }) => body as Sold)
  const others = many.filter(({ status }) => status !== 201).map(({ body }) => body.code as string)
  assert.equal(others.length, 5)
  for (const code of others) assert.match(code, /^orders\.approval_(used|not_valid)$/)
  assert.deepEqual(
    [order?.total_yen, order?.discounts[0]?.asked_by, order?.discounts[0]?.approved_by],
    [2093, shop.staff.clerk.staff_id, shop.staff.manager.staff_id],
  )
  const { payload } = await transaction(shop.db, system, (tx) =>
    only<{ payload: Record<string, unknown> }>(
      tx,
      sql`select payload from activity.event where type = 'order.placed' and subject_id = ${order?.order_id}`,
    ),
  )
  assert.deepEqual(
    [payload.by_hand_yen, payload.by_hand_reasons, payload.approved_by],
    [897, ['display'], shop.staff.manager.staff_id],
  )
})

test('a repeat of a sale with an approval gets its first answer', async () => {
  const off = { discounts: [{ yen: 1500, reason: 'apology' }], approval_id: await approval(1500) }
  const key = 'a-sale-with-an-approval'
  const [first, again] = [await sell(clerk, [shirt], off, key), await sell(clerk, [shirt], off, key)]
  assert.deepEqual([first.status, again.text, again.headers.get('idempotent-replayed')], [201, first.text, 'true'])
})

test('who may not take anything off is refused, and so is what nobody decided on', async () => {
  const discounts = [{ yen: 100, reason: 'damaged' }]
  const member = await shop.member('bargain')
  const own = await shop.as(member.token).post('/v1/orders/quotes', {
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: shirt, quantity: 1 }],
    discounts,
  })
  assert.deepEqual(refused(own), [403, 'orders.discount_by_staff', 'discounts'])
  const keyed = (scopes: string[]) => transaction(shop.db, system, (tx) => makeApiKey(tx, { name: 'till', scopes }))
  const place_id = shop.shinjuku
  const plain = shop.as((await keyed(['orders.write'])).key)
  assert.deepEqual(refused(await sell(plain, [oats], { place_id, discounts })), [
    403,
    'orders.discount_beyond',
    'discounts',
  ])
  const trusted = shop.as((await keyed(['orders.write', 'orders.discount'])).key)
  assert.equal((await sold(trusted, [oats], { place_id, discounts })).total_yen, 494)
  assert.deepEqual(refused(await sell(clerk, [oats], { discounts: [{ yen: 1, reason: 'because' }] })), [
    422,
    'orders.discount_reason',
    'discounts.0.reason',
  ])
  assert.deepEqual(refused(await sell(clerk, [oats], { discounts: [{ yen: 1, line_no: 2, reason: 'damaged' }] })), [
    422,
    'orders.discount_line',
    'discounts.0.line_no',
  ])
})

test('goods come back in parts for exactly what was paid for them', async () => {
  const order = (
    await clerk.post('/v1/orders', {
      way: 'carry',
      lines: [{ gtin: oats, quantity: 3 }],
      payments: [{ method: 'cash' }],
      discounts: [{ percent: 7, reason: 'near_date' }],
    })
  ).body as Sold
  assert.equal(order.total_yen, 1782 - 124)
  let back = 0
  for (let piece = 0; piece < 3; piece++) {
    const returned = await clerk.post(`/v1/orders/${order.order_id}/returns`, {
      lines: [{ line_no: 1, quantity: 1 }],
      reason: 'size',
    })
    assert.equal(returned.status, 201, returned.text)
    back += returned.body.refund_yen as number
  }
  assert.equal(back, order.total_yen)
})

test('X and Z say what was taken off by hand, by reason, and how much of it was approved', async () => {
  const till = shop.as(shop.staff.clerk.token, { 'engawa-till': 'till-d' })
  const opened = await till.post('/v1/orders/till-sessions', { device_id: 'till-d', float_yen: 0 })
  await sold(till, [shirt], { discounts: [{ percent: 10, reason: 'display' }] })
  await sold(till, [shirt], { discounts: [{ yen: 1290, reason: 'display' }], approval_id: await approval(1290) })
  await sold(till, [oats], { discounts: [{ yen: 4, reason: 'damaged' }] })
  const x = (await till.get(`/v1/orders/till-sessions/${opened.body.till_session_id}`)).body as TillView
  assert.equal(x.figures.discount_yen, 299 + 1290 + 4)
  assert.deepEqual(
    x.figures.by_hand?.map(({ reason, times, yen, approved_times, approved_yen }) => [
      reason,
      times,
      yen,
      approved_times,
      approved_yen,
    ]),
    [
      ['damaged', 1, 4, 0, 0],
      ['display', 2, 1589, 1, 1290],
    ],
  )
})

test('the receipt says why something was taken off', async () => {
  const order = await sold(clerk, [cookies], { discounts: [{ yen: 160, reason: 'near_date' }] })
  const made = await clerk.post(`/v1/orders/${order.order_id}/documents`, { kind: 'receipt' })
  assert.ok(made.status < 300, made.text)
  const roll = await clerk.get(`/v1/orders/${order.order_id}/documents/${made.body.document_id}/file?format=text`)
  assert.match(roll.text, /値引（期限間近）/)
})

test('an offline till tells what its clerk took off; more than she may, with nobody’s yes, is one task', async () => {
  const told = (receipt_number: string, yen: number, more: Record<string, unknown> = {}) => ({
    receipt_number,
    occurred_at: new Date(now).toISOString(),
    staff_id: shop.staff.clerk.staff_id,
    lines: [{ gtin: shirt, quantity: 1, unit_yen: 2990, amount_yen: 2990, discount_yen: yen }],
    payments: [{ method: 'cash', amount_yen: 2990 - yen }],
    discounts: [{ reason: 'damaged', lines: [{ line_no: 1, yen }] }],
    ...more,
  })
  const sales = [
    told('off-1', 299),
    told('off-2', 1290, { approval_id: await approval(1290) }),
    told('off-3', 1290),
    told('off-4', 100, { discounts: [{ reason: 'damaged', lines: [{ line_no: 1, yen: 101 }] }] }),
  ]
  const tell = () => clerk.post('/v1/orders/offline-sales', { device_id: 'till-o', sales })
  const items = (await tell()).body.items as { outcome: string; order: Sold | null; task_ids: string[] }[]
  assert.deepEqual(
    items.map(({ outcome, order, task_ids }) => [
      outcome,
      order?.discounts[0]?.yen,
      order?.discounts[0]?.approved_by ?? null,
      task_ids.length,
    ]),
    [
      ['booked', 299, null, 0],
      ['booked', 1290, shop.staff.manager.staff_id, 0],
      ['booked', 1290, null, 1],
      ['refused', undefined, null, 1],
    ],
  )
  const again = (await tell()).body.items as { outcome: string; task_ids: string[] }[]
  assert.deepEqual(
    again.slice(0, 3).map(({ outcome, task_ids }) => [outcome, task_ids.length]),
    [
      ['repeated', 0],
      ['repeated', 0],
      ['repeated', 0],
    ],
  )
})

test('the books are right after all of it, and would say so if they were not', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
  const named = checks.filter(({ name }) => name.includes('taken off for a reason'))
  assert.deepEqual(
    (await selfTest(shop.db.url, named)).filter(({ seen }) => !seen),
    [],
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { clock } from '#core/time'
import { available, hold } from '#inventory/inventory'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const [shirt, oats, cookies] = ['4599990000030', '4599990000016', '4599990000184']
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  await transaction(shop.db, system, (tx) => putSetting(tx, 'orders.till_points_need_scan', false, 'test'))
})
after(() => shop.close())

let printed = 0
const earlier = (minutes: number) => new Date(clock.ms() - minutes * 60_000).toISOString()
function sale(gtin: string, unit_yen: number, quantity = 1, rest: Record<string, unknown> = {}) {
  const amount_yen = unit_yen * quantity
  return {
    receipt_number: `R-${++printed}`,
    occurred_at: earlier(40),
    lines: [{ gtin, quantity, unit_yen, amount_yen }],
    payments: [{ method: 'cash', amount_yen }],
    ...rest,
  }
}
type Told = {
  outcome: string
  order: Record<string, never> | null
  problem: { code: string; field: string } | null
  task_ids: string[]
}
async function tell(...sales: unknown[]): Promise<Told[]> {
  const answer = await clerk.post('/v1/orders/offline-sales', { device_id: 'till-1', sales })
  assert.equal(answer.status, 200, answer.text)
  return answer.body.items as Told[]
}
const stock = async (gtin: string) => {
  const [row] = await available(shop.db, [shop.variant[gtin] as string], [shop.shinjuku])
  return [row?.on_hand, row?.reserved]
}
const orders = async () => (await shop.db.pool.query('select count(*) from orders.external')).rows[0].count

test('told twice, by whatever key and even at once, a sale is booked once and moves its goods once', async () => {
  const [before] = await stock(oats)
  const one = sale(oats, 594, 2)
  const [first, again] = await Promise.all([tell(one), tell(one)])
  assert.deepEqual([first[0]?.outcome, again[0]?.outcome].sort(), ['booked', 'repeated'])
  assert.equal(first[0]?.order?.order_id, again[0]?.order?.order_id)
  assert.deepEqual((await tell(one))[0]?.outcome, 'repeated')
  assert.deepEqual(await stock(oats), [(before as number) - 2, 0])
  const key = 'one-and-the-same-key'
  const body = { device_id: 'till-1', sales: [sale(oats, 594)] }
  const [a, b] = [
    await clerk.post('/v1/orders/offline-sales', body, key),
    await clerk.post('/v1/orders/offline-sales', body, key),
  ]
  assert.deepEqual([a.text, b.headers.get('idempotent-replayed')], [b.text, 'true'])
})

test('it is dated as it happened, on the business day it happened', async () => {
  const [told] = await tell(sale(cookies, 2160, 1, { occurred_at: '2026-10-02T15:30:00Z', tax_yen: 160 }))
  const { placed_at, business_date, tax_yen, profile_id, channel, state } = told?.order ?? {}
  assert.deepEqual(
    [placed_at, business_date, tax_yen, profile_id, channel, state],
    ['2026-10-02T15:30:00.000Z', '2026-10-02', 160, null, 'till', 'done'],
  )
})

test('what our books do not have is sold all the same: stock goes to the floor, a person is told', async () => {
  const [before] = await stock(cookies)
  const [told] = await tell(sale(cookies, 2160, (before as number) + 3))
  assert.equal(told?.outcome, 'booked')
  assert.deepEqual(await stock(cookies), [0, 0])
  const task = (await clerk.get(`/v1/stores/tasks/${told?.task_ids[0]}`)).body
  const { missing, promised, order_id } = task.detail as Record<string, unknown>
  assert.deepEqual([task.kind, missing, promised, order_id], ['stock_collision', 3, 0, told?.order?.order_id])
})

test('what was promised to another is sold all the same: the promise is named in the task', async () => {
  const variant_id = shop.variant[shirt] as string
  const [before] = (await stock(shirt)) as [number, number]
  const other = crypto.randomUUID()
  await transaction(shop.db, system, (tx) =>
    hold(tx, system, {
      place_id: shop.shinjuku,
      lines: [{ variant_id, quantity: before }],
      source_kind: 'test',
      source_id: other,
      expires_at: null,
    }),
  )
  const [told] = await tell(sale(shirt, 2990, 2))
  assert.deepEqual(await stock(shirt), [before - 2, before])
  const { detail } = (await clerk.get(`/v1/stores/tasks/${told?.task_ids[0]}`)).body as {
    detail: Record<string, never>
  }
  assert.deepEqual([detail.missing, detail.promised], [0, 2])
  assert.deepEqual(detail.promised_to, [{ id: other, kind: 'test', quantity: before }])
})

test('a static code earns once the sale is told; an unknown one is a guest', async () => {
  const member = await shop.member('offline')
  const [told, stranger] = await tell(
    sale(oats, 594, 1, { member_code: member.member_number }),
    sale(oats, 594, 1, { member_code: '2999999999999' }),
  )
  assert.deepEqual([told?.order?.points_earned, told?.order?.profile_id], [5, member.profile_id])
  assert.deepEqual([stranger?.order?.points_earned, stranger?.order?.profile_id], [0, null])
  assert.equal((await shop.as(member.token).get('/v1/loyalty/me')).body.available, 5)
})

test('points, gift cards and coupons are not for an offline till', async () => {
  const before = await orders()
  for (const [rest, field] of [
    [{ points_used: 10 }, 'sales.0.points_used'],
    [{ coupon_codes: ['A'] }, 'sales.0.coupon_codes'],
    [{ payments: [{ method: 'gift_card', amount_yen: 594 }] }, 'sales.0.payments.0.method'],
    [{ payments: [{ method: 'points', amount_yen: 594 }] }, 'sales.0.payments.0.method'],
  ] as const) {
    const answer = await clerk.post('/v1/orders/offline-sales', {
      device_id: 'till-1',
      sales: [sale(oats, 594, 1, rest)],
    })
    assert.deepEqual([answer.status, answer.body.field], [400, field], answer.text)
  }
  assert.equal(await orders(), before)
})

test('one that cannot be booked is kept whole for a person, once, and the others go on', async () => {
  const wrong = [
    sale('4900000000009', 100),
    sale(oats, 594, 1, { payments: [{ method: 'cash', amount_yen: 500 }] }),
    sale(oats, 594, 1, { occurred_at: new Date(clock.ms() + 3_600_000).toISOString() }),
  ]
  const told = await tell(...wrong, sale(oats, 594))
  assert.deepEqual(
    told.map(({ outcome, problem }) => [outcome, problem?.code, problem?.field]),
    [
      ['refused', 'orders.not_on_sale', 'lines.0'],
      ['refused', 'orders.payment_sum', 'payments'],
      ['refused', 'orders.offline_future', 'occurred_at'],
      ['booked', undefined, undefined],
    ],
  )
  const { detail } = (await clerk.get(`/v1/stores/tasks/${told[1]?.task_ids[0]}`)).body as { detail: { sale: unknown } }
  assert.deepEqual(detail.sale, wrong[1])
  assert.deepEqual((await tell(wrong[1]))[0]?.task_ids, told[1]?.task_ids)
})

test('a receipt number told again with another sale is not taken for the same', async () => {
  const one = sale(oats, 594)
  await tell(one)
  const [other] = await tell({ ...sale(oats, 594, 3), receipt_number: one.receipt_number })
  assert.deepEqual([other?.outcome, other?.problem?.code], ['refused', 'orders.offline_other'])
})

test('a sale whose answer was lost at the till is not booked again from the device’s memory, whichever came first', async () => {
  const [before] = await stock(oats)
  const one = sale(oats, 594, 1, { occurred_at: earlier(0) })
  const now = {
    way: 'carry',
    external_id: `till-1:${one.receipt_number}`,
    lines: [{ gtin: oats, quantity: 1 }],
    payments: [{ method: 'cash' }],
  }
  const placed = await clerk.post('/v1/orders', now)
  assert.equal(placed.status, 201, placed.text)
  const [told] = await tell(one)
  assert.deepEqual([told?.outcome, told?.order?.order_id], ['repeated', placed.body.order_id])

  const later = sale(oats, 594, 1, { occurred_at: earlier(0) })
  await tell(later)
  const refused = await clerk.post('/v1/orders', { ...now, external_id: `till-1:${later.receipt_number}` })
  assert.deepEqual([refused.status, refused.body.code], [409, 'orders.external_known'])
  assert.deepEqual(await stock(oats), [(before as number) - 2, 0])
})

test('it is hers who sold it, also when a colleague tells of it; a stranger to the shop sold nothing there', async () => {
  const { manager, setagaya_clerk } = shop.staff
  const [told, strange] = await tell(
    sale(oats, 594, 1, { staff_id: manager.staff_id }),
    sale(oats, 594, 1, { staff_id: setagaya_clerk.staff_id }),
  )
  assert.equal(told?.order?.staff_id, manager.staff_id)
  assert.deepEqual([strange?.outcome, strange?.problem?.code], ['refused', 'orders.offline_staff'])
})

test('what the device printed as tax, when it is not ours, is a person’s task', async () => {
  const [told] = await tell(sale(oats, 594, 1, { tax_yen: 54 }))
  const { kind, detail } = (await clerk.get(`/v1/stores/tasks/${told?.task_ids[0]}`)).body
  assert.deepEqual(
    [told?.outcome, kind, detail],
    ['booked', 'offline_tax_differs', { printed_tax_yen: 54, tax_yen: 44 }],
  )
})

test('what a till sold comes back by the number the till printed', async () => {
  const one = { ...sale(oats, 594), receipt_number: '0A1B2C3D-000042' }
  const answer = await clerk.post('/v1/orders/offline-sales', { device_id: '0A1B2C3D', sales: [one] })
  const [told] = answer.body.items as Told[]
  const found = await clerk.post('/v1/orders/returns/searches', { number: '0a1b2c3d-000042' })
  assert.deepEqual(
    (found.body.items as { order_id: string }[]).map(({ order_id }) => order_id),
    [told?.order?.order_id],
  )
})

test('a shop tells of its own sales only', async () => {
  const body = { device_id: 'till-1', place_id: shop.setagaya, sales: [sale(oats, 594)] }
  assert.equal((await clerk.post('/v1/orders/offline-sales', body)).status, 403)
})

test('after all of it every ledger is right', async () => {
  assert.deepEqual(
    (await verify(shop.db.url)).filter(({ ok }) => !ok),
    [],
  )
})

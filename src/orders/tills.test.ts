import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { putSetting } from '#core/settings'
import { setClock } from '#core/time'
import { selfTest, verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { tillChecks } from './till-checks.ts'
import type { CountView, TillFigures, TillView } from './till-view.ts'

const [shirt, knit, cookies] = ['4599990000030', '4599990000047', '4599990000184']
let now = Date.parse('2026-11-22T03:00:00Z')
let shop: Shop
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  await transaction(shop.db, system, (tx) => putSetting(tx, 'orders.till_points_need_scan', false, 'test'))
})
after(async () => {
  setClock()
  await shop.close()
})

const at = (device: string) => shop.as(shop.staff.clerk.token, { 'engawa-till': device })
type At = ReturnType<typeof at>
const sessions = '/v1/orders/till-sessions'
async function opened(device: string, float_yen = 30_000): Promise<TillView> {
  const made = await at(device).post(sessions, { device_id: device, float_yen })
  assert.equal(made.status, 201, made.text)
  return made.body as TillView
}
async function sell(till: At, gtin: string, more: Record<string, unknown> = {}) {
  const sold = await till.post('/v1/orders', {
    way: 'carry',
    lines: [{ gtin, quantity: 1 }],
    payments: [{ method: 'cash' }],
    ...more,
  })
  assert.equal(sold.status, 201, sold.text)
  return sold.body as { order_id: string; placed_at: string }
}
const look = async ({ till_session_id }: TillView) =>
  (await at('any').get(`${sessions}/${till_session_id}`)).body as TillView
/** Counted in the fewest pieces, so that the drawer holds this much. */
function pieces(yen: number) {
  let left = yen
  return [10_000, 5000, 1000, 500, 100, 50, 10, 5, 1].map((value) => {
    const many = Math.floor(left / value)
    left -= many * value
    return { yen: value, pieces: many }
  })
}
async function counted({ till_session_id }: TillView, yen: number) {
  const answer = await at('any').post(`${sessions}/${till_session_id}/counts`, { pieces: pieces(yen) })
  assert.equal(answer.status, 201, answer.text)
  return answer.body as CountView & { needs_manager: boolean }
}
const settle = ({ till_session_id }: TillView, body: Record<string, unknown>) =>
  at('any').post(`${sessions}/${till_session_id}/settlement`, body)
const by = (figures: TillFigures, method: string) => {
  const row = figures.payments.find((each) => each.method === method)
  return row && [row.taken_yen, row.taken_count, row.given_yen, row.given_count]
}
const refused = (answer: { status: number; body: Record<string, unknown> }) => [answer.status, answer.body.code]

test('X says what this till sold, gave back and took by tax and by method, and never the cash that should be there', async () => {
  const session = await opened('till-a')
  const till = at('till-a')
  const order = await sell(till, shirt)
  await sell(till, cookies, { payments: [{ method: 'terminal', slip: '0042' }] })
  await sell(at('till-b'), knit)
  await till.post(`/v1/orders/${order.order_id}/returns`, { lines: [{ line_no: 1, quantity: 1 }], reason: 'size' })
  const x = await look(session)
  const { figures } = x
  assert.deepEqual(
    [figures.receipts, figures.sales_yen, figures.returns, figures.returns_yen],
    [2, 5150, 1, 2990],
    JSON.stringify(figures),
  )
  assert.deepEqual(figures.taxes, [
    { rate_num: 10, rate_den: 100, taxable_yen: 2990, tax_yen: 271, returned_yen: 2990, returned_tax_yen: 271 },
    { rate_num: 8, rate_den: 100, taxable_yen: 2160, tax_yen: 160, returned_yen: 0, returned_tax_yen: 0 },
  ])
  assert.deepEqual(
    [by(figures, 'cash'), by(figures, 'terminal')],
    [
      [2990, 1, 2990, 1],
      [2160, 1, 0, 0],
    ],
  )
  assert.deepEqual([x.number, x.count, x.closed_at], [null, null, null])
  assert.doesNotMatch(JSON.stringify(x), /expected/)
})

test('a till is open once, and two that open it at the same moment open it once', async () => {
  const answers = await Promise.all(
    [1, 2, 3].map(() => at('till-c').post(sessions, { device_id: 'till-c', float_yen: 1 })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409])
  assert.deepEqual(refused(await at('till-c').post(sessions, { device_id: 'till-c', float_yen: 1 })), [
    409,
    'orders.till_open',
  ])
  const key = 'opened-under-one-key'
  const body = { device_id: 'till-d', float_yen: 20_000 }
  const [one, again] = [await at('till-d').post(sessions, body, key), await at('till-d').post(sessions, body, key)]
  assert.deepEqual([one.text, again.headers.get('idempotent-replayed')], [again.text, 'true'])
})

test('counted blind, it is told what should be there: float, cash sales, returns, cash in and out; settled, it never changes', async () => {
  const session = await opened('till-e', 50_000)
  const till = at('till-e')
  const order = await sell(till, shirt, { payments: [{ method: 'cash', tendered_yen: 5000 }] })
  await sell(till, knit)
  const move = (kind: string, amount_yen: number) =>
    till.post(`${sessions}/${session.till_session_id}/cash-movements`, { kind, amount_yen, reason: '両替' })
  assert.equal((await move('in', 10_000)).status, 201)
  assert.equal((await move('out', 3000)).status, 201)
  await till.post(`/v1/orders/${order.order_id}/returns`, { lines: [{ line_no: 1, quantity: 1 }], reason: 'size' })
  const count = await counted(session, 60_990)
  assert.deepEqual(
    [count.counted_yen, count.expected_yen, count.difference_yen, count.needs_manager],
    [60_990, 60_990, 0, false],
  )
  const key = 'settled-under-one-key'
  const path = `${sessions}/${session.till_session_id}/settlement`
  const z = await till.post(path, { count_id: count.count_id }, key)
  assert.equal(z.status, 201, z.text)
  assert.equal((await till.post(path, { count_id: count.count_id }, key)).text, z.text)
  assert.deepEqual([z.body.number, (z.body.count as CountView).difference_yen], [1, 0])
  assert.deepEqual(refused(await settle(session, { count_id: count.count_id })), [409, 'orders.till_closed'])
  assert.deepEqual(refused(await move('in', 1)), [409, 'orders.till_closed'])
  await sell(till, knit)
  assert.deepEqual(await look(session), z.body)
  const next = await opened('till-e')
  const again = await counted(next, 30_000)
  assert.equal((await settle(next, { count_id: again.count_id })).body.number, 2)
})

test('a sale after the count makes it old', async () => {
  const session = await opened('till-f')
  const count = await counted(session, 30_000)
  await sell(at('till-f'), shirt)
  assert.deepEqual(refused(await settle(session, { count_id: count.count_id })), [409, 'orders.till_count_old'])
})

test('a large difference is settled by a manager with her PIN and a reason; every count stays on record', async () => {
  const session = await opened('till-g')
  assert.equal((await counted(session, 20_000)).needs_manager, true)
  const count = await counted(session, 29_400)
  assert.deepEqual([count.difference_yen, count.needs_manager], [-600, true])
  const { count_id } = count
  assert.deepEqual(refused(await settle(session, { count_id })), [409, 'orders.till_difference'])
  assert.deepEqual(refused(await settle(session, { count_id, override: { reason: '釣銭の渡し間違い' } })), [
    403,
    'orders.manager_needed',
  ])
  const approved_by = { code: 'S-003', pin: '246810' }
  const z = await settle(session, { count_id, override: { reason: '釣銭の渡し間違い', approved_by } })
  assert.equal(z.status, 201, z.text)
  assert.deepEqual(z.body.override, {
    reason: '釣銭の渡し間違い',
    by: { kind: 'staff', id: shop.staff.manager.staff_id, name: 'S-003' },
  })
  assert.deepEqual([z.body.counts, z.body.number], [2, 1])
})

test('sold without a network: told while the till is open it is in the Z, told afterwards it stands beside it', async () => {
  const session = await opened('till-h')
  const offline = async (receipt_number: string, gtin: string, yen: number, occurred_at: string) => {
    const answer = await at('till-h').post('/v1/orders/offline-sales', {
      device_id: 'till-h',
      sales: [
        {
          receipt_number,
          occurred_at,
          lines: [{ gtin, quantity: 1, unit_yen: yen, amount_yen: yen }],
          payments: [{ method: 'cash', amount_yen: yen }],
        },
      ],
    })
    assert.equal(answer.status, 200, answer.text)
  }
  now += 60_000
  const during = new Date(now).toISOString()
  now += 60_000
  await offline('till-h-1', shirt, 2990, during)
  await offline('till-h-1', shirt, 2990, during)
  const count = await counted(session, 32_990)
  const z = (await settle(session, { count_id: count.count_id })).body as TillView
  assert.deepEqual([z.figures.receipts, z.figures.sales_yen, z.late], [1, 2990, null])
  await offline('till-h-2', cookies, 2160, during)
  const later = await look(session)
  assert.deepEqual(later.figures, z.figures)
  assert.deepEqual([later.late?.receipts, later.late?.sales_yen, later.number], [1, 2160, z.number])
})

test('what was due is paid, and what a person gives back is given, over the till where it happens', async () => {
  const session = await opened('till-i')
  const till = at('till-i')
  const member = await shop.member('till-due')
  const ordered = await shop.as(member.token).post('/v1/orders', {
    way: 'collect',
    place_id: shop.shinjuku,
    lines: [{ gtin: shirt, quantity: 1 }],
    payments: [{ method: 'pay_in_shop' }],
  })
  assert.equal(ordered.status, 201, ordered.text)
  const { order_id } = ordered.body as { order_id: string }
  const paid = await till.post(`/v1/orders/${order_id}/payments`, { payments: [{ method: 'cash', amount_yen: 2990 }] })
  assert.equal(paid.status, 201, paid.text)
  assert.deepEqual(by((await look(session)).figures, 'cash'), [2990, 1, 0, 0])
  await till.post(`/v1/orders/${order_id}/cancellation`, {})
  const waiting = (await till.get('/v1/orders/payments/attention')).body.items as Record<string, string>[]
  const { operation_id } = waiting.find((each) => each.order_id === order_id) ?? {}
  const given = await till.post(`/v1/orders/payments/operations/${operation_id}/completion`, {})
  assert.equal(given.status, 200, given.text)
  const { figures } = await look(session)
  assert.deepEqual([figures.receipts, by(figures, 'cash')], [0, [2990, 1, 2990, 1]])
})

test('an exchange is a sale and a return: the piece that stays with the shop moves no cash', async () => {
  const session = await opened('till-j')
  const order = await sell(at('till-j'), knit)
  const swapped = await at('till-j').post(`/v1/orders/${order.order_id}/exchanges`, {
    lines: [{ line_no: 1, quantity: 1 }],
    take: [{ gtin: shirt, quantity: 1 }],
    reason: 'exchange',
  })
  assert.equal(swapped.status, 201, swapped.text)
  const { figures } = await look(session)
  assert.deepEqual([figures.receipts, figures.sales_yen, figures.returns_yen], [2, 6980, 3990])
  assert.deepEqual(
    [by(figures, 'cash'), by(figures, 'exchange')],
    [
      [3990, 1, 1000, 1],
      [2990, 1, 2990, 1],
    ],
  )
})

test('another shop’s clerk neither sees nor settles it; the till’s own shop lists its sessions, newest first', async () => {
  const session = await opened('till-k')
  const stranger = shop.as(shop.staff.setagaya_clerk.token)
  assert.equal((await stranger.get(`${sessions}/${session.till_session_id}`)).status, 403)
  assert.equal((await stranger.post(`${sessions}/${session.till_session_id}/counts`, { pieces: [] })).status, 403)
  const listed = (await at('any').get(`${sessions}?device_id=till-e`)).body as { items: TillView[] }
  assert.deepEqual(
    listed.items.map(({ number }) => number),
    [2, 1],
  )
})

test('the books agree, and each check sees what it is for', async () => {
  const url = shop.db.pool.options.connectionString as string
  assert.deepEqual(
    (await verify(url)).filter(({ ok }) => !ok),
    [],
  )
  assert.deepEqual(
    (await selfTest(url, tillChecks)).filter(({ seen }) => !seen),
    [],
  )
})

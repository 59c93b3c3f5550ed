import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const oats = '4599990000016'
const key = (of: string) => of.repeat(48)
let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

const till = (device: string, its_key?: string, token = shop.staff.clerk.token) =>
  shop.as(token, { 'engawa-till': device, ...(its_key && { 'engawa-till-key': its_key }) })
const bind = (device: string, body: Record<string, unknown>, token = shop.staff.clerk.token) =>
  shop.as(token).put(`/v1/orders/tills/${device}`, body)
const sell = (by: ReturnType<Shop['as']>) =>
  by.post('/v1/orders', { way: 'carry', lines: [{ gtin: oats, quantity: 1 }], payments: [{ method: 'cash' }] })
const refused = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body.code,
  answer.body.field,
]
const open = (by: ReturnType<Shop['as']>, device_id: string) =>
  by.post('/v1/orders/till-sessions', { device_id, float_yen: 0 })

test('a till belongs to the device that bound it: nobody else sells, opens, counts or tells of sales as that till', async () => {
  assert.equal((await bind('a', { key: key('1') })).status, 200)
  assert.equal((await bind('a', { key: key('1') })).status, 200)
  assert.deepEqual(refused(await bind('a', { key: key('2') })), [403, 'access.till_bound', 'device_id'])

  const own = till('a', key('1'))
  assert.equal((await sell(own)).status, 201)
  for (const wrong of [till('a'), till('a', key('2'))])
    assert.deepEqual(refused(await sell(wrong)), [403, 'access.till_other', 'Engawa-Till'])
  assert.deepEqual(refused(await open(till('b'), 'a')), [403, 'access.till_other', 'device_id'])
  const session = await open(own, 'a')
  assert.equal(session.status, 201)
  const path = `/v1/orders/till-sessions/${session.body.till_session_id}`
  const count = { pieces: [] }
  assert.deepEqual(refused(await till('b').post(`${path}/counts`, count)), [403, 'access.till_other', 'device_id'])
  const cash = { kind: 'out', amount_yen: 100, reason: '両替' }
  assert.deepEqual(refused(await till('b').post(`${path}/cash-movements`, cash)), [
    403,
    'access.till_other',
    'device_id',
  ])
  assert.equal((await own.post(`${path}/counts`, count)).status, 201)
  assert.equal((await shop.as(shop.staff.manager.token).post(`${path}/counts`, count)).status, 201)
  const sale = {
    receipt_number: 'x-1',
    occurred_at: new Date().toISOString(),
    lines: [{ gtin: oats, quantity: 1, unit_yen: 594, amount_yen: 594 }],
    payments: [{ method: 'cash', amount_yen: 594 }],
  }
  const tell = (by: ReturnType<Shop['as']>) => by.post('/v1/orders/offline-sales', { device_id: 'a', sales: [sale] })
  assert.deepEqual(refused(await tell(till('b'))), [403, 'access.till_other', 'device_id'])
  assert.equal((await tell(own)).status, 200)
})

test('a manager of its shop moves a till to another device, and from then on the former one is refused', async () => {
  assert.equal((await bind('m', { key: key('1') })).status, 200)
  const approved_by = { code: 'S-003', pin: '246810' }
  const move = (code: string, pin = '246810') => bind('m', { key: key('2'), move: true, approved_by: { code, pin } })
  assert.deepEqual(refused(await bind('m', { key: key('2'), move: true })), [
    403,
    'orders.manager_needed',
    'approved_by',
  ])
  assert.deepEqual(refused(await bind('m', { key: key('2') }, shop.staff.manager.token)), [
    403,
    'access.till_bound',
    'device_id',
  ])
  assert.deepEqual(refused(await move('S-001')), [403, 'orders.manager_needed', 'approved_by'])
  assert.equal((await move('S-003', '111111')).status, 401)
  assert.equal((await bind('m', { key: key('2'), move: true, approved_by })).status, 200)
  assert.equal((await sell(till('m', key('2')))).status, 201)
  assert.equal((await sell(till('m', key('1')))).status, 403)
})

test('another shop neither binds nor moves a till, bound or only opened', async () => {
  const other = shop.as(shop.staff.setagaya_clerk.token)
  const put = (device: string, body: Record<string, unknown>) => other.put(`/v1/orders/tills/${device}`, body)
  assert.equal((await open(till('s'), 's')).status, 201)
  assert.deepEqual(refused(await put('s', { key: key('9') })), [403, 'access.till_bound', 'device_id'])
  assert.equal((await bind('s', { key: key('1') })).status, 200)
  assert.equal((await put('s', { key: key('9'), move: true })).status, 403)
  assert.equal((await sell(till('s', key('1')))).status, 201)
})

test('of two devices that bind a till at the same moment one has it', async () => {
  const answers = await Promise.all(['1', '2', '3', '4'].map((one) => bind('race', { key: key(one) })))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 403, 403, 403])
})

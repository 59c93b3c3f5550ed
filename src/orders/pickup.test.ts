import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { putSetting } from '#core/settings'
import { setClock } from '#core/time'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { changePlace, daily } from '../../e2e/api/places.ts'

const socks = '4599990000177'
const at = (text: string) => Date.parse(`${text}+09:00`)
let now = at('2026-11-22T16:59:00')
let shop: Shop
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  await changePlace(shop, shop.shinjuku, {
    hours: { ...daily('10:00', '20:00'), dates: { '2026-11-24': [] } },
    pickup_days: 3,
  })
})
after(async () => {
  setClock()
  await shop.close()
})
let people = 0
const buyer = async () => shop.as((await shop.member(`pickup-${++people}`)).token)
const order = (more: Record<string, unknown> = {}) => ({
  way: 'collect',
  place_id: shop.shinjuku,
  lines: [{ gtin: socks, quantity: 1 }],
  payments: [{ method: 'card', token: 'tok_visa' }],
  ...more,
})
const windows = async () => {
  const { body } = await shop.as().get(`/v1/stores/places/${shop.shinjuku}/pickup-windows`)
  return (body.items as { date: string; from: string; until: string }[]).map(({ date }) => date)
}
const promise = (answer: { body: Record<string, unknown> }) => answer.body.promise as Record<string, string>

test('at 16:59 and 17:01 the offered dates differ by one day, and a closing day is left out', async () => {
  const her = await buyer()
  assert.deepEqual([...new Set(await windows())], ['2026-11-22', '2026-11-23', '2026-11-25'])
  const early = await her.post('/v1/orders', order())
  assert.equal(early.status, 201, early.text)
  assert.ok(promise(early).ready_from?.startsWith('2026-11-22T09:29'), early.text)
  assert.equal(promise(early).ready_until, new Date(at('2026-11-22T20:00:00')).toISOString())
  now = at('2026-11-22T17:01:00')
  assert.deepEqual([...new Set(await windows())], ['2026-11-23', '2026-11-25', '2026-11-26'])
  const late = await her.post('/v1/orders', order())
  assert.equal(promise(late).ready_from, new Date(at('2026-11-23T10:00:00')).toISOString())
  assert.equal(promise(late).keep_until, new Date(at('2026-12-01T00:00:00')).toISOString(), 'until the close of day 7')
  const today = await her.post('/v1/orders', order({ pickup: { date: '2026-11-22' } }))
  assert.deepEqual([today.status, today.body.code, today.body.field], [422, 'orders.pickup_date', 'pickup.date'])
  const closed = await her.post('/v1/orders', order({ pickup: { date: '2026-11-24' } }))
  assert.equal(closed.status, 422)
  assert.deepEqual(
    (await her.get(`/v1/orders/${late.body.order_id}`)).body.promise,
    late.body.promise,
    'what was answered is what is kept',
  )
})

test('the cut-off is each shop’s own, and a window can be chosen', async () => {
  now = at('2026-11-22T17:01:00')
  await changePlace(shop, shop.shinjuku, { pickup_cutoff: '19:00', pickup_window_minutes: 120 })
  const { body } = await shop.as().get(`/v1/stores/places/${shop.shinjuku}/pickup-windows`)
  const [first] = body.items as { date: string; from: string; until: string }[]
  assert.equal(first?.date, '2026-11-22')
  const from = new Date(at('2026-11-23T14:00:00')).toISOString()
  const chosen = await (await buyer()).post('/v1/orders', order({ pickup: { from } }))
  assert.deepEqual(
    [promise(chosen).ready_from, promise(chosen).ready_until],
    [from, new Date(at('2026-11-23T16:00:00')).toISOString()],
  )
})

test('goods promised for a later day are kept from that day on', async () => {
  now = at('2026-11-22T12:00:00')
  const her = await buyer()
  const placed = await her.post('/v1/orders', order({ pickup: { date: '2026-11-25' } }))
  const path = `/v1/orders/${placed.body.order_id}`
  const ready = await shop.as(shop.staff.clerk.token).post(`${path}/readiness`, {})
  assert.equal(promise(ready).keep_until, new Date(at('2026-12-03T00:00:00')).toISOString())
  const due = await shop.db.pool.query('select kind, due_at from orders.due where order_id = $1 order by kind', [
    placed.body.order_id,
  ])
  assert.deepEqual(
    due.rows.map(({ kind, due_at }) => [kind, new Date(due_at).toISOString()]),
    [
      ['pickup_release', new Date(at('2026-12-03T00:00:00')).toISOString()],
      ['pickup_reminder', new Date(at('2026-11-29T10:00:00')).toISOString()],
    ],
  )
})

test('a payment the shop or the retailer bars is refused, naming the field, and nothing is charged', async () => {
  const her = await buyer()
  await changePlace(shop, shop.shinjuku, { barred_payments: ['card'] })
  const refused = await her.post('/v1/orders', order())
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.field, refused.body.method],
    [422, 'orders.payment_barred', 'payments.0.method', 'card'],
  )
  assert.equal((await her.post('/v1/orders', order({ place_id: shop.setagaya }))).status, 201)
  await putSetting(shop.db, 'orders.barred_payments', { collect: ['card'] }, 'test')
  assert.equal((await her.post('/v1/orders', order({ place_id: shop.setagaya }))).body.code, 'orders.payment_barred')
})

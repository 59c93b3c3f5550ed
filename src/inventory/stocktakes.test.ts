/** Goal: a count finds what is there while the shop goes on selling; goods come from suppliers and leave by reason. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { raw, rows } from '#core/database'
import { clock, setClock } from '#core/time'
import { checks } from '#inventory/checks'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import type { Answer } from '../../e2e/retailer.ts'

const gtin = { shirt: '4599990000030', knit: '4599990000047', socks: '4599990000177', oats: '4599990000016' }
let now = Date.parse('2026-11-20T02:00:00Z')
let shop: Shop
let clerk: ReturnType<Shop['as']>
let manager: ReturnType<Shop['as']>
let other: ReturnType<Shop['as']>
before(async () => {
  setClock(() => now++)
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
  manager = shop.as(shop.staff.manager.token)
  other = shop.as(shop.staff.setagaya_clerk.token)
})
after(async () => {
  setClock()
  await shop.close()
})

const v = (name: keyof typeof gtin) => shop.variant[gtin[name]] as string
const shelf = async (name: keyof typeof gtin) => {
  const { items } = (await clerk.get(`/v1/inventory/variants/${v(name)}/places`)).body as {
    items: { place_id: string; on_hand: number }[]
  }
  return items.find(({ place_id }) => place_id === shop.shinjuku)?.on_hand
}
const lines = (...list: [keyof typeof gtin, number][]) =>
  list.map(([name, quantity]) => ({ variant_id: v(name), quantity }))
const sell = async (name: keyof typeof gtin, quantity: number) =>
  ok(
    await clerk.post('/v1/orders', {
      way: 'carry',
      lines: [{ variant_id: v(name), quantity }],
      payments: [{ method: 'cash' }],
    }),
  )
const told = (answer: Answer) => [answer.status, answer.body.code, answer.body.field]
const ok = (answer: Answer) => {
  assert.ok(answer.status < 300, answer.text)
  return answer
}
const open = async (more = {}) =>
  String(ok(await manager.post('/v1/inventory/stocktakes', { place_id: shop.shinjuku, ...more })).body.stocktake_id)
const enter = (count: string, list: ReturnType<typeof lines>, more = {}) =>
  clerk.post(`/v1/inventory/stocktakes/${count}/entries`, { lines: list, ...more })
const seen = async (caller: typeof clerk, count: string, name: keyof typeof gtin) =>
  ((await caller.get(`/v1/inventory/stocktakes/${count}`)).body.lines as Record<string, unknown>[]).find(
    ({ variant_id }) => variant_id === v(name),
  )
const step = (count: string, noun: string, body = {}) => manager.post(`/v1/inventory/stocktakes/${count}/${noun}`, body)

test('two devices count one thing, sales go on, and only what is really missing is booked', async () => {
  const count = await open({ variant_ids: [v('shirt'), v('knit')] })
  assert.deepEqual(told(await manager.post('/v1/inventory/stocktakes', { place_id: shop.shinjuku })), [
    409,
    'inventory.counting',
    'place_id',
  ])
  ok(await enter(count, lines(['shirt', 30], ['knit', 50]), { device: 'T1' }))
  ok(await enter(count, lines(['shirt', 17]), { device: 'T2' }))
  await sell('shirt', 5)
  assert.deepEqual(await seen(clerk, count, 'shirt'), { variant_id: v('shirt'), round: 1, counted: 47 }, 'blind')
  const line = await seen(manager, count, 'shirt')
  assert.deepEqual([line?.counted, line?.expected, line?.difference, line?.disturbed], [47, 50, -3, false])
  ok(await step(count, 'approval', { reasons: [{ variant_id: v('shirt'), reason: 'stolen' }] }))
  assert.deepEqual([await shelf('shirt'), await shelf('knit')], [42, 50], '50 − 5 sold − 3 missing')
  ok(await step(count, 'approval'))
  assert.equal(await shelf('shirt'), 42, 'accepted again, it books nothing')
  assert.deepEqual(told(await enter(count, lines(['shirt', 1]))), [409, 'inventory.count_ended', 'stocktake_id'])
  const report = (await manager.get(`/v1/inventory/shrinkage?place_id=${shop.shinjuku}`)).body.items
  assert.deepEqual(report, [{ place_id: shop.shinjuku, reason: 'stolen', pieces_out: 3, pieces_in: 0 }])
})

test('what was counted while it was being sold is marked, counted again, and the first round no longer counts', async () => {
  const count = await open({ variant_ids: [v('knit')] })
  ok(await enter(count, lines(['knit', 20])))
  await sell('knit', 1)
  ok(await enter(count, lines(['knit', 29])))
  assert.equal((await seen(manager, count, 'knit'))?.disturbed, true)
  ok(await step(count, 'recounts', { variant_ids: [v('knit')] }))
  ok(await enter(count, lines(['knit', 60])))
  ok(await enter(count, lines(['knit', -11]), { device: 'slip' }))
  const line = await seen(manager, count, 'knit')
  assert.deepEqual([line?.round, line?.counted, line?.difference, line?.disturbed], [2, 49, 0, false])
  ok(await step(count, 'approval'))
  assert.equal(await shelf('knit'), 49)
})

test('a device that was offline says when it counted, and the books are read as of then', async () => {
  const count = await open({ variant_ids: [v('socks')] })
  const counted_at = clock.iso()
  await sell('socks', 4)
  ok(await enter(count, lines(['socks', 49]), { counted_at }))
  assert.equal((await seen(manager, count, 'socks'))?.difference, -1)
  assert.deepEqual(told(await enter(count, lines(['socks', 1]), { counted_at: '2026-11-19T00:00:00Z' })), [
    422,
    'inventory.counted_when',
    'counted_at',
  ])
  ok(await step(count, 'approval'))
  assert.equal(await shelf('socks'), 45)
})

test('of a whole place what nobody counted is left alone, or taken to be gone when that is said', async () => {
  const count = await open()
  ok(await enter(count, lines(['shirt', 42], ['oats', 51])))
  ok(await step(count, 'cancellation'))
  assert.deepEqual([await shelf('shirt'), await shelf('oats')], [42, 50], 'dropped: nothing changed')
  const again = await open()
  ok(await enter(again, lines(['oats', 51])))
  ok(await step(again, 'approval'))
  assert.deepEqual([await shelf('oats'), await shelf('knit')], [51, 49])
  const list = await open({ variant_ids: [v('oats'), v('knit')] })
  assert.deepEqual(told(await enter(list, lines(['shirt', 1]))), [422, 'inventory.not_counted_here', 'lines'])
  ok(await enter(list, lines(['oats', 51])))
  ok(await step(list, 'approval', { uncounted: 'zero' }))
  assert.deepEqual([await shelf('oats'), await shelf('knit'), await shelf('shirt')], [51, 0, 42])
})

test('only who answers for a place opens and accepts its counts, and another shop neither counts nor looks', async () => {
  const forbidden = [403, 'access.place', 'place_id']
  assert.equal((await clerk.post('/v1/inventory/stocktakes', { place_id: shop.shinjuku })).status, 403)
  assert.deepEqual(told(await manager.post('/v1/inventory/stocktakes', { place_id: shop.setagaya })), forbidden)
  const count = await open({ variant_ids: [v('oats')] })
  assert.equal((await clerk.post(`/v1/inventory/stocktakes/${count}/approval`, {})).status, 403)
  const path = `/v1/inventory/stocktakes/${count}`
  assert.deepEqual(told(await other.post(`${path}/entries`, { lines: lines(['oats', 1]) })), forbidden)
  assert.deepEqual(told(await other.get(path)), forbidden)
  assert.ok(!(await other.get('/v1/inventory/stocktakes')).text.includes(count))
  ok(await step(count, 'cancellation'))
})

test('a delivery is expected, is incoming, comes in parts, and ends when all of it came', async () => {
  const before = (await shelf('oats')) as number
  const expect = (quantity: number) =>
    clerk.post('/v1/inventory/deliveries', {
      place_id: shop.shinjuku,
      supplier: '北山製粉',
      external_id: 'PO-1',
      expected_on: '2026-11-25',
      lines: lines(['oats', quantity]),
    })
  const paper = ok(await expect(12))
  assert.equal(ok(await expect(10)).body.delivery_id, paper.body.delivery_id, 'the same order, written anew')
  const path = `/v1/inventory/deliveries/${paper.body.delivery_id}`
  const key = randomUUID()
  const part = ok(await clerk.post(`${path}/receipts`, { lines: lines(['oats', 4]) }, key))
  assert.equal((await clerk.post(`${path}/receipts`, { lines: lines(['oats', 4]) }, key)).text, part.text)
  assert.equal(await shelf('oats'), before + 4)
  assert.equal((await clerk.post(`${path}/cancellation`, {})).body.code, 'inventory.delivery_begun')
  assert.equal((await other.post(`${path}/receipts`, {})).status, 403)
  const rest = ok(await clerk.post(`${path}/receipts`, { lines: lines(['oats', 6], ['knit', 3]) }))
  assert.deepEqual([rest.body.state, await shelf('oats'), await shelf('knit')], ['closed', before + 10, 3])
  assert.equal((await expect(20)).body.code, 'inventory.delivery_ended')
})

test('goods leave by reason and the report says which; more than there is stays', async () => {
  const write = (reason: string, quantity: number, caller = clerk) =>
    caller.post('/v1/inventory/adjustments', { place_id: shop.shinjuku, reason, lines: lines(['shirt', quantity]) })
  ok(await write('sample', 2))
  ok(await write('own_use', 1))
  ok(await write('found', 1))
  assert.equal(await shelf('shirt'), 40)
  assert.equal((await write('damaged', 100)).body.code, 'inventory.not_there')
  assert.equal((await write('magic', 1)).status, 400)
  assert.equal((await write('damaged', 1, other)).status, 403)
  const { items } = (await manager.get('/v1/inventory/shrinkage')).body as {
    items: { reason: string; pieces_out: number; pieces_in: number }[]
  }
  const of = (reason: string) => items.find((row) => row.reason === reason)
  assert.deepEqual([of('sample')?.pieces_out, of('own_use')?.pieces_out, of('found')?.pieces_in], [2, 1, 1])
  assert.equal((await manager.get(`/v1/inventory/shrinkage?place_id=${shop.setagaya}`)).status, 403)
})

test('after all of it the papers agree with the shelves', async () => {
  for (const check of checks) assert.deepEqual(await rows(shop.db, raw(check.sql)), [], check.name)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Bench, bench, type Caller } from '#access/testing'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let agent: Caller
before(async () => {
  b = await bench([customerRoutes], customers.profilesOf)
  agent = await b.staff('agent')
})
after(() => b.close())

const inTx = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(b.db, system, work)
const member = async (body: object = {}): Promise<string> =>
  (await agent('POST', '/v1/customers', { family_name: '木村', ...body })).body.profile_id
const merge = (keep_id: string, join_id: string) =>
  agent('POST', '/v1/customers/merges', { keep_id, join_id, reason: 'カードが2枚ありました' })
const undo = (merge_id: string) => agent('POST', `/v1/customers/merges/${merge_id}/undoing`)
const whole = (profile_id: string) => customers.profilesOf(b.db, profile_id)

test('two brand cards become one customer, and each is herself again when that was wrong', async () => {
  const [a, c] = [await member(), await member()]
  const merged = await merge(a, c)
  assert.deepEqual([merged.status, merged.body.customer_id, merged.body.profile_ids], [201, a, [c]])
  assert.deepEqual([await whole(a), await whole(c)], [[a, c].sort(), [a, c].sort()])
  assert.deepEqual((await agent('GET', `/v1/customers/${c}`)).body.profile_ids, [a, c].sort())
  const parted = await undo(merged.body.merge_id)
  assert.deepEqual([parted.status, parted.body.customer_id], [201, c])
  assert.deepEqual([await whole(a), await whole(c)], [[a], [c]])
  assert.equal((await undo(merged.body.merge_id)).body.code, 'customers.merge_undone')
  const kept = await agent('GET', `/v1/customers/${a}/merges`)
  assert.deepEqual(
    (kept.body.items as { undone_at: string | null }[]).map((one) => one.undone_at === null),
    [false],
  )
  const told = await inTx((tx) =>
    rows<{ type: string }>(
      tx,
      sql`select type from activity.event where profile_id in (${a}, ${c}) and type like 'customer.%merged' order by type`,
    ),
  )
  assert.deepEqual(
    told.map((event) => event.type),
    ['customer.merged', 'customer.unmerged'],
  )
})

test('a merge writes identity only: one row a profile, nothing that hangs on it', async () => {
  const [a, c] = [await member(), await member()]
  await inTx(async (tx) => {
    const before = await rows<{ at: string }>(
      tx,
      sql`select xmin::text as at from customers.identifier where profile_id = ${c} order by kind`,
    )
    await customers.merge(tx, system, { keep: a, join: c, reason: 'test' })
    assert.deepEqual(
      await rows(tx, sql`select xmin::text as at from customers.identifier where profile_id = ${c} order by kind`),
      before,
    )
  })
})

test('merges made on top of a merge are taken back in order', async () => {
  const [a, c, d] = [await member(), await member(), await member()]
  const first = await merge(a, c)
  const second = await merge(d, a)
  assert.deepEqual(await whole(c), [a, c, d].sort())
  const early = await undo(first.body.merge_id)
  assert.deepEqual(
    [early.status, early.body.code, early.body.merge_id],
    [409, 'customers.merged_on', second.body.merge_id],
  )
  assert.equal((await undo(second.body.merge_id)).status, 201)
  assert.deepEqual([await whole(d), await whole(a)], [[d], [a, c].sort()])
  assert.equal((await undo(first.body.merge_id)).status, 201)
  assert.deepEqual(await whole(c), [c])
})

test('a merge of others into the same customer does not stand in the way', async () => {
  const [a, c, d] = [await member(), await member(), await member()]
  const first = await merge(a, c)
  await merge(a, d)
  assert.equal((await undo(first.body.merge_id)).status, 201)
  assert.deepEqual(await whole(a), [a, d].sort())
})

test('the same customer, an unknown one and a clerk are refused', async () => {
  const a = await member()
  assert.equal((await merge(a, a)).body.code, 'customers.same_customer')
  assert.equal((await merge(a, id())).body.code, 'customers.unknown')
  assert.equal((await undo(id())).body.code, 'customers.merge_unknown')
  const clerk = await b.staff('clerk', [id()])
  assert.equal((await clerk('POST', '/v1/customers/merges', { keep_id: a, join_id: a, reason: 'x' })).status, 403)
})

test('two addresses are two people: nothing joins them by itself, a person may', async () => {
  const [a, c] = [await member({ email: `${id()}@example.jp` }), await member({ email: `${id()}@example.jp` })]
  await assert.rejects(
    inTx((tx) => customers.merge(tx, system, { keep: a, join: c, reason: 'same card', automatic: true })),
    { code: 'customers.two_people', status: 409 },
  )
  assert.deepEqual(await whole(a), [a])
  assert.equal((await merge(a, c)).status, 201)
})

test('twenty merges of one pair at once make one', async () => {
  const [a, c] = [await member(), await member()]
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? merge(a, c) : merge(c, a))))
  assert.equal(answers.filter((answer) => answer.status === 201).length, 1)
  assert.ok(answers.every((answer) => answer.status === 201 || answer.status === 409))
})

test('a blocked value identifies nobody', async () => {
  const phone = '03-1111-2222'
  await inTx((tx) => customers.block(tx, system, 'email', 'shop@example.jp', 'the shop’s own'))
  const refused = await agent('POST', '/v1/customers', { family_name: '木村', email: 'Shop@example.jp' })
  assert.deepEqual([refused.status, refused.body.code, refused.body.field], [422, 'customers.blocked_value', 'email'])
  await inTx((tx) => customers.block(tx, system, 'phone', phone, 'the shop’s own'))
  const a = await member({ phone })
  await inTx(async (tx) => assert.equal(await customers.find(tx, 'phone', phone), undefined))
  assert.ok(a)
})

test('a family’s phone finds nobody for sure, a single owner’s does', async () => {
  const [one, shared] = ['080-5555-0001', '080-5555-0002']
  const a = await member({ phone: one })
  await member({ phone: shared })
  await member({ phone: shared })
  assert.equal(await inTx((tx) => customers.find(tx, 'phone', one)), a)
  assert.equal(await inTx((tx) => customers.find(tx, 'phone', shared)), undefined)
})

test('a LINE account is one person’s', async () => {
  const [a, c] = [await member(), await member()]
  await inTx((tx) => customers.identify(tx, a, 'line', 'U123', true))
  await inTx((tx) => customers.identify(tx, a, 'line', 'U123', true))
  assert.equal(await customers.find(b.db, 'line', 'U123'), a)
  await assert.rejects(
    inTx((tx) => customers.identify(tx, c, 'line', 'U123', true)),
    { code: 'customers.line_taken' },
  )
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { only, sql, transaction } from '#core/database'
import { available } from '#inventory/inventory'
import { verify } from '#verify'
import { openShop, type Shop } from '../../e2e/api/app.ts'

const oats = '4599990000016'
const shirt = '4599990000030'
let shop: Shop
let clerk: ReturnType<Shop['as']>
before(async () => {
  shop = await openShop()
  clerk = shop.as(shop.staff.clerk.token)
})
after(() => shop.close())

type Answer = Awaited<ReturnType<typeof clerk.post>>
const sale = (body: Record<string, unknown> = {}, key?: string) =>
  clerk.post(
    '/v1/orders',
    { way: 'carry', lines: [{ gtin: oats, quantity: 1 }], payments: [{ method: 'cash' }], ...body },
    key,
  )
const stockOf = async (gtin: string) =>
  (await available(shop.db, [shop.variant[gtin] as string], [shop.shinjuku]))[0]?.on_hand as number
const idsOf = (answers: Answer[]) => answers.map(({ body }) => body.order_id as string)
const commitsOf = (ids: string[]) =>
  transaction(shop.db, system, (tx) =>
    only<{ commits: number }>(
      tx,
      sql`select count(distinct xmin::text) as commits from orders."order" where order_id = any (${ids})`,
    ),
  )

test('sales that come at one moment share a commit, and each is whole', async () => {
  const members = await Promise.all([1, 2, 3].map((n) => shop.member(`together-${n}`)))
  const before = await stockOf(oats)
  const sold = await Promise.all(
    Array.from({ length: 24 }, (_, turn) => sale({ profile_id: members[turn % 4]?.profile_id })),
  )
  assert.deepEqual(new Set(sold.map(({ status }) => status)), new Set([201]))
  assert.equal(await stockOf(oats), before - 24)
  assert.ok((await commitsOf(idsOf(sold))).commits < 24)
  for (const member of members) {
    const { available } = (await shop.as(member.token).get('/v1/loyalty/me')).body
    assert.equal(available, 6 * 5)
  }
  const [one] = sold as [Answer]
  const seen = await clerk.get(`/v1/orders/${one.body.order_id}`)
  assert.deepEqual(
    [seen.body.total_yen, seen.body.tax_yen, seen.body.points_earned],
    [one.body.total_yen, one.body.tax_yen, one.body.points_earned],
  )
})

test('when goods run short among them, who comes too late is refused by name and the others are served', async () => {
  const left = await stockOf(shirt)
  const answers = await Promise.all(
    Array.from({ length: left + 5 }, () => sale({ lines: [{ gtin: shirt, quantity: 1 }] })),
  )
  const refused = answers.filter(({ status }) => status !== 201)
  assert.deepEqual(
    refused.map(({ status, body }) => [status, body.code]),
    Array.from({ length: 5 }, () => [409, 'inventory.short']),
  )
  assert.equal(await stockOf(shirt), 0)
  const beside = await Promise.all([
    ...Array.from({ length: 6 }, () => sale()),
    sale({ lines: [{ gtin: shirt, quantity: 1 }] }),
  ])
  assert.deepEqual(
    beside.map(({ status }) => status),
    [201, 201, 201, 201, 201, 201, 409],
  )
})

test('one key among them is one sale, and each repeat gets its own answer again', async () => {
  const keys = Array.from({ length: 8 }, () => randomUUID())
  const before = await stockOf(oats)
  const first = await Promise.all([...keys, ...keys].map((key) => sale({}, key)))
  const texts = new Map<string, string>()
  for (const [at, { status, text }] of first.entries()) if (status === 201) texts.set(keys[at % 8] as string, text)
  assert.equal(texts.size, 8)
  for (const { status, body } of first)
    if (status !== 201) assert.deepEqual([status, body.code], [409, 'core.in_flight'])
  const again = await Promise.all(keys.map((key) => sale({}, key)))
  for (const [at, { text, headers }] of again.entries())
    assert.deepEqual([text, headers.get('idempotent-replayed')], [texts.get(keys[at] as string), 'true'])
  assert.equal(await stockOf(oats), before - 8)
})

test('a price that changed beside the cache stops none of them', async () => {
  await sale()
  await transaction(shop.db, system, (tx) =>
    tx.query(
      sql`insert into catalog.price (price_id, variant_id, yen, tax_included, valid_from)
          values (${randomUUID()}, ${shop.variant[oats] as string}, 540, true, '2026-01-02')`,
    ),
  )
  const sold = await Promise.all(Array.from({ length: 8 }, () => sale()))
  assert.deepEqual(
    sold.map(({ status, body }) => [status, body.total_yen]),
    Array.from({ length: 8 }, () => [201, 540]),
  )
})

test('the books are right after all of it', async () => {
  const wrong = (await verify(shop.db.url)).filter(({ ok }) => !ok)
  assert.deepEqual(wrong, [])
})

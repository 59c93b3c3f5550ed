import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { only, rows, sql, transaction } from '#core/database'
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
  const lines = [{ variant_id: shop.variant[oats], quantity: 100 }]
  assert.equal((await clerk.post('/v1/inventory/receipts', { place_id: shop.shinjuku, lines })).status, 201)
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

type Till = { till_session_id: string; closed_at: string | null; figures: { receipts: number; sales_yen: number } }
const till = (name: string) => shop.as(shop.staff.clerk.token, { 'engawa-till': name })
async function opened(device_id: string): Promise<Till> {
  const made = await till(device_id).post('/v1/orders/till-sessions', { device_id, float_yen: 0 })
  assert.equal(made.status, 201, made.text)
  return made.body as unknown as Till
}
const look = async ({ till_session_id }: Till) =>
  (await clerk.get(`/v1/orders/till-sessions/${till_session_id}`)).body as unknown as Till
const numbered = (device: string, external_id: string, key?: string) =>
  till(device).post(
    '/v1/orders',
    { way: 'carry', lines: [{ gtin: oats, quantity: 1 }], payments: [{ method: 'cash' }], external_id },
    key,
  )

test('our own tills’ sales go together: each under its own number, in its own drawer, once however often it is sent', async () => {
  const drawers = await Promise.all(['east', 'west'].map(opened))
  const turns = Array.from({ length: 24 }, (_, turn) => [turn % 2 ? 'west' : 'east', `together:${turn}`] as const)
  const keys = turns.map(() => randomUUID())
  const send = () => Promise.all(turns.map(([device, name], at) => numbered(device, name, keys[at])))
  const sold = await send()
  assert.deepEqual(new Set(sold.map(({ status }) => status)), new Set([201]))
  assert.ok((await commitsOf(idsOf(sold))).commits < 24)
  const again = await send()
  assert.deepEqual(
    again.map(({ text, headers }) => [text, headers.get('idempotent-replayed')]),
    sold.map(({ text }) => [text, 'true']),
  )
  for (const drawer of drawers) assert.equal((await look(drawer)).figures.receipts, 12)
  const named = await transaction(shop.db, system, (tx) =>
    rows<{ order_id: string }>(
      tx,
      sql`select order_id from orders.external where source = 'till' and external_id like 'together:%'`,
    ),
  )
  assert.deepEqual(named.map(({ order_id }) => order_id).sort(), idsOf(sold).sort())
})

test('a number that is taken refuses its own sale by name and none beside it', async () => {
  const before = await stockOf(oats)
  const names = ['twice:0', 'twice:1', 'twice:1', 'twice:2', 'together:0', 'twice:3']
  const answers = await Promise.all(names.map((name) => numbered('east', name)))
  const refused = answers.flatMap(({ status, body }, at) => (status === 201 ? [] : [[names[at], status, body.code]]))
  assert.deepEqual(refused.sort(), [
    ['together:0', 409, 'orders.external_known'],
    ['twice:1', 409, 'orders.external_known'],
  ])
  assert.equal(await stockOf(oats), before - 4)
})

test('a till settled in the midst of them has every sale of its session, in its Z or told late', async () => {
  const drawer = await opened('north')
  const at = `/v1/orders/till-sessions/${drawer.till_session_id}`
  const settled = async () => {
    for (;;) {
      const count = await clerk.post(`${at}/counts`, { pieces: [] })
      const override = { reason: '数え直し', approved_by: { code: 'S-003', pin: '246810' } }
      const z = await clerk.post(`${at}/settlement`, { count_id: count.body.count_id, override })
      if (z.body.code !== 'orders.till_count_old') return z
    }
  }
  const selling = Promise.all(Array.from({ length: 32 }, (_, turn) => numbered('north', `north:${turn}`)))
  assert.equal((await settled()).status, 201)
  const sold = await selling
  const { closed_at, figures } = await look(drawer)
  const entered = await transaction(shop.db, system, (tx) =>
    rows<{ entry_id: string; late: boolean }>(
      tx,
      sql`select entry_id, late from orders.till_entry where till_session_id = ${drawer.till_session_id} and kind = 'sale'`,
    ),
  )
  assert.equal(entered.filter(({ late }) => !late).length, figures.receipts)
  const due = sold.filter(({ body }) => Date.parse(body.placed_at as string) < Date.parse(closed_at as string))
  for (const id of idsOf(due)) assert.ok(entered.some(({ entry_id }) => entry_id === id))
})

test('the books are right after all of it', async () => {
  const wrong = (await verify(shop.db.url)).filter(({ ok }) => !ok)
  assert.deepEqual(wrong, [])
})

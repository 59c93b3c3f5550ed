import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openShop, type Shop } from '../../e2e/api/app.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

const opening = (profile_id: string, source: string, amount = 500) =>
  shop.as(shop.api_key).post(`/v1/loyalty/profiles/${profile_id}/opening`, { amount, source })

test('an old system’s balance is brought once per source, for people we know', async () => {
  const member = await shop.member('opening')
  assert.deepEqual(
    [(await opening(member.profile_id, 'old')).body.opened, (await opening(member.profile_id, 'old')).body.opened],
    [true, false],
  )
  const me = await shop.as(member.token).get('/v1/loyalty/me')
  assert.deepEqual([me.body.available, (me.body.next_expiry as { amount: number }).amount], [500, 500])
  const unknown = await opening(randomUUID(), 'old')
  assert.deepEqual([unknown.status, unknown.body.code], [404, 'customers.unknown'])
})

test('her statement comes in pages and says where each point is from', async () => {
  const member = await shop.member('statement')
  for (const source of ['a', 'b', 'c']) await opening(member.profile_id, source, 10)
  const her = shop.as(member.token)
  const first = await her.get('/v1/loyalty/me/statement?limit=2')
  assert.equal((first.body.items as unknown[]).length, 2)
  const rest = await her.get(`/v1/loyalty/me/statement?limit=2&before=${String(first.body.next)}`)
  const kinds = [
    ...(first.body.items as { kind: string; amount: number }[]),
    ...(rest.body.items as { kind: string; amount: number }[]),
  ].map(({ kind, amount }) => [kind, amount])
  assert.deepEqual(kinds, [
    ['open', 10],
    ['open', 10],
    ['open', 10],
  ])
  assert.equal(rest.body.next, null)
})

test('what ends when is told day by day, soonest first', async () => {
  const member = await shop.member('expiries')
  for (const [source, amount, expires_at] of [
    ['later', 30, '2028-03-31T15:00:00.000Z'],
    ['sooner', 20, '2027-03-31T15:00:00.000Z'],
    ['same day', 5, '2027-03-31T15:00:00.000Z'],
  ] as const)
    await shop
      .as(shop.api_key)
      .post(`/v1/loyalty/profiles/${member.profile_id}/opening`, { amount, source, expires_at })
  const { body } = await shop.as(member.token).get('/v1/loyalty/me/expiries')
  assert.deepEqual(
    (body.items as { expires_at: string; amount: number }[]).map(({ expires_at, amount }) => [
      new Date(expires_at).toISOString(),
      amount,
    ]),
    [
      ['2027-03-31T15:00:00.000Z', 25],
      ['2028-03-31T15:00:00.000Z', 30],
    ],
  )
})

test('a clerk who looks at a member’s points is written down; nobody else may look', async () => {
  const [mine, other] = [await shop.member('looked-at'), await shop.member('looks')]
  await opening(mine.profile_id, 'old')
  const path = `/v1/loyalty/profiles/${mine.profile_id}`
  assert.equal((await shop.as(shop.staff.clerk.token).get(path)).body.available, 500)
  assert.equal((await shop.as(other.token).get(path)).status, 403)
  assert.equal((await shop.as().get(path)).status, 401)
})

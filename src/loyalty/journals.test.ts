import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '#core/actor'
import { run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { clock } from '#core/time'
import { openShop, type Shop } from '../../e2e/api/app.ts'
import { verify } from '../verify.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

type Journal = {
  journal_id: string
  profile_id: string
  kind: string
  source_id: string
  reverses_id: string | null
  reversed_by_id: string | null
  reversal_asked_by: string | null
  actor_id: string | null
  reason: string | null
  postings: { unit: string; side: string; amount: number; lot_id: string | null }[]
}
const staff = (who: 'manager' | 'admin') => shop.as(shop.staff[who].token)
const ledger = async (query: string): Promise<Journal[]> => {
  const { status, body, text } = await staff('manager').get(`/v1/loyalty/journals?${query}`)
  assert.equal(status, 200, text)
  return body.items as Journal[]
}
const opening = async (profile_id: string, source: string, amount: number) => {
  const { status, text } = await shop
    .as(shop.api_key)
    .post(`/v1/loyalty/profiles/${profile_id}/opening`, { amount, source })
  assert.equal(status, 201, text)
}
const reversal = (who: 'manager' | 'admin', { profile_id, journal_id }: Journal, reason = 'granted_twice') =>
  staff(who).post(`/v1/loyalty/profiles/${profile_id}/journals/${journal_id}/reversal`, { reason })
const available = async (profile_id: string) =>
  (await staff('manager').get(`/v1/loyalty/profiles/${profile_id}`)).body.available

test('journals are found by member, kind, what caused them, who did it and their lot, each summing to zero', async () => {
  const member = await shop.member('ledger')
  const sale = await staff('manager').post('/v1/orders', {
    way: 'carry',
    place_id: shop.shinjuku,
    profile_id: member.profile_id,
    lines: [{ gtin: '4599990000047', quantity: 1 }],
    payments: [{ method: 'cash' }],
  })
  assert.equal(sale.status, 201, sale.text)
  await opening(member.profile_id, 'old', 70)
  const all = await ledger(`profile_id=${member.profile_id}`)
  assert.deepEqual(all.map(({ kind }) => kind).sort(), ['earn', 'open'])
  for (const { postings } of all)
    assert.equal(
      postings.reduce((sum, { amount }) => sum + amount, 0),
      0,
    )
  const [earned] = await ledger(`source_id=${String(sale.body.order_id)}`)
  assert.deepEqual(
    [earned?.kind, earned?.postings.map(({ side, amount }) => [side, amount])],
    [
      'earn',
      [
        ['issuer:retailer', -39],
        ['available', 39],
      ],
    ],
  )
  const lot_id = earned?.postings[1]?.lot_id as string
  const same = [
    `lot_id=${lot_id}`,
    `kind=earn&unit=points&place_id=${shop.shinjuku}`,
    `actor_id=${shop.staff.manager.staff_id}`,
    `journal_id=${earned?.journal_id}`,
  ]
  for (const query of same)
    assert.deepEqual(
      (await ledger(query)).map(({ journal_id }) => journal_id),
      [earned?.journal_id],
      query,
    )
  const first = await staff('manager').get(`/v1/loyalty/journals?profile_id=${member.profile_id}&limit=1`)
  const rest = await ledger(`profile_id=${member.profile_id}&limit=1&after=${String(first.body.next)}`)
  assert.notEqual((first.body.items as Journal[])[0]?.journal_id, rest[0]?.journal_id)
  assert.deepEqual(await ledger('from=2020-01-01&to=2020-01-31'), [])
  assert.deepEqual(await ledger('unit=stamps:none'), [])
})

test('a grant is corrected by a journal against it, once, by name and reason', async () => {
  const member = await shop.member('corrected')
  await opening(member.profile_id, 'twice', 500)
  const [grant] = (await ledger(`profile_id=${member.profile_id}`)) as [Journal]
  assert.deepEqual((await reversal('manager', grant)).body, { state: 'reversed' })
  assert.equal(await available(member.profile_id), 0)
  const [adjusted, before_] = (await ledger(`profile_id=${member.profile_id}`)) as [Journal, Journal]
  assert.deepEqual(
    [adjusted.kind, adjusted.reverses_id, adjusted.actor_id, adjusted.reason, before_.reversed_by_id],
    ['adjust', grant.journal_id, shop.staff.manager.staff_id, 'granted_twice', adjusted.journal_id],
  )
  assert.equal((await reversal('manager', grant)).body.code, 'loyalty.reversed')
  assert.equal((await reversal('manager', adjusted)).body.code, 'loyalty.follows_order')
  const clerk = shop.as(shop.staff.clerk.token)
  const path = `/v1/loyalty/profiles/${member.profile_id}/journals/${grant.journal_id}/reversal`
  assert.equal((await clerk.post(path, { reason: 'granted_twice' })).status, 403)
})

test('a large one is carried out by somebody else than who asked', async () => {
  const member = await shop.member('large')
  await opening(member.profile_id, 'large', 10_000)
  const [grant] = (await ledger(`profile_id=${member.profile_id}`)) as [Journal]
  assert.deepEqual((await reversal('manager', grant)).body, { state: 'asked' })
  assert.equal(await available(member.profile_id), 10_000)
  assert.deepEqual((await ledger(`journal_id=${grant.journal_id}`))[0]?.reversal_asked_by, shop.staff.manager.staff_id)
  assert.equal((await reversal('manager', grant)).body.code, 'loyalty.second_person')
  assert.deepEqual((await reversal('admin', grant)).body, { state: 'reversed' })
  assert.equal(await available(member.profile_id), 0)
})

test('what an order earned follows the order, and what was used stays', async () => {
  const member = await shop.member('used')
  await opening(member.profile_id, 'used', 400)
  const [grant] = (await ledger(`profile_id=${member.profile_id}`)) as [Journal]
  const sale = await staff('manager').post('/v1/orders', {
    way: 'carry',
    place_id: shop.shinjuku,
    profile_id: member.profile_id,
    lines: [{ gtin: '4599990000047', quantity: 1 }],
    payments: [{ method: 'cash' }],
  })
  assert.equal(sale.status, 201, sale.text)
  await transaction(shop.db, system, (tx) =>
    run(
      tx,
      sql`select loyalty.draw(${member.profile_id}, array[${member.profile_id}]::uuid[], 'points', 410, 'use', ${id()}, ${id()}, null, '2026-11-22',
        ${clock.iso()}, '2099-01-01T00:00:00Z', 'system', 'test')`,
    ),
  )
  assert.equal((await reversal('manager', grant)).body.code, 'loyalty.lot_used')
  const earned = (await ledger(`profile_id=${member.profile_id}&kind=earn`))[0] as Journal
  assert.equal((await reversal('manager', earned)).body.code, 'loyalty.follows_order')
  assert.equal(await available(member.profile_id), 29)
  const wrong = (await verify(shop.db.url)).filter(({ ok, check }) => !ok && check.startsWith('loyalty: '))
  assert.deepEqual(wrong, [])
})

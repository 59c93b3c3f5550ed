import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { type Bench, bench, type Caller } from '#access/testing'
import { system } from '#core/actor'
import { only, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { clock, setClock } from '#core/time'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let shop: string
let till: Caller
before(async () => {
  b = await bench([accessRoutes, customerRoutes], customers.profilesOf)
  shop = id()
  till = await b.staff('clerk', [shop])
})
after(() => b.close())
afterEach(() => setClock())

type Member = { me: Caller; profile_id: string; member_number: string }
async function member(): Promise<Member> {
  const made = (
    await till('POST', '/v1/customers', { family_name: '木村', phone: '09012348642', birth_date: '1990-03-17' })
  ).body as { profile_id: string; member_number: string }
  const key = await b.key('customers.sessions')
  return { ...made, me: b.as((await key('POST', `/v1/customers/${made.profile_id}/sessions`)).body.token) }
}
const shows = async ({ member_number }: Member, at = till) =>
  (await at('POST', '/v1/customers/scans', { code: member_number })).body.scan_id as string
const types = ({ profile_id }: Member, scan_id: string, pin: string, at = till) =>
  at('POST', `/v1/customers/${profile_id}/pin-checks`, { scan_id, pin })
const codeOf = ({ body }: { body: object }) => (body as { code: string }).code

test('with her card and her PIN a scan may spend, in the shop where she stands', async () => {
  const one = await member()
  assert.deepEqual((await one.me('GET', '/v1/customers/me/pin')).body, { set_at: null })
  assert.equal(codeOf(await types(one, await shows(one), '4073')), 'customers.no_pin')
  assert.equal((await one.me('PUT', '/v1/customers/me/pin', { pin: '4073' })).status, 200)
  const scan_id = await shows(one)
  const read = await types(one, scan_id, '4073')
  assert.deepEqual([read.status, read.body.kind, read.body.may_spend, read.body.name], [201, 'pin', true, '木村'])
  const spends = (place_id: string, which = read.body.scan_id as string) =>
    transaction(b.db, system, (tx) =>
      customers.spendingScan(tx, [one.profile_id], which, { actor: { kind: 'staff', id: 'x' }, place_id }),
    )
  assert.deepEqual([await spends(shop), await spends(id()), await spends(shop, scan_id)], [true, false, false])
  const elsewhere = await b.staff('clerk', [id()])
  assert.equal(codeOf(await types(one, scan_id, '4073', elsewhere)), 'customers.scan_first', 'read in another shop')
  const later = clock.ms() + 11 * 60_000
  setClock(() => later)
  assert.equal(codeOf(await types(one, scan_id, '4073')), 'customers.scan_first', 'read long ago')
})

test('five wrong PINs, however they are spread over tills, lock it for a day; a new PIN opens it', async () => {
  const one = await member()
  await one.me('PUT', '/v1/customers/me/pin', { pin: '4073' })
  const second = await b.staff('clerk', [shop])
  const scan_id = await shows(one)
  const wrong = await Promise.all(
    ['1111', '2580', '7777', '8080', '0852', '1470', '3690'].map((pin, at) =>
      types(one, scan_id, pin, at % 2 ? second : till),
    ),
  )
  assert.equal(wrong.filter(({ status }) => status === 422).length, 5)
  assert.equal(wrong.filter(({ status }) => status === 429).length, 2)
  assert.equal((await types(one, scan_id, '4073')).status, 429, 'the right one, too')
  assert.equal((await one.me('PUT', '/v1/customers/me/pin', { pin: '9064' })).status, 200)
  assert.equal(codeOf(await types(one, scan_id, '4073')), 'customers.pin_wrong', 'the old one')
  assert.equal((await types(one, scan_id, '9064')).status, 201)
  const seen = await rows<{ action: string; n: number }>(
    b.db,
    sql`select action, count(*)::integer as n from access.audit where profile_id = ${one.profile_id} and action like 'customers.pin%' group by 1 order by 1`,
  )
  assert.deepEqual(seen, [
    { action: 'customers.pin_used', n: 1 },
    { action: 'customers.pin_wrong', n: 6 },
  ])
})

test('a PIN that is soon guessed is refused, and none is kept in clear', async () => {
  const one = await member()
  for (const pin of ['0000', '1234', '98765', '1990', '0317', '8642', '19900317'])
    assert.equal(codeOf(await one.me('PUT', '/v1/customers/me/pin', { pin })), 'customers.pin_simple', pin)
  for (const pin of ['40', '123456789', 'abcd'])
    assert.equal((await one.me('PUT', '/v1/customers/me/pin', { pin })).status, 400)
  await one.me('PUT', '/v1/customers/me/pin', { pin: '4073' })
  const { pin_hash } = await transaction(b.db, system, (tx) =>
    only<{ pin_hash: string }>(
      tx,
      sql`select pin_hash from customers.spending_pin where profile_id = ${one.profile_id}`,
    ),
  )
  assert.match(pin_hash, /^scrypt\.16384\./)
})

test('without a PIN again, only the rotating code spends; a repeated change is no second one', async () => {
  const one = await member()
  await one.me('PUT', '/v1/customers/me/pin', { pin: '4073' })
  for (const _ of [1, 2]) assert.equal((await one.me('DELETE', '/v1/customers/me/pin')).status, 204)
  assert.equal(codeOf(await types(one, await shows(one), '4073')), 'customers.no_pin')
  const told = await transaction(b.db, system, (tx) =>
    rows<{ type: string }>(
      tx,
      sql`select type from activity.event where profile_id = ${one.profile_id} and type like 'customer.pin%' order by type`,
    ),
  )
  assert.deepEqual(told, [{ type: 'customer.pin_removed' }, { type: 'customer.pin_set' }])
})

test('of two merged members the newest PIN spends for both', async () => {
  const [keep, join] = [await member(), await member()]
  await join.me('PUT', '/v1/customers/me/pin', { pin: '4073' })
  const agent = await b.staff('agent', [shop])
  const merged = await agent('POST', '/v1/customers/merges', {
    keep_id: keep.profile_id,
    join_id: join.profile_id,
    reason: '同じ方',
  })
  assert.equal(merged.status, 201)
  assert.equal((await types(keep, await shows(keep), '4073')).status, 201)
  await keep.me('PUT', '/v1/customers/me/pin', { pin: '9064' })
  assert.equal((await types(join, await shows(join), '9064')).status, 201)
  assert.equal(codeOf(await types(join, await shows(join), '4073')), 'customers.pin_wrong')
})

test('the PIN and the addresses she signs in by are changed after a fresh sign-in; her shipping address at any time', async () => {
  const one = await member()
  const later = clock.ms() + 16 * 60_000
  setClock(() => later)
  const fresh = (answer: { status: number; body: object }) => [answer.status, codeOf(answer)]
  assert.deepEqual(fresh(await one.me('PUT', '/v1/customers/me/pin', { pin: '4073' })), [403, 'access.fresh_sign_in'])
  const me = (body: object) => one.me('PATCH', '/v1/customers/me', body)
  assert.deepEqual(fresh(await me({ email: `${id()}@example.jp` })), [403, 'access.fresh_sign_in'])
  assert.deepEqual(fresh(await me({ phone: null })), [403, 'access.fresh_sign_in'])
  assert.equal((await me({ address: '梅田三丁目' })).status, 200)
  for (const [method, path] of [
    ['POST', 'me/passkey-challenges'],
    ['DELETE', `me/passkeys/${id()}`],
    ['POST', 'me/line'],
    ['DELETE', 'me/line'],
  ] as const)
    assert.deepEqual(
      fresh(await one.me(method, `/v1/customers/${path}`, method === 'POST' ? {} : undefined)),
      [403, 'access.fresh_sign_in'],
      path,
    )
})

test('an agent signs a member out everywhere, and it is audited', async () => {
  const one = await member()
  const agent = await b.staff('agent', [shop])
  assert.equal((await agent('DELETE', `/v1/customers/${one.profile_id}/sessions`)).status, 204)
  assert.equal((await one.me('GET', '/v1/customers/me')).status, 401)
  const { n } = await only<{ n: number }>(
    b.db,
    sql`select count(*)::integer as n from access.audit where profile_id = ${one.profile_id} and action = 'customers.signed_out'`,
  )
  assert.equal(n, 1)
})

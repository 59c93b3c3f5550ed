import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { type Bench, bench, type Caller } from '#access/testing'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { clock, setClock } from '#core/time'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let till: Caller
let me: Caller
let shop: string
let clerk: string
let joined: { profile_id: string; member_number: string }
before(async () => {
  b = await bench([accessRoutes, customerRoutes], customers.profilesOf)
  shop = id()
  till = await b.staff('clerk', [shop])
  clerk = ((await till('GET', '/v1/access/me')).body.staff as { staff_id: string }).staff_id
  joined = (
    await till('POST', '/v1/customers', {
      family_name: '木村',
      given_name: '花子',
      email: `${id()}@example.jp`,
      card_numbers: ['B-1234 5678'],
    })
  ).body
  const key = await b.key('customers.sessions')
  me = b.as((await key('POST', `/v1/customers/${joined.profile_id}/sessions`)).body.token)
})
after(() => b.close())
afterEach(() => setClock())

const scan = (code: string) => till('POST', '/v1/customers/scans', { code })
const card = async () =>
  (await me('GET', '/v1/customers/me/card')).body as unknown as {
    handle: string
    key: string
    member_number: string
    codes: { code: string; from: string }[]
  }
const spends = (scan_id: string, place_id = shop) =>
  transaction(b.db, system, (tx) =>
    customers.spendingScan(tx, [joined.profile_id], scan_id, { actor: { kind: 'staff', id: clerk }, place_id }),
  )

test('the rotating QR names the member and may spend; the same step is read once, even by two tills at once', async () => {
  const { codes } = await card()
  assert.equal(codes.length, 10)
  const code = codes[0]?.code as string
  const answers = await Promise.all([scan(code), scan(code)])
  const [won] = answers.filter((answer) => answer.status === 201)
  const [lost] = answers.filter((answer) => answer.status !== 201)
  assert.deepEqual([won?.body.profile_id, won?.body.may_spend, won?.body.name], [joined.profile_id, true, '木村 花子'])
  assert.deepEqual([lost?.status, lost?.body.code], [409, 'customers.code_used'])
  assert.equal(await spends(won?.body.scan_id as unknown as string), true)
  assert.equal(await spends(won?.body.scan_id as unknown as string, id()), false, 'another shop')
  const later = clock.ms() + 11 * 60_000
  setClock(() => later)
  assert.equal(await spends(won?.body.scan_id as unknown as string), false)
})

test('with the card’s key her phone makes the codes itself, without a network', async () => {
  const later = clock.ms() + 3_600_000
  setClock(() => later)
  const { handle, key } = await card()
  const text = `v1.${handle}.${Math.floor(later / 30_000)}`
  const mac = createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest('hex').slice(0, 16)
  assert.equal((await scan(`${text}.${mac}`)).body.may_spend, true)
})

test('a photographed QR is old after a minute, and a forged one is unknown', async () => {
  const { codes } = await card()
  const code = codes[3]?.code as string
  assert.deepEqual((await scan(code)).body.code, 'customers.code_old')
  const forged = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  assert.deepEqual([(await scan(forged)).status, (await scan(forged)).body.code], [404, 'customers.card_unknown'])
})

test('her bar code and her cards identify her, as often as one likes, and never spend', async () => {
  for (const shown of [joined.member_number, 'B12345678', 'ｂ-1234-5678', joined.member_number]) {
    const read = await scan(shown)
    assert.deepEqual([read.status, read.body.profile_id, read.body.may_spend], [201, joined.profile_id, false], shown)
    assert.equal(await spends(read.body.scan_id), false)
  }
  assert.equal((await scan('2912345678903')).status, 404)
})

test('a second brand’s card is linked once and belongs to nobody else', async () => {
  const linked = await till('POST', `/v1/customers/${joined.profile_id}/cards`, { card_number: 'c-777' })
  assert.deepEqual(linked.body.card_numbers, ['B12345678', 'C777'])
  assert.equal((await scan('C-777')).body.profile_id, joined.profile_id)
  const other = await till('POST', '/v1/customers', { family_name: '別人' })
  const refused = await till('POST', `/v1/customers/${other.body.profile_id}/cards`, { card_number: 'C777' })
  assert.deepEqual([refused.status, refused.body.code], [409, 'customers.card_taken'])
})

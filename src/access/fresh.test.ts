import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { type Bench, bench, type Caller } from '#access/testing'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { putSetting } from '#core/settings'
import { clock, setClock } from '#core/time'
import * as access from './access.ts'

let b: Bench
let admin: Caller
before(async () => {
  b = await bench([accessRoutes])
})
after(() => b.close())
afterEach(() => setClock())

const later = (ms: number) => {
  const at = clock.ms() + ms
  setClock(() => at)
}
const minute = 60_000
const day = 86_400_000
const told = ({ status, body }: { status: number; body: object }) => [status, (body as { code: string }).code]
const member = (profile_id: string) =>
  transaction(b.db, system, (tx) => access.openSession(tx, { kind: 'member', profile_id }))

test('who may come in, and how far, asks for a sign-in of the last quarter of an hour; a look does not', async () => {
  admin = await b.staff('admin')
  const hire = (code: string) => ({ code, display_name: '新人', role: 'clerk', place_ids: [id()] })
  assert.equal((await admin('POST', '/v1/access/staff', hire('N-1'))).status, 201)
  later(16 * minute)
  assert.deepEqual(told(await admin('POST', '/v1/access/staff', hire('N-2'))), [403, 'access.fresh_sign_in'])
  const key = { name: 'x', scopes: ['orders.read'] }
  assert.deepEqual(told(await admin('POST', '/v1/access/api-keys', key)), [403, 'access.fresh_sign_in'])
  assert.deepEqual(told(await admin('POST', '/v1/access/me/passkey-challenges')), [403, 'access.fresh_sign_in'])
  assert.equal((await admin('GET', '/v1/access/staff')).status, 200)
  const system_key = await b.key('access.write')
  assert.equal((await system_key('POST', '/v1/access/staff', hire('N-3'))).status, 201, 'a key is as fresh as ever')
})

test('a PIN a colleague set lets her in once, to choose her own; unused it is void after a week', async () => {
  const place_id = id()
  const boss = await b.staff('manager', [place_id])
  const enter = (pin: string, new_pin?: string) =>
    b.as()('POST', '/v1/access/staff-sessions', { staff_code: 'I-1', pin, ...(new_pin && { new_pin }) })
  const hire = { code: 'I-1', display_name: '新人', role: 'clerk', place_ids: [place_id], pin: '4073' }
  const made = await boss('POST', '/v1/access/staff', hire)
  assert.equal(made.status, 201, made.text)
  assert.deepEqual(told(await enter('9999')), [401, 'access.wrong_pin'])
  assert.deepEqual(told(await enter('4073')), [403, 'access.pin_change'])
  assert.deepEqual(told(await enter('4073', '4073')), [403, 'access.pin_change'])
  assert.equal((await enter('4073', '9064')).status, 201)
  assert.deepEqual(told(await enter('4073')), [401, 'access.wrong_pin'])
  const own = await enter('9064')
  assert.deepEqual([own.status, (own.body.staff as { initial_until: null }).initial_until], [201, null])
  const set = await boss('PATCH', `/v1/access/staff/${made.body.staff_id}`, { pin: '7315' })
  assert.equal(set.status, 200, set.text)
  assert.equal((await b.as(own.body.token)('GET', '/v1/access/sessions')).status, 401, 'a new PIN ends what was open')
  await assert.rejects(access.provePin(b.db, { code: 'I-1', pin: '7315' }), { code: 'access.pin_change' })
  later(8 * day)
  assert.deepEqual(told(await enter('7315', '9064')), [403, 'access.pin_expired'])
})

test('a role that may do much comes in by passkey only where the retailer says so', async () => {
  const made = { code: 'P-1', display_name: '本部', role: 'admin' as const, pin: '4073' }
  await transaction(b.db, system, (tx) => access.putStaff(tx, system, made))
  const enter = () => b.as()('POST', '/v1/access/staff-sessions', { staff_code: 'P-1', pin: '4073' })
  assert.equal((await enter()).status, 201)
  await transaction(b.db, system, (tx) => putSetting(tx, 'access.passkey_roles', ['admin'], 'test'))
  assert.deepEqual(told(await enter()), [403, 'access.passkey_needed'])
  await transaction(b.db, system, (tx) => putSetting(tx, 'access.passkey_roles', [], 'test'))
})

test('a manager signs her people out everywhere; those of another shop she does not', async () => {
  const [here, there] = [id(), id()]
  const boss = await b.staff('manager', [here])
  const clerk = await b.staff('clerk', [here])
  const stranger = await b.staff('clerk', [there])
  const idOf = async (who: Caller) => ((await who('GET', '/v1/access/me')).body.staff as { staff_id: string }).staff_id
  const [hers, others] = [await idOf(clerk), await idOf(stranger)]
  assert.equal((await boss('DELETE', `/v1/access/staff/${hers}/sessions`)).status, 204)
  assert.equal((await clerk('GET', '/v1/access/sessions')).status, 401)
  assert.deepEqual(told(await boss('DELETE', `/v1/access/staff/${others}/sessions`)), [403, 'access.staff_beyond'])
  assert.equal((await stranger('GET', '/v1/access/sessions')).status, 200)
})

test('a member’s session ends two weeks after she last used it, not while she does', async () => {
  const [used, left] = [await member(id()), await member(id())]
  const looks = async ({ token }: { token: string }) => (await b.as(token)('GET', '/v1/access/sessions')).status
  for (let week = 0; week < 3; week++) {
    later(7 * day)
    assert.equal(await looks(used), 200)
  }
  assert.equal(await looks(left), 401)
})

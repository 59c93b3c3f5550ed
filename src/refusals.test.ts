/** What an attacker would leave behind, and how far she gets by asking often. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSession } from '#access/access'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { buildApp } from '#http'

let house: TestDatabase
before(async () => {
  useKey('a key for tests, long enough to be one')
  house = await testDatabase()
})
after(() => house.close())

const visitor = () =>
  transaction(house.db, system, (tx) => openSession(tx, { kind: 'visitor', profile_id: id() })).then(({ token }) => ({
    authorization: `Bearer ${token}`,
  }))

test('refused access leaves a line: what, where, who by id, from where by keyed hash; no address, token or person', async () => {
  const lines: string[] = []
  const stream = { write: (line: string) => void lines.push(line) }
  const app = await buildApp(house.db, { logger: { level: 'info', stream } as { level: string } })
  const headers = await visitor()
  const from = { remoteAddress: '203.0.113.77' }
  await app.inject({ url: '/v1/access/audit?profile_id=x', headers, ...from })
  await app.inject({ url: '/v1/orders', headers: { authorization: 'Bearer es_forged' }, ...from })
  await app.inject({ url: '/v1/orders', ...from })
  await app.inject({
    method: 'POST',
    url: '/v1/access/staff-sessions',
    payload: { staff_code: 'S-1', pin: '84720361' },
    ...from,
  })
  await app.inject({ method: 'POST', url: '/v1/access/staff-sessions', payload: { pin: 'misaki' }, ...from })
  await app.close()
  type Line = { msg: string; level: number; code: string; status: number; actor: string; from: string; route: string }
  const told = lines.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg === 'refused')
  assert.deepEqual(
    told.map(({ level, code, status, actor }) => [level, code, status, actor]),
    [
      [40, 'access.not_allowed', 403, 'visitor'],
      [40, 'access.token', 401, 'nobody'],
      [30, 'access.sign_in', 401, 'nobody'],
      [40, 'access.wrong_pin', 401, 'nobody'],
      [30, 'core.invalid', 400, 'nobody'],
    ],
  )
  assert.equal(new Set(told.map(({ from }) => from)).size, 1, 'one source is recognised')
  assert.match(told[0]?.from ?? '', /^[0-9a-f]{12}$/)
  const said = JSON.stringify(told)
  for (const secret of ['203.0.113', 'es_', '84720361', 'misaki']) assert.ok(!said.includes(secret), secret)
})

test('one caller from outside asks so much in a minute; another, and the house itself, go on', async () => {
  const app = await buildApp(house.db, { calls_per_minute: 5 })
  const asks = async (headers: Record<string, string>, remoteAddress = '203.0.113.5') =>
    app.inject({ url: '/v1/stores/places', headers, remoteAddress })
  const [one, two] = [await visitor(), await visitor()]
  for (let at = 0; at < 5; at++) assert.equal((await asks(one)).statusCode, 200)
  const late = await asks(one)
  assert.deepEqual(
    [late.statusCode, late.json().code, Number(late.headers['retry-after']) > 0],
    [429, 'core.too_many', true],
  )
  assert.equal((await asks(two)).statusCode, 200, 'another caller at the same address')
  for (let at = 0; at < 5; at++) await asks({}, '198.51.100.9')
  assert.equal((await asks({}, '198.51.100.9')).statusCode, 429, 'without a session, by address')
  const staff_id = id()
  await house.db.pool.query(
    `insert into access.staff (staff_id, code, display_name, role) values ($1, 'S-9', '店員', 'admin')`,
    [staff_id],
  )
  const { token } = await transaction(house.db, system, (tx) => openSession(tx, { kind: 'staff', staff_id }))
  for (let at = 0; at < 8; at++)
    assert.equal((await asks({ authorization: `Bearer ${token}` })).statusCode, 200, 'staff at work')
  for (let at = 0; at < 8; at++) assert.equal((await asks({}, '127.0.0.1')).statusCode, 200, 'our own storefront')
  await app.close()
})

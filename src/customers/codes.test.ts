import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { type Bench, bench, type Caller } from '#access/testing'
import { inbox } from '#channels/email/fake'
import { texts } from '#channels/sms/fake'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { putSetting } from '#core/settings'
import { clock, setClock } from '#core/time'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let tablet: Caller
before(async () => {
  b = await bench([accessRoutes, customerRoutes], customers.profilesOf)
  tablet = await b.staff('clerk', [id()])
})
after(() => b.close())
afterEach(() => setClock())

let numbers = 10_000_000
const freshPhone = () => `090${++numbers}`
const e164 = (phone: string) => `+81${phone.slice(1)}`
let addresses = 0
/** Each caller from an address of her own, as people are. */
const from = () => ({ 'x-forwarded-for': `198.51.${Math.floor(++addresses / 250)}.${addresses % 250}` })
let browser_key: string | undefined
const ask = async (to: object, headers = from()) => {
  const asked = await b.as()('POST', '/v1/customers/sign-in-codes', to, headers)
  browser_key = (asked.body as { browser_key?: string }).browser_key ?? browser_key
  return asked
}
const enter = (to: object, code: string | undefined, headers: Record<string, string> = from()) =>
  b.as()('POST', '/v1/customers/sessions', { ...to, code, ...(browser_key && { browser_key }) }, headers)
const texted = async (phone: string) => /\d{6}/.exec((await texts(b.db, e164(phone), 1))[0]?.text ?? '')?.[0]
const member = async (body: object) =>
  (await tablet('POST', '/v1/customers', { family_name: '木村', ...body })).body.profile_id as string

test('she signs in by a code texted to her phone, however she writes the number', async () => {
  const phone = freshPhone()
  const profile_id = await member({ phone })
  const written = `${phone.slice(0, 3)}−${phone.slice(3, 7)} ${phone.slice(7)}`
  assert.equal((await ask({ phone: written })).status, 202)
  const opened = await enter({ phone: `+81 ${phone.slice(1)}` }, await texted(phone))
  assert.deepEqual([opened.status, opened.body.profile_id], [201, profile_id], opened.text)
  const [session] = (await b.as(opened.body.token)('GET', '/v1/access/sessions')).body.items as { method: string }[]
  assert.equal(session?.method, 'sms')
  assert.equal((await enter({ phone }, await texted(phone))).status, 401, 'a code is good once')
})

test('a family’s number signs in nobody; once proven, it is one member’s; given up, it is hers no more', async () => {
  const phone = freshPhone()
  const mother = await member({ phone })
  await ask({ phone })
  assert.equal((await enter({ phone }, await texted(phone))).status, 201)
  const daughter = await member({ phone })
  await ask({ phone })
  assert.equal((await enter({ phone }, await texted(phone))).body.profile_id, mother)
  const shared = freshPhone()
  await member({ phone: shared })
  await member({ phone: shared })
  await ask({ phone: shared })
  const refused = await enter({ phone: shared }, await texted(shared))
  assert.deepEqual([refused.status, refused.body.code], [409, 'customers.phone_shared'])
  await tablet('PATCH', `/v1/customers/${mother}`, { phone: freshPhone() })
  await ask({ phone })
  assert.equal((await enter({ phone }, await texted(phone))).body.profile_id, daughter)
})

test('the answer does not tell which number or address is registered; a stranger learns it only with the code', async () => {
  const [known, unknown] = [freshPhone(), freshPhone()]
  await member({ phone: known })
  const asked = await Promise.all([ask({ phone: known }), ask({ phone: unknown })])
  const said = asked.map(({ status, body }) => [status, Object.keys(body), body.expires_in_seconds])
  assert.deepEqual(said[0], said[1])
  const wrong = await Promise.all([enter({ phone: known }, '000000'), enter({ phone: unknown }, '000000')])
  assert.equal(wrong[0]?.text, wrong[1]?.text)
  await ask({ phone: unknown })
  const proven = await enter({ phone: unknown }, await texted(unknown))
  assert.deepEqual([proven.status, proven.body.code], [404, 'customers.not_registered'])
})

test('five guesses use a code up, even all at once and from everywhere; the next code is a new chance', async () => {
  const email = `guess${id().slice(-8)}@example.jp`
  await member({ email })
  await ask({ email })
  const right = /\d{6}/.exec((await inbox(b.db, email, 1))[0]?.subject ?? '')?.[0] as string
  const wrong = right === '111111' ? '222222' : '111111'
  await Promise.all(Array.from({ length: 20 }, () => enter({ email }, wrong)))
  assert.equal((await enter({ email }, right)).status, 401)
  await ask({ email })
  const next = /\d{6}/.exec((await inbox(b.db, email, 1))[0]?.subject ?? '')?.[0]
  assert.equal((await enter({ email }, next)).status, 201)
})

test('a code counts in the browser that asked for it; where people ask on one device and type on another, a setting says so', async () => {
  const email = `browser${id().slice(-8)}@example.jp`
  await member({ email })
  const face = { 'engawa-face': 'storefront' }
  const code = async () => /\d{6}/.exec((await inbox(b.db, email, 1))[0]?.subject ?? '')?.[0]
  const asked = await ask({ email }, { ...from(), ...face })
  const cookie = String(asked.headers['set-cookie']).split(';')[0] as string
  assert.deepEqual([cookie.split('=')[0], Object.keys(asked.body)], ['engawa_code', ['expires_in_seconds']])
  browser_key = undefined
  assert.equal((await enter({ email }, await code(), { ...from(), ...face })).status, 401, 'another browser')
  assert.equal((await enter({ email }, await code())).status, 401, 'no browser')
  const own = await enter({ email }, await code(), { ...from(), ...face, cookie })
  assert.equal(own.status, 201, own.text)
  await transaction(b.db, system, (tx) => putSetting(tx, 'customers.codes_in_one_browser', false, 'test'))
  await ask({ email }, { ...from(), ...face })
  browser_key = undefined
  assert.equal((await enter({ email }, await code())).status, 201)
  await transaction(b.db, system, (tx) => putSetting(tx, 'customers.codes_in_one_browser', true, 'test'))
})

test('an address is written to five times an hour; a network asks for twenty texts an hour', async () => {
  const email = `often${id().slice(-8)}@example.jp`
  const asked = []
  for (let at = 0; at < 6; at++) asked.push(await ask({ email }))
  assert.deepEqual(
    asked.map(({ status }) => status),
    [202, 202, 202, 202, 202, 429],
  )
  assert.ok(Number(asked[5]?.headers['retry-after']) > 3500)
  const here = from()
  const texts_sent = []
  for (let at = 0; at < 21; at++) texts_sent.push((await ask({ phone: freshPhone() }, here)).status)
  assert.deepEqual([texts_sent[19], texts_sent[20]], [202, 429])
  const later = clock.ms() + 3_601_000
  setClock(() => later)
  assert.equal((await ask({ email })).status, 202)
})

test('one network that tries address after address is stopped, whatever codes it has', async () => {
  const here = from()
  const tried = []
  for (let at = 0; at < 61; at++) tried.push((await enter({ email: `a${at}@example.jp` }, '123456', here)).status)
  assert.deepEqual([tried[59], tried[60]], [401, 429])
})

test('a carrier that does not take the text over is told as that, without the number', async () => {
  process.env.ENGAWA_SMS_URL = 'http://account:token@127.0.0.1:9/Messages.json'
  try {
    const phone = freshPhone()
    const failed = await ask({ phone })
    assert.deepEqual([failed.status, failed.body.code], [503, 'customers.code_not_sent'])
    assert.ok(!failed.text.includes(phone.slice(1)) && failed.headers['retry-after'])
  } finally {
    delete process.env.ENGAWA_SMS_URL
  }
})

test('one address, readable and of a country we write to', async () => {
  const bad: [object, string][] = [
    [{}, 'email'],
    [{ email: 'a@example.jp', phone: '09012345678' }, 'phone'],
    [{ email: 'hanako@home' }, 'email'],
    [{ phone: '12345' }, 'phone'],
    [{ phone: '+1 415 555 2671' }, 'phone'],
  ]
  for (const [body, field] of bad) {
    const refused = await ask(body)
    assert.deepEqual([refused.status, refused.body.field], [400, field], JSON.stringify(body))
  }
})

test('a retailer may close ways of signing in: with passkeys alone a code opens nothing', async () => {
  const email = `closed${id().slice(-8)}@example.jp`
  await member({ email })
  const open = (ways: string[]) => transaction(b.db, system, (tx) => putSetting(tx, 'customers.ways_in', ways, 'test'))
  const enters = async () => {
    await ask({ email })
    return enter({ email }, /\d{6}/.exec((await inbox(b.db, email, 1))[0]?.subject ?? '')?.[0])
  }
  await open(['passkey'])
  const closed = await enters()
  assert.deepEqual([closed.status, closed.body.code], [403, 'customers.way_in_closed'])
  await open(['passkey', 'email'])
  assert.equal((await enters()).status, 201)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Bench, bench, type Caller } from '#access/testing'
import { inbox } from '#channels/email/fake'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let tablet: Caller
const shop = id()
before(async () => {
  b = await bench([customerRoutes], customers.profilesOf)
  tablet = await b.staff('clerk', [shop])
})
after(() => b.close())

const address = () => `h${id().slice(-10)}@example.jp`
const kimura = (email = address()) => ({
  family_name: '𠮷田',
  given_name: '髙子',
  family_name_kana: 'よしだ',
  given_name_kana: 'ﾀｶｺ',
  email,
  phone: '090-1234-5678',
  birth_date: '1988-04-12',
})
const face = { 'engawa-face': 'storefront' }
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] as string
const codeFor = async (email: string) => /\d{6}/.exec((await inbox(b.db, email, 1))[0]?.subject ?? '')?.[0] ?? ''
const keyOf = (asked: { body: object }) => (asked.body as { browser_key: string }).browser_key
const inTx = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(b.db, system, work)

test('a customer joins on the shop tablet and signs in to EC at once by a mailed code', async () => {
  const joined = await tablet('POST', '/v1/customers', kimura('Hanako＠Example.jp'))
  assert.equal(joined.status, 201)
  assert.match(joined.body.member_number, /^29\d{11}$/)
  const asked = await b.as()('POST', '/v1/customers/sign-in-codes', { email: 'hanako@example.jp' }, face)
  assert.equal(asked.status, 202)
  const opened = await b.as()(
    'POST',
    '/v1/customers/sessions',
    { email: 'HANAKO@example.jp', code: await codeFor('hanako@example.jp') },
    { ...face, cookie: cookieOf(asked) },
  )
  assert.equal(opened.status, 201)
  assert.equal(opened.body.token, undefined)
  const session = [opened.headers['set-cookie']].flat().find((each) => String(each).startsWith('engawa_member'))
  const cookie = String(session).split(';')[0] as string
  const me = await b.as()('GET', '/v1/customers/me', undefined, { ...face, cookie })
  assert.equal(me.body.name, '𠮷田 髙子')
  assert.equal(me.body.family_name_kana, 'ヨシダ')
  assert.equal(me.body.phone, '+819012345678')
  assert.deepEqual([me.body.birth_year, me.body.birth_month, me.body.route], [1988, 4, 'counter_tablet'])
})

test('an e-mail address cannot register twice: 409 names the field and nothing is half-written', async () => {
  const email = address()
  await tablet('POST', '/v1/customers', kimura(email))
  const before = await rows(b.db, sql`select count(*) from customers.identifier`)
  const again = await b.as()('POST', '/v1/customers', { family_name: '別人', email: email.toUpperCase() })
  assert.deepEqual([again.status, again.body.code, again.body.field], [409, 'customers.email_taken', 'email'])
  assert.deepEqual(await rows(b.db, sql`select count(*) from customers.identifier`), before)
})

test('twenty people registering one address at once: one is in, nineteen are told', async () => {
  const email = address()
  const answers = await Promise.all(Array.from({ length: 20 }, () => tablet('POST', '/v1/customers', kimura(email))))
  assert.deepEqual(
    [answers.filter((one) => one.status === 201).length, answers.filter((one) => one.status === 409).length],
    [1, 19],
  )
})

test('twenty replays of one registration are one member and the same bytes', async () => {
  const key = { 'idempotency-key': id() }
  const body = kimura()
  const answers = await Promise.all(Array.from({ length: 20 }, () => tablet('POST', '/v1/customers', body, key)))
  const settled = await tablet('POST', '/v1/customers', body, key)
  assert.equal(settled.headers['idempotent-replayed'], 'true')
  for (const one of answers)
    assert.ok(one.status === 409 ? one.text.includes('core.in_flight') : one.text === settled.text, one.text)
})

test('unreadable input is refused naming its field', async () => {
  for (const [field, value] of [
    ['email', 'x@'],
    ['phone', '12'],
    ['birth_date', '1988-02-30'],
    ['postal_code', '12'],
  ])
    assert.deepEqual(
      (await tablet('POST', '/v1/customers', { family_name: '木村', [field as string]: value })).status,
      400,
      field,
    )
})

test('one name alone is enough, and nothing of it is stored in clear', async () => {
  const email = address()
  const { body } = await tablet('POST', '/v1/customers', { family_name: 'シャガール', email })
  const person = await inTx((tx) => customers.open(tx, body.profile_id))
  assert.deepEqual([person.name, person.given_name, person.email], ['シャガール', null, email])
  const stored = await rows<{ row: string }>(
    b.db,
    sql`select i::text as row from customers.identifier i union all select t::text from customers.search_token t`,
  )
  assert.ok(stored.every(({ row }) => !row.includes('シャガール') && !row.includes(email)))
  const sealed = await inTx((tx) => customers.seal(tx, body.profile_id, { note: '秘密' }))
  assert.ok(!sealed.toString('utf8').includes('秘密'))
  assert.deepEqual(await inTx((tx) => customers.unseal(tx, body.profile_id, sealed)), { note: '秘密' })
})

test('the answer to asking for a code does not tell who is registered; an unknown address learns it only with the code', async () => {
  const [known, unknown] = [address(), address()]
  await tablet('POST', '/v1/customers', kimura(known))
  const answers = await Promise.all(
    [known, unknown].map((email) => b.as()('POST', '/v1/customers/sign-in-codes', { email })),
  )
  const [first, second] = answers.map(({ status, body }) => [status, Object.keys(body), body.expires_in_seconds])
  assert.deepEqual(first, second)
  const wrong = await b.as()('POST', '/v1/customers/sessions', { email: unknown, code: '000000' })
  const wrongKnown = await b.as()('POST', '/v1/customers/sessions', { email: known, code: '000000' })
  assert.deepEqual([wrong.status, wrong.text], [wrongKnown.status, wrongKnown.text])
  const browser_key = keyOf(answers[1] as (typeof answers)[0])
  const right = { email: unknown, code: await codeFor(unknown), browser_key }
  const proven = await b.as()('POST', '/v1/customers/sessions', right)
  assert.deepEqual([proven.status, proven.body.code], [404, 'customers.not_registered'])
})

test('whoever registered an address without proving it loses her session to the one who proves it', async () => {
  const email = address()
  const squatter = await b.as()('POST', '/v1/customers', { family_name: '先取り', email }, face)
  const cookie = { ...face, cookie: cookieOf(squatter) }
  assert.equal((await b.as()('GET', '/v1/customers/me', undefined, cookie)).status, 200)
  const browser_key = keyOf(await b.as()('POST', '/v1/customers/sign-in-codes', { email }))
  const owner = await b.as()('POST', '/v1/customers/sessions', { email, code: await codeFor(email), browser_key })
  assert.equal(owner.status, 201)
  assert.equal((await b.as()('GET', '/v1/customers/me', undefined, cookie)).status, 401)
  assert.equal((await b.as(owner.body.token)('GET', '/v1/customers/me')).status, 200)
})

test('a visitor who signs in brings her profile along; on a shared device it is not taken from its owner', async () => {
  const email = address()
  const { body: member } = await tablet('POST', '/v1/customers', kimura(email))
  const visit = await b.as()('POST', '/v1/customers/visitors', undefined, face)
  const cookie = { ...face, cookie: cookieOf(visit) }
  const again = await b.as()('POST', '/v1/customers/visitors', undefined, cookie)
  assert.deepEqual([again.status, again.body.profile_id], [200, visit.body.profile_id])
  const asked = await b.as()('POST', '/v1/customers/sign-in-codes', { email }, cookie)
  const both = { ...face, cookie: `${cookie.cookie}; ${cookieOf(asked)}` }
  const signed = await b.as()('POST', '/v1/customers/sessions', { email, code: await codeFor(email) }, both)
  assert.equal(signed.status, 201)
  assert.deepEqual(
    await customers.profilesOf(b.db, visit.body.profile_id),
    [member.profile_id, visit.body.profile_id].sort(),
  )
  const told = await inTx((tx) =>
    rows<{ visitor: string }>(
      tx,
      sql`select payload->>'visitor_profile_id' as visitor from activity.event where profile_id = ${member.profile_id} and type = 'customer.signed_in'`,
    ),
  )
  assert.deepEqual(told, [{ visitor: visit.body.profile_id }])
  const { body: second } = await b.as()('POST', '/v1/customers', kimura(), cookie)
  assert.equal(second.profile_id && (await customers.profilesOf(b.db, second.profile_id)).length, 1)
})

test('she corrects her own data; a stale version is refused and another’s address is not hers', async () => {
  const { body: other } = await tablet('POST', '/v1/customers', kimura())
  const email = address()
  const key = await b.key('customers.sessions')
  const { body: mine } = await tablet('POST', '/v1/customers', kimura(email))
  const me = b.as((await key('POST', `/v1/customers/${mine.profile_id}/sessions`)).body.token)
  const read = await me('GET', '/v1/customers/me')
  assert.equal(read.headers.etag, '"1"')
  const changed = await me('PATCH', '/v1/customers/me', { given_name: '花', phone: null }, { 'if-match': '"1"' })
  assert.deepEqual([changed.body.name, changed.body.phone, changed.body.email], ['𠮷田 花', null, email])
  assert.equal((await me('PATCH', '/v1/customers/me', { given_name: '葉' }, { 'if-match': '"1"' })).status, 412)
  const others = (await inTx((tx) => customers.open(tx, other.profile_id))).email
  assert.deepEqual((await me('PATCH', '/v1/customers/me', { email: others })).body.field, 'email')
  const moved = address()
  await me('PATCH', '/v1/customers/me', { email: moved })
  assert.equal(await customers.find(b.db, 'email', email), undefined)
  assert.equal(await customers.find(b.db, 'email', moved), mine.profile_id)
  assert.equal((await me('PATCH', '/v1/customers/me', { member_number: '2900000000001' })).status, 400)
})

test('a member sees her own rows and no one else’s, even past the API', async () => {
  const [a, c] = await Promise.all([
    tablet('POST', '/v1/customers', kimura()),
    tablet('POST', '/v1/customers', kimura()),
  ])
  const own = a.body.profile_id as string
  const seen = await transaction(b.db, { kind: 'member', id: own, profile_id: own, profile_ids: [own] }, (tx) =>
    rows<{ profile_id: string }>(tx, sql`select profile_id from customers.profile`),
  )
  assert.deepEqual(seen, [{ profile_id: own }])
  const me = b.as((await (await b.key('customers.sessions'))('POST', `/v1/customers/${own}/sessions`)).body.token)
  assert.equal((await me('GET', `/v1/customers/${c.body.profile_id}`)).status, 403)
})

test('a system opens sessions for members only', async () => {
  const key = await b.key('customers.sessions')
  const visitor = await inTx((tx) => customers.visitor(tx))
  const answers = await Promise.all([visitor, id()].map((one) => key('POST', `/v1/customers/${one}/sessions`)))
  assert.deepEqual(
    answers.map((one) => one.body.code),
    ['customers.not_registered', 'customers.unknown'],
  )
  assert.equal((await (await b.key('customers.write'))('POST', `/v1/customers/${visitor}/sessions`)).status, 403)
})

test('every look of staff at a person is in the audit', async () => {
  const { body } = await tablet('POST', '/v1/customers', kimura())
  assert.equal((await tablet('GET', `/v1/customers/${body.profile_id}`)).status, 200)
  await tablet('PATCH', `/v1/customers/${body.profile_id}`, { city: '世田谷区' })
  const looks = await rows<{ action: string }>(
    b.db,
    sql`select action from access.audit where profile_id = ${body.profile_id} order by at, audit_id`,
  )
  assert.deepEqual(
    looks.map((look) => look.action),
    ['customers.viewed', 'customers.changed'],
  )
  assert.equal((await (await b.staff('merchandiser'))('GET', `/v1/customers/${body.profile_id}`)).status, 403)
  assert.equal((await b.as()('GET', `/v1/customers/${body.profile_id}`)).status, 401)
})

test('a guest may leave the address of a member, claims nothing and is found by staff', async () => {
  const email = address()
  const guest = await inTx((tx) => customers.guest(tx, kimura(email)))
  assert.equal(await customers.find(b.db, 'email', email), undefined)
  assert.equal((await tablet('POST', '/v1/customers', kimura(email))).status, 201)
  const hits = await tablet('POST', '/v1/customers/searches', { text: email })
  assert.deepEqual(
    (hits.body.items as { kind: string }[]).map((hit) => hit.kind),
    ['member', 'guest'],
  )
  assert.equal(await customers.memberProfile(b.db, guest), false)
})

test('history from a system keeps its date; only an API key may say it', async () => {
  const key = await b.key('customers.write')
  const made = await key('POST', '/v1/customers', {
    ...kimura(),
    external_id: `H-${id()}`,
    registered_at: '2020-05-01T09:00:00+09:00',
    route: 'import',
  })
  const told = await inTx((tx) =>
    rows<{ occurred_at: string }>(
      tx,
      sql`select occurred_at from activity.event where profile_id = ${made.body.profile_id}`,
    ),
  )
  assert.deepEqual(told, [{ occurred_at: '2020-05-01T00:00:00.000Z' }])
  const now = await tablet('POST', '/v1/customers', { ...kimura(), registered_at: '2020-05-01T09:00:00Z' })
  assert.notEqual((await inTx((tx) => customers.open(tx, now.body.profile_id))).registered_at.slice(0, 4), '2020')
  assert.equal((await (await b.key('customers.read'))('POST', '/v1/customers', kimura())).status, 403)
})

test('a feed puts a customer under the retailer’s own id as often as it runs', async () => {
  const feed = await b.key('customers.write')
  const put = (body: object) => feed('PUT', '/v1/customers/ext:K%2F0042', body)
  const email = address()
  const first = await put(kimura(email))
  const second = await put({ ...kimura(email), given_name: '花' })
  assert.deepEqual([first.status, second.status, second.body.profile_id], [200, 200, first.body.profile_id])
  assert.deepEqual([second.body.name, second.body.member_number], ['𠮷田 花', first.body.member_number])
  assert.equal(await customers.find(b.db, 'external', 'K/0042'), first.body.profile_id)
})

test('a person whose key is destroyed cannot be read', async () => {
  const { body } = await tablet('POST', '/v1/customers', kimura())
  await inTx((tx) =>
    tx.query(
      sql`update customers.profile set wrapped_key = null, erased_at = registered_at where profile_id = ${body.profile_id}`,
    ),
  )
  await assert.rejects(
    inTx((tx) => customers.open(tx, body.profile_id)),
    { code: 'customers.erased', status: 410 },
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { type Bench, bench, type Caller } from '#access/testing'
import { inbox } from '#channels/email/fake'
import { fakeUser } from '#channels/line/fake'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { putSetting } from '#core/settings'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let tablet: Caller
before(async () => {
  b = await bench([accessRoutes, customerRoutes], customers.profilesOf)
  tablet = await b.staff('clerk', [id()])
})
after(() => b.close())

type Came = { outcome: string; token?: string; profile_id: string | null; browser_key?: string; name: string }
const address = () => `l${id().slice(-10)}@example.jp`

/** Through LINE as somebody: from our page to LINE's, and back with a code. */
async function through(who: Caller, line_name: string, bend: { browser_key?: string; state?: string } = {}) {
  const begun = await who('POST', '/v1/customers/line-authorizations')
  const { authorization_url, browser_key } = begun.body as unknown as { authorization_url: string; browser_key: string }
  const url = new URL(authorization_url)
  const agreed = await b.app.inject({
    method: 'GET',
    url: `${url.pathname}${url.search}&name=${encodeURIComponent(line_name)}`,
  })
  assert.equal(agreed.statusCode, 303, agreed.body)
  const { searchParams } = new URL(String(agreed.headers.location))
  const body = { code: searchParams.get('code'), state: searchParams.get('state'), browser_key, ...bend }
  const back = await who('POST', '/v1/customers/line-sessions', body)
  return { status: back.status, came: back.body as unknown as Came, code: back.body.code as string, body }
}
async function member(email = address()) {
  const joined = await tablet('POST', '/v1/customers', { family_name: '木村', email })
  const key = await b.key('customers.sessions')
  const opened = await key('POST', `/v1/customers/${joined.body.profile_id}/sessions`)
  return { email, profile_id: joined.body.profile_id as string, me: b.as(opened.body.token) }
}

test('signed in, she links her LINE account and from then on signs in by it', async () => {
  const { me, profile_id } = await member()
  const linked = await through(me, '花子')
  assert.deepEqual([linked.came.outcome, linked.came.profile_id], ['linked', profile_id])
  const opened = await through(b.as(), '花子')
  assert.deepEqual([opened.came.outcome, opened.came.profile_id], ['signed_in', profile_id])
  const session = b.as(opened.came.token)
  const ways = (await session('GET', '/v1/customers/me/ways-in')).body as unknown as { line: boolean }
  assert.equal(ways.line, true)
  const stored = await rows<{ row: string }>(
    b.db,
    sql`select i::text as row from customers.identifier i where kind = 'line'`,
  )
  assert.ok(stored.length > 0 && stored.every(({ row }) => !row.includes(fakeUser('花子').sub)))
})

test('a new LINE account joins nobody by itself: she proves the member by e-mail code first', async () => {
  const { email, profile_id } = await member()
  const { came } = await through(b.as(), '葉子')
  assert.deepEqual([came.outcome, came.profile_id, came.token, came.name], ['not_linked', null, undefined, '葉子'])
  const proof = { browser_key: came.browser_key }
  const { me: stranger } = await member()
  const { browser_key } = (await b.as()('POST', '/v1/customers/sign-in-codes', { email })).body as unknown as {
    browser_key: string
  }
  const code = /\d{6}/.exec((await inbox(b.db, email, 1))[0]?.subject ?? '')?.[0]
  const me = b.as((await b.as()('POST', '/v1/customers/sessions', { email, code, browser_key })).body.token)
  assert.equal((await me('POST', '/v1/customers/me/line', {})).status, 410, 'without this browser’s key')
  assert.equal((await me('POST', '/v1/customers/me/line', proof)).status, 201)
  assert.equal((await stranger('POST', '/v1/customers/me/line', proof)).status, 410, 'once')
  assert.equal((await through(b.as(), '葉子')).came.profile_id, profile_id)
})

test('a retailer may refuse the ways of signing in at LINE that ask nothing of her', async () => {
  const needs = (ways: string[]) =>
    transaction(b.db, system, (tx) => putSetting(tx, 'customers.line_ways', ways, 'test'))
  const { me } = await member()
  await through(me, '桜子')
  await needs(['mfa', 'lineqr'])
  assert.deepEqual([(await through(b.as(), '桜子')).code], ['customers.line_weak'], 'the fake says pwd')
  await needs(['mfa', 'pwd'])
  assert.equal((await through(b.as(), '桜子')).came.outcome, 'signed_in')
  await needs([])
})

test('who is new registers, and her route is LINE', async () => {
  const { came } = await through(b.as(), '新子')
  const joined = await b.as()(
    'POST',
    '/v1/customers',
    { family_name: came.name, route: 'line' },
    { 'engawa-face': 'storefront' },
  )
  const cookie = String(joined.headers['set-cookie']).split(';')[0] as string
  const face = { 'engawa-face': 'storefront', cookie: `${cookie}; engawa_line=${came.browser_key}` }
  const linked = await b.as()('POST', '/v1/customers/me/line', {}, face)
  assert.equal(linked.status, 201, linked.text)
  const opened = await through(b.as(), '新子')
  assert.equal(opened.came.profile_id, joined.body.profile_id)
  assert.equal((await b.as(opened.came.token)('GET', '/v1/customers/me')).body.route, 'line')
})

test('the way back belongs to the browser that began it, once', async () => {
  const { me } = await member()
  const stolen = await through(me, '次子', { browser_key: 'x'.repeat(43) })
  assert.deepEqual([stolen.status, stolen.code], [401, 'customers.line_refused'])
  assert.equal((await through(me, '次子', { state: 'y'.repeat(43) })).status, 401)
  const good = await through(me, '次子')
  assert.equal(good.came.outcome, 'linked')
  assert.equal((await me('POST', '/v1/customers/line-sessions', good.body)).status, 401, 'a state is used up')
})

test('a face keeps the browser’s key in a cookie no script reads', async () => {
  const face = { 'engawa-face': 'storefront' }
  const begun = await b.as()('POST', '/v1/customers/line-authorizations', undefined, face)
  assert.match(String(begun.headers['set-cookie']), /^engawa_line=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
  assert.ok(!begun.text.includes('browser_key'))
})

test('one LINE account is one member’s; two who want it are told', async () => {
  const first = await member()
  const second = await member()
  await through(first.me, '共有')
  const refused = await through(second.me, '共有')
  assert.deepEqual([refused.status, refused.code], [409, 'customers.line_taken'])
})

test('she unlinks it and is not found by it any more, unless it is her only way in', async () => {
  const { me } = await member()
  await through(me, '外子')
  assert.equal((await me('DELETE', '/v1/customers/me/line')).status, 200)
  assert.equal((await through(b.as(), '外子')).came.outcome, 'not_linked')
  const joined = await tablet('POST', '/v1/customers', { family_name: 'だけ' })
  const key = await b.key('customers.sessions')
  const only = b.as((await key('POST', `/v1/customers/${joined.body.profile_id}/sessions`)).body.token)
  await through(only, '只子')
  const kept = await only('DELETE', '/v1/customers/me/line')
  assert.deepEqual([kept.status, kept.body.code], [409, 'customers.last_way_in'])
})

test('the LINE id is kept for writing to her, sealed', async () => {
  const { me, profile_id } = await member()
  await through(me, '封子')
  const person = await transaction(b.db, system, (tx) => customers.open(tx, profile_id))
  assert.equal(person.line_user_id, fakeUser('封子').sub)
  assert.ok(!(await me('GET', '/v1/customers/me')).text.includes(fakeUser('封子').sub))
})

test('the fake sends nobody to another house', async () => {
  const url = '/fake/line/oauth2/v2.1/authorize?state=x&code_challenge=x&client_id=1650000000&name=x&redirect_uri='
  const away = await b.app.inject({ method: 'GET', url: `${url}${encodeURIComponent('https://evil.example/line')}` })
  assert.equal(away.statusCode, 400)
})

/** Goal: a browser is never turned against its owner. Cookies, faces, headers, addresses, and fields that are not hers to set. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { mountFaces } from '../../src/faces.ts'
import { buildApp } from '../../src/http.ts'
import { fitting } from './arbitrary.ts'
import { ask } from './ask.ts'
import { isProtocol } from './judge.ts'
import { live } from './life.ts'
import { belongs, type Caller, type House, openHouse, planted, traces } from './people.ts'
import { type Operation, operations, type Schema } from './spec.ts'
import { Things } from './things.ts'

// Schemas that take what they do not know, each for a reason: another's data, kept as it came.
const openObjects = /passkey.*\.response\.clientExtensionResults$/
/** A body that fits, of characters that can be kept. */
const plainBody = (schema: Schema, things: Things): unknown =>
  fc
    .sample(fitting(schema, things.known), { seed: 3, numRuns: 30 })
    .find((body) => !/\\u(0000|d[89a-f])/i.test(JSON.stringify(body)))

describe('what a browser may do and be told', () => {
  let house: House
  let all: Operation[]
  let things: Things
  before(async () => {
    house = await openHouse()
    await live(house)
    things = new Things(house)
    await things.look()
    all = operations(house.app)
  })
  after(() => house.close([...traces('a'), ...traces('b')]))

  const inject = (method: string, url: string, headers: Record<string, string> = {}, payload?: object) =>
    house.app.inject({ method: method as 'GET', url, headers, ...(payload ? { payload } : {}) })

  // Sites of any origin send there: the key in the message counts, a cookie is nothing.
  const byWriteKey = /^\/v1\/(identify|track|page|screen|group|alias|batch|import|collection\/cloud-events)$/

  it('refuses every write that a cookie alone would carry: another site cannot set the header Engawa-Face', async () => {
    const admin = house.caller('admin')
    const cookie = `engawa_staff=${admin.token}; engawa_member=${house.caller('member a').token}`
    for (const operation of all.filter(({ method }) => method !== 'GET')) {
      const path = Object.fromEntries(Object.entries(await things.path(admin, operation)).map(([k, v]) => [k, v.value]))
      const answer = await ask(house.app, { operation, path, query: {}, body: {}, headers: { cookie } }, undefined)
      const refused = byWriteKey.test(operation.path) ? [401, 'collection.write_key'] : [403, 'access.face_header']
      assert.deepEqual([answer.status, answer.body.code], refused, operation.name)
    }
  })

  it('keeps the faces apart: a member’s cookie opens no staff face, a staff cookie no storefront', async () => {
    const mine = { cookie: `engawa_member=${house.caller('member a').token}` }
    const theirs = { cookie: `engawa_staff=${house.caller('admin').token}` }
    const kind = async (cookie: { cookie: string }, face: string) =>
      (await inject('GET', '/v1/access/me', { ...cookie, 'engawa-face': face })).json<{ kind: string }>().kind
    assert.equal(await kind(mine, 'storefront'), 'member')
    assert.equal(await kind(theirs, 'console'), 'staff')
    assert.equal(await kind(mine, 'console'), 'nobody')
    assert.equal(await kind(mine, 'counter'), 'nobody')
    assert.equal(await kind(theirs, 'storefront'), 'nobody')
    assert.equal(await kind(theirs, 'elsewhere'), 'nobody')
  })

  it('gives a session a new token at sign-in, never the one a stranger planted, and ends the visit she came with', async () => {
    const planted = 'es_planted_by_a_stranger_0000000000000000000'
    const visit = await inject('POST', '/v1/customers/visitors', {
      cookie: `engawa_member=${planted}`,
      'engawa-face': 'storefront',
    })
    const first = cookieOf(visit.headers['set-cookie'])
    assert.ok(first.value && first.value !== planted, 'a token of ours')
    const joined = await inject(
      'POST',
      '/v1/customers',
      {
        cookie: `engawa_member=${first.value}`,
        'engawa-face': 'storefront',
        'idempotency-key': 'session-fixation-1',
      },
      { family_name: '鈴木', email: 'session-fixation@fuzz.example' },
    )
    assert.equal(joined.statusCode, 201, joined.body)
    const second = cookieOf(joined.headers['set-cookie'])
    assert.ok(second.value && second.value !== first.value, 'another token for the member')
    const old = await inject('GET', '/v1/customers/me', {
      cookie: `engawa_member=${first.value}`,
      'engawa-face': 'storefront',
    })
    assert.equal(old.statusCode, 401)
    assert.equal(old.headers['set-cookie'], undefined)
  })

  it('hands out tokens in cookies no script reads and no other site sends; over https they stay on https', async () => {
    for (const proto of ['http', 'https']) {
      const visit = await inject('POST', '/v1/customers/visitors', {
        'engawa-face': 'storefront',
        'x-forwarded-proto': proto,
      })
      const { name, value, flags } = cookieOf(visit.headers['set-cookie'])
      assert.equal(name, proto === 'https' ? '__Host-engawa_member' : 'engawa_member')
      for (const flag of ['httponly', 'samesite=lax', 'path=/']) assert.ok(flags.includes(flag), `${flag} of ${flags}`)
      assert.ok(!flags.some((flag) => flag.startsWith('domain')), 'of this host alone')
      assert.equal(flags.includes('secure'), proto === 'https')
      assert.equal(visit.json<{ token?: string }>().token, undefined, 'a face never sees the token')
      const asks = async (cookie: string) => {
        const headers = { 'engawa-face': 'storefront', 'x-forwarded-proto': proto, cookie: `${cookie}=${value}` }
        return (await inject('GET', '/v1/access/me', headers)).json<{ kind: string }>().kind
      }
      assert.equal(await asks(name), 'visitor')
      // Any host of the domain could have planted that one.
      if (proto === 'https') assert.equal(await asks('engawa_member'), 'nobody')
    }
  })

  it('believes nobody from outside about addresses: X-Forwarded-* counts only from this machine’s own proxy', async () => {
    const app = await buildApp(house.db)
    app.get('/seen', { config: { page: true } }, async (request) => ({ ip: request.ip, protocol: request.protocol }))
    const forged = { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' }
    const outside = await app.inject({ url: '/seen', remoteAddress: '198.51.100.1', headers: forged })
    assert.deepEqual(outside.json(), { ip: '198.51.100.1', protocol: 'http' })
    await app.close()
  })

  it('takes no field that an operation does not name: tier, balance, price, role, points, whose it is', async () => {
    const surplus = {
      tier: 'gold',
      balance: 1_000_000,
      points: 1_000_000,
      price_yen: 1,
      unit_yen: 1,
      total_yen: 1,
      role: 'admin',
      scopes: ['*'],
      customer_id: planted.a.email,
      verified_at: '2026-01-01T00:00:00Z',
      version: 999,
      is_admin: true,
    }
    const taken: string[] = []
    for (const operation of all.filter(({ body }) => body?.properties)) {
      const caller = house.callers.findLast((each) => belongs(each, operation.audience)) as Caller
      const path = Object.fromEntries(
        Object.entries(await things.path(caller, operation)).map(([k, v]) => [k, v.value]),
      )
      const body = plainBody(operation.body as Schema, things)
      for (const [field, value] of Object.entries(surplus)) {
        if (field in (operation.body?.properties ?? {})) continue
        const answer = await ask(
          house.app,
          { operation, path, query: {}, body: { ...(body as object), [field]: value } },
          caller.token,
        )
        const named = JSON.stringify(answer.body.errors ?? answer.body.field ?? '').includes(field)
        if (answer.status !== 400 || !named)
          taken.push(`${operation.name} ${field}: ${answer.status} ${answer.text.slice(0, 120)}`)
      }
    }
    assert.deepEqual(taken, [])
  })

  it('closes every object of every request, to the bottom', () => {
    const found: string[] = []
    for (const operation of all) {
      const walk = (schema: Schema | undefined, where: string): void => {
        if (!schema) return
        if (schema.properties && schema.additionalProperties !== false) found.push(where)
        for (const [name, inner] of Object.entries(schema.properties ?? {})) walk(inner, `${where}.${name}`)
        for (const inner of schema.anyOf ?? schema.oneOf ?? []) walk(inner, where)
        walk(schema.items, `${where}[]`)
      }
      walk(operation.body, operation.name)
    }
    assert.deepEqual(
      found.filter((where) => !openObjects.test(where)),
      [],
    )
  })

  it('takes an Idempotency-Key on every POST, or is a protocol of its own', async () => {
    const keyless: string[] = []
    for (const operation of all.filter((each) => each.method === 'POST' && !isProtocol(each))) {
      const caller = house.callers.findLast((each) => belongs(each, operation.audience)) as Caller
      const path = Object.fromEntries(
        Object.entries(await things.path(caller, operation)).map(([k, v]) => [k, v.value]),
      )
      const [body] = operation.body
        ? fc.sample(fitting(operation.body, things.known), { seed: 5, numRuns: 1 })
        : [undefined]
      const request = { operation, path, query: {}, body, headers: { 'idempotency-key': '' } }
      const answer = await ask(house.app, request, caller.token)
      if (answer.status < 300) keyless.push(operation.name)
    }
    assert.deepEqual(keyless, [])
  })

  it('tells every browser the rules with every answer, of data, pages, refusals and what is not there', async () => {
    const app = await buildApp(house.db)
    await mountFaces(app, undefined)
    for (const url of ['/v1/stores/places', '/v1/customers/me', '/nowhere', '/counter/', '/docs/', '/livez']) {
      const { headers } = await app.inject({ url, headers: { 'x-forwarded-proto': 'https' } })
      assert.equal(headers['x-content-type-options'], 'nosniff', url)
      assert.equal(headers['referrer-policy'], 'same-origin', url)
      assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains', url)
      const csp = String(headers['content-security-policy'])
      assert.match(csp, /default-src/, `${url}: ${csp}`)
      const scripts = /script-src ([^;]*)/.exec(csp)?.[1] ?? ''
      assert.ok(!scripts.includes('unsafe'), `${url}: ${scripts}`)
      assert.match(csp, /frame-ancestors 'none'/, url)
      assert.equal(headers['access-control-allow-origin'], undefined, url)
    }
    const hers = await ask(
      app,
      { operation: all.find(({ name }) => name === 'GET /v1/loyalty/me') as Operation, path: {}, query: {} },
      house.caller('member a').token,
    )
    assert.equal(hers.headers['cache-control'], 'no-store')
    await app.close()
  })

  it('serves its own files and no others, however the address is written', async () => {
    const app = await buildApp(house.db)
    await mountFaces(app, undefined)
    const climbs = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..\\',
      '..%5c',
      '....//',
      '..;/',
      '%252e%252e%252f',
      '..%c0%af',
      '%00../',
    ]
    const secrets = ['package.json', 'src/http.ts', 'etc/passwd', '.git/config', 'data/PG_VERSION']
    const doors = [
      '/counter/',
      '/counter/assets/',
      '/console/',
      '/docs/static/',
      '/docs/',
      '/v1/catalog/pictures/',
      '/',
    ]
    for (const door of doors)
      for (const climb of climbs)
        for (const secret of secrets) {
          const { statusCode, body } = await app.inject({ url: `${door}${climb.repeat(6)}${secret}` })
          assert.ok(statusCode < 500, `${door}${climb}${secret}: ${statusCode}`)
          assert.doesNotMatch(body, /"allowScripts"|buildApp|root:x:0|\[core\]/, `${door}${climb}${secret}`)
        }
    await app.close()
  })

  it('lets no line break of a caller into a header', async () => {
    const answer = await inject('GET', '/v1/stores/places?q=%0d%0aSet-Cookie:%20a=b&after=%0d%0aX-Evil:1', {
      'accept-language': 'en',
    })
    assert.ok(answer.statusCode < 500)
    assert.equal(answer.headers['set-cookie'], undefined)
    assert.equal(answer.headers['x-evil'], undefined)
  })
})

function cookieOf(header: string | string[] | undefined): { name: string; value: string; flags: string[] } {
  const [pair = '', ...flags] = String(Array.isArray(header) ? header[0] : header).split(';')
  const [name = '', value = ''] = pair.split('=')
  return { name, value: decodeURIComponent(value), flags: flags.map((flag) => flag.trim().toLowerCase()) }
}

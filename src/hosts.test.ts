/** Each face on a host of its own: what is found where, and whose sign-in counts where. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { openSession, putStaff } from '#access/access'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { buildApp } from '#http'

const hosts = {
  ENGAWA_STOREFRONT_ORIGINS: 'https://honoto.example.jp,https://ayatoyuki.example.jp',
  ENGAWA_COUNTER_ORIGIN: 'https://counter.example.jp',
  ENGAWA_CONSOLE_ORIGIN: 'https://console.example.jp',
  ENGAWA_API_ORIGIN: 'https://api.example.jp',
}

suite('one origin per face', () => {
  let house: TestDatabase
  let app: App
  before(async () => {
    Object.assign(process.env, hosts)
    useKey('test-key-of-a-throw-away-database-0123456789')
    house = await testDatabase()
    app = await buildApp(house.db)
    for (const face of ['counter', 'console'] as const)
      app.get(`/${face}/*`, { config: { page: true, face }, schema: { hide: true } }, async () => face)
    app.get('/products/:id', { config: { page: true, face: 'storefront' }, schema: { hide: true } }, async () => 'shop')
  })
  after(async () => {
    for (const name of Object.keys(hosts)) delete process.env[name]
    await app.close()
    await house.close()
  })
  const ask = (host: string, url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers: { host, 'x-forwarded-proto': 'https', ...headers } })

  test('a page is found at its own host only; both brands have the storefront', async () => {
    const found: Record<string, string[]> = {}
    for (const url of ['/products/1', '/counter/till', '/console/now', '/docs/'])
      for (const name of ['honoto', 'ayatoyuki', 'counter', 'console', 'api']) {
        const { statusCode } = await ask(`${name}.example.jp`, url)
        if (statusCode === 200) found[url] = [...(found[url] ?? []), name]
        else assert.equal(statusCode, 404, `${name} ${url}`)
      }
    assert.deepEqual(found, {
      '/products/1': ['honoto', 'ayatoyuki'],
      '/counter/till': ['counter'],
      '/console/now': ['console'],
      '/docs/': ['api'],
    })
  })

  test('the root of a host leads to its face', async () => {
    assert.equal((await ask('counter.example.jp', '/')).headers.location, '/counter/')
    assert.equal((await ask('console.example.jp', '/')).headers.location, '/console/')
    assert.equal((await ask('api.example.jp', '/')).headers.location, '/docs')
  })

  test('a host that is nobody’s is refused, whatever is asked; who watches the machine is answered', async () => {
    for (const url of ['/v1/catalog/products', '/products/1', '/counter/till']) {
      const answer = await ask('evil.example', url)
      assert.deepEqual([answer.statusCode, answer.json().code], [400, 'access.unknown_site'], url)
    }
    for (const url of ['/livez', '/health']) assert.equal((await ask('10.0.0.7:3000', url)).statusCode, 200)
  })

  test('a staff cookie counts at its own face’s host only', async () => {
    const { token } = await transaction(house.db, system, async (tx) => {
      const { staff_id } = await putStaff(tx, system, {
        code: 'S-1',
        display_name: 'S-1',
        role: 'admin',
        place_ids: [],
        pin: '246810',
      })
      return openSession(tx, { kind: 'staff', staff_id })
    })
    const as = (host: string, face: string, cookie = '__Host-engawa_staff') =>
      ask(host, '/v1/access/me', { cookie: `${cookie}=${token}`, 'engawa-face': face })
    assert.equal((await as('console.example.jp', 'console')).json().kind, 'staff')
    const planted = await as('console.example.jp', 'console', 'engawa_staff')
    assert.equal(planted.json().kind, 'nobody', 'any host of the domain could have set it')
    for (const [host, face] of [
      ['honoto.example.jp', 'console'],
      ['console.example.jp', 'counter'],
      ['api.example.jp', 'console'],
    ] as const) {
      const answer = await as(host, face)
      assert.deepEqual([answer.statusCode, answer.json().code], [403, 'access.face_elsewhere'], `${face} at ${host}`)
    }
  })

  test('our own renderer reaches the API by loopback, and finds no page there', async () => {
    const inner = { 'engawa-face': 'storefront' }
    assert.equal((await ask('127.0.0.1:3000', '/v1/catalog/categories', inner)).statusCode, 200)
    assert.equal((await ask('127.0.0.1:3000', '/products/1')).statusCode, 400)
  })
})

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { type Consent, consent, fake_channel, fakeLogin, fakeUser, redeem } from '#channels/line/fake'
import { idToken, issuer, personOf } from '#channels/line/id-token'
import { type Asking, type LineLogin, LineRefused } from '#channels/line/login'
import { webLogin } from '#channels/line/web'
import { randomToken } from '#core/id'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { clock } from '#core/time'

let database: TestDatabase
before(async () => {
  useKey('a key for tests')
  database = await testDatabase()
})
after(() => database.close())

const redirect_uri = 'https://shop.example.jp/line'
const asking = (): Asking => ({
  state: randomToken(32),
  nonce: randomToken(24),
  code_verifier: randomToken(48),
  redirect_uri,
})
/** What LINE's page does once she agrees, told by the address she was sent to. */
async function agreed(url: URL, name: string): Promise<URL> {
  const asked = Object.fromEntries(url.searchParams) as unknown as Consent
  return consent(database.db, asked, fakeUser(name))
}
const refused = (error: unknown) => error instanceof LineRefused

/** What both must do: one contract for the fake and for LINE's web login. */
function contract(name: string, login: () => LineLogin): void {
  describe(name, () => {
    test('she is sent to LINE with state, nonce and the hash of a verifier that stays here', async () => {
      const wish = asking()
      const { searchParams: sent, href } = login().authorization(wish)
      for (const [key, value] of Object.entries({
        response_type: 'code',
        client_id: fake_channel.id,
        redirect_uri,
        state: wish.state,
        nonce: wish.nonce,
        scope: 'openid profile',
        code_challenge_method: 'S256',
      }))
        assert.equal(sent.get(key), value, key)
      assert.ok(!href.includes(wish.code_verifier))
    })
    test('the code that comes back is traded for the person, once', async () => {
      const wish = asking()
      const back = await agreed(login().authorization(wish), '花子')
      assert.equal(back.searchParams.get('state'), wish.state)
      const code = back.searchParams.get('code') ?? ''
      assert.deepEqual(await login().person(code, wish), {
        user_id: fakeUser('花子').sub,
        name: '花子',
        ways: ['pwd'],
      })
      await assert.rejects(login().person(code, wish), refused)
    })
    test('another verifier, address or nonce is refused', async () => {
      for (const bent of [
        { code_verifier: randomToken(48) },
        { redirect_uri: 'https://evil.example/line' },
        { nonce: randomToken(24) },
      ]) {
        const wish = asking()
        const back = await agreed(login().authorization(wish), '花子')
        await assert.rejects(login().person(back.searchParams.get('code') ?? '', { ...wish, ...bent }), refused)
      }
      await assert.rejects(login().person('made-up', asking()), refused)
    })
  })
}
contract('the fake', () => fakeLogin(database.db))

// LINE's token endpoint over the fake's book, and the library's calls to LINE brought to it.
let server: Server
const real_fetch = globalThis.fetch
before(async () => {
  server = createServer(async (request, reply) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const form = Object.fromEntries(new URLSearchParams(body)) as Record<string, string>
    const { code = '', code_verifier = '', redirect_uri = '', client_id = '', client_secret, grant_type } = form
    const known = client_secret === fake_channel.secret && grant_type === 'authorization_code'
    try {
      if (!known || request.url !== '/oauth2/v2.1/token') throw new LineRefused('client')
      const id_token = await redeem(database.db, fake_channel, { code, code_verifier, redirect_uri, client_id })
      const answer = {
        access_token: randomToken(24),
        token_type: 'Bearer',
        expires_in: 2592000,
        id_token,
        scope: 'openid profile',
      }
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch {
      reply.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: 'invalid_grant' }))
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  globalThis.fetch = (async (asked: Request) => {
    assert.equal(new URL(asked.url).origin, 'https://api.line.me')
    const { pathname } = new URL(asked.url)
    return real_fetch(`http://127.0.0.1:${port}${pathname}`, {
      method: asked.method,
      headers: asked.headers,
      body: await asked.text(),
    })
  }) as typeof fetch
})
after(() => {
  globalThis.fetch = real_fetch
  server.close()
})
contract('LINE’s web login', () => webLogin(fake_channel.id, fake_channel.secret))

test('LINE that does not answer is not a refusal: she may try again', async () => {
  const redirected = globalThis.fetch
  globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'))
  const trying = webLogin(fake_channel.id, fake_channel.secret).person('code', asking())
  await assert.rejects(trying, (error) => !refused(error))
  globalThis.fetch = redirected
})

test('an ID token that is not LINE’s word to us about this sign-in is refused, whatever is wrong with it', () => {
  const now = Math.floor(clock.ms() / 1000)
  const good = {
    iss: issuer,
    sub: fakeUser('花子').sub,
    aud: fake_channel.id,
    iat: now,
    exp: now + 3600,
    nonce: 'n',
    name: '花子',
  }
  const expected = { channel_id: fake_channel.id, channel_secret: fake_channel.secret, nonce: 'n' }
  assert.equal(personOf(idToken(good, fake_channel.secret), expected).name, '花子')
  const bad = [
    idToken(good, 'another secret'),
    ...[
      { iss: 'https://evil.example' },
      { aud: '1' },
      { exp: now - 61 },
      { iat: now + 3600 },
      { nonce: 'other' },
      { sub: '' },
    ].map((bent) => idToken({ ...good, ...bent }, fake_channel.secret)),
  ]
  const [, body = ''] = idToken(good, fake_channel.secret).split('.')
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  bad.push(`${part({ alg: 'none' })}.${body}.`, `${part({ alg: 'none' })}.${body}.x`, 'not a token', '')
  const other = `${part({ alg: 'HS512' })}.${body}`
  bad.push(`${other}.${createHmac('sha512', fake_channel.secret).update(other).digest('base64url')}`)
  for (const token of bad) assert.throws(() => personOf(token, expected), refused, token)
})

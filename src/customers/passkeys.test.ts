import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { accessRoutes } from '#access/routes'
import { type Answer, type Bench, bench, type Caller } from '#access/testing'
import { rows, sql } from '#core/database'
import { id } from '#core/id'
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
afterEach(() => {
  setClock()
  delete process.env.ENGAWA_ORIGINS
  delete process.env.ENGAWA_RP_ID
})

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
type Options = { challenge: string; user?: { id: string }; rp?: { id: string }; rpId?: string }

/** An authenticator of our own that follows the rules, or breaks the one it is told to. */
class Authenticator {
  readonly credential_id = randomBytes(32)
  readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0
  handle = ''
  flags = 0x1d
  origin = 'http://localhost'

  make(options: Options) {
    this.handle = options.user?.id ?? ''
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
    const held = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), this.credential_id, isoCBOR.encode(cose)])
    const data = Buffer.concat([this.authData(options.rp?.id ?? 'localhost', 0x40), held])
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(data)],
    ])
    return this.wrapped({
      clientDataJSON: text(this.clientData('webauthn.create', options.challenge)),
      attestationObject: text(isoCBOR.encode(attestation as never)),
      transports: ['internal'],
    })
  }

  answer(options: Options) {
    const data = this.authData(options.rpId ?? 'localhost', 0)
    const client = this.clientData('webauthn.get', options.challenge)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey)
    return this.wrapped({
      clientDataJSON: text(client),
      authenticatorData: text(data),
      signature: text(signature),
      userHandle: this.handle,
    })
  }

  private authData(rp_id: string, more: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rp_id), Buffer.from([this.flags | more]), count])
  }
  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }
  private wrapped<T>(response: T) {
    const own = text(this.credential_id)
    return { id: own, rawId: own, type: 'public-key', clientExtensionResults: {}, response }
  }
}

async function member(): Promise<{ me: Caller; profile_id: string }> {
  const joined = await tablet('POST', '/v1/customers', { family_name: '木村', email: `p${id().slice(-10)}@example.jp` })
  const key = await b.key('customers.sessions')
  const { body } = await key('POST', `/v1/customers/${joined.body.profile_id}/sessions`)
  return { me: b.as(body.token), profile_id: joined.body.profile_id }
}
const options = (answer: Answer) => answer.body as unknown as Options
async function enrol(me: Caller, device = new Authenticator(), headers: Record<string, string> = {}) {
  const offered = await me('POST', '/v1/customers/me/passkey-challenges', undefined, headers)
  const made = await me(
    'POST',
    '/v1/customers/me/passkeys',
    { response: device.make(options(offered)), name: '花子の電話' },
    headers,
  )
  return { device, made }
}
const challenge = async (headers = {}) =>
  options(await b.as()('POST', '/v1/customers/passkey-challenges', undefined, headers))
const enter = (response: object, headers = {}) =>
  b.as()('POST', '/v1/customers/passkey-sessions', { response }, headers)

test('a member makes a passkey and signs in by it without saying who she is', async () => {
  const { me, profile_id } = await member()
  const { device, made } = await enrol(me)
  assert.deepEqual([made.status, made.body.name], [201, '花子の電話'])
  const opened = await enter(device.answer(await challenge()))
  assert.deepEqual([opened.status, opened.body.profile_id], [201, profile_id])
  assert.equal((await b.as(opened.body.token)('GET', '/v1/customers/me')).body.profile_id, profile_id)
  const [session] = (await b.as(opened.body.token)('GET', '/v1/access/sessions')).body.items as { method: string }[]
  assert.equal(session?.method, 'passkey')
})

test('a challenge is good once, for five minutes, and only for what it was made for', async () => {
  const { me } = await member()
  const { device } = await enrol(me)
  const first = await challenge()
  const answer = device.answer(first)
  assert.equal((await enter(answer)).status, 201)
  assert.deepEqual([(await enter(answer)).status, (await enter(answer)).body.code], [401, 'access.passkey_unknown'])
  const stale = await challenge()
  const later = clock.ms() + 301_000
  setClock(() => later)
  assert.equal((await enter(device.answer(stale))).status, 401)
  setClock()
  const to_make = options(await me('POST', '/v1/customers/me/passkey-challenges'))
  assert.equal((await enter(device.answer(to_make))).status, 401)
  const other = await member()
  const hers = new Authenticator().make(options(await other.me('POST', '/v1/customers/me/passkey-challenges')))
  assert.equal((await me('POST', '/v1/customers/me/passkeys', { response: hers })).status, 422)
  assert.equal((await enter(device.answer({ challenge: text(randomBytes(32)) }))).status, 401, 'made up')
})

test('another key, site, person or an unverified hand is refused, and all look alike', async () => {
  const { me } = await member()
  const { device } = await enrol(me)
  const wrong: [string, Partial<Authenticator>][] = [
    ['another site', { origin: 'https://evil.example' }],
    ['no user verification', { flags: 0x01 }],
    ['no user presence', { flags: 0x1c }],
    ['another person’s handle', { handle: text(randomBytes(16)) }],
  ]
  const told = new Set<string>()
  for (const [what, bend] of wrong) {
    const bent = Object.assign(Object.create(Object.getPrototypeOf(device)), device, bend) as Authenticator
    const refused = await enter(bent.answer(await challenge()))
    assert.equal(refused.status, 401, what)
    told.add(refused.text)
  }
  const thief = Object.assign(new Authenticator(), { credential_id: device.credential_id, handle: device.handle })
  told.add((await enter(thief.answer(await challenge()))).text)
  told.add((await enter(Object.assign(new Authenticator(), { handle: device.handle }).answer(await challenge()))).text)
  const elsewhere = device.answer({ ...(await challenge()), rpId: 'evil.example' })
  told.add((await enter(elsewhere)).text)
  assert.equal(told.size, 1)
  assert.equal((await enter(device.answer(await challenge()))).status, 201)
})

test('a counter that goes back is a copied key; one that goes on is remembered with the backup state', async () => {
  const { me } = await member()
  const { device } = await enrol(me)
  device.counter = 7
  device.flags = 0x0d
  assert.equal((await enter(device.answer(await challenge()))).status, 201)
  device.counter = 7
  assert.equal((await enter(device.answer(await challenge()))).status, 401)
  device.counter = 8
  assert.equal((await enter(device.answer(await challenge()))).status, 201)
  const listed = (await me('GET', '/v1/customers/me/passkeys')).body.items as { backed_up: boolean; used_at: string }[]
  assert.ok(listed[0]?.used_at)
  assert.equal(listed[0]?.backed_up, false)
})

test('she has several, names, renames and removes them; another’s are not hers; the same one registers once', async () => {
  const { me } = await member()
  const { device, made } = await enrol(me)
  await enrol(me)
  const list = async (who: Caller) =>
    (await who('GET', '/v1/customers/me/passkeys')).body.items as { passkey_id: string; name: string; site: string }[]
  assert.deepEqual(
    (await list(me)).map(({ site }) => site),
    ['localhost', 'localhost'],
  )
  const { passkey_id } = made.body as unknown as { passkey_id: string }
  const url = `/v1/customers/me/passkeys/${passkey_id}`
  assert.equal((await me('PATCH', url, { name: '会社の机' })).body.name, '会社の机')
  const stored = await rows<{ row: string }>(b.db, sql`select count(*)::text as row from access.passkey`)
  assert.deepEqual(stored, [{ row: '0' }], 'nobody sees passkeys past the API')
  const { me: stranger } = await member()
  assert.deepEqual(
    [
      (await stranger('DELETE', url)).status,
      (await stranger('PATCH', url, { name: 'x' })).status,
      (await list(stranger)).length,
    ],
    [404, 404, 0],
  )
  const again = await enrol(stranger, device)
  assert.deepEqual([again.made.status, again.made.body.code], [409, 'access.passkey_known'])
  assert.equal((await me('DELETE', url)).status, 204)
  assert.equal((await enter(device.answer(await challenge()))).status, 401)
})

test('each host name of the house has its own passkeys, or shares a domain’s; any other host is refused', async () => {
  process.env.ENGAWA_ORIGINS = 'https://shop.example.jp, https://app.example.jp, https://brand.example'
  process.env.ENGAWA_RP_ID = 'example.jp'
  const at = (host: string) => ({ host, 'x-forwarded-proto': 'https' })
  const { me } = await member()
  const device = new Authenticator()
  device.origin = 'https://shop.example.jp'
  const { made } = await enrol(me, device, at('shop.example.jp'))
  assert.equal(made.status, 201, made.text)
  device.origin = 'https://app.example.jp'
  const there = await challenge(at('app.example.jp'))
  assert.equal(there.rpId, 'example.jp')
  assert.equal((await enter(device.answer(there), at('app.example.jp'))).status, 201)
  assert.equal((await challenge(at('brand.example'))).rpId, 'brand.example')
  const made_up = await b.as()('POST', '/v1/customers/passkey-challenges', undefined, at('evil.example'))
  assert.deepEqual([made_up.status, made_up.body.code], [400, 'access.unknown_site'])
})

test('staff enrol a passkey under their PIN session and sign in by it, and it opens no member’s door', async () => {
  const shop = id()
  const clerk = await b.staff('clerk', [shop])
  const device = new Authenticator()
  const offered = options(await clerk('POST', '/v1/access/me/passkey-challenges'))
  const made = await clerk('POST', '/v1/access/me/passkeys', { response: device.make(offered) })
  assert.equal(made.status, 201, made.text)
  const ask = async () => options(await b.as()('POST', '/v1/access/passkey-challenges'))
  const opened = await b.as()('POST', '/v1/access/passkey-sessions', { response: device.answer(await ask()) })
  assert.deepEqual([opened.status, opened.body.place_id], [201, shop])
  assert.equal((await enter(device.answer(await challenge()))).status, 401)
  assert.equal(
    (await b.as()('POST', '/v1/access/passkey-sessions', { response: device.answer(await challenge()) })).status,
    401,
  )
})

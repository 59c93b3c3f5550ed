import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { blind } from '#core/secret'
import { clock, setClock } from '#core/time'
import * as access from './access.ts'
import { type Bench, bench } from './testing.ts'

let b: Bench
before(async () => {
  b = await bench([accessRoutes])
})
after(() => b.close())
afterEach(() => setClock())

const shop = id()
const other = id()

async function clerk(pin = '2468', place_ids = [shop]): Promise<string> {
  const code = id().slice(-8)
  await transaction(b.db, system, (tx) =>
    access.putStaff(tx, system, { code, display_name: '佐藤 花', role: 'clerk', place_ids, pin }),
  )
  return code
}
const signIn = (staff_code: string, pin: string, headers = {}, body = {}) =>
  b.as()('POST', '/v1/access/staff-sessions', { staff_code, pin, ...body }, headers)

test('a clerk signs in by code and PIN and is told who and where she is', async () => {
  const code = await clerk()
  const opened = await signIn(code, '2468')
  assert.equal(opened.status, 201)
  assert.equal(opened.body.place_id, shop)
  const me = await b.as(opened.body.token)('GET', '/v1/access/me')
  assert.equal(me.body.kind, 'staff')
  assert.deepEqual(me.body.place_ids, [shop])
  assert.equal((me.body.staff as { code: string }).code, code)
})

test('an unknown code and a wrong PIN look alike', async () => {
  const [wrong, unknown] = [await signIn(await clerk(), '1111'), await signIn('nobody', '1111')]
  assert.deepEqual([wrong.status, wrong.body], [unknown.status, unknown.body])
  assert.equal(wrong.body.code, 'access.wrong_pin')
})

test('five wrong PINs lock the code for a quarter of an hour, even against the right one, even in parallel', async () => {
  const code = await clerk()
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(code, String(1000 + at))))
  const compared = guesses.filter((guess) => guess.body.code === 'access.wrong_pin').length
  assert.equal(compared, 5)
  assert.equal((await signIn(code, '2468')).body.code, 'access.locked')
  const later = clock.ms() + 16 * 60_000
  setClock(() => later)
  assert.equal((await signIn(code, '2468')).status, 201)
})

test('a face gets an HttpOnly cookie and no token, and a write without the face header is refused', async () => {
  const opened = await signIn(await clerk(), '2468', { 'engawa-face': 'counter' })
  assert.equal(opened.body.token, undefined)
  const set = String(opened.headers['set-cookie'])
  assert.match(set, /^engawa_staff=es_.+HttpOnly; SameSite=Lax/)
  const cookie = set.split(';')[0] as string
  const face = { cookie, 'engawa-face': 'counter' }
  assert.equal((await b.as()('GET', '/v1/access/me', undefined, face)).body.kind, 'staff')
  assert.equal((await b.as()('GET', '/v1/access/me?face=console', undefined, { cookie })).body.kind, 'staff')
  assert.equal(
    (await b.as()('GET', '/v1/access/me', undefined, { cookie, 'engawa-face': 'storefront' })).body.kind,
    'nobody',
  )
  const forged = await b.as()('DELETE', '/v1/access/session', undefined, { cookie })
  assert.deepEqual([forged.status, forged.body.code], [403, 'access.face_header'])
  assert.equal((await b.as()('DELETE', '/v1/access/session', undefined, face)).status, 204)
  assert.equal((await b.as()('GET', '/v1/access/me', undefined, face)).body.kind, 'nobody')
})

test('the PIN switch ends the colleague’s session and keeps the shop', async () => {
  const first = await signIn(
    await clerk('2468', [shop, other]),
    '2468',
    { 'engawa-face': 'counter' },
    { place_id: other },
  )
  const cookie = String(first.headers['set-cookie']).split(';')[0] as string
  const face = { cookie, 'engawa-face': 'counter' }
  const second = await signIn(await clerk('1357', [shop, other]), '1357', face)
  assert.equal(second.body.place_id, other)
  assert.equal((await b.as()('GET', '/v1/access/me', undefined, face)).body.kind, 'nobody')
})

test('a session runs out, and a dead Bearer token is refused rather than taken for nobody', async () => {
  const { token } = (await signIn(await clerk(), '2468')).body as { token: string }
  const later = clock.ms() + 13 * 3_600_000
  setClock(() => later)
  assert.equal((await b.as(token)('GET', '/v1/access/me')).body.code, 'access.token')
  assert.equal((await b.as('ek_nonsense')('GET', '/v1/access/me')).status, 401)
})

test('an admin does what every role does, a manager what hers do, a clerk her own', () => {
  const who = (role: string) => ({ kind: 'staff' as const, id: 'x', role })
  const may = (role: string, entry: string) => {
    try {
      access.admit(who(role), [entry])
      return true
    } catch {
      return false
    }
  }
  assert.deepEqual(
    ['clerk', 'agent', 'marketer', 'merchandiser', 'manager', 'admin'].map((entry) => may('admin', `staff:${entry}`)),
    [true, true, true, true, true, true],
  )
  assert.deepEqual([may('manager', 'staff:clerk'), may('manager', 'staff:admin')], [true, false])
  assert.deepEqual(
    [may('clerk', 'staff'), may('clerk', 'staff:clerk'), may('clerk', 'staff:agent')],
    [true, true, false],
  )
  assert.equal(may('clerk', 'member'), false)
  assert.throws(() => access.admit({ kind: 'nobody', id: 'nobody' }, ['member']), {
    code: 'access.sign_in',
    status: 401,
  })
  assert.throws(() => access.needPlace({ kind: 'staff', id: 'x', place_ids: [shop] }, other), { code: 'access.place' })
})

test('a manager makes clerks for her own shops only; a PIN never comes back', async () => {
  const manager = await b.staff('manager', [shop])
  const code = id().slice(-8)
  const made = await manager('POST', '/v1/access/staff', {
    code,
    display_name: '鈴木',
    role: 'clerk',
    place_ids: [shop],
    pin: '9753',
  })
  assert.equal(made.status, 201)
  assert.equal(made.body.has_pin, true)
  assert.doesNotMatch(made.text, /\b9753\b|scrypt/)
  const again = await manager('POST', '/v1/access/staff', {
    code,
    display_name: '鈴木',
    role: 'clerk',
    place_ids: [shop],
  })
  assert.deepEqual([again.status, again.body.field], [409, 'code'])
  const beyond = [
    { role: 'clerk', place_ids: [other] },
    { role: 'manager', place_ids: [shop] },
    { role: 'clerk', place_ids: [] },
  ]
  for (const wish of beyond) {
    const refused = await manager('POST', '/v1/access/staff', { code: id().slice(-8), display_name: 'x', ...wish })
    assert.equal(refused.body.code, 'access.staff_beyond')
  }
  const clerkCalls = await b.staff('clerk', [shop])
  assert.equal((await clerkCalls('POST', '/v1/access/staff', {})).status, 403)
})

test('a staff member is put under the retailer’s own id as often as one likes; leaving ends her sessions', async () => {
  const hr = await b.key('access.write')
  const put = (body: object) => hr('PUT', '/v1/access/staff/ext:HR-17', body)
  const base = { code: `S-${id().slice(-6)}`, display_name: '高橋', role: 'clerk', place_ids: [shop], pin: '8642' }
  const first = await put(base)
  const second = await put({ ...base, display_name: '髙橋' })
  assert.equal(first.body.staff_id, second.body.staff_id)
  assert.deepEqual([second.body.display_name, second.body.version], ['髙橋', 2])
  const { token } = (await signIn(base.code, '8642')).body as { token: string }
  await put({ ...base, active: false })
  assert.equal((await b.as(token)('GET', '/v1/access/me')).status, 401)
  assert.equal((await signIn(base.code, '8642')).status, 401)
})

test('staff are listed page by page', async () => {
  const admin = await b.staff('admin')
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await admin('GET', `/v1/access/staff?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...(page.body.items as { code: string }[]).map((one) => one.code))
    cursor = page.body.next as string | null
  } while (cursor)
  assert.equal(new Set(seen).size, seen.length)
  assert.ok(seen.length > 5)
  assert.equal((await admin('GET', '/v1/access/staff?cursor=rubbish')).body.code, 'core.cursor')
})

test('an API key is shown once, does what its scopes say and dies when revoked', async () => {
  const admin = await b.staff('admin')
  const made = await admin('POST', '/v1/access/api-keys', { name: 'POS', scopes: ['access.read'] })
  assert.match(made.body.key, /^ek_/)
  const listed = await admin('GET', '/v1/access/api-keys')
  assert.ok(!listed.text.includes(made.body.key))
  const pos = b.as(made.body.key)
  assert.equal((await pos('GET', '/v1/access/staff')).status, 200)
  assert.equal((await pos('POST', '/v1/access/staff', { code: 'x', display_name: 'x', role: 'clerk' })).status, 403)
  assert.equal((await admin('DELETE', `/v1/access/api-keys/${made.body.key_id}`)).status, 204)
  assert.equal((await pos('GET', '/v1/access/staff')).status, 401)
})

test('a code fits once, five wrong guesses spoil it, and the sixth mail within the hour is refused', async () => {
  const within = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(b.db, system, work)
  const subject = blind('test', id())
  const code = await within((tx) => access.issueCode(tx, subject))
  assert.match(code, /^\d{6}$/)
  assert.equal(await within((tx) => access.checkCode(tx, subject, code)), true)
  assert.equal(await within((tx) => access.checkCode(tx, subject, code)), false)
  const second = await within((tx) => access.issueCode(tx, subject))
  const wrong = second === '000000' ? '000001' : '000000'
  for (let guess = 0; guess < 5; guess++)
    assert.equal(await within((tx) => access.checkCode(tx, subject, wrong)), false)
  assert.equal(await within((tx) => access.checkCode(tx, subject, second)), false)
  for (let send = 3; send <= 5; send++) await within((tx) => access.issueCode(tx, subject))
  await assert.rejects(
    within((tx) => access.issueCode(tx, subject)),
    { code: 'access.too_many_codes', status: 429 },
  )
  const later = clock.ms() + 61 * 60_000
  setClock(() => later)
  assert.match(await within((tx) => access.issueCode(tx, subject)), /^\d{6}$/)
})

test('the audit tells an admin who looked at a person, and the application cannot rewrite it', async () => {
  const profile_id = id()
  await transaction(b.db, system, async (tx) => {
    for (const action of ['customers.viewed', 'customers.scanned', 'customers.changed'])
      await access.audit(tx, { kind: 'staff', id: 's-1', place_id: shop }, action, profile_id)
  })
  const admin = await b.staff('admin')
  const page = await admin('GET', `/v1/access/audit?profile_id=${profile_id}&limit=2`)
  const items = page.body.items as { action: string; place_id: string }[]
  assert.equal(items.length, 2)
  assert.equal(items[0]?.place_id, shop)
  const rest = await admin('GET', `/v1/access/audit?profile_id=${profile_id}&limit=2&cursor=${page.body.next}`)
  assert.equal((rest.body.items as unknown[]).length, 1)
  assert.equal(
    (await (await b.staff('manager', [shop]))('GET', `/v1/access/audit?profile_id=${profile_id}`)).status,
    403,
  )
  await assert.rejects(b.db.pool.query('delete from access.audit'), /permission denied/)
})

import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { accessRoutes } from '#access/routes'
import { system } from '#core/actor'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { forgetKept } from '#core/kept'
import { clock, setClock } from '#core/time'
import * as access from './access.ts'
import { type Bench, bench } from './testing.ts'

let b: Bench
before(async () => {
  b = await bench([accessRoutes])
})
after(() => b.close())
afterEach(() => setClock())

const counter = { 'engawa-face': 'counter' }
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] as string
async function clerk(shop: string | null = id()) {
  const code = id().slice(-8)
  const staff = await transaction(b.db, system, (tx) =>
    access.putStaff(tx, system, {
      code,
      display_name: '佐藤 花',
      role: shop ? 'clerk' : 'agent',
      place_ids: shop ? [shop] : [],
      pin: '2468',
    }),
  )
  return { code, staff_id: staff.staff_id }
}
const signIn = (staff_code: string, headers = {}) =>
  b.as()('POST', '/v1/access/staff-sessions', { staff_code, pin: '2468' }, headers)
const who = async (cookie: string) =>
  (await b.as()('GET', '/v1/access/me', undefined, { ...counter, cookie })).body.kind as string
const later = (minutes: number) => {
  const then = clock.ms() + minutes * 60_000
  setClock(() => then)
  forgetKept()
}

test('signing in always makes a new session: a token planted in the browser beforehand is worth nothing', async () => {
  const { code } = await clerk()
  const planted = `engawa_staff=es_${'A'.repeat(43)}`
  const opened = await signIn(code, { ...counter, cookie: planted })
  assert.notEqual(cookieOf(opened), planted)
  assert.equal(await who(planted), 'nobody')
  const again = await signIn(code, { ...counter, cookie: cookieOf(opened) })
  assert.notEqual(cookieOf(again), cookieOf(opened))
  assert.deepEqual([await who(cookieOf(opened)), await who(cookieOf(again))], ['nobody', 'staff'])
})

test('the cookie is HttpOnly, Lax and, but in clear on this machine itself, Secure', async () => {
  const { code } = await clerk()
  const set = async (headers: object) => String((await signIn(code, { ...counter, ...headers })).headers['set-cookie'])
  assert.match(await set({ host: 'localhost:3000' }), /HttpOnly; SameSite=Lax$/)
  assert.match(await set({ host: 'shop.example.jp' }), /HttpOnly; Secure; SameSite=Lax$/)
  assert.match(await set({ host: '192.168.0.7:3000' }), /; Secure/)
  assert.match(await set({ host: 'localhost', 'x-forwarded-proto': 'https' }), /; Secure/)
})

test('a write with a cookie needs the header of its face, which no other site can send', async () => {
  const cookie = cookieOf(await signIn((await clerk()).code, counter))
  for (const [method, url] of [
    ['DELETE', '/v1/access/sessions'],
    ['POST', '/v1/access/staff'],
  ] as const) {
    const forged = await b.as()(method, url, method === 'POST' ? {} : undefined, { cookie })
    assert.deepEqual([forged.status, forged.body.code], [403, 'access.face_header'])
  }
  assert.equal(await who(cookie), 'staff')
})

test('she sees where she is signed in, ends one session, and signs out everywhere else or everywhere', async () => {
  const { code } = await clerk()
  const phone = {
    'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1',
  }
  const opened = await Promise.all([signIn(code, phone), signIn(code), signIn(code), signIn(code)])
  const tokens = opened.map(({ body }) => body.token as string)
  const me = b.as(tokens[0])
  const list = async () =>
    (await me('GET', '/v1/access/sessions')).body.items as { session_id: string; current: boolean; device: string }[]
  const all = await list()
  assert.deepEqual(
    [all.length, all.filter(({ current }) => current).map(({ device }) => device)],
    [4, ['iPhone・Safari']],
  )
  const other = all.find(({ current }) => !current)?.session_id as string
  assert.equal((await me('DELETE', `/v1/access/sessions/${other}`)).status, 204)
  assert.equal((await list()).length, 3)
  assert.deepEqual((await me('DELETE', '/v1/access/sessions?others=true')).body, { ended: 2 } as never)
  const alive = await Promise.all(tokens.map(async (token) => (await b.as(token)('GET', '/v1/access/me')).status))
  assert.deepEqual(alive, [200, 401, 401, 401])
  const stranger = b.as((await signIn((await clerk()).code)).body.token)
  const mine = (await list())[0]?.session_id
  assert.equal((await stranger('DELETE', `/v1/access/sessions/${mine}`)).status, 404)
  assert.deepEqual((await me('DELETE', '/v1/access/sessions')).body, { ended: 1 } as never)
  assert.equal((await me('GET', '/v1/access/me')).status, 401)
})

test('a till left alone for half an hour wants the PIN again; work keeps it open, looking does not', async () => {
  const { code } = await clerk()
  const cookie = cookieOf(await signIn(code, counter))
  const work = () => b.as()('POST', '/v1/access/staff', {}, { ...counter, cookie })
  later(29)
  assert.equal((await work()).status, 403)
  later(29)
  assert.equal(await who(cookie), 'staff')
  later(2)
  assert.equal(await who(cookie), 'nobody')
  assert.equal((await work()).status, 401)
})

test('a desk outside the shops and a system’s token do not lock', async () => {
  const desk = cookieOf(await signIn((await clerk(null)).code, counter))
  const token = (await signIn((await clerk()).code)).body.token as string
  later(60)
  assert.equal(await who(desk), 'staff')
  assert.equal((await b.as(token)('GET', '/v1/access/me')).status, 200)
})

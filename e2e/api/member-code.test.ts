/**
 * Forged, replayed and borrowed member codes. `ENGAWA_FORGED` codes against the verifier (20,000) and
 * `ENGAWA_FORGED_HTTP` by HTTP (100): set 1000000 and 1000 for the full count.
 */
import assert from 'node:assert/strict'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { after, afterEach, before, describe, it } from 'node:test'
import { makeApiKey, openSession, putStaff } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { clock, setClock } from '../../src/core/time.ts'
import { openBalance } from '../../src/loyalty/loyalty.ts'
import { compose, isFresh, isGenuine, isMemberCode, type Mac, parse, stepAt } from '../../src/pricing/memberCode.ts'
import { openShop, type Shop } from './app.ts'

const forged = Number(process.env.ENGAWA_FORGED ?? 20_000)
const forged_http = Number(process.env.ENGAWA_FORGED_HTTP ?? 100)
const shirt = '4599990000030'

const macUnder =
  (key: Uint8Array): Mac =>
  (text) =>
    createHmac('sha256', key).update(text).digest('hex').slice(0, 16)

/** One forgery after another, each made as a thief might: by chance, by a bit, from another time, key or handle. */
function* forgeries(handle: string, own: Mac, now_ms: () => number): Generator<string> {
  const thief = macUnder(randomBytes(32))
  const chance = () => randomBytes(8).toString('hex')
  const tricks: ((head: string, step: number, at: number) => string)[] = [
    (head) => `${head}.${chance()}`,
    (head, _, at) => `${head}.${flipped(own(head), at % 64)}`,
    (_, step, at) => compose(handle, step + (at % 3) - 1, thief),
    (head, step, at) => `${head}.${own(`v1.${handle}.${step - 2 - (at % 100)}`)}`,
    (_, step, at) => compose(handle, step - 2 - (at % 1000), own),
    (_, step, at) => compose(handle, step + 2 + (at % 1000), own),
    (head, step) => `v1.${randomBytes(12).toString('base64url')}.${step}.${own(head)}`,
    (head) => `${head}.${own(head)}${chance()}`,
    (head) => `${head}.${own(head).slice(1)}`,
    (head, step) => `v1.${handle}.0${step}.${own(head)}`,
  ]
  for (let at = 0; ; at++) {
    const step = stepAt(now_ms())
    const trick = tricks[at % tricks.length] as (typeof tricks)[number]
    yield trick(`v1.${handle}.${step}`, step, Math.floor(at / tricks.length))
  }
}

/** The mac with one of its bits the other way. */
function flipped(mac: string, bit: number): string {
  return (BigInt(`0x${mac}`) ^ (1n << BigInt(bit))).toString(16).padStart(16, '0')
}

describe('member codes', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop?.close())
  afterEach(() => setClock())

  it(`none of ${forged} forged codes passes the verifier, and every genuine one does`, () => {
    const own = macUnder(randomBytes(32))
    const handle = 'AbCdEfGhIjKlMnOp'
    const now_ms = 1_795_000_000_000
    const passes = (shown: string) => {
      if (!isMemberCode(shown)) return false
      const read = parse(shown)
      return read.handle === handle && isGenuine(read, own) && isFresh(read, now_ms)
    }
    let accepted = 0
    let tried = 0
    for (const shown of forgeries(handle, own, () => now_ms)) {
      if (passes(shown)) accepted++
      if (++tried === forged) break
    }
    assert.equal(accepted, 0)
    for (const drift of [-1, 0, 1]) assert.ok(passes(compose(handle, stepAt(now_ms) + drift, own)))
  })

  type Card = { handle: string; key: string; codes: { code: string }[] }
  const cardOf = async (token: string) => (await shop.as(token).get('/v1/customers/me/card')).body as unknown as Card

  it(`none of ${forged_http} forged codes is taken over HTTP; ten wrong ones lock that till for a minute, and it alone`, async () => {
    const member = await shop.member('forged')
    const { handle, key } = await cardOf(member.token)
    const start = clock.ms()
    let now = start
    setClock(() => now)
    const tills = [shop.staff.clerk.token, shop.staff.setagaya_clerk.token]
    const statuses = new Map<number, number>()
    let sent = 0
    for (const shown of forgeries(handle, macUnder(Buffer.from(key, 'base64url')), () => now)) {
      const till = tills[Math.floor(sent / 10) % 2]
      const { status } = await shop.as(till).post('/v1/customers/scans', { code: shown })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (++sent === forged_http) break
      // Each till rests for its minute, so that every forgery is really looked at.
      if (sent % 20 === 0) now += 61_000
    }
    assert.deepEqual([...statuses.keys()].sort(), [404, 410])
    now += 120_000
    const clerk = shop.as(shop.staff.clerk.token)
    for (let at = 0; at < 10; at++) await clerk.post('/v1/customers/scans', { code: '2999999999999' })
    const fresh = (await cardOf(member.token)).codes
    const locked = await clerk.post('/v1/customers/scans', { code: fresh[0]?.code })
    assert.deepEqual(
      [locked.status, locked.body.code, locked.headers.get('retry-after')],
      [429, 'access.too_many', '60'],
    )
    const beside = await shop.as(shop.staff.setagaya_clerk.token).post('/v1/customers/scans', { code: fresh[0]?.code })
    assert.equal(beside.status, 201)
    now += 61_000
    const next = (await cardOf(member.token)).codes[0]?.code
    assert.equal((await clerk.post('/v1/customers/scans', { code: next })).status, 201)
  })

  it('the same code on two tablets at once is taken by exactly one, twenty times over', async () => {
    const member = await shop.member('twice')
    const start = clock.ms() + 3_600_000
    let now = start
    setClock(() => now)
    for (let round = 0; round < 20; round++) {
      now += 90_000
      const code = (await cardOf(member.token)).codes[0]?.code
      const tills = [shop.staff.clerk.token, shop.staff.setagaya_clerk.token]
      const answers = await Promise.all(tills.map((till) => shop.as(till).post('/v1/customers/scans', { code })))
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
    }
  })

  it('a read code lets points be spent in the shop that read it, for ten minutes, by till and by system alike', async () => {
    const member = await shop.member('spends')
    await transaction(shop.db, system, (tx) =>
      openBalance(tx, system, { profile_id: member.profile_id, amount: 900, source: 'test' }),
    )
    const start = clock.ms() + 7_200_000
    let now = start
    setClock(() => now)
    const scan = async (token: string) => {
      now += 90_000
      const code = (await cardOf(member.token)).codes[0]?.code
      return (await shop.as(token).post('/v1/customers/scans', { code })).body.scan_id as string
    }
    const sale = async (token: string, scan_id: string | undefined, place_id: string) => {
      const wish = { way: 'carry', channel: 'till', place_id, profile_id: member.profile_id, points_used: 100 }
      const rest = { lines: [{ gtin: shirt, quantity: 1 }], payments: [{ method: 'cash' }] }
      const sold = await shop.as(token).post('/v1/orders', { ...wish, ...rest, ...(scan_id && { scan_id }) })
      return sold.status === 201 ? 'sold' : sold.body.code
    }
    const here = await scan(shop.staff.clerk.token)
    assert.equal(await sale(shop.staff.setagaya_clerk.token, here, shop.setagaya), 'orders.scan_needed', 'another shop')
    assert.equal(await sale(shop.staff.clerk.token, here, shop.shinjuku), 'sold')
    // The colleague who takes over the till by her PIN goes on with the sale.
    const colleague = await transaction(shop.db, system, async (tx) => {
      const made = { code: 'S-009', display_name: '交代', role: 'clerk' as const, place_ids: [shop.shinjuku] }
      const { staff_id } = await putStaff(tx, system, made)
      return openSession(tx, { kind: 'staff', staff_id, place_id: shop.shinjuku })
    })
    assert.equal(await sale(colleague.token, here, shop.shinjuku), 'sold')
    now += 10 * 60_000
    assert.equal(await sale(shop.staff.clerk.token, here, shop.shinjuku), 'orders.scan_needed', 'too late')

    // Without her phone: the bar code alone pays nothing, with her PIN it does.
    const pin = { pin: '4073' }
    assert.equal((await shop.as(member.token).put('/v1/customers/me/pin', pin)).body.code, 'access.fresh_sign_in')
    const { token: fresh } = await transaction(shop.db, system, (tx) =>
      openSession(tx, { kind: 'member', profile_id: member.profile_id }),
    )
    const set = await shop.as(fresh).put('/v1/customers/me/pin', pin)
    assert.equal(set.status, 200, set.text)
    const { member_number } = (await shop.as(member.token).get('/v1/customers/me/card')).body
    const clerk = shop.as(shop.staff.clerk.token)
    const shown = (await clerk.post('/v1/customers/scans', { code: member_number })).body.scan_id as string
    assert.equal(await sale(shop.staff.clerk.token, shown, shop.shinjuku), 'orders.scan_needed', 'a bar code')
    const typed = await clerk.post(`/v1/customers/${member.profile_id}/pin-checks`, { scan_id: shown, pin: '4073' })
    assert.equal(await sale(shop.staff.clerk.token, typed.body.scan_id as string, shop.shinjuku), 'sold')

    const pos = await transaction(shop.db, system, (tx) => makeApiKey(tx, { name: 'POS', scopes: ['*'] }))
    const other_pos = await transaction(shop.db, system, (tx) => makeApiKey(tx, { name: 'POS 2', scopes: ['*'] }))
    assert.equal(await sale(pos.key, undefined, shop.shinjuku), 'orders.scan_needed')
    assert.equal(await sale(pos.key, randomUUID(), shop.shinjuku), 'orders.scan_needed')
    const read = await scan(pos.key)
    assert.equal(await sale(other_pos.key, read, shop.shinjuku), 'orders.scan_needed')
    assert.equal(await sale(pos.key, read, shop.shinjuku), 'sold')
  })
})

/** J4 at the API: she joins on the shop's tablet, buys at once, and is a member everywhere (the join bonus comes with promotions). */
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { inbox } from '../../src/channels/email/fake.ts'
import { seedPurposes } from '../../src/consent/consent.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { forgetKept } from '../../src/core/kept.ts'
import { putSetting } from '../../src/core/settings.ts'
import { setClock } from '../../src/core/time.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const biscuits = '4599990000061'

describe('J4 tablet join', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
    await transaction(shop.db, system, seedPurposes)
  })
  after(() => shop?.close())
  afterEach(() => setClock())

  const face = { 'engawa-face': 'storefront' }
  const send = (method: 'POST' | 'GET', url: string, payload?: object, headers: Record<string, string> = {}) =>
    shop.app.inject({
      method,
      url,
      headers: { 'idempotency-key': crypto.randomUUID(), ...face, ...headers },
      ...(payload && { payload }),
    })
  const clerk = () => shop.as(shop.staff.clerk.token)
  const email = 'kitayama@example.jp'
  let ticket = ''
  let cookie = ''
  let joined: { profile_id: string; member_number: string }

  it('staff hand the tablet over; she registers herself, sees her card at once and says what she agrees to, word by word', async () => {
    const handed = await clerk().post('/v1/customers/sign-ups', undefined)
    assert.equal(handed.status, 201, handed.text)
    ticket = handed.body.sign_up as string
    assert.match(handed.body.join_url as string, /\/join#[\w-]{43}$/)
    const made = await send('POST', '/v1/customers', { sign_up: ticket, family_name: '北山', given_name: '緑', email })
    assert.equal(made.statusCode, 201, made.body)
    joined = made.json()
    cookie = String(made.headers['set-cookie']).split(';')[0] as string
    const card = (await send('GET', '/v1/customers/me/card', undefined, { cookie })).json()
    assert.deepEqual([card.member_number, card.codes.length], [joined.member_number, 10])
    const purposes = (await send('GET', '/v1/consent/purposes')).json().items as {
      purpose: string
      wording: { version: number }
      required: boolean
    }[]
    const decisions = purposes.map(({ purpose, wording, required }) => ({
      purpose,
      channel: 'all',
      granted: required || purpose === 'personalise',
      wording_version: wording.version,
    }))
    const said = await send('POST', '/v1/consent/decisions', { source: 'counter_tablet', decisions }, { cookie })
    assert.equal(said.statusCode, 201, said.body)
    const granted = said.json().items.filter((one: { granted: boolean }) => one.granted)
    assert.deepEqual([...new Set(granted.map((one: { purpose: string }) => one.purpose))].sort(), [
      'personalise',
      'service',
    ])
  })

  it('the ticket is good once, and the tablet forgets her after ten minutes', async () => {
    const again = await send('POST', '/v1/customers', { sign_up: ticket, family_name: '別人' })
    assert.deepEqual([again.statusCode, again.json().code], [410, 'customers.sign_up_stale'])
    const then = Date.now() + 11 * 60_000
    setClock(() => then)
    forgetKept()
    assert.equal((await send('GET', '/v1/customers/me', undefined, { cookie })).statusCode, 401)
  })

  it('she buys tea biscuits: ¥3,240 with ¥240 tax, and 32 points are hers', async () => {
    const scan = await clerk().post('/v1/customers/scans', { code: joined.member_number })
    const sale = await clerk().post('/v1/orders', {
      way: 'carry',
      profile_id: scan.body.profile_id,
      lines: [{ gtin: biscuits, quantity: 1 }],
      payments: [{ method: 'cash', tendered_yen: 5000 }],
    })
    assert.deepEqual([sale.body.total_yen, sale.body.tax_yen, sale.body.points_earned], [3240, 240, 32], sale.text)
    const balance = await clerk().get(`/v1/loyalty/profiles/${joined.profile_id}`)
    assert.equal(balance.body.available, 32)
  })

  it('EC knows her at once by a mailed code', async () => {
    const { browser_key } = (await shop.as().post('/v1/customers/sign-in-codes', { email })).body
    const code = /\d{6}/.exec((await inbox(shop.db, email, 1))[0]?.subject ?? '')?.[0]
    const opened = await shop.as().post('/v1/customers/sessions', { email, code, browser_key })
    assert.equal(opened.status, 201, opened.text)
    const me = shop.as(opened.body.token as string)
    assert.equal((await me.get('/v1/customers/me')).body.name, '北山 緑')
    assert.equal((await me.get('/v1/loyalty/me')).body.available, 32)
  })

  it('the same e-mail cannot register twice, by any door', async () => {
    for (const who of [shop.as(), clerk(), shop.as(shop.api_key)]) {
      const twice = await who.post('/v1/customers', { family_name: '別人', email: 'KITAYAMA@example.jp' })
      assert.deepEqual([twice.status, twice.body.code, twice.body.field], [409, 'customers.email_taken', 'email'])
    }
  })

  it('her route, place and who handed her the tablet are counted, beside last year’s same days', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date())
    const year_ago = `${Number(today.slice(0, 4)) - 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`
    const system_of = shop.as(shop.api_key)
    for (const route of ['counter_tablet', 'counter_tablet', 'poster'])
      await system_of.post('/v1/customers', { family_name: '昨年', route, registered_at: `${year_ago}T12:00:00+09:00` })
    await system_of.post('/v1/customers', { family_name: '今年', route: 'poster' })
    await system_of.post('/v1/customers', { family_name: '今年', route: 'line' })
    const manager = shop.as(shop.staff.manager.token)
    const report = await manager.get(`/v1/customers/sign-ups?from=${today}&to=${today}`)
    assert.deepEqual(
      (
        report.body.items as {
          route: string
          joined: number
          joined_year_before: number
          change_percent: number | null
        }[]
      )
        .map(({ route, joined: now, joined_year_before, change_percent }) => [
          route,
          now,
          joined_year_before,
          change_percent,
        ])
        .sort(),
      [
        ['counter_tablet', 1, 2, -50],
        ['line', 1, 0, null],
        ['poster', 1, 1, 0],
      ],
    )
    const by_place = await manager.get(`/v1/customers/sign-ups?from=${today}&to=${today}&by_place=true`)
    const tablet = (by_place.body.items as { route: string; place_id: string | null; joined: number }[]).find(
      ({ route, joined: now }) => route === 'counter_tablet' && now === 1,
    )
    assert.equal(tablet?.place_id, shop.shinjuku)
    assert.equal((await clerk().get(`/v1/customers/sign-ups?from=${today}&to=${today}`)).status, 403)
    const backwards = await manager.get(`/v1/customers/sign-ups?from=${today}&to=${year_ago}`)
    assert.deepEqual([backwards.status, backwards.body.field], [400, 'to'])
  })

  it('nobody joins by a route she did not come by, nor by a poster that was taken down', async () => {
    const claimed = await shop.as().post('/v1/customers', { family_name: '自称', route: 'counter_tablet' })
    assert.deepEqual([claimed.status, claimed.body.field], [422, 'route'])
    const manager = shop.as(shop.staff.manager.token)
    const poster = await manager.post('/v1/stores/posters', {
      place_id: shop.shinjuku,
      name: '入口',
      code: 'iriguchi-1',
    })
    assert.deepEqual([poster.status, poster.body.code], [201, 'IRIGUCHI-1'])
    assert.equal((await manager.post('/v1/stores/posters', { place_id: shop.setagaya, name: '他店' })).status, 403)
    const printed = await manager.get(`/v1/stores/posters/${poster.body.poster_id}`)
    assert.match(printed.body.qr_svg as string, /^<svg/)
    assert.match(printed.body.join_url as string, /\/join\/IRIGUCHI-1$/)
    const join = () => shop.as().post('/v1/customers', { family_name: '山田', poster_code: 'iriguchi-1' })
    const found = await clerk().get(`/v1/customers/${(await join()).body.profile_id}`)
    assert.equal(found.body.route, 'poster')
    const down = await shop.app.inject({
      method: 'PATCH',
      url: `/v1/stores/posters/${poster.body.poster_id}`,
      headers: { authorization: `Bearer ${shop.staff.manager.token}` },
      payload: { active: false },
    })
    assert.equal(down.statusCode, 200)
    const late = await join()
    assert.deepEqual([late.status, late.body.field], [404, 'poster_code'])
  })

  it('a retailer may ask that guardians register children', async () => {
    await transaction(shop.db, system, (tx) => putSetting(tx, 'customers.least_age', 13, 'test'))
    const child = await shop.as().post('/v1/customers', { family_name: '小さい', birth_date: '2020-05-05' })
    assert.deepEqual(
      [child.status, child.body.code, child.body.field],
      [422, 'customers.guardian_needed', 'birth_date'],
    )
  })

  it('leaves every ledger right', async () => {
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

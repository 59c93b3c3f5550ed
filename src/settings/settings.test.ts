import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { type Bench, bench, type Caller } from '#access/testing'
import { declared, setting } from '#core/settings'
import { setClock } from '#core/time'
import { bounded, compile } from '#core/validation'
import '#http'
import { forgetKept } from '#core/kept'
import { pointsProgramme } from '#loyalty/settings'
import { settingRoutes } from '#settings/routes'
import { storeRoutes } from '#stores/routes'

type Shown = {
  value: unknown
  usual: unknown
  decided: boolean
  version: number
  planned: { version: number; value: unknown; effective_at: string }[]
}
type Change = { version: number; from: unknown; to: unknown; state: string; actor_kind: string; actor_id: string }

const told = { ja: '書きました' }
const complete = {
  seller_name: told,
  responsible_person: told,
  postal_code: '160-0022',
  address: { ja: '東京都新宿区1-2-3' },
  phone: '03-1234-5678',
  phone_hours: told,
  email: 'shop@example.jp',
  contact_on_request: false,
  price_note: told,
  other_fees: told,
  payment_methods: told,
  payment_time: told,
  delivery_time: told,
  returns: told,
  order_period: { ja: '' },
  restrictions: { ja: '' },
  requirements: { ja: '' },
}

const policy = { body: told, officer: told, contact: told, revised_on: null }

suite('settings', () => {
  let house: Bench
  let admin: Caller
  let clerk: Caller
  before(async () => {
    house = await bench([settingRoutes, storeRoutes])
    // A key does not end when the clock is moved, as a sign-in does.
    admin = await house.key('settings.read', 'settings.write')
    clerk = await house.staff('clerk', [])
  })
  after(async () => {
    setClock()
    await house.close()
  })

  const read = async (key: string) => (await admin('GET', `/v1/settings/${key}`)).body as unknown as Shown
  const put = (key: string, value: unknown, more: object = {}, headers = {}) =>
    admin('PUT', `/v1/settings/${key}`, { value, ...more }, headers)
  const changes = async (key: string) =>
    (await admin('GET', `/v1/settings/${key}/changes`)).body.items as unknown as Change[]

  test('the catalogue tells of every setting in two languages, with a usual value of its own shape', async () => {
    const { items } = (await admin('GET', '/v1/settings')).body as unknown as { items: { key: string }[] }
    assert.deepEqual(
      items.map(({ key }) => key),
      declared().map(({ key }) => key),
    )
    for (const { key, schema, usual, title, about } of declared()) {
      assert.match(key, /^[a-z][a-z0-9_.]{0,99}$/)
      for (const words of [title, about]) assert.ok(words.ja && words.en, key)
      // Nothing yet is a usual value too, where one has to be named when deciding.
      if (Array.isArray(usual) && usual.length === 0) continue
      assert.ok(compile(bounded(schema), 'body')(structuredClone(usual)), key)
    }
  })

  test('every setting the source asks for is in the catalogue, or is a mark of the house’s own', async () => {
    const own = /^(engawa|town|core)\./
    const found: string[] = []
    for await (const path of glob('src/**/*.ts', { cwd: join(import.meta.dirname, '../..') })) {
      if (/\.test\.ts$|core\/settings\.ts$/.test(path)) continue
      const text = readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
      for (const [, key = ''] of text.matchAll(/\bsetting(?:<[^(]*>)?\(\s*\w+,\s*'([^']+)'/g))
        if (!own.test(key) && key !== 'demo') found.push(`${path}: ${key}`)
    }
    assert.deepEqual(found, [], 'declare it with `declare` of core/settings')
  })

  test('a decision is kept with who made it, from what to what, and read by the rooms', async () => {
    const before = await read('loyalty.programme')
    assert.equal(before.decided, false)
    assert.deepEqual(before.value, before.usual)
    const made = await put('loyalty.programme', { rate_num: 2, rate_den: 100, expiry_days: 365 })
    assert.equal(made.status, 200)
    assert.equal(made.headers.etag, '"1"')
    forgetKept()
    assert.equal((await setting(house.db, pointsProgramme)).rate_num, 2)
    await put('loyalty.programme', { rate_num: 3, rate_den: 100, expiry_days: 365 })
    const [newest, first] = await changes('loyalty.programme')
    const rates = [newest?.from, newest?.to].map((value) => (value as { rate_num: number }).rate_num)
    assert.deepEqual(rates, [2, 3])
    assert.equal(first?.from, null)
    assert.equal(newest?.actor_kind, 'api')
    assert.match(String(newest?.actor_id), /^[0-9a-f-]{36}$/)
  })

  test('a value of another shape is refused with its field, an unknown setting by 404', async () => {
    const refused = await put('customers.least_age', 200)
    assert.equal(refused.status, 422)
    assert.equal(refused.body.code as unknown, 'settings.invalid')
    assert.equal(refused.body.field as unknown, 'value')
    const deep = await put('orders.terms', { points_as: 'payment', rounding: 'up' })
    assert.equal(deep.body.field as unknown, 'value.rounding')
    const extra = await put('orders.terms', { points_as: 'payment', rounding: 'floor', colour: 'red' })
    assert.equal(extra.body.field as unknown, 'value.colour')
    assert.equal((await put('orders.nothing', 1)).status, 404)
    assert.equal((await read('customers.least_age')).version, 0)
  })

  test('an editor who has not seen the last decision is refused', async () => {
    const { headers } = await admin('GET', '/v1/settings/orders.holds')
    const etag = { 'if-match': String(headers.etag) }
    assert.equal((await put('orders.holds', { open: 1, pieces: 1 }, {}, etag)).status, 200)
    assert.equal((await put('orders.holds', { open: 2, pieces: 2 }, {}, etag)).status, 412)
    assert.deepEqual((await read('orders.holds')).value, { open: 1, pieces: 1 })
  })

  test('a plan holds from its moment, can be replaced and taken back before, and not after', async () => {
    setClock(() => Date.parse('2027-03-01T00:00:00Z'))
    const value = (rounding: string) => ({ points_as: 'payment', rounding })
    const april = { effective_at: '2027-04-01T00:00:00.000Z' }
    await put('orders.terms', value('floor'))
    await put('orders.terms', value('ceil'), april)
    await put('orders.terms', value('half_up'), april)
    const may = await put('orders.terms', value('ceil'), { effective_at: '2027-05-01T00:00:00.000Z' })
    const { planned, value: now } = may.body as unknown as Shown
    assert.deepEqual(now, value('floor'))
    assert.deepEqual(
      planned.map(({ value: then }) => then),
      [value('half_up'), value('ceil')],
    )
    const later = planned.at(-1)?.version
    assert.equal((await admin('DELETE', `/v1/settings/orders.terms/changes/${later}`)).status, 204)
    assert.equal((await admin('DELETE', `/v1/settings/orders.terms/changes/${later}`)).status, 404)
    assert.equal((await put('orders.terms', value('ceil'), { effective_at: '2027-02-01T00:00:00Z' })).status, 422)
    assert.equal((await put('orders.holds', { open: 1, pieces: 1 }, april)).body.code as unknown, 'settings.not_dated')

    setClock(() => Date.parse('2027-04-01T00:00:00Z'))
    assert.deepEqual((await read('orders.terms')).value, value('half_up'))
    assert.equal((await admin('DELETE', `/v1/settings/orders.terms/changes/${planned[0]?.version}`)).status, 404)
    await put('orders.terms', value('ceil'))
    assert.deepEqual((await read('orders.terms')).value, value('ceil'))
    const states = (await changes('orders.terms')).map(({ state, from, to }) => [
      state,
      (from as { rounding: string } | null)?.rounding,
      (to as { rounding: string }).rounding,
    ])
    assert.deepEqual(states[0], ['made', 'half_up', 'ceil'])
    assert.deepEqual(states.map(([state]) => state).toSorted(), ['made', 'made', 'made', 'withdrawn', 'withdrawn'])
    setClock()
  })

  test('only who may sees and decides', async () => {
    assert.equal((await clerk('GET', '/v1/settings')).status, 403)
    const manager = await house.staff('manager')
    assert.equal((await manager('GET', '/v1/settings')).status, 200)
    assert.equal((await manager('PUT', '/v1/settings/orders.holds', { value: { open: 9, pieces: 9 } })).status, 403)
    const system = await house.key('settings.write')
    assert.equal((await system('PUT', '/v1/settings/orders.holds', { value: { open: 2, pieces: 9 } })).status, 200)
  })

  test('the shop online opens only once everything the law wants is stated, and stays complete', async () => {
    const visitor = house.as()
    const notices = async () =>
      (await visitor('GET', '/v1/stores/notices')).body as unknown as {
        missing: string[]
        published: boolean
        legal: { address: { ja: string }; phone: string }
      }
    await put('shop.published', false)
    forgetKept()
    assert.ok((await notices()).missing.includes('returns'))
    assert.equal((await notices()).published, false)
    const early = await put('shop.published', true)
    assert.equal(early.status, 409)
    assert.equal(early.body.code as unknown, 'stores.legal_missing')
    assert.equal((await put('shop.legal', complete)).status, 200)
    const sooner = await put('shop.published', true)
    assert.equal(sooner.status, 409)
    assert.deepEqual(JSON.parse(sooner.text).missing, ['privacy.body', 'privacy.contact'])
    assert.equal((await put('shop.privacy', policy)).status, 200)
    assert.equal((await put('shop.published', true)).status, 200)
    forgetKept()
    assert.deepEqual((await notices()).missing, [])
    assert.equal((await notices()).published, true)
    assert.equal((await put('shop.legal', { ...complete, returns: { ja: ' ' } })).status, 409)
    assert.equal((await put('shop.privacy', { ...policy, contact: { ja: '' } })).status, 409)
  })

  test('an address that is told on request is not shown', async () => {
    await put('shop.legal', { ...complete, contact_on_request: true })
    forgetKept()
    const { body } = await house.as()('GET', '/v1/stores/notices')
    const { legal } = body as unknown as { legal: { address: { ja: string }; phone: string } }
    assert.deepEqual([legal.address.ja, legal.phone], ['', ''])
  })
})

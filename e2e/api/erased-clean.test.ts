/** Who was busy everywhere and is forgotten stands nowhere any more: not in a row, a job, a kept answer or a file taken out. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { seedPurposes } from '../../src/consent/consent.ts'
import { system } from '../../src/core/actor.ts'
import { raw, rows, transaction } from '../../src/core/database.ts'
import { leaks } from '../../src/core/leaks.ts'
import { unsealAnswer } from '../../src/core/secret.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

const phone = '09048151623'
const email = 'forgotten-hanako@mail.example'
const street = '忘町五丁目六番七号'
const her_values = ['花子忘', 'ワスレモノ', email, phone, phone.slice(1), street, '忘荘二〇三', 'SECRET-SIZE-XS']

suite('a busy person, forgotten', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
    await transaction(shop.db, system, seedPurposes)
  })
  after(() => shop.close(her_values))

  const ask = <Row>(text: string) => transaction(shop.db, system, (tx) => rows<Row>(tx, raw(text)))
  const good = async (answer: Promise<{ status: number; text: string; body: Record<string, unknown> }>) => {
    const { status, text, body } = await answer
    assert.ok(status < 300, text)
    return body
  }

  /** Kept answers that tell of her, opened with the house's own key. */
  const telling = async () => {
    const kept = await ask<{ scope: string; answer: Buffer }>(
      'select scope, answer from core.idempotency where answer is not null',
    )
    return kept
      .filter(({ answer }) => her_values.some((value) => unsealAnswer(answer).includes(value)))
      .map(({ scope }) => scope)
  }

  test('nothing names her, what the law keeps is there without her, and the ledgers sum', async () => {
    const [clerk, agent, api] = [
      shop.as(shop.staff.clerk.token),
      shop.as(shop.staff.agent.token),
      shop.as(shop.api_key),
    ]
    const names = {
      family_name: '花子忘',
      given_name: '花子忘',
      family_name_kana: 'ワスレモノ',
      given_name_kana: 'ワスレモノ',
    }
    const home = {
      postal_code: '530-0001',
      prefecture: '大阪府',
      city: '大阪市北区',
      address: street,
      building: '忘荘二〇三',
    }
    const joined = await good(agent.post('/v1/customers', { ...names, ...home, email, phone }))
    const profile_id = String(joined.profile_id)
    const { token } = await good(api.post(`/v1/customers/${profile_id}/sessions`, {}))
    const me = shop.as(String(token))
    await good(me.post('/v1/customers/me/addresses', { ...names, ...home, phone }))
    await good(me.post('/v1/consent/decisions', { decisions: [{ purpose: 'news', channel: 'all', granted: true }] }))
    const lines = [{ variant_id: shop.variant['4599990000030'], quantity: 1 }]
    await good(me.post('/v1/carts/current/items', { ...lines[0], way: 'ship' }))
    const payments = [{ method: 'cash' }]
    await good(clerk.post('/v1/orders', { way: 'carry', profile_id, lines, payments }))
    const ship = { ...names, ...home, phone }
    const shipped = { way: 'ship', profile_id, lines, ship, payments: [{ method: 'card', token: 'tok_visa' }] }
    const sent = await good(agent.post('/v1/orders', shipped))
    await good(agent.post('/v1/customers/searches', { text: email }))
    await good(agent.post(`/v1/customers/${profile_id}/cards`, { card_number: '77001234' }))
    await good(agent.post('/v1/privacy/requests', { profile_id, kind: 'erase', via: 'letter' }))
    const { write_key } = await good(api.post('/v1/collection/sources', { name: 'EC', kind: 'server' }))
    const told = { writeKey: write_key, userId: randomUUID(), traits: { email, phone, size: 'SECRET-SIZE-XS' } }
    const named = await shop.as().post('/v1/identify', told)
    assert.equal(named.status, 200, named.text)
    await good(api.post(`/v1/orders/${sent.order_id}/shipment`, {}))
    const [{ before } = { before: 0 }] = await ask<{ before: number }>(
      `select count(*)::integer as before from orders."order" where profile_id = '${profile_id}'`,
    )
    assert.equal(before, 2)

    assert.ok((await telling()).length > 0, 'answers that staff were given tell of her until then')
    await good(api.post('/v1/privacy/erasures', { profile_id, confirm: profile_id, reason: 'ご本人の請求' }))

    assert.deepEqual(await leaks(shop.db.url, her_values), [])
    assert.deepEqual(await telling(), [])
    const out = await shop.app.inject({
      url: '/v1/integrations/exports/customers',
      headers: { authorization: `Bearer ${shop.api_key}` },
    })
    assert.equal(out.statusCode, 200)
    assert.deepEqual(
      her_values.filter((value) => out.payload.includes(value)),
      [],
    )
    const orders = await ask<{ n: number; ship: boolean }>(
      `select count(*)::integer as n from orders."order" where profile_id = '${profile_id}'`,
    )
    assert.equal(orders[0]?.n, 2)
    for (const path of [`/v1/customers/${profile_id}`, `/v1/orders/${sent.order_id}`]) {
      const { text } = await api.get(path)
      assert.deepEqual(
        her_values.filter((value) => text.includes(value)),
        [],
        path,
      )
    }
    const findings = await verify(shop.db.url)
    assert.deepEqual(
      findings.filter(({ ok }) => !ok).map(({ check }) => check),
      [],
    )
  })
})

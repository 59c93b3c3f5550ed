import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { system } from '../../src/core/actor.ts'
import { one, raw, rows, transaction } from '../../src/core/database.ts'
import { forgottenSince, replay } from '../../src/privacy/privacy.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'

suite('forgetting a person', () => {
  let shop: Shop
  before(async () => {
    shop = await openShop()
  })
  after(() => shop.close())

  const ask = <Row>(text: string) => transaction(shop.db, system, (tx) => rows<Row>(tx, raw(text)))
  const admin = () => shop.as(shop.staff.admin.token)
  const member = async (name: string) => ({ admin: admin(), ...(await shop.member(name, '09011112222')) })
  const erase = (who: Awaited<ReturnType<typeof member>>, confirm = who.profile_id) =>
    who.admin.post('/v1/privacy/erasures', { profile_id: who.profile_id, confirm, reason: 'ご本人の請求' })

  test('her id must be said twice, and only an admin may', async () => {
    const her = await member('twice')
    assert.equal((await erase(her, '00000000-0000-4000-8000-000000000000')).status, 422)
    const clerk = shop.as(shop.staff.clerk.token)
    const { profile_id } = her
    const refused = await clerk.post('/v1/privacy/erasures', { profile_id, confirm: profile_id, reason: 'x' })
    assert.equal(refused.status, 403)
  })

  test('her key and all that finds her are gone; what she bought stays, without her', async () => {
    const her = await member('gone')
    const variant_id = shop.variant['4599990000030'] as string
    const clerk = shop.as(shop.staff.clerk.token)
    const sale = await clerk.post('/v1/orders', {
      way: 'carry',
      profile_id: her.profile_id,
      lines: [{ variant_id, quantity: 1 }],
      payments: [{ method: 'cash' }],
    })
    assert.equal(sale.status, 201, sale.text)
    const erased = await erase(her)
    assert.equal(erased.status, 201, erased.text)
    assert.deepEqual(erased.body.profile_ids, [her.profile_id])
    assert.equal((await her.admin.get(`/v1/customers/${her.profile_id}`)).status, 410)
    const found = await her.admin.post('/v1/customers/searches', { text: 'gone@example.jp' })
    assert.deepEqual(found.body.items, [])
    const [left] = await ask<Record<string, unknown>>(
      `select wrapped_key, sealed, birth_year, gender, city, (select count(*)::integer from orders."order" o where o.profile_id = p.profile_id) as orders
       from customers.profile p where profile_id = '${her.profile_id}'`,
    )
    assert.deepEqual(left, { wrapped_key: null, sealed: null, birth_year: null, gender: null, city: null, orders: 1 })
    const seen = await ask(`select from access.audit where profile_id = '${her.profile_id}' and action = 'erased'`)
    assert.equal(seen.length, 1)
    // Her address is free for whoever joins next.
    assert.notEqual((await member('gone')).profile_id, her.profile_id)
    assert.equal((await erase(her)).status, 410)
  })

  test('she is not forgotten while goods are waiting for her', async () => {
    const her = await member('waits')
    const variant_id = shop.variant['4599990000030'] as string
    const held = await shop.as(shop.staff.clerk.token).post('/v1/orders', {
      way: 'collect',
      place_id: shop.shinjuku,
      profile_id: her.profile_id,
      lines: [{ variant_id, quantity: 1 }],
      payments: [{ method: 'pay_in_shop' }],
    })
    assert.equal(held.status, 201, held.text)
    const refused = await erase(her)
    assert.deepEqual([refused.status, refused.body.code], [409, 'privacy.unfinished'])
  })

  test('an older state of the data forgets her again by the record', async () => {
    const her = await member('again')
    const record = [
      { profile_id: her.profile_id, erasure_id: her.profile_id, erased_at: new Date(Date.now()).toISOString() },
    ]
    assert.equal(await transaction(shop.db, system, (tx) => replay(tx, record)), 1)
    assert.equal(await transaction(shop.db, system, (tx) => replay(tx, record)), 0)
    assert.equal((await her.admin.get(`/v1/customers/${her.profile_id}`)).status, 410)
    const known = await transaction(shop.db, system, (tx) => forgottenSince(tx, '2020-01-01T00:00:00Z'))
    assert.ok(known.some(({ profile_id }) => profile_id === her.profile_id))
  })

  test('verify sees nothing wrong, and would', async () => {
    const findings = await verify(shop.db.url)
    assert.deepEqual(
      findings.filter(({ ok }) => !ok).map(({ check }) => check),
      [],
    )
    assert.ok(
      await transaction(shop.db, system, (tx) => one(tx, raw('select 1 as there from privacy.erasure limit 1'))),
    )
  })
})

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { seedPurposes } from '#consent/consent'
import { system } from '#core/actor'
import { raw, rows, transaction } from '#core/database'
import { id } from '#core/id'
import { setClock } from '#core/time'
import { openShop, type Shop } from '../../e2e/api/app.ts'

suite('what people ask of the privacy desk', () => {
  let shop: Shop
  let at = Date.parse('2026-10-05T03:00:00Z')
  before(async () => {
    setClock(() => at)
    shop = await openShop()
    await transaction(shop.db, system, seedPurposes)
  })
  after(async () => {
    setClock()
    await shop.close()
  })

  const ask = <Row>(text: string) => transaction(shop.db, system, (tx) => rows<Row>(tx, raw(text)))
  const agent = () => shop.as(shop.staff.agent.token)
  const admin = () => shop.as(shop.api_key)
  const receive = async (profile_id: string, kind: string, more: object = {}) => {
    const made = await agent().post('/v1/privacy/requests', { profile_id, kind, via: 'phone', ...more })
    assert.equal(made.status, 201, made.text)
    return made.body as { request_id: string; due_on: string; received_on: string }
  }
  const done = (request_id: string, body: object = {}) =>
    admin().post(`/v1/privacy/requests/${request_id}/completion`, body)

  test('she sees and takes along all that stands under her, with what is sealed opened and who looked left out', async () => {
    const her = await shop.member('copy', '09033334444')
    const me = shop.as(her.token)
    const said = { source: 'my_page', decisions: [{ purpose: 'news', channel: 'email', granted: true }] }
    assert.equal((await me.post('/v1/consent/decisions', said)).status, 201)
    const home = { family_name: '木村', phone: '0612345678', postal_code: '530-0001', prefecture: '大阪府' }
    const put = await me.post('/v1/customers/me/addresses', { ...home, city: '大阪市北区', address: '写町三丁目' })
    assert.equal(put.status, 201, put.text)
    const { body: held } = await me.get('/v1/privacy/me')
    const known = held.identifiers as { kind: string; value: string }[]
    assert.deepEqual(
      known.find(({ kind }) => kind === 'email'),
      { kind: 'email', value: 'c•••@example.jp' },
    )
    const file = await me.get('/v1/privacy/me/copy')
    assert.match(String(file.headers.get('content-disposition')), /attachment/)
    const copy = file.body as {
      person: Record<string, unknown>
      consents: { granted: boolean; wording: { ja: string } }[]
      records: Record<string, Record<string, Record<string, unknown>>[]>
    }
    assert.equal(copy.person.email, 'copy@example.jp')
    assert.deepEqual([copy.consents[0]?.granted, (copy.consents[0]?.wording.ja ?? '').length > 40], [true, true])
    assert.equal(copy.records['customers.address']?.[0]?.content?.address, '写町三丁目')
    assert.equal(copy.records['access.audit'], undefined)
    assert.doesNotMatch(file.text, /wrapped_key|_hash"|token"/)
    // Whatever table holds rows of hers is in it, those nobody thought of as well.
    const tables = await ask<{ name: string }>(`select c.table_schema || '.' || c.table_name as name
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.column_name = 'profile_id' and c.table_name !~ '^event_'`)
    for (const { name } of tables) {
      if (/^activity\.(pending|dirty)|^access\.audit|customers\.pair|search_token/.test(name)) continue
      const [schema, table] = name.split('.')
      const [found] = await ask<{ n: number }>(
        `select count(*)::integer as n from "${schema}"."${table}" where profile_id = '${her.profile_id}'`,
      )
      assert.equal(copy.records[name]?.length ?? 0, found?.n, name)
    }
  })

  test('another member sees nothing of hers, and nobody takes a copy who is not asked for one', async () => {
    const her = await shop.member('alone')
    assert.equal((await shop.as().get('/v1/privacy/me/copy')).status, 401)
    const other = await shop.as((await shop.member('other')).token).get('/v1/privacy/me/copy')
    assert.equal(other.text.includes(her.profile_id), false)
    const { request_id } = await receive(her.profile_id, 'stop')
    const refused = await admin().get(`/v1/privacy/requests/${request_id}/copy`)
    assert.deepEqual([refused.status, refused.body.code], [409, 'privacy.not_to_see'])
    const to_see = await receive(her.profile_id, 'see')
    const taken = await admin().get(`/v1/privacy/requests/${to_see.request_id}/copy`)
    assert.equal((taken.body.person as { email: string }).email, 'alone@example.jp')
    assert.equal((await agent().get(`/v1/privacy/requests/${to_see.request_id}/copy`)).status, 403)
  })

  test('each has its day by the days that held when it came, and the list is in that order', async () => {
    const her = await shop.member('days')
    const early = await receive(her.profile_id, 'correct', { received_on: '2026-10-01' })
    assert.deepEqual([early.received_on, early.due_on], ['2026-10-01', '2026-10-15'])
    const value = { see: 7, export: 7, correct: 7, stop: 3, erase: 30 }
    const set = await admin().put('/v1/settings/privacy.response_days', { value })
    assert.equal(set.status, 200, set.text)
    const late = await receive(her.profile_id, 'correct')
    assert.equal(late.due_on, '2026-10-12')
    assert.equal((await receive(her.profile_id, 'see', { received_on: '2026-10-01' })).due_on, '2026-10-15')
    const first = await agent().get(`/v1/privacy/requests?profile_id=${her.profile_id}&limit=1`)
    const rest = await agent().get(`/v1/privacy/requests?profile_id=${her.profile_id}&cursor=${first.body.next}`)
    const all = [...(first.body.items as { due_on: string }[]), ...(rest.body.items as { due_on: string }[])]
    assert.deepEqual(
      all.map(({ due_on }) => due_on),
      ['2026-10-12', '2026-10-15', '2026-10-15'],
    )
    const tomorrow = { profile_id: her.profile_id, kind: 'see', via: 'mail', received_on: '2026-10-09' }
    assert.equal((await agent().post('/v1/privacy/requests', tomorrow)).body.code, 'privacy.received_later')
  })

  test('to stop is a no in the same moment, to what was named or to all that can be stopped', async () => {
    const her = await shop.member('stop')
    const decisions = ['news', 'personalise', 'ads'].map((purpose) => ({ purpose, channel: 'all', granted: true }))
    await shop.as(her.token).post('/v1/consent/decisions', { source: 'my_page', decisions })
    const yes = async () => {
      const { items } = (await shop.as(her.token).get('/v1/consent/current')).body
      const granted = (items as { purpose: string; granted: boolean }[]).filter((one) => one.granted)
      return [...new Set(granted.map(({ purpose }) => purpose))].sort()
    }
    const named = await receive(her.profile_id, 'stop', { purposes: ['ads'] })
    assert.equal((await done(named.request_id)).status, 200)
    assert.deepEqual(await yes(), ['news', 'personalise'])
    await done((await receive(her.profile_id, 'stop')).request_id)
    assert.deepEqual(await yes(), [])
    const never = { profile_id: her.profile_id, kind: 'stop', via: 'phone', purposes: ['service'] }
    assert.equal((await agent().post('/v1/privacy/requests', never)).body.field, 'purposes.0')
  })

  test('each is answered once, with who and why, and every step is on record', async () => {
    const her = await shop.member('once')
    const { request_id } = await receive(her.profile_id, 'correct')
    const two = await Promise.all([
      done(request_id),
      admin().post(`/v1/privacy/requests/${request_id}/refusal`, { because: 'no_ground' }),
    ])
    assert.deepEqual(two.map(({ status }) => status).sort(), [200, 409])
    const no = await receive(her.profile_id, 'export')
    const refused = await admin().post(`/v1/privacy/requests/${no.request_id}/refusal`, {
      because: 'identity_unproven',
    })
    assert.deepEqual([refused.body.state, refused.body.because], ['refused', 'identity_unproven'])
    assert.equal((await done(no.request_id)).body.code, 'privacy.closed')
    assert.equal((await agent().post(`/v1/privacy/requests/${no.request_id}/completion`, {})).status, 403)
    const steps = await ask<{ action: string }>(
      `select action from access.audit where profile_id = '${her.profile_id}' and action like 'privacy.%' order by 1`,
    )
    const [closing] = two.filter(({ status }) => status === 200)
    assert.deepEqual(
      steps.map(({ action }) => action),
      [
        ...(closing?.body.state === 'done' ? ['privacy.completed'] : ['privacy.refused']),
        'privacy.refused',
        'privacy.requested',
        'privacy.requested',
      ],
    )
    assert.equal((await agent().get(`/v1/privacy/requests/${id()}`)).status, 404)
  })

  test('to erase asks for her id again, waits for her orders, and leaves the request without her', async () => {
    const her = await shop.member('desk-erased')
    const { request_id } = await receive(her.profile_id, 'erase')
    assert.equal((await done(request_id)).body.code, 'privacy.unconfirmed')
    assert.equal((await done(request_id, { confirm: her.profile_id })).body.state, 'done')
    assert.equal((await admin().get(`/v1/customers/${her.profile_id}`)).status, 410)
    assert.equal((await admin().get(`/v1/privacy/requests/${request_id}`)).body.state, 'done')
  })

  test('a member leaves by herself when she has signed in just now, and says so twice', async () => {
    const her = await shop.member('leaves')
    const me = shop.as(her.token)
    assert.equal((await me.post('/v1/privacy/me/erasures', { confirm: id() })).body.code, 'privacy.unconfirmed')
    at += 3 * 3_600_000
    const stale = await me.post('/v1/privacy/me/erasures', { confirm: her.profile_id })
    assert.deepEqual([stale.status, stale.body.code], [403, 'access.fresh_sign_in'])
    const anew = (await shop.as(shop.api_key).post(`/v1/customers/${her.profile_id}/sessions`, {})).body.token
    const left = await shop.as(String(anew)).post('/v1/privacy/me/erasures', { confirm: her.profile_id })
    assert.equal(left.status, 201, left.text)
    assert.equal((await shop.as(String(anew)).get('/v1/privacy/me')).status, 401)
    assert.equal((await admin().get(`/v1/customers/${her.profile_id}`)).status, 410)
  })
})

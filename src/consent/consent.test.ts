import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Bench, bench, type Caller } from '#access/testing'
import { system } from '#core/actor'
import { rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import * as customers from '#customers/customers'
import { customerRoutes } from '#customers/routes'
import * as consent from './consent.ts'
import { consentRoutes } from './routes.ts'

let b: Bench
let tablet: Caller
const shop = id()
before(async () => {
  b = await bench([customerRoutes, consentRoutes], customers.profilesOf)
  await transaction(b.db, system, consent.seedPurposes)
  tablet = await b.staff('clerk', [shop])
})
after(() => b.close())

const inTx = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(b.db, system, work)
const may = (profile_id: string, purpose: string, channel: string) =>
  inTx((tx) => consent.may(tx, profile_id, purpose, channel))
const say = (decisions: consent.Decision[], profile_id?: string, as = tablet) =>
  as('POST', '/v1/consent/decisions', { ...(profile_id ? { profile_id } : {}), decisions, source: 'test' })
const join = async (): Promise<string> =>
  (await tablet('POST', '/v1/customers', { family_name: '木村' })).body.profile_id
const signedIn = async (profile_id: string) =>
  b.as((await (await b.key('customers.sessions'))('POST', `/v1/customers/${profile_id}/sessions`)).body.token)
const news = (granted: boolean, channel = 'line') => ({ purpose: 'news', channel, granted })

test('everyone can read the purposes in both languages, with the words in force', async () => {
  const { body } = await b.as()('GET', '/v1/consent/purposes')
  const purposes = body.items as consent.Purpose[]
  assert.deepEqual(
    purposes.map((one) => one.purpose),
    ['service', 'news', 'personalise', 'ads', 'location', 'survey', 'health'],
  )
  for (const one of purposes)
    assert.ok(
      one.wording?.version === 1 && one.wording.body_ja.length > 40 && one.wording.body_en.length > 40 && one.name_en,
    )
  await transaction(b.db, system, consent.seedPurposes)
  assert.equal(((await b.as()('GET', '/v1/consent/purposes')).body.items as consent.Purpose[])[0]?.wording?.version, 1)
})

test('silence is no; a yes counts for its purpose and channel alone; a no acts at once', async () => {
  const her = await join()
  assert.equal(await may(her, 'news', 'line'), false)
  const said = await say([news(true)], her)
  assert.equal(said.status, 201)
  assert.deepEqual(
    [await may(her, 'news', 'line'), await may(her, 'news', 'email'), await may(her, 'ads', 'any')],
    [true, false, false],
  )
  await say([news(false)], her)
  assert.equal(await may(her, 'news', 'line'), false)
})

test('“all” speaks of every channel of the purpose', async () => {
  const her = await join()
  await say([news(true, 'all'), news(false, 'sms')], her)
  assert.deepEqual([await may(her, 'news', 'postal'), await may(her, 'news', 'sms')], [true, false])
})

test('she decides for herself and sees what she said, when and in which words', async () => {
  const her = await join()
  const me = await signedIn(her)
  await say([news(true), { purpose: 'ads', channel: 'any', granted: true }], undefined, me)
  await say([{ purpose: 'ads', channel: 'any', granted: false }], undefined, me)
  const current = (await me('GET', '/v1/consent/current')).body.items as consent.Current[]
  assert.deepEqual(
    current.map((one) => [one.purpose, one.granted]),
    [
      ['ads', false],
      ['news', true],
    ],
  )
  const first = await me('GET', '/v1/consent/history?limit=2')
  const rest = await me('GET', `/v1/consent/history?limit=2&cursor=${first.body.next}`)
  const history = [...(first.body.items as consent.Recorded[]), ...(rest.body.items as consent.Recorded[])]
  assert.deepEqual([history.length, new Set(history.map((one) => one.decision_id)).size], [3, 3])
  assert.deepEqual(
    [history[0]?.purpose, history[0]?.granted, history[0]?.wording_version, history[0]?.actor_kind],
    ['ads', false, 1, 'member'],
  )
})

test('a clerk’s look and decision for a customer are audited, and the timeline is told of each', async () => {
  const her = await join()
  await say([news(true), news(true, 'email')], her)
  await tablet('GET', `/v1/consent/current?profile_id=${her}`)
  const looks = await rows<{ action: string }>(
    b.db,
    sql`select action from access.audit where profile_id = ${her} order by at, audit_id`,
  )
  assert.deepEqual(
    looks.map((look) => look.action),
    ['consent.decided', 'consent.viewed'],
  )
  const told = await inTx((tx) =>
    rows<{ payload: unknown; actor_kind: string }>(
      tx,
      sql`select payload, actor_kind from activity.event where profile_id = ${her} and type = 'consent.changed'`,
    ),
  )
  assert.equal(told.length, 2)
  assert.equal(told[0]?.actor_kind, 'staff')
  assert.equal((await tablet('GET', `/v1/consent/current?profile_id=${id()}`)).status, 404)
  assert.equal((await tablet('GET', '/v1/consent/current')).body.field, 'profile_id')
})

test('over merged profiles the most restrictive word counts, until she speaks again as one', async () => {
  const [a, c] = [await join(), await join()]
  await say([news(true)], a)
  await say([news(false)], c)
  const merged = await inTx((tx) => customers.merge(tx, system, { keep: a, join: c, reason: 'test' }))
  assert.deepEqual([await may(a, 'news', 'line'), await may(c, 'news', 'line')], [false, false])
  await say([news(true)], a)
  assert.deepEqual([await may(a, 'news', 'line'), await may(c, 'news', 'line')], [true, true])
  await inTx((tx) => customers.unmerge(tx, system, merged.merge_id))
  assert.equal(await may(c, 'news', 'line'), true)
})

test('what membership needs cannot be refused, and what is not there cannot be decided', async () => {
  const her = await join()
  assert.equal((await say([{ purpose: 'service', channel: 'any', granted: false }], her)).body.code, 'consent.required')
  for (const [field, decision] of [
    ['purpose', { purpose: 'nothing', channel: 'any', granted: true }],
    ['channel', { purpose: 'ads', channel: 'fax', granted: true }],
    ['wording_version', { purpose: 'ads', channel: 'any', granted: true, wording_version: 9 }],
  ] as const) {
    const refused = await say([decision], her)
    assert.deepEqual([refused.status, refused.body.field], [422, field])
  }
  assert.equal((await tablet('GET', `/v1/consent/history?profile_id=${her}`)).body.next, null)
})

test('new words are a new version; a decision names the one that was shown', async () => {
  const her = await join()
  const admin = await b.staff('admin')
  await say([{ purpose: 'survey', channel: 'email', granted: true }], her)
  const made = await admin('POST', '/v1/consent/purposes/survey/wordings', {
    body_ja: '新しい文面です。',
    body_en: 'New words.',
  })
  assert.deepEqual([made.status, made.body.version], [201, 2])
  await say([{ purpose: 'survey', channel: 'line', granted: true }], her)
  await say([{ purpose: 'survey', channel: 'push', granted: true, wording_version: 1 }], her)
  const current = (await tablet('GET', `/v1/consent/current?profile_id=${her}`)).body.items as consent.Current[]
  assert.deepEqual(
    current.map((one) => [one.channel, one.wording_version]),
    [
      ['email', 1],
      ['line', 2],
      ['push', 1],
    ],
  )
  assert.equal(
    (await tablet('POST', '/v1/consent/purposes/survey/wordings', { body_ja: 'x', body_en: 'x' })).status,
    403,
  )
})

test('a purpose of the retailer’s own can be added', async () => {
  const admin = await b.staff('admin')
  const put = await admin('PUT', '/v1/consent/purposes/catalogue', {
    channels: ['postal'],
    name_ja: 'カタログ送付',
    name_en: 'Paper catalogue',
  })
  assert.equal(put.status, 200)
  const her = await join()
  assert.equal(
    (await say([{ purpose: 'catalogue', channel: 'postal', granted: true }], her)).body.field,
    'wording_version',
  )
  await admin('POST', '/v1/consent/purposes/catalogue/wordings', {
    body_ja: 'カタログを郵送します。',
    body_en: 'We post a catalogue.',
  })
  assert.equal((await say([{ purpose: 'catalogue', channel: 'postal', granted: true }], her)).status, 201)
})

test('an old decision told late is kept but does not stand, and sixty at once leave the last one standing', async () => {
  const her = await join()
  await say([news(false)], her)
  const feed = await b.key('consent.write')
  const late = await feed('POST', '/v1/consent/decisions', {
    profile_id: her,
    decided_at: '2020-01-01T00:00:00Z',
    decisions: [news(true)],
  })
  assert.equal(late.status, 201)
  assert.equal(await may(her, 'news', 'line'), false)
  await Promise.all(Array.from({ length: 60 }, (_, at) => say([news(at % 2 === 0)], her)))
  assert.equal(
    ((await tablet('GET', `/v1/consent/history?profile_id=${her}&limit=200`)).body.items as unknown[]).length,
    62,
  )
})

test('the application cannot rewrite what was decided', async () => {
  await assert.rejects(b.db.pool.query('update consent.decision set granted = true'), /permission denied/)
})

/** FANSHIP's segment, through the front door: who came twice in 30 days and may be told by push; to the very moment, and why. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { makeSource } from '../../src/collection/collection.ts'
import { seedPurposes } from '../../src/consent/consent.ts'
import { system } from '../../src/core/actor.ts'
import { only, rows, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { setClock } from '../../src/core/time.ts'
import { register } from '../../src/customers/customers.ts'
import { atOnce, reactions, summaries, tick } from '../../src/reactions.ts'
import { verify } from '../../src/verify.ts'
import { basic } from '../collecting.ts'
import { openShop, type Shop } from './app.ts'

const start = Date.parse('2026-10-01T03:00:00Z')
const day = 86_400_000
const often = {
  all: [
    { any: [{ is: 'event', type: 'Store Visited', measure: 'count', days: 30, at_least: 2 }] },
    { any: [{ is: 'consent', purpose: 'news', channel: 'push' }] },
  ],
}
type Listed = { customer_id: string; since: string; why: unknown[] }

describe('a segment of who comes often and may be told', () => {
  let shop: Shop
  let worker: Worker
  let write_key = ''
  let now = start
  const tokens = { admin: '', clerk: '' }
  /** Weeks go by between the tests: whoever works signs in again. */
  const signIn = (as: 'admin' | 'clerk') =>
    transaction(shop.db, system, async (tx) => {
      const { staff_id } = shop.staff[as]
      const place_id = as === 'clerk' ? shop.shinjuku : null
      tokens[as] = (await openSession(tx, { kind: 'staff', staff_id, place_id })).token
    })
  beforeEach(async () => {
    await signIn('admin')
    await signIn('clerk')
  })
  before(async () => {
    setClock(() => now)
    follow(reactions, [], atOnce)
    shop = await openShop()
    await transaction(shop.db, system, (tx) => seedPurposes(tx))
    write_key = (await transaction(shop.db, system, (tx) => makeSource(tx, { name: '来店', kind: 'server' }))).write_key
    await installJobs(shop.db.url)
    worker = await startWorker(shop.db, { tick, summaries })
  })
  after(async () => {
    await worker.stop()
    follow({})
    setClock()
    await shop.close()
  })

  /** A member whom the shop's system knows by this name. */
  const person = (name: string) =>
    transaction(shop.db, system, async (tx) => {
      const made = await register(tx, system, { family_name: '木村', given_name: '節子', external_id: name })
      return { ...made, token: (await openSession(tx, { kind: 'member', profile_id: made.profile_id })).token }
    })
  async function visits(name: string, at: number, message: string): Promise<void> {
    const item = {
      type: 'track',
      event: 'Store Visited',
      userId: name,
      messageId: message,
      timestamp: new Date(at).toISOString(),
    }
    const told = await shop
      .as(undefined, basic(write_key))
      .post('/v1/batch', { batch: [item], sentAt: new Date(now).toISOString() })
    assert.equal(told.status, 200, told.text)
  }
  const says = (token: string, granted: boolean) =>
    shop.as(token).post('/v1/consent/decisions', { decisions: [{ purpose: 'news', channel: 'push', granted }] })
  const admin = () => shop.as(tokens.admin)
  async function listed(segment_id: string): Promise<Listed[]> {
    await signIn('admin')
    const answer = await admin().get(`/v1/segments/${segment_id}/members`)
    assert.equal(answer.status, 200, answer.text)
    return answer.body.items as Listed[]
  }
  async function until(segment_id: string, customers: string[], because: string): Promise<Listed[]> {
    const late = performance.now() + 30_000
    for (;;) {
      const found = await listed(segment_id)
      const ids = found.map(({ customer_id }) => customer_id)
      if (ids.toSorted().join() === customers.toSorted().join()) return found
      if (performance.now() > late) assert.deepEqual(ids, customers, because)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  async function built(segment_id: string): Promise<void> {
    const late = performance.now() + 30_000
    while ((await admin().get(`/v1/segments/${segment_id}`)).body.building) {
      if (performance.now() > late) throw new Error('not built')
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  /** What the timeline told of her coming and going, in order. */
  async function toldOf(profile_id: string): Promise<[string, string][]> {
    const found = await transaction(shop.db, system, (tx) =>
      rows<{ type: string; occurred_at: string }>(
        tx,
        sql`select type, occurred_at from activity.event where profile_id = ${profile_id} and type like 'segment.%' order by occurred_at, type`,
      ),
    )
    return found.map(({ type, occurred_at }) => [type, occurred_at])
  }
  const at = (ms: number) => new Date(ms).toISOString()

  it('takes in exactly those, at the moment it becomes true, and lets them go when the thirtieth day is over', async () => {
    const [often_and_may, once_and_may] = [await person('M-1001'), await person('M-1003')]
    // She comes as often and said nothing.
    await person('M-1002')
    await says(often_and_may.token, true)
    await says(once_and_may.token, true)
    await visits('M-1001', start - 10 * day, 'o1')
    await visits('M-1002', start - 9 * day, 'n1')
    await visits('M-1002', start - 8 * day, 'n2')
    await visits('M-1003', start - 7 * day, 'e1')
    const made = await admin().post('/v1/segments', { name: 'よく来るプッシュ可の方', rule: often })
    assert.equal(made.status, 201, made.text)
    const { segment_id } = made.body as { segment_id: string }
    await built(segment_id)
    assert.deepEqual(await listed(segment_id), [])

    const counted = await admin().post('/v1/segments/counts', { rule: often })
    const { everyone, members, steps } = counted.body as {
      everyone: number
      members: number
      steps: { left: number }[]
    }
    assert.deepEqual([everyone, members, steps.map(({ left }) => left)], [3, 0, [1, 0]])
    now += 60_000
    await visits('M-1001', now, 'o2')
    await visits('M-1001', now, 'o2')
    const [member] = await until(segment_id, [often_and_may.customer_id], 'a second visit')
    assert.deepEqual([member?.since, member?.why], [at(now), [2, true]])
    const sampled = await admin().post('/v1/segments/samples', { rule: often })
    assert.deepEqual(sampled.body.items, [{ customer_id: often_and_may.customer_id, name: '木○ 節○', why: [2, true] }])
    const looks = await transaction(shop.db, system, (tx) =>
      only<{ looks: number }>(
        tx,
        sql`select count(*) as looks from access.audit where profile_id = ${often_and_may.profile_id} and action = 'segments.sampled'`,
      ),
    )
    assert.equal(looks.looks, 1)

    // One visit a millisecond before it is thirty days old counts; at thirty days it does not.
    const over = start - 10 * day + 30 * day
    now = over - 1
    await tick(shop.db, at(now))
    assert.equal((await listed(segment_id)).length, 1)
    now = over
    await tick(shop.db, at(now))
    await until(segment_id, [], 'thirty days later')
    assert.deepEqual(await toldOf(often_and_may.profile_id), [
      ['segment.entered', at(start + 60_000)],
      ['segment.left', at(over)],
    ])

    // A visit told late counts from the day it happened.
    await visits('M-1001', over - 5 * day, 'o3')
    const [again] = await until(segment_id, [often_and_may.customer_id], 'a late visit')
    assert.deepEqual(again?.why, [2, true])
  })

  it('a withdrawn consent is out in the very moment; a card shows since when and why', async () => {
    const made = await admin().post('/v1/segments', { external_id: 'often', name: '通う方', rule: often })
    const { segment_id } = made.body as { segment_id: string }
    await built(segment_id)
    const her = await person('M-1004')
    await visits('M-1004', now - 2 * day, 'h1')
    await visits('M-1004', now - day, 'h2')
    await says(her.token, true)
    const others = (await listed(segment_id)).map(({ customer_id }) => customer_id)
    await until(segment_id, [...new Set([...others, her.customer_id])], 'two visits and a yes')
    const card = await shop.as(tokens.clerk).get(`/v1/desk/customers/${her.customer_id}`)
    const mine = (
      card.body.segments as { name: string; since: string; why: unknown[]; conditions: { ja: string }[] }[]
    ).find(({ name }) => name === '通う方')
    assert.deepEqual(
      [Date.parse(mine?.since ?? ''), mine?.why, mine?.conditions.map(({ ja }) => ja)],
      [now, [2, true], ['直近30日に「来店しました」 2回以上', 'お知らせ・キャンペーンのご案内 アプリ通知 許可']],
    )
    await says(her.token, false)
    assert.ok(!(await listed(segment_id)).some(({ customer_id }) => customer_id === her.customer_id))

    // A new rule is built beside the old one: who stays in stays since when she was.
    const before = await listed(segment_id)
    now += 60_000
    const looser = { all: [{ any: [{ is: 'event', type: 'Store Visited', measure: 'count', days: 30, at_least: 1 }] }] }
    const late = shop.as(tokens.admin, { 'if-match': '"99"' })
    const stale = await late.put(`/v1/segments/${segment_id}`, { name: '通う方', rule: looser })
    assert.equal(stale.status, 412, stale.text)
    const changed = await admin().put(`/v1/segments/${segment_id}`, { name: '通う方', rule: looser })
    assert.equal(changed.status, 200, changed.text)
    await built(segment_id)
    const after = await listed(segment_id)
    assert.ok(after.some(({ customer_id, since }) => customer_id === her.customer_id && since === at(now)))
    for (const { customer_id, since } of before)
      assert.equal(after.find((one) => one.customer_id === customer_id)?.since, since)
    const file = await admin().get(`/v1/segments/${segment_id}/member-file`)
    assert.equal(file.text.split('\r\n').length, after.length + 2)

    const ended = await admin().delete(`/v1/segments/${segment_id}`)
    assert.equal(ended.status, 200, ended.text)
    assert.deepEqual(await listed(segment_id), [])
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok).map(({ check, sample }) => [check, sample]),
      [],
    )
  })

  it('a rule that leads back to itself, or names what does not exist, is refused with its field', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const inner = (segment_id: string) => ({ all: [{ any: [{ is: 'segment', segment_id }] }] })
    const refused = await admin().post('/v1/segments', { name: '?', rule: inner(nobody) })
    assert.deepEqual([refused.status, refused.body.field], [422, 'segment_id'])
    const { segment_id } = (await admin().post('/v1/segments', { name: '内', rule: often })).body as {
      segment_id: string
    }
    const outer = (await admin().post('/v1/segments', { name: '外', rule: inner(segment_id) })).body as {
      segment_id: string
    }
    const circle = await admin().put(`/v1/segments/${segment_id}`, { name: '内', rule: inner(outer.segment_id) })
    assert.deepEqual([circle.status, circle.body.code], [422, 'segments.circle'])
    assert.equal((await admin().delete(`/v1/segments/${segment_id}`)).status, 409)
    const unbounded = { all: [{ any: [{ is: 'event', type: 'App Opened', measure: 'count' }] }] }
    assert.equal((await admin().post('/v1/segments/counts', { rule: unbounded })).body.field, 'at_least')
  })
})

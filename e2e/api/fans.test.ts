/** Fan level: it moves with what a member does and with days alone, and she sees what moved it. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { emit, follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { system } from '../../src/core/actor.ts'
import { rows, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { forgetKept } from '../../src/core/kept.ts'
import { setClock } from '../../src/core/time.ts'
import { fanRules, tickFans, watchFans } from '../../src/loyalty/loyalty.ts'
import { reactions, watchers } from '../../src/reactions.ts'
import { openShop, type Shop } from './app.ts'
import { settled } from './settled.ts'

const knit = '4599990000047'
const day_ms = 86_400_000
type View = {
  level: number | null
  score: number | null
  next: { level: number; missing: number } | null
  parts: { signal: string; points: number; moved: number }[]
}

describe('fan level', () => {
  let shop: Shop
  let worker: Worker
  let stopWatching: (() => Promise<void>) | undefined
  let now = Date.parse('2026-06-10T02:00:00Z')
  before(async () => {
    setClock(() => now)
    follow(reactions, watchers)
    shop = await openShop()
    await installJobs(shop.db.url)
    worker = await startWorker(shop.db, { tick: async () => 0 })
  })
  after(async () => {
    await stopWatching?.()
    await worker.stop()
    setClock()
    follow({})
    await shop.close()
  })

  type Member = Awaited<ReturnType<Shop['member']>>
  async function swept(): Promise<void> {
    for (let round = 0; round < 20; round++) {
      forgetKept()
      if ((await tickFans(shop.db, new Date(now).toISOString())) === 0) return
    }
    throw new Error('levels are due for ever')
  }
  async function does({ profile_id }: Member, ...types: string[]): Promise<void> {
    for (const type of types) {
      now += 60_000
      await transaction(shop.db, system, (tx) => emit(tx, { type, profile_id, source: 'test' }))
    }
    await settled(shop)
  }
  async function buy({ profile_id }: Member): Promise<string> {
    const sale = await shop.as(shop.api_key).post('/v1/orders', {
      way: 'carry',
      place_id: shop.shinjuku,
      profile_id,
      lines: [{ gtin: knit, quantity: 1 }],
      payments: [{ method: 'cash' }],
    })
    assert.equal(sale.status, 201, sale.text)
    await settled(shop)
    return String(sale.body.order_id)
  }
  async function seen({ profile_id }: Member): Promise<View> {
    const { token } = await transaction(shop.db, system, (tx) => openSession(tx, { kind: 'member', profile_id }))
    const answer = await shop.as(token).get('/v1/loyalty/me/fan-level')
    assert.equal(answer.status, 200, answer.text)
    return answer.body as View
  }
  const moved = ({ parts }: View) => parts.flatMap((part) => (part.moved === 0 ? [] : [[part.signal, part.moved]]))

  it('nobody has one until it is switched on; then everyone is counted once, by what she did before', async () => {
    const member = await shop.member('early')
    await buy(member)
    assert.deepEqual(await seen(member), { level: null, score: null, counted_at: null, next: null, parts: [] })
    const admin = shop.as(shop.staff.admin.token)
    const wrong = { ...fanRules.usual, on: true, steps: [20, 20, 60, 80] }
    const refused = await admin.put('/v1/settings/loyalty.fan_level', { value: wrong })
    assert.deepEqual([refused.status, refused.body.code], [400, 'loyalty.fan_steps'])
    const put = await admin.put('/v1/settings/loyalty.fan_level', { value: { ...fanRules.usual, on: true } })
    assert.equal(put.status, 200, put.text)
    forgetKept()
    stopWatching = await watchFans(shop.db)
    await swept()
    // Bought today: 20; once of twelve times, ¥3,990 of 60,000, one day of twelve: 1 each.
    const view = await seen(member)
    assert.deepEqual([view.level, view.score, view.next], [2, 23, { level: 3, missing: 17 }])
  })

  it('it rises with visits, the app, reviews and what she recommends, and tells what moved it', async () => {
    const member = await shop.member('fan')
    await buy(member)
    await does(member, 'Product Reviewed')
    assert.deepEqual(moved(await seen(member)), [['reviews', 3]])
    await does(member, 'Product Reviewed', 'Product Reviewed', 'Product Shared', 'Product Shared', 'Product Shared')
    const view = await seen(member)
    assert.deepEqual([view.level, view.score], [2, 23 + 10 + 5])
    for (let day = 0; day < 3; day++) {
      now += day_ms
      await does(member, 'Store Visited', 'App Opened', 'App Opened')
    }
    const { level, parts } = await seen(member)
    assert.deepEqual(
      parts.map(({ signal, points }) => [signal, points]),
      [
        ['recency', 19],
        ['purchases', 1],
        ['spend', 1],
        ['visits', 5],
        ['app', 1],
        ['reviews', 10],
        ['referrals', 5],
      ],
    )
    assert.equal(level, 3)
    const told = await transaction(shop.db, system, (tx) =>
      rows<{ level: number; was: number }>(
        tx,
        sql`select (payload->>'level')::integer as level, (payload->>'was')::integer as was from activity.timeline
            where profile_id = ${member.profile_id} and type = 'fan.level_changed' order by occurred_at`,
      ),
    )
    assert.deepEqual(told, [
      { level: 2, was: 1 },
      { level: 3, was: 2 },
    ])
  })

  it('days alone lower it at night; a return takes off what was bought; staff see it on her card', async () => {
    const member = await shop.member('fades')
    const order_id = await buy(member)
    assert.equal((await seen(member)).level, 2)
    now += 45 * day_ms
    await swept()
    const later = await seen(member)
    assert.deepEqual([later.level, later.score, moved(later)], [1, 13, [['recency', -10]]])
    const back = { place_id: shop.shinjuku, lines: [{ line_no: 1, quantity: 1 }], reason: 'defective' }
    const answer = await shop.as(shop.api_key).post(`/v1/orders/${order_id}/returns`, back)
    assert.equal(answer.status, 201, answer.text)
    await settled(shop)
    const { parts } = await seen(member)
    assert.deepEqual(
      parts.flatMap(({ signal, points }) => (points > 0 ? [signal] : [])),
      ['visits'],
    )
    const card = await shop.as(shop.api_key).get(`/v1/desk/customers/${member.profile_id}`)
    assert.equal(card.status, 200, card.text)
    const { fan, tier } = card.body as { fan: { level: number; score: number }; tier: null }
    assert.deepEqual([fan.level, fan.score, tier], [1, 1, null])
  })
})

/** Tiers: up at once, down only when a period ends, told with their reason, tried before they are changed. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { system } from '../../src/core/actor.ts'
import { rows, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { forgetKept } from '../../src/core/kept.ts'
import { putSetting } from '../../src/core/settings.ts'
import { setClock } from '../../src/core/time.ts'
import { tickTiers, tierRules, watchBonuses } from '../../src/loyalty/loyalty.ts'
import { reactions, watchers } from '../../src/reactions.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { settled } from './settled.ts'

const knit = '4599990000047'
const socks = '4599990000177'
const words = (ja: string) => ({ ja, en: ja })
const tier = (key: string, at_least: number, times_num: number, times_den = 1) => ({
  key,
  name: words(key),
  at_least,
  times_num,
  times_den,
})
const rules = {
  ...tierRules.usual,
  months: 6,
  first_month: 4,
  tiers: [tier('regular', 0, 1), tier('silver', 5_000, 3, 2), tier('gold', 9_000, 2)],
}
type Member = Awaited<ReturnType<Shop['member']>>
type View = {
  tier: { key: string } | null
  until: string
  counted: number
  next: { tier: { key: string }; missing: number } | null
  keep: { missing: number } | null
}

describe('tiers', () => {
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
    const admin = shop.as(shop.staff.admin.token)
    const falling = await admin.put('/v1/settings/loyalty.tiers', {
      value: { ...rules, tiers: rules.tiers.toReversed() },
    })
    assert.deepEqual([falling.status, falling.body.code], [400, 'loyalty.tiers_order'])
    assert.equal((await admin.put('/v1/settings/loyalty.tiers', { value: rules })).status, 200)
    forgetKept()
    stopWatching = await watchBonuses(shop.db)
  })
  after(async () => {
    await stopWatching?.()
    await worker.stop()
    setClock()
    follow({})
    await shop.close()
  })

  async function swept(): Promise<void> {
    for (let round = 0; round < 20; round++) {
      forgetKept()
      if ((await tickTiers(shop.db, new Date(now).toISOString())) === 0) return
    }
    throw new Error('tiers are due for ever')
  }
  async function buy(member: Member, ...gtins: string[]): Promise<{ order_id: string; points_earned: number }> {
    const sale = await shop.as(shop.api_key).post('/v1/orders', {
      way: 'carry',
      place_id: shop.shinjuku,
      profile_id: member.profile_id,
      lines: gtins.map((gtin) => ({ gtin, quantity: 1 })),
      payments: [{ method: 'cash' }],
    })
    assert.equal(sale.status, 201, sale.text)
    await settled(shop)
    // What happened in one moment has no order.
    now += 1_000
    return sale.body as { order_id: string; points_earned: number }
  }
  async function giveBack(order_id: string): Promise<void> {
    const lines = [{ line_no: 1, quantity: 1 }]
    const back = { place_id: shop.shinjuku, lines, reason: 'size' }
    const answer = await shop.as(shop.api_key).post(`/v1/orders/${order_id}/returns`, back)
    assert.equal(answer.status, 201, answer.text)
    await settled(shop)
  }
  async function seen({ profile_id }: Member): Promise<View> {
    const { token } = await transaction(shop.db, system, (tx) => openSession(tx, { kind: 'member', profile_id }))
    const answer = await shop.as(token).get('/v1/loyalty/me/tier')
    assert.equal(answer.status, 200, answer.text)
    return answer.body as View
  }
  const told = ({ profile_id }: Member) =>
    transaction(shop.db, system, (tx) =>
      rows<{ was: string; tier: string; why: string }>(
        tx,
        sql`select payload->>'was' as was, payload->>'tier' as tier, payload->>'why' as why from activity.timeline
            where profile_id = ${profile_id} and type = 'tier.changed' order by occurred_at, event_id`,
      ),
    )
  const moves = async (member: Member) => (await told(member)).map(({ was, tier: to, why }) => `${was} → ${to}: ${why}`)

  it('who joins has the first; what is missing to the next is told; it is hers at once, and with it more points', async () => {
    const member = await shop.member('up')
    await settled(shop)
    const first = await seen(member)
    assert.deepEqual([first.tier?.key, first.next], ['regular', { tier: { ...rules.tiers[1] }, missing: 5_000 }])
    assert.equal((await buy(member, knit)).points_earned, 39)
    assert.equal((await seen(member)).next?.missing, 5_000 - 3_990)
    assert.equal((await buy(member, socks)).points_earned, 19)
    const silver = await seen(member)
    assert.deepEqual([silver.tier?.key, silver.until, silver.next?.missing], ['silver', '2026-09-30', 9_000 - 5_980])
    // 1.5 points for ¥100: ¥3,990 × 1.5 / 100, rounded down once.
    assert.equal((await buy(member, knit)).points_earned, 59)
    assert.equal((await seen(member)).tier?.key, 'gold')
    assert.deepEqual(await moves(member), [
      'none → regular: joined',
      'regular → silver: bought',
      'silver → gold: bought',
    ])
  })

  it('a return takes off what it counted for and leaves the tier until the period ends; what was kept decides the next', async () => {
    const member = await shop.member('down')
    const { order_id } = await buy(member, knit, socks)
    await giveBack(order_id)
    const after_return = await seen(member)
    assert.deepEqual([after_return.tier?.key, after_return.counted], ['silver', 1_990])
    assert.equal(after_return.keep?.missing, 5_000 - 1_990)
    now = Date.parse('2026-09-30T14:59:00Z')
    await swept()
    assert.equal((await seen(member)).tier?.key, 'silver', 'the last minute of the period in Japan')
    now = Date.parse('2026-09-30T15:01:00Z')
    await swept()
    assert.equal((await seen(member)).tier?.key, 'regular')
    assert.equal((await moves(member)).at(-1), 'silver → regular: period_ended')
  })

  it('what was earned in one period holds through the next, and no longer', async () => {
    // Half a day into it: the shop's night still belongs to the day before.
    now = Date.parse('2026-10-01T02:00:00Z')
    const member = await shop.member('holds')
    await buy(member, knit, knit, socks)
    assert.deepEqual([(await seen(member)).tier?.key, (await seen(member)).until], ['gold', '2027-03-31'])
    now = Date.parse('2027-04-01T02:00:00Z')
    await swept()
    assert.deepEqual([(await seen(member)).tier?.key, (await seen(member)).until], ['gold', '2027-09-30'])
    now = Date.parse('2027-10-01T02:00:00Z')
    await swept()
    assert.equal((await seen(member)).tier?.key, 'regular')
  })

  it('an offer for a tier is given to who stands in it, and the first who does not is told why', async () => {
    const key = shop.as(shop.api_key)
    const offer = {
      name: 'ゴールド様',
      rule: { goods: {}, conditions: { tiers: ['gold'] }, effect: { kind: 'yen', yen: 500 } },
    }
    const member = await shop.member('offer')
    await settled(shop)
    const try_it = async () => {
      const lines = [{ gtin: knit, quantity: 1 }]
      const { profile_id } = member
      const body = { way: 'carry', place_id: shop.shinjuku, lines, profile_id, offer }
      const answer = await key.post('/v1/promotions/previews', body)
      assert.equal(answer.status, 200, answer.text)
      return [answer.body.total_yen, (answer.body.offers_refused as { why: string }[])[0]?.why]
    }
    assert.deepEqual(await try_it(), [3_990, 'tier'])
    await buy(member, knit, knit, socks)
    assert.deepEqual(await try_it(), [3_490, undefined])
  })

  it('other rules are tried over what was really bought, and move nobody', async () => {
    const strict = { ...rules, tiers: [tier('regular', 0, 1), tier('silver', 500_000, 1), tier('gold', 900_000, 1)] }
    const key = shop.as(shop.api_key)
    const ask = async (body: Record<string, unknown>) => {
      const answer = await key.post('/v1/loyalty/tiers/simulations', body)
      assert.equal(answer.status, 200, answer.text)
      const { up, down, moves: all } = answer.body as { up: number; down: number; moves: unknown[] }
      return { up, down, moves: all }
    }
    assert.deepEqual(await ask({ rules: strict }), { up: 0, down: 0, moves: [] })
    assert.deepEqual(await ask({ rules: strict, at: 'period_end' }), {
      up: 0,
      down: 1,
      moves: [{ from: 'gold', to: 'regular', members: 1 }],
    })
    const easy = { ...rules, tiers: [tier('regular', 0, 1), tier('gold', 1, 1)] }
    const { up } = await ask({ rules: easy })
    assert.equal(up, 0)
    const more = await shop.member('easy')
    await buy(more, socks)
    assert.deepEqual((await ask({ rules: easy })).moves, [{ from: 'regular', to: 'gold', members: 1 }])
  })

  it('by credit, what comes back takes its credit back; new rules reach everyone at the next sweep', async () => {
    const by_credit = { ...rules, by: 'credit' as const, credit_num: 1, credit_den: 10 }
    by_credit.tiers = [tier('regular', 0, 1), tier('silver', 500, 1)]
    await transaction(shop.db, system, (tx) => putSetting(tx, tierRules.key, by_credit, 'test'))
    await swept()
    const member = await shop.member('credit')
    const { order_id } = await buy(member, knit, socks)
    assert.deepEqual([(await seen(member)).tier?.key, (await seen(member)).counted], ['silver', 598])
    await giveBack(order_id)
    assert.deepEqual([(await seen(member)).tier?.key, (await seen(member)).counted], ['silver', 199])
  })

  it('people who are joined stand by what they bought together, and apart each by her own again', async () => {
    await transaction(shop.db, system, (tx) => putSetting(tx, tierRules.key, rules, 'test'))
    await swept()
    const [one, other] = [await shop.member('join-1'), await shop.member('join-2')]
    await buy(one, knit)
    await buy(other, socks)
    const admin = await transaction(shop.db, system, (tx) =>
      openSession(tx, { kind: 'staff', staff_id: shop.staff.admin.staff_id, place_id: null }),
    )
    const house = shop.as(admin.token)
    const wanted = { keep_id: one.profile_id, join_id: other.profile_id, reason: 'カードが2枚ありました' }
    const merged = await house.post('/v1/customers/merges', wanted)
    assert.ok(merged.status < 300, merged.text)
    await settled(shop)
    assert.deepEqual([(await seen(one)).tier?.key, (await seen(other)).tier?.key], ['silver', 'silver'])
    const undone = await house.post(`/v1/customers/merges/${merged.body.merge_id}/undoing`, {})
    assert.ok(undone.status < 300, undone.text)
    await settled(shop)
    assert.deepEqual([(await seen(one)).tier?.key, (await seen(other)).tier?.key], ['regular', 'regular'])
  })

  it('the books are right', async () => {
    await swept()
    const wrong = (await verify(shop.db.url)).filter(({ ok }) => !ok)
    assert.deepEqual(wrong, [])
  })
})

/** Bonus points (J4, J7, J8): they follow a purchase by themselves, are explained, and go back with what is returned. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { system } from '../../src/core/actor.ts'
import { only, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { forgetKept } from '../../src/core/kept.ts'
import { setClock } from '../../src/core/time.ts'
import { watchBonuses } from '../../src/loyalty/loyalty.ts'
import { reactions, tick, watchers } from '../../src/reactions.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { settled } from './settled.ts'

const biscuits = '4599990000061'
const knit = '4599990000047'
const socks = '4599990000177'
const day_ms = 86_400_000
const words = (ja: string) => ({ ja, en: ja })
const rules = [
  { kind: 'join', key: 'join', name: words('入会ボーナス'), points: 100 },
  { kind: 'same_shop', key: 'again', name: words('またのご来店'), points: 50, window_days: 30 },
  {
    kind: 'spend',
    key: 'spend-4000',
    name: words('次回使えるポイント'),
    points: 100,
    at_least_yen: 4000,
    most: 2,
    budget_points: 250,
  },
]

describe('bonus points', () => {
  let shop: Shop
  let worker: Worker
  let stopWatching: (() => Promise<void>) | undefined
  let now = Date.parse('2026-11-02T02:00:00Z')
  before(async () => {
    setClock(() => now)
    follow(reactions, watchers)
    shop = await openShop()
    await installJobs(shop.db.url)
    worker = await startWorker(shop.db, { tick })
    const admin = shop.as(shop.staff.admin.token)
    const put = (value: unknown) => admin.put('/v1/settings/loyalty.bonuses', { value })
    const twice = await put([rules[0], rules[0]])
    assert.deepEqual([twice.status, twice.body.code, twice.body.field], [400, 'loyalty.key_twice', 'value'])
    assert.equal((await put([{ ...rules[1], window_days: 0 }])).status, 422)
    assert.equal((await put(rules)).status, 200)
    stopWatching = await watchBonuses(shop.db)
  })
  after(async () => {
    await stopWatching?.()
    await worker.stop()
    setClock()
    follow({})
    await shop.close()
  })

  type Member = Awaited<ReturnType<Shop['member']>>
  // Days pass between purchases, and with them sessions: the tills are a system with a key.
  async function buy(member: Member, place_id: string, ...gtins: string[]): Promise<string> {
    const sale = await shop.as(shop.api_key).post('/v1/orders', {
      way: 'carry',
      place_id,
      profile_id: member.profile_id,
      lines: gtins.map((gtin) => ({ gtin, quantity: 1 })),
      payments: [{ method: 'cash' }],
    })
    assert.equal(sale.status, 201, sale.text)
    await settled(shop)
    return String(sale.body.order_id)
  }
  const points = async (member: Member) => {
    await settled(shop)
    return (await shop.as(shop.api_key).get(`/v1/loyalty/profiles/${member.profile_id}`)).body.available
  }
  const moves = async (member: Member) => {
    const { profile_id } = member
    const { token } = await transaction(shop.db, system, (tx) => openSession(tx, { kind: 'member', profile_id }))
    const { items } = (await shop.as(token).get('/v1/loyalty/me/statement')).body as {
      items: { amount: number; name: { ja: string } | null }[]
    }
    return items.map(({ amount, name }) => [amount, name?.ja ?? null])
  }

  /** A live offer that takes ¥500 off by coupon. */
  async function drinkOffer(): Promise<string> {
    const key = shop.as(shop.api_key)
    const effect = { kind: 'yen', yen: 500 }
    const rule = { priority: 0, group: null, exclusive: false, goods: {}, conditions: { coupon: true }, effect }
    const made = await key.post('/v1/promotions/offers', { name: 'ドリンクチケット', rule })
    assert.equal(made.status, 201, made.text)
    for (const state of ['approved', 'live']) {
      const moved = await key.put(`/v1/promotions/offers/${made.body.offer_id}/state`, { state })
      assert.equal(moved.status, 200, moved.text)
    }
    return String(made.body.offer_id)
  }

  it('J4: who joins has 100 points at once, and 32 more with the biscuits of ¥3,240', async () => {
    const member = await shop.member('join')
    assert.equal(await points(member), 100)
    await buy(member, shop.shinjuku, biscuits)
    assert.equal(await points(member), 132)
    assert.deepEqual(
      (await moves(member)).sort(),
      [
        [100, '入会ボーナス'],
        [32, null],
      ].sort(),
    )
  })

  it('J8: the second day at one shop within 30 days brings 50 more; another shop, the same day, or a day too late brings none', async () => {
    const member = await shop.member('again')
    await buy(member, shop.shinjuku, socks)
    await buy(member, shop.shinjuku, socks)
    assert.equal(await points(member), 100 + 19 + 19)
    now += 25 * day_ms
    await buy(member, shop.setagaya, socks)
    assert.equal(await points(member), 100 + 3 * 19)
    const order_id = await buy(member, shop.shinjuku, socks)
    assert.equal(await points(member), 100 + 4 * 19 + 50)
    // The bonus ended its window: the third day begins the next one.
    now += day_ms
    await buy(member, shop.shinjuku, socks)
    assert.equal(await points(member), 100 + 5 * 19 + 50 + 0)
    const told = await shop.as(shop.api_key).post('/v1/loyalty/bonuses/previews', { order_id })
    assert.deepEqual(
      (told.body.items as { key: string; points: number }[]).map(({ key, points }) => [key, points]),
      [
        ['again', 50],
        ['spend-4000', 0],
      ],
    )
    now += 40 * day_ms
    await buy(member, shop.shinjuku, socks)
    assert.equal(await points(member), 100 + 6 * 19 + 50)
  })

  it('J7: ¥4,000 and more brings 100; what is returned below it takes them back, and other rules can be tried on the purchase', async () => {
    const member = await shop.member('spend')
    const order_id = await buy(member, shop.shinjuku, knit, socks)
    assert.equal(await points(member), 100 + 59 + 100)
    const key = shop.as(shop.api_key)
    const other = { kind: 'spend', key: 'big', name: words('大口'), points: 500, at_least_yen: 6000 }
    const tried = await key.post('/v1/loyalty/bonuses/previews', { order_id, rules: [other] })
    const [outcome] = tried.body.items as { points: number; why: { ja: string } }[]
    assert.deepEqual([outcome?.points, outcome?.why.ja], [0, 'お買い上げ金額が足りません。'])
    const back = await key.post(`/v1/orders/${order_id}/returns`, {
      place_id: shop.shinjuku,
      lines: [{ line_no: 1, quantity: 1 }],
      reason: 'size',
    })
    assert.equal(back.status, 201, back.text)
    assert.equal(await points(member), 100 + 19)
    assert.ok((await moves(member)).some(([amount, name]) => amount === -100 && name === '次回使えるポイント'))
  })

  it('a customer has it as often as was said, and all of them together no more than the budget', async () => {
    const [one, two, three] = [await shop.member('most-1'), await shop.member('most-2'), await shop.member('most-3')]
    for (const member of [one, one, one]) await buy(member, shop.shinjuku, knit, socks)
    const had = async (member: Member) =>
      (await moves(member)).filter(([, name]) => name === '次回使えるポイント').length
    // 250 in all: two for her, none of 100 fits into the 50 that are left.
    assert.equal(await had(one), 2)
    for (const member of [two, three]) await buy(member, shop.shinjuku, knit, socks)
    assert.deepEqual([await had(two), await had(three)], [0, 0])
  })

  it('J3: the tenth stamp becomes a coupon for 30 days, once; a cancelled purchase takes its stamp back', async () => {
    const offer_id = await drinkOffer()
    const card = { key: 'drinks', name: words('ドリンクスタンプ'), needs: 10, days: 180, offer_id, ticket_days: 30 }
    const admin = await transaction(shop.db, system, (tx) =>
      openSession(tx, { kind: 'staff', staff_id: shop.staff.admin.staff_id, place_id: null }),
    )
    const put = await shop.as(admin.token).put('/v1/settings/loyalty.stamp_cards', { value: [card] })
    assert.equal(put.status, 200, put.text)
    forgetKept()
    const member = await shop.member('stamps')
    const key = shop.as(shop.api_key)
    const opening = { amount: 9, source: 'paper', stamp_card: 'drinks' }
    for (const opened of [true, false]) {
      const answer = await key.post(`/v1/loyalty/profiles/${member.profile_id}/opening`, opening)
      assert.deepEqual(answer.body, { opened })
    }
    const { token } = await transaction(shop.db, system, (tx) =>
      openSession(tx, { kind: 'member', profile_id: member.profile_id }),
    )
    const her = shop.as(token)
    const stamps = async () => ((await her.get('/v1/loyalty/me/stamps')).body.items as { stamps: number }[])[0]?.stamps
    const coupons = async () => (await her.get('/v1/promotions/me/coupons')).body.items as { expires_at: string }[]
    assert.equal(await stamps(), 9)
    await buy(member, shop.shinjuku, socks)
    assert.equal(await stamps(), 0)
    const [ticket, ...more] = await coupons()
    assert.deepEqual(more, [])
    const days = (Date.parse(String(ticket?.expires_at)) - now) / day_ms
    assert.ok(days > 30 && days <= 31, `${days} days`)
    const order_id = await buy(member, shop.shinjuku, socks)
    assert.equal(await stamps(), 1)
    const back = { place_id: shop.shinjuku, lines: [{ line_no: 1, quantity: 1 }], reason: 'size' }
    assert.equal((await key.post(`/v1/orders/${order_id}/returns`, back)).status, 201)
    await settled(shop)
    assert.deepEqual([await stamps(), (await coupons()).length], [0, 1])
  })

  it('a walk-in leaves no work, an order nobody knows is said to be unknown, and the books are right', async () => {
    const sale = {
      way: 'carry',
      place_id: shop.shinjuku,
      lines: [{ gtin: knit, quantity: 1 }],
      payments: [{ method: 'cash' }],
    }
    assert.equal((await shop.as(shop.api_key).post('/v1/orders', sale)).status, 201)
    const { left } = await only<{ left: number }>(
      shop.db,
      sql`select count(*) as left from activity.pending where reaction = 'bonuses'`,
    )
    assert.equal(left, 0)
    const key = shop.as(shop.api_key)
    const nobody = await key.post('/v1/loyalty/bonuses/previews', { order_id: crypto.randomUUID() })
    assert.deepEqual([nobody.status, nobody.body.code], [404, 'loyalty.order_unknown'])
    await settled(shop)
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

/** What follows by itself: mails about orders, carts that join at sign-in, reminders and releases by the clock; and that verify sees. */
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { inbox } from '../../src/channels/email/fake.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { putSetting } from '../../src/core/settings.ts'
import { setClock } from '../../src/core/time.ts'
import { bonusRules, tierRules, watchBonuses } from '../../src/loyalty/loyalty.ts'
import { forgetOffers } from '../../src/promotions/promotions.ts'
import { reactions, tick, watchers } from '../../src/reactions.ts'
import { selfTest, verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { changePlace } from './places.ts'
import { settled } from './settled.ts'

const shirt = '4599990000030'
const knit = '4599990000047'
const card = [{ method: 'card', token: 'tok_visa' }]

describe('what follows by itself', () => {
  let shop: Shop
  let worker: Worker
  let stopWatching: (() => Promise<void>) | undefined
  let url = ''
  let now = Date.parse('2026-11-20T02:00:00Z')
  before(async () => {
    setClock(() => now)
    follow(reactions, watchers)
    shop = await openShop()
    const join = { kind: 'join', key: 'join', name: { ja: '入会', en: 'Joined' }, points: 100 } as const
    await transaction(shop.db, system, (tx) => putSetting(tx, bonusRules.key, [join], 'test'))
    const regular = { key: 'regular', name: { ja: '会員', en: 'Member' }, at_least: 0, times_num: 1, times_den: 1 }
    const tiers = { ...tierRules.usual, tiers: [regular] }
    await transaction(shop.db, system, (tx) => putSetting(tx, tierRules.key, tiers, 'test'))
    stopWatching = await watchBonuses(shop.db)
    url = shop.db.url
    await installJobs(url)
    worker = await startWorker(shop.db, { tick })
    await aTillsDay()
  })
  afterEach(() => settled(shop))
  after(async () => {
    await stopWatching?.()
    await worker.stop()
    setClock()
    follow({})
    await shop.close()
  })

  const subjects = async (to: string) => {
    await settled(shop)
    return (await inbox(shop.db, to)).map(({ subject }) => subject.replace(/（.*| \(.*/, '')).toReversed()
  }
  const collect = (...gtins: string[]) => ({
    way: 'collect',
    place_id: shop.shinjuku,
    payments: card,
    lines: gtins.map((gtin) => ({ gtin, quantity: 1 })),
  })

  it('a member is mailed when her order is taken and when it is ready, with the code; once, though told twice', async () => {
    const member = await shop.member('mail-1')
    const order = await shop.as(member.token).post('/v1/orders', collect(shirt))
    assert.equal(order.status, 201, order.text)
    const clerk = shop.as(shop.staff.clerk.token)
    await settled(shop)
    now += 60_000
    for (let times = 0; times < 2; times++) await clerk.post(`/v1/orders/${order.body.order_id}/readiness`, {})
    assert.deepEqual(await subjects('mail-1@example.jp'), [
      'ご注文ありがとうございます',
      'お受け取りの準備ができました',
    ])
    const [ready] = await inbox(shop.db, 'mail-1@example.jp')
    assert.ok(ready?.text.includes(`受取番号: ${(order.body.pickup as { code: string }).code}`))
  })

  it('a guest is mailed at the address she gave with the order', async () => {
    const guest = await shop.visitor()
    const contact = { family_name: '佐藤', email: 'guest@example.jp' }
    const order = await shop.as(guest.token).post('/v1/orders', { ...collect(knit), contact })
    assert.equal(order.status, 201, order.text)
    assert.deepEqual(await subjects('guest@example.jp'), ['ご注文ありがとうございます'])
    assert.ok((await inbox(shop.db, 'guest@example.jp'))[0]?.text.startsWith('佐藤 さま'))
  })

  it('what a visitor gathered is in her cart after she signs in', async () => {
    const member = await shop.member('mail-3')
    await shop.as(member.token).post('/v1/carts/current/items', { variant_id: shop.variant[knit], quantity: 1 })
    const visit = await shop.visitor()
    const visitor = shop.as(visit.token)
    await visitor.post('/v1/carts/current/items', { variant_id: shop.variant[shirt], quantity: 2 })
    const email = 'mail-3@example.jp'
    const { browser_key } = (await visitor.post('/v1/customers/sign-in-codes', { email })).body
    const code = /\d{6}/.exec((await inbox(shop.db, 'mail-3@example.jp'))[0]?.subject ?? '')?.[0]
    const session = await visitor.post('/v1/customers/sessions', { email, code, browser_key })
    assert.ok(session.status < 300, session.text)
    await settled(shop)
    // Who belongs to whom is known everywhere within a second.
    await new Promise((done) => setTimeout(done, 1_100))
    const cart = await shop.as(String(session.body.token)).get('/v1/carts/current')
    for (const gtin of [shirt, knit]) assert.ok(cart.text.includes(shop.variant[gtin] as string), cart.text)
  })

  it('a sale at the till has its receipt and sends no mail', async () => {
    const member = await shop.member('mail-4')
    const sale = await shop.as(shop.staff.clerk.token).post('/v1/orders', {
      way: 'carry',
      place_id: shop.shinjuku,
      profile_id: member.profile_id,
      lines: [{ gtin: shirt, quantity: 1 }],
      payments: [{ method: 'cash', amount_yen: 2990 }],
    })
    assert.equal(sale.status, 201, sale.text)
    assert.deepEqual(await subjects('mail-4@example.jp'), [])
  })

  it('days pass: a reminder comes, then the goods are released and she is told', async () => {
    const member = await shop.member('mail-2')
    const order = await shop.as(member.token).post('/v1/orders', collect(shirt))
    await settled(shop)
    now += 60_000
    await shop.as(shop.staff.clerk.token).post(`/v1/orders/${order.body.order_id}/readiness`, {})
    for (const days of [5, 4]) {
      await settled(shop)
      now += days * 86_400_000
      await tick(shop.db, new Date(now).toISOString())
    }
    assert.deepEqual(await subjects('mail-2@example.jp'), [
      'ご注文ありがとうございます',
      'お受け取りの準備ができました',
      'お受け取りをお待ちしています',
      'ご注文を取り消しました',
    ])
  })

  /** A till opened, sold at, counted and settled, so that its checks have something to check. */
  async function aTillsDay(): Promise<void> {
    const till = shop.as(shop.staff.clerk.token, { 'engawa-till': 'till-1' })
    const sale = { way: 'carry', lines: [{ gtin: shirt, quantity: 1 }], payments: [{ method: 'cash' }] }
    const opened = await till.post('/v1/orders/till-sessions', { device_id: 'till-1', float_yen: 2010 })
    const session = `/v1/orders/till-sessions/${opened.body.till_session_id}`
    const pieces = [{ yen: 5000, pieces: 1 }]
    assert.equal((await till.post('/v1/orders', sale)).status, 201)
    const { count_id } = (await till.post(`${session}/counts`, { pieces })).body
    const settled = await till.post(`${session}/settlement`, { count_id })
    assert.equal(settled.body.number, 1, settled.text)
  }

  /** A receipt of another chain, told at its shelf; it wins the one prize. */
  async function aProof(): Promise<void> {
    const key = shop.as(shop.api_key)
    const variant_id = shop.variant[shirt]
    const days = { starts_on: '2026-01-01', ends_on: '2027-12-31' }
    const figures = { rate_num: 1, rate_den: 100, serial_points: 0, basis_yen: 2990, planned_sales_yen: 1_000_000 }
    const prizes = [{ name: 'ハンカチ', value_yen: 500, quantity: 1, odds_num: 1 }]
    const body = {
      name: '棚の応募',
      maker: '縫製所',
      goods: { variant_ids: [variant_id] },
      ...days,
      ...figures,
      prizes,
    }
    const { campaign_id, code } = (await key.post('/v1/proofs/campaigns', body)).body
    assert.equal((await key.post(`/v1/proofs/campaigns/${campaign_id}/opening`, {})).status, 200)
    const receipt = { shop: 'よその店', bought_on: '2026-11-01', number: '1', price_yen: 2990 }
    const member = await shop.member('told-a-proof')
    const told = await shop.as(member.token).post('/v1/proofs/entries', { code, variant_id, receipt })
    assert.equal(told.body.points, 29, told.text)
  }

  /** An offer with every bound there is, used once by coupon. */
  async function anOffer(): Promise<void> {
    const key = shop.as(shop.api_key)
    const effect = { kind: 'yen', yen: 100 }
    const rule = { goods: {}, conditions: { coupon: true }, effect }
    const bounds = { member_cap: 3, use_cap: 30, budget_yen: 3_000 }
    const { offer_id } = (await key.post('/v1/promotions/offers', { name: '100円引き', rule, ...bounds })).body
    for (const state of ['approved', 'live']) await key.put(`/v1/promotions/offers/${offer_id}/state`, { state })
    const member = await shop.member('offered')
    const issued = await key.post(`/v1/promotions/offers/${offer_id}/coupons`, { profile_ids: [member.profile_id] })
    const [{ code } = { code: '' }] = issued.body.items as { code: string }[]
    forgetOffers()
    const order = await shop.as(member.token).post('/v1/orders', { ...collect(shirt), coupons: [code] })
    assert.deepEqual([order.status, order.body.total_yen], [201, 2890], order.text)
  }

  it('verify is clean after all of it, and every check sees the row that is broken for it', async () => {
    await anOffer()
    await aProof()
    const waiting = await shop.member('mail-5')
    await shop.as(waiting.token).post('/v1/orders', collect(knit))
    await changePlace(shop, shop.shinjuku, { offers_holds: true })
    const { place_id, lines } = collect(knit)
    const hold = await shop.as(waiting.token).post('/v1/orders/holds', { place_id, lines })
    assert.equal(hold.status, 201, hold.text)
    await settled(shop)
    const findings = await verify(url)
    assert.deepEqual(
      findings.filter(({ ok }) => !ok),
      [],
    )
    const blind = (await selfTest(url)).filter(({ seen }) => !seen)
    // Rooms this shop has no use for break rows of their own in their own tests.
    const unused = /^(business|gifts|integrations): /
    assert.deepEqual(
      blind.filter(({ check, idle }) => !(idle && unused.test(check))),
      [],
    )
  })
})

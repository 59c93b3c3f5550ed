/** What an offer is looked at by before it is let through, who lets it through, and what it would cost: over the API, refusal by refusal. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSession, putStaff } from '../../src/access/access.ts'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import {
  type Body,
  carry,
  clerk,
  end,
  facts,
  futon,
  issue,
  launch,
  marketer,
  oats,
  openOffering,
  rate,
  refused,
  rule,
  shop,
  socks,
  sound,
} from './offering.ts'

type Finding = { rule: string; level: string; field: string; limit: number; found: number; override: Body | null }
let second: ReturnType<typeof shop.as>
let cardigan: string

before(async () => {
  await openOffering()
  await transaction(shop.db, system, async (tx) => {
    const hired = { code: 'S-010', display_name: '大西', role: 'marketer' as const, place_ids: [], pin: '246810' }
    const { staff_id } = await putStaff(tx, system, hired)
    second = shop.as((await openSession(tx, { kind: 'staff', staff_id, place_id: null })).token)
    const prices = [
      { yen: 4990, valid_from: '2026-01-01T00:00:00Z' },
      { yen: 6990, valid_from: '2027-02-02T00:00:00Z' },
    ]
    const made = {
      external_id: 'cardigan',
      name: '羽織りもの',
      tax_category: 'standard',
      published_at: '2026-01-01T00:00:00Z',
    }
    const { rows } = await putProducts(tx, system, [{ ...made, variants: [{ prices }] }])
    cardigan = rows[0]?.variant_ids[0] as string
  })
})
after(() => shop.close())

const draft = async (name: string, its: Body, more: Body = {}) => {
  const made = await marketer.post('/v1/promotions/offers', { name, rule: its, ...more })
  assert.equal(made.status, 201, made.text)
  return String(made.body.offer_id)
}
const move = (offer_id: string, state: string, who = marketer) =>
  who.put(`/v1/promotions/offers/${offer_id}/state`, { state })
const findings = async (offer_id: string) =>
  (await marketer.get(`/v1/promotions/offers/${offer_id}/findings`)).body.items as Finding[]
const goods = (...gtins: string[]) => ({ variant_ids: gtins.map((gtin) => shop.variant[gtin]) })

const stopped: [why: string, name: string, its: () => Body, more: Body, found: Partial<Finding>][] = [
  [
    'a gift worth more than 20% of the least purchase',
    '靴下プレゼント',
    () => rule({ kind: 'gift', pieces: 1 }, { goods: goods(socks), conditions: { least_yen: 5_000 } }),
    {},
    { rule: 'gift', field: 'rule.effect.pieces', limit: 1_000, found: 1_990 },
  ],
  [
    'a gift worth more than ¥200 where less than ¥1,000 need be bought',
    'オーツプレゼント',
    () => rule({ kind: 'gift', pieces: 1 }, { goods: goods(oats), conditions: { least_yen: 900 } }),
    {},
    { rule: 'gift', limit: 200, found: 594 },
  ],
  [
    'a prize of more than twenty times the purchase',
    '抽選で2万円引き',
    () => rule({ kind: 'yen', yen: 20_000 }, { conditions: { coupon: true, least_yen: 900 } }),
    { lottery: { winners: 1, planned_sales_yen: 100_000_000 } },
    { rule: 'lottery_prize', limit: 18_000, found: 20_000 },
  ],
  [
    'prizes of more than 2% of the planned sales together',
    '抽選で千円引き',
    () => rule({ kind: 'yen', yen: 1_000 }, { conditions: { coupon: true, least_yen: 900 } }),
    { lottery: { winners: 21, planned_sales_yen: 1_000_000 } },
    { rule: 'lottery_total', field: 'lottery.winners', limit: 20_000, found: 21_000 },
  ],
  [
    'a prize without a known value',
    '抽選で半額',
    () => rule(rate(50), { conditions: { coupon: true } }),
    { lottery: { winners: 1, planned_sales_yen: 1_000_000 } },
    { rule: 'lottery_value', field: 'rule.effect.most_yen' },
  ],
  ['words that need proof', '日本一の割引', () => rule(rate(1)), {}, { rule: 'superlative', field: 'name' }],
  ['a hurry without an end', '期間限定 1%引き', () => rule(rate(1)), {}, { rule: 'hurry', field: 'ends_at' }],
]
for (const [why, name, its, more, wanted] of stopped)
  test(`${why} is not let through, naming rule, field and figures`, async () => {
    const offer_id = await draft(name, its(), more)
    const [found] = await findings(offer_id)
    const same = Object.fromEntries(Object.keys(wanted).map((key) => [key, found?.[key as keyof Finding]]))
    assert.deepEqual([same, found?.level], [wanted, 'stop'])
    for (const state of ['asked', 'approved']) {
      const answer = await move(offer_id, state)
      assert.deepEqual(
        [...refused(answer), answer.body.rule, answer.body.field],
        [422, 'promotions.not_clear', found?.rule, found?.field],
      )
    }
  })

test('a former price asked for less than half of the eight weeks before is found; a day later it is half of them', async () => {
  const its = rule(rate(10), { goods: { variant_ids: [cardigan] } })
  const offer_id = await draft('羽織りもの10%引き', its, { starts_at: '2027-03-01T00:00:00Z' })
  const [found] = await findings(offer_id)
  assert.deepEqual([found?.rule, found?.field, found?.limit, found?.found], ['former_price', 'rule.goods', 28, 27])
  const looked = async (offer: Body) => {
    const { status, body, text } = await marketer.post('/v1/promotions/forecasts', { offer })
    assert.equal(status, 200, text)
    return (body.findings as Finding[]).map((one) => one.rule)
  }
  assert.deepEqual(await looked({ name: '×', rule: its, starts_at: '2027-03-02T00:00:00Z' }), [])
  // What a full basket earns is a discount at the end, not a price beside the former one.
  const earned = rule(rate(10), { goods: { variant_ids: [cardigan] }, conditions: { least_yen: 10_000 } })
  assert.deepEqual(await looked({ name: '×', rule: earned, starts_at: '2027-03-01T00:00:00Z' }), [])
  const dear = rule(rate(10), { goods: { variant_ids: [shop.variant[futon]] } })
  assert.deepEqual(await looked({ name: '×', rule: dear }), [])
  // A law that changes holds from its day on.
  const planned = await marketer.get('/v1/settings/promotions.display_law')
  const value = planned.body.value as { former_price: Body }
  const stricter = { ...value, former_price: { ...value.former_price, share_num: 1, share_den: 1 } }
  const put = await marketer.put('/v1/settings/promotions.display_law', {
    value: stricter,
    effective_at: '2027-03-02T00:00:00Z',
  })
  assert.equal(put.status, 200, put.text)
  assert.deepEqual(await looked({ name: '×', rule: its, starts_at: '2027-03-02T00:00:00Z' }), ['former_price'])
})

test('a named person sets a rule aside with a reason on record; a key cannot, and written anew the offer is looked at anew', async () => {
  const offer_id = await draft('日本一やさしい割引', rule(rate(1)))
  const aside = `/v1/promotions/offers/${offer_id}/overrides`
  const because = { rule: 'superlative', reason: '2026年の第三者調査で1位（資料A-12）' }
  assert.equal((await shop.as(shop.api_key).post(aside, because)).status, 403)
  assert.deepEqual(refused(await marketer.post(aside, { ...because, reason: '　' })), [422, 'promotions.no_reason'])
  assert.deepEqual(refused(await marketer.post(aside, { ...because, rule: 'gift' })), [409, 'promotions.nothing_found'])
  const made = await marketer.post(aside, because)
  assert.equal(made.status, 201, made.text)
  const [found] = made.body.items as Finding[]
  assert.deepEqual([found?.override?.reason, found?.override?.staff_id], [because.reason, shop.staff.admin.staff_id])
  assert.deepEqual(refused(await marketer.post(aside, because)), [409, 'promotions.set_aside'])
  assert.equal((await move(offer_id, 'approved')).status, 200)
  const written = await marketer.put(`/v1/promotions/offers/${offer_id}`, { name: '日本一の割引', rule: rule(rate(2)) })
  assert.equal(written.body.state, 'draft', written.text)
  assert.deepEqual(refused(await move(offer_id, 'approved')), [422, 'promotions.not_clear'])
})

test('what costs as much as the setting says is approved by somebody who neither wrote nor asked for it', async () => {
  const offer_id = await draft('大きな特典', rule({ kind: 'yen', yen: 10 }), { budget_yen: 500_000 })
  const alone = await move(offer_id, 'approved')
  assert.deepEqual(
    [...refused(alone), alone.body.cost_yen, alone.body.from_yen],
    [409, 'promotions.second_person', 500_000, 500_000],
  )
  const asked = await move(offer_id, 'asked')
  assert.deepEqual([asked.body.state, asked.body.asked_by], ['asked', shop.staff.admin.staff_id])
  for (const who of [marketer, shop.as(shop.api_key)])
    assert.deepEqual(refused(await move(offer_id, 'approved', who)), [409, 'promotions.own_asking'])
  assert.equal((await move(offer_id, 'approved', second)).body.state, 'approved')
  // Asked for by the second, it is still hers who wrote it.
  const other = await draft('もうひとつ', rule({ kind: 'yen', yen: 10 }), { budget_yen: 5_000_000 })
  assert.equal((await move(other, 'asked', second)).status, 200)
  for (const who of [marketer, second])
    assert.deepEqual(refused(await move(other, 'approved', who)), [409, 'promotions.own_asking'])
  assert.equal((await move(other, 'draft', second)).body.asked_by, null)
  const kept = (await marketer.get(`/v1/promotions/offers/${other}/changes`)).body as { items: Body[] }
  assert.deepEqual(
    kept.items.map(({ state, offer }) => [state, (offer as Body).budget_yen]),
    ['draft', 'asked', 'draft'].map((state) => [state, 5_000_000]),
  )
  // Below it one person is enough.
  assert.equal((await move(await draft('小さな特典', rule(rate(1)), { budget_yen: 499_999 }), 'approved')).status, 200)
  const { items } = (await marketer.get(`/v1/promotions/offers/${offer_id}/changes?limit=2`)).body as { items: Body[] }
  assert.deepEqual(
    items.map(({ state, actor_kind }) => [state, actor_kind]),
    [
      ['approved', 'staff'],
      ['asked', 'staff'],
    ],
  )
})

test('a live offer is stopped at once and taken up again; the orders between pay the full price', async () => {
  const offer_id = await launch('止まる特典', rule({ kind: 'yen', yen: 100 }, { goods: goods(socks) }), { use_cap: 5 })
  assert.deepEqual(facts(await clerk.post('/v1/orders', carry(socks)))[0], 100)
  assert.equal((await move(offer_id, 'stopped')).body.state, 'stopped')
  assert.deepEqual(facts(await clerk.post('/v1/orders', carry(socks)))[0], 0)
  const written = await marketer.put(`/v1/promotions/offers/${offer_id}`, { name: '×', rule: rule(rate(1)) })
  assert.deepEqual(refused(written), [409, 'promotions.begun'])
  assert.equal((await move(offer_id, 'live')).body.state, 'live')
  assert.deepEqual(facts(await clerk.post('/v1/orders', carry(socks)))[0], 100)
  await end(offer_id)
  const { uses, discount_yen, left_uses, places } = (await marketer.get(`/v1/promotions/offers/${offer_id}/report`))
    .body
  assert.deepEqual([uses, discount_yen, left_uses], [2, 200, 3])
  assert.deepEqual(places, [{ place_id: shop.shinjuku, channel: 'till', uses: 2, discount_yen: 200, points: 0 }])
  await sound()
})

test('a draft is priced on the baskets that were: what each would have saved, the cost of four weeks, and who is left out why', async () => {
  const body = {
    name: '靴下2点で300円引き',
    rule: rule({ kind: 'yen', yen: 300 }, { goods: goods(socks), conditions: { least_pieces: 2 } }),
  }
  const tried = async () =>
    (await marketer.post('/v1/promotions/forecasts', { offer: body })).body as Record<
      'tried' | 'given' | 'saved_yen' | 'cost_yen',
      number
    > & {
      excluded: Body[]
      baskets: Body[]
    }
  const before = await tried()
  assert.equal((await clerk.post('/v1/orders', carry(socks, {}, 2))).status, 201)
  assert.equal((await clerk.post('/v1/orders', carry(oats))).status, 201)
  const now = await tried()
  assert.deepEqual([now.tried - before.tried, now.given - before.given, now.saved_yen - before.saved_yen], [2, 1, 300])
  assert.equal(now.cost_yen, now.saved_yen)
  const [newest] = now.baskets
  assert.deepEqual(
    [newest?.without_yen, newest?.with_yen, newest?.goods, newest?.why],
    [3980, 3680, ['綿の靴下'], null],
  )
  assert.ok(now.excluded.some(({ why }) => why === 'goods') && now.excluded.some(({ why }) => why === 'pieces'))
  assert.ok(!JSON.stringify(now).includes('profile_id'))
  assert.deepEqual((await marketer.get('/v1/promotions/offers?state=live')).body.items, [])
})

test('no more win than were announced, and a draw needs its coupons', async () => {
  const lottery = { winners: 2, planned_sales_yen: 1_000_000 }
  const open = await marketer.post('/v1/promotions/offers', {
    name: '抽選',
    rule: rule({ kind: 'yen', yen: 500 }),
    lottery,
  })
  assert.deepEqual([...refused(open), open.body.field], [422, 'promotions.unsound', 'rule.conditions.coupon'])
  const its = rule({ kind: 'yen', yen: 500 }, { conditions: { coupon: true, least_yen: 900 } })
  const offer_id = await launch('抽選500円引き', its, { lottery })
  const coupons = `/v1/promotions/offers/${offer_id}/coupons`
  assert.equal((await issue(offer_id, { count: 1 })).length, 1)
  for (const body of [{ count: 2 }, { code: 'EVERYBODY' }])
    assert.deepEqual(refused(await marketer.post(coupons, body)), [409, 'promotions.no_more_winners'])
  const [code] = await issue(offer_id, { count: 1 })
  const { items } = (await marketer.get(coupons)).body as { items: { coupon_id: string }[] }
  const unused = await marketer.post('/v1/promotions/coupon-searches', { code })
  assert.equal((await clerk.post('/v1/orders', carry(socks, { coupons: [code] }))).status, 201)
  const other = items.find(({ coupon_id }) => coupon_id !== unused.body.coupon_id)
  assert.equal((await marketer.post(`/v1/promotions/coupons/${other?.coupon_id}/revocation`, {})).status, 200)
  const { coupons: became } = (await marketer.get(`/v1/promotions/offers/${offer_id}/report`)).body
  assert.deepEqual(became, { issued: 2, open: 0, redeemed: 1, revoked: 1, expired: 0, uses: 1 })
  await end(offer_id)
})

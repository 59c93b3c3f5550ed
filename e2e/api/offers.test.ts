/** Offers and coupons over the API: the price parts of J1, J5 and J7, and that all of it comes back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../src/core/actor.ts'
import { only, raw, transaction } from '../../src/core/database.ts'
import { clock } from '../../src/core/time.ts'
import { forgetOffers } from '../../src/promotions/promotions.ts'
import {
  type Body,
  carry,
  clerk,
  end,
  facts,
  futon,
  issue,
  launch,
  mail,
  marketer,
  oats,
  openOffering,
  rate,
  refused,
  rice,
  rule,
  shop,
  socks,
  sound,
} from './offering.ts'

before(openOffering)
after(() => shop.close())

test('J5: a LINE friend’s coupon, ¥500 off from ¥3,000, once: ¥4,900, tax 362, +49 pt, and a second use is refused', async () => {
  const offer_id = await launch(
    'お友だち特典 500円引き',
    rule({ kind: 'yen', yen: 500 }, { conditions: { coupon: true, least_yen: 3000 } }),
    {
      member_cap: 1,
    },
  )
  const she = await shop.member('gion')
  const [code] = (await issue(offer_id, { profile_ids: [she.profile_id] })) as [string]
  assert.match(code, /^[2-9A-HJKMNP-Z]{17}$/)
  const her = shop.as(she.token)
  const mine = await her.get('/v1/promotions/me/coupons')
  assert.deepEqual(
    (mine.body.items as { code: string; offer: string }[]).map(({ code: shown, offer }) => [shown, offer]),
    [[code, 'お友だち特典 500円引き']],
  )
  const cheap = await her.post('/v1/orders/quotes', {
    way: 'ship',
    lines: [{ gtin: oats, quantity: 1 }],
    coupons: [code],
  })
  assert.deepEqual(
    (cheap.body.offers_refused as { why: string; lacking_yen: number }[]).map(({ why, lacking_yen }) => [
      why,
      lacking_yen,
    ]),
    [['yen', 3000 - 594]],
  )
  const unmet = await her.post('/v1/orders', mail(oats, { coupons: [code] }))
  assert.deepEqual([...refused(unmet), unmet.body.field], [422, 'promotions.coupon_not_given', 'coupons.0'])
  // Typed as it is read aloud: small letters and hyphens do not matter.
  const bought = await her.post('/v1/orders', mail(rice, { coupons: [code.toLowerCase().replace(/(.{4})/g, '$1-')] }))
  assert.deepEqual(facts(bought), [500, 4900, 362, 49])
  assert.deepEqual(
    (bought.body.discounts as Body[]).map(({ kind, name, yen, lines }) => ({ kind, name, yen, lines })),
    [{ kind: 'offer', name: 'お友だち特典 500円引き', yen: 500, lines: [{ line_no: 1, yen: 500 }] }],
  )
  assert.deepEqual(refused(await her.post('/v1/orders', mail(rice, { coupons: [code] }))), [
    409,
    'promotions.coupon_redeemed',
  ])
  assert.deepEqual((await her.get('/v1/promotions/me/coupons')).body.items, [])
  await end(offer_id)
})

test('J1: the 10% coupon on organic oats, −¥118: ¥1,070, tax 79, +10 pt; of another customer it is refused', async () => {
  const goods = { variant_ids: [shop.variant[oats]] }
  const offer_id = await launch('オーガニック10%引き', rule(rate(10), { goods, conditions: { coupon: true } }))
  const [she, other] = [await shop.member('organic'), await shop.member('other')]
  const [code] = await issue(offer_id, { profile_ids: [she.profile_id] })
  const stranger = await shop.as(other.token).post('/v1/orders', mail(oats, { coupons: [code] }, 2))
  assert.deepEqual([...refused(stranger), stranger.body.field], [422, 'promotions.coupon_of_other', 'coupons.0'])
  assert.deepEqual(
    facts(await shop.as(she.token).post('/v1/orders', mail(oats, { coupons: [code] }, 2))),
    [118, 1070, 79, 10],
  )
  await end(offer_id)
})

test('J7: 10% on the futon cover for her alone: −¥499, ¥4,491, tax 408, +44 pt, the same at the till and on EC', async () => {
  const offer_id = await launch(
    'ご来店特典 10%引き',
    rule(rate(10), { goods: { variant_ids: [shop.variant[futon]] }, conditions: { coupon: true } }),
  )
  const she = await shop.member('yurakucho')
  const codes = [
    ...(await issue(offer_id, { profile_ids: [she.profile_id] })),
    ...(await issue(offer_id, { profile_ids: [she.profile_id] })),
  ]
  const at_till = await clerk.post('/v1/orders', carry(futon, { profile_id: she.profile_id, coupons: [codes[0]] }))
  assert.deepEqual(facts(at_till), [499, 4491, 408, 44])
  assert.deepEqual(
    facts(await shop.as(she.token).post('/v1/orders', mail(futon, { coupons: [codes[1]] }))),
    [499, 4491, 408, 44],
  )
  await end(offer_id)
})

test('an offer without a coupon is given by itself, with its reason on the order as it is read again, and ends when it is ended', async () => {
  const offer_id = await launch(
    '靴下2足で1足無料',
    rule({ kind: 'n_for_m', buy: 2, pay: 1 }, { goods: { variant_ids: [shop.variant[socks]] } }),
    {
      name_en: 'Two for one',
    },
  )
  const sold = await clerk.post('/v1/orders', carry(socks, {}, 3))
  assert.deepEqual(facts(sold), [1990, 3980, 361, 0])
  const again = await clerk.get(`/v1/orders/${sold.body.order_id}`)
  assert.deepEqual(again.body.discounts, sold.body.discounts)
  assert.deepEqual(
    [(again.body.discounts as Body[])[0]?.name, (again.body.discounts as Body[])[0]?.name_en],
    ['靴下2足で1足無料', 'Two for one'],
  )
  const change = await marketer.put(`/v1/promotions/offers/${offer_id}`, { name: '別', rule: rule(rate(5)) })
  assert.deepEqual(refused(change), [409, 'promotions.begun'])
  // Another process ended it a moment ago: what this one still keeps is found out, and the order decided anew.
  await clerk.post('/v1/orders/quotes', { way: 'carry', lines: [{ gtin: socks, quantity: 2 }] })
  await transaction(shop.db, system, (tx) =>
    only(
      tx,
      raw(
        `update promotions.offer set state = 'ended', version = version + 1 where offer_id = '${offer_id}' returning 1`,
      ),
    ),
  )
  assert.deepEqual(facts(await clerk.post('/v1/orders', carry(socks, {}, 2))), [0, 3980, 361, 0])
})

test('a till that prices by itself knows what it may give, and gets what it names and nothing unseen', async () => {
  const free = await launch('店頭5%引き', rule(rate(5), { conditions: { channels: ['till'] } }))
  const counted = await launch('会員様1回10%引き', rule(rate(10), { group: 'once' }), { member_cap: 1 })
  const known = await clerk.get('/v1/promotions/till-offers')
  assert.equal(known.status, 200, known.text)
  assert.deepEqual(
    (known.body.items as Body[]).map(({ offer_id, effect }) => [offer_id, effect]),
    [[free, rate(5)]],
  )
  const { profile_id } = await shop.member('till-offers')
  const sell = (offers: string[]) => clerk.post('/v1/orders', carry(socks, { profile_id, offers }))
  assert.equal((await sell([])).body.discount_yen, 0)
  assert.equal((await sell([free])).body.discount_yen, 99)
  await end(free)
  await end(counted)
})

test('a till is shown coupons: what each gives, whose it is, and what only the house may say', async () => {
  const gives = { kind: 'yen', yen: 100 }
  const needs = { conditions: { coupon: true } }
  const capped = await launch('会員様1回100円引き', rule(gives, needs), { member_cap: 1 })
  const everybody = await launch('みなさまに100円引き', rule(gives, needs))
  const first = await launch('はじめての100円引き', rule(gives, { conditions: { coupon: true, first_order: true } }))
  const { profile_id } = await shop.member('shown')
  const [hers] = await issue(capped, { profile_ids: [profile_id] })
  const [another] = await issue(capped, { profile_ids: [profile_id] })
  const [public_code] = await issue(everybody, { code: 'ミンナ2026' })
  const [for_first] = await issue(first, { code: 'ハジメテ' })
  const show = (coupons: unknown[], more: Body = {}) =>
    clerk.post('/v1/promotions/coupon-showings', { coupons, ...more })
  const said = async (coupons: unknown[], more: Body = {}) =>
    ((await show(coupons, more)).body.items as Body[]).map(({ offer, closed, needs_house }) => [
      (offer as Body).offer_id,
      closed,
      needs_house,
    ])
  assert.deepEqual(refused(await show([hers])), [422, 'promotions.coupon_of_other'])
  assert.deepEqual(await said([hers, public_code], { profile_id }), [
    [capped, null, true],
    [everybody, null, false],
  ])
  const firstly = async () => {
    const { items } = (await show([for_first], { profile_id })).body as { items: { offer: { conditions: Body } }[] }
    return items[0]?.offer.conditions.first_order
  }
  assert.equal(await firstly(), undefined, 'it would be her first order: nothing is left for the till to find out')
  const sold = await clerk.post('/v1/orders', carry(socks, { profile_id, offers: [], coupons: [hers] }))
  assert.equal(sold.body.discount_yen, 100, sold.text)
  assert.equal(await firstly(), true)
  assert.deepEqual(refused(await show([hers], { profile_id })), [409, 'promotions.coupon_redeemed'])
  assert.deepEqual(await said([another], { profile_id }), [[capped, 'member_cap', true]])
  const elsewhere = await show([public_code], { place_id: shop.setagaya })
  assert.equal(elsewhere.status, 403, elsewhere.text)
  await end(everybody)
  assert.deepEqual(
    [...refused(await show([public_code])), (await show([public_code])).body.why],
    [422, 'promotions.coupon_not_given', 'ended'],
  )
  await end(capped)
  await end(first)
  await sound()
})

test('what a till gave without a network is named and counted when it is told; what it might not give is left without a name', async () => {
  const free = await launch('店頭10%引き', rule(rate(10)))
  const triple = await launch('ポイント3倍', rule({ kind: 'points', times_num: 3, times_den: 1 }))
  const counted = await launch('先着3名様', rule({ kind: 'yen', yen: 50 }), { use_cap: 3 })
  const member = await shop.member('told-offers')
  const member_code = (await shop.as(member.token).get('/v1/customers/me/card')).body.member_number
  const [ten, fifty, extra] = [
    { offer_id: free, lines: [{ line_no: 1, yen: 199 }] },
    { offer_id: counted, lines: [{ line_no: 1, yen: 50 }] },
    { offer_id: triple, lines: [{ line_no: 1, yen: 0 }] },
  ]
  const tell = async (receipt_number: string, offers: Body[], discount_yen = 249) => {
    const line = { gtin: socks, quantity: 1, unit_yen: 1990, amount_yen: 1990, discount_yen }
    const amount_yen = 1990 - discount_yen
    const sale = {
      receipt_number,
      occurred_at: clock.iso(),
      lines: [line],
      payments: [{ method: 'cash', amount_yen }],
      member_code,
      offers,
    }
    const told = await clerk.post('/v1/orders/offline-sales', { device_id: 'till-offers', sales: [sale] })
    return (told.body.items as { outcome: string; order: Body | null; problem: Body | null }[])[0]
  }
  const told = await tell('R-1', [ten, fifty, extra])
  const { total_yen, discount_yen, points_earned, discounts } = told?.order ?? {}
  assert.deepEqual([total_yen, discount_yen, points_earned], [1741, 249, 17 + 2 * 17])
  assert.deepEqual(
    (discounts as Body[]).map(({ kind, name, yen }) => [kind, name, yen]),
    [
      ['offer', '店頭10%引き', 199],
      ['offer', 'ポイント3倍', 0],
    ],
  )
  assert.equal((await tell('R-1', [ten, fifty, extra]))?.outcome, 'repeated')
  const uses = async (offer_id: string) => (await marketer.get(`/v1/promotions/offers/${offer_id}`)).body.uses
  assert.deepEqual([await uses(free), await uses(triple), await uses(counted)], [1, 1, 0])
  // Ended meanwhile, it was given all the same.
  await end(free)
  const late = (await tell('R-2', [ten], 199))?.order?.discounts as Body[] | undefined
  assert.equal(late?.[0]?.name, '店頭10%引き')
  assert.deepEqual((await tell('R-3', [ten], 198))?.problem, { code: 'orders.discount_line', field: 'offers.0.lines' })
  await end(triple)
  await end(counted)
  await sound()
})

test('a rule that cannot be is refused, naming its field', async () => {
  const bad: [Body, string][] = [
    [{ rule: rule(rate(101)) }, 'rule.effect.rate_num'],
    [{ rule: rule({ kind: 'n_for_m', buy: 2, pay: 2 }) }, 'rule.effect.pay'],
    [{ rule: rule({ kind: 'gift', pieces: 1 }) }, 'rule.goods'],
    [{ rule: rule(rate(1)), starts_at: '2026-12-02T00:00:00Z', ends_at: '2026-12-01T00:00:00Z' }, 'ends_at'],
  ]
  for (const [body, field] of bad) {
    const answer = await marketer.post('/v1/promotions/offers', { name: '×', ...body })
    assert.deepEqual([answer.status, answer.body.code, answer.body.field], [422, 'promotions.unsound', field])
  }
  const shape = await marketer.post('/v1/promotions/offers', {
    name: '×',
    rule: rule(rate(1), { conditions: { weekdays: [8] } }),
  })
  assert.equal(shape.status, 400)
  assert.match(String(shape.body.field), /weekdays/)
})

test('a cancelled order gives its coupon, its use and its yen back; so does one of which everything came back', async () => {
  const offer_id = await launch('一度きり', rule({ kind: 'yen', yen: 300 }, { conditions: { coupon: true } }), {
    member_cap: 1,
    budget_yen: 300,
  })
  const she = await shop.member('back')
  const her = shop.as(she.token)
  const [code] = await issue(offer_id, { count: 1 })
  const left = async () =>
    ((await marketer.get(`/v1/promotions/offers/${offer_id}`)).body as { left_yen: number }).left_yen
  const buy = () => {
    forgetOffers()
    return her.post('/v1/orders', mail(rice, { coupons: [code] }))
  }
  const first = await buy()
  assert.deepEqual([first.body.discount_yen, await left()], [300, 0])
  assert.equal((await her.post(`/v1/orders/${first.body.order_id}/cancellation`, {})).status, 200)
  assert.equal(await left(), 300)
  forgetOffers()
  const sold = await clerk.post('/v1/orders', carry(rice, { profile_id: she.profile_id, coupons: [code] }, 2))
  assert.deepEqual([sold.body.discount_yen, await left()], [300, 0])
  const back = (quantity: number) =>
    clerk.post(`/v1/orders/${sold.body.order_id}/returns`, {
      way: 'counter',
      reason: 'changed_mind',
      lines: [{ line_no: 1, quantity }],
    })
  const one = await back(1)
  assert.equal(one.status, 201, one.text)
  assert.equal(await left(), 0)
  const other = await back(1)
  assert.equal(Number(one.body.refund_yen) + Number(other.body.refund_yen), 10800 - 300)
  assert.equal(await left(), 300)
  assert.equal((await buy()).body.discount_yen, 300)
  await end(offer_id)
  await sound()
})

test('a coupon of one shop or channel is refused elsewhere, a revoked one everywhere, an unknown one by its field', async () => {
  const offer_id = await launch('世田谷店だけ', rule({ kind: 'yen', yen: 100 }, { conditions: { coupon: true } }))
  const [bound, gone] = await issue(offer_id, { count: 2, place_ids: [shop.setagaya] })
  assert.deepEqual(refused(await clerk.post('/v1/orders', carry(oats, { coupons: [bound] }))), [
    422,
    'promotions.coupon_elsewhere',
  ])
  const there = shop.as(shop.staff.setagaya_clerk.token)
  assert.equal((await there.post('/v1/orders', carry(oats, { coupons: [bound] }))).body.discount_yen, 100)
  const found = await marketer.post('/v1/promotions/coupon-searches', { code: gone })
  assert.deepEqual([found.body.state, found.body.offer], ['open', '世田谷店だけ'])
  const revoke = () => marketer.post(`/v1/promotions/coupons/${found.body.coupon_id}/revocation`, undefined)
  assert.deepEqual([(await revoke()).body.state, (await revoke()).status], ['revoked', 200])
  assert.deepEqual(refused(await there.post('/v1/orders', carry(oats, { coupons: [gone] }))), [
    409,
    'promotions.coupon_revoked',
  ])
  const unknown = await there.post('/v1/orders', carry(oats, { coupons: ['NANIMONAI'] }))
  assert.deepEqual([...refused(unknown), unknown.body.field], [404, 'promotions.no_coupon', 'coupons.0'])
  const everybody = await issue(offer_id, { code: 'ナツ2026' })
  assert.deepEqual(everybody, ['ナツ2026'])
  for (let time = 0; time < 2; time++)
    assert.equal((await there.post('/v1/orders', carry(oats, { coupons: ['ナツ2026'] }))).body.discount_yen, 100)
  await end(offer_id)
})

test('a draft is tried before it is launched: what it would give, and why each other offer is not given', async () => {
  const live = await launch(
    'まとめ買い',
    rule({ kind: 'yen', yen: 200 }, { group: 'season', conditions: { least_pieces: 5 } }),
  )
  const tried = await marketer.post('/v1/promotions/previews', {
    way: 'carry',
    place_id: shop.shinjuku,
    lines: [{ gtin: oats, quantity: 2 }],
    offer: { name: '秋の20%', rule: rule(rate(20), { group: 'season' }) },
  })
  assert.equal(tried.status, 200, tried.text)
  assert.deepEqual([tried.body.total_yen, tried.body.discount_yen], [1188 - 237, 237])
  assert.deepEqual(
    (tried.body.offers_refused as Body[]).map(({ name, why, lacking_pieces }) => [name, why, lacking_pieces]),
    [['まとめ買い', 'pieces', 3]],
  )
  await end(live)
})

/** A coupon on the living cart: from device to device, to an agent, into the order; and what goods and members are told of offers. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { merge } from '../../src/carts/carts.ts'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import {
  type Body,
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
  rice,
  rule,
  shop,
  sound,
} from './offering.ts'

before(openOffering)
after(() => shop.close())

const laidIn = ({ body }: { body: Body }) => (body.coupons as Body[]).map(({ code, over }) => [code, over])
const whole = { way: 'ship', cart: true }
const home = {
  family_name: '木村',
  phone: '090-1234-5678',
  postal_code: '154-0001',
  prefecture: '東京都',
  city: '世田谷区',
  address: '池尻1-1-1',
}
const paid = { ...whole, ship: home, payments: [{ method: 'card', token: 'tok_visa' }] }

test('a coupon lies in the cart once, is used by the order as far as it fits, and what it lacks is told', async () => {
  const offer_id = await launch(
    'お友だち特典 500円引き',
    rule({ kind: 'yen', yen: 500 }, { conditions: { coupon: true, least_yen: 3000 } }),
  )
  const she = await shop.member('laid')
  const her = shop.as(she.token)
  const [code] = (await issue(offer_id, {
    profile_ids: [she.profile_id],
    reason: { ja: 'LINEでお友だちになってくださったお礼です。' },
  })) as [string]
  await her.post('/v1/carts/current/items', { gtin: oats, quantity: 1 })
  const laid = await her.post('/v1/carts/current/coupons', { code: code.toLowerCase() })
  assert.deepEqual(laidIn(laid), [[code, null]], laid.text)
  const again = await her.post('/v1/carts/current/coupons', { code })
  assert.equal(again.body.version, laid.body.version)
  // It lacks ¥2,406 and is no fault: the order would go without it.
  const little = await her.post('/v1/orders/quotes', whole)
  assert.deepEqual(
    (little.body.offers_refused as Body[]).map(({ why, lacking_yen }) => [why, lacking_yen]),
    [['yen', 2406]],
  )
  // On another device of hers it lies there too; taken out, it is gone everywhere, and may be laid again.
  const session = { kind: 'member', profile_id: she.profile_id } as const
  const other = shop.as((await transaction(shop.db, system, (tx) => openSession(tx, session))).token)
  const { coupon_id } = ((await other.get('/v1/carts/current')).body.coupons as Body[])[0] as { coupon_id: string }
  assert.deepEqual(laidIn(await other.delete(`/v1/carts/current/coupons/${coupon_id}`)), [])
  await other.post('/v1/carts/current/coupons', { code })
  await her.put(`/v1/carts/current/items/${shop.variant[oats]}`, { quantity: 0 })
  await her.post('/v1/carts/current/items', { gtin: rice })
  // The agent on the phone opens the same cart: the same price.
  const agent = shop.as(shop.staff.agent.token)
  const told = await agent.post('/v1/orders/quotes', { ...whole, profile_id: she.profile_id })
  assert.deepEqual(facts(told).slice(0, 2), [500, 4900])
  // A till that names what it reckoned with is not given more than that.
  const reckoned = await agent.post('/v1/orders/quotes', { ...whole, profile_id: she.profile_id, offers: [] })
  assert.deepEqual(facts(reckoned).slice(0, 2), [0, 5400])
  const bought = await her.post('/v1/orders', paid)
  assert.deepEqual(facts(bought), [500, 4900, 362, 49])
  assert.deepEqual(laidIn(await her.get('/v1/carts/current')), [])
  const over = (await her.get('/v1/promotions/me/coupons?over=true')).body.items as Body[]
  assert.deepEqual(
    over.map(({ standing, reason, used_place_id }) => [standing, reason, used_place_id]),
    [['used', { ja: 'LINEでお友だちになってくださったお礼です。', en: null }, shop.warehouse]],
  )
  assert.deepEqual(refused(await her.post('/v1/carts/current/coupons', { code })), [409, 'promotions.coupon_redeemed'])
  await end(offer_id)
})

test('a coupon of another, an unknown and an expired one are refused with their reason; a visitor’s goes with her when she signs in', async () => {
  const offer_id = await launch('10%引き', rule(rate(10), { conditions: { coupon: true } }))
  const she = await shop.member('owner')
  const her = shop.as(she.token)
  const visitor = await shop.visitor()
  const stranger = shop.as(visitor.token)
  const [hers] = (await issue(offer_id, { profile_ids: [she.profile_id] })) as [string]
  const [old] = (await issue(offer_id, { count: 1, expires_at: '2026-01-01T00:00:00Z' })) as [string]
  const [free] = (await issue(offer_id, { count: 1 })) as [string]
  const say = async (code: string) => {
    const { status, body } = await stranger.post('/v1/carts/current/coupons', { code })
    return [status, body.code, body.field]
  }
  assert.deepEqual(await say(hers), [422, 'promotions.coupon_of_other', 'coupons.0'])
  assert.deepEqual(await say(old), [409, 'promotions.coupon_expired', 'coupons.0'])
  assert.deepEqual(await say('SPRING'), [404, 'promotions.no_coupon', 'coupons.0'])
  await stranger.post('/v1/carts/current/items', { gtin: futon })
  await stranger.post('/v1/carts/current/coupons', { code: free })
  await her.post('/v1/carts/current/coupons', { code: hers })
  await transaction(shop.db, system, (tx) => merge(tx, visitor.profile_id, she.profile_id))
  assert.deepEqual(laidIn(await her.get('/v1/carts/current')).length, 2)
  // Revoked meanwhile it is still seen, and why it gives nothing.
  const mine = (await her.get('/v1/promotions/me/coupons')).body.items as { coupon_id: string }[]
  await marketer.post(`/v1/promotions/coupons/${mine[0]?.coupon_id}/revocation`, {})
  assert.ok(laidIn(await her.get('/v1/carts/current')).some(([code, why]) => code === hers && why === 'revoked'))
  const bought = await her.post('/v1/orders', paid)
  assert.deepEqual(facts(bought).slice(0, 2), [499, 4491])
  await end(offer_id)
  await sound()
})

test('goods tell what is offered on them online, a shelf only what is for some goods; a member what she is given', async () => {
  const rice_id = shop.variant[rice] as string
  const some = await launch(
    'お米2点で500円引き',
    rule({ kind: 'yen', yen: 500 }, { goods: { variant_ids: [rice_id] }, conditions: { least_pieces: 2 } }),
    { name_en: '¥500 off two' },
  )
  const all = await launch('全品5%引き', rule(rate(5)))
  const hidden = await launch('クーポンだけ', rule(rate(20), { conditions: { coupon: true } }))
  const in_shop = await launch('店頭だけ', rule(rate(20), { conditions: { channels: ['till'] } }))
  const first = await launch('はじめての方', rule(rate(15), { conditions: { first_order: true } }))
  const offered = ({ body }: { body: Body }) => (body.offers as Body[]).map(({ offer_id }) => offer_id).sort()
  const listed = (await shop.as().get('/v1/desk/products?limit=60')).body.items as Body[]
  const tile = listed.find(({ variant_ids }) => (variant_ids as string[]).includes(rice_id)) as Body
  assert.deepEqual(tile.offers, [{ offer_id: some, name: 'お米2点で500円引き', name_en: '¥500 off two' }])
  assert.deepEqual(offered(await shop.as().get(`/v1/desk/products/${tile.product_id}`)), [some, all, first].sort())
  const her = shop.as((await shop.member('new')).token)
  const given = async () =>
    ((await her.get('/v1/promotions/me/offers')).body.items as Body[]).map(({ offer_id }) => offer_id).sort()
  assert.deepEqual(await given(), [some, all, in_shop, first].sort())
  await her.post('/v1/carts/current/items', { gtin: rice })
  await her.post('/v1/orders', paid)
  assert.deepEqual(await given(), [some, all, in_shop].sort())
  for (const offer_id of [some, all, hidden, in_shop, first]) await end(offer_id)
})

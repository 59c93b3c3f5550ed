/** J5, J7 and J8 at the till: offers by themselves, coupons by scan and by hand, to the yen; and the same to the yen while the line is cut. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { verify } from '../../src/verify.ts'
import { openScreens, type Screens } from './open.ts'
import { atTill } from './tilling.ts'

const rice = { gtin: '4599990000085', name: 'お米セット', yen: 5400, tax: 'food' }
const futon = { gtin: '4599990000092', name: '掛け布団カバー', yen: 4990, tax: 'standard' }
const serum = { gtin: '4599990000115', name: '美容液', yen: 11_000, tax: 'standard' }
const oats = { gtin: '4599990000016', name: 'オーガニックオーツ', yen: 594 }
const line_coupon = 'LINEお友だち500円引き'
const futon_offer = '掛け布団カバー10%引き'
const day_ms = 86_400_000
type Body = Record<string, unknown>

describe('offers at the till', () => {
  let shop: Screens
  let till: Page
  let hand: ReturnType<typeof atTill>
  let codes: string[]
  before(async () => {
    shop = await openScreens()
    for (const one of [rice, futon, serum]) await sellable(one)
    const words = { ja: 'またのご来店', en: 'Welcome back' }
    const again = { kind: 'same_shop', key: 'again', name: words, points: 50, window_days: 30 }
    const put = await office().put('/v1/settings/loyalty.bonuses', { value: [again] })
    assert.equal(put.status, 200, put.text)
    const off = { kind: 'yen', yen: 500 }
    const five_hundred = await launch(line_coupon, off, {}, { coupon: true, least_yen: 3000 }, { member_cap: 1 })
    codes = await issue(five_hundred, { count: 2 })
    const everybody = await launch('夏の100円引き', { kind: 'yen', yen: 100 }, {}, { coupon: true })
    await issue(everybody, { code: 'ナツ2026' })
    const ten = { kind: 'percent', rate_num: 10, rate_den: 100 }
    await launch(
      futon_offer,
      ten,
      { variant_ids: [shop.variant[futon.gtin]] },
      { members: true, place_ids: [shop.shinjuku] },
    )
    await launch(
      'お米でポイント3倍',
      { kind: 'points', times_num: 3, times_den: 1 },
      { variant_ids: [shop.variant[rice.gtin]] },
      {
        members: true,
        hours: [{ from: '00:00', until: '00:01' }],
      },
    )
    till = await shop.counter()
    await till.goto('/counter/')
    hand = atTill(till)
    await hand.signIn('新宿店', 'S-001')
    await hand.isReadyForTheWorst()
  })
  after(() => shop?.close())

  const office = () => shop.speak(shop.staff.admin.token)
  async function sellable({ gtin, name, yen, tax }: typeof rice) {
    const valid_from = '2026-01-01T00:00:00Z'
    const made = await shop.speak(shop.api_key).post('/v1/catalog/products', {
      name,
      tax_category: tax,
      published_at: valid_from,
      variants: [{ gtin, prices: [{ yen, valid_from }] }],
    })
    const variant_id = (made.body.variants as { variant_id: string }[])[0]?.variant_id as string
    shop.variant[gtin] = variant_id
    await transaction(shop.db, system, (tx) =>
      receive(tx, system, {
        ...{ place_id: shop.shinjuku, variant_id, quantity: 50 },
        ...{ kind: 'opening', source_kind: 'test', source_id: variant_id },
      }),
    )
  }
  async function launch(name: string, effect: Body, goods: Body, conditions: Body, more: Body = {}): Promise<string> {
    const rule = { priority: 0, group: null, exclusive: false, goods, conditions, effect }
    const made = await office().post('/v1/promotions/offers', { name, rule, ...more })
    assert.equal(made.status, 201, made.text)
    for (const state of ['approved', 'live'])
      assert.equal((await office().put(`/v1/promotions/offers/${made.body.offer_id}/state`, { state })).status, 200)
    return String(made.body.offer_id)
  }
  async function issue(offer_id: string, body: Body): Promise<string[]> {
    const made = await office().post(`/v1/promotions/offers/${offer_id}/coupons`, body)
    assert.equal(made.status, 201, made.text)
    return (made.body.items as { code: string }[]).map(({ code }) => code)
  }
  /** What the bars on her card say. */
  const cardOf = async ({ token }: { token: string }) =>
    String((await shop.speak(token).get('/v1/customers/me/card')).body.member_number)
  const puts = async ({ gtin, name }: { gtin: string; name: string }) => {
    await hand.scan(gtin)
    await hand.line(name).waitFor()
  }
  const totals = (yen: string) => till.locator('section').getByText(yen, { exact: true }).first().waitFor()
  const pay = async () => {
    await till.getByRole('button', { name: 'ちょうど' }).click()
    await till.getByRole('button', { name: '会計する' }).click()
    await till.getByText('お会計がすみました').waitFor()
    return (await till.locator('article').innerText()).replaceAll(/\s+/g, ' ')
  }
  const says = (receipt: string, ...words: string[]) => {
    for (const each of words) assert.ok(receipt.includes(each), `${each} in ${receipt}`)
  }
  const newest = async () => ((await office().get('/v1/orders?newest=true&limit=1')).body.items as Body[])[0] as Body
  const named = (order: Body) => (order.discounts as Body[]).map(({ kind, name, yen }) => [kind, name, yen])

  it('J5: the coupon is scanned, takes ¥500 off the rice with its reason, and is good for once', async () => {
    const member = await shop.member('j05')
    await puts(rice)
    await totals('¥5,400')
    await hand.scan(await cardOf(member))
    await till.getByText('54ポイント付きます').waitFor()
    await hand.scan(codes[0] as string)
    await hand.line(rice.name).getByText(`値引き −¥500　${line_coupon}`).waitFor()
    await till.getByText('8%対象 ¥4,900（税¥362）').waitFor()
    await till.getByText('49ポイント付きます').waitFor()
    says(await pay(), `値引き（${line_coupon}） −¥500`, '合計 ¥4,900', '8%対象 ¥4,900（税¥362）')
    const order = await newest()
    assert.deepEqual(
      [order.total_yen, order.tax_yen, order.points_earned, named(order)],
      [4900, 362, 49, [['offer', line_coupon, 500]]],
    )
    await puts(rice)
    await hand.scan(codes[0] as string)
    await till.getByText('このクーポンは使用済みです。').waitFor()
    await totals('¥5,400')
    await till.getByRole('button', { name: '1つ減らす' }).click()
  })

  it('a coupon keyed in says what is missing, gives once it is there, and is taken off with one touch', async () => {
    const member = await shop.member('keyed')
    await puts(oats)
    await hand.scan(await cardOf(member))
    await till.getByRole('button', { name: 'クーポン', exact: true }).click()
    await till.getByLabel('クーポンコード').fill((codes[1] as string).replace(/(.{4})/g, '$1-').toLowerCase())
    await till.getByRole('button', { name: '使う', exact: true }).click()
    await till.getByText('あと¥2,406で使えます').first().waitFor()
    await till.getByRole('dialog').getByText(futon_offer).waitFor()
    await till.getByRole('dialog').getByRole('button', { name: '閉じる' }).click()
    await totals('¥594')
    await puts(rice)
    await totals('¥5,494')
    await till.context().setOffline(true)
    await till.getByText('通信が戻ると使えます').first().waitFor()
    await totals('¥5,994')
    await till.context().setOffline(false)
    await totals('¥5,494')
    await till.getByRole('button', { name: `${line_coupon}のクーポンを外す` }).click()
    await totals('¥5,994')
    assert.equal((await pay()).includes(line_coupon), false)
    const coupon = await office().post('/v1/promotions/coupon-searches', { code: codes[1] })
    assert.equal(coupon.body.state, 'open', 'what was taken off is still good')
  })

  let online: Body
  it('J7: a member in this shop pays 10% less for the cover, and the till says why it is not so for a stranger', async () => {
    const member = await shop.member('j07')
    await puts(futon)
    await totals('¥4,990')
    await till.getByRole('button', { name: 'クーポン', exact: true }).click()
    await till.getByRole('dialog').getByText('会員証を読み取ると使えます').first().waitFor()
    await till.getByRole('dialog').getByRole('button', { name: '閉じる' }).click()
    await hand.scan(await cardOf(member))
    await hand.line(futon.name).getByText(`値引き −¥499　${futon_offer}`).waitFor()
    await till.getByText('10%対象 ¥4,491（税¥408）').waitFor()
    await till.getByText('44ポイント付きます').waitFor()
    await hand.scan('ナツ2026')
    await till.getByText('10%対象 ¥4,391（税¥399）').waitFor()
    says(await pay(), '合計 ¥4,391')
    online = await newest()
    assert.deepEqual(
      named(online).sort(),
      [
        ['offer', '夏の100円引き', 100],
        ['offer', futon_offer, 499],
      ].sort(),
    )
  })

  it('the same basket with the line cut costs the same, and is booked with the same offers when it is back', async () => {
    const card = await cardOf(await shop.member('cut'))
    await puts(futon)
    // What is everybody's was shown while the house could be asked.
    await hand.scan('ナツ2026')
    await totals('¥4,890')
    await till.context().setOffline(true)
    await till.getByText('通信が切れています', { exact: false }).first().waitFor()
    await hand.scan(card)
    await till.getByText('10%対象 ¥4,391（税¥399）').waitFor()
    says(await pay(), '合計 ¥4,391', futon_offer, '夏の100円引き')
    await till.context().setOffline(false)
    let told = await newest()
    for (; told.order_id === online.order_id; told = await newest()) await till.waitForTimeout(300)
    const facts = ({ total_yen, tax_yen, discount_yen, points_earned }: Body) => [
      total_yen,
      tax_yen,
      discount_yen,
      points_earned,
    ]
    assert.deepEqual(facts(told), facts(online))
    assert.deepEqual(named(told).sort(), named(online).sort())
  })

  it('J8: the serum earns 110, and 50 more at the shop where she was 25 days ago', async () => {
    const member = await shop.member('j08')
    const card = await cardOf(member)
    const earlier = await shop.speak(shop.staff.clerk.token).post('/v1/orders/offline-sales', {
      device_id: 'till-before',
      sales: [
        {
          receipt_number: 'R-1',
          occurred_at: new Date(Date.now() - 25 * day_ms).toISOString(),
          lines: [{ gtin: oats.gtin, quantity: 1, unit_yen: 594, amount_yen: 594 }],
          payments: [{ method: 'cash', amount_yen: 594 }],
          member_code: card,
        },
      ],
    })
    assert.equal((earlier.body.items as Body[])[0]?.outcome, 'booked', earlier.text)
    await puts(serum)
    await hand.scan(card)
    await till.getByText('10%対象 ¥11,000（税¥1,000）').waitFor()
    await till.getByText('110ポイント付きます').waitFor()
    says(await pay(), '合計 ¥11,000', '110')
    const points = async () =>
      (await shop.speak(shop.api_key).get(`/v1/loyalty/profiles/${member.profile_id}`)).body.available
    while ((await points()) !== 5 + 110 + 50) await till.waitForTimeout(200)
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

/** What the demo's members find among their coupons, from the day its town is made. Only coupons: what is given to everybody would change the town's own sums. */
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { clock } from '#core/time'
import { demoPeople } from '#demo-people'
import { draftOffer, issueCoupons, liveOffers, moveOffer } from '#promotions/promotions'

const day_ms = 86_400_000
const all_goods = { priority: 0, group: null, exclusive: false, goods: {} }
const offers = [
  {
    external_id: 'demo-line-friend',
    name: 'お友だち特典 500円引き',
    name_en: '¥500 off for our LINE friends',
    rule: { ...all_goods, conditions: { coupon: true, least_yen: 3000 }, effect: { kind: 'yen' as const, yen: 500 } },
    reason: {
      ja: 'LINEでお友だちになってくださったお礼です。',
      en: 'A thank-you for becoming a friend of ours on LINE.',
    },
    days: 60,
  },
  {
    external_id: 'demo-delivery',
    name: '送料無料クーポン',
    name_en: 'Free delivery',
    rule: {
      ...all_goods,
      conditions: { coupon: true, ways: ['ship' as const] },
      effect: { kind: 'shipping' as const },
    },
    reason: { ja: '店舗でお買い物くださった方へ。', en: 'For customers of our shops.' },
    days: 30,
    channels: ['ec', 'phone'],
  },
]

/** Give the demo's members their coupons, unless somebody has launched offers already. */
export async function giveCoupons(db: Pool): Promise<void> {
  if ((await liveOffers(db)).set.offers.length > 0) return
  const profile_ids = (await demoPeople(db)).flatMap(({ profile_id }) => profile_id ?? [])
  if (profile_ids.length === 0) return
  await transaction(db, system, async (tx) => {
    for (const { reason, days, channels, ...body } of offers) {
      const { offer_id } = await draftOffer(tx, system, body)
      for (const state of ['approved', 'live'] as const) await moveOffer(tx, system, offer_id, state)
      const expires_at = new Date(clock.ms() + days * day_ms).toISOString()
      await issueCoupons(tx, system, offer_id, { profile_ids, reason, expires_at, ...(channels && { channels }) })
    }
  })
}

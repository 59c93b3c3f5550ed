/**
 * Promotions owns offers, their coupons, and the ledger of what was given with which order.
 *
 * Always true:
 * - an offer that is live is never rewritten: a receipt names what was;
 * - no offer is live that was found to run into a rule, unless a named person set that aside; nor one that costs much by one person alone;
 * - a single-use coupon is used by one order; a cap per member, a cap per offer and a budget are never exceeded, by not one yen;
 * - what an order used is given back when the order is given up or all of it has come back;
 * - what is given is decided by `pricing` from the cache, and checked again by `promotions.redeem` in the call that writes the order.
 */
import { wording } from '#core/problem'

export { anyOffer, offersBeside, shownOffer } from '#promotions/beside'
export { issueCoupons } from '#promotions/coupons'
export { findingsOf } from '#promotions/findings'
export { type Law as DisplayLaw, premium as premiumLaw, prizes as prizeLaw } from '#promotions/lint'
export {
  asOffers,
  forgetOffers,
  givenAlone,
  type Live,
  type LiveOffers,
  liveOffers,
  type OfferRow,
} from '#promotions/live'
export { moveOffer } from '#promotions/moves'
export { draftOffer, offer } from '#promotions/offers'
export { FindingView } from '#promotions/review-shapes'
export { displayLaw } from '#promotions/settings'
export { LaidCoupon, OfferBody, OfferView, RefusedView, ShownOffer, State, TillOffer } from '#promotions/shapes'
export { laid, type Shown, show, usable } from '#promotions/showing'
export { usesOf } from '#promotions/uses'

wording({
  'promotions.offer_changed': {
    ja: '特典の内容が変わりました。金額をもう一度ご確認ください。',
    en: 'An offer has changed; please look at the amount again.',
  },
  'promotions.used_up': {
    ja: '特典の予定数に達しました。金額をもう一度ご確認ください。',
    en: 'This offer has just been used up; please look at the amount again.',
  },
  'promotions.member_cap': {
    ja: 'この特典は、お一人様の回数に達しています。',
    en: 'This customer has used this offer as often as it allows.',
  },
  'promotions.coupon_redeemed': { ja: 'このクーポンは使用済みです。', en: 'This coupon has been used.' },
  'promotions.coupon_revoked': { ja: 'このクーポンは無効になりました。', en: 'This coupon is no longer good.' },
  'promotions.coupon_expired': { ja: 'このクーポンは期限が過ぎています。', en: 'This coupon has expired.' },
})

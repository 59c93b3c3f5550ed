/**
 * Proofs owns purchases that were made elsewhere: a maker's campaign whose QR code hangs at the shelf, the receipts and serials that
 * prove a purchase, and what each brought: points that the maker pays for, a draw, a coupon.
 *
 * Always true:
 * - a receipt (shop, day, number) or a serial counts once in its campaign, whoever tells it;
 * - a proof brings its points and its draw once, and only to a member: a guest's is kept for her until she joins or its time is over;
 * - the number of a draw is kept and with it anybody can see why it won or did not; no more prizes are won than there are;
 * - a campaign that is live is never rewritten, and none is live that may run into a rule nobody has set aside by name;
 * - the shop, the receipt's number and its picture lie under her key.
 */
import { wording } from '#core/problem'

export { arrive, lapse as tick } from '#proofs/settling'
export { forget } from '#proofs/told'

wording({
  'proofs.used': {
    ja: 'このレシートまたはシリアル番号は、すでに使われています。',
    en: 'This receipt or serial has already been used.',
  },
  'proofs.serial_unknown': {
    ja: 'シリアル番号が見つかりません。もう一度ご確認ください。',
    en: 'There is no such serial. Please check it.',
  },
})

/**
 * Gifts owns what was paid for before anybody knew who would receive it: each piece, the link that opens it, and who opened it;
 * and gift cards (`cards.ts`).
 *
 * Always true:
 * - a gift is received at most once, and its goods lie held until it is received, given up or its time is over;
 * - the giver's row never tells who received it; the recipient's tells neither the giver nor what she paid;
 * - a link is 128 bits that nobody can guess: it is derived by key when its giver asks for it, what is stored is a hash of it;
 * - when it ends was fixed when it was bought, and is within six months (資金決済法).
 */
import { wording } from '#core/problem'

export { CardNumber } from '#gifts/card-number'
export {
  type Card,
  cardBehind,
  cardGuess,
  cardsOf,
  needMoney,
  needValues,
  SoldCard,
  type SoldCards,
  soldCards,
  voidSold,
} from '#gifts/cards'
export { lapsed, lookAgain, tick } from '#gifts/due'
export { guess } from '#gifts/guess'
export { type Handed, handOver } from '#gifts/handing'
export { asideOf, GiftInput, type Piece, type SetAside } from '#gifts/issuing'
export { GiftToken } from '#gifts/link'
export { behind, claim, giveUp, receivedAs, takeBack } from '#gifts/receiving'
export { GiftView, giftOf, giftsIn, unclaimed } from '#gifts/sent'

wording({
  'gifts.unknown': {
    ja: 'このギフトは見つかりません。リンクが最後までコピーされているかご確認ください。',
    en: 'There is no such gift. Please check that the whole link was copied.',
  },
  'gifts.claimed': {
    ja: 'このギフトはすでに受け取られています。',
    en: 'This gift has already been received.',
  },
  'gifts.expired': {
    ja: 'このギフトは受取期限が過ぎています。',
    en: 'This gift can no longer be received: its time is over.',
  },
})

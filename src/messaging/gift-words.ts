/** What is written to a giver about a gift: pure, in her language. Never who received it. */
import { local } from '#core/time'

export type GiftNews = 'gift.reminded' | 'gift.claimed'
export type ToldGift = {
  news: GiftNews
  name: string | null
  goods: string
  goods_en: string | null
  number: string
  /** Exclusive: the day before is the last. */
  expires_at: string
  time_zone: string
}

/** Subject and text of the mail, Japanese unless she reads English. */
export function giftWords(told: ToldGift, locale: string): { subject: string; text: string } {
  return locale.startsWith('en') ? english(told) : japanese(told)
}

function japanese(told: ToldGift): { subject: string; text: string } {
  const [subject, lead] =
    told.news === 'gift.claimed'
      ? ['ギフトが受け取られました', '贈られたギフトを、お相手が受け取られました。']
      : ['ギフトがまだ受け取られていません', '贈られたギフトを、お相手はまだ受け取られていません。']
  const after =
    told.news === 'gift.claimed'
      ? ''
      : `${day(told, 'ja-JP')}まで受け取れます。リンクやカードがお相手に届いているか、お確かめください。\n会員の方は、マイページの「贈ったギフト」からリンクをもう一度お送りいただけます。`
  return {
    subject: `${subject}（注文番号 ${told.number}）`,
    text: page([told.name ? `${told.name} さま` : '', lead, `  ${told.goods}`, after]),
  }
}

function english(told: ToldGift): { subject: string; text: string } {
  const [subject, lead] =
    told.news === 'gift.claimed'
      ? ['Your gift was received', 'The gift you gave was received.']
      : ['Your gift is still waiting', 'The gift you gave has not been received yet.']
  const after =
    told.news === 'gift.claimed'
      ? ''
      : `It can be received until ${day(told, 'en-GB')}. Please check that the link or card has reached whom it is for.\nMembers can send the link again from “Gifts I sent”.`
  return {
    subject: `${subject} (order ${told.number})`,
    text: page([told.name ? `Dear ${told.name},` : '', lead, `  ${told.goods_en ?? told.goods}`, after]),
  }
}

function day({ expires_at, time_zone }: ToldGift, language: string): string {
  const last = local(new Date(Date.parse(expires_at) - 1), time_zone).date
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${last}T00:00:00Z`))
}

function page(parts: string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Names, kana, phones, e-mails and numbers as people write them, brought to the one form that is compared. */
import jaconv from 'jaconv'
import { parsePhoneNumberFromString } from 'libphonenumber-js'

// Its types describe the CommonJS build, where the same functions hang one level deeper.
const { toKatakana } = jaconv as unknown as typeof jaconv.default

/** A name as its owner writes it: spaces tidied, every character kept (𠮷, 髙, 﨑 are not 吉, 高, 崎). No NFKC: it would fold 神 and its kin. */
export function properName(text: string): string {
  return text.replace(/[\s\u3000]+/g, ' ').trim()
}

/** Kana for show: full-width katakana, half width and hiragana accepted. */
export function properKana(text: string): string {
  return dashes(toKatakana(text.normalize('NFKC')))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Kana for comparison: no spaces or dots, small and voiced twins folded, since old tills print ｼﾖｳｺ for ショウコ and ヂ sounds as ジ. */
export function kanaKey(text: string): string {
  return properKana(text)
    .replace(/[\s・･.]/g, '')
    .replace(/[ァィゥェォッャュョヮヵヶヂヅヲヰヱ]/g, (char) => twins[char] ?? char)
    .toUpperCase()
}

const twins = pairs('ァア ィイ ゥウ ェエ ォオ ッツ ャヤ ュユ ョヨ ヮワ ヵカ ヶケ ヂジ ヅズ ヲオ ヰイ ヱエ')

/** A kanji or Latin name for comparison only: no spaces, variants folded, so that 高木 finds 髙木. */
export function nameKey(text: string): string {
  return [
    ...text
      .normalize('NFKC')
      .replace(/[\s・]/g, '')
      .toLowerCase(),
  ]
    .map((char) => variants[char] ?? char)
    .join('')
}

const variants = pairs(
  '髙高 﨑崎 碕崎 嵜崎 𠮷吉 濵浜 濱浜 邊辺 邉辺 齋斎 齊斉 澤沢 櫻桜 嶋島 嶌島 廣広 國国 眞真 惠恵 瀨瀬 德徳 桒桑 栁柳 槗橋 彌弥 禮礼 龍竜 榮栄 壽寿',
)

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(text.split(' ').map((pair) => [...pair] as [string, string]))
}

/** An e-mail address for comparison and sending, or undefined when it is none. */
export function email(text: string): string | undefined {
  const address = text.normalize('NFKC').trim().toLowerCase()
  return /^[^\s@"<>(),;:\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address) && address.length <= 254
    ? address
    : undefined
}

/** A phone number as E.164, Japan's without a country code understood; undefined when it is none. */
export function phone(text: string): string | undefined {
  const typed = dashes(text.normalize('NFKC'))
    .replace(/[ー\s().]/g, '')
    .replaceAll('-', '')
  // Mobile numbers by their own rule: 060 was opened in 2026, later than most number tables.
  const mobile = /^(?:0|\+?81)([6-9]0\d{8})$/.exec(typed)
  if (mobile) return `+81${mobile[1]}`
  if (/^(?:0|\+?81)[6-9]0/.test(typed)) return undefined
  const number = parsePhoneNumberFromString(typed, 'JP')
  // Abroad the length must do: number plans change faster than the tables that come with us.
  const good = number?.countryCallingCode === '81' ? number.isValid() : number?.isPossible()
  return good ? number?.number : undefined
}

/** A card or member number for comparison: half width, no spaces or dashes, capitals. */
export function cardNumber(text: string): string {
  return dashes(text.normalize('NFKC'))
    .replace(/[\s\-ー]/g, '')
    .toUpperCase()
}

/** A postal code as seven digits, or undefined. */
export function postalCode(text: string): string | undefined {
  const digits = cardNumber(text).replace('〒', '')
  return /^\d{7}$/.test(digits) ? digits : undefined
}

// The many strokes a keyboard gives: between kana a long mark, elsewhere a hyphen.
function dashes(text: string): string {
  return text.replace(/[‐‑‒–—―−﹣－ｰ]/g, '-').replace(/(?<=[\u30a0-\u30ff])-/g, 'ー')
}

/** What is written to a customer about her order: pure, in her language. */
import { local } from '#core/time'

export type OrderNews = 'order.placed' | 'order.ready' | 'order.pickup_reminded' | 'order.shipped' | 'order.cancelled'
export type Told = {
  news: OrderNews
  name: string | null
  number: string
  way: string
  lines: { name: string; quantity: number; unit_yen?: number; amount_yen: number; reduced: boolean }[]
  total_yen: number
  tax_yen: number
  points_used: number
  points_earned: number
  pickup_code: string | null
  shop: { name: string; name_en: string | null; time_zone: string }
  keep_until: string | null
  /** What is called out when an order ahead is ready. */
  call_number?: number | null
  /** The day and slot of delivery she chose. */
  delivery?: { date: string; ja: string; en: string } | null
}

/** Subject and text of the mail, Japanese unless the customer reads English. */
export function orderWords(told: Told, locale: string): { subject: string; text: string } {
  return locale.startsWith('en') ? english(told) : japanese(told)
}

function japanese(told: Told): { subject: string; text: string } {
  const { number, shop, name } = told
  const opening: Record<OrderNews, [subject: string, lead: string]> = {
    'order.placed': ['ご注文ありがとうございます', 'ご注文をお受けしました。'],
    'order.ready': ['お受け取りの準備ができました', `${shop.name}でお受け取りいただけます。`],
    'order.pickup_reminded': ['お受け取りをお待ちしています', `${shop.name}で商品をお取り置きしています。`],
    'order.shipped': ['商品を発送しました', '商品を発送しました。到着までお待ちください。'],
    'order.cancelled': ['ご注文を取り消しました', 'ご注文を取り消しました。お支払い分はお返しします。'],
  }
  const [subject, lead] = opening[told.news]
  return {
    subject: `${subject}（注文番号 ${number}）`,
    text: page([
      name ? `${name} さま` : '',
      lead,
      collecting(told)
        ? `受取番号: ${told.pickup_code}\n店舗: ${shop.name}${told.keep_until ? `\n${day(told, 'ja-JP')}までお取り置きします。` : ''}`
        : '',
      called(told) ? `お渡し番号: ${told.call_number}\n店舗: ${shop.name}` : '',
      told.delivery && told.news === 'order.placed'
        ? `お届け日: ${date(told.delivery.date, 'ja-JP')}${told.delivery.ja ? ` ${told.delivery.ja}` : ''}`
        : '',
      told.way === 'gift' && told.news === 'order.placed'
        ? 'ご注文のページから、ギフトのリンクをお相手にお送りください。お届け先はお相手が入力します。'
        : '',
      received(told)
        ? `注文番号: ${number}\n${goods(told, '※')}`
        : `注文番号: ${number}\n${goods(told, '※')}\n合計 ${yen(told.total_yen)}（うち消費税 ${yen(told.tax_yen)}）`,
      !received(told) && told.lines.some(({ reduced }) => reduced) ? '※ は軽減税率の対象です。' : '',
      points(
        told,
        (used) => `${used} ポイントをご利用いただきました。`,
        (earned) => `${earned} ポイントがつきます。`,
      ),
    ]),
  }
}

function english(told: Told): { subject: string; text: string } {
  const { number, name } = told
  const shop = told.shop.name_en ?? told.shop.name
  const opening: Record<OrderNews, [subject: string, lead: string]> = {
    'order.placed': ['Thank you for your order', 'We have received your order.'],
    'order.ready': ['Ready to collect', `Your order is ready at ${shop}.`],
    'order.pickup_reminded': ['Your order is waiting', `We are keeping your order at ${shop}.`],
    'order.shipped': ['Your order is on its way', 'We have sent your order.'],
    'order.cancelled': ['Your order is cancelled', 'Your order is cancelled. What you paid is returned.'],
  }
  const [subject, lead] = opening[told.news]
  return {
    subject: `${subject} (order ${number})`,
    text: page([
      name ? `Dear ${name},` : '',
      lead,
      collecting(told)
        ? `Pickup code: ${told.pickup_code}\nShop: ${shop}${told.keep_until ? `\nKept until ${day(told, 'en-GB')}.` : ''}`
        : '',
      called(told) ? `Your number: ${told.call_number}\nShop: ${shop}` : '',
      told.delivery && told.news === 'order.placed'
        ? `Delivery: ${date(told.delivery.date, 'en-GB')}${told.delivery.en ? `, ${told.delivery.en}` : ''}`
        : '',
      told.way === 'gift' && told.news === 'order.placed'
        ? 'Send each link from the page of your order. Whoever receives it says where it goes.'
        : '',
      received(told)
        ? `Order: ${number}\n${goods(told, '*')}`
        : `Order: ${number}\n${goods(told, '*')}\nTotal ${yen(told.total_yen)} (tax included: ${yen(told.tax_yen)})`,
      !received(told) && told.lines.some(({ reduced }) => reduced) ? '* reduced tax rate' : '',
      points(
        told,
        (used) => `${used} points used.`,
        (earned) => `${earned} points earned.`,
      ),
    ]),
  }
}

// What was given has a price, but not one for her eyes.
function received({ lines }: Told): boolean {
  return lines.length > 0 && lines.every(({ unit_yen }) => unit_yen === 0)
}

function collecting({ way, news, pickup_code }: Told): boolean {
  return way === 'collect' && pickup_code !== null && news !== 'order.cancelled'
}

function called({ call_number, news }: Told): boolean {
  return call_number != null && news !== 'order.cancelled'
}

/** The last day goods are kept: the release comes at the midnight after it. */
function day({ keep_until, shop }: Told, language: string): string {
  return date(local(new Date(Date.parse(keep_until ?? '') - 1), shop.time_zone).date, language)
}

function date(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

function goods({ lines }: Told, mark: string): string {
  return lines
    .map(({ name, quantity, unit_yen, amount_yen, reduced }) =>
      unit_yen === 0 ? `  ${name} × ${quantity}` : `  ${name} × ${quantity}  ${yen(amount_yen)}${reduced ? mark : ''}`,
    )
    .join('\n')
}

function points(
  { points_used, points_earned, news }: Told,
  used: (n: string) => string,
  earned: (n: string) => string,
): string {
  if (news !== 'order.placed') return ''
  return [points_used ? used(number(points_used)) : '', points_earned ? earned(number(points_earned)) : '']
    .filter(Boolean)
    .join('\n')
}

function yen(amount: number): string {
  return `¥${number(amount)}`
}

function number(amount: number): string {
  return amount.toLocaleString('ja-JP')
}

function page(parts: string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

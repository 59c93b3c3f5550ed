/** What is written to a customer about goods set aside for her (お取り置き): pure, in her language. */

export type HoldNews = 'hold.placed' | 'hold.reminded' | 'hold.released'
export type HoldTold = {
  news: HoldNews
  name: string | null
  lines: { name: string; quantity: number }[]
  expires_at: string
  shop: { name: string; name_en: string | null; time_zone: string }
}

/** Subject and text of the mail, Japanese unless the customer reads English. */
export function holdWords(told: HoldTold, locale: string): { subject: string; text: string } {
  return locale.startsWith('en') ? english(told) : japanese(told)
}

function japanese({ news, name, lines, expires_at, shop }: HoldTold): { subject: string; text: string } {
  const until = moment(expires_at, shop.time_zone, 'ja-JP')
  const said: Record<HoldNews, [subject: string, lead: string]> = {
    'hold.placed': ['お取り置きしました', `${shop.name}で${until}までお取り置きします。お会計は店舗でお願いします。`],
    'hold.reminded': ['お取り置きの期限が近づいています', `${shop.name}でのお取り置きは${until}までです。`],
    'hold.released': [
      'お取り置きを終了しました',
      `${shop.name}でのお取り置きは終了しました。またのご利用をお待ちしています。`,
    ],
  }
  const [subject, lead] = said[news]
  return { subject: `${subject}（${shop.name}）`, text: page(name ? `${name} さま` : '', lead, lines) }
}

function english({ news, name, lines, expires_at, shop }: HoldTold): { subject: string; text: string } {
  const where = shop.name_en ?? shop.name
  const until = moment(expires_at, shop.time_zone, 'en-GB')
  const said: Record<HoldNews, [subject: string, lead: string]> = {
    'hold.placed': ['Set aside for you', `We keep it for you at ${where} until ${until}. Please pay in the shop.`],
    'hold.reminded': ['Your hold ends soon', `We keep it for you at ${where} until ${until}.`],
    'hold.released': ['Your hold has ended', `The goods set aside at ${where} are back on the shelf.`],
  }
  const [subject, lead] = said[news]
  return { subject: `${subject} (${where})`, text: page(name ? `Dear ${name},` : '', lead, lines) }
}

function moment(at: string, timeZone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at))
}

function page(opening: string, lead: string, lines: HoldTold['lines']): string {
  const goods = lines.map(({ name, quantity }) => `  ${name} × ${quantity}`).join('\n')
  return `${[opening, lead, goods].filter(Boolean).join('\n\n')}\n`
}

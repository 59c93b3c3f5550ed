import { yen } from '#pricing/money'

/** What `desk.card` tells apart from the card itself, for the brief. */
export type Facts = {
  registered_at: string
  orders_count: number
  last_order: {
    placed_at: string
    channel: string
    place_name: string | null
    place_name_en: string | null
    lines: { name: string }[]
  } | null
  visits_30_days: number
  visits: { place_id: string; place_name: string; place_name_en: string | null; visits: number; last_at: string }[]
  liked: { name: string; name_en: string | null; pieces: number } | null
  waiting: { state: string; place_name: string | null; place_name_en: string | null; pieces: number }[]
  cart: { pieces: number; lines: { name: string; name_en: string | null }[] } | null
  points: { available: number; expiring: { points: number; expires_at: string }[] }
  consents: { purpose: string; channel: string; granted: boolean }[]
}
export type Line = { ja: string; en: string }

const day_ms = 86_400_000
const soon_days = 31
const enough_pieces = 3

/** Three lines a human would say: how often she comes, what she chooses (only as consented), what waits for her. */
export function brief(facts: Facts, now: Date): Line[] {
  return [comes(facts, now), chooses(facts), waits(facts, now)]
}

function comes(facts: Facts, now: Date): Line {
  const [last] = facts.visits
  if (last) {
    const shop = last.place_name_en ?? last.place_name
    const times = facts.visits_30_days
    const today = dayOf(last.last_at) === dayOf(now)
    if (today && times > 1)
      return {
        ja: `30日で${times}回目のご来店、今日は${last.place_name}。`,
        en: `Visit no. ${times} in 30 days, today at ${shop}.`,
      }
    if (today)
      return {
        ja: `この30日では今日がはじめてのご来店です（${last.place_name}）。`,
        en: `First visit in 30 days, today at ${shop}.`,
      }
    return {
      ja: `30日で${times}回ご来店、前回は${last.place_name}（${date(last.last_at, 'ja')}）。`,
      en: `${times === 1 ? 'One visit' : `${times} visits`} in 30 days, last at ${shop} on ${date(last.last_at, 'en')}.`,
    }
  }
  const bought = facts.last_order
  if (bought) {
    const at = { ja: date(bought.placed_at, 'ja', now), en: date(bought.placed_at, 'en', now) }
    const where =
      bought.channel === 'till' && bought.place_name
        ? { ja: bought.place_name, en: bought.place_name_en ?? bought.place_name }
        : channels[bought.channel]
    return {
      ja: `この30日のご来店はありません。前回のお買い物は${at.ja}${where ? `、${where.ja}` : ''}。`,
      en: `No visit in 30 days. Last bought on ${at.en}${where ? ` (${where.en})` : ''}.`,
    }
  }
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(facts.registered_at)) / day_ms))
  if (days === 0) return { ja: '今日ご登録いただいたお客様です。', en: 'Joined us today.' }
  return {
    ja: `ご登録から${days}日、ご来店とお買い物はこれからです。`,
    en: `With us for ${days === 1 ? 'a day' : `${days} days`}; no visit or purchase yet.`,
  }
}

function chooses(facts: Facts): Line {
  // What she bought may shape advice only if she said so; what she ordered last is service and may be said.
  const personal = facts.consents.some((consent) => consent.purpose === 'personalise' && consent.granted)
  const { liked, last_order: bought, orders_count } = facts
  if (personal && liked && liked.pieces >= enough_pieces)
    return { ja: `${liked.name}をよく選ばれます。`, en: `Often chooses ${liked.name_en ?? liked.name}.` }
  const first = bought?.lines[0]?.name
  if (first) {
    const others = (bought?.lines.length ?? 1) - 1
    return {
      ja: `前回は「${first}」${others > 0 ? `ほか${others}点` : ''}をお求めです（お買い物${orders_count}回）。`,
      en: `Last bought “${first}”${others > 0 ? ` and ${others} more` : ''} (${orders_count === 1 ? '1 purchase' : `${orders_count} purchases`}).`,
    }
  }
  return { ja: 'お買い物の記録はまだありません。', en: 'Nothing bought yet.' }
}

function waits(facts: Facts, now: Date): Line {
  const parts: Line[] = []
  const ready = facts.waiting.filter((order) => order.state === 'ready')
  const coming = facts.waiting.length - ready.length
  if (ready[0]) {
    const shop = ready[0].place_name ?? ''
    parts.push({
      ja: `受取可のご注文${ready.length}件（${shop}）`,
      en: `${ready.length} order${ready.length > 1 ? 's' : ''} ready to collect (${ready[0].place_name_en ?? shop})`,
    })
  }
  if (coming > 0) parts.push({ ja: `店舗受取の準備中${coming}件`, en: `${coming} being prepared for collection` })
  const inCart = facts.cart?.lines[0]
  if (facts.cart && inCart) {
    const { pieces } = facts.cart
    parts.push({
      ja: `カートに${inCart.name}${pieces > 1 ? `など${pieces}点` : ''}`,
      en: `${inCart.name_en ?? inCart.name}${pieces > 1 ? ` and more (${pieces})` : ''} in the cart`,
    })
  }
  const [next] = facts.points.expiring
  const expires = next && Date.parse(next.expires_at) - now.getTime() < soon_days * day_ms ? next : undefined
  // Expiry is an exclusive bound at midnight: the last day to use them is the one before.
  if (expires) {
    const last = new Date(Date.parse(expires.expires_at) - 1)
    parts.push({
      ja: `${grouped(expires.points)}ポイントが${date(last, 'ja')}まで`,
      en: `${grouped(expires.points)} points until ${date(last, 'en')}`,
    })
  } else if (facts.points.available > 0) {
    parts.push({
      ja: `保有${grouped(facts.points.available)}ポイント`,
      en: `${grouped(facts.points.available)} points`,
    })
  }
  if (parts.length === 0) return { ja: 'お待ちのご用件はありません。', en: 'Nothing is waiting.' }
  return { ja: `${parts.map((part) => part.ja).join('、')}。`, en: `${parts.map((part) => part.en).join('; ')}.` }
}

const channels: Record<string, Line> = {
  ec: { ja: 'EC', en: 'online' },
  app: { ja: 'アプリ', en: 'app' },
  phone: { ja: 'お電話', en: 'phone' },
  line: { ja: 'LINE', en: 'LINE' },
  till: { ja: '店頭', en: 'in shop' },
  catalogue: { ja: 'カタログ', en: 'catalogue' },
}

const grouped = (points: number) => yen(points).slice(1)
const japan = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayOf(at: string | Date): string {
  return japan.format(new Date(at))
}

/** 9月3日 / 3 Sep; with the year when it is not this one's. */
function date(at: string | Date, language: 'ja' | 'en', now?: Date): string {
  const [year = '', month = '', day = ''] = dayOf(at).split('-')
  const other = now && year !== dayOf(now).slice(0, 4) ? year : ''
  if (language === 'ja') return `${other && `${other}年`}${Number(month)}月${Number(day)}日`
  return `${Number(day)} ${months[Number(month) - 1]}${other && ` ${other}`}`
}

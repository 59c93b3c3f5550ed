import { basket } from './basket.ts'
import { clockSeconds, instant, plusDays, weekdayOf } from './calendar.ts'
import type { Town } from './day.ts'
import type { Day, Device, HandOver, Intention, Line, Looker, Why } from './intention.ts'
import type { Person } from './people.ts'
import { places } from './places.ts'
import { type Chance, hash } from './random.ts'
import { onDuty, openMoment, paid, payday } from './shopday.ts'

const words: Record<string, string[]> = {
  staples: ['オーツ', 'おーがにっく', '米 5kg', 'そうめん', '玄米'],
  seasoning: ['だし', '醤油', 'みそ 無添加'],
  pantry: ['ジャム', 'はちみつ', 'のり'],
  drinks: ['豆乳', 'ほうじ茶', 'コーヒー豆', 'みかん'],
  sweets: ['どら焼き', 'せんべい', 'プリン', 'おやつ'],
  gifts: ['ギフト 3000円', '手土産', '内祝い', 'クッキー缶'],
  laundry: ['詰め替え', '洗濯槽', 'ハンドソープ', 'ほうき'],
  kitchen: ['土鍋', 'まな板', '急須', '湯のみ'],
  bedding: ['ふとんカバー', 'タオル', '手ぬぐい', 'トートバッグ'],
  scent: ['キャンドル', 'お香'],
  tops: ['麻シャツ', 'ボーダー', 'ニット 洗える', 'ブラウス 白'],
  bottoms: ['テーパード', 'スカート 朱'],
  outer: ['ワンピース', 'スプリングコート', 'コート 檜'],
  goods: ['ストール', 'くつした', 'ハンカチ'],
  skincare: ['美容液', '化粧水 詰め替え', '日焼け止め', '乾燥'],
  makeup: ['口紅', 'おしろい'],
  body: ['ハンドクリーム', '入浴', 'シャンプー'],
}

/** A browser's own id, kept by the person's device from visit to visit. */
const browser = (who: string) => `A-${hash(who).toString(16).padStart(8, '0')}`

/** When this person tends to look at the phone. */
function leisure(c: Chance, person: Person | null): number {
  const hour =
    person && c.maybe(0.7)
      ? person.taste.hour
      : c.weighted([
          [8, 2],
          [12, 4],
          [15, 2],
          [18, 3],
          [20, 5],
          [22, 5],
        ] as const)
  return Math.min(86_000, Math.max(21_600, (hour + (c.next() + c.next() - 1) * 1.4) * 3600))
}

/** A stroll through the shop on a screen: a search now and then, a few goods, perhaps one in the cart. */
function session(
  c: Chance,
  day: Day,
  at: number,
  who: Looker,
  person: Person | null,
  { wants, mood }: Town,
  goal: Line[],
): Intention[] {
  const key = 'person' in who ? who.person : who.visitor
  const device: Device = person
    ? c.weighted([
        ['app', 5],
        ['phone', 3],
        ['desktop', 2],
      ] as const)
    : c.weighted([
        ['phone', 6],
        ['desktop', 4],
      ] as const)
  const look = { who, device, anonymous_id: browser(key) }
  const out: Intention[] = []
  let now = at - c.between(200, 900) - goal.length * 90
  const step = (seconds: number) => {
    now += seconds
    return instant(day.date, now)
  }
  if (c.maybe(0.45)) {
    const category = person ? c.pick(person.taste.liked) : c.pick(Object.keys(words))
    out.push({ at: step(5), kind: 'search', ...look, words: c.pick(words[category] ?? ['ギフト']) })
  }
  const wanted = goal.flatMap((line) => wants.named(line.gtin) ?? [])
  const seen = [
    ...Array.from({ length: c.between(1, 4) }, () => wants.draw(c, 'look', person, mood)).filter(
      (p) => p !== undefined,
    ),
    ...wanted,
  ]
  for (const { product, variant } of seen) {
    const seconds = c.between(8, 110)
    out.push({ at: step(6), kind: 'view', ...look, product: product.code, gtin: variant.gtin, seconds })
    now += seconds
  }
  for (const line of goal) out.push({ at: step(7), kind: 'cart', ...look, ...line })
  const last = seen.at(-1)
  if (goal.length === 0 && last && c.maybe(0.16))
    out.push({ at: step(8), kind: 'cart', ...look, gtin: last.variant.gtin, quantity: 1 })
  return out
}

/** Everything that happens on screens and on the telephone in one day. */
export function onlineDay(c: Chance, day: Day, town: Town): Intention[] {
  const out: Intention[] = []
  const wet = day.weather.tokyo.sky === 'rain' ? 1.2 : 1
  const talked = town.mood.talk ? 1.25 : 1
  const times = (n: number) => Math.round(n * wet * talked * payday(day.date) * town.scale * (0.85 + c.next() * 0.3))
  const drawn = () => town.crowd.online(c)
  const why = (p: Person): Why => {
    if (talked > 1 && c.maybe(1 - 1 / talked)) return { because: 'scene', of: 'viral' }
    if (wet > 1 && c.maybe(1 - 1 / wet)) return { because: 'rain' }
    return { because: paid(c, day.date, p, town) ? 'payday' : 'need' }
  }

  for (let n = times(16); n > 0; n--) {
    const p = drawn()
    const at = leisure(c, p)
    const lines = basket(c, town, 'warehouse', p, 'online')
    if (lines.length === 0) continue
    out.push(...session(c, day, at, { person: p.code }, p, town, lines))
    out.push({
      at: instant(day.date, at),
      kind: 'ship',
      person: p.code,
      device: c.pick(['app', 'phone', 'desktop']),
      lines,
      points: c.maybe(0.12) ? c.between(1, 10) * 10 : 0,
      why: why(p),
    })
  }
  for (let n = times(9); n > 0; n--) out.push(...collect(c, day, drawn(), town, why))
  for (let n = times(3); n > 0; n--) out.push(...hold(c, day, drawn(), town))
  for (let n = times(2); n > 0; n--) out.push(...call(c, day, drawn(), town, why))
  for (let n = times(34); n > 0; n--) {
    const p = drawn()
    out.push(...session(c, day, leisure(c, p), { person: p.code }, p, town, []))
  }
  for (let n = times(22); n > 0; n--)
    out.push(...session(c, day, leisure(c, null), { visitor: `V-${day.date}-${n}` }, null, town, []))
  for (let n = times(5); n > 0; n--) {
    const p = drawn()
    if (p.consents.line)
      out.push({
        at: instant(day.date, leisure(c, p)),
        kind: 'talk',
        person: p.code,
        channel: 'line',
        place: p.home_place,
        about: c.pick([
          '在庫はありますか',
          '取り置きは何日までですか',
          '贈りものの包装について',
          '洗い方を教えてください',
          '営業時間について',
        ]),
      })
  }
  return out
}

type Reason = (p: Person) => Why

function collect(c: Chance, day: Day, p: Person, town: Town, why: Reason): Intention[] {
  const at = leisure(c, p)
  const lines = basket(c, town, p.home_place, p, 'online')
  if (lines.length === 0) return []
  return [
    ...session(c, day, at, { person: p.code }, p, town, lines),
    {
      at: instant(day.date, at),
      kind: 'collect',
      person: p.code,
      device: c.pick(['app', 'phone', 'desktop']),
      place: p.home_place,
      lines,
      points: 0,
      why: why(p),
      hand_over: c.maybe(0.8) ? handOver(c, day, at, p, town) : null,
    },
  ]
}

/** She comes the same evening when she ordered before the cut-off, else within three days. */
function handOver(c: Chance, day: Day, ordered: number, p: Person, town: Town): HandOver | null {
  const place = places.find((one) => one.code === p.home_place)
  if (!place) return null
  const sameDay = ordered < clockSeconds('15:00') && place.hours[day.weekday] !== null && c.maybe(0.5)
  const date = sameDay ? day.date : plusDays(day.date, c.between(1, 3))
  const weekday = weekdayOf(date)
  const moment = openMoment(c, place, { weekday })
  const hours = place.hours[weekday]
  if (moment === null || !hours) return null
  const at = sameDay ? Math.min(clockSeconds(hours[1]) - 600, Math.max(moment, ordered + 7200)) : moment
  return {
    at: instant(date, at),
    staff: onDuty(c, place.code),
    add_on: c.maybe(0.3) ? basket(c, town, place.code, p, 'shop').slice(0, 1) : [],
  }
}

function hold(c: Chance, day: Day, p: Person, town: Town): Intention[] {
  const lines = basket(c, town, p.home_place, p, 'online').slice(0, 1)
  if (lines.length === 0) return []
  return [
    {
      at: instant(day.date, leisure(c, p)),
      kind: 'hold',
      person: p.code,
      place: p.home_place,
      lines,
      outcome: c.weighted([
        ['bought', 5],
        ['waiting', 3],
        ['let_go', 2],
      ] as const),
    },
  ]
}

/** A call: part of the goods already lie in her cart, the agent adds the rest. */
function call(c: Chance, day: Day, p: Person, town: Town, why: Reason): Intention[] {
  const at = c.between(clockSeconds('09:20'), clockSeconds('19:30'))
  const lines = basket(c, town, 'warehouse', p, 'online')
  if (lines.length === 0) return []
  return [
    {
      at: instant(day.date, at - 400),
      kind: 'talk',
      person: p.code,
      channel: 'phone',
      place: 'office',
      about: '電話でのご注文',
    },
    {
      at: instant(day.date, at),
      kind: 'agent',
      person: p.code,
      staff: c.pick(['S-051', 'S-052', 'S-053']),
      way: 'ship',
      place: 'warehouse',
      in_cart: lines.slice(1),
      lines,
      points: 0,
      why: why(p),
    },
  ]
}

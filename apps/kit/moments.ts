import { calendarDay, yen } from './format.ts'
import { SCENES } from './scenes.ts'
import type { EventKind } from './shapes.ts'
import type { Lang } from './words.ts'

type Told = {
  type: string
  channel: string | null
  place_name?: string | null
  place_name_en?: string | null
  facts: Record<string, unknown>
}

/** What happened, in words a person would use: the catalogue's name, made exact by where and how much. */
export function momentText(
  event: Told,
  kinds: readonly EventKind[],
  lang: Lang,
): { title: string; amount: string | null } {
  const total = typeof event.facts.total_yen === 'number' ? yen(event.facts.total_yen) : null
  const kind = kinds.find((each) => each.type === event.type)
  const plain = kind ? kind.name[lang] : event.type
  const where = (lang === 'en' ? event.place_name_en : null) ?? event.place_name ?? ''
  const scene = SCENES[String(event.facts.scene ?? '')]
  if (scene) return { title: `${scene[lang]}${lang === 'ja' ? '：' : ': '}${plain}`, amount: null }
  if (event.type !== 'order.placed') return { title: plain, amount: total }
  if (event.channel === 'till')
    return { title: lang === 'ja' ? `${where}でお買い上げ` : `Purchase at ${where}`, amount: total }
  const by = CHANNELS[event.channel ?? 'ec'] ?? CHANNELS.ec
  return { title: lang === 'ja' ? `${by?.ja}で注文` : `Ordered ${by?.en}`, amount: total }
}

const CHANNELS: Record<string, { ja: string; en: string }> = {
  ec: { ja: 'EC', en: 'online' },
  app: { ja: 'アプリ', en: 'in the app' },
  phone: { ja: 'お電話', en: 'by phone' },
  line: { ja: 'LINE', en: 'on LINE' },
  agent: { ja: '係', en: 'through our staff' },
}

type Happened = { type: string; channel: string | null; occurred_at: string }

/** Runs of the same small thing on one day, told once: nine looks at goods are one line. Orders always stand alone. */
export function gathered<Event extends Happened>(events: readonly Event[]): { event: Event; times: number }[] {
  const told: { event: Event; times: number }[] = []
  for (const event of events) {
    const last = told.at(-1)
    const same =
      last &&
      !event.type.startsWith('order.') &&
      last.event.type === event.type &&
      last.event.channel === event.channel &&
      calendarDay(last.event.occurred_at) === calendarDay(event.occurred_at)
    if (same) last.times += 1
    else told.push({ event, times: 1 })
  }
  return told
}

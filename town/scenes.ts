import { plusDays } from './calendar.ts'
import { chance } from './random.ts'

/** What may happen to a town. Each can be left out, and each is told on the timeline when it begins and ends. */
export const scenes = {
  opening_sale: {
    ja: '開店記念セール',
    en: 'Opening sale',
    place: 'shibuya',
    days: 2,
    opens: '11:00',
    closes: '21:00',
  },
  rain: { ja: '雨の一日', en: 'A day of rain', place: null, days: 1, opens: '06:00', closes: '22:00' },
  viral: { ja: '話題の商品', en: 'A product goes viral', place: null, days: 2, opens: '07:00', closes: '23:00' },
  stock_mistakes: {
    ja: '在庫の数え違い',
    en: 'Stock mistakes',
    place: 'shinjuku',
    days: 1,
    opens: '10:30',
    closes: '17:30',
  },
  shop_offline: {
    ja: '通信の切れた店',
    en: 'A shop offline',
    place: 'sapporo',
    days: 1,
    opens: '13:00',
    closes: '15:00',
  },
  festival: { ja: '祇園のお祭り', en: 'A festival in Gion', place: 'gion', days: 1, opens: '11:00', closes: '20:00' },
} as const satisfies Record<string, Shape>

type Shape = { ja: string; en: string; place: string | null; days: number; opens: string; closes: string }
export type SceneName = keyof typeof scenes
export const sceneNames = Object.keys(scenes) as SceneName[]

/** What goes viral. */
export const viral_product = 'pudding-hojicha'

export type Scene = Shape & { name: SceneName; first: string; last: string }

/** When each wanted scene falls among the days: spread over them, moved a little by chance. */
export function sceneCalendar(
  seed: string,
  wish: { start: string; days: number; names: readonly SceneName[] },
): Scene[] {
  const { start, days, names } = wish
  return names.map((name, n) => {
    const c = chance(`${seed}/scene/${name}`)
    const shape = scenes[name]
    const latest = Math.max(0, days - shape.days)
    const at = Math.min(latest, Math.floor((n * days) / Math.max(1, names.length) + c.next() * (days / 12)))
    const first = plusDays(start, at)
    return { ...shape, name, first, last: plusDays(first, Math.min(shape.days, days) - 1) }
  })
}

/** The scenes of one day. */
export const on = (calendar: readonly Scene[], date: string): Scene[] =>
  calendar.filter(({ first, last }) => first <= date && date <= last)

/** How many more come to a shop because of what goes on there; 1 on an ordinary day. */
export function draw(today: readonly Scene[], place: string): number {
  const going = (name: SceneName) => today.some((scene) => scene.name === name)
  const sale = going('opening_sale') && place === scenes.opening_sale.place ? 2.2 : 1
  const feast = going('festival') ? ({ gion: 2, kitayama: 1.3 }[place] ?? 1) : 1
  return sale * feast
}

/** Whether it pours on everybody. */
export const pours = (today: readonly Scene[]): boolean => today.some(({ name }) => name === 'rain')

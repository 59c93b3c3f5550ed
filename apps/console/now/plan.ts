import type { Place } from '../../kit/shapes.ts'

export const WIDTH = 908
export const HEIGHT = 722
const MAIN_ROAD = 368

/** A building on the plan: its roof, the side its veranda is on, and where its lights meet the road. */
export type Lot = {
  id: string
  x: number
  y: number
  w: number
  h: number
  veranda: 'below' | 'above'
  road: number
  popup?: boolean
}
type Slot = Omit<Lot, 'id'>

const upper = { veranda: 'below', road: 166 } as const
const middle = { veranda: 'below', road: MAIN_ROAD - 10 } as const
const lower = { veranda: 'above', road: MAIN_ROAD + 10 } as const

const warehouse: Slot = { x: 48, y: 53, w: 145, h: 90, ...upper }
const online: Slot = { x: 48, y: 205, w: 202, h: 121, ...middle }
const phone: Slot = { x: 48, y: 408, w: 84, h: 82, ...lower }
const line: Slot = { x: 148, y: 408, w: 101, h: 93, ...lower }
const here: Slot[] = [
  { x: 318, y: 205, w: 121, h: 121, ...middle },
  { x: 457, y: 217, w: 101, h: 109, ...middle },
  { x: 318, y: 408, w: 121, h: 109, ...lower },
  { x: 318, y: 59, w: 117, h: 83, ...upper },
  { x: 457, y: 59, w: 101, h: 83, ...upper },
  { x: 457, y: 408, w: 101, h: 93, ...lower },
]
const beyond: Slot[] = [
  { x: 754, y: 217, w: 113, h: 109, ...middle },
  { x: 754, y: 408, w: 105, h: 101, ...lower },
  { x: 762, y: 70, w: 105, h: 80, ...middle },
  { x: 754, y: 560, w: 105, h: 88, ...lower },
]

/** Where everything stands: the prefecture with most shops on this side of the river, the others beyond it. */
export function lotsFor(places: readonly Place[]): { lots: Lot[]; near: string; far: string } {
  const ofKind = (...kinds: string[]) => places.filter(({ kind }) => kinds.includes(kind))
  // Our own houses before those that cook with our goods: the street has only so many lots.
  const shops = [...ofKind('shop', 'popup'), ...ofKind('restaurant')]
  const count = (prefecture: string | null) => shops.filter((shop) => shop.prefecture === prefecture).length
  const home = [...new Set(shops.map((shop) => shop.prefecture))].sort((a, b) => count(b) - count(a))[0] ?? null
  const near = shops.filter((shop) => shop.prefecture === home)
  const far = shops.filter((shop) => shop.prefecture !== home)
  const put = (all: Place[], slots: Slot[]): Lot[] =>
    all.slice(0, slots.length).map((place, at) => ({
      id: place.place_id,
      ...(slots[at] as Slot),
      ...(place.kind === 'popup' ? { popup: true } : {}),
    }))
  const stores = places.filter((place) => place.kind === 'warehouse').slice(0, 1)
  return {
    lots: [
      ...put(stores, [warehouse]),
      { id: 'online', ...online },
      { id: 'phone', ...phone },
      { id: 'line', ...line },
      ...put(near, here),
      ...put(far, beyond),
    ],
    near: home ?? '',
    far: [...new Set(far.slice(0, beyond.length).map((shop) => shop.prefecture ?? ''))].join('・'),
  }
}

/** Which building an event belongs to: its shop, or the channel it came through. */
export function lotOf(
  event: { place_id: string | null; channel: string | null },
  lots: readonly Lot[],
): Lot | undefined {
  const by = event.channel === 'phone' ? 'phone' : event.channel === 'line' ? 'line' : 'online'
  return lots.find((lot) => lot.id === event.place_id) ?? lots.find((lot) => lot.id === by)
}

/** From where a light comes: an order placed afar for a shop comes from the online house, the rest along the road. */
export function startOf(
  event: { event_id: string; channel: string | null },
  to: Lot,
  lots: readonly Lot[],
): { x: number; y: number } {
  const from = ['ec', 'web', 'app', 'line', 'phone'].includes(event.channel ?? '')
    ? lotOf({ place_id: null, channel: event.channel }, lots)
    : undefined
  if (from && from !== to) return { x: from.x + from.w / 2, y: from.road }
  // Ids are random at their end: so people come from both sides, some from further than others.
  const chance = Number.parseInt(event.event_id.slice(-3), 16) || 0
  const walk = 140 + (chance % 5) * 60
  const door = to.x + to.w / 2
  const x = chance % 2 === 0 ? door + walk : door - walk
  return { x: Math.min(WIDTH - 12, Math.max(12, x)), y: to.road }
}

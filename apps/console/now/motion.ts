import type { TimelineEvent } from '../../kit/shapes.ts'
import { type Sort, sortOf } from './kind.ts'
import { type Lot, lotOf, startOf } from './plan.ts'

export type Moving = { event: TimelineEvent; begun_ms: number; lane: number }
export type Point = { x: number; y: number }
/** A walk: from where it came, along a road, around a corner, to the door. */
export type Route = readonly Point[]

export const JOURNEY_MS = 4200
/** From so many at once on, roads glow instead of every event having a dot of its own. */
export const DENSE_FROM = 60
const CROSSING_X = 283
const LANES = [-9, 0, 9, -4, 5]

/** New events set out over the second in which they came, not all in one instant. */
export function setOut(events: readonly TimelineEvent[], now_ms: number): Moving[] {
  return events.map((event, at) => ({
    event,
    begun_ms: now_ms + (at * 1000) / Math.max(1, events.length),
    lane: LANES[at % LANES.length] ?? 0,
  }))
}

const known = new WeakMap<TimelineEvent, { lots: readonly Lot[]; route: Route | undefined }>()

/** The walk of an event; the same as long as the houses stand where they stand. */
export function routeOf({ event, lane }: Moving, lots: readonly Lot[]): Route | undefined {
  const before = known.get(event)
  if (before?.lots === lots) return before.route
  const route = planned(event, lane, lots)
  known.set(event, { lots, route })
  return route
}

function planned(event: TimelineEvent, lane: number, lots: readonly Lot[]): Route | undefined {
  const to = lotOf(event, lots)
  if (!to) return undefined
  const from = startOf(event, to, lots)
  const door = { x: to.x + to.w / 2, y: to.road + lane }
  if (from.y === to.road) return [{ x: from.x, y: from.y + lane }, door]
  const turn = CROSSING_X + lane
  return [{ x: from.x, y: from.y + lane }, { x: turn, y: from.y + lane }, { x: turn, y: door.y }, door]
}

/** Where a walker is after this part of her way (0 to 1), and which way she looks. */
export function pointOn(route: Route, part: number): Point & { dx: number; dy: number } {
  const lengths = route.slice(1).map((to, at) => Math.hypot(to.x - (route[at]?.x ?? 0), to.y - (route[at]?.y ?? 0)))
  let left = lengths.reduce((sum, length) => sum + length, 0) * Math.min(1, Math.max(0, part))
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [route[at], route[at + 1]]
    if (!from || !to || (left > length && at < lengths.length - 1)) {
      left -= length
      continue
    }
    const share = length === 0 ? 1 : Math.min(1, left / length)
    const [dx, dy] = length === 0 ? [1, 0] : [(to.x - from.x) / length, (to.y - from.y) / length]
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, dx, dy }
  }
  const [first = { x: 0, y: 0 }] = route
  return { ...first, dx: 1, dy: 0 }
}

export type Road = { from: Point; to: Point; sort: Sort; count: number }

/** How many pass over each stretch of road, by what most of them are. */
export function busyRoads(all: readonly Moving[], lots: readonly Lot[]): Road[] {
  const roads = new Map<string, { from: Point; to: Point; counts: Map<Sort, number> }>()
  for (const each of all) {
    const sort = sortOf(each.event)
    const route = routeOf(each, lots) ?? []
    for (const [at, to] of route.slice(1).entries()) {
      const from = route[at]
      if (!from) continue
      // Lanes of one road are one road.
      const [a, b] = [rounded(from), rounded(to)]
      const key = `${a.x} ${a.y} ${b.x} ${b.y}`
      const road = roads.get(key) ?? { from: a, to: b, counts: new Map<Sort, number>() }
      road.counts.set(sort, (road.counts.get(sort) ?? 0) + 1)
      roads.set(key, road)
    }
  }
  return [...roads.values()].map(({ from, to, counts }) => {
    const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
    const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
    return { from, to, sort: most?.[0] ?? 'visit', count }
  })
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x / 24) * 24, y: Math.round(y / 24) * 24 })

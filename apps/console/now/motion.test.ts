import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TimelineEvent } from '../../kit/shapes.ts'
import { busyRoads, pointOn, routeOf, setOut } from './motion.ts'
import type { Lot } from './plan.ts'

const lots: Lot[] = [
  { id: 'online', x: 48, y: 205, w: 202, h: 121, veranda: 'below', road: 358 },
  { id: 'shop', x: 318, y: 59, w: 117, h: 83, veranda: 'below', road: 166 },
]
const event = (event_id: string, place_id: string | null, channel = 'till') =>
  ({ event_id, place_id, channel, type: 'order.placed' }) as unknown as TimelineEvent

test('a walk begins where the event came from, follows the roads, and ends at the door', () => {
  const [moving] = setOut([event('0a1', 'shop', 'ec')], 0)
  assert.ok(moving)
  const route = routeOf(moving, lots)
  assert.ok(route)
  const [begun, ended] = [pointOn(route, 0), pointOn(route, 1)]
  assert.deepEqual([begun.x, ended.x], [149, 376.5])
  assert.equal(ended.y, 166 + moving.lane)
  for (const [at, to] of route.slice(1).entries()) {
    const from = route[at]
    assert.ok(from && (from.x === to.x || from.y === to.y), 'nobody walks across a garden')
  }
})

test('three thousand a minute are a few roads with their counts, whatever lanes they took', () => {
  const all = setOut(
    Array.from({ length: 3000 }, (_, at) => event(at.toString(16).padStart(3, '0'), at % 2 ? 'shop' : null)),
    0,
  )
  const roads = busyRoads(all, lots)
  assert.ok(roads.length < 60, `${roads.length} roads`)
  assert.equal(
    roads.reduce((sum, road) => sum + road.count, 0),
    all.reduce((sum, each) => sum + (routeOf(each, lots)?.length ?? 1) - 1, 0),
  )
})

test('what comes in one message sets out over a second', () => {
  const begun = setOut([event('1', 'shop'), event('2', 'shop'), event('3', 'shop'), event('4', 'shop')], 1000)
  assert.deepEqual(
    begun.map(({ begun_ms }) => begun_ms),
    [1000, 1250, 1500, 1750],
  )
})

import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { TimelineEvent } from '../../kit/shapes.ts'
import { pathOf } from './eventPath.ts'
import { sortOf } from './kind.ts'
import { busyRoads, DENSE_FROM, JOURNEY_MS, type Moving, pointOn, type Road, routeOf } from './motion.ts'
import { type Brush, brushFor, drawLight } from './paint.ts'
import { HEIGHT, type Lot, WIDTH } from './plan.ts'

const REACH_PX = 16
const COUNT_MS = 250
/** So many still walk by themselves where roads glow. */
const WALKING = 24

type Props = { lots: Lot[]; moving: readonly Moving[]; opens: (lot: Lot) => string; label: string }

/**
 * Events as lights on one canvas over the plan: each walks once from where it came to the house it belongs to. When so many
 * come that dots would be noise, roads fill with light by how much passes over them. A press opens the event under the finger, else the
 * house.
 */
export function Lights({ lots, moving, opens, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef(moving)
  latest.current = moving
  const go = useNavigate()
  useEffect(() => {
    const shown = canvas.current
    const pen = shown?.getContext('2d')
    if (!shown || !pen) return
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const { paint, anew } = painter(shown, pen, lots, matchMedia('(prefers-reduced-motion: reduce)').matches)
    let frame = 0
    const draw = () => {
      frame = requestAnimationFrame(draw)
      paint(latest.current, performance.now())
    }
    draw()
    scheme.addEventListener('change', anew)
    return () => {
      cancelAnimationFrame(frame)
      scheme.removeEventListener('change', anew)
    }
  }, [lots])
  const press = (x: number, y: number) => {
    const shown = canvas.current
    if (!shown) return
    const at = onPlan(shown, x, y)
    const event = nearest(lots, latest.current, at)
    const lot = lots.find((each) => at.x > each.x && at.x < each.x + each.w && at.y > each.y && at.y < each.y + each.h)
    const path = event ? pathOf(event) : lot && opens(lot)
    if (path) void go(path)
  }
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      data-lights={moving.length}
      className="absolute inset-0 size-full cursor-pointer"
      onPointerUp={(event) => press(event.clientX, event.clientY)}
    />
  )
}

/** The plan fills its place and is cut at the edges, as `xMidYMid slice` does. */
function fit(width: number, height: number) {
  const scale = Math.max(width / WIDTH, height / HEIGHT)
  return { scale, left: (width - WIDTH * scale) / 2, top: (height - HEIGHT * scale) / 2 }
}

/** Draws frame after frame on one canvas; what holds for longer than a frame is kept between them. */
function painter(shown: HTMLCanvasElement, pen: CanvasRenderingContext2D, lots: Lot[], still: boolean) {
  const dots = Math.min(2, devicePixelRatio)
  let brush = brushFor(shown, dots)
  let roads: Road[] = []
  let counted_ms = 0
  let clear = true
  return {
    anew() {
      brush = brushFor(shown, dots)
    },
    paint(all: readonly Moving[], now: number) {
      if (all.length === 0 && clear) return
      const { clientWidth: width, clientHeight: height } = shown
      if (shown.width !== Math.round(width * dots) || shown.height !== Math.round(height * dots)) {
        shown.width = Math.round(width * dots)
        shown.height = Math.round(height * dots)
      }
      const { scale, left, top } = fit(width, height)
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pen.clearRect(0, 0, shown.width, shown.height)
      clear = all.length === 0
      if (clear) return
      pen.setTransform(scale * dots, 0, 0, scale * dots, left * dots, top * dots)
      const busy = all.length >= DENSE_FROM
      if (busy && now - counted_ms > COUNT_MS) {
        roads = busyRoads(all, lots)
        counted_ms = now
      }
      if (busy) glow(pen, roads, brush, now)
      // Once roads glow, a few of the newest still walk by themselves, so that it stays a town of people.
      for (const each of busy ? all.slice(-WALKING) : all) walk(pen, lots, each, brush, now, still)
    },
  }
}

function glow(pen: CanvasRenderingContext2D, roads: readonly Road[], { colours }: Brush, now: number) {
  pen.lineCap = 'round'
  for (const road of roads) {
    const most = Math.min(1, road.count / 60)
    // A breath of light: how much passes here, not who.
    const breath = 0.85 + 0.15 * Math.sin(now / 700 + road.from.x / 90)
    pen.globalAlpha = (0.1 + 0.35 * most) * breath
    pen.strokeStyle = colours[road.sort]
    pen.lineWidth = 4 + 12 * most
    pen.beginPath()
    pen.moveTo(road.from.x, road.from.y)
    pen.lineTo(road.to.x, road.to.y)
    pen.stroke()
  }
  pen.globalAlpha = 1
}

function walk(pen: CanvasRenderingContext2D, lots: Lot[], each: Moving, brush: Brush, now: number, still: boolean) {
  const route = routeOf(each, lots)
  const gone = still ? 1 : (now - each.begun_ms) / JOURNEY_MS
  if (!route || gone < 0 || (!still && gone > 1)) return
  pen.globalAlpha = still ? 1 : Math.min(1, gone / 0.1, (1 - gone) / 0.12)
  drawLight(pen, brush, sortOf(each.event), pointOn(route, gone), !still)
  pen.globalAlpha = 1
}

/** Where on the plan a finger is, and how far a step on it is on the screen. */
function onPlan(shown: HTMLCanvasElement, clientX: number, clientY: number) {
  const box = shown.getBoundingClientRect()
  const { scale, left, top } = fit(box.width, box.height)
  return { x: (clientX - box.left - left) / scale, y: (clientY - box.top - top) / scale, scale }
}

function nearest(
  lots: Lot[],
  all: readonly Moving[],
  { x, y, scale }: ReturnType<typeof onPlan>,
): TimelineEvent | undefined {
  const now = performance.now()
  let found: { event: TimelineEvent; far: number } | undefined
  for (const each of all.slice(-DENSE_FROM)) {
    const route = routeOf(each, lots)
    const gone = (now - each.begun_ms) / JOURNEY_MS
    if (!route || gone < 0 || gone > 1) continue
    const at = pointOn(route, gone)
    const far = Math.hypot(at.x - x, at.y - y)
    if (far * scale < REACH_PX && (!found || far < found.far)) found = { event: each.event, far }
  }
  return found?.event
}

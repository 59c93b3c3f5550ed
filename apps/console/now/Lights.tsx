import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { TimelineEvent } from '../../kit/shapes.ts'
import { pathOf } from './eventPath.ts'
import { type Sort, sortOf } from './kind.ts'
import { busyRoads, DENSE_FROM, JOURNEY_MS, type Moving, pointOn, routeOf } from './motion.ts'
import { HEIGHT, type Lot, WIDTH } from './plan.ts'

const REACH_PX = 16

/**
 * Events as lights on one canvas over the plan: each walks once from where it came to the house it belongs to. When so many
 * come that dots would be noise, roads fill with light by how much passes over them. A press opens the event under the finger.
 */
export function Lights({ lots, moving, label }: { lots: Lot[]; moving: readonly Moving[]; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef(moving)
  latest.current = moving
  const go = useNavigate()
  useEffect(() => {
    const shown = canvas.current
    const pen = shown?.getContext('2d')
    if (!shown || !pen) return
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    let frame = 0
    const draw = () => {
      frame = requestAnimationFrame(draw)
      paint(shown, pen, lots, latest.current, still.matches)
    }
    draw()
    return () => cancelAnimationFrame(frame)
  }, [lots])
  const press = (x: number, y: number) => {
    const shown = canvas.current
    if (!shown) return
    const event = nearest(shown, lots, latest.current, x, y)
    const path = event && pathOf(event)
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

function paint(
  shown: HTMLCanvasElement,
  pen: CanvasRenderingContext2D,
  lots: Lot[],
  all: readonly Moving[],
  still: boolean,
) {
  const dots = Math.min(2, devicePixelRatio)
  const { clientWidth: width, clientHeight: height } = shown
  if (shown.width !== Math.round(width * dots) || shown.height !== Math.round(height * dots)) {
    shown.width = Math.round(width * dots)
    shown.height = Math.round(height * dots)
  }
  const { scale, left, top } = fit(width, height)
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, shown.width, shown.height)
  if (all.length === 0) return
  pen.setTransform(scale * dots, 0, 0, scale * dots, left * dots, top * dots)
  const colours = coloursOf(shown)
  const now = performance.now()
  if (all.length >= DENSE_FROM) roads(pen, lots, all, colours, now)
  // The newest still walk by themselves, so that a busy town is not only a glow.
  for (const each of all.slice(-DENSE_FROM)) light(pen, lots, each, colours, now, still)
}

type Colours = Record<Sort | 'surface', string>

function coloursOf(shown: HTMLCanvasElement): Colours {
  const style = getComputedStyle(shown)
  const of = (name: string) => style.getPropertyValue(`--light-${name}`)
  return {
    purchase: of('purchase'),
    visit: of('visit'),
    message: of('message'),
    stock: of('stock'),
    surface: of('surface'),
  }
}

function roads(pen: CanvasRenderingContext2D, lots: Lot[], all: readonly Moving[], colours: Colours, now: number) {
  for (const road of busyRoads(all, lots)) {
    const most = Math.min(1, road.count / 120)
    // A breath of light: how much passes here, not who.
    const breath = 0.85 + 0.15 * Math.sin(now / 700 + road.from.x / 90)
    pen.globalAlpha = (0.12 + 0.5 * most) * breath
    pen.strokeStyle = colours[road.sort]
    pen.lineWidth = 5 + 15 * most
    pen.lineCap = 'round'
    pen.beginPath()
    pen.moveTo(road.from.x, road.from.y)
    pen.lineTo(road.to.x, road.to.y)
    pen.stroke()
  }
  pen.globalAlpha = 1
}

function light(
  pen: CanvasRenderingContext2D,
  lots: Lot[],
  each: Moving,
  colours: Colours,
  now: number,
  still: boolean,
) {
  const route = routeOf(each, lots)
  const gone = still ? 1 : (now - each.begun_ms) / JOURNEY_MS
  if (!route || gone < 0 || (!still && gone > 1)) return
  const { x, y, dx, dy } = pointOn(route, gone)
  const sort = sortOf(each.event)
  const colour = colours[sort]
  pen.globalAlpha = still ? 1 : Math.min(1, gone / 0.1, (1 - gone) / 0.12)
  if (!still) {
    const tail = pen.createLinearGradient(x - dx * 46, y - dy * 46, x, y)
    tail.addColorStop(0, 'transparent')
    tail.addColorStop(1, colour)
    pen.strokeStyle = tail
    pen.lineWidth = 2.4
    pen.beginPath()
    pen.moveTo(x - dx * 46, y - dy * 46)
    pen.lineTo(x, y)
    pen.stroke()
  }
  const glow = pen.createRadialGradient(x, y, 0, x, y, 15)
  glow.addColorStop(0, colour)
  glow.addColorStop(1, 'transparent')
  const strength = pen.globalAlpha
  pen.globalAlpha = strength * 0.3
  pen.fillStyle = glow
  pen.fillRect(x - 15, y - 15, 30, 30)
  pen.globalAlpha = strength
  shape(pen, sort, x, y, colour, colours.surface)
  pen.globalAlpha = 1
}

/** ● ○ ◆ ■: shape and colour say the same thing. */
function shape(pen: CanvasRenderingContext2D, sort: Sort, x: number, y: number, colour: string, surface: string) {
  pen.beginPath()
  if (sort === 'message') {
    pen.moveTo(x, y - 6)
    pen.lineTo(x + 6, y)
    pen.lineTo(x, y + 6)
    pen.lineTo(x - 6, y)
  } else if (sort === 'stock') pen.rect(x - 4.5, y - 4.5, 9, 9)
  else pen.arc(x, y, sort === 'visit' ? 4 : 5, 0, Math.PI * 2)
  pen.closePath()
  pen.fillStyle = sort === 'visit' ? surface : colour
  pen.fill()
  if (sort !== 'visit') return
  pen.strokeStyle = colour
  pen.lineWidth = 2.6
  pen.stroke()
}

function nearest(
  shown: HTMLCanvasElement,
  lots: Lot[],
  all: readonly Moving[],
  clientX: number,
  clientY: number,
): TimelineEvent | undefined {
  const box = shown.getBoundingClientRect()
  const { scale, left, top } = fit(box.width, box.height)
  const x = (clientX - box.left - left) / scale
  const y = (clientY - box.top - top) / scale
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

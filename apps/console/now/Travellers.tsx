import type { CSSProperties } from 'react'
import type { TimelineEvent } from '../../kit/shapes.ts'
import { colours, sortOf } from './kind.ts'
import { Light } from './Light.tsx'
import { type Lot, lotOf, startOf } from './plan.ts'

export type Moving = { event: TimelineEvent; begun_ms: number }

export const JOURNEY_MS = 4200
const LANES = [-9, 0, 9, -4, 5]

/** Each event walks once along the roads to its house: along, then across, with a short tail of light. */
export function Travellers({ lots, moving }: { lots: Lot[]; moving: Moving[] }) {
  return (
    <g>
      {moving.map(({ event }, at) => {
        const to = lotOf(event, lots)
        if (!to) return null
        const sort = sortOf(event)
        const from = startOf(event, to, lots)
        const lane = LANES[at % LANES.length] ?? 0
        const door = { x: to.x + to.w / 2, y: to.road + lane }
        const turn = from.y === to.road ? door.x : 283 + lane
        const path = `M${from.x} ${from.y + lane}L${turn} ${from.y + lane}L${turn} ${door.y}L${door.x} ${door.y}`
        return (
          <g key={event.event_id} className="traveller" style={{ offsetPath: `path('${path}')` } as CSSProperties}>
            <path d="M-46 0H0" stroke={`url(#tail-${sort})`} strokeWidth="2.4" strokeLinecap="round" />
            <circle r="11" fill={colours[sort]} opacity="0.14" />
            <Light sort={sort} />
          </g>
        )
      })}
      <defs>
        {Object.entries(colours).map(([sort, colour]) => (
          <linearGradient key={sort} id={`tail-${sort}`} gradientUnits="userSpaceOnUse" x1="-46" y1="0" x2="0" y2="0">
            <stop offset="0" stopColor={colour} stopOpacity="0" />
            <stop offset="1" stopColor={colour} stopOpacity="0.8" />
          </linearGradient>
        ))}
      </defs>
    </g>
  )
}

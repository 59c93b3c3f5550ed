import { memo, useMemo } from 'react'
import { Link } from 'react-router'
import { figure } from '../../kit/format.ts'
import type { Place, TimelineEvent } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useWords } from '../words.ts'
import { Ground } from './Ground.tsx'
import { House } from './House.tsx'
import { LightIcon } from './Light.tsx'
import { Lights } from './Lights.tsx'
import { useLotName } from './lotName.ts'
import type { Moving } from './motion.ts'
import { HEIGHT, type Lot, lotOf, lotsFor, WIDTH } from './plan.ts'

type Props = { places: Place[]; minute: TimelineEvent[]; moving: Moving[]; late: Map<string, number> }

/** The land does not move: it is drawn once. */
const Land = memo(Ground)

/** Shops and channels as a quiet plan of a town street, with what happens as small lights between them. */
export function Town({ places, minute, moving, late }: Props) {
  const w = useWords()
  const lotName = useLotName(places)
  const lang = useLang()
  const { lots, near, far } = useMemo(() => lotsFor(places), [places])
  const counts = new Map<string, number>()
  for (const event of minute) {
    const lot = lotOf(event, lots)
    if (lot) counts.set(lot.id, (counts.get(lot.id) ?? 0) + 1)
  }
  const restOf = (place: Place | undefined) =>
    place && place.kind !== 'warehouse' ? (place.open_now ? w.open : w.closed) : w.still
  // What its number counts: the orders that are late, else what happened there just now.
  const opens = (lot: Lot) => (late.get(lot.id) ? `/orders?place=${lot.id}&state=late` : `/?at=${lot.id}`)
  return (
    <div className="relative min-h-0 min-w-0 overflow-hidden">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="xMidYMid slice"
        className="absolute inset-0 size-full"
      >
        <title>{w.now}</title>
        <Land />
        <text x="24" y="34" className="fill-ink-2 text-[14px] tracking-[0.2em]">
          {lang === 'ja' && near}
        </text>
        <text x="884" y="34" textAnchor="end" className="fill-ink-2 text-[14px] tracking-[0.1em]">
          {lang === 'ja' && far}
        </text>
        {lots.map((lot) => {
          const place = places.find((each) => each.place_id === lot.id)
          const count = counts.get(lot.id) ?? 0
          const behind = late.get(lot.id) ?? 0
          const name = lotName(lot.id)
          const note = behind > 0 ? w.lateShort(figure(behind)) : count > 0 ? w.eventsNow(figure(count)) : restOf(place)
          return (
            <Link key={lot.id} to={opens(lot)} aria-label={`${name} ${note}`}>
              <House lot={lot} name={name} note={note} lit={count} trouble={behind > 0} />
            </Link>
          )
        })}
      </svg>
      <Lights lots={lots} moving={moving} opens={opens} label={w.lightsOf(figure(minute.length))} />

      <ul className="ui pointer-events-none absolute bottom-4 left-6 flex flex-wrap gap-x-5 gap-y-1 rounded-full bg-surface/80 px-3 py-1 text-12 text-ink-2">
        {(
          [
            ['purchase', w.purchase],
            ['visit', w.visit],
            ['message', w.message],
            ['stock', w.stockMoves],
          ] as const
        ).map(([sort, label]) => (
          <li key={sort} className="flex items-center gap-1.5">
            <LightIcon sort={sort} />
            {label}
          </li>
        ))}
      </ul>
    </div>
  )
}

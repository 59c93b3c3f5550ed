import { useEffect, useState } from 'react'
import { nowIso } from '../../kit/clock.ts'
import { fullDay, time } from '../../kit/format.ts'
import { useLang } from '../../kit/words.ts'
import { lastMinute, useLive } from '../now/live.ts'
import { JOURNEY_MS, type Moving, setOut } from '../now/motion.ts'
import { Panel } from '../now/Panel.tsx'
import { Scenes } from '../now/Scenes.tsx'
import { Strip } from '../now/Strip.tsx'
import { Town } from '../now/Town.tsx'
import { useToday } from '../now/today.ts'
import { usePlaces } from '../office.ts'
import { Top } from '../Top.tsx'
import { useWords } from '../words.ts'

// A minute at 3,000 leaves about 210 on their way at any moment; what exceeds this would not be told apart anyway.
const MOST_MOVING = 400

/** 今: the town as it is this moment. */
export function NowPage() {
  const w = useWords()
  const places = usePlaces()
  const [moving, setMoving] = useState<Moving[]>([])
  const live = useLive((fresh) => {
    setMoving((before) => [...before, ...setOut(fresh, performance.now())].slice(-MOST_MOVING))
  })
  useEffect(() => {
    const timer = setInterval(
      () => setMoving((before) => before.filter(({ begun_ms }) => performance.now() - begun_ms < JOURNEY_MS)),
      1000,
    )
    return () => clearInterval(timer)
  }, [])
  const { today } = useToday()
  const minute = lastMinute(live.events)
  const late = new Map(today.data?.late.map(({ place_id, orders }) => [place_id, orders]))
  return (
    <main className="flex min-h-0 min-w-0 flex-col">
      <Top title={w.now}>
        <Clock />
        <Scenes live={live.events} />
        <span
          role="status"
          className={`rounded-full px-3 py-1 text-12 ${live.connected ? 'bg-green-tint text-green' : 'bg-amber-tint text-amber'}`}
        >
          {live.connected ? w.live : w.reconnecting}
        </span>
      </Top>
      <Strip />
      <div className="grid min-h-0 grow grid-cols-[minmax(0,1fr)_19rem]">
        <Town places={places} minute={minute} moving={moving} late={late} />
        <Panel live={live} minute={minute} places={places} late={late} />
      </div>
    </main>
  )
}

function Clock() {
  const lang = useLang()
  const [now, setNow] = useState(nowIso)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowIso()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time className="figures text-16 text-ink-2">
      {fullDay(now, lang)} {time(now)}
    </time>
  )
}

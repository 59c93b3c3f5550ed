import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { take } from '../kit/client.ts'
import { time } from '../kit/format.ts'
import { useName } from '../kit/naming.ts'
import { refusalOf } from '../kit/problem.ts'
import { EmptyState } from '../kit/States.tsx'
import type { Display } from '../kit/shapes.ts'
import { api } from './api.ts'
import { Calls } from './Calls.tsx'
import { Fresh } from './Fresh.tsx'
import { Making } from './Making.tsx'
import { Season } from './Season.tsx'
import { Tags } from './Tags.tsx'
import { useWords } from './words.ts'

const AGAIN_MS = 3000
const TURN_MS = 12_000
const TAGS = 3

/** The screen on a shop's wall: numbers called on the left, what is here on the veranda at the right. It knows nobody. */
export function Wall({ place_id }: { place_id: string }) {
  const w = useWords()
  const shown = useQuery({
    queryKey: ['display', place_id],
    queryFn: () => take(api.GET('/v1/desk/displays/{place_id}', { params: { path: { place_id } } })),
    refetchInterval: AGAIN_MS,
    refetchIntervalInBackground: true,
    retry: (_, error) => refusalOf(error).passing,
  })
  useAwake()
  // What was last known stays on the wall while the network is away.
  if (shown.data) return <Whole shown={shown.data} stale={shown.isError || shown.failureCount > 0} />
  if (!shown.isError) return null
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState icon="store" title={w.nowhere} text={w.nowhereText} tone="refused" />
    </main>
  )
}

function Whole({ shown, stale }: { shown: Display; stale: boolean }) {
  const w = useWords()
  const name = useName()
  const turn = useTurn(Math.ceil(shown.goods.length / TAGS))
  const tags = shown.goods.slice(turn * TAGS, turn * TAGS + TAGS)
  const calling = shown.ready.length + shown.making.length > 0
  return (
    <main className="grid min-h-dvh place-items-center overflow-hidden bg-[#fbfaf7]">
      <div className="wall relative grid grid-cols-[52.7%_1fr] grid-rows-[73.7%_minmax(0,1fr)] overflow-hidden">
        <section className="flex flex-col border-r-[calc(var(--u)*18)] border-[#8f6436] bg-ground px-[calc(var(--u)*80)] pt-[calc(var(--u)*50)]">
          <header className="ui flex items-baseline gap-[calc(var(--u)*28)]">
            <h1 className="text-[calc(var(--u)*40)]">{name(shown.place)}</h1>
            {calling && <span className="text-[calc(var(--u)*28)] text-ink-2">{w.collecting}</span>}
            {stale && (
              <span role="status" className="text-[calc(var(--u)*24)] text-amber">
                {w.reconnecting}
              </span>
            )}
            <time className="figures ml-auto text-[calc(var(--u)*56)] font-bold">{time(shown.as_of)}</time>
          </header>
          {calling ? <Calls ready={shown.ready} as_of={shown.as_of} /> : <Fresh shown={shown} />}
        </section>
        <Season month={Number(shown.as_of.slice(5, 7))} goods={tags} />
        <section className="floor border-t-[calc(var(--u)*8)] border-[#8f6436] px-[calc(var(--u)*80)] pt-[calc(var(--u)*56)]">
          {shown.making.length > 0 ? <Making numbers={shown.making} /> : <Chosen chosen={shown.chosen} />}
        </section>
        <section className="floor grid items-center border-t-[calc(var(--u)*8)] border-[#8f6436] pr-[calc(var(--u)*32)] pl-[calc(var(--u)*60)]">
          <Tags goods={tags} />
        </section>
      </div>
    </main>
  )
}

/** Kinds of goods, never who chose them. */
function Chosen({ chosen }: { chosen: Display['chosen'] }) {
  const w = useWords()
  const name = useName()
  if (chosen.length === 0) return null
  return (
    <>
      <h2 className="text-[calc(var(--u)*32)] text-black">{w.chosen}</h2>
      <p className="ui mt-[calc(var(--u)*10)] line-clamp-1 text-[calc(var(--u)*56)] font-bold text-black">
        {chosen.map((category) => (
          <span key={category.category_id} className="mr-[calc(var(--u)*48)]">
            {name(category)}
          </span>
        ))}
      </p>
    </>
  )
}

/** Which page of goods is on the veranda; it turns by itself. */
function useTurn(pages: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [])
  return pages > 0 ? turn % pages : 0
}

/** A screen that goes dark calls nobody. */
function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}

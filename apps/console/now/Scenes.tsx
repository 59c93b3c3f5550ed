import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { nowMs } from '../../kit/clock.ts'
import { playing, SCENES } from '../../kit/scenes.ts'
import type { TimelineEvent } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'

const AGAIN_MS = 60_000

/** What goes on in the town beyond the everyday, as the timeline tells it. */
export function Scenes({ live }: { live: readonly TimelineEvent[] }) {
  const w = useWords()
  const lang = useLang()
  const known = useQuery({
    queryKey: ['scenes'],
    queryFn: () =>
      take(
        api.GET('/v1/events', {
          params: { query: { type: ['Scene Started', 'Scene Ended'], limit: 500, wait_seconds: 0 } },
        }),
      ),
    refetchInterval: AGAIN_MS,
    retry: false,
  })
  const fresh = live.filter(({ type }) => type === 'Scene Started' || type === 'Scene Ended')
  const on = playing([...(known.data?.items ?? []), ...fresh], nowMs())
  if (on.length === 0) return null
  return (
    <span role="status" className="rounded-full bg-wood-tint px-3 py-1 text-12 text-wood">
      {w.goingOn} {on.map((scene) => SCENES[scene]?.[lang]).join(lang === 'ja' ? '・' : ', ')}
    </span>
  )
}

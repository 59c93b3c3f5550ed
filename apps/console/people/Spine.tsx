import { glyphOf, isInside } from '../../kit/channels.ts'
import { calendarDay, shortDay, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { gathered, momentText } from '../../kit/moments.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Moment } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useKinds } from '../kinds.ts'
import { useWords } from '../words.ts'

/** All that happened, along the veranda: what came from outside on its left, shop and phone on its right. */
export function Spine({ events }: { events: Moment[] }) {
  const w = useWords()
  const told = gathered(events)
  if (events.length === 0) return <EmptyState icon="clock" title={w.noEvents} />
  return (
    <div className="relative min-h-full px-5 pb-10">
      <div
        aria-hidden="true"
        className="absolute inset-y-0 left-1/2 w-19 -translate-x-1/2 border-x-2 border-board bg-board-pale [background-image:repeating-linear-gradient(90deg,#0000_0_18px,#b98d5555_18px_19px)]"
      />
      <div className="ui sticky top-0 z-10 grid grid-cols-[1fr_4.75rem_1fr] bg-ground/95 py-3 text-14">
        <b className="flex items-center gap-2">
          <Icon name="window" size={18} />
          {w.outside}
          <span className="font-normal text-ink-2">{w.outsideSub}</span>
        </b>
        <span />
        <b className="flex items-center gap-2 pl-5">
          <Icon name="store" size={18} />
          {w.inside}
          <span className="font-normal text-ink-2">{w.insideSub}</span>
        </b>
      </div>
      <ol className="relative grid gap-3">
        {told.map(({ event, times }, at) => (
          <Board key={event.event_id} event={event} times={times} before={told[at - 1]?.event} />
        ))}
      </ol>
    </div>
  )
}

function Board({ event, times, before }: { event: Moment; times: number; before: Moment | undefined }) {
  const w = useWords()
  const lang = useLang()
  const kinds = useKinds()
  const inside = isInside(event.channel ?? '')
  const { title, amount } = momentText({ ...event, facts: event.payload }, kinds, lang)
  const newDay = !before || calendarDay(before.occurred_at) !== calendarDay(event.occurred_at)
  const earned = typeof event.payload.points_earned === 'number' ? event.payload.points_earned : 0
  return (
    <li className="ui relative grid grid-cols-[1fr_4.75rem_1fr] items-center">
      <article
        className={`relative flex gap-3 rounded-12 border bg-surface p-3 text-14 ${inside ? 'col-start-3 row-start-1 ml-4 border-board' : 'col-start-1 row-start-1 mr-4 border-line'}`}
      >
        <span
          aria-hidden="true"
          className={`absolute top-1/2 h-0.5 w-4 bg-board ${inside ? 'right-full' : 'left-full'}`}
        />
        <Icon name={glyphOf(event.type, event.channel ?? '')} size={20} className="text-ink-2" />
        <span className="min-w-0">
          <b>
            {title} {amount} {times > 1 && w.times(String(times))}
          </b>
          {earned > 0 && <span className="figures text-12 text-wood"> +{earned}pt</span>}
          {event.place_name && event.type !== 'order.placed' && (
            <span className="block text-12 text-ink-2">{event.place_name}</span>
          )}
        </span>
      </article>
      <time className="figures col-start-2 row-start-1 text-center text-12 leading-tight text-black">
        {newDay && <b className="block text-14">{shortDay(event.occurred_at, lang)}</b>}
        {time(event.occurred_at)}
      </time>
    </li>
  )
}

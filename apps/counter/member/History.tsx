import { glyphOf, isInside } from '../../kit/channels.ts'
import { nowIso } from '../../kit/clock.ts'
import { calendarDay, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { gathered, momentText } from '../../kit/moments.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Moment } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useKinds } from '../kinds.ts'
import { useWords } from '../words.ts'

/** Everything so far along one board; a filled wooden sign means in the shop. */
export function History({ events }: { events: Moment[] }) {
  const w = useWords()
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.history}</h2>
      {events.length === 0 ? (
        <EmptyState icon="clock" title={w.noHistory} />
      ) : (
        <ol className="relative grid gap-3 before:absolute before:top-4 before:bottom-8 before:left-[4.625rem] before:w-1 before:border-x before:border-board-pale">
          {gathered(events).map(({ event, times }) => (
            <OneMoment key={event.event_id} event={event} times={times} />
          ))}
        </ol>
      )}
    </section>
  )
}

function OneMoment({ event, times }: { event: Moment; times: number }) {
  const w = useWords()
  const lang = useLang()
  const kinds = useKinds()
  const inside = isInside(event.channel ?? '')
  const today = calendarDay(nowIso())
  const day = calendarDay(event.occurred_at)
  const [, month, date] = day.split('-').map(Number)
  const { title, amount } = momentText({ ...event, facts: event.payload }, kinds, lang)
  return (
    <li className="ui relative grid grid-cols-[3rem_2rem_1fr] gap-3">
      <span className="figures pt-1.5 text-right text-14 text-ink-2">
        {day === today ? w.today : `${month}/${date}`}
      </span>
      <span
        className={`grid size-8 place-items-center rounded-full border ${inside ? 'border-board bg-board-pale text-wood' : 'border-line bg-surface text-ink-2'}`}
      >
        <Icon name={glyphOf(event.type, event.channel ?? '')} size={18} />
      </span>
      <span className="pt-1.5 text-14">
        <b>
          {title} {amount} {times > 1 && w.times(String(times))}
        </b>
        <span className="figures block text-ink-2">{time(event.occurred_at)}</span>
      </span>
    </li>
  )
}

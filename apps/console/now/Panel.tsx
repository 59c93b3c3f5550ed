import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { figure, time, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { momentText } from '../../kit/moments.ts'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Place, TimelineEvent } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useKinds } from '../kinds.ts'
import { useWords } from '../words.ts'
import { pathOf } from './eventPath.ts'
import { sortOf } from './kind.ts'
import { LightIcon } from './Light.tsx'
import type { Live } from './live.ts'
import { useLotName } from './lotName.ts'
import { lotOf, lotsFor } from './plan.ts'
import { useLately } from './today.ts'

type Props = {
  live: Live
  minute: TimelineEvent[]
  places: Place[]
  late: Map<string, number>
}

const SHOWN = 14

/** One sentence first, then what needs an eye, then the last minute line by line. */
export function Panel({ live, minute, places, late }: Props) {
  const w = useWords()
  const nameOf = useName()
  const [asked] = useSearchParams()
  const { lots } = useMemo(() => lotsFor(places), [places])
  const lot = lots.find(({ id }) => id === asked.get('at'))
  const there = (event: TimelineEvent) => !lot || lotOf(event, lots) === lot
  const lotName = useLotName(places)
  const events = live.events.filter(there)
  return (
    <aside className="flex min-h-0 flex-col border-l border-line bg-surface px-5 pt-5">
      <h2 className="text-18">
        {w.asUsual}
        <br />
        {late.size > 0 ? w.thingsToSee(figure(late.size)) : w.nothingToSee}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line empty:border-0">
        {[...late].map(([place_id, count]) => {
          const place = places.find((each) => each.place_id === place_id)
          return (
            <li key={place_id}>
              <Link to={`/orders?place=${place_id}&state=late`} className="ui flex gap-3 py-3 text-14 hover:bg-sunk">
                <Icon name="clock" size={20} className="text-vermilion" />
                <span>
                  <b className="block">{w.lateAt(place ? nameOf(place) : '', figure(count))}</b>
                  <span className="text-ink-2">{w.lateText}</span>
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      <h3 className="ui mt-4 mb-1 text-14">
        {lot && lotName(lot.id)} {w.lastMinute}{' '}
        <span className="figures font-normal text-ink-2">{w.eventsCount(figure(minute.filter(there).length))}</span>
        {lot && (
          <Link to="/" className="float-right font-normal text-indigo">
            {w.everywhere}
          </Link>
        )}
      </h3>
      <div className="min-h-0 grow overflow-hidden">
        {events.length === 0 && !lot ? (
          <Lately places={places} />
        ) : (
          <ol>
            {events.slice(0, SHOWN).map((event) => (
              <Row key={event.event_id} event={event} places={places} />
            ))}
          </ol>
        )}
      </div>
      <footer className="ui flex min-h-14 items-center justify-between border-t border-line text-14 text-ink-2">
        <span className="figures">{live.paused ? w.held(figure(live.held)) : ''}</span>
        <Button look="quiet" className="-mr-4" onPress={() => live.setPaused(!live.paused)}>
          {live.paused ? w.resume : w.pause}
        </Button>
      </footer>
    </aside>
  )
}

function Row({ event, places }: { event: TimelineEvent; places: Place[] }) {
  const lang = useLang()
  const nameOf = useName()
  const kinds = useKinds()
  const place = places.find((each) => each.place_id === event.place_id)
  const { title, amount } = momentText({ ...event, place_name: place ? nameOf(place) : '' }, kinds, lang)
  const where = event.type === 'order.placed' || !place ? '' : nameOf(place)
  return (
    <li>
      <Link to={pathOf(event) ?? '/'} className="ui flex min-h-8 items-center gap-3 rounded-6 text-14 hover:bg-sunk">
        <LightIcon sort={sortOf(event)} />
        <span className="min-w-0 grow truncate">
          {where} {title} {amount && <b className="figures">{amount}</b>}
        </span>
        <span className="figures text-12 text-ink-3">{time(event.occurred_at)}</span>
      </Link>
    </li>
  )
}

/** While nothing moves, what came last: the newest orders of the day. */
function Lately({ places }: { places: Place[] }) {
  const orders = useLately(SHOWN - 4)
  const w = useWords()
  const lang = useLang()
  const nameOf = useName()
  const kinds = useKinds()
  if (orders.length === 0) return <EmptyState icon="live" title={w.quiet} text={w.quietText} />
  return (
    <>
      <p className="py-2 text-12 text-ink-3">{w.quietText}</p>
      <h3 className="ui mt-3 mb-1 text-14">{w.lately}</h3>
      <ol>
        {orders.map((order) => {
          const place = places.find((each) => each.place_id === order.place_id)
          const told = {
            type: 'order.placed',
            channel: order.channel,
            place_name: place ? nameOf(place) : '',
            facts: {},
          }
          return (
            <li key={order.order_id}>
              <Link
                to={`/orders/${order.order_id}`}
                className="ui flex min-h-8 items-center gap-3 rounded-6 text-14 hover:bg-sunk"
              >
                <LightIcon sort="purchase" />
                <span className="min-w-0 grow truncate">
                  {momentText(told, kinds, lang).title} <b className="figures">{yen(order.total_yen)}</b>
                </span>
                <span className="figures text-12 text-ink-3">{time(order.placed_at)}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </>
  )
}

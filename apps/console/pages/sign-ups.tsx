import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { addDays, calendarDay, figure } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { api } from '../api.ts'
import { useFigureWords } from '../figures/words.ts'
import { DayFilter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

type Row = {
  route: string
  place_id: string | null
  joined: number
  joined_year_before: number
  change_percent: number | null
}

const DAYS = 30

/** Who joined by which route, beside the same days a year before. */
export function SignUpsPage() {
  const w = useFigureWords()
  const screen = useWords()
  const name = useName()
  const places = usePlaces()
  const [fromAsked] = useFilter('from')
  const [toAsked] = useFilter('to')
  const to = toAsked || calendarDay(nowIso())
  const from = fromAsked || calendarDay(addDays(nowIso(), 1 - DAYS))
  const found = useQuery({
    queryKey: ['sign-ups', from, to],
    queryFn: () =>
      take(api.GET('/v1/customers/sign-ups', { params: { query: { from, to, by_place: true, by_poster: false } } })),
  })
  const route = (key: string) => (Object.hasOwn(w, `route_${key}`) ? w[`route_${key}` as 'route_app'] : key)
  const change = (percent: number | null) =>
    percent === null ? w.noYearBefore : `${percent > 0 ? '+' : ''}${figure(percent)}%`
  const most = Math.max(1, ...(found.data?.items ?? []).map((row) => row.joined))
  const columns: Column<Row>[] = [
    { key: 'route', name: w.route, text: (row) => route(row.route), show: (row) => <b>{route(row.route)}</b> },
    {
      key: 'place',
      name: w.place,
      text: (row) => {
        const place = places.find((each) => each.place_id === row.place_id)
        return place ? name(place) : '—'
      },
    },
    {
      key: 'joined',
      name: w.joined,
      text: (row) => row.joined,
      show: (row) => (
        <span className="flex items-center gap-3">
          <span
            aria-hidden="true"
            className="h-3 min-w-0.5 rounded-[2px] bg-board"
            style={{ width: `${(row.joined / most) * 10}rem` }}
          />
          {figure(row.joined)}
        </span>
      ),
    },
    { key: 'before', name: w.yearBefore, text: (row) => row.joined_year_before, align: 'right' },
    {
      key: 'change',
      name: w.change,
      text: (row) => row.change_percent ?? '',
      show: (row) => (
        <span className={(row.change_percent ?? 0) < 0 ? 'text-vermilion' : 'text-green'}>
          {change(row.change_percent)}
        </span>
      ),
      align: 'right',
    },
  ]
  const total = found.data?.total
  return (
    <Screen>
      {total && (
        <p className="ui figures mb-4 flex flex-wrap items-baseline gap-3">
          <b className="text-40">{figure(total.joined)}</b>
          <span className="text-14 text-ink-2">
            {w.joinedIn(from, to)}　{w.yearBefore} {figure(total.joined_year_before)}・{change(total.change_percent)}
          </span>
        </p>
      )}
      <List
        list="sign-ups"
        label={screen.signUps}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={(row) => `${row.route} ${row.place_id}`}
        sortable
        filters={
          <>
            <DayFilter of="from" label={w.from} />
            <DayFilter of="to" label={w.to} />
          </>
        }
      />
    </Screen>
  )
}

import { take } from '../../kit/client.ts'
import { calendarDay, figure, shortDay, time } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { OpenLot } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { usePlaceName } from '../goods/PapersList.tsx'
import { UnitFilter, useUnit } from '../ledger/units.tsx'
import { called, useLedgerWords } from '../ledger/words.ts'
import { DayFilter, Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** The day before an exclusive end: the last on which it may be used. */
const lastDay = (expires_at: string) => calendarDay(new Date(Date.parse(expires_at) - 1000).toISOString())

/** Lots with something left in them, by their end; each opens into all that moved it. */
export function LotsPage() {
  const w = useLedgerWords()
  const screen = useWords()
  const lang = useLang()
  const name = useName()
  const placeName = usePlaceName()
  const places = usePlaces()
  const unit = useUnit()
  const [state] = useFilter('state')
  const [funding] = useFilter('funding')
  const [place_id] = useFilter('place')
  const [from] = useFilter('from')
  const [to] = useFilter('to')
  const wanted = { unit, state, funding, place_id, from, to }
  const found = usePages(['lots', wanted], (after) =>
    take(
      api.GET('/v1/loyalty/lots', {
        params: {
          query: {
            limit: 100,
            ...(after ? { after } : {}),
            ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)),
          },
        },
      }),
    ),
  )
  const columns: Column<OpenLot>[] = [
    { key: 'ends', name: w.ends, text: (lot) => lastDay(lot.expires_at) },
    {
      key: 'remaining',
      name: w.remaining,
      text: (lot) => lot.remaining,
      show: (lot) => <b>{figure(lot.remaining)}</b>,
      align: 'right',
    },
    {
      key: 'original',
      name: w.original,
      text: (lot) => lot.original,
      show: (lot) => figure(lot.original),
      align: 'right',
    },
    { key: 'state', name: w.state, text: (lot) => called(w, 'side', lot.state) },
    { key: 'funding', name: w.funding, text: (lot) => called(w, 'funding', lot.funding) },
    { key: 'place', name: w.place, text: (lot) => (lot.place_id ? placeName(lot.place_id) : '—') },
    {
      key: 'granted',
      name: w.granted,
      text: (lot) => lot.granted_at,
      show: (lot) => `${shortDay(lot.granted_at, lang)} ${time(lot.granted_at)}`,
    },
  ]
  return (
    <Screen>
      <List
        list="lots"
        label={screen.pointLots}
        columns={columns}
        {...found}
        keyOf={(lot) => lot.lot_id}
        to={(lot) => `/ledger?${new URLSearchParams({ profile: lot.profile_id, lot: lot.lot_id })}`}
        empty={{ icon: 'list', title: w.noLots, text: w.noLotsText }}
        filters={
          <>
            <UnitFilter />
            <Filter
              of="state"
              label={w.state}
              options={(['available', 'pending'] as const).map((value) => ({ value, name: called(w, 'side', value) }))}
            />
            <Filter
              of="place"
              label={w.place}
              options={places.map((each) => ({ value: each.place_id, name: name(each) }))}
            />
            <DayFilter of="from" label={w.from} />
            <DayFilter of="to" label={w.to} />
          </>
        }
      />
    </Screen>
  )
}

import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { api } from '../api.ts'
import { usePlaceName } from '../goods/PapersList.tsx'
import { type OwedRow, owedRows } from '../ledger/owedRows.ts'
import { signed } from '../ledger/sums.ts'
import { UnitFilter, useOwed, useUnit } from '../ledger/units.tsx'
import { called, useLedgerWords } from '../ledger/words.ts'
import { DayFilter, Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const GROUPS = ['side', 'funding', 'brand', 'place', 'moved'] as const

/** What the house owes in points, divided in every way it is asked; each number leads to what it is made of. */
export function PointsPage() {
  const w = useLedgerWords()
  const screen = useWords()
  const name = useName()
  const placeName = usePlaceName()
  const places = usePlaces()
  const unit = useUnit()
  const [day] = useFilter('day')
  const [group] = useFilter('group')
  const [brand] = useFilter('brand')
  const found = useOwed(day)
  const brands = useQuery({ queryKey: ['brands'], queryFn: () => take(api.GET('/v1/catalog/brands')) })
  const brandsOf = (place_id: string) =>
    places
      .find((each) => each.place_id === place_id)
      ?.brand_ids.toSorted()
      .join(' ') || 'none'
  const brandName = (ids: string) =>
    ids
      .split(' ')
      .map((id) => brands.data?.items.find(({ brand_id }) => brand_id === id))
      .flatMap((one) => (one ? [name(one)] : []))
      .join('・') || w.noBrand
  const what = ({ group: of, key }: OwedRow): string => {
    if (of === 'brand') return brandName(key)
    if (of === 'place') return placeName(key) || w.noPlace
    return called(w, of === 'moved' ? 'kind' : of, key)
  }
  const owed = found.data?.items.find((each) => each.unit === unit)
  const until = found.data?.day ?? ''
  const all = owed ? owedRows(owed, { unit, day, month_from: found.data?.month_from ?? '', until }) : []
  const rows = all.filter(
    (row) => (!group || row.group === group) && (!brand || row.group !== 'place' || brandsOf(row.key) === brand),
  )
  const columns: Column<OwedRow>[] = [
    { key: 'what', name: w.what, text: what },
    { key: 'group', name: w.group, text: (row) => called(w, 'group', row.group) },
    {
      key: 'amount',
      name: w.amount,
      text: (row) => row.points,
      show: (row) => <b>{row.group === 'moved' ? signed(row.points) : figure(row.points)}</b>,
      align: 'right',
    },
    {
      key: 'yen',
      name: w.yen,
      text: (row) => row.yen ?? '',
      show: (row) => (row.yen === null ? '—' : yen(row.yen)),
      align: 'right',
    },
  ]
  return (
    <Screen>
      {owed && (
        <p className="ui figures mb-4 flex flex-wrap items-baseline gap-3">
          <b className="text-40">{figure(owed.outstanding)}</b>
          <span className="text-14 text-ink-2">
            {day ? w.owedAt(day) : w.owedNow}
            {owed.yen !== null && `　${w.worth(yen(owed.yen))}`}
          </span>
        </p>
      )}
      <List
        list="points"
        label={screen.pointsOwed}
        columns={columns}
        rows={found.data && rows}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={(row) => `${row.group} ${row.key}`}
        to={(row) => row.to}
        empty={{ icon: 'chart', title: w.nothingOwed, text: w.nothingOwedText }}
        filters={
          <>
            <UnitFilter />
            <DayFilter of="day" label={w.day} />
            <Filter
              of="group"
              label={w.group}
              options={GROUPS.map((value) => ({ value, name: called(w, 'group', value) }))}
            />
          </>
        }
      />
    </Screen>
  )
}

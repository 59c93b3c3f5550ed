import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { api } from '../api.ts'
import { UnitFilter, useUnit } from '../ledger/units.tsx'
import { useLedgerWords } from '../ledger/words.ts'
import { DayFilter, Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

type Row = { from: string; amount: number; members: number; lots: number; yen: number | null }

/** The last day of a month that begins on this day. */
function lastOf(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** What ends when, for how many members; a month opens into its days, a day into its lots. */
export function ExpiriesPage() {
  const w = useLedgerWords()
  const screen = useWords()
  const unit = useUnit()
  const [asked] = useFilter('by')
  const by = asked === 'day' ? 'day' : 'month'
  const [from] = useFilter('from')
  const [to] = useFilter('to')
  const found = useQuery({
    queryKey: ['expiries', unit, by, from, to],
    queryFn: () =>
      take(
        api.GET('/v1/loyalty/expiries', {
          params: { query: { unit, by, ...(from ? { from } : {}), ...(to ? { to } : {}) } },
        }),
      ),
  })
  const most = Math.max(1, ...(found.data?.items ?? []).map(({ amount }) => amount))
  const columns: Column<Row>[] = [
    {
      key: 'from',
      name: by === 'day' ? w.ends : w.endsIn,
      text: (row) => (by === 'day' ? row.from : row.from.slice(0, 7)),
    },
    {
      key: 'amount',
      name: w.amount,
      text: (row) => row.amount,
      show: (row) => (
        <span className="flex items-center gap-3">
          <span
            aria-hidden="true"
            className="h-3 min-w-0.5 rounded-[2px] bg-board"
            style={{ width: `${(row.amount / most) * 16}rem` }}
          />
          <b>{figure(row.amount)}</b>
        </span>
      ),
    },
    {
      key: 'yen',
      name: w.yen,
      text: (row) => row.yen ?? '',
      show: (row) => (row.yen === null ? '—' : yen(row.yen)),
      align: 'right',
    },
    { key: 'members', name: w.members, text: (row) => row.members, show: (row) => figure(row.members), align: 'right' },
    { key: 'lots', name: w.lots, text: (row) => row.lots, show: (row) => figure(row.lots), align: 'right' },
  ]
  return (
    <Screen>
      <List
        list="expiries"
        label={screen.pointExpiries}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={(row) => row.from}
        to={(row) =>
          by === 'day'
            ? `/lots?${new URLSearchParams({ unit, state: 'available', from: row.from, to: row.from })}`
            : `/expiries?${new URLSearchParams({ unit, by: 'day', from: row.from, to: lastOf(row.from) })}`
        }
        sortable
        empty={{ icon: 'clock', title: w.nothingEnds, text: w.nothingEndsText }}
        filters={
          <>
            <UnitFilter />
            <Filter of="by" label={w.by} usual={w.byMonth} options={[{ value: 'day', name: w.byDay }]} />
            <DayFilter of="from" label={w.from} />
            <DayFilter of="to" label={w.to} />
          </>
        }
      />
    </Screen>
  )
}

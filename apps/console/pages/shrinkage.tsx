import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { api } from '../api.ts'
import { type GoodsWords, useGoodsWords } from '../goods/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

type Row = { place_id: string; reason: string; pieces_out: number; pieces_in: number }

/** Pieces that left or turned up without a sale in the last 31 days. */
export function ShrinkagePage() {
  const w = useGoodsWords()
  const screen = useWords()
  const name = useName()
  const places = usePlaces()
  const [place_id] = useFilter('place')
  const found = useQuery({
    queryKey: ['shrinkage', place_id],
    queryFn: () => take(api.GET('/v1/inventory/shrinkage', { params: { query: place_id ? { place_id } : {} } })),
  })
  const columns: Column<Row>[] = [
    {
      key: 'place',
      name: w.place,
      text: (row) => {
        const place = places.find((each) => each.place_id === row.place_id)
        return place ? name(place) : ''
      },
    },
    { key: 'reason', name: w.reason, text: (row) => reasonName(w, row.reason) },
    { key: 'out', name: w.piecesOut, text: (row) => row.pieces_out, align: 'right' },
    { key: 'in', name: w.piecesIn, text: (row) => row.pieces_in, align: 'right' },
  ]
  return (
    <Screen>
      <List
        list="shrinkage"
        label={screen.shrinkage}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={(row) => `${row.place_id} ${row.reason}`}
        sortable
        empty={{ icon: 'chart', title: w.noShrinkage, text: w.noShrinkageText }}
        filters={
          <Filter
            of="place"
            label={w.place}
            options={places.map((place) => ({ value: place.place_id, name: name(place) }))}
          />
        }
      />
    </Screen>
  )
}

function reasonName(w: GoodsWords, reason: string): string {
  return Object.hasOwn(w, reason) ? (w[reason as 'damaged'] as string) : reason
}

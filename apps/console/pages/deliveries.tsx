import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import type { Arrival } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useGoodsWords } from '../goods/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const STATES = ['expected', 'closed', 'cancelled'] as const

/** What suppliers are to bring, where and when, and how much of it came. */
export function DeliveriesPage() {
  const w = useGoodsWords()
  const screen = useWords()
  const name = useName()
  const places = usePlaces()
  const [state] = useFilter('state')
  const [place_id] = useFilter('place')
  const found = useQuery({
    queryKey: ['deliveries', state, place_id],
    queryFn: () =>
      take(
        api.GET('/v1/inventory/deliveries', {
          params: { query: { limit: 200, ...(state ? { state } : {}), ...(place_id ? { place_id } : {}) } },
        }),
      ),
  })
  const sum = (arrival: Arrival, of: 'expected' | 'received') =>
    arrival.lines.reduce((total, line) => total + line[of], 0)
  const columns: Column<Arrival>[] = [
    { key: 'day', name: w.expectedOn, text: (each) => each.expected_on, show: (each) => <b>{each.expected_on}</b> },
    { key: 'supplier', name: w.supplier, text: (each) => each.supplier },
    {
      key: 'place',
      name: w.place,
      text: (each) => {
        const place = places.find((one) => one.place_id === each.place_id)
        return place ? name(place) : ''
      },
    },
    { key: 'state', name: w.state, text: (each) => w[each.state] },
    { key: 'pieces', name: w.pieces, text: (each) => sum(each, 'expected'), align: 'right' },
    { key: 'got', name: w.got, text: (each) => sum(each, 'received'), align: 'right' },
  ]
  return (
    <Screen>
      <List
        list="deliveries"
        label={screen.arrivals}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={(each) => each.delivery_id}
        sortable
        empty={{ icon: 'box', title: w.noArrivals, text: w.noArrivalsText }}
        filters={
          <>
            <Filter of="state" label={w.state} options={STATES.map((value) => ({ value, name: w[value] }))} />
            <Filter
              of="place"
              label={w.place}
              options={places.map((place) => ({ value: place.place_id, name: name(place) }))}
            />
          </>
        }
      />
    </Screen>
  )
}

import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { Arrival } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { PapersList, pieces, usePapersAsked, usePlaceName } from '../goods/PapersList.tsx'
import { useGoodsWords } from '../goods/words.ts'
import type { Column } from '../list/List.tsx'
import { useWords } from '../words.ts'

const STATES = ['expected', 'closed', 'cancelled'] as const

/** What suppliers are to bring, where and when, and how much of it came. */
export function DeliveriesPage() {
  const w = useGoodsWords()
  const screen = useWords()
  const placeName = usePlaceName()
  const query = usePapersAsked()
  const found = useQuery({
    queryKey: ['deliveries', query],
    queryFn: () => take(api.GET('/v1/inventory/deliveries', { params: { query } })),
  })
  const columns: Column<Arrival>[] = [
    { key: 'day', name: w.expectedOn, text: (each) => each.expected_on, show: (each) => <b>{each.expected_on}</b> },
    { key: 'supplier', name: w.supplier, text: (each) => each.supplier },
    { key: 'place', name: w.place, text: (each) => placeName(each.place_id) },
    { key: 'state', name: w.state, text: (each) => w[each.state] },
    { key: 'pieces', name: w.pieces, text: (each) => pieces(each, 'expected'), align: 'right' },
    { key: 'got', name: w.got, text: (each) => pieces(each, 'received'), align: 'right' },
  ]
  return (
    <PapersList
      list="deliveries"
      label={screen.arrivals}
      columns={columns}
      found={found}
      keyOf={(each) => each.delivery_id}
      states={STATES}
      empty={{ icon: 'box', title: w.noArrivals, text: w.noArrivalsText }}
    />
  )
}

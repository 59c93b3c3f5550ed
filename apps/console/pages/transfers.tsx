import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { shortDay, time } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Transfer } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useGoodsWords } from '../goods/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const STATES = ['requested', 'approved', 'shipped', 'closed', 'declined', 'cancelled'] as const

/** Goods that go from place to place: asked for, agreed, on the way, received. */
export function TransfersPage() {
  const w = useGoodsWords()
  const screen = useWords()
  const lang = useLang()
  const name = useName()
  const places = usePlaces()
  const [state] = useFilter('state')
  const [place_id] = useFilter('place')
  const found = useQuery({
    queryKey: ['transfers', state, place_id],
    queryFn: () =>
      take(
        api.GET('/v1/inventory/transfers', {
          params: { query: { limit: 200, ...(state ? { state } : {}), ...(place_id ? { place_id } : {}) } },
        }),
      ),
    refetchInterval: 15_000,
  })
  const at = (id: string) => {
    const place = places.find((each) => each.place_id === id)
    return place ? name(place) : ''
  }
  const sum = (transfer: Transfer, of: 'requested' | 'shipped' | 'received' | 'in_transit') =>
    transfer.lines.reduce((total, line) => total + line[of], 0)
  const columns: Column<Transfer>[] = [
    { key: 'number', name: w.number, text: (each) => each.number, show: (each) => <b>{each.number}</b> },
    { key: 'from', name: w.from, text: (each) => at(each.from_place_id) },
    { key: 'to', name: w.to, text: (each) => at(each.to_place_id) },
    { key: 'state', name: w.state, text: (each) => w[each.state] },
    { key: 'asked', name: w.asked, text: (each) => sum(each, 'requested'), align: 'right' },
    { key: 'sent', name: w.sent, text: (each) => sum(each, 'shipped'), align: 'right' },
    { key: 'transit', name: w.inTransit, text: (each) => sum(each, 'in_transit'), align: 'right' },
    { key: 'got', name: w.got, text: (each) => sum(each, 'received'), align: 'right' },
    {
      key: 'when',
      name: w.when,
      text: (each) => each.requested_at,
      show: (each) => `${shortDay(each.requested_at, lang)} ${time(each.requested_at)}`,
    },
    { key: 'needed', name: w.needed, text: (each) => each.needed_on ?? '', rare: true },
  ]
  return (
    <Screen>
      <List
        list="transfers"
        label={screen.transfers}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={(each) => each.transfer_id}
        sortable
        empty={{ icon: 'truck', title: w.noTransfers, text: w.noTransfersText }}
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

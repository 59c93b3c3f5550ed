import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { shortDay, time } from '../../kit/format.ts'
import type { Transfer } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { PapersList, pieces, usePapersAsked, usePlaceName } from '../goods/PapersList.tsx'
import { useGoodsWords } from '../goods/words.ts'
import type { Column } from '../list/List.tsx'
import { useWords } from '../words.ts'

const STATES = ['requested', 'approved', 'shipped', 'closed', 'declined', 'cancelled'] as const

/** Goods that go from place to place: asked for, agreed, on the way, received. */
export function TransfersPage() {
  const w = useGoodsWords()
  const screen = useWords()
  const lang = useLang()
  const placeName = usePlaceName()
  const query = usePapersAsked()
  const found = useQuery({
    queryKey: ['transfers', query],
    queryFn: () => take(api.GET('/v1/inventory/transfers', { params: { query } })),
    refetchInterval: 15_000,
  })
  const columns: Column<Transfer>[] = [
    { key: 'number', name: w.number, text: (each) => each.number, show: (each) => <b>{each.number}</b> },
    { key: 'from', name: w.from, text: (each) => placeName(each.from_place_id) },
    { key: 'to', name: w.to, text: (each) => placeName(each.to_place_id) },
    { key: 'state', name: w.state, text: (each) => w[each.state] },
    { key: 'asked', name: w.asked, text: (each) => pieces(each, 'requested'), align: 'right' },
    { key: 'sent', name: w.sent, text: (each) => pieces(each, 'shipped'), align: 'right' },
    { key: 'transit', name: w.inTransit, text: (each) => pieces(each, 'in_transit'), align: 'right' },
    { key: 'got', name: w.got, text: (each) => pieces(each, 'received'), align: 'right' },
    {
      key: 'when',
      name: w.when,
      text: (each) => each.requested_at,
      show: (each) => `${shortDay(each.requested_at, lang)} ${time(each.requested_at)}`,
    },
    { key: 'needed', name: w.needed, text: (each) => each.needed_on ?? '', rare: true },
  ]
  return (
    <PapersList
      list="transfers"
      label={screen.transfers}
      columns={columns}
      found={found}
      keyOf={(each) => each.transfer_id}
      states={STATES}
      empty={{ icon: 'truck', title: w.noTransfers, text: w.noTransfersText }}
    />
  )
}

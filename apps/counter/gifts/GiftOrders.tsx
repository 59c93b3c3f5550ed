import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { take } from '../../kit/client.ts'
import { figure, time, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useConnected } from '../offline/connection.ts'
import { useTill } from '../till.ts'
import { useDeskWords } from './deskWords.ts'

const SHOWN = 30
const LOOK_AGAIN_MS = 10_000

/** What was given in this shop's name, by its code or at its tills: paid or not, and nothing of who receives it. */
export function GiftOrders() {
  const w = useDeskWords()
  const { place_id } = useTill().place
  const connected = useConnected()
  const orders = useQuery({
    queryKey: ['gift orders', place_id],
    queryFn: () =>
      take(api.GET('/v1/orders', { params: { query: { newest: true, place_id, way: 'gift', limit: SHOWN } } })),
    enabled: connected,
    refetchInterval: LOOK_AGAIN_MS,
  })
  if (!orders.data) return connected ? <SkeletonRows rows={3} className="h-16" /> : null
  if (orders.data.items.length === 0) return <EmptyState icon="gift" title={w.none} text={w.noneText} />
  return (
    <ul aria-label={w.today} className="divide-y divide-line rounded-12 border border-line bg-surface">
      {orders.data.items.map((order) => (
        <li key={order.order_id}>
          <Row order={order} />
        </li>
      ))}
    </ul>
  )
}

function Row({ order }: { order: Order }) {
  const w = useDeskWords()
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  const state = order.state === 'cancelled' ? w.cancelled : order.state === 'paying' ? w.paying : w.paid
  return (
    <Link
      to={`/gifts/${order.order_id}`}
      className="ui flex min-h-16 items-center gap-4 px-4 py-2 text-16 no-underline hover:bg-sunk"
    >
      <span className="figures">{time(order.placed_at)}</span>
      <span className="min-w-0 grow">
        <b className={`flex items-center gap-1 text-14 ${order.state === 'done' ? 'text-green' : 'text-ink-2'}`}>
          {order.state === 'done' && <Icon name="check" size={18} />}
          {state}
        </b>
        <span className="figures block truncate text-14 text-ink-2">
          {order.promise?.route === 'counter_qr' ? w.byQr : w.byTill}・{w.cards(figure(pieces))}
        </span>
      </span>
      <b className="figures">{yen(order.total_yen)}</b>
      <Icon name="right" size={18} className="text-ink-3" />
    </Link>
  )
}

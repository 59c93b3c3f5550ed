import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { addDays } from '../../kit/format.ts'
import type { Order, Place } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useConnected } from '../offline/connection.ts'
import { useTill } from '../till.ts'

// The stream tells at once; this is for what it could not tell.
const LOOK_AGAIN_MS = 10_000

/** What this shop still has to do, by lane, oldest promise first. */
export function useQueue() {
  const { place } = useTill()
  const { place_id } = place
  const connected = useConnected()
  const asking = { enabled: connected, refetchInterval: LOOK_AGAIN_MS }
  const orders = useQuery({
    queryKey: ['queue', place_id],
    queryFn: () => take(api.GET('/v1/orders', { params: { query: { place_id, state: 'placed,ready', limit: 200 } } })),
    ...asking,
  })
  const held = useQuery({
    queryKey: ['queue', 'holds', place_id],
    queryFn: () => take(api.GET('/v1/orders/holds', { params: { query: { place_id, limit: 200 } } })),
    ...asking,
  })
  const open = (orders.data?.items ?? [])
    .filter((order) => order.way !== 'carry')
    .toSorted((a, b) => (promiseOf(a, place) < promiseOf(b, place) ? -1 : 1))
  const ahead = open.filter((order) => order.way === 'order_ahead')
  const collect = open.filter((order) => order.way !== 'order_ahead')
  const holds = (held.data?.items ?? []).toSorted((a, b) => (a.expires_at < b.expires_at ? -1 : 1))
  return { query: orders, open, ahead, collect, holds, waiting: open.length + holds.length }
}

/** The moment that was promised: ready for collection, or kept until the close of its last day. */
export function promiseOf(order: Order, place: Place): string {
  const { promise, ready_at, placed_at } = order
  if (order.state === 'ready' && ready_at && order.way !== 'order_ahead')
    return promise?.keep_until ?? addDays(ready_at, place.pickup_keep_days)
  return promise?.ready_from ?? placed_at
}

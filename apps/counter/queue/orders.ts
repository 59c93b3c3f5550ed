import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { addDays } from '../../kit/format.ts'
import type { Order, Place } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useTill } from '../till.ts'

const LOOK_AGAIN_MS = 5000
const ENDING_DAYS = 2
export type Lane = 'placed' | 'ready' | 'ending'
export const LANES: readonly Lane[] = ['placed', 'ready', 'ending']

/** What this shop still has to do, oldest promise first, asked again every few seconds. */
export function useQueue() {
  const { place } = useTill()
  const query = useQuery({
    queryKey: ['queue', place.place_id],
    queryFn: () =>
      take(
        api.GET('/v1/orders', { params: { query: { place_id: place.place_id, state: 'placed,ready', limit: 200 } } }),
      ),
    refetchInterval: LOOK_AGAIN_MS,
  })
  const open = (query.data?.items ?? []).filter((order) => order.way !== 'carry')
  return { query, open, waiting: open.length }
}

/** The moment that was promised: ready for collection, or kept until the close of its last day. */
export function promiseOf(order: Order, place: Place): string {
  if (order.state === 'ready' && order.ready_at) return addDays(order.ready_at, place.pickup_keep_days)
  return order.promise?.ready_from ?? order.placed_at
}

/** Which lane an order stands in: to pick, ready, or ready and soon to go back. */
export function laneOf(order: Order, place: Place, now_ms: number): Lane {
  if (order.state !== 'ready') return 'placed'
  return Date.parse(promiseOf(order, place)) - now_ms < ENDING_DAYS * 86_400_000 ? 'ending' : 'ready'
}

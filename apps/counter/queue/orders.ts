import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { Order } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useStaff } from '../staff.ts'

const LOOK_AGAIN_MS = 5000
export const LANES = ['placed', 'picking', 'ready'] as const

/** The orders to collect at this shop, soonest promise first, asked again every few seconds. */
export function useQueue() {
  const { place_id } = useStaff()
  const query = useQuery({
    queryKey: ['queue', place_id],
    queryFn: () => take(api.GET('/v1/orders', { params: { query: place_id ? { place_id } : {} } })),
    refetchInterval: LOOK_AGAIN_MS,
  })
  const open = (query.data?.items ?? [])
    .filter((order) => order.way === 'collect' && LANES.some((lane) => lane === order.state))
    .sort((a, b) => promise(a) - promise(b))
  return { query, open, waiting: open.length }
}

/** The moment that was promised: ready by, or kept until. */
export function promise(order: Order): number {
  const at = order.state === 'ready' ? order.keep_until : order.ready_by
  return at ? Date.parse(at) : Number.MAX_SAFE_INTEGER
}

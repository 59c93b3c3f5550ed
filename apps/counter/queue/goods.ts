import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { Order, Scanned } from '../../kit/shapes.ts'
import { api } from '../api.ts'

/** Pictures and options of what was ordered, by variant. */
export function useGoods(order: Order): Map<string, Scanned> {
  const variant_id = order.lines.flatMap((line) => line.variant_id ?? [])
  const goods = useQuery({
    queryKey: ['variants', variant_id],
    queryFn: () => take(api.GET('/v1/catalog/variants', { params: { query: { variant_id, channel: 'till' } } })),
    enabled: variant_id.length > 0,
    staleTime: 600_000,
  })
  return new Map((goods.data?.items ?? []).map((item) => [item.variant_id, item]))
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { Quote } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useTill } from '../till.ts'
import { useMemberPoints } from './points.ts'
import { useSale } from './sale.tsx'

type Sums = { pieces: number; total_yen: number; points_used: number; quote: Quote | null; error: unknown }

/** The sum at once from the lines; tax and points as the server prices the very same lines. */
export function useSums(): Sums {
  const { lines, member, with_points } = useSale()
  const points = useMemberPoints(member)
  const { place } = useTill()
  const shelf_yen = lines.reduce((sum, line) => sum + line.unit_yen * line.quantity, 0)
  const points_used = with_points && points !== null ? Math.min(points, shelf_yen) : 0
  const body = {
    way: 'carry' as const,
    place_id: place.place_id,
    lines: lines.map(({ variant_id, quantity }) => ({ variant_id, quantity })),
    points_used,
    ...(member ? { profile_id: member.profile_id } : {}),
  }
  const quote = useQuery({
    queryKey: ['quote', body],
    queryFn: () => take(api.POST('/v1/orders/quotes', { body })),
    enabled: lines.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const known = lines.length > 0 ? (quote.data ?? null) : null
  return {
    pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    total_yen: known && !quote.isPlaceholderData ? known.total_yen : shelf_yen,
    points_used,
    quote: known,
    error: lines.length > 0 ? quote.error : null,
  }
}

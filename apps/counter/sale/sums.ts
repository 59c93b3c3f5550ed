import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { Totals } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useStaff } from '../staff.ts'
import { useSale } from './sale.tsx'

type Sums = { count: number; total_yen: number; taxes: Totals['taxes']; points: number | null }

/** The sum at once from the lines; tax and points as the server prices the very same lines. */
export function useSums(): Sums {
  const { lines, member } = useSale()
  const { place_id } = useStaff()
  const wanted = lines.map(({ variant_id, quantity }) => ({ variant_id, quantity }))
  const quote = useQuery({
    queryKey: ['quote', place_id, member?.customer_id, wanted],
    queryFn: () =>
      take(
        api.POST('/v1/orders/quotes', {
          params: {},
          body: {
            lines: wanted,
            way: 'carry',
            place_id,
            payment: 'cash',
            points_used: 0,
            customer_id: member?.customer_id ?? null,
          },
        }),
      ),
    enabled: lines.length > 0,
    placeholderData: keepPreviousData,
  })
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  const shelf_yen = lines.reduce((sum, line) => sum + line.unit_price_yen * line.quantity, 0)
  const fresh = quote.data && !quote.isPlaceholderData ? quote.data.totals : null
  return {
    count,
    total_yen: fresh ? fresh.total_yen : shelf_yen,
    taxes: lines.length > 0 ? (quote.data?.totals.taxes ?? []) : [],
    points: member && lines.length > 0 ? (fresh?.points_to_earn ?? null) : null,
  }
}

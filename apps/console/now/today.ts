import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { nowMs } from '../../kit/clock.ts'
import { api } from '../api.ts'

const DAY_MS = 86_400_000
const AGAIN_MS = 20_000

/** Today so far, and the same weekday last week up to the same time: all of it, summed by the house. */
export function useToday() {
  const today = useQuery({
    queryKey: ['day', 'today'],
    queryFn: () => take(api.GET('/v1/orders/day-sums')),
    refetchInterval: AGAIN_MS,
  })
  const day = today.data?.business_date
  const before = useQuery({
    queryKey: ['day', 'last week', day],
    queryFn: () => {
      const query = { business_date: weekBefore(day as string), until: new Date(nowMs() - 7 * DAY_MS).toISOString() }
      return take(api.GET('/v1/orders/day-sums', { params: { query } }))
    },
    enabled: Boolean(day),
    staleTime: 10 * 60_000,
  })
  return { today, before }
}

/** What came last, for a quiet minute. */
export function useLately(limit: number) {
  const found = useQuery({
    queryKey: ['orders', 'lately', limit],
    queryFn: () => take(api.GET('/v1/orders', { params: { query: { newest: true, limit } } })),
    refetchInterval: AGAIN_MS,
  })
  return found.data?.items ?? []
}

function weekBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 7 * DAY_MS).toISOString().slice(0, 10)
}

/** Who joined today and on the same weekday last week, for those who may know. */
export function useJoined(day: string | undefined, may: boolean) {
  const joined = useQuery({
    queryKey: ['joined', day],
    queryFn: async () => {
      const of = async (date: string) => {
        const query = { from: date, to: date, by_place: false, by_poster: false }
        return (await take(api.GET('/v1/customers/sign-ups', { params: { query } }))).total.joined
      }
      return { now: await of(day as string), before: await of(weekBefore(day as string)) }
    },
    enabled: may && Boolean(day),
    refetchInterval: AGAIN_MS,
  })
  return joined.data
}

import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { nowMs } from '../../kit/clock.ts'
import { calendarDay } from '../../kit/format.ts'
import type { Order } from '../../kit/shapes.ts'
import { api } from '../api.ts'

const PAGE = 200
const MOST_PAGES = 5
const DAY_MS = 86_400_000
const AGAIN_MS = 20_000

/** The day's orders until a moment, newest first; `whole` is false when there were more than we read. */
type Day = { orders: Order[]; whole: boolean }

/** Today so far, and the same weekday last week up to the same time. */
export function useToday() {
  const today = useQuery({
    queryKey: ['day', 'today'],
    queryFn: () => dayUntil(new Date(nowMs() + DAY_MS), undefined),
    refetchInterval: AGAIN_MS,
  })
  const day = today.data?.day
  const before = useQuery({
    queryKey: ['day', 'last week', day],
    queryFn: () => dayUntil(new Date(nowMs() - 7 * DAY_MS), calendarDay(new Date(nowMs() - 7 * DAY_MS).toISOString())),
    enabled: Boolean(day),
    staleTime: 10 * 60_000,
  })
  return { today, before }
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
      const before = calendarDay(new Date(Date.parse(`${day}T12:00:00+09:00`) - 7 * DAY_MS).toISOString())
      return { now: await of(day ?? ''), before: await of(before) }
    },
    enabled: may && Boolean(day),
    refetchInterval: AGAIN_MS,
  })
  return joined.data
}

/** Reads backwards from a moment through one business day; without a day, through that of the newest order. */
async function dayUntil(moment: Date, wanted: string | undefined): Promise<Day & { day: string }> {
  const orders: Order[] = []
  let before = moment.toISOString()
  let day = wanted
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await take(api.GET('/v1/orders', { params: { query: { before, limit: PAGE } } }))
    day ??= found.items[0]?.business_date
    const mine = found.items.filter((order) => order.business_date === day)
    orders.push(...mine)
    if (!found.next || mine.length < found.items.length) return { orders, whole: true, day: day ?? '' }
    before = found.next
  }
  return { orders, whole: false, day: day ?? '' }
}

const counted = (order: Order) => order.state !== 'cancelled' && order.state !== 'paying'

/** The four numbers of a day. */
export function numbersOf(orders: readonly Order[]) {
  const real = orders.filter(counted)
  return {
    sales_yen: real.reduce((sum, order) => sum + order.total_yen, 0),
    orders: real.length,
    till: real.filter((order) => order.way === 'carry').length,
    pickups: real.filter((order) => order.way === 'collect').length,
  }
}

/** Sales adding up over the day: time since the business date began, and yen. */
export function curveOf(orders: readonly Order[]): { at: number; yen: number }[] {
  let sum = 0
  return orders
    .filter(counted)
    .toSorted((a, b) => a.placed_at.localeCompare(b.placed_at))
    .map((order) => {
      sum += order.total_yen
      return { at: Date.parse(order.placed_at) - Date.parse(order.business_date), yen: sum }
    })
}

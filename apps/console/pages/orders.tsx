import { take } from '../../kit/client.ts'
import { shortDay, time, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { useSettled } from '../../kit/settled.ts'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { DayFilter, Filter, TextFilter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { usePlaces } from '../office.ts'
import { StateChip } from '../orders/StateChip.tsx'
import { STANDING, spoken, useOrderWords, wayOf } from '../orders/words.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const PAGE = 60
const STATES = ['placed', 'ready', 'done', 'cancelled', 'paying'] as const
const WAYS = ['carry', 'ship', 'collect', 'order_ahead'] as const
const CHANNELS = ['till', 'ec', 'app', 'line', 'phone', 'marketplace', 'social'] as const

/** Every order of the group, newest first, wherever it was placed. */
export function OrdersPage() {
  const w = useOrderWords()
  const screen = useWords()
  const places = usePlaces()
  const name = useName()
  const [state] = useFilter('state')
  const [way] = useFilter('way')
  const [channel] = useFilter('channel')
  const [place_id] = useFilter('place')
  const [business_date] = useFilter('day')
  const [typed] = useFilter('number')
  const number = useSettled(typed.trim().toUpperCase())
  const late = state === 'late'
  const wanted = {
    ...(late ? { late: 'true' } : { state }),
    way,
    channel,
    place_id,
    business_date,
    number,
  }
  const found = usePages(
    ['orders', wanted],
    (before) =>
      take(
        api.GET('/v1/orders', {
          params: {
            query: {
              newest: true,
              limit: PAGE,
              ...(before ? { before } : {}),
              ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)),
            },
          },
        }),
      ),
    { refetchInterval: 30_000 },
  )
  const columns = useColumnsOfOrders()
  const words = (all: readonly (typeof STATES | typeof WAYS | typeof CHANNELS)[number][]) =>
    all.map((value) => ({ value, name: spoken(w, value) }))
  return (
    <Screen>
      <List
        list="orders"
        label={screen.orders}
        columns={columns}
        {...found}
        keyOf={(order) => order.order_id}
        to={(order) => `/orders/${order.order_id}`}
        empty={{ icon: 'receipt', title: w.none, text: w.noneText }}
        filters={
          <>
            <TextFilter of="number" label={w.search} />
            <DayFilter of="day" label={w.day} />
            <Filter
              of="state"
              label={w.state}
              options={[{ value: STANDING, name: w.standing }, ...words(STATES), { value: 'late', name: w.late }]}
            />
            <Filter of="way" label={w.way} options={[...words(WAYS), { value: 'gift', name: w.eGift }]} />
            <Filter of="channel" label={w.channel} options={words(CHANNELS)} />
            <Filter
              of="place"
              label={w.place}
              options={places.map((place) => ({ value: place.place_id, name: name(place) }))}
            />
          </>
        }
      />
    </Screen>
  )
}

function useColumnsOfOrders(): Column<Order>[] {
  const w = useOrderWords()
  const lang = useLang()
  const places = usePlaces()
  const name = useName()
  const placeName = (place_id: string) => {
    const place = places.find((each) => each.place_id === place_id)
    return place ? name(place) : ''
  }
  const pieces = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0)
  const goods = (order: Order) => order.lines.map((line) => line.name).join('・')
  return [
    { key: 'number', name: w.number, text: (order) => order.number },
    {
      key: 'placed',
      name: w.placedAt,
      text: (order) => order.placed_at,
      show: (order) => (
        <span className="whitespace-nowrap">
          {shortDay(order.placed_at, lang)} {time(order.placed_at)}
        </span>
      ),
    },
    {
      key: 'state',
      name: w.state,
      text: (order) => spoken(w, order.state),
      show: (order) => <StateChip state={order.state} />,
    },
    { key: 'channel', name: w.channel, text: (order) => spoken(w, order.channel) },
    { key: 'way', name: w.way, text: (order) => wayOf(w, order.way) },
    { key: 'place', name: w.place, text: (order) => placeName(order.place_id) },
    {
      key: 'goods',
      name: w.goods,
      text: goods,
      show: (order) => <span className="line-clamp-1 max-w-80 text-ink-2">{goods(order)}</span>,
    },
    { key: 'pieces', name: w.pieces, text: pieces, align: 'right', rare: true },
    { key: 'points', name: w.points, text: (order) => order.points_earned, align: 'right', rare: true },
    { key: 'day', name: w.day, text: (order) => order.business_date, rare: true },
    {
      key: 'total',
      name: w.total,
      text: (order) => order.total_yen,
      show: (order) => <b>{yen(order.total_yen)}</b>,
      align: 'right',
    },
  ]
}

import { data, Link } from 'react-router'
import { takeIfAny } from '../../kit/client.ts'
import { calendarDay, day } from '../../kit/format.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { OrderRow } from '../account/OrderRow.tsx'
import { SignInFirst } from '../account/SignInFirst.tsx'
import { apiOf } from '../api.server.ts'
import { chip } from '../Goods.tsx'
import { useOrderPageWords } from '../order/orderWords.ts'
import { useShop } from '../shop.ts'
import type { Route } from './+types/orders.ts'

const PAGE = 50

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const asked = new URL(request.url).searchParams
  const before = asked.get('before')
  const query = { limit: PAGE, ...(before && { before }) }
  const found = await takeIfAny(api.GET('/v1/orders', { params: { query } }))
  return data({ items: found?.items ?? [], next: found?.next ?? null, where: asked.get('where') ?? '' }, { headers })
}

/** Everything bought, online and in shops, in one list by day; each with its receipt. */
export default function Orders({ loaderData: { items, next, where } }: Route.ComponentProps) {
  const w = useOrderPageWords()
  const lang = useLang()
  const visiting = useShop()?.visiting
  if (!visiting) return <SignInFirst back="/orders" />
  const shown = items.filter((order) => !where || (where === 'shops') === (order.way === 'carry'))
  const days = Map.groupBy(shown, (order: Order) => calendarDay(order.placed_at))
  const filters = [
    { value: '', name: w.all },
    { value: 'shops', name: w.inShops },
    { value: 'online', name: w.online },
  ]
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-4 px-4 pt-4 tablet:px-5 desk:pt-8">
      <header>
        <h1 className="text-22 desk:text-28">{w.list}</h1>
        <p className="text-14 text-ink-2">{w.listText}</p>
      </header>
      <nav aria-label={w.list} className="flex gap-2">
        {filters.map(({ value, name }) => (
          <Link
            key={value}
            to={value ? `?where=${value}` : '?'}
            replace
            aria-current={where === value ? 'true' : undefined}
            className={chip(where === value)}
          >
            {name}
          </Link>
        ))}
      </nav>
      {shown.length === 0 ? (
        <EmptyState icon="receipt" title={w.none} text={w.noneText} />
      ) : (
        [...days].map(([date, orders]) => (
          <section key={date}>
            <h2 className="figures border-b border-line pb-1 text-14 text-ink-2">{day(`${date}T03:00:00Z`, lang)}</h2>
            <ul className="divide-y divide-line">
              {orders.map((order) => (
                <OrderRow key={order.order_id} order={order} />
              ))}
            </ul>
          </section>
        ))
      )}
      {next && (
        <p className="text-center">
          <Link to={`?${new URLSearchParams({ ...(where && { where }), before: next })}`} className={chip(false)}>
            {w.older}
          </Link>
        </p>
      )}
    </div>
  )
}

import { data, Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { addDays, calendarDay, figure, shortDay, spaced, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { useName } from '../../kit/naming.ts'
import { ProductTile } from '../../kit/ProductTile.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { placeOf } from '../place.server.ts'
import { Scene, seasonOf } from '../Scene.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/home.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const place_id = await placeOf(api, choice)
  const [shelf, categories, points, orders] = await Promise.all([
    take(api.GET('/v1/desk/products', { params: { query: { limit: 24, ...(place_id ? { place_id } : {}) } } })),
    takeIfAny(api.GET('/v1/catalog/categories')),
    takeIfAny(api.GET('/v1/loyalty/me')),
    takeIfAny(api.GET('/v1/orders', { params: { query: { limit: 50 } } })),
  ])
  const waiting = (orders?.items ?? []).filter((order) => order.way === 'collect' && OPEN.has(order.state))
  const top = (categories?.items ?? []).filter((category) => category.parent_id === null)
  const there = shelf.items.filter((product) => product.stock !== 'none').slice(0, 12)
  return data({ shelf: there, categories: top, points, waiting, orders: orders?.items.length ?? 0 }, { headers })
}

const OPEN = new Set(['placed', 'ready'])

export default function Home({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const k = useKitWords()
  const name = useName()
  const shop = useShop()
  const { shelf, waiting, points, orders } = loaderData
  const ready = waiting.find((order) => order.state === 'ready')
  return (
    <div className="mx-auto max-w-[80rem] px-4 desk:px-12 desk:pt-6">
      <Hero />
      {ready?.pickup && <Ready order={ready} code={ready.pickup.code} />}
      {points ? <Numbers points={points.available} waiting={waiting.length} orders={orders} /> : <Invitation />}
      <div className="mt-4 mb-3 flex items-baseline justify-between gap-4">
        <h2 className="text-18">{shop?.place ? w.shelfAt(name(shop.place)) : w.shelf}</h2>
        {shop && <span className="figures text-12 text-ink-3">{k.asOf(time(shop.now))}</span>}
      </div>
      {shelf.length === 0 ? (
        <EmptyState icon="box" title={w.emptyShelf} text={w.emptyShelfText} />
      ) : (
        <ul className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pb-2 [scrollbar-width:none] desk:mx-0 desk:grid desk:grid-cols-6 desk:gap-6 desk:px-0">
          {shelf.map((product) => (
            <li key={product.product_id} className="w-36 shrink-0 snap-start scroll-ml-4 desk:w-auto">
              <Link to={`/products/${product.product_id}`} prefetch="intent" className="block rounded-12">
                <ProductTile product={product} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Categories categories={loaderData.categories} />
    </div>
  )
}

function Hero() {
  const w = useWords()
  const shop = useShop()
  const season = seasonOf(Number(calendarDay(shop?.now ?? '1970-04-01T00:00:00Z').slice(5, 7)))
  const title = { spring: w.springTitle, summer: w.summerTitle, autumn: w.autumnTitle, winter: w.winterTitle }[season]
  return (
    <section data-theme="light" className="relative h-[14.625rem] overflow-hidden rounded-12 desk:h-[22rem]">
      <Scene season={season} className="absolute inset-0 size-full" />
      <div className="relative flex h-full flex-col items-start justify-between p-5 pb-3.5 desk:p-12">
        <div>
          <h1 className="max-w-[9em] text-22 desk:text-40">{title}</h1>
          <p className="mt-1 text-14 text-ink-2 desk:text-16">{w.heroText}</p>
        </div>
        <Link to="/search" className={buttonClass('outline', 'touch', '!min-h-9 border-0 !text-ink desk:!min-h-11')}>
          {w.heroLink}
          <Icon name="right" size={18} />
        </Link>
      </div>
    </section>
  )
}

function Ready({ order, code }: { order: Order; code: string }) {
  const w = useWords()
  const name = useName()
  const lang = useLang()
  const place = useShop()?.shops.find((each) => each.place_id === order.place_id)
  const last = order.ready_at && place ? addDays(order.ready_at, place.pickup_keep_days) : null
  return (
    <Link
      to={`/orders/${order.order_id}`}
      className="mt-3 flex items-center gap-3 rounded-12 border border-line bg-surface p-3.5 desk:max-w-[28rem]"
    >
      <span className="grid size-11 place-items-center rounded-6 bg-green-tint text-green">
        <Icon name="bag" />
      </span>
      <span className="ui grow">
        <span className="text-14">
          <b className="mr-2 text-green">{w.readyToCollect}</b>
          {place && name(place)}
          {last && `・${w.keepUntil(shortDay(last, lang))}`}
        </span>
        <b className="figures block text-22">{spaced(code)}</b>
      </span>
      <span className={buttonClass('outline', 'touch', '!px-3')}>{w.showCode}</span>
    </Link>
  )
}

function Numbers({ points, waiting, orders }: { points: number; waiting: number; orders: number }) {
  const w = useWords()
  const cells = [
    { to: '/card', name: w.pointsName, value: figure(points) },
    { to: '/account', name: w.waiting, value: w.countOf(figure(waiting)) },
    { to: '/account', name: w.orders, value: w.countOf(figure(orders)) },
  ]
  return (
    <ul className="mt-3 grid grid-cols-3 divide-x divide-line desk:max-w-[28rem]">
      {cells.map((cell) => (
        <li key={cell.name}>
          <Link to={cell.to} className="ui block px-3.5 py-1">
            <span className="text-12 text-ink-2">{cell.name}</span>
            <b className="figures block text-18">{cell.value}</b>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Invitation() {
  const w = useWords()
  return (
    <Link
      to="/account"
      className="mt-3 flex items-center gap-3 rounded-12 border border-line bg-surface p-3.5 desk:max-w-[36rem]"
    >
      <span className="grid size-11 shrink-0 place-items-center rounded-6 bg-wood-tint text-wood">
        <Icon name="card" />
      </span>
      <span className="ui grow">
        <b className="block text-16">{w.guestTitle}</b>
        <span className="text-12 text-ink-2">{w.guestText}</span>
      </span>
      <Icon name="right" size={20} className="text-ink-3" />
    </Link>
  )
}

function Categories({ categories }: { categories: Route.ComponentProps['loaderData']['categories'] }) {
  const w = useWords()
  const name = useName()
  if (categories.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="mb-3 text-18">{w.categories}</h2>
      <ul className="flex flex-wrap gap-2">
        {categories.map((category) => (
          <li key={category.category_id}>
            <Link to={`/search?category=${category.category_id}`} className={buttonClass('outline')}>
              {name(category)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

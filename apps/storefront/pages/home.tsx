import { data, Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { figure, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import { apiOf } from '../api.server.ts'
import { brandOf } from '../brand.server.ts'
import { Hero } from '../home/Hero.tsx'
import { Waiting } from '../home/Waiting.tsx'
import { categoriesOf } from '../known.server.ts'
import { placeOf } from '../place.server.ts'
import { Shelf } from '../Shelf.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/home.ts'

const OPEN = new Set(['placed', 'ready'])
const A_SHELF = 8

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const points = takeIfAny(api.GET('/v1/loyalty/me'))
  const holds = takeIfAny(api.GET('/v1/orders/holds', { params: { query: { limit: 50 } } }))
  const orders = takeIfAny(api.GET('/v1/orders', { params: { query: { limit: 50 } } }))
  const [place_id, categories, brand] = await Promise.all([
    placeOf(api, choice),
    categoriesOf(api),
    brandOf(request, api),
  ])
  const shelf = async (more: { category_id?: string }) => {
    const query = {
      limit: 24,
      ...more,
      ...(place_id ? { place_id } : {}),
      ...(brand && { brand_id: brand.brand_id }),
    }
    const { items } = await take(api.GET('/v1/desk/products', { params: { query } }))
    return items.filter((product) => product.stock !== 'none').slice(0, A_SHELF)
  }
  const top = categories.filter((category) => category.parent_id === null)
  const [here, ...below] = await Promise.all([shelf({}), ...top.map(({ category_id }) => shelf({ category_id }))])
  const open = ((await orders)?.items ?? []).filter((order) => order.way !== 'carry' && OPEN.has(order.state))
  const held = ((await holds)?.items ?? []).filter((hold) => hold.state === 'held')
  return data(
    {
      here,
      shelves: top
        .map((category, at) => ({ category, items: below[at] ?? [] }))
        .filter(({ items }) => items.length > 0),
      points: await points,
      waiting: open.filter((order) => order.way !== 'ship'),
      orders: open.length,
      held: held.reduce((sum, hold) => sum + hold.lines.reduce((pieces, line) => pieces + line.quantity, 0), 0),
    },
    { headers },
  )
}

export const meta: Route.MetaFunction = ({ matches }) => {
  const look = matches.find((match) => match?.id === 'root')?.loaderData as
    | { look?: { name: string } | null }
    | undefined
  return [{ title: look?.look?.name ?? 'Engawa' }]
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const k = useKitWords()
  const name = useName()
  const shop = useShop()
  const { here, shelves, waiting, points } = loaderData
  return (
    <div className="mx-auto max-w-[80rem] px-4 tablet:px-5 desk:px-12 desk:pt-6">
      <Hero />
      <div className="mt-3 grid gap-3 desk:mt-5 desk:grid-cols-[28rem_1fr] desk:items-center desk:gap-8 has-[>:only-child]:desk:grid-cols-1">
        <Waiting orders={waiting} />
        {points ? <Numbers {...loaderData} points={points.available} /> : <Invitation />}
      </div>
      <Shelf
        title={shop?.place ? w.shelfAt(name(shop.place)) : w.shelf}
        products={here}
        first
        note={shop ? k.asOf(time(shop.now)) : undefined}
        className="mt-5"
      />
      {here.length === 0 && <EmptyState icon="box" title={w.emptyShelf} text={w.emptyShelfText} />}
      {shelves.map(({ category, items }) => (
        <Shelf
          key={category.category_id}
          title={name(category)}
          products={items}
          to={`/categories/${category.category_id}`}
          className="near -mx-4 mt-5 px-4 tablet:-mx-5 tablet:px-5 desk:mx-0 desk:px-0"
        />
      ))}
    </div>
  )
}

function Numbers({ points, held, orders }: { points: number; held: number; orders: number }) {
  const w = useWords()
  const cells = [
    { to: '/card', name: w.pointsName, value: figure(points) },
    { to: '/holds', name: w.holds, value: w.piecesOf(figure(held)) },
    { to: '/orders', name: w.waiting, value: w.countOf(figure(orders)) },
  ]
  return (
    <ul className="grid grid-cols-3 divide-x divide-line desk:max-w-[34rem]">
      {cells.map((cell) => (
        <li key={cell.name}>
          <Link to={cell.to} className="ui block px-3.5 py-1">
            <span className="text-12 text-ink-2">{cell.name}</span>
            <b className="figures block text-18 desk:text-22">{cell.value}</b>
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
      to="/join"
      className="flex items-center gap-3 rounded-12 border border-line bg-surface p-3.5 desk:max-w-[44rem]"
    >
      <span className="grid size-11 shrink-0 place-items-center rounded-6 bg-wood-tint text-wood">
        <Icon name="card" />
      </span>
      <span className="ui grow">
        <b className="block text-16">{w.guestTitle}</b>
        <span className="text-12 text-ink-2">{w.guestText}</span>
      </span>
      <span className={buttonClass('outline', 'touch', 'max-tablet:hidden')}>{w.guestLink}</span>
      <Icon name="right" size={20} className="text-ink-3 tablet:hidden" />
    </Link>
  )
}

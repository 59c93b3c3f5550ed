import { type FormEvent, useState } from 'react'
import { data, Link, useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Camera } from '../../kit/Camera.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { chime, useScanner } from '../../kit/scan.ts'
import { useText } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { useInStoreWords } from '../instore/inStoreWords.ts'
import { placeOf } from '../place.server.ts'
import { Shelf } from '../Shelf.tsx'
import { ShopPicker } from '../ShopPicker.tsx'
import { useShop } from '../shop.ts'
import { wishesOf } from '../wishes.server.ts'
import type { Route } from './+types/in-store.ts'

const MOST = 12

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const place_id = await placeOf(api, choice)
  if (!place_id) return data({ wishes: [], here: [], waiting: [] }, { headers })
  const [wishes, shelf, holds, orders] = await Promise.all([
    wishesOf(api, place_id),
    take(api.GET('/v1/desk/products', { params: { query: { place_id, limit: 30 } } })),
    takeIfAny(api.GET('/v1/orders/holds', { params: { query: { limit: 50 } } })),
    takeIfAny(api.GET('/v1/orders', { params: { query: { limit: 50 } } })),
  ])
  const held = (holds?.items ?? [])
    .filter((hold) => hold.place_id === place_id && hold.state === 'held')
    .map(({ hold_id, lines }) => ({
      id: hold_id,
      to: '/holds',
      state: 'held' as const,
      goods: lines.map(({ name }) => name),
    }))
  const open = (orders?.items ?? [])
    .filter((order) => order.place_id === place_id && order.way !== 'carry' && order.way !== 'ship')
    .filter(({ state }) => state === 'ready' || state === 'placed')
    .map(({ order_id, state, lines }) => ({
      id: order_id,
      to: `/orders/${order_id}`,
      state: state === 'ready' ? ('ready' as const) : ('preparing' as const),
      goods: lines.map(({ name }) => name),
    }))
  const there = <T extends { stock: string }>(items: readonly T[]) => items.filter(({ stock }) => stock !== 'none')
  return data(
    { wishes: there(wishes), here: there(shelf.items).slice(0, MOST), waiting: [...open, ...held] },
    { headers },
  )
}

/** Being in the shop: scan a tag, see what waits here, what one wished for and what else is on these shelves. */
export default function InStore({ loaderData: { wishes, here, waiting } }: Route.ComponentProps) {
  const w = useInStoreWords()
  const name = useName()
  const shop = useShop()
  const place = shop?.place
  return (
    <div className="mx-auto grid max-w-[48rem] grid-cols-1 gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <header>
        <h1 className="text-22 desk:text-28">{place ? w.at(name(place)) : w.noShop}</h1>
        <ShopPicker />
      </header>
      <Scan />
      {waiting.length > 0 && (
        <section>
          <h2 className="mb-1 text-18">{w.waiting}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {waiting.map((each) => (
              <li key={each.id}>
                <Link to={each.to} className="ui flex min-h-13 items-center gap-3 py-2 text-14">
                  <Icon
                    name={each.state === 'held' ? 'bookmark' : 'bag'}
                    className={each.state === 'ready' ? 'text-green' : 'text-wood'}
                  />
                  <b>{w[each.state]}</b>
                  <span className="min-w-0 grow truncate">{each.goods.join('・')}</span>
                  <Icon name="right" size={18} className="text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Shelf title={w.wishesHere} products={wishes} to="/wishes" />
      {shop && shop.count > 0 && (
        <Link to="/cart" className="ui flex min-h-15 items-center gap-3 rounded-12 border border-line bg-surface p-3.5">
          <Icon name="list" className="text-indigo" />
          <span className="grow">
            <b className="block text-14">
              {w.list}・{w.inCart(figure(shop.count))}
            </b>
            <span className="text-12 text-ink-2">{w.handOver}</span>
          </span>
          <Icon name="right" size={18} className="text-ink-3" />
        </Link>
      )}
      {place && <Shelf title={w.shelf(name(place))} products={here} />}
    </div>
  )
}

/** A code from the camera, a reader that types, or a hand: to its product. */
function Scan() {
  const w = useInStoreWords()
  const text = useText()
  const navigate = useNavigate()
  const [looking, setLooking] = useState(false)
  const [typed, setTyped] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const find = useAct(async (_key, code: string) => {
    const gtin = code.normalize('NFKC').replace(/\D/g, '')
    setUnknown(null)
    const found =
      gtin.length >= 8
        ? await take(api.GET('/v1/catalog/variants', { params: { query: { gtin: [gtin], channel: 'ec' } } }))
        : null
    const product_id = found?.items[0]?.product_id
    chime(product_id ? 'good' : 'bad')
    if (product_id) await navigate(`/products/${product_id}`)
    else setUnknown(code)
  })
  useScanner((code) => void find.run(code))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void find.run(typed)
  }
  return (
    <section className="grid gap-3 rounded-12 border border-line bg-surface p-4">
      {looking && <Camera onCode={(code) => void find.run(code)} />}
      <Button size="main" icon="scan" look={looking ? 'outline' : 'filled'} onPress={() => setLooking(!looking)}>
        {looking ? w.stopScan : w.scan}
      </Button>
      <form onSubmit={submit} className="grid grid-cols-[1fr_auto] items-end gap-3">
        <Field label={w.code} inputMode="numeric" value={typed} onChange={setTyped} inputClass="figures" />
        <Button type="submit" look="outline" className="min-h-12" isDisabled={typed.trim() === '' || find.busy}>
          {w.find}
        </Button>
      </form>
      {unknown !== null && <Notice tone="warning">{w.unknown(unknown)}</Notice>}
      {find.refused && <Notice tone="refused">{text(find.refused.text)}</Notice>}
    </section>
  )
}

import { useEffect, useState } from 'react'
import { data, Link, useNavigate, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take, takeIfAny } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import { useText } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { api, asSomebody } from '../api.ts'
import { stayAt } from '../gift/counter.ts'
import { useGiftWords } from '../gift/giftWords.ts'
import { Shelf } from '../Shelf.tsx'
import { useShop } from '../shop.ts'
import type { Route } from './+types/gift-counter.$counter_code.ts'

const SHELF = 12

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const { counter_code } = params
  const [counter, shelf] = await Promise.all([
    takeIfAny(api.GET('/v1/stores/gift-counters/{counter_code}', { params: { path: { counter_code } } })),
    take(api.GET('/v1/desk/products', { params: { query: { limit: SHELF } } })),
  ])
  return data({ code: counter_code, counter, products: shelf.items }, { headers })
}

/** What the code on a counter opens: gifts on her own phone, in the name of that shop; what a clerk scanned stands behind the #. */
export default function GiftCounter({ loaderData: { code, counter, products } }: Route.ComponentProps) {
  const w = useGiftWords()
  const name = useName()
  const text = useText()
  const shop = useShop()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const list = useList()
  const said = counter && { name: counter.place_name, name_en: counter.place_name_en }
  useEffect(() => {
    if (counter) stayAt({ code, name: counter.place_name, name_en: counter.place_name_en })
  }, [code, counter])
  const accept = useAct(async (key) => {
    for (const { variant_id, quantity } of list) {
      const body = { variant_id, quantity, way: 'ship' as const }
      await asSomebody(() => take(api.POST('/v1/carts/current/items', { body, ...keyed(`${key}-${variant_id}`) })))
    }
    await revalidate()
    await navigate('/checkout?way=gift')
  })
  if (!said) return <EmptyState icon="gift" title={w.noCounter} text={w.noCounterText} />
  const pieces = list.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <div className="mx-auto grid max-w-[48rem] grid-cols-1 gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <header className="grid gap-1">
        <p className="ui flex items-center gap-2 text-14 text-wood">
          <Icon name="store" size={20} />
          {name(said)}
        </p>
        <h1 className="text-22 desk:text-28">{w.counterTitle}</h1>
        <p className="text-14 text-ink-2">{w.counterText}</p>
      </header>
      {pieces > 0 && (
        <Button size="main" icon="gift" isDisabled={accept.busy} onPress={() => accept.run()}>
          {w.counterList(figure(pieces))}
        </Button>
      )}
      {accept.refused && <Notice tone="refused">{text(accept.refused.text)}</Notice>}
      {shop && shop.count > 0 && (
        <Link to="/checkout?way=gift" className={buttonClass(pieces > 0 ? 'outline' : 'filled', 'main')}>
          <Icon name="cart" size={20} />
          {w.counterCart(figure(shop.count))}
        </Link>
      )}
      <div className="grid grid-cols-2 gap-2.5">
        <Link to="/in-store" className={buttonClass('outline', 'main')}>
          <Icon name="scan" size={20} />
          {w.counterScan}
        </Link>
        <Link to="/search" className={buttonClass('outline', 'main')}>
          <Icon name="search" size={20} />
          {w.toSearch}
        </Link>
      </div>
      <Shelf title={w.counterShelf} products={products} />
    </div>
  )
}

/** What a clerk scanned for her, as the address says behind #. */
function useList(): { variant_id: string; quantity: number }[] {
  const [list, setList] = useState<{ variant_id: string; quantity: number }[]>([])
  useEffect(() => {
    const parts = location.hash.slice(1).matchAll(/([0-9a-f-]{36})\*(\d{1,2})/g)
    setList([...parts].map(([, variant_id = '', quantity]) => ({ variant_id, quantity: Number(quantity) })))
  }, [])
  return list
}

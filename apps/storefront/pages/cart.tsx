import { useState } from 'react'
import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { CartLine } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { HandOver } from '../cart/HandOver.tsx'
import { Line } from '../cart/Line.tsx'
import { PayBar } from '../cart/PayBar.tsx'
import { cartSums } from '../cart/sums.ts'
import { Totals } from '../cart/Totals.tsx'
import { WayLine } from '../cart/WayLine.tsx'
import { placeOf } from '../place.server.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/cart.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  const place_id = choice.way === 'collect' ? await placeOf(api, choice) : null
  const query = place_id ? { place_id } : {}
  return data({ cart: await takeIfAny(api.GET('/v1/carts/current', { params: { query } })) }, { headers })
}

export default function CartPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const text = useText()
  const name = useName()
  const say = useToast()
  const { cart } = loaderData
  const { revalidate } = useRevalidator()
  const [handing, setHanding] = useState(false)
  const change = useAct(async (_key, line: CartLine, quantity: number) => {
    const set = (to: number) =>
      take(
        api.PUT('/v1/carts/current/items/{variant_id}', {
          params: { path: { variant_id: line.variant_id } },
          body: { quantity: to },
        }),
      )
    await set(quantity)
    if (quantity === 0) say(w.removed(name(line)), { undo: () => void set(line.quantity).then(() => revalidate()) })
    await revalidate()
  })
  if (!cart || cart.lines.length === 0) {
    return (
      <EmptyState icon="cart" title={w.emptyCart} text={w.emptyCartText}>
        <Link to="/search" className={buttonClass()}>
          {w.toSearch}
        </Link>
      </EmptyState>
    )
  }
  return (
    <div className="mx-auto max-w-[60rem] px-4 pb-40 desk:grid desk:grid-cols-[1fr_22rem] desk:gap-x-12 desk:px-12 desk:pt-6 desk:pb-0">
      <header className="flex items-center justify-between py-2.5 desk:col-span-2">
        <h1 className="text-22 desk:text-28">{w.cart}</h1>
        <Button look="outline" icon="swap" onPress={() => setHanding(true)}>
          {w.handOver}
        </Button>
      </header>
      <section>
        <WayLine />
        {change.refused && <Notice tone="refused">{text(change.refused.text)}</Notice>}
        <ul className={`divide-y divide-line ${change.busy ? 'opacity-70 transition-opacity delay-300' : ''}`}>
          {cart.lines.map((line) => (
            <Line
              key={line.variant_id}
              line={line}
              busy={change.busy}
              onQuantity={(quantity) => change.run(line, quantity)}
            />
          ))}
        </ul>
      </section>
      <aside className="desk:row-start-2 desk:col-start-2">
        <Totals sums={cartSums(cart)} />
        <PayBar total_yen={cart.total_yen} points={cart.points_to_earn}>
          <Link to="/checkout" className={buttonClass('filled', 'main', 'w-full')}>
            {w.toCheckout}
            <Icon name="right" size={20} className="hidden desk:block" />
          </Link>
        </PayBar>
      </aside>
      <HandOver open={handing} onClose={() => setHanding(false)} />
    </div>
  )
}

import { useState } from 'react'
import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { take, takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { EmptyState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import type { CartLine } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import type { Route } from './+types/cart.ts'
import { api } from '../api.ts'
import { apiOf } from '../api.server.ts'
import { HandOver } from '../cart/HandOver.tsx'
import { Line } from '../cart/Line.tsx'
import { PayBar } from '../cart/PayBar.tsx'
import { Totals } from '../cart/Totals.tsx'
import { WayLine } from '../cart/WayLine.tsx'
import { useWords } from '../words.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  return data({ cart: await takeIfAny(api.GET('/v1/carts/current')) }, { headers })
}

export default function CartPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const text = useText()
  const say = useToast()
  const { cart } = loaderData
  const { revalidate } = useRevalidator()
  const [handing, setHanding] = useState(false)
  const change = useAct(async (key, line: CartLine, quantity: number) => {
    const path = { line_id: line.line_id }
    if (quantity > 0) {
      await take(api.PATCH('/v1/carts/current/items/{line_id}', { params: { path }, body: { quantity } }))
    } else {
      await take(api.DELETE('/v1/carts/current/items/{line_id}', { params: { path } }))
      const back = { variant_id: line.variant_id, quantity: line.quantity }
      say(w.removed(text(line.name)), {
        undo: () =>
          void take(api.POST('/v1/carts/current/items', { body: back, params: { header: { 'Idempotency-Key': `${key}-back` } } })).then(() => revalidate()),
      })
    }
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
            <Line key={line.line_id} line={line} busy={change.busy} onQuantity={(quantity) => change.run(line, quantity)} />
          ))}
        </ul>
      </section>
      <aside className="desk:row-start-2 desk:col-start-2">
        <Totals totals={cart.totals} count={cart.lines.reduce((sum, line) => sum + line.quantity, 0)} />
        <PayBar totals={cart.totals}>
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

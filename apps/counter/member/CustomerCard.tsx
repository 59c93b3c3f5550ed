import { Link } from 'react-router'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { figure, fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Customer } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'
import { History } from './History.tsx'
import { Waiting } from './Waiting.tsx'

/** Three lines a human would say, then history, then points and what waits; only as consented. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const w = useWords()
  const text = useText()
  const { member, setMember } = useSale()
  const { name, kana, customer_id, profile_ids } = customer
  const chosen = profile_ids.some((profile_id) => profile_id === member?.profile_id)
  const profile_id = profile_ids[0]
  return (
    <div className="grid gap-4">
      <section className="rounded-12 border border-line bg-surface p-5 shadow-lift">
        <header className="ui mb-3 flex flex-wrap items-center gap-3">
          <h1 className="text-18">{name ? w.named(name) : w.guestSale}</h1>
          <span className="text-14 text-ink-2">{kana}</span>
          <span className="ml-auto flex items-center gap-1.5 text-12 text-ink-3">
            <Icon name="eye" size={18} />
            {w.recorded}
          </span>
        </header>
        {customer.brief.map((line) => (
          <p key={line.ja} className="text-22 leading-normal font-bold [font-feature-settings:'palt']">
            {text(line)}
          </p>
        ))}
        {!chosen && profile_id && (
          <Button
            look="outline"
            size="till"
            className="mt-4 !text-16"
            onPress={() => setMember({ customer_id, profile_id, name })}
          >
            {w.useForSale}
          </Button>
        )}
      </section>
      <div className="grid grid-cols-1 gap-5 tablet:grid-cols-[minmax(0,1fr)_18.75rem]">
        <History events={customer.events} />
        <div className="grid content-start gap-4">
          <Points points={customer.points} />
          <Waiting waiting={customer.waiting} />
          <CartOf cart={customer.cart} />
          <Link to={`/customers/${customer_id}/cart`} className={buttonClass('outline', 'touch')}>
            {w.openCart}
          </Link>
          {profile_id && (
            <Link to="/returns" state={{ profile_id }} className={buttonClass('outline', 'touch')}>
              {w.toReturns}
            </Link>
          )}
        </div>
      </div>
    </div>
  )
}

function Points({ points }: { points: Customer['points'] }) {
  const w = useWords()
  const lang = useLang()
  const soon = points.expiring[0]
  return (
    <section className="ui grid grid-cols-2 rounded-12 border border-line bg-surface p-4">
      <p>
        <span className="text-12 text-ink-2">{w.have}</span>
        <b className="figures block text-28">{figure(points.available)}</b>
      </p>
      {soon && (
        <p>
          <b className="figures text-12 text-amber">{w.until(fullDay(soon.expires_at, lang))}</b>
          <b className="figures block pt-1 text-18">{figure(soon.points)}</b>
        </p>
      )}
    </section>
  )
}

function CartOf({ cart }: { cart: Customer['cart'] }) {
  const w = useWords()
  if (!cart || cart.lines.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.inCart(String(cart.pieces))}</h2>
      <ul className="divide-y divide-line rounded-12 border border-line bg-surface px-4">
        {cart.lines.map((line) => (
          <li key={line.variant_id} className="ui flex justify-between gap-3 py-2.5 text-14">
            {line.name}
            <span className="figures text-ink-2">{line.quantity}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { chime } from '../../kit/scan.ts'
import type { Order } from '../../kit/shapes.ts'
import { AddGoods } from '../agent/AddGoods.tsx'
import { CartLines } from '../agent/CartLines.tsx'
import { useHerCart } from '../agent/cart.ts'
import { OrderForHer } from '../agent/OrderForHer.tsx'
import { api } from '../api.ts'
import { mayBeGoods } from '../sale/find.ts'
import { listenFirst } from '../sale/scans.ts'
import { useWords } from '../words.ts'

/** Her own living cart, the very one she sees: looked at together on the phone, filled for her, ordered for her. */
export function HerCartPage() {
  const { customer_id = '' } = useParams()
  const customer = useQuery({
    queryKey: ['customer', customer_id],
    queryFn: () => take(api.GET('/v1/desk/customers/{customer_id}', { params: { path: { customer_id } } })),
  })
  const profile_id = customer.data?.profile_ids[0]
  if (customer.isError) return <ErrorState error={customer.error} onRetry={() => customer.refetch()} />
  if (!customer.data || !profile_id) return <SkeletonRows rows={4} className="m-5 h-20" />
  return <HerCart customer_id={customer_id} profile_id={profile_id} name={customer.data.name} />
}

type Props = { customer_id: string; profile_id: string; name: string | null }

function HerCart({ customer_id, profile_id, name }: Props) {
  const w = useWords()
  const { cart, setQuantity, add } = useHerCart(profile_id)
  const [ordered, setOrdered] = useState<Order | null>(null)
  useEffect(
    () =>
      listenFirst((code) => {
        if (!mayBeGoods(code)) return false
        void add({ gtin: code }).catch(() => chime('bad'))
        return true
      }),
    [add],
  )
  return (
    <div className="grid h-full grid-cols-1 overflow-y-auto desk:grid-cols-[minmax(0,1fr)_25rem] desk:overflow-hidden">
      <section className="grid min-h-0 content-start gap-4 p-5 desk:overflow-y-auto">
        <Link
          to={`/customers/${customer_id}`}
          className="ui flex min-h-11 items-center gap-1 text-14 font-bold text-indigo"
        >
          <Icon name="left" size={18} />
          {w.toMember}
        </Link>
        <h1 className="text-22">{w.herCart(name ? w.named(name) : w.customer)}</h1>
        <p className="ui flex items-center gap-1.5 text-12 text-ink-3">
          <Icon name="eye" size={18} />
          {w.recorded}
        </p>
        {cart.isError ? (
          <ErrorState error={cart.error} onRetry={() => cart.refetch()} />
        ) : !cart.data ? (
          <SkeletonRows rows={3} className="h-20" />
        ) : cart.data.lines.length === 0 ? (
          <EmptyState icon="cart" title={w.herCartEmpty} text={w.herCartEmptyText} />
        ) : (
          <CartLines lines={cart.data.lines} onQuantity={setQuantity} />
        )}
        <AddGoods onAdd={(variant_id) => add({ variant_id })} />
      </section>
      <aside className="border-l border-line bg-surface p-5 desk:overflow-y-auto">
        {ordered ? (
          <Ordered order={ordered} />
        ) : (
          <OrderForHer
            profile_id={profile_id}
            empty={!cart.data?.lines.length}
            version={cart.dataUpdatedAt}
            onOrdered={(order) => {
              setOrdered(order)
              void cart.refetch()
            }}
          />
        )}
      </aside>
    </div>
  )
}

function Ordered({ order }: { order: Order }) {
  const w = useWords()
  return (
    <div className="grid gap-4">
      <p role="status" className="ui flex items-center gap-3 text-22 font-bold text-green">
        <Icon name="check" size={28} />
        {w.orderedForHer}
      </p>
      <p className="figures text-56 leading-none font-bold">{yen(order.total_yen)}</p>
      <p className="figures text-16 text-ink-2">{w.receiptNumber(order.number)}</p>
      {order.points_earned > 0 && <b className="text-wood">{w.earns(String(order.points_earned))}</b>}
      <Link to="/customers" className={buttonClass('outline', 'till')}>
        {w.customerSearch}
      </Link>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { fullDay, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useMay, usePlaces } from '../office.ts'
import { Gifts } from '../orders/Gifts.tsx'
import { Lines } from '../orders/Lines.tsx'
import { OrderActs } from '../orders/OrderActs.tsx'
import { Papers } from '../orders/Papers.tsx'
import { Payments } from '../orders/Payments.tsx'
import { StateChip } from '../orders/StateChip.tsx'
import { Story } from '../orders/Story.tsx'
import { spoken, useOrderWords, wayOf } from '../orders/words.ts'
import { Screen } from '../Top.tsx'

/** One order whole: what was bought, how it was paid, what happened since, its papers, and what may still be done. */
export function OrderPage() {
  const { order_id = '' } = useParams()
  const order = useQuery({
    queryKey: ['order', order_id],
    queryFn: () => take(api.GET('/v1/orders/{order_id}', { params: { path: { order_id } } })),
    refetchInterval: 15_000,
  })
  return (
    <Screen title={order.data?.number ?? ''}>
      {order.isPending ? (
        <SkeletonRows rows={6} className="h-14" />
      ) : order.isError ? (
        <ErrorState error={order.error} onRetry={() => order.refetch()} />
      ) : (
        <Whole order={order.data} />
      )}
    </Screen>
  )
}

function Whole({ order }: { order: Order }) {
  const w = useOrderWords()
  const lang = useLang()
  const name = useName()
  const place = usePlaces().find((each) => each.place_id === order.place_id)
  const seesPeople = useMay(['clerk', 'agent', 'marketer'])
  const facts = [spoken(w, order.channel), wayOf(w, order.way), place && name(place)].filter(Boolean)
  return (
    <div className="grid max-w-[76rem] grid-cols-[minmax(0,1fr)_20rem] items-start gap-8">
      <header className="col-span-2 flex flex-wrap items-center gap-x-4 gap-y-3">
        <b className="figures text-28">{order.number}</b>
        <StateChip state={order.state} />
        <span className="ui figures text-14 text-ink-2">
          {fullDay(order.placed_at, lang)} {time(order.placed_at)}・{facts.join('・')}
        </span>
        <OrderActs order={order} />
      </header>
      <div className="grid gap-8">
        <Lines order={order} />
        <Story order={order} />
      </div>
      <aside className="grid gap-8">
        <section>
          <h2 className="mb-2 text-14 text-ink-2">{w.customer}</h2>
          {order.profile_id && seesPeople ? (
            <Link
              to={`/customers/${order.profile_id}`}
              className="ui flex min-h-11 items-center gap-3 border-y border-line text-14 text-indigo hover:bg-sunk"
            >
              <Icon name="person" size={20} />
              {w.toCustomer}
              <Icon name="right" size={16} className="ml-auto" />
            </Link>
          ) : (
            <p className="text-14 text-ink-2">{order.profile_id ? w.customer : w.walkIn}</p>
          )}
        </section>
        <Gifts order={order} />
        <Payments order={order} />
        <Papers order={order} />
      </aside>
    </div>
  )
}

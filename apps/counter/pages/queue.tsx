import { useState } from 'react'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useNow } from '../queue/age.ts'
import { OrderCard } from '../queue/OrderCard.tsx'
import { OrderPanel } from '../queue/OrderPanel.tsx'
import { type Lane, laneOf, useQueue } from '../queue/orders.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'

/** Three lanes by how far along; touch one selects, touch two hands over. */
export function QueuePage() {
  const w = useWords()
  const { place } = useTill()
  const now = useNow()
  const { query, open } = useQueue()
  const [chosen, setChosen] = useState<string | null>(null)
  const order = open.find((each) => each.order_id === chosen) ?? null
  const lanes: { lane: Lane; icon: Glyph; name: string }[] = [
    { lane: 'placed', icon: 'box', name: w.lanePlaced },
    { lane: 'ready', icon: 'bag', name: w.laneReady },
    { lane: 'ending', icon: 'clock', name: w.laneEnding },
  ]
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_22.25rem]">
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : (
        <div className="grid min-h-0 grid-cols-3 content-start gap-3.5 overflow-y-auto p-5">
          {lanes.map(({ lane, icon, name }) => {
            const orders = open.filter((each) => laneOf(each, place, now) === lane)
            return (
              <section key={lane} className="grid content-start gap-3">
                <h2 className="ui flex items-center gap-2 text-16">
                  <Icon name={icon} />
                  {name}
                  <span className="figures ml-auto font-normal text-ink-2">{orders.length}</span>
                </h2>
                {query.isPending ? (
                  <SkeletonRows rows={2} className="h-36" />
                ) : (
                  <LaneCards orders={orders} chosen={order} onChoose={setChosen} empty={w.laneEmpty} />
                )}
              </section>
            )
          })}
        </div>
      )}
      <aside className="min-h-0 overflow-y-auto border-l border-line bg-surface p-5">
        {order ? (
          <OrderPanel key={order.order_id} order={order} />
        ) : (
          <EmptyState icon="bag" title={w.selectOne} text={w.arrivedText} />
        )}
      </aside>
    </div>
  )
}

type CardsProps = { orders: Order[]; chosen: Order | null; onChoose: (id: string) => void; empty: string }

function LaneCards({ orders, chosen, onChoose, empty }: CardsProps) {
  if (orders.length === 0) {
    return (
      <p className="grid h-20 place-items-center rounded-12 border border-dashed border-control px-4 text-center text-14 text-ink-2">
        {empty}
      </p>
    )
  }
  return orders.map((order) => (
    <OrderCard key={order.order_id} order={order} chosen={order === chosen} onChoose={() => onChoose(order.order_id)} />
  ))
}

import { useState } from 'react'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import type { Order } from '../../kit/shapes.ts'
import { OrderCard } from '../queue/OrderCard.tsx'
import { OrderPanel } from '../queue/OrderPanel.tsx'
import { LANES, useQueue } from '../queue/orders.ts'
import { useWords } from '../words.ts'

/** Three lanes by how far along; touch one selects, touch two hands over. */
export function QueuePage() {
  const w = useWords()
  const { query, open } = useQueue()
  const [chosen, setChosen] = useState<string | null>(null)
  const order = open.find((each) => each.order_id === chosen) ?? open.find((each) => each.state === 'ready')
  const lanes: { state: Order['state']; icon: Glyph; name: string }[] = [
    { state: LANES[0], icon: 'clock', name: w.lanePlaced },
    { state: LANES[1], icon: 'box', name: w.lanePicking },
    { state: LANES[2], icon: 'bag', name: w.laneReady },
  ]
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_22.25rem]">
      <div className="grid min-h-0 grid-cols-3 content-start gap-3.5 overflow-y-auto p-5">
        {query.isError ? (
          <div className="col-span-3">
            <ErrorState error={query.error} onRetry={() => query.refetch()} />
          </div>
        ) : (
          lanes.map((lane) => {
            const orders = open.filter((each) => each.state === lane.state)
            return (
              <section key={lane.state} className="grid content-start gap-3">
                <h2 className="ui flex items-center gap-2 text-16">
                  <Icon name={lane.icon} />
                  {lane.name}
                  <span className="figures ml-auto font-normal text-ink-2">{orders.length}</span>
                </h2>
                {query.isPending ? (
                  <SkeletonRows rows={2} className="h-36" />
                ) : orders.length === 0 ? (
                  <p className="grid h-20 place-items-center rounded-12 border border-dashed border-control px-4 text-center text-14 text-ink-2">
                    {w.laneEmpty}
                  </p>
                ) : (
                  orders.map((each) => (
                    <OrderCard
                      key={each.order_id}
                      order={each}
                      chosen={each === order}
                      onChoose={() => setChosen(each.order_id)}
                    />
                  ))
                )}
              </section>
            )
          })
        )}
      </div>
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

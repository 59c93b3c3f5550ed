import { type ReactNode, useState } from 'react'
import { IconButton } from '../../kit/Button.tsx'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { useConnected } from '../offline/connection.ts'
import { HoldPanel } from '../queue/HoldPanel.tsx'
import { HoldCard, OrderCard } from '../queue/OrderCard.tsx'
import { OrderPanel } from '../queue/OrderPanel.tsx'
import { useQueue } from '../queue/orders.ts'
import { useWords } from '../words.ts'

/** Three lanes, each by its promise; touch one selects, touch two hands over. */
export function QueuePage() {
  const w = useWords()
  const k = useKitWords()
  const connected = useConnected()
  const { query, open, ahead, collect, holds } = useQueue()
  const [chosen, setChosen] = useState<string | null>(null)
  const order = open.find((each) => each.order_id === chosen)
  const hold = holds.find((each) => each.hold_id === chosen)
  const cards = (orders: typeof open) =>
    orders.map((each) => (
      <OrderCard key={each.order_id} order={each} chosen={each === order} onChoose={() => setChosen(each.order_id)} />
    ))
  return (
    <div className="grid h-full auto-rows-max grid-cols-1 overflow-y-auto desk:auto-rows-auto desk:grid-cols-[minmax(0,1fr)_22.25rem] desk:overflow-hidden">
      <h1 className="sr-only">{w.queue}</h1>
      {!connected && !query.data ? (
        <EmptyState icon="offline" tone="offline" title={w.whenBack} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : (
        <div className="grid min-h-0 content-start gap-3.5 p-3 tablet:grid-cols-3 tablet:p-5 desk:overflow-y-auto">
          <Lane icon="clock" name={w.laneAhead} waiting={query.isPending} empty={w.laneEmpty}>
            {cards(ahead)}
          </Lane>
          <Lane icon="bag" name={w.laneCollect} waiting={query.isPending} empty={w.laneEmpty}>
            {cards(collect)}
          </Lane>
          <Lane icon="bookmark" name={w.laneHold} waiting={query.isPending} empty={w.laneHoldEmpty}>
            {holds.map((each) => (
              <HoldCard
                key={each.hold_id}
                hold={each}
                chosen={each === hold}
                onChoose={() => setChosen(each.hold_id)}
              />
            ))}
          </Lane>
        </div>
      )}
      <aside
        className={`sticky bottom-0 z-10 max-h-[60dvh] min-h-0 self-end overflow-y-auto border-t border-line bg-surface p-5 shadow-lift desk:static desk:max-h-none desk:self-auto desk:border-t-0 desk:border-l desk:shadow-none ${order || hold ? '' : 'hidden desk:block'}`}
      >
        <IconButton
          icon="close"
          label={k.close}
          className="float-right -mt-2 -mr-2 desk:hidden"
          onPress={() => setChosen(null)}
        />
        {order ? (
          <OrderPanel key={order.order_id} order={order} />
        ) : hold ? (
          <HoldPanel key={hold.hold_id} hold={hold} />
        ) : (
          <EmptyState icon="bag" title={w.selectOne} text={w.arrivedText} />
        )}
      </aside>
    </div>
  )
}

type LaneProps = { icon: Glyph; name: string; waiting: boolean; empty: string; children: ReactNode[] }

function Lane({ icon, name, waiting, empty, children }: LaneProps) {
  return (
    <section className="grid content-start gap-3">
      <h2 className="ui flex items-center gap-2 text-16">
        <Icon name={icon} />
        {name}
        <span className="figures ml-auto font-normal text-ink-2">{children.length}</span>
      </h2>
      {waiting ? (
        <SkeletonRows rows={2} className="h-36" />
      ) : children.length > 0 ? (
        children
      ) : (
        <p className="grid h-20 place-items-center rounded-12 border border-dashed border-control px-4 text-center text-14 text-ink-2">
          {empty}
        </p>
      )}
    </section>
  )
}

import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { addDays, figure, shortDay, spaced } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useShop } from '../shop.ts'
import { useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'

/** The one live card: what lies ready, else what is being made ready; nothing when nothing waits. */
export function Waiting({ orders }: { orders: readonly Order[] }) {
  const order = orders.find((each) => each.state === 'ready') ?? orders[0]
  return order ? <LiveCard order={order} /> : null
}

function LiveCard({ order }: { order: Order }) {
  const w = useWords()
  const name = useName()
  const lang = useLang()
  const moment = useMomentWords()
  const place = useShop()?.shops.find((each) => each.place_id === order.place_id)
  const ready = order.state === 'ready'
  const last =
    order.promise?.keep_until ?? (order.ready_at && place ? addDays(order.ready_at, place.pickup_keep_days) : null)
  const call = order.promise?.call_number
  const when = order.promise?.ready_from
  return (
    <Link
      to={`/orders/${order.order_id}`}
      className="flex items-center gap-3 rounded-12 border border-line bg-surface p-3.5"
    >
      <span
        className={`grid size-11 shrink-0 place-items-center rounded-6 ${ready ? 'bg-green-tint text-green' : 'bg-wood-tint text-wood'}`}
      >
        <Icon name={ready ? 'bag' : 'clock'} />
      </span>
      <span className="ui min-w-0 grow">
        <span className="block truncate text-14">
          {ready ? (
            <>
              <b className="mr-2 text-green">{w.readyToCollect}</b>
              {place && name(place)}
              {last && order.way === 'collect' && `・${w.keepUntil(shortDay(last, lang))}`}
            </>
          ) : (
            place && w.waitingAt(name(place))
          )}
        </span>
        <b className="figures block text-22">
          {call
            ? `${w.callNumber} ${figure(call)}`
            : ready && order.pickup
              ? spaced(order.pickup.code)
              : when
                ? moment(when)
                : order.number}
        </b>
      </span>
      {ready && order.pickup && <span className={buttonClass('outline', 'touch', '!px-3')}>{w.showCode}</span>}
    </Link>
  )
}

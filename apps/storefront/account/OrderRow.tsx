import { Link } from 'react-router'
import { shortDay, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useOrderWords } from '../order/states.ts'
import { useShop } from '../shop.ts'

/** One order or purchase: when, where, how it stands, how much. */
export function OrderRow({ order }: { order: Order }) {
  const name = useName()
  const lang = useLang()
  const { sentence } = useOrderWords()
  const till = order.way === 'carry'
  const place = useShop()?.shops.find((each) => each.place_id === order.place_id)
  const where = place ? name(place) : ''
  return (
    <li>
      <Link to={`/orders/${order.order_id}`} className="flex items-center gap-3 py-3">
        <span
          className={`grid size-10 shrink-0 place-items-center rounded-full ${till ? 'bg-wood-tint text-wood' : 'bg-indigo-tint text-indigo'}`}
        >
          <Icon name={till ? 'store' : order.way === 'ship' ? 'truck' : 'bag'} size={20} />
        </span>
        <span className="ui min-w-0 grow">
          <b className="block truncate text-14">{order.lines.map((line) => line.name).join('・')}</b>
          <span className="figures text-12 text-ink-2">
            {shortDay(order.placed_at, lang)} {where} {sentence(order)}
          </span>
        </span>
        <b className="figures shrink-0 text-14">{yen(order.total_yen)}</b>
        <Icon name="right" size={18} className="text-ink-3" />
      </Link>
    </li>
  )
}

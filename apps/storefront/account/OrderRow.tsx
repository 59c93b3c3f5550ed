import { Link } from 'react-router'
import { shortDay, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useOrderWords } from '../order/states.ts'
import { useWords } from '../words.ts'

/** One order or purchase: when, where, how it stands, how much. */
export function OrderRow({ order }: { order: Order }) {
  const w = useWords()
  const text = useText()
  const lang = useLang()
  const { sentence } = useOrderWords()
  const till = order.kind === 'till'
  const where = order.place_name ? text(order.place_name) : ''
  return (
    <li>
      <Link to={`/orders/${order.order_id}`} className="flex items-center gap-3 py-3">
        <span className={`grid size-10 shrink-0 place-items-center rounded-full ${till ? 'bg-wood-tint text-wood' : 'bg-indigo-tint text-indigo'}`}>
          <Icon name={till ? 'store' : order.way === 'ship' ? 'truck' : 'bag'} size={20} />
        </span>
        <span className="ui min-w-0 grow">
          <b className="block truncate text-14">{order.lines.map((line) => text(line.name)).join('・')}</b>
          <span className="figures text-12 text-ink-2">
            {shortDay(order.placed_at, lang)} {where} {till ? w.storePick : sentence[order.state]}
          </span>
        </span>
        <b className="figures text-14">{yen(order.totals.total_yen)}</b>
        <Icon name="right" size={18} className="text-ink-3" />
      </Link>
    </li>
  )
}

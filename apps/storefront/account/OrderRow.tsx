import { Link } from 'react-router'
import { yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { IconLink } from '../../kit/IconLink.tsx'
import { useName } from '../../kit/naming.ts'
import type { Order } from '../../kit/shapes.ts'
import { useOrderPageWords } from '../order/orderWords.ts'
import { isGiven, useOrderWords } from '../order/states.ts'
import { useShop } from '../shop.ts'

/** One order or purchase: what, where, how it stands, how much, and its receipt. */
export function OrderRow({ order }: { order: Order }) {
  const w = useOrderPageWords()
  const name = useName()
  const { sentence } = useOrderWords()
  const till = order.way === 'carry'
  const place = useShop()?.shops.find((each) => each.place_id === order.place_id)
  const given = order.way === 'gift' || order.way === 'gift_card'
  const where = place && order.way !== 'ship' && !given ? name(place) : ''
  const goods = order.lines.filter((line) => line.variant_id !== null || order.way === 'gift_card')
  const paper = !isGiven(order) && order.state !== 'cancelled' && order.state !== 'paying'
  return (
    <li className="flex items-center gap-1">
      <Link to={`/orders/${order.order_id}`} className="flex min-w-0 grow items-center gap-3 py-3">
        <span
          className={`grid size-10 shrink-0 place-items-center rounded-full ${till ? 'bg-wood-tint text-wood' : 'bg-indigo-tint text-indigo'}`}
        >
          <Icon name={till ? 'store' : given ? 'gift' : order.way === 'ship' ? 'truck' : 'bag'} size={20} />
        </span>
        <span className="ui min-w-0 grow">
          <b className="block truncate text-14">{goods.map((line) => line.name).join('・')}</b>
          <span className="figures text-12 text-ink-2">{[where, sentence(order)].filter(Boolean).join('・')}</span>
        </span>
        {!isGiven(order) && <b className="figures shrink-0 text-14">{yen(order.total_yen)}</b>}
      </Link>
      {paper && (
        <IconLink icon="receipt" label={`${w.receipt} ${order.number}`} href={`/orders/${order.order_id}/receipt`} />
      )}
    </li>
  )
}

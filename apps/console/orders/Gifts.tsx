import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { fullDay } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useOrderWords } from './words.ts'

/** The gifts of an order: which were received, never by whom. */
export function Gifts({ order }: { order: Order }) {
  const w = useOrderWords()
  const lang = useLang()
  const name = useName()
  const params = { path: { order_id: order.order_id } }
  const gifts = useQuery({
    queryKey: ['order', order.order_id, 'gifts'],
    queryFn: () => take(api.GET('/v1/orders/{order_id}/gifts', { params })),
    enabled: order.way === 'gift',
  })
  const states: Record<string, string> = {
    waiting: w.paying,
    open: w.giftOpen,
    claimed: w.giftClaimed,
    expired: w.giftExpired,
    cancelled: w.giftCancelled,
  }
  if (!gifts.data) return null
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.gifts}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {gifts.data.items.map((gift) => (
          <li key={gift.gift_id} className="ui figures py-2 text-14">
            <b>{name(gift)}</b>
            <span className="block text-12 text-ink-2">
              {states[gift.state]}
              {gift.state === 'open' && `・${w.giftUntil(fullDay(gift.expires_at, lang))}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

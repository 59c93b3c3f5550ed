import { useQuery } from '@tanstack/react-query'
import { takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { optionsText, pictureUrl } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { Order } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { useGoods } from './goods.ts'
import { HandOut, MarkReady, MarkShipped } from './NextAct.tsx'

/** The chosen order: whose, what is in it, and the one act that is next. */
export function OrderPanel({ order }: { order: Order }) {
  const w = useWords()
  const goods = useGoods(order)
  const ready = order.state === 'ready'
  const whose = useWhose(order)
  return (
    <div className="flex min-h-full flex-col gap-3">
      <p className="ui flex items-center justify-between text-14">
        <span
          className={`rounded-full px-3 py-1 font-bold ${ready ? 'bg-green-tint text-green' : 'bg-amber-tint text-amber'}`}
        >
          {ready ? w.laneReady : w.lanePlaced}
        </span>
        <span className="figures text-ink-2">{order.number}</span>
      </p>
      <h1 className="text-28">{whose ?? order.number.split('-').at(-1)}</h1>
      {order.profile_id && (
        <p className="ui flex items-center gap-1.5 text-12 text-ink-3">
          <Icon name="eye" size={18} />
          {w.recorded}
        </p>
      )}
      <ul className="divide-y divide-line">
        {order.lines.map((line) => {
          const good = line.variant_id ? goods.get(line.variant_id) : undefined
          return (
            <li key={line.line_no} className="ui flex items-center gap-3 py-3">
              <Picture src={pictureUrl(good?.picture_id)} className="size-16 rounded-6 p-1" />
              <span className="grow text-16">
                {line.name}
                <span className="figures block text-14 text-ink-2">
                  {[w.items(`${line.quantity}`), optionsText(good?.options), line.gtin && `…${line.gtin.slice(-4)}`]
                    .filter(Boolean)
                    .join('・')}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      <div className="mt-auto">
        {order.way === 'ship' ? (
          <MarkShipped order={order} />
        ) : ready ? (
          <HandOut order={order} name={whose ?? order.number} />
        ) : (
          <MarkReady order={order} />
        )}
      </div>
    </div>
  )
}

/** The name to call out; looking at it is recorded by the API. */
function useWhose(order: Order): string | null {
  const w = useWords()
  const id = order.profile_id
  const person = useQuery({
    queryKey: ['person', id],
    queryFn: () => takeIfAny(api.GET('/v1/customers/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    staleTime: 600_000,
  })
  return person.data?.name ? w.named(person.data.name) : null
}

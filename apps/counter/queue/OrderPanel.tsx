import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { optionsText, pictureUrl } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { Order } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'
import { useGoods } from './goods.ts'
import { CallOut, HandOut, MarkReady, MarkShipped, Prepare, TakeDue } from './NextAct.tsx'
import { dueOf } from './OrderCard.tsx'

/** The chosen order: whose, what is in it, and the one act that is next. */
export function OrderPanel({ order }: { order: Order }) {
  const w = useWords()
  const ready = order.state === 'ready'
  const whose = useWhose(order.profile_id)
  const due_yen = dueOf(order)
  const call = order.promise?.call_number
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
      <h2 className="text-28">
        {call ? w.callNumber(String(call)) : whose ? w.named(whose) : order.number.split('-').at(-1)}
      </h2>
      {order.profile_id && (
        <p className="ui flex items-center gap-1.5 text-12 text-ink-3">
          <Icon name="eye" size={18} />
          {w.recorded}
        </p>
      )}
      <OrderLines lines={order.lines} />
      <AddOn order={order} name={whose} />
      <div className="mt-auto">
        {order.way === 'ship' ? (
          <MarkShipped order={order} />
        ) : !ready ? (
          order.way === 'order_ahead' && order.promise?.queue === 'accepted' ? (
            <Prepare order={order} />
          ) : (
            <MarkReady order={order} />
          )
        ) : due_yen > 0 ? (
          <TakeDue order={order} due_yen={due_yen} />
        ) : order.way === 'order_ahead' ? (
          <CallOut order={order} />
        ) : (
          <HandOut order={order} name={whose ? w.named(whose) : order.number} />
        )}
      </div>
    </div>
  )
}

type Shown = { line_no: number; variant_id: string | null; gtin: string | null; name: string; quantity: number }

/** What is in it, to be looked at piece by piece. */
export function OrderLines({ lines }: { lines: readonly Shown[] }) {
  const w = useWords()
  const goods = useGoods({ lines })
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => {
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
  )
}

/** What else she takes while she is here: a sale of its own that knows with which order it went. */
function AddOn({ order, name }: { order: Order; name: string | null }) {
  const w = useWords()
  const navigate = useNavigate()
  const { setMember, tie } = useSale()
  const begin = () => {
    if (order.profile_id) setMember({ profile_id: order.profile_id, customer_id: null, name })
    tie({ with_order_id: order.order_id, number: order.number })
    void navigate('/')
  }
  return (
    <Button look="quiet" size="till" icon="plus" className="!justify-start !px-0 !text-16 !font-normal" onPress={begin}>
      {w.addOn}
    </Button>
  )
}

/** The name to call out; looking at it is recorded by the API. */
export function useWhose(profile_id: string | null): string | null {
  const person = useQuery({
    queryKey: ['person', profile_id],
    queryFn: () => takeIfAny(api.GET('/v1/customers/{id}', { params: { path: { id: profile_id ?? '' } } })),
    enabled: profile_id !== null,
    staleTime: 600_000,
  })
  return person.data?.name ?? null
}

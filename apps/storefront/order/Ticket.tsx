import { Qr } from '../../kit/Code.tsx'
import { figure, spaced } from '../../kit/format.ts'
import type { Order } from '../../kit/shapes.ts'
import { useOrderPageWords } from './orderWords.ts'

/** What to show in the shop: the code and QR of what lies ready, or the number that is called. */
export function Ticket({ order }: { order: Order }) {
  const w = useOrderPageWords()
  const call = order.promise?.call_number
  if (call && order.state !== 'done' && order.state !== 'cancelled')
    return (
      <section className="grid justify-items-center gap-1 rounded-12 border border-line bg-surface p-5">
        <p className="text-12 text-ink-2">{w.callLabel}</p>
        <b className="figures text-56">{figure(call)}</b>
        <p className="text-14 text-ink-2">{w.callHint}</p>
      </section>
    )
  if (!order.pickup?.code || order.state !== 'ready') return null
  return (
    <section
      data-theme="light"
      className="grid justify-items-center gap-2 rounded-12 border border-line bg-white p-5 text-ink"
    >
      <Qr text={order.pickup.code} size={200} label={w.codeLabel} />
      <p className="text-12 text-ink-2">{w.codeLabel}</p>
      <b className="figures text-40 tracking-[0.04em]">{spaced(order.pickup.code)}</b>
      <p className="text-14 text-ink-2">{w.codeHint}</p>
    </section>
  )
}

import { Button as Pressable } from 'react-aria-components'
import { shortDay, time, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Picture } from '../../kit/Picture.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useWords } from '../words.ts'
import { useAge } from './age.ts'

const strips = {
  late: 'bg-[#b93826] text-white',
  soon: 'bg-amber-tint text-amber',
  calm: 'bg-sunk text-ink-2',
  ready: 'bg-green-tint text-green',
} as const

/** One order in its lane: how late by colour, sign and words; whose; what. */
export function OrderCard({ order, chosen, onChoose }: { order: Order; chosen: boolean; onChoose: () => void }) {
  const w = useWords()
  const lang = useLang()
  const age = useAge(order)
  const promised = order.state === 'ready' ? order.keep_until : order.ready_by
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  const paid = order.payment.method !== 'cash'
  return (
    <Pressable
      onPress={onChoose}
      aria-pressed={chosen}
      className={`ui grid overflow-hidden rounded-12 border bg-surface text-left ${chosen ? 'border-indigo outline-2 outline-indigo' : 'border-line'}`}
    >
      <span className={`flex items-center gap-2 px-3 py-2 text-14 ${strips[age.tone]}`}>
        <Icon name={age.tone === 'ready' ? 'check' : 'clock'} size={18} />
        <b>{age.words}</b>
        <span className="figures ml-auto">
          {promised && (order.state === 'ready' ? shortDay(promised, lang) : time(promised))}
        </span>
      </span>
      <span className="grid grid-cols-[1fr_auto] items-center gap-x-2 px-3 pt-3">
        <b className="truncate text-18">{order.customer_name ? w.named(order.customer_name) : order.number}</b>
        <span className="flex gap-1">
          {order.lines.slice(0, 2).map((line) => (
            <Picture key={line.line_id} src={line.picture_url} className="size-12 rounded-6 p-1" />
          ))}
        </span>
      </span>
      <span className="figures px-3 pt-1 pb-3 text-14 text-ink-2">
        {paid ? w.itemsPaid(`${pieces}`) : w.itemsToPay(`${pieces}`, yen(order.totals.total_yen))}
      </span>
    </Pressable>
  )
}

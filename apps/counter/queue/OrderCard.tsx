import { Button as Pressable } from 'react-aria-components'
import { shortDay, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { pictureUrl } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useWords } from '../words.ts'
import { useAge } from './age.ts'
import { useGoods } from './goods.ts'

const strips = {
  late: 'bg-[#b93826] text-white',
  soon: 'bg-amber-tint text-amber',
  calm: 'bg-sunk text-ink-2',
  ready: 'bg-green-tint text-green',
} as const

/** One order in its lane: how late by colour, sign and words; its number; what is in it. */
export function OrderCard({ order, chosen, onChoose }: { order: Order; chosen: boolean; onChoose: () => void }) {
  const w = useWords()
  const lang = useLang()
  const age = useAge(order)
  const goods = useGoods(order)
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
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
          {order.state === 'ready' ? shortDay(age.promise, lang) : time(age.promise)}
        </span>
      </span>
      <span className="flex items-center justify-between gap-2 px-3 pt-3">
        <b className="figures truncate text-18">{order.number.split('-').at(-1)}</b>
        <span className="flex gap-1">
          {order.lines.slice(0, 2).map((line) => (
            <Picture
              key={line.line_no}
              src={pictureUrl(line.variant_id && goods.get(line.variant_id)?.picture_id)}
              className="size-12 rounded-6 p-1"
            />
          ))}
        </span>
      </span>
      <span className="figures line-clamp-1 px-3 pt-1 pb-3 text-14 text-ink-2">
        {w.itemsPaid(`${pieces}`)}
        {order.way === 'ship' && `・${w.toShip}`}
      </span>
    </Pressable>
  )
}

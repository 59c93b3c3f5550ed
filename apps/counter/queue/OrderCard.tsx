import { shortDay, time, yen } from '../../kit/format.ts'
import type { Hold, Order } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useWords } from '../words.ts'
import { useAge, useHoldAge } from './age.ts'
import { LaneCard } from './LaneCard.tsx'

type Chosen = { chosen: boolean; onChoose: () => void }

/** An order for collection, ahead, or to be sent. */
export function OrderCard({ order, ...rest }: Chosen & { order: Order }) {
  const w = useWords()
  const lang = useLang()
  const age = useAge(order)
  const call = order.promise?.call_number
  const due_yen = dueOf(order)
  const facts = [
    due_yen > 0 ? w.dueInShop(yen(due_yen)) : w.itemsPaid(`${pieces(order)}`),
    order.way === 'ship' && w.toShip,
    order.promise?.queue === 'preparing' && w.preparing,
  ]
  return (
    <LaneCard
      tone={age.tone}
      icon={age.tone === 'ready' ? 'check' : 'clock'}
      age={age.words}
      moment={order.state === 'ready' && !call ? shortDay(age.promise, lang) : time(age.promise)}
      title={call ? String(call) : (order.number.split('-').at(-1) ?? '')}
      note={facts.filter(Boolean).join('・')}
      lines={order.lines}
      {...rest}
    />
  )
}

/** Something set aside for her, to be paid here. */
export function HoldCard({ hold, ...rest }: Chosen & { hold: Hold }) {
  const w = useWords()
  const lang = useLang()
  const age = useHoldAge(hold.expires_at)
  return (
    <LaneCard
      tone={age.tone}
      icon={age.tone === 'calm' ? 'bookmark' : 'clock'}
      age={age.words}
      moment={shortDay(hold.expires_at, lang)}
      title={yen(hold.total_yen)}
      note={`${w.items(`${pieces(hold)}`)}・${hold.lines.map((line) => line.name).join('・')}`}
      lines={hold.lines}
      {...rest}
    />
  )
}

/** What is still to be paid in the shop. */
export function dueOf(order: Order): number {
  return order.payments.reduce((sum, each) => sum + (each.state === 'due' ? each.amount_yen : 0), 0)
}

const pieces = ({ lines }: { lines: readonly { quantity: number }[] }) =>
  lines.reduce((sum, line) => sum + line.quantity, 0)

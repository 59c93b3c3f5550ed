import { time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useOrderWords } from './states.ts'

/** Where the order is, as boards laid one after another; each done step has its time. */
export function Steps({ order }: { order: Order }) {
  const { stepsOf } = useOrderWords()
  if (order.state === 'cancelled' || order.way === 'carry' || order.way === 'gift' || order.way === 'gift_card')
    return null
  const steps = stepsOf(order)
  const now = steps.findIndex((step) => step.state === order.state)
  return (
    <ol className="flex gap-1">
      {steps.map((step, at) => {
        const done = at <= now
        return (
          <li key={step.state} aria-current={at === now ? 'step' : undefined} className="ui grow basis-0 text-12">
            <span className={`mb-1.5 block h-2 rounded-[2px] ${done ? 'bg-board' : 'bg-sunk'}`} />
            <span className={`flex items-center gap-1 ${done ? 'font-bold text-ink' : 'text-ink-3'}`}>
              {done && <Icon name="check" size={14} className="text-green" />}
              {step.name}
            </span>
            {step.at && <span className="figures text-ink-3">{time(step.at)}</span>}
          </li>
        )
      })}
    </ol>
  )
}

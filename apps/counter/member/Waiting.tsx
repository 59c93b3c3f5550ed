import { Icon } from '../../kit/Icon.tsx'
import type { Customer } from '../../kit/shapes.ts'
import { useWords } from '../words.ts'

/** The orders that wait for this person, here or in another shop. */
export function Waiting({ waiting }: { waiting: Customer['waiting'] }) {
  const w = useWords()
  if (waiting.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.waiting(String(waiting.length))}</h2>
      <ul className="divide-y divide-line rounded-12 border border-line bg-surface">
        {waiting.map((order) => (
          <li key={order.order_id} className="ui flex items-center gap-3 p-3 text-14">
            <span
              className={`grid size-10 place-items-center rounded-full ${order.state === 'ready' ? 'bg-green-tint text-green' : 'bg-sunk text-ink-2'}`}
            >
              <Icon name="bag" size={20} />
            </span>
            <span>
              <b>{order.state === 'ready' ? w.laneReady : w.lanePlaced}</b>
              <span className="figures block text-12 text-ink-2">
                {[order.place_name, w.items(String(order.pieces)), order.number].filter(Boolean).join('・')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

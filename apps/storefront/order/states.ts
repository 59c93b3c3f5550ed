import type { Order } from '../../kit/shapes.ts'
import { useOrderPageWords } from './orderWords.ts'

/** What was given to her: what it cost is not hers to know. */
export function isGiven({ lines }: { lines: readonly { unit_yen: number }[] }): boolean {
  return lines.length > 0 && lines.every(({ unit_yen }) => unit_yen === 0)
}

type Step = { state: string; name: string; at: string | null }

/** What an order's state means to the shopper, and the steps it goes through with the time of each. */
export function useOrderWords() {
  const w = useOrderPageWords()
  const sentence = (order: Order): string => {
    if (order.state === 'cancelled') return w.stateCancelled
    if (order.state === 'paying') return w.statePaying
    if (order.state === 'ready') return w.stateReady
    if (order.state === 'done') {
      if (order.way === 'gift') return w.stateGift
      if (order.way === 'gift_card') return w.stateGiftCard
      return order.way === 'ship' ? w.stateShipped : order.way === 'carry' ? w.storePick : w.stateHandedOver
    }
    if (order.promise?.queue === 'preparing') return w.statePreparing
    return order.way === 'collect' ? w.statePicking : w.statePlaced
  }
  const stepsOf = (order: Order): Step[] =>
    order.way === 'ship'
      ? [
          { state: 'placed', name: w.stepPlaced, at: order.placed_at },
          { state: 'done', name: w.stepShipped, at: order.done_at },
        ]
      : [
          { state: 'placed', name: w.stepPlaced, at: order.placed_at },
          { state: 'ready', name: w.stepReady, at: order.ready_at },
          { state: 'done', name: w.stepHandedOver, at: order.done_at },
        ]
  return { sentence, stepsOf }
}

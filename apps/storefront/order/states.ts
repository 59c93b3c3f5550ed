import type { Order } from '../../kit/shapes.ts'
import { useWords } from '../words.ts'

/** What a state means to the shopper, and the steps an order of this kind goes through. */
export function useOrderWords() {
  const w = useWords()
  const sentence: Record<Order['state'], string> = {
    placed: w.statePlaced,
    picking: w.statePicking,
    ready: w.stateReady,
    handed_over: w.stateHandedOver,
    shipped: w.stateShipped,
    delivered: w.stateDelivered,
    cancelled: w.stateCancelled,
  }
  const collect = [
    { state: 'placed', name: w.stepPlaced },
    { state: 'picking', name: w.stepPicking },
    { state: 'ready', name: w.stepReady },
    { state: 'handed_over', name: w.stepHandedOver },
  ] as const
  const ship = [
    { state: 'placed', name: w.stepPlaced },
    { state: 'shipped', name: w.stepShipped },
    { state: 'delivered', name: w.stepDelivered },
  ] as const
  return { sentence, stepsOf: (order: Order) => (order.way === 'ship' ? ship : collect) }
}

import type { TimelineEvent } from '../../kit/shapes.ts'

export type Sort = 'purchase' | 'visit' | 'message' | 'stock'

/** Which of the four small lights an event is. */
export function sortOf({ type, channel }: Pick<TimelineEvent, 'type' | 'channel'>): Sort {
  if (/^(order|points|cart)\./.test(type)) return 'purchase'
  if (/^(message|consent|customer)\./.test(type) || channel === 'line' || channel === 'phone') return 'message'
  if (/^(stock|inventory|place)\./.test(type)) return 'stock'
  return 'visit'
}

export const colours: Record<Sort, string> = {
  purchase: 'var(--color-wood)',
  visit: 'var(--color-green)',
  message: 'var(--color-indigo)',
  stock: 'var(--color-ink-3)',
}

import type { TimelineEvent } from '../../kit/shapes.ts'

type Told = Pick<TimelineEvent, 'subject_kind' | 'subject_id' | 'profile_id' | 'place_id'> & {
  facts: TimelineEvent['facts']
}

/** The screen an event opens: the order, the product or the person it is about, else its place. */
export function pathOf(event: Told): string | undefined {
  const { subject_kind, subject_id, profile_id, place_id, facts } = event
  if (subject_kind === 'order' && subject_id) return `/orders/${subject_id}`
  const product_id = typeof facts.product_id === 'string' ? facts.product_id : undefined
  if (product_id) return `/products/${product_id}`
  if (subject_kind === 'product' && subject_id) return `/products/${subject_id}`
  if (profile_id) return `/customers/${profile_id}`
  return place_id ? `/places/${place_id}` : undefined
}

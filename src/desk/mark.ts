export type Mark = 'many' | 'few' | 'none'

const many = 5

/** ◎ from five pieces on, △ below, × none. */
export function mark(available: number): Mark {
  return available >= many ? 'many' : available > 0 ? 'few' : 'none'
}

/** How many are left, said only when few. */
export function left(available: number): number | null {
  return mark(available) === 'few' ? available : null
}

export type Mark = 'many' | 'few' | 'none'

/** At most so many are said to be there for one person: the whole stock is nobody's business. */
const most_reservable = 10

/** ◎ from `many_from` pieces on (setting, five usually), △ below, × none. */
export function mark(available: number, many_from: number): Mark {
  return available >= many_from ? 'many' : available > 0 ? 'few' : 'none'
}

/** How many are left, said only when few. */
export function left(available: number, many_from: number): number | null {
  return mark(available, many_from) === 'few' ? available : null
}

/** How many one person could have set aside now. */
export function reservable(available: number): number {
  return Math.min(Math.max(available, 0), most_reservable)
}

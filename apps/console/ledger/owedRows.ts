import type { Owed } from '../../kit/shapes.ts'

export type OwedRow = {
  group: 'side' | 'funding' | 'brand' | 'place' | 'moved'
  key: string
  points: number
  yen: number | null
  /** Where what it is made of is listed. */
  to: string
}
type Asked = { unit: string; day: string; month_from: string; until: string }

/** One unit's figures as rows, each with the address of what it is made of. */
export function owedRows(owed: Owed, { unit, day, month_from, until }: Asked): OwedRow[] {
  const address = (path: string, query: Record<string, string>) =>
    `${path}?${new URLSearchParams(Object.entries({ unit, ...query }).filter(([, value]) => value))}`
  // Of a day gone by the lots have moved on: what made its figures is the ledger up to that day.
  const lots = (query: Record<string, string>) =>
    day ? address('/ledger', { to: day, place: query.place ?? '' }) : address('/lots', query)
  const journals = (kind: string) => address('/ledger', { kind, to: day })
  const side = (key: string, points: number, to: string): OwedRow => ({ group: 'side', key, points, yen: null, to })
  return [
    side('available', owed.available, lots({ state: 'available' })),
    side('pending', owed.pending, lots({ state: 'pending' })),
    side('held', owed.held, journals('hold')),
    side('debt', -owed.debt, journals('claw_back')),
    ...owed.by_funding.map(({ funding, points, yen }) => ({
      group: 'funding' as const,
      key: funding,
      points,
      yen,
      to: lots({ funding }),
    })),
    ...owed.by_brand.map(({ brand_ids, points, yen }) => ({
      group: 'brand' as const,
      key: brand_ids.join(' '),
      points,
      yen,
      to: address('/points', { day, group: 'place', brand: brand_ids.join(' ') || 'none' }),
    })),
    ...owed.by_place.map(({ place_id, points, yen }) => ({
      group: 'place' as const,
      key: place_id ?? '',
      points,
      yen,
      to: lots({ place: place_id ?? '' }),
    })),
    ...owed.moved.map(({ kind, points, yen }) => ({
      group: 'moved' as const,
      key: kind,
      points,
      yen,
      to: address('/ledger', { kind, from: month_from, to: until }),
    })),
  ]
}

import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { api } from '../api.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { unitName, useLedgerWords } from './words.ts'

/** What is owed on a day, or now. */
export function useOwed(day: string) {
  return useQuery({
    queryKey: ['liability', day],
    queryFn: () => take(api.GET('/v1/loyalty/liability', { params: { query: day ? { day } : {} } })),
  })
}

/** The unit asked for in the address; points unless something else is. */
export function useUnit(): string {
  const [unit] = useFilter('unit')
  return unit || 'points'
}

/** Points, or another unit of which anything is outstanding; where `any` holds, all of them unless one is asked for. */
export function UnitFilter({ any = false }: { any?: boolean }) {
  const w = useLedgerWords()
  const others = (useOwed('').data?.items ?? []).map(({ unit }) => unit).filter((unit) => unit !== 'points')
  const units = any ? ['points', ...others] : others
  return (
    <Filter
      of="unit"
      label={w.unit}
      {...(any ? {} : { usual: w.unit_points })}
      options={units.map((unit) => ({ value: unit, name: unitName(w, unit) }))}
    />
  )
}

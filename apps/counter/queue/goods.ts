import { useQuery } from '@tanstack/react-query'
import { goodOf } from '../offline/goods.ts'
import type { Good } from '../offline/shapes.ts'

/** Pictures and options of what was ordered, by variant, from this device's own catalogue. */
export function useGoods({ lines }: { lines: readonly { variant_id: string | null }[] }): Map<string, Good> {
  const ids = lines.flatMap((line) => line.variant_id ?? [])
  const goods = useQuery({
    queryKey: ['goods of', ids],
    queryFn: async () => (await Promise.all(ids.map((variant_id) => goodOf(variant_id)))).flatMap((good) => good ?? []),
    enabled: ids.length > 0,
    staleTime: 60_000,
  })
  return new Map((goods.data ?? []).map((good) => [good.variant_id, good]))
}

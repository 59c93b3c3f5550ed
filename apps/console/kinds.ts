import { useQuery } from '@tanstack/react-query'
import { take } from '../kit/client.ts'
import type { EventKind } from '../kit/shapes.ts'
import { api } from './api.ts'

/** The catalogue of what can happen, in words; it hardly ever changes. */
export function useKinds(): EventKind[] {
  const kinds = useQuery({
    queryKey: ['kinds'],
    queryFn: () => take(api.GET('/v1/events/types')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return kinds.data?.items ?? []
}

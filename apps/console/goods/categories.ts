import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { Category } from '../../kit/shapes.ts'
import { api } from '../api.ts'

/** Every category; there are never so many that they would come in pages. */
export function useCategories(): Category[] {
  const found = useQuery({
    queryKey: ['categories'],
    queryFn: () => take(api.GET('/v1/catalog/categories')),
    staleTime: 60_000,
  })
  return found.data?.items ?? []
}

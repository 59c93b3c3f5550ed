import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { Staff } from '../../kit/shapes.ts'
import { api } from '../api.ts'

const MOST_PAGES = 20

/** Everybody who works here, as far as this role sees them: for names beside what they did. */
export function useAllStaff(): Staff[] {
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: async () => {
      const all: Staff[] = []
      let cursor = ''
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = { limit: 100, ...(cursor ? { cursor } : {}) }
        const { items, next } = await take(api.GET('/v1/access/staff', { params: { query } }))
        all.push(...items)
        if (!next) break
        cursor = next
      }
      return all
    },
    staleTime: 60_000,
  })
  return staff.data ?? []
}

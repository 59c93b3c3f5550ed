import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { api } from '../api.ts'
import type { Member } from './shapes.ts'

/** What this person may spend now; null for nobody and while unknown. */
export function useMemberPoints(member: Member | null): number | null {
  const profile_id = member?.profile_id ?? ''
  const balance = useQuery({
    queryKey: ['points', profile_id],
    queryFn: () => take(api.GET('/v1/loyalty/profiles/{profile_id}', { params: { path: { profile_id } } })),
    enabled: profile_id !== '',
  })
  return profile_id ? (balance.data?.available ?? null) : null
}

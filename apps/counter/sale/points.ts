import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { api } from '../api.ts'
import type { Tier } from '../offline/price.ts'
import type { Member } from './shapes.ts'

/** Where this member stands: her offers and points go by it. Null for nobody, and while the house cannot be asked. */
export function useMemberTier(member: Member | null): Tier | null {
  const profile_id = member?.profile_id ?? ''
  const standing = useQuery({
    queryKey: ['tier', profile_id],
    queryFn: () => take(api.GET('/v1/loyalty/profiles/{profile_id}/tier', { params: { path: { profile_id } } })),
    enabled: profile_id !== '',
  })
  return profile_id ? (standing.data?.tier ?? null) : null
}

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

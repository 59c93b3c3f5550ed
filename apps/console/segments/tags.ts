import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { api } from '../api.ts'

/** The tags a rule may ask for: what tells of health is hers alone. */
export function useTags() {
  const found = useQuery({ queryKey: ['tags'], queryFn: () => take(api.GET('/v1/tags')) })
  return (found.data?.items ?? []).filter(({ rule }) => !rule.sensitive)
}

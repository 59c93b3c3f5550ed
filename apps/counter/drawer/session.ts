import { useQuery, useQueryClient } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import type { TillSession } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useConnected } from '../offline/connection.ts'
import { ownDevice } from '../offline/device.ts'
import { useTill } from '../till.ts'

const AGAIN_MS = 60_000
const SHOWN = 10

/** The sessions of this till, newest first; the one that is open; undefined until they are known. */
export function useTillSessions(): { list: TillSession[] | undefined; open: TillSession | null; error: Error | null } {
  const { place } = useTill()
  const connected = useConnected()
  const { data, error } = useQuery({
    queryKey: ['till sessions', place.place_id],
    queryFn: async () => {
      const query = { place_id: place.place_id, device_id: await ownDevice(), limit: SHOWN }
      return (await take(api.GET('/v1/orders/till-sessions', { params: { query } }))).items
    },
    enabled: connected,
    refetchInterval: AGAIN_MS,
  })
  return { list: data, open: data?.find(({ closed_at }) => closed_at === null) ?? null, error }
}

/** Look at them anew: something has just been done to one. */
export function useLookAgain(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['till sessions'] })
}

import { useQuery } from '@tanstack/react-query'
import { setByServer } from './clock.ts'
import { demoNow } from './demo.ts'

/** Takes over the server's time before anything is shown; true once it is known. Only a demo's clock is its own. */
export function useServerClock(): boolean {
  const clock = useQuery({
    queryKey: ['clock'],
    queryFn: async () => {
      const demo = await demoNow().catch(() => null)
      if (demo) setByServer(demo.now)
      return true
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return !clock.isPending
}

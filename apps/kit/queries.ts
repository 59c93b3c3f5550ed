import { QueryClient } from '@tanstack/react-query'
import { refusalOf } from './problem.ts'

/** The cache of a staff screen: what is older than a moment is asked again, what the server refused is not. */
export function queriesFor(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5000,
        retry: (failures, error) => failures < 2 && refusalOf(error).passing,
        refetchOnWindowFocus: true,
      },
    },
  })
}

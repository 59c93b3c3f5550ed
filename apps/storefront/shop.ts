import { useRouteLoaderData } from 'react-router'
import type { loader } from './arrival.server.ts'

/** Who is here, what is in the cart, and which shop is theirs; nothing when the page itself failed. */
export function useShop() {
  return useRouteLoaderData<typeof loader>('root')
}

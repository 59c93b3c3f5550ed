import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { take } from '../../kit/client.ts'
import { chime } from '../../kit/scan.ts'
import type { Cart } from '../../kit/shapes.ts'
import { api, queries } from '../api.ts'

// She may be changing it at the other end of the line.
const LOOK_AGAIN_MS = 5000

/** A customer's living cart; every look and every change is recorded. */
export function useHerCart(profile_id: string) {
  const queryKey = ['her cart', profile_id]
  const path = { profile_id }
  const cart = useQuery({
    queryKey,
    queryFn: () => take(api.GET('/v1/carts/{profile_id}', { params: { path } })),
    refetchInterval: LOOK_AGAIN_MS,
  })
  const show = (changed: Cart) => queries.setQueryData(['her cart', profile_id], changed)
  return {
    cart,
    setQuantity: async (variant_id: string, quantity: number) => {
      const params = { path: { profile_id, variant_id } }
      show(await take(api.PUT('/v1/carts/{profile_id}/items/{variant_id}', { params, body: { quantity } })))
    },
    add: useCallback(
      async (item: { variant_id: string } | { gtin: string }) => {
        const body = { ...item, quantity: 1 }
        const params = { path: { profile_id } }
        const changed = await take(api.POST('/v1/carts/{profile_id}/items', { params, body }))
        queries.setQueryData(['her cart', profile_id], changed)
        chime('good')
      },
      [profile_id],
    ),
  }
}

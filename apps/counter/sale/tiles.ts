import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import type { ProductSummary } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useConnected } from '../offline/connection.ts'
import { fact, keepFact } from '../offline/db.ts'
import { goodsLike } from '../offline/goods.ts'
import { shelfYen, type Terms } from '../offline/price.ts'
import { useTill } from '../till.ts'

export const TILES = 12

/** What a tile shows; stock is null while nobody can be asked. */
export type Tile = Pick<
  ProductSummary,
  'product_id' | 'name' | 'name_en' | 'picture_id' | 'price_yen' | 'price_to_yen' | 'reduced' | 'variant_ids'
> & { stock: ProductSummary['stock'] | null; left: number | null }
type Want = { category_id?: string; q?: string }

/** Twelve goods by category or by search: as the house sells them now, or as this device knows them. */
export function useTiles(want: Want, terms: Terms) {
  const { place } = useTill()
  const connected = useConnected()
  const query = { limit: TILES, place_id: place.place_id, ...want }
  return useQuery({
    queryKey: ['goods', query, connected],
    queryFn: async (): Promise<Tile[]> => {
      const tab = want.q ? null : `${place.place_id} ${want.category_id ?? ''}`
      if (!connected) return (tab && (await keptTab(tab))) || alone(want, terms)
      const { items } = await take(api.GET('/v1/desk/products', { params: { query } }))
      if (tab) await keepFact('tiles', { ...(await fact('tiles')), [tab]: items })
      return items
    },
    placeholderData: keepPreviousData,
  })
}

async function keptTab(tab: string): Promise<Tile[] | undefined> {
  return (await fact('tiles'))?.[tab]?.map((tile) => ({ ...tile, stock: null, left: null }))
}

async function alone(want: Want, terms: Terms): Promise<Tile[]> {
  const goods = await goodsLike({ ...want, limit: TILES })
  return goods.map((good) => ({
    ...good,
    price_yen: shelfYen(good, terms, nowIso()),
    price_to_yen: null,
    reduced: false,
    variant_ids: [],
    stock: null,
    left: null,
  }))
}

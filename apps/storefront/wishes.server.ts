import { type Api, take, takeIfAny } from '../kit/client.ts'
import type { ProductSummary } from '../kit/shapes.ts'

const MOST = 36

/** What she would like to have, latest first, as tiles: price, and stock at her shop (without one, for delivery). */
export async function wishesOf(api: Api, place_id: string | null): Promise<ProductSummary[]> {
  const found = await takeIfAny(api.GET('/v1/carts/favourites'))
  const wanted = (found?.items ?? []).slice(0, MOST)
  const tiles = await Promise.all(wanted.map(({ product_id }) => tileOf(api, product_id, place_id).catch(() => null)))
  return tiles.filter((tile) => tile !== null)
}

async function tileOf(api: Api, product_id: string, place_id: string | null): Promise<ProductSummary> {
  const params = { path: { product_id }, query: place_id ? { place_id } : {} }
  const product = await take(api.GET('/v1/desk/products/{product_id}', { params }))
  const yen = product.variants.flatMap((variant) => variant.yen ?? [])
  const shop = product.places.find((place) => place.place_id === place_id)
  const posted = product.variants.map((variant) => variant.ec)
  const few = posted.filter(({ stock }) => stock === 'few').reduce((sum, { left }) => sum + (left ?? 0), 0)
  const sent = posted.some(({ stock }) => stock === 'many') ? 'many' : few > 0 ? 'few' : 'none'
  return {
    product_id,
    name: product.name,
    name_kana: product.name_kana,
    name_en: product.name_en,
    brand_name: product.brand?.name ?? null,
    category_id: product.category?.id ?? null,
    picture_id: product.picture_ids[0] ?? null,
    tags: product.tags,
    variant_ids: product.variants.map(({ variant_id }) => variant_id),
    price_yen: yen.length > 0 ? Math.min(...yen) : null,
    price_to_yen: yen.length > 0 ? Math.max(...yen) : null,
    reduced: product.reduced,
    made_to_order: product.made_to_order,
    offers: product.offers,
    ...(place_id
      ? { stock: shop?.stock ?? 'none', left: shop?.left ?? null }
      : { stock: sent, left: sent === 'few' ? few : null }),
  }
}

import { sellables } from '#catalog/catalog'
import type { Db } from '#core/database'
import { anyOffer, offersBeside } from '#promotions/promotions'

type Listed = { product_id: string; category_id: string | null; tags: string[]; variant_ids: string[] }
export type OfferName = { offer_id: string; name: string; name_en: string | null }

/** Products with the names of what is offered on them; what is offered on all that is sold is told where a basket is, not on every tile. */
export async function withOffers<Product extends Listed>(
  db: Db,
  products: readonly Product[],
): Promise<(Product & { offers: OfferName[] })[]> {
  if (!(await anyOffer(db))) return products.map((product) => ({ ...product, offers: [] }))
  const first = await sellables(db, { variant_ids: products.flatMap(({ variant_ids }) => variant_ids[0] ?? []) })
  const goods = products.map(({ product_id, category_id, tags, variant_ids }) => {
    const brand_id = first.get(variant_ids[0] ?? '')?.brand_id ?? null
    return variant_ids.map((variant_id) => ({ variant_id, product_id, brand_id, category_id, tags }))
  })
  const offers = await offersBeside(db, goods)
  return products.map((product, at) => ({
    ...product,
    offers: (offers[at] ?? []).flatMap(({ of_goods, offer_id, name, name_en }) =>
      of_goods ? [{ offer_id, name, name_en }] : [],
    ),
  }))
}

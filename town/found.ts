import { type Api, Refusal, some } from './api.ts'
import { Books } from './books.ts'
import type { Opened } from './open.ts'
import type { Retailer } from './retailer.ts'

const at_once = 4
const codes_a_page = 100

/** A town that is there already: what the platform calls its places, goods and people, and what lies where now. */
export async function findTown(api: Api, retailer: Retailer): Promise<{ opened: Opened; books: Books }> {
  const place = new Map<string, string>()
  const goods: Opened['goods'] = { brand: new Map(), product: new Map(), variant: new Map() }
  const profile = new Map<string, string>()
  const books = new Books(retailer)
  await some(retailer.places, at_once, async ({ code }) => {
    // A town made by an earlier version may lack a place or a person of today's.
    const there = await known<{ place_id: string }>(api, `/v1/stores/places/ext:${code}`)
    if (there) place.set(code, there.place_id)
  })
  const products = new Map(
    retailer.products.flatMap((one) => one.variants.map(({ gtin }) => [gtin, one.code] as const)),
  )
  const codes = [...products.keys()]
  for (let at = 0; at < codes.length; at += codes_a_page) {
    const asked = codes.slice(at, at + codes_a_page).map((gtin) => `gtin=${gtin}`)
    const { items } = await api.get<{ items: { variant_id: string; product_id: string; gtin: string }[] }>(
      `/v1/catalog/variants?${asked.join('&')}`,
    )
    for (const { variant_id, product_id, gtin } of items) {
      goods.variant.set(gtin, variant_id)
      goods.product.set(products.get(gtin) ?? '', product_id)
    }
  }
  await some(retailer.people, at_once, async ({ code }) => {
    const one = await known<{ profile_id: string }>(api, `/v1/customers/ext:${code}`)
    if (one) profile.set(code, one.profile_id)
  })
  const codeOf = new Map([...place].map(([code, place_id]) => [place_id, code]))
  await some([...goods.variant], at_once, async ([gtin, variant_id]) => {
    const { items } = await api.get<{ items: { place_id: string; on_hand: number }[] }>(
      `/v1/inventory/variants/${variant_id}/places`,
    )
    for (const { place_id, on_hand } of items) books.count(codeOf.get(place_id) ?? '', gtin, on_hand)
  })
  return { opened: { place, goods, profile }, books }
}

function known<T>(api: Api, path: string): Promise<T | undefined> {
  return api.get<T>(path).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  })
}

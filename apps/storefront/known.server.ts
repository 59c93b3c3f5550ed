import { type Api, take } from '../kit/client.ts'
import type { Brand, Category, Notices, Place } from '../kit/shapes.ts'

const KEPT_MS = 20_000
const MOST = 500
const kept = new Map<string, { until_ms: number; answer: Promise<unknown> }>()

/** What is the same for everybody and changes rarely is asked once in twenty seconds by this process, not once a page. */
function remembered<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const now_ms = Date.now()
  const before = kept.get(key)
  if (before && before.until_ms > now_ms) return before.answer as Promise<T>
  const answer = ask()
  if (kept.size >= MOST) kept.clear()
  kept.set(key, { until_ms: now_ms + KEPT_MS, answer })
  answer.catch(() => kept.delete(key))
  return answer
}

/** All categories, parents before their children where the retailer put them so. */
export function categoriesOf(api: Api): Promise<Category[]> {
  return remembered('categories', async () => (await take(api.GET('/v1/catalog/categories'))).items)
}

/** The group's brands with their looks. */
export function brandsOf(api: Api): Promise<Brand[]> {
  return remembered('brands', async () => (await take(api.GET('/v1/catalog/brands'))).items)
}

/** One shop; null when it is unknown by now. */
export function shopOf(api: Api, place_id: string): Promise<Place | null> {
  return remembered(`place ${place_id}`, () =>
    take(api.GET('/v1/stores/places/{place_id}', { params: { path: { place_id } } })).then(
      (place) => place as Place,
      () => null,
    ),
  )
}

/** What the law wants said of the seller, and whether the shop online is open. */
export function noticesOf(api: Api): Promise<Notices> {
  return remembered('notices', () => take(api.GET('/v1/stores/notices')))
}

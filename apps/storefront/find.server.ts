import { type Api, take } from '../kit/client.ts'
import type { ProductSummary } from '../kit/shapes.ts'

const PAGE = 24
const AT_ONCE = 60
const MOST = 480

type Wish = { q?: string; category_id?: string; brand_id?: string; place_id?: string | null }

/** As many products as the address asks for (`limit`, 24 at first), read page by page; and the address of the next ones. */
export async function findGoods(api: Api, asked: URL, { place_id, ...wish }: Wish) {
  const wanted = Math.min(Math.max(Number(asked.searchParams.get('limit')) || PAGE, PAGE), MOST)
  const items: ProductSummary[] = []
  let after: string | null = null
  do {
    const query = {
      ...wish,
      ...(place_id && { place_id }),
      ...(after && { after }),
      limit: Math.min(wanted - items.length, AT_ONCE),
    }
    const found: { items: ProductSummary[]; next: string | null } = await take(
      api.GET('/v1/desk/products', { params: { query } }),
    )
    items.push(...found.items)
    after = found.next
  } while (after && items.length < wanted)
  const next = new URLSearchParams(asked.searchParams)
  next.set('limit', String(wanted + PAGE))
  return { items, cut: after !== null, more: after && wanted < MOST ? `?${next}` : null }
}

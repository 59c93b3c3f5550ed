import { isGtin, toGtin14 } from '#pricing/gtin'
import { take } from '../../kit/client.ts'
import { nowIso, nowMs } from '../../kit/clock.ts'
import { api } from '../api.ts'
import { fact, keepFact, till } from './db.ts'
import type { Good } from './shapes.ts'

const PAGE = 500
const WHOLE_EVERY_MS = 86_400_000

/** Bring this device's catalogue up to date: whole at first and once a day, in between only what changed. */
export async function refreshGoods(): Promise<void> {
  const whole_at = await fact('goods_whole_at')
  const whole = whole_at === undefined || nowMs() - Date.parse(whole_at) > WHOLE_EVERY_MS
  const changed_since = whole ? undefined : await fact('goods_as_of')
  const began = nowIso()
  let after: string | null = null
  let as_of: string | undefined
  const seen = new Set<string>()
  do {
    const query = { limit: PAGE, ...(changed_since ? { changed_since } : {}), ...(after ? { after } : {}) }
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(query)
    as_of ??= page.as_of
    after = page.next
    await put(page.items)
    for (const { variant_id } of page.items) seen.add(variant_id)
  } while (after)
  if (as_of) await keepFact('goods_as_of', as_of)
  if (!whole) return
  await dropUnless(seen)
  await keepFact('goods_whole_at', began)
}

function readPage(query: { limit: number; changed_since?: string; after?: string }) {
  return take(api.GET('/v1/catalog/till-goods', { params: { query } }))
}

async function put(items: readonly Good[]): Promise<void> {
  const tx = (await till()).transaction('goods', 'readwrite')
  for (const item of items) void tx.store.put({ ...item, gtin14: gtin14(item.gtin) })
  await tx.done
}

async function dropUnless(seen: ReadonlySet<string>): Promise<void> {
  const tx = (await till()).transaction('goods', 'readwrite')
  for (const variant_id of await tx.store.getAllKeys()) if (!seen.has(variant_id)) void tx.store.delete(variant_id)
  await tx.done
}

function gtin14(code: string | null): string {
  return code && isGtin(code) ? toGtin14(code) : ''
}

/** The goods of a scanned code, from this device alone: a reader never waits for a network. */
export async function goodOfCode(code: string): Promise<Good | undefined> {
  const wanted = gtin14(code)
  return wanted ? (await till()).getFromIndex('goods', 'gtin14', wanted) : undefined
}

export async function goodOf(variant_id: string): Promise<Good | undefined> {
  return (await till()).get('goods', variant_id)
}

/** Every variant of a product that is sold, in the order it is shown. */
export async function goodsOfProduct(product_id: string): Promise<Good[]> {
  const found = await (await till()).getAllFromIndex('goods', 'product_id', product_id)
  return found.filter((good) => !good.withdrawn).toSorted((a, b) => a.position - b.position)
}

/** Goods by a piece of their name or kana, or by category, best known first: for searching while nobody can be asked. */
export async function goodsLike(want: { q?: string; category_id?: string; limit: number }): Promise<Good[]> {
  const needle = folded(want.q ?? '')
  const found = new Map<string, Good>()
  for (const good of await (await till()).getAll('goods')) {
    if (good.withdrawn || (want.category_id && good.category_id !== want.category_id)) continue
    if (!folded(`${good.name} ${good.name_kana ?? ''} ${good.name_en ?? ''} ${good.gtin ?? ''}`).includes(needle))
      continue
    const before = found.get(good.product_id)
    if (!before || good.position < before.position) found.set(good.product_id, good)
  }
  return [...found.values()].toSorted((a, b) => b.popularity - a.popularity).slice(0, want.limit)
}

// Full and half width, hiragana and katakana, upper and lower case are one.
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
}

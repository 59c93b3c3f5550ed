import { type Api, some } from './api.ts'
import type { Books, Entry } from './books.ts'
import type { Opened } from './open.ts'

/** One number on which the town and the platform differ. */
export type Difference = { what: string; key: string; town: number | string; engawa: number | string }
export type Reckoning = { orders: number; shelves: number; accounts: number; differences: Difference[] }

type Told = {
  order_id: string
  number: string
  state: string
  placed_at: string
  total_yen: number
  points_used: number
  points_earned: number
  taxes: { tax_yen: number }[]
}
const at_once = 4
const page = 200

/** Ask the API for every order, shelf and account, and compare with the town's own books: equal is an empty list of differences. */
export async function reckon(api: Api, books: Books, opened: Opened): Promise<Reckoning> {
  const differences: Difference[] = []
  const differ = (what: string, key: string, town: number | string, engawa: number | string) => {
    if (town !== engawa) differences.push({ what, key, town, engawa })
  }
  const seen = new Set<string>()
  for await (const order of allOrders(api)) {
    const entry = books.orders.get(order.order_id) ?? books.orders.get(order.number)
    if (!entry) differ('order', order.number, 'nothing', order.total_yen)
    else {
      seen.add(entry.ref)
      for (const [what, ours, theirs] of sides(entry, order)) differ(what, entry.ref, ours, theirs)
    }
  }
  for (const ref of books.orders.keys()) if (!seen.has(ref)) differ('order', ref, 'sold', 'nothing')
  const shelves = await stock(api, books, opened, differ)
  await some([...opened.profile], at_once, async ([code, profile_id]) => {
    const { available, pending, debt } = await api.get<{ available: number; pending: number; debt: number }>(
      `/v1/loyalty/profiles/${profile_id}`,
    )
    differ('points', code, books.points.get(code) ?? 0, available + pending - debt)
  })
  return { orders: seen.size, shelves, accounts: opened.profile.size, differences }
}

function sides(entry: Entry, order: Told): [what: string, town: number | string, engawa: number | string][] {
  const tax_yen = order.taxes.reduce((sum, tax) => sum + tax.tax_yen, 0)
  return [
    ['total', entry.total_yen, order.total_yen],
    ['tax', entry.tax_yen, tax_yen],
    ['points used', entry.points_used, order.points_used],
    ['points earned', entry.points_earned, order.points_earned],
    ['undone', entry.undone ? 'yes' : 'no', order.state === 'cancelled' ? 'yes' : 'no'],
  ]
}

/** Newest first. Two orders of one instant may lie on both sides of a page: the last instant is asked for again. */
async function* allOrders(api: Api): AsyncGenerator<Told> {
  let before = ''
  let last = new Set<string>()
  for (;;) {
    const { items } = await api.get<{ items: Told[] }>(`/v1/orders?limit=${page}${before && `&before=${before}`}`)
    const fresh = items.filter(({ order_id }) => !last.has(order_id))
    yield* fresh
    const end = items.at(-1)?.placed_at
    if (fresh.length === 0 || end === undefined || items.length < page) return
    before = new Date(Date.parse(end) + 1).toISOString()
    last = new Set(items.filter(({ placed_at }) => placed_at === end).map(({ order_id }) => order_id))
  }
}

async function stock(
  api: Api,
  books: Books,
  { place, goods }: Opened,
  differ: (what: string, key: string, town: number, engawa: number) => void,
): Promise<number> {
  const codeOf = new Map([...place].map(([code, place_id]) => [place_id, code]))
  const theirs = new Map<string, number>()
  await some([...goods.variant], at_once, async ([gtin, variant_id]) => {
    const { items } = await api.get<{ items: { place_id: string; on_hand: number }[] }>(
      `/v1/inventory/variants/${variant_id}/places`,
    )
    for (const { place_id, on_hand } of items) theirs.set(`${codeOf.get(place_id)} ${gtin}`, on_hand)
  })
  const keys = new Set([...books.stock.keys(), ...theirs.keys()])
  for (const key of keys) differ('stock', key, books.stock.get(key) ?? 0, theirs.get(key) ?? 0)
  return keys.size
}

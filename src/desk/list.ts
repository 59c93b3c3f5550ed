import { asPage, type ListedRow, listing, taxRules, type Want } from '#catalog/catalog'
import { type Db, rows, sql } from '#core/database'
import { places } from '#stores/stores'
import { left, mark } from './mark.ts'

type Row = ListedRow & { available: number }

/** A page of products on show with price now and stock mark now: at one place, or over the places that ship EC orders. One statement. */
export async function list(db: Db, want: Want & { place_id?: string }) {
  const where = want.place_id
    ? [want.place_id]
    : (await places(db)).filter((place) => place.ships_ec).map((place) => place.place_id)
  const found = await rows<Row>(
    db,
    sql`select l.*, coalesce(s.available, 0)::integer as available from ${listing(want)} l
        left join lateral (select sum(a.available) as available from inventory.availability a
          where a.variant_id = any (l.variant_ids) and a.place_id = any (${where}::uuid[])) s on true`,
  )
  const page = asPage(found, want, await taxRules(db))
  return {
    items: page.items.map(({ available, ...item }) => ({ ...item, stock: mark(available), left: left(available) })),
    next: page.next,
  }
}

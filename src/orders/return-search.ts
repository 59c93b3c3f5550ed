import { type Db, rows, sql } from '#core/database'
import { profilesOf } from '#customers/customers'
import { find } from '#orders/read'
import { returnsOf } from '#orders/return-read'
import { returnBy } from '#orders/return-rules'

const most = 20

/** Orders with goods that may still come back, newest first: by the number on the receipt (ours, or the till’s own), or without it by her history. */
export async function returnable(
  db: Db,
  wanted: {
    number?: string | undefined
    profile_id?: string | undefined
    gtin?: string | undefined
    since?: string | undefined
  },
) {
  const profiles = wanted.profile_id ? await profilesOf(db, wanted.profile_id) : null
  if (!wanted.number && !profiles) return []
  const found = await rows<{ order_id: string }>(
    db,
    sql`select o.order_id from orders."order" o
        where o.state = 'done' and (${profiles}::uuid[] is null or o.profile_id = any (${profiles}::uuid[]))
          and (${wanted.number ?? null}::text is null or (o.profile_id, o.order_id) in
            (select n.profile_id, n.order_id from orders.number n where n.number = upper(${wanted.number ?? ''})
             union all select e.profile_id, e.order_id from orders.external e where e.source = 'till' and e.external_id = ${tillName(wanted.number)}))
          and (${wanted.since ?? null}::date is null or o.business_date >= ${wanted.since ?? null})
          and (${wanted.gtin ?? null}::text is null or exists (select from orders.line l
            where l.profile_id = o.profile_id and l.order_id = o.order_id and ltrim(l.gtin, '0') = ltrim(${wanted.gtin ?? ''}, '0')))
        order by o.placed_at desc limit ${most}`,
  )
  const items = []
  for (const { order_id } of found) {
    const order = await find(db, order_id)
    const back = (await returnsOf(db, order)).flatMap(({ lines }) => lines)
    const lines = order.view.lines.map(({ line_no, variant_id, gtin, name, quantity, amount_yen }) => {
      const returned = back.filter((line) => line.line_no === line_no).reduce((all, line) => all + line.quantity, 0)
      return { line_no, variant_id, gtin, name, bought: quantity, left: quantity - returned, amount_yen }
    })
    if (lines.every(({ left }) => left === 0)) continue
    const { number, place_id, business_date, total_yen } = order.view
    items.push({
      order_id,
      number,
      place_id,
      business_date,
      total_yen,
      return_by: await returnBy(db, order, 'changed_mind'),
      lines,
    })
  }
  return items
}

// A till prints its own number, which begins with the device: by both the sale is known, told at once or later.
function tillName(number = ''): string {
  const printed = number.toUpperCase()
  return `${printed.split('-')[0]}:${printed}`
}

import { rows, sql } from '#core/database'
import { no_id, no_time, type Outgoing, type Row } from '#core/outgoing'

/** What may be taken out of this room. A walk-in's order names nobody. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'orders',
    title: { ja: '注文', en: 'Orders' },
    columns: {
      order_id: 'uuid',
      number: 'text',
      external_id: 'text',
      profile_id: 'uuid',
      channel: 'text',
      way: 'text',
      state: 'text',
      imported: 'boolean',
      place_id: 'uuid',
      supply_mode: 'text',
      business_date: 'date',
      placed_at: 'time',
      done_at: 'time',
      cancelled_at: 'time',
      items_yen: 'integer',
      discount_yen: 'integer',
      total_yen: 'integer',
      taxes: 'json',
      discounts: 'json',
      points_used: 'integer',
      points_earned: 'integer',
      staff_id: 'uuid',
    },
    key: ['placed_at', 'order_id'],
    first: [no_time, no_id],
    page: (db, [at, id], limit) =>
      rows<Row>(
        db,
        sql`select order_id, number, external_id, nullif(profile_id, place_id) as profile_id, channel, way, state, imported, place_id, supply_mode,
              business_date, placed_at, done_at, cancelled_at, items_yen, discount_yen, total_yen, taxes,
              coalesce(discounts, '[]') as discounts, points_used, points_earned, staff_id
            from orders."order" where (placed_at, order_id) > (${at}::timestamptz, ${id}::uuid) order by placed_at, order_id limit ${limit}`,
      ),
  },
  {
    resource: 'order_lines',
    title: { ja: '注文明細', en: 'Order lines' },
    columns: {
      order_id: 'uuid',
      line_no: 'integer',
      channel: 'text',
      placed_at: 'time',
      variant_id: 'uuid',
      gtin: 'text',
      name: 'text',
      quantity: 'integer',
      unit_yen: 'integer',
      discount_yen: 'integer',
      amount_yen: 'integer',
      tax_category: 'text',
      rate_num: 'integer',
      rate_den: 'integer',
      reduced: 'boolean',
    },
    key: ['placed_at', 'order_id', 'line_no'],
    first: [no_time, no_id, '0'],
    page: (db, [at, id, line], limit) =>
      rows<Row>(
        db,
        sql`select o.order_id, l.line_no, o.channel, o.placed_at, l.variant_id, l.gtin, l.name, l.quantity, l.unit_yen, l.discount_yen, l.amount_yen,
              l.tax_category, l.rate_num, l.rate_den, l.reduced
            from orders."order" o join orders.line l on l.profile_id = o.profile_id and l.order_id = o.order_id
            where o.placed_at >= ${at}::timestamptz and (o.placed_at, o.order_id, l.line_no) > (${at}::timestamptz, ${id}::uuid, ${line}::smallint)
            order by o.placed_at, o.order_id, l.line_no limit ${limit}`,
      ),
  },
  {
    resource: 'payments',
    title: { ja: '支払い', en: 'Payments' },
    columns: {
      payment_id: 'uuid',
      order_id: 'uuid',
      method: 'text',
      state: 'text',
      amount_yen: 'integer',
      captured_yen: 'integer',
      refunded_yen: 'integer',
      provider: 'text',
      created_at: 'time',
      settled_at: 'time',
      business_date: 'date',
    },
    key: ['order_id', 'payment_id'],
    first: [no_id, no_id],
    page: (db, [order, id], limit) =>
      rows<Row>(
        db,
        sql`select p.payment_id, r.order_id, p.method, p.state, p.amount_yen, p.captured_yen, p.refunded_yen, p.provider, p.created_at, p.settled_at,
              p.business_date
            from orders.reference r join orders.payment p on p.profile_id = r.profile_id and p.order_id = r.order_id
            where r.order_id >= ${order}::uuid and (r.order_id, p.payment_id) > (${order}::uuid, ${id}::uuid)
            order by r.order_id, p.payment_id limit ${limit}`,
      ),
  },
  {
    resource: 'returns',
    title: { ja: '返品', en: 'Returns' },
    columns: {
      return_id: 'uuid',
      order_id: 'uuid',
      number: 'text',
      way: 'text',
      place_id: 'uuid',
      business_date: 'date',
      returned_at: 'time',
      reason: 'text',
      total_yen: 'integer',
    },
    key: ['returned_at', 'return_id'],
    first: [no_time, no_id],
    page: (db, [at, id], limit) =>
      rows<Row>(
        db,
        sql`select return_id, order_id, number, way, place_id, business_date, returned_at, reason, total_yen from orders.return_slip
            where (returned_at, return_id) > (${at}::timestamptz, ${id}::uuid) order by returned_at, return_id limit ${limit}`,
      ),
  },
  {
    resource: 'return_lines',
    title: { ja: '返品明細', en: 'Return lines' },
    columns: {
      return_id: 'uuid',
      order_id: 'uuid',
      line_no: 'integer',
      quantity: 'integer',
      condition: 'text',
      total_yen: 'integer',
      refund_yen: 'integer',
      points_back: 'integer',
    },
    key: ['return_id', 'line_no'],
    first: [no_id, '0'],
    page: (db, [id, line], limit) =>
      rows<Row>(
        db,
        sql`select return_id, order_id, line_no, quantity, condition, total_yen, refund_yen, points_back from orders.return_line
            where (return_id, line_no) > (${id}::uuid, ${line}::smallint) order by return_id, line_no limit ${limit}`,
      ),
  },
]

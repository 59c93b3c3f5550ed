import { type Db, one, rows, sql } from '#core/database'
import { refuse } from '#core/problem'
import type { Order } from '#orders/read'
import type { Tender } from '#pricing/refund'
import type { Slip } from '#pricing/slip'
import type { TaxLine } from '#pricing/tax'

export type ReturnRow = {
  return_id: string
  profile_id: string
  order_id: string
  seq: number
  number: string
  way: string
  place_id: string
  business_date: string
  returned_at: string
  reason: string
  total_yen: number
  refund_yen: number
  points_back: number
  points_taken: number
  taxes: TaxLine[]
  exchange_order_id: string | null
  override: { reason: string; staff_id: string } | null
  lines: {
    line_no: number
    quantity: number
    condition: string
    total_yen: number
    refund_yen: number
    points_back: number
  }[]
  refunds: { refund_id: string; payment_id: string; method: string; amount_yen: number; state: string }[]
}

const shown = sql`s.return_id, s.profile_id, s.order_id, s.seq, s.number, s.way, s.place_id, s.business_date, s.returned_at, s.reason, s.total_yen,
  s.refund_yen, s.points_back, s.points_taken, s.taxes, s.exchange_order_id, s.override,
  (select coalesce(json_agg(json_build_object('line_no', l.line_no, 'quantity', l.quantity, 'condition', l.condition, 'total_yen', l.total_yen,
      'refund_yen', l.refund_yen, 'points_back', l.points_back) order by l.line_no), '[]')
    from orders.return_line l where l.profile_id = s.profile_id and l.return_id = s.return_id) as lines,
  (select coalesce(json_agg(json_build_object('refund_id', f.refund_id, 'payment_id', f.payment_id, 'method', f.method, 'amount_yen', f.amount_yen,
      'state', f.state) order by f.refund_id), '[]')
    from orders.return_refund f where f.profile_id = s.profile_id and f.return_id = s.return_id) as refunds`

/** Every return of an order, first to last. */
export function returnsOf(db: Db, { profile_id, view }: Order): Promise<ReturnRow[]> {
  return rows<ReturnRow>(
    db,
    sql`select ${shown} from orders.return_slip s where s.profile_id = ${profile_id} and s.order_id = ${view.order_id} order by s.seq`,
  )
}

/** One return by its id; refuses 404 when there is none, or none this caller may see. */
export async function findReturn(db: Db, order: Order, return_id: string): Promise<ReturnRow> {
  return (
    (await one<ReturnRow>(
      db,
      sql`select ${shown} from orders.return_slip s where s.profile_id = ${order.profile_id} and s.order_id = ${order.view.order_id} and s.return_id = ${return_id}`,
    )) ?? refuse('orders.no_return', 404, '返品が見つかりません。', 'There is no such return.', { return_id })
  )
}

/** A return as pricing knows it, so that the next one continues where it ended. */
export function slipOf(row: ReturnRow): Slip {
  return {
    lines: row.lines.map((line) => ({
      id: String(line.line_no),
      quantity: line.quantity,
      total_yen: line.total_yen,
      refund_yen: line.refund_yen,
      points_yen: line.points_back,
    })),
    total_yen: row.total_yen,
    refund_yen: row.refund_yen,
    points_yen: row.points_back,
    taxes: row.taxes,
    tax_yen: row.taxes.reduce((all, { tax_yen }) => all + tax_yen, 0),
    points_clawed: row.points_taken,
  }
}

/** `online` money goes back through its provider; other money across the counter. */
export type OrderTender = Tender & { paid_profile_id: string; paid_order_id: string; online: boolean }

/** What money paid an order and may still give back: its own payments, and for a sale made by exchange those of the order before. */
export function tendersOf(db: Db, { profile_id, view }: Order): Promise<OrderTender[]> {
  return rows<OrderTender>(
    db,
    sql`with brought as (
          select p.profile_id as paid_profile_id, p.order_id as paid_order_id, p.payment_id, p.method, p.provider, orders.taken_yen(p) as amount_yen
            from orders.payment p where p.profile_id = ${profile_id} and p.order_id = ${view.order_id} and orders.taken_yen(p) > 0
              and p.method not in ('points', 'exchange')
          union all
          select f.paid_profile_id, f.paid_order_id, f.payment_id, p.method, p.provider, f.amount_yen
            from orders.return_slip s join orders.return_refund f on f.profile_id = s.profile_id and f.return_id = s.return_id and f.method = 'exchange'
            join orders.payment p on p.profile_id = f.paid_profile_id and p.order_id = f.paid_order_id and p.payment_id = f.payment_id
            where s.exchange_order_id = ${view.order_id}
        ), went as (
          select f.payment_id, sum(f.amount_yen)::bigint as amount_yen from orders.return_slip s
            join orders.return_refund f on f.profile_id = s.profile_id and f.return_id = s.return_id
            where s.profile_id = ${profile_id} and s.order_id = ${view.order_id} group by 1
        )
        select b.paid_profile_id, b.paid_order_id, b.payment_id, b.method,
          b.provider is not null and b.method <> 'recorded' as online, (sum(b.amount_yen) - coalesce(max(w.amount_yen), 0))::bigint as left_yen
          from brought b left join went w on w.payment_id = b.payment_id group by 1, 2, 3, 4, 5 order by b.payment_id`,
  )
}

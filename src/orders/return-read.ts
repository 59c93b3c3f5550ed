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
  refunds: {
    refund_id: string
    paid_order_id: string
    payment_id: string
    method: string
    amount_yen: number
    state: string
  }[]
}

const shown = sql`s.return_id, s.profile_id, s.order_id, s.seq, s.number, s.way, s.place_id, s.business_date, s.returned_at, s.reason, s.total_yen,
  s.refund_yen, s.points_back, s.points_taken, s.taxes, s.exchange_order_id, s.override,
  (select coalesce(json_agg(json_build_object('line_no', l.line_no, 'quantity', l.quantity, 'condition', l.condition, 'total_yen', l.total_yen,
      'refund_yen', l.refund_yen, 'points_back', l.points_back) order by l.line_no), '[]')
    from orders.return_line l where l.profile_id = s.profile_id and l.return_id = s.return_id) as lines,
  (select coalesce(json_agg(json_build_object('refund_id', f.refund_id, 'paid_order_id', f.paid_order_id, 'payment_id', f.payment_id, 'method', f.method, 'amount_yen', f.amount_yen,
      'state', coalesce(x.state, 'credited')) order by f.refund_id), '[]')
    from orders.return_refund f left join orders.payment_operation x on x.profile_id = f.paid_profile_id and x.order_id = f.paid_order_id
      and x.payment_id = f.payment_id and x.operation_id = f.operation_id where f.profile_id = s.profile_id and f.return_id = s.return_id) as refunds`

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

export type OrderTender = Tender & { paid_profile_id: string; paid_order_id: string }

/**
 * What money paid an order and may still give back: its own payments, less what went back and what an exchange used up; and for a
 * sale made by exchange the payments of the order before, as far as they were credited to it.
 */
export function tendersOf(db: Db, { profile_id, view }: Order): Promise<OrderTender[]> {
  return rows<OrderTender>(
    db,
    sql`with mine as (
          select f.* from orders.return_slip s join orders.return_refund f on f.profile_id = s.profile_id and f.return_id = s.return_id
            where s.profile_id = ${profile_id} and s.order_id = ${view.order_id}
        ), own as (
          select p.profile_id as paid_profile_id, p.order_id as paid_order_id, p.payment_id, p.method, orders.taken_yen(p)
              - coalesce((select sum(x.amount_yen) from orders.payment_operation x where x.profile_id = p.profile_id and x.order_id = p.order_id
                  and x.payment_id = p.payment_id and x.kind = 'refund' and x.state = any ('{open,by_hand,done}')), 0)
              - coalesce((select sum(m.amount_yen) from mine m where m.payment_id = p.payment_id and m.method = 'exchange'), 0)
              + coalesce((select sum(f.amount_yen) from orders.return_refund f where f.payment_id = p.payment_id and f.method <> 'exchange'
                  and not exists (select from mine m where m.return_id = f.return_id)), 0) as left_yen
            from orders.payment p where p.profile_id = ${profile_id} and p.order_id = ${view.order_id} and p.method not in ('points', 'exchange')
        ), credited as (
          select f.paid_profile_id, f.paid_order_id, f.payment_id, p.method, sum(f.amount_yen)
              - coalesce((select sum(m.amount_yen) from mine m where m.payment_id = f.payment_id), 0) as left_yen
            from orders.return_slip s join orders.return_refund f on f.profile_id = s.profile_id and f.return_id = s.return_id and f.method = 'exchange'
            join orders.payment p on p.profile_id = f.paid_profile_id and p.order_id = f.paid_order_id and p.payment_id = f.payment_id
            where s.exchange_order_id = ${view.order_id} group by 1, 2, 3, 4
        )
        select paid_profile_id, paid_order_id, payment_id, method, left_yen::bigint as left_yen
          from (select * from own union all select * from credited) t where left_yen > 0 order by payment_id`,
  )
}

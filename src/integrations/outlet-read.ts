import { type Db, one, rows, sql } from '#core/database'
import { refuse } from '#core/problem'

export type OutletOrderView = {
  outlet_order_id: string
  outlet_id: string
  external_id: string
  state: string
  step: string | null
  place_id: string
  order_id: string | null
  total_yen: number
  campaign: string | null
  post: string | null
  problem: string | null
  placed_at: string
  received_at: string
}
const columns = sql`outlet_order_id, outlet_id, external_id, state, step, place_id, order_id, total_yen, campaign, post, problem, placed_at, received_at`

/** One order of an outlet; refuses 404 `integrations.no_outlet_order`. */
export async function outletOrder(db: Db, outlet_order_id: string): Promise<OutletOrderView> {
  const found = await one<OutletOrderView>(
    db,
    sql`select ${columns} from integrations.outlet_order where outlet_order_id = ${outlet_order_id}`,
  )
  return (
    found ??
    refuse('integrations.no_outlet_order', 404, 'この注文は見つかりません。', 'There is no such order.', {
      field: 'outlet_order_id',
    })
  )
}

export type Wanted = {
  outlet_id?: string
  state?: string
  order_id?: string
  place_ids?: string[] | undefined
  after?: [string, string]
  limit: number
}

/** Orders of outlets, the newest first. */
export function outletOrders(db: Db, want: Wanted): Promise<OutletOrderView[]> {
  const { outlet_id = null, state = null, order_id = null, place_ids = null, after = [null, null], limit } = want
  return rows<OutletOrderView>(
    db,
    sql`select ${columns} from integrations.outlet_order
        where (${outlet_id}::uuid is null or outlet_id = ${outlet_id}) and (${state}::text is null or state = ${state})
          and (${order_id}::uuid is null or order_id = ${order_id}) and (${place_ids}::uuid[] is null or place_id = any (${place_ids}::uuid[]))
          and (${after[0]}::timestamptz is null or (received_at, outlet_order_id) < (${after[0]}::timestamptz, ${after[1]}::uuid))
        order by received_at desc, outlet_order_id desc limit ${limit}`,
  )
}

export type Result = {
  outlet_id: string
  campaign: string | null
  post: string | null
  orders: number
  total_yen: number
  cancelled: number
}

/** What each campaign and post brought at the outlets, orders given up left out of the sums: what a return on their cost is reckoned from. */
export function results(db: Db, want: { outlet_id?: string; from: string; to: string }): Promise<Result[]> {
  return rows<Result>(
    db,
    sql`select outlet_id, campaign, post, count(*) filter (where state in ('accepted', 'shipped')) as orders,
          coalesce(sum(total_yen) filter (where state in ('accepted', 'shipped')), 0)::bigint as total_yen, count(*) filter (where state = 'cancelled') as cancelled
        from integrations.outlet_order
        where placed_at >= ${want.from} and placed_at < ${want.to} and (${want.outlet_id ?? null}::uuid is null or outlet_id = ${want.outlet_id ?? null})
        group by outlet_id, campaign, post order by total_yen desc, outlet_id, campaign, post`,
  )
}

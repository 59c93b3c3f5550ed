import type { Actor } from '#core/actor'
import { type Db, one, rows, run, type Sql, sql, type Tx } from '#core/database'
import { externalOf } from '#core/external'
import { refuse } from '#core/problem'
import type { OrderTerms } from '#orders/terms'
import { type OrderView, type PromiseView, pickupCode, promiseView } from '#orders/view'

/** An order as stored: what the API shows, and what only the house needs. */
export type Order = {
  profile_id: string
  version: number
  cart_id: string | null
  cart_profile_id: string | null
  terms: OrderTerms | null
  /** It happened elsewhere and was brought in. */
  imported: boolean
  view: OrderView
}
type Row = Omit<OrderView, 'profile_id' | 'pickup' | 'promise' | 'tax_yen' | 'points_as'> & {
  promise: (Omit<PromiseView, 'queue'> & { preparing_at: string | null }) | null
  profile_id: string
  version: number
  cart_id: string | null
  cart_profile_id: string | null
  terms: OrderTerms | null
  imported: boolean
}

const shown = sql`
  o.order_id, o.number, o.profile_id, o.channel, o.way, o.state, o.place_id, o.business_date, o.placed_at, o.items_yen, o.discount_yen, o.total_yen,
  o.taxes, coalesce(o.discounts, '[]') as discounts, o.points_used, o.points_earned, o.staff_id, o.with_order_id, o.ready_at, o.done_at, o.cancelled_at, o.cancel_reason,
  o.version, o.cart_id, o.cart_profile_id, o.terms - 'shown' as terms, o.imported,
  (select json_agg(json_build_object('line_no', l.line_no, 'variant_id', l.variant_id, 'gtin', l.gtin, 'name', l.name, 'quantity', l.quantity,
      'unit_yen', l.unit_yen, 'discount_yen', l.discount_yen, 'amount_yen', l.amount_yen, 'reduced', l.reduced, 'rate_num', l.rate_num,
      'rate_den', l.rate_den) order by l.line_no)
    from orders.line l where l.profile_id = o.profile_id and l.order_id = o.order_id) as lines,
  (select coalesce(json_agg(jsonb_build_object('method', p.method, 'amount_yen', p.amount_yen, 'tendered_yen', p.tendered_yen,
      'change_yen', coalesce(p.tendered_yen - p.amount_yen, 0), 'state', p.state, 'payment_id', p.payment_id)
      || jsonb_strip_nulls(jsonb_build_object('captured_yen', p.captured_yen, 'refunded_yen', p.refunded_yen,
        'slip', case p.method when 'terminal' then p.reference end,
        'last_four', case p.method when 'gift_card' then p.reference end)) order by p.payment_id), '[]')
    from orders.payment p where p.profile_id = o.profile_id and p.order_id = o.order_id and p.state <> 'replaced') as payments,
  case when o.way <> 'carry' then (select json_build_object('ready_from', m.ready_from, 'ready_until', m.ready_until, 'keep_until', m.keep_until,
      'delivery_from', m.delivery_from, 'delivery_date', m.delivery_date, 'delivery_slot', m.delivery_slot, 'call_number', m.call_number,
      'sold_place_id', m.sold_place_id, 'route', m.route, 'preparing_at', m.preparing_at)
    from orders.promise m where m.profile_id = o.profile_id and m.order_id = o.order_id) end as promise`

/** One order by its id; refuses 404 when there is none, or none this caller may see (row policies decide). */
export async function find(db: Db, order_id: string): Promise<Order> {
  const row = await one<Row>(
    db,
    sql`select ${shown} from orders.reference r join orders."order" o on o.profile_id = r.profile_id and o.order_id = r.order_id where r.order_id = ${order_id}`,
  )
  return row
    ? orderOf(row)
    : refuse('orders.not_found', 404, 'ご注文が見つかりません。', 'There is no such order.', { order_id })
}

/** As `find`, by our id or `ext:` and the number another system knows it under: one channel's own, so `channel` may have to be said. */
export async function findNamed(db: Db, key: string, channel?: string): Promise<Order> {
  const external_id = externalOf(key)
  if (external_id === undefined) return find(db, key)
  const found = await rows<{ order_id: string }>(
    db,
    sql`select order_id from orders.external where external_id = ${external_id} and (${channel ?? null}::text is null or source = ${channel ?? null})
        limit 2`,
  )
  if (found.length > 1)
    refuse(
      'orders.channel_needed',
      409,
      'この外部IDの注文は複数の販路にあります。販路（channel）を指定してください。',
      'Orders of several channels have this external_id; say which channel.',
      { field: 'channel' },
    )
  return found[0]
    ? find(db, found[0].order_id)
    : refuse('orders.not_found', 404, 'ご注文が見つかりません。', 'There is no such order.', { field: 'order_id' })
}

/** As `find`, after everyone who is changing the order has finished: what is decided from it holds until this transaction ends. */
export async function findLocked(tx: Tx, order_id: string): Promise<Order> {
  await run(
    tx,
    sql`select from orders.reference r join orders."order" o on o.profile_id = r.profile_id and o.order_id = r.order_id
        where r.order_id = ${order_id} for update of o`,
  )
  return find(tx, order_id)
}

/** Orders of a customer, newest first; those of one instant come on one page. */
export function ofCustomer(db: Db, profile_ids: string[], before: string | null, limit: number): Promise<Order[]> {
  return list(
    db,
    sql`o.profile_id = any (${profile_ids}::uuid[]) and (${before}::timestamptz is null or o.placed_at < ${before}) order by o.placed_at desc fetch first (${limit}) rows with ties`,
  )
}

/** What a place still has to do, oldest promise first. */
export function queue(
  db: Db,
  place_id: string,
  states: string[],
  way: string | undefined,
  limit: number,
): Promise<Order[]> {
  return list(
    db,
    sql`o.state = any (${states}) and (${way ?? null}::text is null or o.way = ${way ?? null}) and (o.profile_id, o.order_id) in (
          select q.profile_id, q.order_id from orders."order" q where q.place_id = ${place_id} and q.state = any (${states}) and not exists (select
            from orders.parcel g where g.profile_id = q.profile_id and g.order_id = q.order_id and g.place_id = ${place_id} and g.shipped_at is not null)
          union all select p.profile_id, p.order_id from orders.parcel p where p.place_id = ${place_id} and p.shipped_at is null)
        order by o.placed_at limit ${limit}`,
  )
}

/** Which orders a list shows; what is not said does not matter. */
export type Wanted = {
  place_id?: string | undefined
  states?: string[] | undefined
  way?: string | undefined
  channel?: string | undefined
  business_date?: string | undefined
  /** The beginning of a number is enough. */
  number?: string | undefined
  /** To collect, and past the promised time. */
  late_at?: string | undefined
}
/** Before which order a page begins; without an id, before that moment. */
export type Before = { at: string; order_id?: string | undefined }

/** The newest orders of these places (of all when none are named) that are wanted, for the console. */
export function newest(
  db: Db,
  place_ids: string[] | undefined,
  before: Before | null,
  limit: number,
  { place_id, states, way, channel, business_date, number, late_at }: Wanted = {},
): Promise<Order[]> {
  const mine = place_id ? [place_id] : (place_ids ?? null)
  return list(
    db,
    sql`(${mine}::uuid[] is null or o.place_id = any (${mine}::uuid[])
        or exists (select from orders.promise s where s.profile_id = o.profile_id and s.order_id = o.order_id and s.sold_place_id = any (${mine}::uuid[])))
      and (${states ?? null}::text[] is null or o.state = any (${states ?? null}::text[])) and (${way ?? null}::text is null or o.way = ${way ?? null})
      and (${channel ?? null}::text is null or o.channel = ${channel ?? null})
      and (${business_date ?? null}::date is null or o.business_date = ${business_date ?? null}::date)
      and (${number ?? null}::text is null or starts_with(o.number, ${number ?? null}))
      and (${late_at ?? null}::timestamptz is null or (o.state = 'placed' and o.way = 'collect' and exists (select from orders.promise m
        where m.profile_id = o.profile_id and m.order_id = o.order_id and m.ready_from <= ${late_at ?? null})))
      and (${before?.at ?? null}::timestamptz is null
        or (o.placed_at, o.order_id) < (${before?.at ?? null}::timestamptz, ${before?.order_id ?? nil}::uuid))
      order by o.placed_at desc, o.order_id desc limit ${limit}`,
  )
}

// Smaller than any id of ours.
const nil = '00000000-0000-0000-0000-000000000000'

async function list(db: Db, rest: Sql): Promise<Order[]> {
  return (await rows<Row>(db, sql`select ${shown} from orders."order" o where ${rest}`)).map(orderOf)
}

function orderOf(row: Row): Order {
  const { version, cart_id, cart_profile_id, terms, profile_id, imported, ...view } = row
  const tax_yen = view.taxes.reduce((sum, tax) => sum + tax.tax_yen, 0)
  const pickup = view.way === 'collect' ? { code: pickupCode(view.order_id), ready_at: view.ready_at } : null
  return {
    profile_id,
    version,
    cart_id,
    cart_profile_id,
    terms,
    imported,
    view: {
      ...view,
      // A walk-in sale is written under the shop that sold it.
      profile_id: profile_id === (view.promise?.sold_place_id ?? view.place_id) ? null : profile_id,
      points_as: terms?.points_as ?? 'payment',
      tax_yen,
      pickup,
      promise: view.promise && promiseView(inUtc(view.promise), view.way, view.state, view.promise.preparing_at),
      lines: view.lines ?? [],
    },
  }
}

// Times inside JSON come with PostgreSQL's offset; everywhere else they end in Z.
function inUtc(promise: Omit<PromiseView, 'queue'>): Omit<PromiseView, 'queue'> {
  const utc = (text: string | null) => text && new Date(text).toISOString()
  const { ready_from, ready_until, keep_until } = promise
  return { ...promise, ready_from: utc(ready_from), ready_until: utc(ready_until), keep_until: utc(keep_until) }
}

/** An order as this caller may see it: the pickup code is the customer's, staff learn it by being shown it. */
export function shownTo(actor: Actor, { view }: { view: OrderView }): OrderView {
  return actor.kind === 'member' || actor.kind === 'visitor'
    ? view
    : { ...view, pickup: view.pickup && { ...view.pickup, code: '' } }
}

/** A new order as its answer shows it. An outside shop ordering by API key tells its customer the code; our staff never see it. */
export function placedFor(actor: Actor, view: OrderView): OrderView {
  return actor.kind === 'staff' ? shownTo(actor, { view }) : view
}

/** What the day took and gave back, by place and method; and the payments that need a person. */
import type { Actor } from '#core/actor'
import { one, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { addDays, clock } from '#core/time'
import { close } from '#orders/operations'

export type Settled = {
  place_id: string
  method: string
  provider: string | null
  taken_yen: number
  taken_count: number
  refunded_yen: number
  refunded_count: number
  net_yen: number
}

/** Money of one business date by place, method and provider: each sum on the day and at the place it was taken or given back. */
export function settlement(tx: Tx, business_date: string, place_ids: readonly string[] | null): Promise<Settled[]> {
  // Whatever the zone and the cut-over, a business date lies within these days.
  const [from, to] = [`${addDays(business_date, -1)}T00:00:00Z`, `${addDays(business_date, 2)}T12:00:00Z`]
  return rows<Settled>(
    tx,
    sql`with moved as (
          select o.place_id, p.method, p.provider, orders.taken_yen(p) as taken, 0::bigint as refunded from orders."order" o
            join orders.payment p on p.profile_id = o.profile_id and p.order_id = o.order_id
            where o.placed_at >= ${from} and o.placed_at < ${to} and o.business_date = ${business_date} and p.place_id is null and orders.taken_yen(p) > 0
              and (${place_ids}::uuid[] is null or o.place_id = any (${place_ids}::uuid[]))
          union all
          select p.place_id, p.method, p.provider, orders.taken_yen(p), 0 from orders.payment p
            where p.place_id is not null and p.business_date = ${business_date} and orders.taken_yen(p) > 0
              and (${place_ids}::uuid[] is null or p.place_id = any (${place_ids}::uuid[]))
          union all
          select x.place_id, p.method, p.provider, 0, x.amount_yen from orders.payment_operation x
            join orders.payment p on p.profile_id = x.profile_id and p.order_id = x.order_id and p.payment_id = x.payment_id
            where x.kind = 'refund' and x.state = 'done' and x.business_date = ${business_date}
              and (${place_ids}::uuid[] is null or x.place_id = any (${place_ids}::uuid[]))
        )
        select place_id, method, provider, sum(taken)::bigint as taken_yen, count(*) filter (where taken > 0) as taken_count,
          sum(refunded)::bigint as refunded_yen, count(*) filter (where refunded > 0) as refunded_count, (sum(taken) - sum(refunded))::bigint as net_yen
        from moved group by 1, 2, 3 order by 1, 2, 3`,
  )
}

export type Attention = {
  kind: string
  order_id: string | null
  number: string | null
  place_id: string | null
  payment_id: string | null
  operation_id: string | null
  reference: string | null
  method: string | null
  amount_yen: number
  why: string
  since: string
}
const long_ms = 3_600_000

/**
 * Payments that need a person, oldest first: money to hand back (cash, terminal), what a provider refused, captures that failed
 * after the goods left, operations open for an hour, money still due on orders that are done, and charges nobody ordered.
 */
export function attention(tx: Tx, place_ids: readonly string[] | null): Promise<Attention[]> {
  const long_ago = new Date(clock.ms() - long_ms).toISOString()
  return rows<Attention>(
    tx,
    sql`select x.kind, x.order_id, o.number, coalesce(x.place_id, o.place_id) as place_id, x.payment_id, x.operation_id, null::text as reference, p.method,
          x.amount_yen, coalesce(x.note, case x.state when 'open' then 'provider_silent' else 'give_back' end) as why, x.created_at as since
        from orders.payment_operation x join orders."order" o on o.profile_id = x.profile_id and o.order_id = x.order_id
          join orders.payment p on p.profile_id = x.profile_id and p.order_id = x.order_id and p.payment_id = x.payment_id
        where (x.state = 'by_hand' or (x.state = 'open' and x.created_at <= ${long_ago}))
          and (${place_ids}::uuid[] is null or coalesce(x.place_id, o.place_id) = any (${place_ids}::uuid[]))
        union all
        select 'charge', null, null, null, null, null, h.reference, 'card', h.amount_yen, 'nobody_ordered', h.seen_at
        from orders.payment_orphan h where h.state = 'by_hand' and ${place_ids}::uuid[] is null
        order by since limit 200`,
  )
}

/**
 * A person did what an operation was waiting for: gave the money back (a terminal's refund with the number of its slip), or looked
 * after a capture that failed. Refuses 404 when nothing waits under this id. A repeat belongs under the same Idempotency-Key.
 */
export async function completeByHand(
  tx: Tx,
  actor: Actor,
  operation_id: string,
  more: { slip?: string | undefined; may: (place_id: string) => void },
): Promise<string> {
  const found = await one<{
    profile_id: string
    order_id: string
    payment_id: string
    kind: string
    note: string | null
    method: string
    place_id: string
  }>(
    tx,
    sql`select x.profile_id, x.order_id, x.payment_id, x.kind, x.note, p.method, coalesce(x.place_id, o.place_id) as place_id
        from orders.payment_operation x join orders."order" o on o.profile_id = x.profile_id and o.order_id = x.order_id
          join orders.payment p on p.profile_id = x.profile_id and p.order_id = x.order_id and p.payment_id = x.payment_id
        where x.operation_id = ${operation_id} and x.state = 'by_hand'`,
  )
  if (!found)
    return refuse(
      'orders.nothing_by_hand',
      404,
      '対応待ちの支払いが見つかりません。',
      'Nothing waits for a person there.',
      {
        field: 'operation_id',
      },
    )
  more.may(found.place_id)
  if (found.kind === 'refund' && found.method === 'terminal' && !more.slip)
    refuse(
      'orders.slip_needed',
      422,
      '端末の伝票番号を入力してください。',
      'Enter the number of the terminal’s slip.',
      {
        field: 'slip',
      },
    )
  await run(
    tx,
    sql`update orders.payment_operation set slip = ${more.slip ?? null}, actor_kind = ${actor.kind}, actor_id = ${actor.id}
        where profile_id = ${found.profile_id} and order_id = ${found.order_id} and payment_id = ${found.payment_id} and operation_id = ${operation_id}`,
  )
  const owed = found.kind === 'capture' && found.note !== 'other_amount'
  await close(tx, { ...found, operation_id }, owed ? 'given_up' : 'done')
  if (found.kind === 'refund')
    await run(
      tx,
      sql`select orders.at_till(${actor.device_id ?? null}, ${actor.place_id ?? found.place_id}, 'refund', ${operation_id},
            ${found.profile_id}, ${found.order_id}, ${clock.iso()})`,
    )
  return found.order_id
}

/** A person decided about a charge nobody ordered: it goes back, or it belongs to something else and stays. Refuses 404 when none waits. */
export async function decideOrphan(tx: Tx, reference: string, decision: 'refund' | 'keep'): Promise<void> {
  const changed = await run(
    tx,
    sql`update orders.payment_orphan set state = ${decision === 'refund' ? 'open' : 'settled'}, closed_at = ${decision === 'keep' ? clock.iso() : null}
        where reference = ${reference} and state = 'by_hand'`,
  )
  if (changed === 0)
    refuse('orders.nothing_by_hand', 404, '対応待ちの支払いが見つかりません。', 'Nothing waits for a person there.', {
      field: 'reference',
    })
}

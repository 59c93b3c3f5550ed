/**
 * お取り置き: goods set aside in a shop for a person, without money, until a time. It is no order: the sale that ends it is
 * an ordinary till sale which names it. Always true: an open hold has its pieces reserved, an ended one none; it ends once,
 * by a sale, by her, by the shop or by its time, whoever locks the row first.
 */
import { describe, emit } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { id } from '#core/id'
import { refuse, wording } from '#core/problem'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import { hold as reserve, takeLines } from '#inventory/inventory'
import type { Decision, Wish } from '#orders/decide'
import { findHold, type HoldView } from '#orders/hold-view'
import { holdLimits } from '#orders/settings'
import type { Buyer } from '#orders/wish'
import { heldUntil } from '#stores/stores'

wording({
  'orders.hold_gone': {
    ja: 'このお取り置きは終わっています（期限切れ・解除・購入済み、または別の店舗）。',
    en: 'This hold has ended: sold, released or expired, or it is another shop’s.',
  },
})

const reminder_most_ms = 3 * 3_600_000

/** How many holds, and pieces, one customer may have open; `days` or `minutes` are each shop's own. */

/** Set goods aside for a person until the shop's time is over; all lines or none. Refuses over her limits, and what is short. */
export async function placeHold(
  tx: Tx,
  actor: Actor,
  buyer: Buyer,
  wish: Wish,
  { lines }: Decision,
): Promise<HoldView> {
  const { place } = wish
  if (!place.offers_holds)
    refuse('orders.no_holds', 422, 'この店舗はお取り置きを受けていません。', 'This shop sets nothing aside.', {
      field: 'place_id',
    })
  const now = clock.now()
  await withinLimits(tx, buyer, lines)
  const hold_id = id()
  const at = now.toISOString()
  const expires_at = heldUntil(place, now)
  const lasts_ms = expires_at.getTime() - now.getTime()
  const remind_at = new Date(expires_at.getTime() - Math.min(lasts_ms / 4, reminder_most_ms))
  const staff_id = actor.kind === 'staff' ? actor.id : null
  await run(
    tx,
    sql`with named as (insert into orders.hold_reference (hold_id, profile_id) values (${hold_id}, ${buyer.profile_id})),
        headed as (
          insert into orders.hold (profile_id, hold_id, place_id, channel, staff_id, held_at, expires_at, remind_at)
          values (${buyer.profile_id}, ${hold_id}, ${place.place_id}, ${wish.channel}, ${staff_id}, ${at}, ${expires_at.toISOString()}, ${remind_at.toISOString()}))
        insert into orders.hold_line (profile_id, hold_id, line_no, variant_id, gtin, name, quantity, unit_yen)
          select ${buyer.profile_id}, ${hold_id}, line_no, variant_id, gtin, name, quantity, unit_yen
          from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(line_no smallint, variant_id uuid, gtin text, name text, quantity integer, unit_yen bigint)`,
  )
  const wanted = lines.flatMap(({ variant_id, quantity, made }) =>
    variant_id && !made ? [{ variant_id, quantity }] : [],
  )
  await reserve(tx, actor, {
    place_id: place.place_id,
    lines: wanted,
    source_kind: 'hold',
    source_id: hold_id,
    expires_at: null,
  })
  const hold = await findHold(tx, hold_id)
  await tell(tx, actor, hold, 'hold.placed', { expires_at: hold.expires_at })
  return hold
}

// Her other requests wait here: counted together, two at once cannot each find room for the last one.
async function withinLimits(
  tx: Tx,
  buyer: Buyer,
  lines: readonly { quantity: number; made: boolean }[],
): Promise<void> {
  if (lines.some(({ made }) => made))
    refuse(
      'orders.hold_made',
      422,
      '作りたての商品はお取り置きできません。',
      'What is made when ordered is not set aside.',
      {
        field: 'lines',
      },
    )
  const { open, pieces } = await setting(tx, holdLimits)
  await run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended('orders.hold:' || ${buyer.profile_ids[0] ?? buyer.profile_id}, 0))`,
  )
  const known = await only<{ holds: number; pieces: number }>(
    tx,
    sql`select count(distinct h.hold_id)::integer as holds, coalesce(sum(l.quantity), 0)::integer as pieces
        from orders.hold h join orders.hold_line l on l.profile_id = h.profile_id and l.hold_id = h.hold_id
        where h.profile_id = any (${buyer.profile_ids}::uuid[]) and h.state = 'held'`,
  )
  const wanted = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  if (known.holds >= open || known.pieces + wanted > pieces)
    refuse(
      'orders.hold_limit',
      409,
      `お取り置きは同時に${open}件、合わせて${pieces}点までです。`,
      `At most ${open} holds and ${pieces} pieces at a time.`,
      { field: 'lines', open: known.holds, pieces: known.pieces, most: { open, pieces } },
    )
}

/** End a hold without a sale: she, the shop or its time. Again it changes nothing; one that was sold is refused. */
export async function releaseHold(tx: Tx, actor: Actor, hold: HoldView, reason: string): Promise<HoldView> {
  const { ended } = await only<{ ended: boolean }>(
    tx,
    sql`select orders.release_hold(${hold.profile_id}, ${hold.hold_id}, ${reason}, ${clock.iso()}, ${actor.kind}, ${actor.id}) as ended`,
  )
  const now = await findHold(tx, hold.hold_id)
  if (ended) await tell(tx, actor, now, 'hold.released', { reason })
  else if (now.state === 'sold')
    refuse('orders.hold_sold', 409, 'お買い上げ済みです。', 'It has been bought already.', { hold_id: hold.hold_id })
  return now
}

/** The order that was to end a hold was given up unpaid: set the goods aside again, as far as they are still there. */
export async function reopenHold(tx: Tx, actor: Actor, order_id: string): Promise<void> {
  const known = await one<{ hold_id: string }>(tx, sql`select hold_id from orders.hold where order_id = ${order_id}`)
  if (!known) return
  const { hold_id, profile_id, place_id, lines } = await findHold(tx, known.hold_id)
  await run(
    tx,
    sql`select orders.reopen_hold(${profile_id}, ${hold_id}, ${place_id}, ${JSON.stringify(takeLines(lines))}::jsonb, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
  )
}

/** Remind of holds that end soon and release those whose time is over; returns how many. */
export async function tickHolds(db: Pool, now: string): Promise<number> {
  const due = await transaction(db, system, (tx) =>
    rows<{ hold_id: string; over: boolean }>(
      tx,
      sql`select hold_id, expires_at <= ${now} as over from orders.hold where state = 'held' and (expires_at <= ${now} or remind_at <= ${now})
          order by expires_at limit 100`,
    ),
  )
  let done = 0
  for (const { hold_id, over } of due) {
    try {
      await transaction(db, system, (tx) => act(tx, hold_id, over))
      done++
    } catch (error) {
      console.error(`orders: hold ${hold_id}: ${describe(error)}`)
    }
  }
  return done
}

async function act(tx: Tx, hold_id: string, over: boolean): Promise<void> {
  const hold = await findHold(tx, hold_id)
  // Sold or given back a moment ago: there is nothing left to do.
  if (hold.state !== 'held') return
  if (over) {
    await releaseHold(tx, system, hold, 'expired')
    return
  }
  const first = await run(
    tx,
    sql`update orders.hold set remind_at = null where profile_id = ${hold.profile_id} and hold_id = ${hold_id} and remind_at is not null`,
  )
  if (first > 0) await tell(tx, system, hold, 'hold.reminded', { expires_at: hold.expires_at })
}

function tell(tx: Tx, actor: Actor, hold: HoldView, type: string, more: Record<string, unknown>): Promise<string> {
  return emit(tx, {
    type,
    profile_id: hold.profile_id,
    source: 'orders',
    message_id: `${type}:${hold.hold_id}`,
    channel: hold.channel,
    place_id: hold.place_id,
    subject_kind: 'hold',
    subject_id: hold.hold_id,
    version: hold.version,
    actor,
    payload: {
      lines: hold.lines.length,
      pieces: hold.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      staff_id: hold.staff_id,
      ...more,
    },
  })
}

import { needPlace } from '#access/access'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { ship } from '#orders/fulfil'
import { find, type Order } from '#orders/read'
import type { OrderView } from '#orders/view'

export type Parcel = { place_id: string; pieces: number; shipped_at: string | null }

/** The parcels an order leaves in; none when it leaves whole from its one place. */
export function parcelsOf(db: Db, { profile_id, view }: Order): Promise<Parcel[]> {
  return rows<Parcel>(
    db,
    sql`select place_id, pieces, shipped_at from orders.parcel where profile_id = ${profile_id} and order_id = ${view.order_id} order by place_id`,
  )
}

/**
 * What a place has to send of an order leaves: all of it, or its parcel. With the last parcel the order is done. The place is
 * the one named, or the only one of the caller's that still has to send; another's is refused (403). Sent again, it adds nothing.
 */
export async function sendOff(tx: Tx, actor: Actor, order: Order, place_id: string | undefined): Promise<OrderView> {
  const { view, profile_id } = order
  const known = await parcelsOf(tx, order)
  if (known.length === 0) {
    needPlace(actor, view.place_id)
    return ship(tx, actor, order)
  }
  // Two places may send at the same moment: the order's row lets one of them find the other's parcel gone.
  await run(
    tx,
    sql`select 1 from orders."order" where profile_id = ${profile_id} and order_id = ${view.order_id} for update`,
  )
  const parcels = await parcelsOf(tx, order)
  const mine = parcels.filter((parcel) => !actor.place_ids || actor.place_ids.includes(parcel.place_id))
  const waiting = mine.filter(({ shipped_at }) => shipped_at === null)
  const from = place_id ?? (waiting.length === 1 ? waiting[0] : mine.length === 1 ? mine[0] : undefined)?.place_id
  if (!from) {
    needPlace(actor, mine.length > 0 ? (mine[0]?.place_id as string) : view.place_id)
    return refuse(
      'orders.which_parcel',
      422,
      'どの拠点からの発送か指定してください。',
      'Say from which place it leaves.',
      {
        field: 'place_id',
        place_ids: waiting.map((parcel) => parcel.place_id),
      },
    )
  }
  needPlace(actor, from)
  const parcel = parcels.find((item) => item.place_id === from)
  if (!parcel)
    return refuse(
      'orders.no_parcel',
      404,
      'この拠点から発送する荷物はありません。',
      'This place sends nothing of it.',
      {
        field: 'place_id',
      },
    )
  const { state } = (await find(tx, view.order_id)).view
  if (state !== 'placed' && state !== 'done')
    return refuse(
      'orders.wrong_state',
      409,
      'この注文は今その操作ができません。',
      'The order is not in a state for that.',
      {
        order_id: view.order_id,
        state,
      },
    )
  if (parcel.shipped_at === null) await leave(tx, actor, order, parcel)
  const whole = parcels.every((item) => item === parcel || item.shipped_at !== null)
  return whole ? ship(tx, actor, order) : (await find(tx, view.order_id)).view
}

async function leave(tx: Tx, actor: Actor, { view, profile_id }: Order, { place_id, pieces }: Parcel): Promise<void> {
  const now = clock.iso()
  await run(
    tx,
    sql`update orders.parcel set shipped_at = ${now} where profile_id = ${profile_id} and order_id = ${view.order_id} and place_id = ${place_id}`,
  )
  await run(
    tx,
    sql`select inventory.close_holds_at(${view.order_id}, ${place_id}, 'taken', ${now}, ${actor.kind}, ${actor.id})`,
  )
  await emit(tx, {
    type: 'order.parcel_shipped',
    profile_id,
    source: 'orders',
    message_id: `order.parcel_shipped:${view.order_id}:${place_id}`,
    channel: view.channel,
    place_id,
    subject_kind: 'order',
    subject_id: view.order_id,
    actor,
    payload: { number: view.number, way: view.way, items: pieces },
  })
}

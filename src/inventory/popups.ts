import { needPlace } from '#access/access'
import { emit } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { type Pool, rows, sql, type Tx, transaction } from '#core/database'
import { noOne } from '#core/id'
import { Problem, refuse } from '#core/problem'
import { takeIn } from '#inventory/arrivals'
import { stockPlace } from '#inventory/goods'
import { release } from '#inventory/holds'
import { type Reservation, reservations } from '#inventory/reservations'
import { lockTransfer, step, type Transfer } from '#inventory/transfer'
import { approve, askTransfer, callOff, shipOut } from '#inventory/transfers'
import { fresh, openTask, type Place, places, putPlace, trading } from '#stores/stores'

const most_reservations = 1000

/** How a closing went: the paper its leftovers travel by (null: nothing was left), and what stays for those it was promised to. */
export type Closing = { place_id: string; to_place_id: string; transfer: Transfer | null; remaining: Reservation[] }

/**
 * Close a POP-UP: it sells nothing more, what nobody was promised goes to another place (in transit, or there at once), goods
 * set aside for passers-by are freed, what is on its way here is turned round. Orders and sent transfers keep theirs; closed again
 * later, what they gave back follows. Refuses another kind of place (422).
 */
export async function closePopup(
  tx: Tx,
  actor: Actor,
  place_id: string,
  how: { to_place_id?: string | undefined; at_once?: boolean | undefined },
): Promise<Closing> {
  needPlace(actor, place_id)
  const popup = await stockPlace(tx, place_id, 'place_id', true)
  if (popup.kind !== 'popup')
    refuse('inventory.not_popup', 422, 'POP-UPではない拠点です。', 'This place is no POP-UP.', { field: 'place_id' })
  const to = await home(tx, popup, how.to_place_id)
  if (how.at_once) needPlace(actor, to)
  await shut(tx, actor, place_id)
  for (const { source_id } of await held(tx, place_id)) await release(tx, actor, source_id)
  await turnRound(tx, actor, place_id, to)
  const lines = await rows<{ variant_id: string; quantity: number }>(
    tx,
    sql`select variant_id, on_hand - reserved as quantity from inventory.stock where place_id = ${place_id} and on_hand > reserved order by variant_id for update`,
  )
  const transfer = lines.length > 0 ? await sendHome(tx, actor, place_id, to, lines, how.at_once ?? false) : null
  await emit(tx, {
    type: 'popup.closed',
    profile_id: noOne,
    source: 'inventory',
    place_id,
    subject_kind: 'place',
    subject_id: place_id,
    actor,
    payload: { lines: lines.length, pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0) },
  })
  return {
    place_id,
    to_place_id: to,
    transfer,
    remaining: await reservations(tx, { place_ids: [place_id], limit: most_reservations }),
  }
}

/** Close POP-UPs whose last day is over, and send after them what came free since; part of the tick. */
export async function closeOver(db: Pool, now: string): Promise<number> {
  // Goods that wait for the first day are not left over.
  const over = (await places(db)).filter(
    (place) =>
      place.kind === 'popup' &&
      place.closes_on !== null &&
      !trading(place, new Date(now)) &&
      !(place.active && !hasOpened(place, now)),
  )
  if (over.length === 0) return 0
  const left = await rows<{ place_id: string }>(
    db,
    sql`select distinct place_id from inventory.stock where place_id = any (${over.map(({ place_id }) => place_id)}::uuid[]) and on_hand > reserved`,
  )
  const late = over.filter((place) => place.active || left.some(({ place_id }) => place_id === place.place_id))
  let closed = 0
  for (const { place_id } of late) {
    try {
      const { transfer } = await transaction(db, system, (tx) => closePopup(tx, system, place_id, {}))
      if (transfer) closed++
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // It knows nowhere to send its goods, say: that is for a person to decide, told once.
      const subject = { subject_kind: 'place', subject_id: place_id, detail: { problem: error.code } }
      await transaction(db, system, (tx) =>
        openTask(tx, system, { kind: 'popup_leftovers', role: 'manager', place_id, ...subject }),
      )
    }
  }
  return closed
}

const hasOpened = ({ opens_on }: Place, now: string) => opens_on === null || opens_on <= now.slice(0, 10)

async function home(tx: Tx, popup: Place, asked: string | undefined): Promise<string> {
  const to =
    asked ?? popup.returns_to_place_id ?? (await places(tx)).find((place) => place.ships_ec && place.active)?.place_id
  if (!to || to === popup.place_id)
    return refuse('inventory.no_home', 422, '残りの商品の送り先を指定してください。', 'Say where the leftovers go.', {
      field: 'to_place_id',
    })
  await stockPlace(tx, to, 'to_place_id')
  return to
}

async function shut(tx: Tx, actor: Actor, place_id: string): Promise<void> {
  const known = await fresh(tx, place_id)
  if (!known?.active) return
  const { place_id: _, version, ...place } = known
  await putPlace(tx, actor, { ...place, active: false }, { place_id, version })
}

// Goods set aside for those who might come; an order's are handed over or given back by the order.
function held(tx: Tx, place_id: string): Promise<{ source_id: string }[]> {
  return rows(
    tx,
    sql`select distinct source_id from inventory.hold where place_id = ${place_id} and state = 'held' and source_kind like 'hold:%' order by source_id`,
  )
}

async function turnRound(tx: Tx, actor: Actor, place_id: string, to: string): Promise<void> {
  const coming = await rows<{ transfer_id: string }>(
    tx,
    sql`select transfer_id from inventory.transfer where to_place_id = ${place_id} and state = any ('{requested,approved,shipped}') order by transfer_id`,
  )
  for (const { transfer_id } of coming) {
    const transfer = await lockTransfer(tx, transfer_id)
    if (transfer.state === 'requested' || transfer.state === 'approved') await callOff(tx, actor, transfer_id)
    else if (transfer.state === 'shipped') {
      transfer.to_place_id = to
      await step(tx, actor, transfer, 'transfer.redirected', place_id, 0, { to_place_id: to })
    }
  }
}

async function sendHome(
  tx: Tx,
  actor: Actor,
  from_place_id: string,
  to_place_id: string,
  lines: { variant_id: string; quantity: number }[],
  at_once: boolean,
): Promise<Transfer> {
  const { transfer_id } = await askTransfer(tx, actor, { from_place_id, to_place_id, lines, purpose: 'popup_return' })
  await approve(tx, actor, transfer_id)
  const sent = await shipOut(tx, actor, transfer_id)
  return at_once ? takeIn(tx, actor, transfer_id, undefined) : sent
}

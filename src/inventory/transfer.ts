import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

export type TransferState = 'requested' | 'approved' | 'declined' | 'cancelled' | 'shipped' | 'closed'
export type TransferLine = {
  variant_id: string
  requested: number
  approved: number | null
  shipped: number
  received: number
  returned: number
  gone: number
  in_transit: number
}
export type Difference = {
  variant_id: string
  quantity: number
  reason: string
  note: string | null
  explained_at: string
}
/** A transfer as it is read: goods asked for, agreed, sent, arrived; and why what arrived was not what left. */
export type Transfer = {
  transfer_id: string
  number: string
  from_place_id: string
  to_place_id: string
  state: TransferState
  purpose: string
  note: string | null
  needed_on: string | null
  requested_at: string
  requested_by: string
  decided_at: string | null
  closed_at: string | null
  version: number
  lines: TransferLine[]
  differences: Difference[]
}

const shown = sql`t.transfer_id, t.number, t.from_place_id, t.to_place_id, t.state, t.purpose, t.note, t.needed_on, t.requested_at, t.requested_by,
  t.decided_at, t.closed_at, t.version,
  (select json_agg(json_build_object('variant_id', l.variant_id, 'requested', l.requested, 'approved', l.approved, 'shipped', l.shipped,
      'received', l.received, 'returned', l.returned, 'gone', l.gone, 'in_transit', l.shipped - l.received - l.returned - l.gone) order by l.variant_id)
    from inventory.transfer_line l where l.transfer_id = t.transfer_id) as lines,
  (select coalesce(json_agg(json_build_object('variant_id', d.variant_id, 'quantity', d.quantity, 'reason', d.reason, 'note', d.note,
      'explained_at', d.explained_at) order by d.difference_id), '[]')
    from inventory.transfer_difference d where d.transfer_id = t.transfer_id) as differences`

/** One transfer; refuses 404 when there is none. */
export async function transferOf(db: Db, transfer_id: string): Promise<Transfer> {
  return (
    (await one<Transfer>(db, sql`select ${shown} from inventory.transfer t where t.transfer_id = ${transfer_id}`)) ??
    noTransfer(transfer_id)
  )
}

/** The same, locked until the transaction ends: whoever changes a transfer does so alone. */
export async function lockTransfer(tx: Tx, transfer_id: string): Promise<Transfer> {
  const found = await run(tx, sql`select 1 from inventory.transfer where transfer_id = ${transfer_id} for update`)
  return found === 0 ? noTransfer(transfer_id) : transferOf(tx, transfer_id)
}

/** Transfers from or to these places (of all when none are named), newest first. */
export function transfers(
  db: Db,
  want: { place_ids?: string[] | undefined; states?: string[] | undefined; before?: string | undefined; limit: number },
): Promise<Transfer[]> {
  const { place_ids = null, states = null, before = null, limit } = want
  return rows<Transfer>(
    db,
    sql`select ${shown} from inventory.transfer t
        where (${place_ids}::uuid[] is null or t.from_place_id = any (${place_ids}::uuid[]) or t.to_place_id = any (${place_ids}::uuid[]))
          and (${states}::text[] is null or t.state = any (${states}::text[]))
          and (${before}::timestamptz is null or t.requested_at < ${before})
        order by t.requested_at desc, t.transfer_id limit ${limit}`,
  )
}

/** What a step changes on a transfer; what it does not name stays. */
export type Change = {
  state?: TransferState
  to_place_id?: string
  decided?: boolean
  closed?: boolean
  note?: string | undefined
}

/** Write what changes on the transfer and tell the timeline. */
export async function step(
  tx: Tx,
  actor: Actor,
  transfer: Transfer,
  type: string,
  place_id: string,
  pieces: number,
  change: Change,
): Promise<void> {
  const version = transfer.version + 1
  const at = clock.iso()
  const { state = null, to_place_id: to = null, decided, closed, note = null } = change
  await run(
    tx,
    sql`update inventory.transfer
        set state = coalesce(${state}, state), to_place_id = coalesce(${to}, to_place_id), note = coalesce(${note}, note),
          decided_at = coalesce(${decided ? at : null}, decided_at), decided_by = coalesce(${decided ? actor.id : null}, decided_by),
          closed_at = coalesce(${closed ? at : null}, closed_at), version = ${version}
        where transfer_id = ${transfer.transfer_id}`,
  )
  transfer.version = version
  const { number, from_place_id, to_place_id, purpose } = transfer
  await emit(tx, {
    type,
    profile_id: noOne,
    source: 'inventory',
    message_id: `${type}:${transfer.transfer_id}:${version}`,
    place_id,
    subject_kind: 'transfer',
    subject_id: transfer.transfer_id,
    version,
    actor,
    payload: { number, from_place_id, to_place_id, purpose, pieces },
  })
}

/** Refuse (409) unless the transfer is in one of these states. */
export function inState(transfer: Transfer, ...states: TransferState[]): void {
  if (states.includes(transfer.state)) return
  refuse(
    'inventory.transfer_state',
    409,
    'この移動は今その操作ができません。',
    'The transfer is not in a state for that.',
    { field: 'transfer_id', state: transfer.state },
  )
}

function noTransfer(transfer_id: string): never {
  return refuse('inventory.no_transfer', 404, '在庫移動が見つかりません。', 'There is no such transfer.', {
    field: 'transfer_id',
    transfer_id,
  })
}

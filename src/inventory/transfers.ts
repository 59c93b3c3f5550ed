import { needPlace } from '#access/access'
import type { Actor } from '#core/actor'
import { only, run, sql, type Tx } from '#core/database'
import { hashId, id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { inOrder, knownGoods, type Line, type Move, moveAll, needEither, stockPlace } from '#inventory/goods'
import { release, takeLines } from '#inventory/holds'
import { inState, lockTransfer, step, type Transfer, transferOf } from '#inventory/transfer'

export type Ask = {
  from_place_id: string
  to_place_id: string
  lines: Line[]
  note?: string | undefined
  needed_on?: string | undefined
  purpose?: string
}

/** Ask for goods of another place, or offer one's own; whoever works for neither is refused (403). Nothing moves yet. */
export async function askTransfer(tx: Tx, actor: Actor, ask: Ask): Promise<Transfer> {
  const { from_place_id, to_place_id, lines } = ask
  needEither(actor, from_place_id, to_place_id)
  if (from_place_id === to_place_id)
    refuse('inventory.same_place', 422, '移動元と移動先が同じです。', 'A transfer needs two places.', {
      field: 'to_place_id',
    })
  await stockPlace(tx, from_place_id, 'from_place_id', true)
  await stockPlace(tx, to_place_id, 'to_place_id')
  await knownGoods(tx, lines)
  const transfer_id = id()
  const { number } = await only<{ number: string }>(
    tx,
    sql`insert into inventory.transfer (transfer_id, number, from_place_id, to_place_id, state, purpose, note, needed_on, requested_at, requested_by)
        values (${transfer_id}, 'T-' || lpad(core.next_number('transfer')::text, 6, '0'), ${from_place_id}, ${to_place_id}, 'requested',
          ${ask.purpose ?? 'request'}, ${ask.note ?? null}, ${ask.needed_on ?? null}, ${clock.iso()}, ${actor.id}) returning number`,
  )
  await run(
    tx,
    sql`insert into inventory.transfer_line (transfer_id, variant_id, requested)
        select ${transfer_id}, l.variant_id, l.quantity from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(variant_id uuid, quantity integer)`,
  )
  const transfer = { ...(await transferOf(tx, transfer_id)), number, version: 0 }
  await step(tx, actor, transfer, 'transfer.requested', to_place_id, pieces(lines), { state: 'requested' })
  return transferOf(tx, transfer_id)
}

/** The sender agrees, to all or to less; what it agrees to is put aside at once, so that nobody else is sold it (409 `inventory.short`). */
export async function approve(tx: Tx, actor: Actor, transfer_id: string, agreed?: Line[]): Promise<Transfer> {
  const transfer = await lockTransfer(tx, transfer_id)
  needPlace(actor, transfer.from_place_id)
  if (transfer.state === 'approved' || transfer.state === 'shipped') return transfer
  inState(transfer, 'requested')
  const lines = agreed ?? transfer.lines.map(({ variant_id, requested }) => ({ variant_id, quantity: requested }))
  await knownGoods(tx, lines)
  for (const line of lines) {
    const asked = transfer.lines.find(({ variant_id }) => variant_id === line.variant_id)?.requested ?? 0
    if (line.quantity > asked) tooMany(line.variant_id, asked, line.quantity)
  }
  const given = lines.filter(({ quantity }) => quantity > 0)
  if (given.length === 0)
    refuse('inventory.nothing_agreed', 422, '承認する数量がありません。', 'Agree to something, or decline.', {
      field: 'lines',
    })
  await run(
    tx,
    sql`select inventory.take(${transfer.from_place_id}, ${JSON.stringify(takeLines(given))}::jsonb, 'set_aside', 'transfer', ${transfer_id}, ${clock.iso()},
          null, ${actor.kind}, ${actor.id})`,
  )
  await run(
    tx,
    sql`update inventory.transfer_line t set approved = coalesce((select l.quantity from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
          as l(variant_id uuid, quantity integer) where l.variant_id = t.variant_id), 0) where transfer_id = ${transfer_id}`,
  )
  await step(tx, actor, transfer, 'transfer.approved', transfer.from_place_id, pieces(given), {
    state: 'approved',
    decided: true,
  })
  return transferOf(tx, transfer_id)
}

/** The sender says no. */
export async function decline(tx: Tx, actor: Actor, transfer_id: string, note: string | undefined): Promise<Transfer> {
  const transfer = await lockTransfer(tx, transfer_id)
  needPlace(actor, transfer.from_place_id)
  if (transfer.state === 'declined') return transfer
  inState(transfer, 'requested')
  await step(tx, actor, transfer, 'transfer.declined', transfer.from_place_id, 0, {
    state: 'declined',
    decided: true,
    closed: true,
    note,
  })
  return transferOf(tx, transfer_id)
}

/** Either side calls it off before anything left; what was put aside is free again. */
export async function callOff(tx: Tx, actor: Actor, transfer_id: string): Promise<Transfer> {
  const transfer = await lockTransfer(tx, transfer_id)
  needEither(actor, transfer.from_place_id, transfer.to_place_id)
  if (transfer.state === 'cancelled') return transfer
  inState(transfer, 'requested', 'approved')
  await release(tx, actor, transfer_id)
  await step(tx, actor, transfer, 'transfer.cancelled', transfer.from_place_id, 0, { state: 'cancelled', closed: true })
  return transferOf(tx, transfer_id)
}

/** Goods leave the sender's shelf and are in transit; all that is agreed and still here, or the lines given. */
export async function shipOut(tx: Tx, actor: Actor, transfer_id: string, given?: Line[]): Promise<Transfer> {
  const transfer = await lockTransfer(tx, transfer_id)
  needPlace(actor, transfer.from_place_id)
  inState(transfer, 'approved', 'shipped')
  const rest = transfer.lines.map(({ variant_id, approved, shipped }) => ({
    variant_id,
    quantity: (approved ?? 0) - shipped,
  }))
  const lines = inOrder(given ?? rest.filter(({ quantity }) => quantity > 0))
  if (lines.length === 0) nothingLeft()
  await knownGoods(tx, lines)
  for (const line of lines) {
    const left = rest.find(({ variant_id }) => variant_id === line.variant_id)?.quantity ?? 0
    if (line.quantity > left) tooMany(line.variant_id, left, line.quantity)
  }
  await run(tx, sql`select inventory.draw_holds(${transfer_id}, ${JSON.stringify(lines)}::jsonb, ${clock.iso()})`)
  await moveAll(
    tx,
    actor,
    lines.map((line) => moveOf(transfer, line, 'out', 'ship')),
  )
  await add(tx, transfer_id, 'shipped', lines)
  await step(tx, actor, transfer, 'transfer.shipped', transfer.from_place_id, pieces(lines), { state: 'shipped' })
  return transferOf(tx, transfer_id)
}

/** One stock movement of a transfer: out of the sender's shelf, or onto the receiver's (or back onto the sender's). */
export function moveOf(
  transfer: Transfer,
  { variant_id, quantity }: Line,
  side: 'out' | 'in' | 'back',
  step_name: string,
): Move {
  return {
    // The version is taken under the transfer's lock: each step of it moves a line once.
    movement_id: hashId('transfer', transfer.transfer_id, transfer.version, step_name, side, variant_id),
    place_id: side === 'in' ? transfer.to_place_id : transfer.from_place_id,
    variant_id,
    quantity: side === 'out' ? -quantity : quantity,
    kind: 'transfer',
    source_kind: side === 'in' ? 'transfer_in' : 'transfer_out',
    source_id: transfer.transfer_id,
  }
}

/** Add to one of the counts of a transfer's lines. */
export async function add(
  tx: Tx,
  transfer_id: string,
  count: 'shipped' | 'received' | 'returned' | 'gone',
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) return
  const of = (name: string) => (name === count ? JSON.stringify(lines) : '[]')
  await run(
    tx,
    sql`update inventory.transfer_line t set
          shipped = shipped + coalesce((select sum(l.quantity) from jsonb_to_recordset(${of('shipped')}::jsonb) as l(variant_id uuid, quantity integer) where l.variant_id = t.variant_id), 0),
          received = received + coalesce((select sum(l.quantity) from jsonb_to_recordset(${of('received')}::jsonb) as l(variant_id uuid, quantity integer) where l.variant_id = t.variant_id), 0),
          returned = returned + coalesce((select sum(l.quantity) from jsonb_to_recordset(${of('returned')}::jsonb) as l(variant_id uuid, quantity integer) where l.variant_id = t.variant_id), 0),
          gone = gone + coalesce((select sum(l.quantity) from jsonb_to_recordset(${of('gone')}::jsonb) as l(variant_id uuid, quantity integer) where l.variant_id = t.variant_id), 0)
        where transfer_id = ${transfer_id}`,
  )
}

export const pieces = (lines: readonly Line[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0)

export function tooMany(variant_id: string, at_most: number, wanted: number): never {
  return refuse('inventory.too_many', 409, '移動票の残り数量を超えています。', 'More than the transfer has left.', {
    field: 'lines',
    variant_id,
    at_most,
    wanted,
  })
}

export function nothingLeft(): never {
  return refuse(
    'inventory.nothing_left',
    409,
    '対象の数量が残っていません。',
    'There is nothing left to do that with.',
    {
      field: 'lines',
    },
  )
}

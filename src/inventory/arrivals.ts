import { needPlace } from '#access/access'
import type { Actor } from '#core/actor'
import { run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { inOrder, knownGoods, type Line, moveAll, needEither } from '#inventory/goods'
import { release } from '#inventory/holds'
import { inState, lockTransfer, step, type Transfer, transferOf } from '#inventory/transfer'
import { add, moveOf, nothingLeft, pieces } from '#inventory/transfers'

export type Reason = 'lost' | 'damaged' | 'not_sent' | 'over_sent' | 'found'
/** Why something did not arrive (`lost`, `damaged`: gone; `not_sent`: still at the sender's), or arrived without a paper (`over_sent`: missing there; `found`: from nowhere). */
export type Explained = Line & { reason: Reason; note?: string | undefined }

const over: readonly Reason[] = ['over_sent', 'found']

/**
 * The receiver takes in what came: all that is in transit, or the lines given; differences are said with their reason.
 * When nothing is in transit and nothing agreed remains, the transfer is closed.
 */
export async function takeIn(
  tx: Tx,
  actor: Actor,
  transfer_id: string,
  given: Line[] | undefined,
  explained: Explained[] = [],
): Promise<Transfer> {
  const transfer = await lockTransfer(tx, transfer_id)
  needPlace(actor, transfer.to_place_id)
  inState(transfer, 'shipped')
  const said = new Set(explained.map(({ variant_id, reason }) => `${variant_id} ${reason}`))
  if (said.size < explained.length || new Set(given?.map(({ variant_id }) => variant_id)).size < (given?.length ?? 0))
    refuse('inventory.repeated_line', 422, '同じ商品が2回入っています。', 'The same variant appears twice.', {
      field: said.size < explained.length ? 'differences' : 'lines',
    })
  const moving = new Map(transfer.lines.map(({ variant_id, in_transit }) => [variant_id, in_transit]))
  const short = explained.filter(({ reason }) => !over.includes(reason))
  const more = explained.filter(({ reason }) => over.includes(reason))
  for (const { variant_id, quantity } of short) moving.set(variant_id, (moving.get(variant_id) ?? 0) - quantity)
  const came = inOrder(given ?? [...moving].map(([variant_id, quantity]) => ({ variant_id, quantity })).filter(some))
  if (came.length + explained.length === 0) nothingLeft()
  for (const { variant_id, quantity } of came) moving.set(variant_id, (moving.get(variant_id) ?? 0) - quantity)
  for (const [variant_id, left] of moving) if (left < 0) tooMuch(variant_id, -left)
  await knownGoods(
    tx,
    [...new Set(more.map(({ variant_id }) => variant_id))].map((variant_id) => ({ variant_id })),
  )
  await addLines(tx, transfer, more)
  // What left without a paper left from what was agreed and put aside, as far as there is any.
  await run(
    tx,
    sql`select inventory.draw_holds(${transfer_id}, ${JSON.stringify(inOrder(explained.filter(({ reason }) => reason === 'over_sent')))}::jsonb, ${clock.iso()})`,
  )
  const of = (reason: Reason) => explained.filter((item) => item.reason === reason)
  await moveAll(tx, actor, [
    ...came.map((line) => moveOf(transfer, line, 'in', 'receive')),
    ...of('not_sent').map((line) => moveOf(transfer, line, 'back', 'not_sent')),
    ...of('over_sent').flatMap((line) => [
      moveOf(transfer, line, 'out', 'over_sent'),
      moveOf(transfer, line, 'in', 'over_sent'),
    ]),
    ...of('found').map((line) => ({
      ...moveOf(transfer, line, 'in', 'found'),
      kind: 'found' as const,
      source_kind: 'transfer',
      reason: 'found',
    })),
  ])
  await add(tx, transfer_id, 'shipped', of('over_sent'))
  await add(tx, transfer_id, 'received', [...came, ...of('over_sent')])
  await add(tx, transfer_id, 'returned', of('not_sent'))
  await add(tx, transfer_id, 'gone', [...of('lost'), ...of('damaged')])
  await keep(tx, actor, transfer_id, explained)
  await step(tx, actor, transfer, 'transfer.received', transfer.to_place_id, pieces([...came, ...more]), {
    state: 'shipped',
  })
  const after = await transferOf(tx, transfer_id)
  const whole = after.lines.every(({ approved, shipped, in_transit }) => in_transit === 0 && shipped >= (approved ?? 0))
  return whole ? end(tx, actor, after) : after
}

/** Either side ends a transfer: what never left is free again; what is in transit must be received or explained first. */
export async function close(tx: Tx, actor: Actor, transfer_id: string): Promise<Transfer> {
  const transfer = await lockTransfer(tx, transfer_id)
  needEither(actor, transfer.from_place_id, transfer.to_place_id)
  if (transfer.state === 'closed') return transfer
  inState(transfer, 'shipped')
  const moving = transfer.lines.find(({ in_transit }) => in_transit > 0)
  if (moving)
    refuse(
      'inventory.in_transit',
      409,
      '輸送中の商品があります。入荷するか、差異の理由を入力してください。',
      'Goods are still in transit: receive them, or say what became of them.',
      { field: 'lines', variant_id: moving.variant_id, in_transit: moving.in_transit },
    )
  return end(tx, actor, transfer)
}

async function end(tx: Tx, actor: Actor, transfer: Transfer): Promise<Transfer> {
  await release(tx, actor, transfer.transfer_id)
  await step(tx, actor, transfer, 'transfer.closed', transfer.to_place_id, 0, { state: 'closed', closed: true })
  return transferOf(tx, transfer.transfer_id)
}

// Goods that were on no line of the paper get one, with nothing asked for.
async function addLines(tx: Tx, transfer: Transfer, more: readonly Explained[]): Promise<void> {
  const fresh = more.filter((item) => !transfer.lines.some(({ variant_id }) => variant_id === item.variant_id))
  if (fresh.length === 0) return
  await run(
    tx,
    sql`insert into inventory.transfer_line (transfer_id, variant_id, requested, approved)
        select ${transfer.transfer_id}, v, 0, 0 from unnest(${fresh.map(({ variant_id }) => variant_id)}::uuid[]) v on conflict do nothing`,
  )
}

async function keep(tx: Tx, actor: Actor, transfer_id: string, explained: readonly Explained[]): Promise<void> {
  if (explained.length === 0) return
  const list = explained.map(({ variant_id, quantity, reason, note }) => ({
    difference_id: id(),
    variant_id,
    quantity: over.includes(reason) ? quantity : -quantity,
    reason,
    note: note ?? null,
  }))
  await run(
    tx,
    sql`insert into inventory.transfer_difference (difference_id, transfer_id, variant_id, quantity, reason, note, explained_at, actor_kind, actor_id)
        select d.difference_id, ${transfer_id}, d.variant_id, d.quantity, d.reason, d.note, ${clock.iso()}, ${actor.kind}, ${actor.id}
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as d(difference_id uuid, variant_id uuid, quantity integer, reason text, note text)`,
  )
}

const some = ({ quantity }: Line) => quantity > 0

function tooMuch(variant_id: string, by: number): never {
  return refuse(
    'inventory.more_than_sent',
    409,
    '送られた数より多く届いています。差異の理由（over_sent・found）を付けてください。',
    'More came than was sent: say why (over_sent or found).',
    { field: 'lines', variant_id, by },
  )
}

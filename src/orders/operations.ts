/** What is done with a payment outside: each step is a row before it is made, made outside any transaction, and closed after. */
import { describe } from '#activity/activity'
import { payment } from '#channels/payment/payment'
import type { Charge } from '#channels/payment/provider'
import { system } from '#core/actor'
import { one, only, type Pool, rows, sql, type Tx, transaction } from '#core/database'
import { clock } from '#core/time'

export type Operation = {
  profile_id: string
  order_id: string
  payment_id: string
  operation_id: string
  kind: 'capture' | 'void' | 'refund'
  amount_yen: number
  attempts: number
  provider: string | null
  provider_id: string | null
  payment_yen: number
  later: boolean
}
export type Outcome = 'done' | 'refused' | 'by_hand' | 'given_up'

const first_again_ms = 30_000
const most_again_ms = 600_000

/** How a provider knows a payment. */
export function chargeOf(payment: {
  payment_id: string
  payment_yen: number
  provider_id: string | null
  later: boolean
}): Charge {
  const { payment_id: reference, payment_yen: amount_yen, provider_id, later } = payment
  return { reference, amount_yen, provider_id, capture: later ? 'later' : 'now' }
}

/** Close an operation; `found` is what the provider says. False when it was closed before. */
export async function close(
  tx: Tx,
  item: { profile_id: string; order_id: string; payment_id: string; operation_id: string },
  outcome: Outcome,
  found: { yen?: number; provider_id?: string | null; note?: string } = {},
): Promise<boolean> {
  const { closed } = await only<{ closed: boolean }>(
    tx,
    sql`select orders.close_operation(${item.profile_id}, ${item.order_id}, ${item.payment_id}, ${item.operation_id}, ${outcome}, ${found.yen ?? 0},
          ${found.provider_id ?? null}, ${found.note ?? null}, ${clock.iso()}) as closed`,
  )
  return closed
}

/**
 * Carry out what is written and not yet done: captures, voids, refunds; of one order at once, or of all that are due. Made again
 * after a crash or a time-out, each has one effect. What fails stays open and is tried again later. Returns how many were closed.
 */
export async function carryOut(db: Pool, of: { order_id?: string; now?: string } = {}): Promise<number> {
  let done = 0
  // A void that finds money taken leaves a refund: one more round.
  for (let round = 0; round < 2; round++) {
    const taken = await take(db, of)
    if (taken.length === 0) break
    for (const item of taken) {
      try {
        if (await carry(db, item)) done++
      } catch (error) {
        console.error(`orders: ${item.kind} of payment ${item.payment_id}: ${describe(error)}`)
      }
    }
  }
  return done
}

async function take(db: Pool, { order_id, now }: { order_id?: string; now?: string }): Promise<Operation[]> {
  return transaction(db, system, async (tx) => {
    const owner = order_id
      ? await one<{ profile_id: string }>(tx, sql`select profile_id from orders.reference where order_id = ${order_id}`)
      : undefined
    return rows<Operation>(
      tx,
      sql`select profile_id, order_id, payment_id, operation_id, kind, amount_yen, attempts, provider, provider_id, payment_yen, later
          from orders.take_operations(${owner?.profile_id ?? null}, ${order_id ?? null}, ${now ?? clock.iso()}, ${first_again_ms}, ${most_again_ms}, 50)`,
    )
  })
}

async function carry(db: Pool, item: Operation): Promise<boolean> {
  const provider = payment(db, item.provider ?? undefined)
  // Its provider is no longer set up here: only a person can go to it now.
  if (!provider) return closing(db, item, 'by_hand', { note: 'no_provider' })
  const charge = chargeOf(item)
  if (item.kind === 'refund') {
    const answer = await provider.refund(charge, item.operation_id, item.amount_yen)
    if (answer === 'waiting') return false
    return closing(
      db,
      item,
      answer === 'done' ? 'done' : 'by_hand',
      answer === 'done' ? {} : { note: 'refund_refused' },
    )
  }
  if (item.kind === 'void') {
    const known = await provider.cancel(charge)
    const found = { yen: known.captured_yen - known.refunded_yen, provider_id: known.provider_id }
    if (known.state === 'captured') return closing(db, item, 'done', found)
    if (known.state !== 'voided' && known.state !== 'none') return false
    return closing(db, item, 'done', { ...found, ...(item.later ? {} : { note: 'never_taken' }) })
  }
  const known = await provider.capture(charge, item.operation_id, item.amount_yen)
  const found = { yen: known.captured_yen, provider_id: known.provider_id }
  if (known.state === 'captured' && known.captured_yen === item.amount_yen) return closing(db, item, 'done', found)
  if (known.state === 'captured') return closing(db, item, 'by_hand', { ...found, note: 'other_amount' })
  // The authorization ran out or was withdrawn: the goods have left, so a person has to see to it.
  return closing(db, item, 'by_hand', { note: 'authorization_gone', provider_id: known.provider_id })
}

function closing(db: Pool, item: Operation, outcome: Outcome, found: Parameters<typeof close>[3]): Promise<boolean> {
  return transaction(db, system, (tx) => close(tx, item, outcome, found))
}

/** Orders that were placed and paid elsewhere (a marketplace, a social shop) and that we send: the same checkout, the same stock. */
import { system } from '#core/actor'
import type { Claim } from '#core/answers'
import { brokenConstraint, type Pool, rows, sql, type Tx } from '#core/database'
import { sha256 } from '#core/id'
import { unsealAnswer } from '#core/secret'
import { clock } from '#core/time'
import { seal } from '#customers/customers'
import { checkout } from '#orders/checkout'
import { decide, type Wish } from '#orders/decide'
import { draft } from '#orders/draft'
import { close } from '#orders/operations'
import { find } from '#orders/read'
import { cancel } from '#orders/settle'
import { place } from '#stores/stores'

export type Outside = {
  channel: 'marketplace' | 'social'
  /** Unique in its channel. */
  external_id: string
  /** Who took the money. */
  provider: string
  place_id: string
  profile_id: string
  ship: {
    family_name: string
    given_name?: string
    phone: string
    postal_code: string
    prefecture: string
    city: string
    address: string
  }
  /** At the prices it was sold for there, tax included. */
  lines: { variant_id: string; quantity: number; unit_yen: number }[]
}
export type TakenOutside = { order_id: string; number: string; total_yen: number }

const keep_ms = 30 * 86_400_000

/** Take such an order once; told again, the answer is the same. Refuses what stock or catalogue cannot give. */
export async function takeOutside(db: Pool, sold: Outside): Promise<TakenOutside> {
  const from = await place(db, sold.place_id)
  const claim: Claim = {
    scope: `outside:${sold.channel}`,
    key: sold.external_id,
    fingerprint: sha256(sold.external_id),
    at: clock.iso(),
    expires_at: new Date(clock.ms() + keep_ms).toISOString(),
  }
  const wish: Wish = {
    channel: sold.channel,
    way: 'ship',
    place: from,
    sold_at: null,
    prefecture: sold.ship.prefecture,
    supply_mode: 'delivery',
    lines: sold.lines,
    agreed: sold.lines.map(({ unit_yen }) => ({ yen: unit_yen, tax_included: true })),
    points_used: 0,
    member: false,
  }
  const buyer = { profile_id: sold.profile_id, profile_ids: [sold.profile_id], member: false, walk_in: false }
  const sealed = await seal(db, sold.profile_id, { ship: sold.ship })
  const recorded = { provider: sold.provider, reference: sold.external_id }
  for (let attempt = 1; ; attempt++) {
    const now = clock.now()
    const order = draft(
      system,
      { way: 'ship', external_id: sold.external_id },
      wish,
      buyer,
      null,
      await decide(db, wish, now),
      now,
      sealed,
      {
        later: false,
        cash_on_delivery: false,
        recorded,
      },
    )
    const { order_id, number, total_yen } = order.view
    const taken: TakenOutside = { order_id, number, total_yen }
    try {
      const claimed = await checkout(db, claim, JSON.stringify(taken), order)
      if (claimed.outcome === 'new') return taken
      if (claimed.outcome === 'known') return JSON.parse(unsealAnswer(claimed.answer as Buffer)) as TakenOutside
      return refuseBusy()
    } catch (error) {
      // Two orders of one day drew the same six letters: the next id draws others.
      if (attempt === 3 || brokenConstraint(error) !== 'number_pkey') throw error
    }
  }
}

// Not a refusal of the order: whoever asks comes again.
function refuseBusy(): never {
  throw new Error('an outside order is being taken by another process')
}

/** Give such an order up. Its money is given back by whom it was paid to. False when it has left already. */
export async function cancelOutside(tx: Tx, order_id: string, reason: string): Promise<boolean> {
  const order = await find(tx, order_id)
  if (order.view.state === 'done') return false
  await cancel(tx, system, order, reason)
  await refundedOutside(tx, order_id)
  return true
}

/** Who took the money gives it back: nobody here has to. */
export async function refundedOutside(tx: Tx, order_id: string): Promise<void> {
  const owed = await rows<{ profile_id: string; order_id: string; payment_id: string; operation_id: string }>(
    tx,
    sql`select x.profile_id, x.order_id, x.payment_id, x.operation_id from orders.reference r
          join orders.payment_operation x on x.profile_id = r.profile_id and x.order_id = r.order_id
          join orders.payment p on p.profile_id = x.profile_id and p.order_id = x.order_id and p.payment_id = x.payment_id
        where r.order_id = ${order_id} and p.method = 'recorded' and x.kind = 'refund' and x.state = 'by_hand'`,
  )
  for (const item of owed) await close(tx, item, 'done', { note: 'given_back_outside' })
}

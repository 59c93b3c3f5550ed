import { audit } from '#access/access'
import * as carts from '#carts/carts'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import * as customers from '#customers/customers'

/**
 * Make two customers one, in one transaction: identity (customers), one living cart (carts). Points stay in the lots of the
 * profiles that earned them and add up by reading; of consents the most restrictive counts, also by reading. Reversible.
 */
export async function merge(
  tx: Tx,
  actor: Actor,
  want: { keep: string; join: string; reason: string },
): Promise<customers.Merged> {
  const merged = await customers.merge(tx, actor, want)
  await carts.merge(tx, want.join, want.keep)
  await audit(tx, actor, 'customers.merged', merged.customer_id, { merge_id: merged.merge_id })
  return merged
}

/** Take a merge back: profiles, their points and consents part again; the cart stays with the profile it lies under. */
export async function unmerge(tx: Tx, actor: Actor, merge_id: string): Promise<customers.Merged> {
  const parted = await customers.unmerge(tx, actor, merge_id)
  await audit(tx, actor, 'customers.unmerged', parted.customer_id, { merge_id })
  return parted
}

/** Someone we meet first by her purchases becomes a member without a name, found by the retailer's own number. */
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import { Problem } from '#core/problem'
import { findMany, registerMany } from '#customers/customers'
import { keyOf } from '#integrations/keys'
import type { Ready } from '#integrations/purchase-look'

/** Register whom these orders name and nobody knows yet, in one trip; each one's profile by the retailer's number, and who of them is new. */
export async function welcome(
  tx: Tx,
  actor: Actor,
  source: string,
  orders: readonly Ready[],
): Promise<{ met: Map<string, string>; fresh: string[] }> {
  const since = new Map<string, string>()
  for (const { basket, profile_id } of orders)
    if (profile_id === undefined && basket.customer !== undefined && !since.has(basket.customer))
      since.set(basket.customer, basket.placed_at)
  // They were looked for before this transaction began; another import may have met them since.
  const keys = new Map([...since.keys()].map((number) => [keyOf(source, number), number]))
  const found = await findMany(tx, 'external', [...keys.keys()])
  const met = new Map([...found].map(([key, profile_id]) => [keys.get(key) as string, profile_id]))
  const strangers = [...since].filter(([number]) => !met.has(number))
  if (strangers.length === 0) return { met, fresh: [] }
  const made = await registerMany(
    tx,
    actor,
    strangers.map(([number, placed_at]) => ({
      external_id: keyOf(source, number),
      route: 'import',
      registered_at: placed_at,
      channel: 'import',
    })),
  )
  for (const [at, one] of made.entries()) {
    if (one.profile_id === null) throw new Problem(one.code, 409, one.said, { field: one.field })
    met.set(strangers[at]?.[0] as string, one.profile_id)
  }
  return { met, fresh: made.flatMap(({ profile_id }) => profile_id ?? []) }
}

import { rows, sql, type Tx } from '#core/database'

/** How often these profiles, of one customer, used each offer that is counted per member. */
export async function usesOf(tx: Tx, profile_ids: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ offer_id: string; uses: number }>(
    tx,
    sql`select offer_id, sum(uses)::integer as uses from promotions.member_use where profile_id = any (${profile_ids}::uuid[]) group by offer_id`,
  )
  return new Map(found.map(({ offer_id, uses }) => [offer_id, uses]))
}

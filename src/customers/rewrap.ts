import { rows, run, sql, type Tx } from '#core/database'
import { rewrap } from '#core/secret'

export type Rewrapped = { seen: number; changed: number; after: string | null }

/** Wrap the keys of the next profiles under the present master key; one that changed meanwhile is met in the next round. */
export async function rewrapKeys(tx: Tx, after: string | null, limit: number): Promise<Rewrapped> {
  const found = await rows<{ profile_id: string; wrapped_key: Buffer }>(
    tx,
    sql`select profile_id, wrapped_key from customers.profile
        where wrapped_key is not null and (${after}::uuid is null or profile_id > ${after}::uuid) order by profile_id limit ${limit}`,
  )
  const anew = found.flatMap(({ profile_id, wrapped_key }) => {
    const wrapped = rewrap(wrapped_key)
    return wrapped ? [{ profile_id, wrapped_key, wrapped }] : []
  })
  const changed = anew.length
    ? await run(
        tx,
        sql`update customers.profile p set wrapped_key = n.wrapped
            from unnest(${anew.map((one) => one.profile_id)}::uuid[], ${anew.map((one) => one.wrapped_key)}::bytea[], ${anew.map((one) => one.wrapped)}::bytea[])
              n(profile_id, former, wrapped)
            where p.profile_id = n.profile_id and p.wrapped_key = n.former`,
      )
    : 0
  return { seen: found.length, changed, after: found.length === limit ? (found.at(-1)?.profile_id ?? null) : null }
}

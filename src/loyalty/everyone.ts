import { system } from '#core/actor'
import { type Pool, rows, sql, type Tx, transaction } from '#core/database'
import { noOne, sha256 } from '#core/id'
import { putSetting, setting } from '#core/settings'

// How far everyone was looked at by these rules; a mark of the house's own.
type Mark = { rules: string; after: string | null }
const many = 100

/** What rules go by where it is asked whether somebody was looked at by them. */
export function markOf(rules: unknown): string {
  return sha256(JSON.stringify(rules)).toString('hex').slice(0, 16)
}

/** Do something for everyone who has an account of points once for these rules, some at each call; says how many it did. */
export async function everyoneOnce(
  db: Pool,
  key: string,
  rules: unknown,
  each: (tx: Tx, profile_id: string) => Promise<void>,
): Promise<number> {
  const hash = markOf(rules)
  const done = await setting<Mark | null>(db, key, null)
  if (done?.rules === hash && done.after === null) return 0
  const after = done?.rules === hash ? done.after : null
  const batch = await rows<{ id: string }>(
    db,
    sql`select savers_after as id from loyalty.savers_after(${after ?? noOne}, ${many})`,
  )
  for (const { id } of batch) await transaction(db, system, (tx) => each(tx, id))
  const left = batch.length === many ? (batch.at(-1) as { id: string }).id : null
  await put(db, key, { rules: hash, after: left })
  return batch.length
}

/** Forget that everyone was looked at: nobody follows while there are no rules. */
export async function nobodyYet(db: Pool, key: string): Promise<void> {
  if (await setting<Mark | null>(db, key, null)) await put(db, key, null)
}

async function put(db: Pool, key: string, value: Mark | null): Promise<void> {
  await transaction(db, system, (tx) => putSetting(tx, key, value, 'tick'))
}

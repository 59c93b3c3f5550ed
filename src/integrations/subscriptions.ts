/**
 * Which event types some webhook wants, as this process knows it: an event of any other type costs nothing. Known within a
 * second everywhere; what was written meanwhile by a process that did not know yet is caught up (`catchUp`).
 */

import { system } from '#core/actor'
import { type Pool, rows, sql, transaction } from '#core/database'
import { keepLooking } from '#core/keep-looking'

let wanted: ReadonlySet<string> = new Set()
let looks = 0
let known = 0

/** Whether an event of this type is to be told to anyone. */
export function wants(type: string): boolean {
  return wanted.has(type) || wanted.has('*')
}

/** Whether anything may have to be sent at all. */
export function anyone(): boolean {
  return wanted.size > 0
}

/** Look again who wants what. A look begun earlier never undoes what a later one saw. */
export async function refresh(db: Pool): Promise<void> {
  const look = ++looks
  const found = await transaction(db, system, (tx) =>
    rows<{ type: string }>(tx, sql`select distinct unnest(types) as type from integrations.webhook where enabled`),
  )
  if (look < known) return
  known = look
  wanted = new Set(found.map(({ type }) => type))
}

/** Keep knowing it in this process; returns how to stop. */
export async function watchSubscriptions(db: Pool): Promise<() => Promise<void>> {
  const stop = await keepLooking(() => refresh(db))
  return async () => {
    await stop()
    wanted = new Set()
  }
}

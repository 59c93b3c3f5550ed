/** One import or undoing runs at a time, over all processes: who holds the lease works, and says so while the work goes on. */
import { only, type Pool, sql } from '#core/database'
import { randomToken } from '#core/id'

const lease_ms = 20_000

/**
 * Do `work` while nobody else imports; false, and nothing done, while somebody does. The signal ends the work of a process
 * that lost the lease: another has taken over.
 */
export async function holding(db: Pool, work: (held: AbortSignal) => Promise<void>): Promise<boolean> {
  const holder = randomToken(12)
  if (!(await take(db, holder, lease_ms))) return false
  const lost = new AbortController()
  let held_until = Date.now() + lease_ms
  let renewing = Promise.resolve()
  const renewal = setInterval(() => {
    renewing = renewing.then(async () => {
      const from = Date.now()
      const taken = await take(db, holder, lease_ms).catch(() => undefined)
      if (taken) held_until = from + lease_ms
      // A database that is away for a moment takes nothing from us before our time is over.
      else if (taken === false || from > held_until) lost.abort()
    })
  }, lease_ms / 4)
  try {
    await work(lost.signal)
    return true
  } finally {
    clearInterval(renewal)
    await renewing
    await take(db, holder, 0).catch(() => {})
  }
}

// Leases are about processes: the machine's own time, whatever the clock of the business says.
async function take(db: Pool, holder: string, ms: number): Promise<boolean> {
  const [now, until] = [Date.now(), Date.now() + ms].map((at) => new Date(at).toISOString())
  const { taken } = await only<{ taken: boolean }>(
    db,
    sql`select core.take_lease('integrations.imports', ${holder}, ${now}, ${until}) as taken`,
  )
  return taken
}

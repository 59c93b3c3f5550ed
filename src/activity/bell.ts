/** One bell per process: whoever waits for news hears it within milliseconds. Losing a ring costs a poll, never an event. */
import pg from 'pg'

const channel = 'engawa_activity'
const gather_ms = 10

type Bell = { ring(): void; close(): Promise<void> }
let bell: Bell | undefined
const listeners = new Set<() => void>()

/** Say that something was written; call it after COMMIT. At most one NOTIFY every 10 ms leaves this process. */
export function nudge(): void {
  bell?.ring()
}

/** Be told of news from any process; returns how to stop. Also poll: a ring may be lost. */
export function onNews(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Open this process's own connection for ringing and listening; it comes back by itself when the server restarts. */
export async function openBell(url: string): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let ringing = false
  let closed = false

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: 'engawa bell' })
    fresh.on('error', () => lost(fresh))
    fresh.on('end', () => lost(fresh))
    fresh.on('notification', hear)
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
    } catch (error) {
      await fresh.end().catch(() => {})
      throw error
    }
    if (closed) await fresh.end()
    else client = fresh
  }
  // A connection tells of its end more than once, and one that never listened has nothing to be replaced.
  function lost(which: pg.Client): void {
    if (closed || client !== which) return
    client = undefined
    rejoin()
  }
  function rejoin(): void {
    setTimeout(() => {
      if (!closed) connect().catch(rejoin)
    }, 500).unref()
  }
  await connect()
  bell = {
    ring() {
      timer ??= setTimeout(async () => {
        timer = undefined
        // One at a time: a ring while the last is still on its way is gathered into the next.
        if (ringing) return bell?.ring()
        ringing = true
        await client?.query(`notify ${channel}`).catch(() => {})
        ringing = false
      }, gather_ms)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
  const mine = bell
  return async () => {
    if (bell === mine) bell = undefined
    await mine.close()
  }
}

function hear(): void {
  for (const listener of listeners) listener()
}

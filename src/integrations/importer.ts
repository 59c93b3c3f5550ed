/** Works on imports and undoings that were asked for, in this process, until stopped. Who is killed is followed by another. */
import { setTimeout as sleep } from 'node:timers/promises'
import { one, type Pool, sql } from '#core/database'
import { holding } from '#integrations/held'
import { workOnce } from '#integrations/queue'

const poll_ms = 1_000

export type Importer = { stop(): Promise<void> }

/** Begin; a stop lets the batch at hand commit and leaves the rest to whoever comes next. */
export function startImporter(db: Pool, report: (error: unknown) => void): Importer {
  const stopped = new AbortController()
  const done = work()

  async function work(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        if (await waiting(db))
          await holding(db, async (held) => {
            const signal = AbortSignal.any([held, stopped.signal])
            while (!signal.aborted && (await workOnce(db, signal, report)));
          })
      } catch (error) {
        report(error)
      }
      await sleep(poll_ms, undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  return {
    async stop() {
      stopped.abort()
      await done
    },
  }
}

async function waiting(db: Pool): Promise<boolean> {
  return (await one(db, sql`select from integrations.import where due is not null limit 1`)) !== undefined
}

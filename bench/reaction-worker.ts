// The worker of the reaction bench: a process of its own, as `engawa start --role worker` is.
import { follow, openBell, startWorker } from '../src/activity/activity.ts'
import { open, run, sql } from '../src/core/database.ts'

const [url = '', name = ''] = process.argv.slice(2)
const db = open(url, { connections: 10, name: 'bench worker' })
follow({
  'order.placed': [
    {
      name,
      run: async (tx, { event_id }) => {
        // The end of the transaction is a moment later; what is told is when its commit had come back.
        tx.afterCommit(() => void finished(event_id))
      },
    },
  ],
})
await openBell(url)
await startWorker(db, { report: (error) => console.error(error) })
console.log('ready')

let queue: { event_id: string; at_ms: number }[] = []
let writing = false

/** Kept in memory and written behind, so that the yardstick does not weigh on what it measures. */
function finished(event_id: string): void {
  queue.push({ event_id, at_ms: performance.timeOrigin + performance.now() })
  if (!writing) void write()
}
async function write(): Promise<void> {
  writing = true
  while (queue.length) {
    const batch = JSON.stringify(queue)
    queue = []
    await run(
      db,
      sql`insert into bench.done
          select event_id, at_ms from jsonb_to_recordset(${batch}::jsonb) d(event_id uuid, at_ms double precision)`,
    )
  }
  writing = false
}

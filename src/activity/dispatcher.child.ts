// A worker process for dispatcher.test.ts to kill: its reaction writes first and dawdles then.
import { follow } from '#activity/activity'
import { startWorker } from '#activity/dispatcher'
import { open, run, sql } from '#core/database'

follow({
  'order.placed': [
    {
      name: 'slow',
      run: async (tx, event) => {
        await run(tx, sql`insert into trial.effect (event_id, reaction) values (${event.event_id}, 'slow')`)
        await new Promise((done) => setTimeout(done, 100))
      },
    },
  ],
})
await startWorker(open(process.argv[2] ?? ''))

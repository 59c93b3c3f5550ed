/** Background work: graphile-worker holds the jobs. Its schema belongs to the user who signs in to the server; no room writes it. */
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner, run, runMigrations } from 'graphile-worker'
import pg from 'pg'

export type Tasks = Record<string, (payload: unknown) => Promise<void>>
export type Jobs = {
  /** Queue one job per payload; `key` keeps at most one waiting job of that key. */
  add(task: string, payloads: readonly unknown[], key?: string): Promise<void>
  /** How many jobs wait for a worker (counted up to 1,000). */
  waiting(): Promise<number>
  /** Finish what is running, then stop. */
  stop(): Promise<void>
}

const quiet = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message)
})
// When its database dies the runner shuts itself down and nobody waits for that promise: its failure would end the process.
const calm: GraphileConfig.Plugin = {
  name: 'calm',
  worker: {
    middleware: {
      async poolGracefulShutdown(next) {
        try {
          await next()
        } catch {
          // The runner has logged it; what is left of its jobs is handed out again.
        }
      },
    },
  },
}
// Gathered, a finished job's note that cannot be written ends the runner, which is begun anew; alone it would end the process.
const preset: GraphileConfig.Preset = {
  plugins: [calm],
  worker: { useNodeTime: true, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
}
const begin_again_ms = 500

/** Bring the queue's own schema to its version; safe to run from many processes at once. */
export async function installJobs(url: string): Promise<void> {
  const pgPool = workerPool(url, 2)
  try {
    await runMigrations({ pgPool, logger: quiet, preset })
  } finally {
    await pgPool.end()
  }
}

/** Work on jobs of these tasks in this process until stopped; a database that goes away is waited for. */
export async function startJobs(url: string, tasks: Tasks, concurrency = 4): Promise<Jobs> {
  const pgPool = workerPool(url, concurrency + 2)
  const begin = () =>
    run({
      pgPool,
      logger: quiet,
      preset,
      concurrency,
      pollInterval: 1_000,
      noHandleSignals: true,
      taskList: tasks,
      parsedCronItems: [],
    })
  const stopped = new AbortController()
  let runner: Runner | undefined = await begin().catch(() => undefined)
  const kept = keepRunning()

  async function keepRunning(): Promise<void> {
    while (!stopped.signal.aborted) {
      await runner?.promise.catch(() => {})
      await pause(begin_again_ms, undefined, { signal: stopped.signal }).catch(() => {})
      if (stopped.signal.aborted) return
      runner = await begin().catch(() => undefined)
    }
  }
  return {
    async add(task, payloads, key) {
      // Jobs repeat safely, so a few attempts are for killed workers only; failures of ours are kept on the pending row.
      const jobs = payloads.map((payload) => ({ identifier: task, payload, max_attempts: 5, job_key: key }))
      await pgPool.query({
        name: 'add_jobs',
        text: `select count(*) from graphile_worker.add_jobs((
                 select array_agg(job) from jsonb_populate_recordset(null::graphile_worker.job_spec, $1::jsonb) job))`,
        values: [JSON.stringify(jobs)],
      })
    },
    async waiting() {
      const { rows } = await pgPool.query<{ waiting: number }>({
        name: 'waiting_jobs',
        text: `select count(*)::integer as waiting from (
                 select from graphile_worker.jobs where locked_at is null and attempts < max_attempts limit 1000) as some_jobs`,
      })
      return rows[0]?.waiting ?? 0
    },
    async stop() {
      stopped.abort()
      // One that has ended by itself cannot be stopped again.
      await runner?.stop().catch(() => {})
      await kept
      await pgPool.end()
    },
  }
}

function workerPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'engawa jobs',
    options: '-c timezone=UTC -c jit=off',
  })
  // Connections die when the server restarts; the worker opens new ones.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

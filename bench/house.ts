import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { open, type Pool } from '../src/core/database.ts'
import { migrate } from '../src/core/migrate.ts'
import { startPostgres } from '../src/core/postgres.ts'
import { useKey } from '../src/core/secret.ts'
import { rooms } from '../src/rooms.ts'

const key = 'bench-key-of-a-throw-away-database-0123456789'
const main = join(import.meta.dirname, '../src/main.ts')

export type House = {
  /** Connection as the server's owner, for pgbench and seeding. */
  url: string
  owner: Pool
  db: Pool
  /** Root of the PostgreSQL process tree. */
  postgres_pid: number
  /** Start one API process on a free port. */
  api(): Promise<Api>
  close(): Promise<void>
}

/** A durable (fsync on) PostgreSQL of our own in a throw-away folder, migrated, with API processes on demand. */
export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-bench-'))
  // The database runs as another user, who must be able to pass.
  chmodSync(folder, 0o755)
  const server = await startPostgres(folder)
  useKey(key)
  await migrate(server.url, rooms)
  const owner = open(server.url, { role: null, connections: 4, name: 'bench' })
  const db = open(server.url, { connections: 10, name: 'bench' })
  return {
    url: server.url,
    owner,
    db,
    postgres_pid: server.pid,
    api: () => startApi(server.url),
    async close() {
      await Promise.all([owner.close(), db.close()])
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Api = { url: string; pid: number; ended: Promise<void>; said(): string; stop(): Promise<void> }

/** One `engawa start` (answering requests only, unless told otherwise) against a database, ready to answer. */
export async function startApi(
  database_url: string,
  env: Record<string, string> = {},
  role: 'api' | 'all' = 'api',
): Promise<Api> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'start', '--role', role, '--empty', '--no-faces'],
    {
      env: { ...process.env, DATABASE_URL: database_url, PORT: String(port), ENGAWA_KEY: key, ...env },
      // The channel says nothing; it closes when we die, however we die, and then the child stops too.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const url = `http://127.0.0.1:${port}`
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  for (let tries = 0; ; tries++) {
    const ready = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null || tries > 300) {
      child.kill('SIGKILL')
      throw new Error(`the API did not start: ${said}`)
    }
    await pause(100)
  }
  return {
    url,
    ended,
    said: () => said,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

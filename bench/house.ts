import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open, type Pool } from '../src/core/database.ts'
import { migrate } from '../src/core/migrate.ts'
import { startPostgres } from '../src/core/postgres.ts'
import { useKey } from '../src/core/secret.ts'
import { putSetting } from '../src/core/settings.ts'
import { rooms } from '../src/rooms.ts'
import { published } from '../src/stores/stores.ts'
import { type Engawa, startEngawa } from '../town/processes.ts'

const key = 'bench-key-of-a-throw-away-database-0123456789'

export type House = {
  /** Connection as the server's owner, for pgbench and seeding. */
  url: string
  /** The master key of its processes. */
  key: string
  owner: Pool
  db: Pool
  /** Root of the PostgreSQL process tree. */
  postgres_pid: number
  /** Start one API process on a free port. */
  api(): Promise<Engawa>
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
  await putSetting(owner, published.key, true, 'bench')
  return {
    url: server.url,
    key,
    owner,
    db,
    postgres_pid: server.pid,
    api: () => startEngawa(server.url, 'api', { ENGAWA_KEY: key }),
    async close() {
      await Promise.all([owner.close(), db.close()])
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

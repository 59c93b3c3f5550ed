/** A retailer on a durable PostgreSQL of its own and two whole engawas over it; each may be killed -9 at any moment. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, startApi } from '../bench/house.ts'
import { system } from '../src/core/actor.ts'
import { open, transaction } from '../src/core/database.ts'
import { migrate } from '../src/core/migrate.ts'
import { alive, gone, workingIn } from '../src/core/os-process.ts'
import { startPostgres } from '../src/core/postgres.ts'
import { receive } from '../src/inventory/inventory.ts'
import { rooms } from '../src/rooms.ts'
import { key, smallRetailer } from './retailer.ts'

export type FaultHouse = Awaited<ReturnType<typeof openFaultHouse>>

const pieces = 100_000

/** Start everything: fsync on, as a shop would run it. `close` ends only what was started here. */
export async function openFaultHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-faults-'))
  // The database runs as another user, who must be able to pass.
  chmodSync(folder, 0o755)
  let postgres = await startPostgres(folder)
  const { url, port } = postgres
  const cluster = realpathSync(join(folder, 'postgres'))
  await migrate(url, rooms)
  const db = open(url, { connections: 8, name: 'faults' })
  const retailer = await smallRetailer(db)
  await transaction(db, system, async (tx) => {
    for (const variant_id of Object.values(retailer.variant).sort())
      await receive(tx, system, {
        place_id: retailer.shinjuku,
        variant_id,
        quantity: pieces,
        kind: 'receipt',
        source_kind: 'test',
        source_id: randomUUID(),
      })
  })
  const boot = () => startApi(url, { ENGAWA_KEY: key }, 'all')
  const servers: Api[] = [await boot(), await boot()]
  const boots = new Set<Promise<Api>>()
  let closing = false

  /** A start may meet a database that is just then dead or recovering: a supervisor would try again, so do we. */
  async function reboot(): Promise<Api> {
    for (let tries = 1; ; tries++) {
      try {
        return await boot()
      } catch (error) {
        if (tries === 20 || closing) throw error
      }
    }
  }

  return {
    ...retailer,
    url,
    servers,
    /** kill -9 one of the two processes, and start another in its place. */
    async killServer(at: number): Promise<void> {
      const victim = servers[at] as Api
      process.kill(victim.pid, 'SIGKILL')
      await victim.ended
      const booting = reboot()
      boots.add(booting)
      servers[at] = await booting
      boots.delete(booting)
    },
    /** kill -9 the postmaster and all its children, and start the server again on what the disk holds. */
    async killDatabase(): Promise<void> {
      const processes = [postgres.pid, ...workingIn(cluster, 'postgres').filter((pid) => pid !== postgres.pid)]
      for (const pid of processes) killed(pid)
      for (const pid of processes) assert.ok(await gone(pid, 10_000), `process ${pid} outlived kill -9`)
      // Nothing is left to stop; this only gives the folder free.
      await postgres.stop()
      postgres = await startPostgres(folder)
      assert.equal(postgres.port, port, 'the engawas would look for it elsewhere')
    },
    /** The last words of servers that ended without being killed. */
    fallen: () => servers.flatMap(({ pid, said }) => (alive(pid) ? [] : said() || 'ended without a word')),
    async close(): Promise<void> {
      closing = true
      for (const booted of await Promise.allSettled(boots))
        if (booted.status === 'fulfilled') servers.push(booted.value)
      await Promise.all(servers.map((server) => Promise.race([server.stop(), gone(server.pid, 20_000)])))
      for (const { pid } of servers) killed(pid)
      await db.close().catch(() => {})
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // A child that ended by itself a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** A durable PostgreSQL and several engawas over it, any of which may be killed at any moment and is started again. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { installJobs } from '../../src/core/jobs.ts'
import { migrate } from '../../src/core/migrate.ts'
import { alive, gone, workingIn } from '../../src/core/os-process.ts'
import { databaseUser } from '../../src/core/os-user.ts'
import { startPostgres } from '../../src/core/postgres.ts'
import { rooms } from '../../src/rooms.ts'
import { type Engawa, type Part, startEngawa } from '../processes.ts'

export type Cluster = Awaited<ReturnType<typeof openCluster>>

/** So little may a file hold while the disk is "full": the log of transactions cannot go on, nor any table grow. */
const full_bytes = 65_536
const full_ms = 2_000

/** Start everything, fsync on, as a shop would run it: one process for each part. `close` ends only what was started here. */
export async function openCluster(parts: readonly Part[], env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-cluster-'))
  // The database runs as another user, who must be able to pass.
  chmodSync(folder, 0o755)
  let postgres = await startPostgres(folder)
  const { url, port } = postgres
  const cluster = realpathSync(join(folder, 'postgres'))
  await migrate(url, rooms)
  await installJobs(url)
  const processes = await Promise.all(parts.map((part) => startEngawa(url, part, env)))
  const boots = new Set<Promise<Engawa>>()
  let closing = false

  /** A start may meet a database that is just then dead or recovering: a supervisor would try again, so do we. */
  async function reboot(part: Part): Promise<Engawa> {
    for (let tries = 1; ; tries++) {
      try {
        return await startEngawa(url, part, env)
      } catch (error) {
        if (tries === 20 || closing) throw error
      }
    }
  }
  const working = () => [postgres.pid, ...workingIn(cluster, 'postgres').filter((pid) => pid !== postgres.pid)]

  async function restartDatabase(): Promise<void> {
    // Nothing is left to stop; this only gives the folder free.
    await postgres.stop()
    postgres = await startPostgres(folder)
    if (postgres.port !== port) throw new Error('the database came back elsewhere: its engawas would not find it')
  }

  return {
    url,
    processes,
    /** Addresses of the processes that answer requests. */
    apis: () => processes.filter(({ part }) => part !== 'worker').map((one) => one.url),
    /** kill -9 one of the processes, and start another in its place. */
    async killProcess(at: number): Promise<void> {
      const victim = processes[at] as Engawa
      process.kill(victim.pid, 'SIGKILL')
      await victim.ended
      const booting = reboot(victim.part)
      boots.add(booting)
      processes[at] = await booting
      boots.delete(booting)
    },
    /** kill -9 the postmaster and all its children, and start the server again on what the disk holds. */
    async killDatabase(): Promise<void> {
      const pids = working()
      for (const pid of pids) killed(pid)
      for (const pid of pids) if (!(await gone(pid, 10_000))) throw new Error(`process ${pid} outlived kill -9`)
      await restartDatabase()
    },
    /**
     * Let the database's writes fail for a while as they do on a full disk (its processes may not write beyond the first
     * 64 kB of any file: prlimit, so the error is EFBIG where a disk would say ENOSPC), then give it room again.
     * False where that cannot be done.
     */
    async fillDisk(): Promise<boolean> {
      // As the database's own user: even root may lack the right over another's limits.
      const user = databaseUser()
      const as = user ? { uid: user.uid, gid: user.gid } : {}
      const limit = (bytes: string) => {
        // A session may end meanwhile: what counts is that the postmaster, of whom all others come, is held.
        const [held] = working().map(
          (pid) => spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}`], { cwd: '/', ...as }).status === 0,
        )
        return held === true
      }
      if (!limit(`${full_bytes}:unlimited`)) return false
      await pause(full_ms)
      limit('unlimited:unlimited')
      // It panics, as it must; the supervisor starts it again when even recovery found no room.
      if (await gone(postgres.pid, 1_000)) await restartDatabase()
      return true
    },
    /** The last words of processes that ended without being killed. */
    fallen: () => processes.flatMap(({ pid, said }) => (alive(pid) ? [] : said() || 'ended without a word')),
    async close(): Promise<void> {
      closing = true
      for (const booted of await Promise.allSettled(boots))
        if (booted.status === 'fulfilled') processes.push(booted.value)
      await Promise.all(processes.map((one) => Promise.race([one.stop(), gone(one.pid, 20_000)])))
      for (const { pid } of processes) killed(pid)
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

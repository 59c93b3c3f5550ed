/**
 * Supervises the embedded PostgreSQL: makes it on first use, starts, adopts and stops it.
 * It owns the data folder: postgres/ (the cluster), postgres.log, postgres.port, postgres.password (0600), engawa.lock.
 * Always true: it listens on 127.0.0.1 only, its password never leaves the folder, one engawa uses a folder at a time,
 * no file of a cluster is removed while any process works in it, and it stops when we die, however we die.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { gone, program, stamp, workingIn } from './os-process.ts'
import { databaseUser, give, may, type OsUser } from './os-user.ts'
import { type Binaries, binaries } from './postgres-binaries.ts'
import { serverSettings } from './postgres-settings.ts'
import { refuse } from './problem.ts'

export type Server = {
  /** Superuser connection to the database `postgres`. */
  url: string
  pid: number
  port: number
  /** True when the server was still running from an engawa that was killed. */
  adopted: boolean
  /** The process that stops the server when this one dies. */
  watchdog: number
  stop(): Promise<void>
}

/** Run the embedded server of a data folder (made when missing); `fsync: false` is for throw-away data only. */
export async function startPostgres(folder: string, options: { fsync?: boolean } = {}): Promise<Server> {
  const data = resolve(folder)
  const user = databaseUser()
  fs.mkdirSync(data, { recursive: true })
  refuseUnreachable(user, data)
  const lock = lockFolder(data)
  try {
    const cluster = join(data, 'postgres')
    const programs = binaries(user)
    const fsync = options.fsync ?? true
    const password = makeCluster(data, cluster, programs, user, fsync)
    // The watchdog of a killed engawa is stopping this server now or never will.
    if (lock.stale) await pause(300)
    const found = await leftover(cluster)
    const running = found
      ? { ...found, url: address(found.port, password) }
      : await launch(data, cluster, programs, user, password, fsync)
    if (found) await ready(running.url, running.pid, data)
    const watchdog = watch(running.pid, cluster, user)
    return {
      ...running,
      adopted: found !== undefined,
      watchdog: watchdog.pid ?? 0,
      async stop() {
        watchdog.kill('SIGKILL')
        await stopPostmaster(running.pid)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function refuseUnreachable(user: OsUser | undefined, data: string): void {
  if (!user || may(user, 'x', data)) return
  refuse(
    'core.folder_unreachable',
    400,
    `データフォルダー ${data} に、データベースを動かす OS ユーザー「${user.name}」が入れません。/var/lib/engawa のような場所を --data で指定するか、途中のフォルダーに「chmod o+x」してください。`,
    `The operating system user "${user.name}", which runs the database, cannot enter the data folder ${data}. Choose a place such as /var/lib/engawa with --data, or "chmod o+x" the folders on the way.`,
  )
}

/** Make the cluster in a folder beside and move it into place, so that an interrupted first start leaves no half one. */
function makeCluster(
  data: string,
  cluster: string,
  programs: Binaries,
  user: OsUser | undefined,
  fsync: boolean,
): string {
  const passwordFile = join(data, 'postgres.password')
  if (fs.existsSync(join(cluster, 'PG_VERSION'))) {
    const major = Number(fs.readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
    if (major !== programs.major) {
      refuse(
        'core.other_postgres',
        409,
        `データフォルダーは PostgreSQL ${major} のものですが、この engawa は ${programs.major} を使います。前の版で「engawa backup」し、新しいフォルダーに「engawa restore」してください。`,
        `The data folder belongs to PostgreSQL ${major}, this engawa brings ${programs.major}. Use "engawa backup" with the former version and "engawa restore" into a new folder.`,
      )
    }
    const owner = fs.statSync(cluster).uid
    if (!user && process.getuid && owner !== process.getuid()) {
      refuse(
        'core.folder_of_other_user',
        403,
        `データフォルダー ${data} は別の OS ユーザー（uid ${owner}）のものです。そのユーザー（または root）で起動するか、所有者を変えてください。`,
        `The data folder ${data} belongs to another operating system user (uid ${owner}). Start as that user (or root), or change its owner.`,
      )
    }
    give(user, cluster)
    return fs.readFileSync(passwordFile, 'utf8').trim()
  }
  const fresh = `${cluster}.new`
  const forInitdb = join(data, 'postgres.initdb')
  fs.rmSync(fresh, { recursive: true, force: true })
  fs.rmSync(forInitdb, { force: true })
  fs.mkdirSync(fresh, { mode: 0o700 })
  give(user, fresh)
  const password = randomBytes(24).toString('base64url')
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  fs.writeFileSync(forInitdb, password, { mode: 0o600 })
  if (user) fs.chownSync(forInitdb, user.uid, user.gid)
  const made = spawnSync(
    programs.initdb,
    [
      ...['--pgdata', fresh, '--username', 'postgres', '--pwfile', forInitdb, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--data-checksums', '--no-instructions', ...(fsync ? [] : ['--no-sync'])],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ],
    { ...asUser(user), encoding: 'utf8' },
  )
  fs.rmSync(forInitdb, { force: true })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  fs.renameSync(fresh, cluster)
  return password
}

/** A server that outlived its engawa and can be used, or undefined once nothing of it is left in the folder. */
async function leftover(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const file = join(cluster, 'postmaster.pid')
  const real = fs.realpathSync(cluster)
  for (let waited_ms = 0; fs.existsSync(file); waited_ms += 100) {
    const lines = fs.readFileSync(file, 'utf8').split('\n')
    const pid = Number(lines[0])
    const ours = process.platform === 'linux' ? workingIn(real, 'postgres').includes(pid) : program(pid) === 'postgres'
    if (!ours) break
    if (lines[7]?.trim() === 'ready') return { pid, port: Number(lines[3]) }
    // Starting (recovery may take its time) or stopping: both end by themselves.
    if (waited_ms > 120_000) throw new Error(`PostgreSQL (process ${pid}) in ${cluster} is neither ready nor gone`)
    await pause(100)
  }
  // Backends outlive a killed postmaster for a moment; starting beside them could damage data.
  for (const pid of workingIn(real, 'postgres')) {
    if (!(await gone(pid, 10_000))) {
      refuse(
        'core.postgres_leftover',
        409,
        `前の PostgreSQL のプロセス ${pid} がまだ ${cluster} で動いています。終了を待つか、止めてから再実行してください。`,
        `Process ${pid} of a former PostgreSQL still works in ${cluster}. Wait for it or stop it, then try again.`,
      )
    }
  }
  // PostgreSQL itself refuses when the number in the file was given to another program since; only Linux lets us see that.
  if (process.platform === 'linux') fs.rmSync(file, { force: true })
  return undefined
}

async function launch(
  data: string,
  cluster: string,
  programs: Binaries,
  user: OsUser | undefined,
  password: string,
  fsync: boolean,
): Promise<{ pid: number; port: number; url: string }> {
  const portFile = join(data, 'postgres.port')
  const kept = fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : 0
  for (let attempt = 0; ; attempt++) {
    const port = await freePort(attempt === 0 ? kept : 0)
    fs.writeFileSync(portFile, String(port))
    const log = openLog(data)
    const child = spawn(programs.postgres, ['-D', cluster, ...serverSettings(port, fsync)], {
      ...asUser(user),
      // Its own session: Ctrl-C in our terminal must not reach it before we have finished with it.
      detached: true,
      stdio: ['ignore', log, log],
    })
    const failed = new Promise<never>((_, reject) => child.once('error', reject))
    fs.closeSync(log)
    child.unref()
    const pid = child.pid ?? (await failed)
    const url = address(port, password)
    try {
      await Promise.race([ready(url, pid, data), failed])
      return { pid, port, url }
    } catch (error) {
      // Another program may take the port between our look and its start.
      if (attempt === 2 || (await freePort(port)) === port) throw error
    }
  }
}

/** Wait for the first answer; crash recovery may need minutes, so only the death of the server ends the waiting. */
async function ready(url: string, pid: number, data: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') throw error
      if (!stamp(pid)) {
        const log = fs.readFileSync(join(data, 'postgres.log'), 'utf8').trim().split('\n').slice(-8).join('\n')
        throw new Error(`PostgreSQL did not start; ${join(data, 'postgres.log')} ends with:\n${log}`)
      }
      await pause(25)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** A shell that waits for our end of a pipe to close, which also kill -9 does, and then stops the server. */
function watch(pid: number, cluster: string, user: OsUser | undefined): ChildProcess {
  const script = 'read -r _; read -r pid < "$1/postmaster.pid" && [ "$pid" = "$0" ] && kill -INT "$0"'
  const watchdog = spawn('/bin/sh', ['-c', script, String(pid), cluster], {
    ...asUser(user),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.on('error', () => {})
  watchdog.unref()
  ;(watchdog.stdin as unknown as { unref(): void } | null)?.unref()
  return watchdog
}

async function stopPostmaster(pid: number): Promise<void> {
  // INT = fast: sessions are ended, everything is written. QUIT = at once, recovered at the next start.
  for (const [signal, patience_ms] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (!stamp(pid)) return
    process.kill(pid, signal)
    if (await gone(pid, patience_ms)) return
  }
}

function openLog(data: string): number {
  const file = join(data, 'postgres.log')
  if (fs.existsSync(file) && fs.statSync(file).size > 10_000_000) fs.renameSync(file, `${file}.1`)
  return fs.openSync(file, 'a', 0o600)
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted ? done(freePort(0)) : reject(error)))
    probe.listen(wanted, '127.0.0.1', () => {
      const taken = probe.address()
      probe.close(() => done(typeof taken === 'object' && taken ? taken.port : 0))
    })
  })
}

function asUser(user: OsUser | undefined) {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
  return user ? { uid: user.uid, gid: user.gid, cwd: '/', env } : { cwd: '/', env }
}

function address(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
}

function pause(duration_ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, duration_ms))
}

/**
 * Brings a backup back into a data folder as it was at a moment. The server that replays the log listens on a socket in a folder
 * of its own only, and the data folder gets its name when everything is done: an interrupted restore leaves nothing that starts.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import type { BackupFolder, Base } from './backup-folder.ts'
import { gone, stamp } from './os-process.ts'
import { databaseUser, type OsUser } from './os-user.ts'
import { type Binaries, binaries } from './postgres-binaries.ts'
import { refuse } from './problem.ts'
import { positionOf, segmentOf } from './replication.ts'

export type Restored = { base: string; at: string | null; unpack_ms: number; replay_ms: number }
const database = 'engawa'
const too_short = 'recovery ended before configured recovery target was reached'
const marker = '# engawa restore'

/** The newest base that was whole at the moment, and whether the log reaches it. Refuses what cannot be restored, naming what can. */
export function choose(folder: BackupFolder, at?: string): Base {
  const bases = folder.baseList()
  const [oldest] = bases
  if (!oldest)
    return refuse(
      'core.no_backup',
      404,
      `${folder.path} にバックアップがありません。`,
      `There is no backup in ${folder.path}.`,
    )
  const base = bases.findLast(({ whole_at }) => !at || whole_at <= at)
  if (!base)
    return refuse(
      'core.backup_too_early',
      409,
      `この時刻には戻せません。いちばん古いのは ${oldest.whole_at} です。`,
      `This moment is before the oldest backup (${oldest.whole_at}).`,
      { field: 'at', earliest: oldest.whole_at },
    )
  const latest = folder.kept()?.at ?? base.whole_at
  if (at && at > latest && at > base.whole_at)
    refuse(
      'core.backup_too_late',
      409,
      `この時刻までの記録がありません。いちばん新しいのは ${latest} です。`,
      `The backup does not reach this moment; its last is ${latest}.`,
      { field: 'at', latest },
    )
  needNoGap(folder, base)
  return base
}

function needNoGap(folder: BackupFolder, base: Base): void {
  const names = folder.segments(segmentOf(positionOf(base.from), base)).map((name) => name.slice(0, 24))
  const numbers = [...new Set(names)].map((name) => BigInt(`0x${name.slice(8)}`))
  const size = BigInt(base.segment_bytes)
  const next = (number: bigint) =>
    (number & 0xffffffffn) === 0x100000000n / size - 1n ? ((number >> 32n) + 1n) << 32n : number + 1n
  const hole = numbers.findIndex((number, at) => at > 0 && number !== next(numbers[at - 1] as bigint))
  if (hole > 0)
    refuse(
      'core.backup_gap',
      409,
      '記録の一部が欠けているため、この時刻には戻せません。より新しいバックアップを選んでください。',
      'A part of the log is missing, so this moment cannot be restored. Choose a newer one.',
      { field: 'at' },
    )
}

/** Restore into a data folder that has no cluster yet; `mend` works on the database before anybody can reach it. */
export async function restore(
  folder: BackupFolder,
  want: { data: string; at?: string | undefined },
  mend: (url: string) => Promise<void>,
): Promise<Restored> {
  const base = choose(folder, want.at)
  const data = resolve(want.data)
  const user = databaseUser()
  const programs = binaries(user)
  if (programs.major !== base.major)
    refuse(
      'core.other_postgres',
      409,
      `このバックアップは PostgreSQL ${base.major} のものですが、この engawa は ${programs.major} を使います。`,
      `This backup is of PostgreSQL ${base.major}; this engawa brings ${programs.major}.`,
    )
  if (fs.existsSync(join(data, 'postgres')))
    refuse(
      'core.folder_taken',
      409,
      `${data} にはすでにデータがあります。新しいフォルダーを --data で指定してください。`,
      `${data} holds data already. Name a new folder with --data.`,
      { field: 'data' },
    )
  const cluster = join(data, 'postgres.new')
  const began = performance.now()
  fs.mkdirSync(data, { recursive: true })
  fs.rmSync(cluster, { recursive: true, force: true })
  fs.mkdirSync(cluster, { mode: 0o700 })
  await unpack(folder, base, cluster)
  const unpacked = performance.now()
  const hba = fs.readFileSync(join(cluster, 'pg_hba.conf'))
  await replayed({ cluster, data, user, programs }, want.at, mend)
  fs.writeFileSync(join(cluster, 'pg_hba.conf'), hba)
  settle(cluster)
  own(cluster, user)
  fs.renameSync(cluster, join(data, 'postgres'))
  const [unpack_ms, replay_ms] = [unpacked - began, performance.now() - unpacked].map(Math.round) as [number, number]
  return { base: base.label, at: want.at ?? null, unpack_ms, replay_ms }
}

async function unpack(folder: BackupFolder, base: Base, cluster: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-f', '-', '-C', cluster], { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  tar.stderr.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<number | null>((done, fail) => {
    tar.once('exit', done)
    tar.once('error', fail)
  })
  const poured = pipeline(fs.createReadStream(folder.tarOf(base.label)), createZstdDecompress(), tar.stdin).catch(
    (error: Error) => error,
  )
  const code = await ended
  const failed = await poured
  if (code !== 0 || failed) throw new Error(`tar ended with ${code}: ${said || failed?.message}`)
  for (const name of folder.segments(segmentOf(positionOf(base.from), base))) {
    const target = join(cluster, 'pg_wal', name.slice(0, 24))
    const source = join(folder.wal, name)
    if (name.endsWith('.zst'))
      await pipeline(fs.createReadStream(source), createZstdDecompress(), fs.createWriteStream(target, { mode: 0o600 }))
    // A base brings whole segments; the beginning of one is less than that.
    else if (!fs.existsSync(target)) {
      fs.copyFileSync(source, target)
      fs.truncateSync(target, base.segment_bytes)
    }
  }
}

type Place = { cluster: string; data: string; user: OsUser | undefined; programs: Binaries }

async function replayed(place: Place, at: string | undefined, mend: (url: string) => Promise<void>): Promise<void> {
  const { cluster, data, user } = place
  // Nobody but us can enter the folder of the socket, so nobody has to show a password there.
  const socket = fs.mkdtempSync(join(tmpdir(), 'engawa-'))
  if (user) fs.chownSync(socket, user.uid, user.gid)
  fs.chmodSync(socket, 0o700)
  fs.writeFileSync(join(cluster, 'pg_hba.conf'), 'local all all trust\n', { mode: 0o600 })
  let server: ChildProcess | undefined
  try {
    server = await recovered(place, socket, at)
    const url = `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(socket)}`
    const password = randomBytes(24).toString('base64url')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`alter role postgres password '${password}'`).finally(() => client.end())
    fs.writeFileSync(join(data, 'postgres.password'), password, { mode: 0o600 })
    await mend(url)
  } finally {
    if (server?.pid && stamp(server.pid)) {
      process.kill(server.pid, 'SIGINT')
      await gone(server.pid, 60_000)
    }
    fs.rmSync(socket, { recursive: true, force: true })
  }
}

/** Let the server replay the log up to the moment; when nothing was committed between the end of the log and it, to its end. */
async function recovered(place: Place, socket: string, at: string | undefined): Promise<ChildProcess> {
  for (const target of at ? [at, undefined] : [undefined]) {
    configure(place.cluster, target)
    own(place.cluster, place.user)
    const log = join(place.data, 'restore.log')
    const server = launch(place, socket, log)
    if (await promoted(server, socket)) {
      fs.rmSync(log, { force: true })
      return server
    }
    const said = fs.readFileSync(log, 'utf8')
    fs.rmSync(log, { force: true })
    if (!target || !said.includes(too_short))
      throw new Error(`PostgreSQL could not replay the log:\n${said.slice(-2000)}`)
  }
  throw new Error('unreachable')
}

function configure(cluster: string, at: string | undefined): void {
  settle(cluster)
  const lines = [
    marker,
    "restore_command = '/bin/false'",
    "recovery_target_timeline = 'current'",
    'hot_standby = off',
    'archive_mode = off',
    ...(at
      ? [`recovery_target_time = '${at.replace('T', ' ').replace('Z', '+00')}'`, "recovery_target_action = 'promote'"]
      : []),
  ]
  fs.appendFileSync(join(cluster, 'postgresql.auto.conf'), `${lines.join('\n')}\n`)
  fs.writeFileSync(join(cluster, 'recovery.signal'), '')
}

/** Take our own lines out of the configuration again. */
function settle(cluster: string): void {
  const file = join(cluster, 'postgresql.auto.conf')
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  fs.writeFileSync(file, text.split(marker)[0] ?? '', { mode: 0o600 })
}

function own(folder: string, user: OsUser | undefined): void {
  if (!user) return
  fs.chownSync(folder, user.uid, user.gid)
  for (const entry of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    fs.lchownSync(join(folder, entry), user.uid, user.gid)
}

function launch({ cluster, user, programs }: Place, socket: string, log: string): ChildProcess {
  const out = fs.openSync(log, 'a', 0o600)
  const as = user ? { uid: user.uid, gid: user.gid } : {}
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socket}`,
    'port=5432',
    'max_connections=200',
    'dynamic_shared_memory_type=mmap',
    'log_min_messages=log',
  ]
  const server = spawn(programs.postgres, ['-D', cluster, ...settings.flatMap((one) => ['-c', one])], {
    ...as,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', out, out],
  })
  server.on('error', () => {})
  fs.closeSync(out)
  return server
}

/** True once the server takes writes; false when it has given up. */
async function promoted(server: ChildProcess, host: string): Promise<boolean> {
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null || !server.pid) return false
    const client = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres' })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ waiting: boolean }>('select pg_is_in_recovery() as waiting')
      if (rows[0]?.waiting === false) return true
    } catch {
      // Not yet.
    } finally {
      await client.end().catch(() => {})
    }
    await new Promise((done) => setTimeout(done, 50))
  }
}

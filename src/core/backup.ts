/**
 * Keeps a backup beside a working database: a copy of the whole now and then, and the log since, as it is written. What is
 * committed is in the backup about a second later; any moment since the oldest copy can be restored.
 */
import { createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { createZstdCompress } from 'node:zlib'
import pg from 'pg'
import type { BackupFolder, Base } from './backup-folder.ts'
import { sha256 } from './id.ts'
import { LogKeeper } from './log-keeper.ts'
import { refuse } from './problem.ts'
import { baseBackup, identify, type Position, positionOf, type System, standby, streamLog } from './replication.ts'

export type BackupOptions = {
  /** Bases to keep; the oldest decides how far back a restore may go. */
  keep: number
  /** A new base when the newest is older than this. */
  base_every_ms: number
  /** Called once a second while the log is followed. */
  each_second?: () => Promise<void>
  report?: (error: unknown) => void
}
export type Following = { stop(): Promise<void>; ready: Promise<void> }

const again_ms = 5_000

/** Copy the whole cluster now; it can be restored by itself to the moment it was done. */
export async function takeBase(url: string, folder: BackupFolder): Promise<Base> {
  folder.make()
  const client = await standby(url, 'engawa backup base')
  const began = new Date()
  const label = began.toISOString().replace(/[-:]|\.\d+/g, '')
  const file = folder.tarOf(label)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const system = await identify(client)
    refuseOther(folder, system)
    const zip = createZstdCompress()
    const written = pipeline(zip, createWriteStream(file, { mode: 0o600, flush: true }))
    // Its failure is the base's; looked at below, whichever comes first.
    written.catch(() => {})
    const into = new Writable({ write: (chunk, _, done) => void zip.write(chunk, () => done()) })
    const span = await baseBackup(client, `engawa ${label}`, into)
    await new Promise<void>((done) => into.end(done))
    zip.end()
    await written
    const { timeline, segment_bytes, systemid, major } = system
    const base: Base = {
      ...{ label, ...span, whole_at: await clockOf(url) },
      ...{ timeline, segment_bytes, systemid, major, bytes: statSync(file).size },
    }
    folder.describe(base)
    return base
  } catch (error) {
    rmSync(dirname(file), { recursive: true, force: true })
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/** Follow the log for as long as it takes, through restarts of the server; takes a base when there is none or it is old. */
export function followLog(url: string, folder: BackupFolder, options: BackupOptions): Following {
  const stopped = new AbortController()
  const { signal } = stopped
  let begun = () => {}
  const ready = new Promise<void>((done) => {
    begun = done
  })
  const work = (async () => {
    while (!signal.aborted) {
      try {
        await followOnce(url, folder, options, signal, begun)
      } catch (error) {
        if (!signal.aborted) options.report?.(error)
      }
      await pause(again_ms, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    ready,
    async stop() {
      stopped.abort()
      await work
    },
  }
}

async function followOnce(
  url: string,
  folder: BackupFolder,
  options: BackupOptions,
  signal: AbortSignal,
  begun: () => void,
): Promise<void> {
  folder.make()
  const client = await standby(url, 'engawa backup log')
  try {
    const system = await identify(client)
    refuseOther(folder, system)
    const slot = slotOf(folder)
    const held = await holdLog(url, slot)
    const { from, gap } = startOf(folder, system, held)
    // A house that was restored into its old backup goes on in a history of its own, which begins with a copy.
    const other = folder.baseList().at(-1)?.timeline !== system.timeline
    const keeper = new LogKeeper(folder, system, from)
    const end = () => void client.end().catch(() => {})
    signal.addEventListener('abort', end)
    const beat = setInterval(() => keeper.sync(), 1_000)
    const streaming = streamLog(
      client,
      from,
      { timeline: system.timeline, slot },
      (piece) => keeper.take(piece),
      () => keeper.position,
    )
    // Awaited below; a base that takes long must not leave its failure unheard.
    streaming.catch(() => {})
    const chores = housekeep(url, folder, { ...options, gap: gap || other }, signal, begun)
    try {
      await Promise.race([streaming, chores])
    } finally {
      clearInterval(beat)
      signal.removeEventListener('abort', end)
      end()
      await streaming.catch(() => {})
      await keeper.end()
    }
  } finally {
    await client.end().catch(() => {})
  }
}

async function housekeep(
  url: string,
  folder: BackupFolder,
  options: BackupOptions & { gap: boolean },
  signal: AbortSignal,
  begun: () => void,
): Promise<void> {
  let needed = options.gap
  while (!signal.aborted) {
    const newest = folder.baseList().at(-1)
    if (needed || !newest || Date.parse(newest.whole_at) < Date.now() - options.base_every_ms) {
      await takeBase(url, folder)
      folder.prune(options.keep)
      needed = false
    }
    await options.each_second?.()
    begun()
    await pause(1_000, undefined, { signal }).catch(() => {})
  }
}

/** A slot keeps the server from forgetting what this backup has not read yet; the place it holds from. */
async function holdLog(url: string, slot: string): Promise<Position> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // What the server could not keep any longer is lost to this slot for good.
    await client.query(
      `select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1 and wal_status = 'lost' and not active`,
      [slot],
    )
    await client.query(
      `select pg_create_physical_replication_slot($1, true) where not exists (select from pg_replication_slots where slot_name = $1)`,
      [slot],
    )
    const { rows } = await client.query<{ held: string | null }>(
      `select restart_lsn::text as held from pg_replication_slots where slot_name = $1`,
      [slot],
    )
    return positionOf(rows[0]?.held ?? '0/0')
  } finally {
    await client.end()
  }
}

function startOf(folder: BackupFolder, system: System, held: Position): { from: Position; gap: boolean } {
  const size = BigInt(system.segment_bytes)
  const resumed = folder.resumeAt(system)
  const begin = (held / size) * size
  if (resumed !== undefined && resumed >= begin) return { from: resumed, gap: false }
  // The slot is gone, and with it what lies between: only a new base can be restored past that.
  return { from: begin, gap: resumed !== undefined }
}

export function slotOf(folder: BackupFolder): string {
  return `engawa_${sha256(folder.path).toString('hex').slice(0, 12)}`
}

/** The server's own clock, not the house's: a moment to restore is compared with when it committed. */
async function clockOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ at: Date }>(
      'select query_start as at from pg_stat_activity where pid = pg_backend_pid()',
    )
    return (rows[0]?.at ?? new Date()).toISOString()
  } finally {
    await client.end()
  }
}

function refuseOther(folder: BackupFolder, system: System): void {
  const known = folder.kept()?.systemid ?? folder.baseList().at(-1)?.systemid
  if (known && known !== system.systemid)
    refuse(
      'core.backup_of_other',
      409,
      `${folder.path} には別のデータベースのバックアップがあります。別のフォルダーを指定してください。`,
      `${folder.path} holds the backup of another database. Name another folder.`,
    )
}

/**
 * What PostgreSQL tells a standby, spoken by pg: the position, a base backup, the stream of its log. The same for the embedded
 * server and any other: who may replicate may keep a backup, from anywhere.
 */
import type { Writable } from 'node:stream'
import pg from 'pg'
import { refuse } from './problem.ts'

/** A place in the log, as PostgreSQL writes it: `0/16B3748`. */
export type Position = bigint
export type System = { systemid: string; timeline: number; position: Position; segment_bytes: number; major: number }
type Wire = {
  stream: { pause(): void; resume(): void }
  on(event: 'copyData', listener: (message: { chunk: Buffer }) => void): void
  off(event: 'copyData', listener: (message: { chunk: Buffer }) => void): void
  sendCopyFromChunk(chunk: Buffer): void
}

// PostgreSQL counts microseconds since the year 2000.
const epoch_ms = Date.UTC(2000, 0, 1)

export function positionOf(text: string): Position {
  const [high = '0', low = '0'] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}
export function textOf(position: Position): string {
  return `${(position >> 32n).toString(16).toUpperCase()}/${(position & 0xffffffffn).toString(16).toUpperCase()}`
}
/** The file of the log in which a position lies. */
export function segmentOf(
  position: Position,
  { timeline, segment_bytes }: Pick<System, 'timeline' | 'segment_bytes'>,
): string {
  const number = position / BigInt(segment_bytes)
  const per_log = 0x100000000n / BigInt(segment_bytes)
  const hex = (value: bigint | number) => value.toString(16).toUpperCase().padStart(8, '0')
  return `${hex(timeline)}${hex(number / per_log)}${hex(number % per_log)}`
}

/** Connect as a standby does. Refuses a user who may not replicate, and says what to grant. */
export async function standby(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    replication: 'database',
    keepAlive: true,
  } as pg.ClientConfig)
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    const { code } = error as { code?: string }
    if (code !== '28000' && code !== '42501') throw error
    return refuse(
      'core.no_replication',
      403,
      `このデータベースの利用者には複製の権限がありません。「alter role … replication」を実行し、pg_hba.conf で replication の接続を許すか、データベース側のバックアップ（pg_basebackup、クラウドの自動バックアップ）をお使いください。`,
      'The user of this database may not replicate. Run "alter role … replication" and allow replication in pg_hba.conf, or use the backups of the server (pg_basebackup, your cloud’s own).',
    )
  }
}

/** Who the server is and where its log stands. */
export async function identify(client: pg.Client): Promise<System> {
  const { rows } = await client.query('IDENTIFY_SYSTEM')
  const [who] = rows as { systemid: string; timeline: string | number; xlogpos: string }[]
  const size = (await client.query('SHOW wal_segment_size')).rows[0] as { wal_segment_size: string }
  const version = (await client.query('SHOW server_version_num')).rows[0] as { server_version_num: string }
  const [, amount = '16', unit = 'MB'] = /^(\d+)(MB|GB|kB)?$/.exec(size.wal_segment_size) ?? []
  return {
    systemid: who?.systemid ?? '',
    timeline: Number(who?.timeline ?? 1),
    position: positionOf(who?.xlogpos ?? '0/0'),
    segment_bytes: Number(amount) * ({ kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }[unit] ?? 1024 ** 2),
    major: Math.floor(Number(version.server_version_num) / 10_000),
  }
}

/** Copy the whole cluster while it works, as one tar with the log it needs; where in the log the copy begins and is whole. */
export async function baseBackup(
  client: pg.Client,
  label: string,
  to: Writable,
): Promise<{ from: string; to: string }> {
  const wire = (client as unknown as { connection: Wire }).connection
  let failed: Error | undefined
  let waiting = false
  const write = ({ chunk }: { chunk: Buffer }) => {
    // 'n' a new archive begins, 'd' its bytes, 'p' progress; tablespaces of their own would be further archives.
    if (chunk[0] !== 0x64 || failed) return
    // Its memory is used again as soon as we return.
    if (to.write(Buffer.from(chunk.subarray(1))) || waiting) return
    waiting = true
    wire.stream.pause()
    to.once('drain', () => {
      waiting = false
      wire.stream.resume()
    })
  }
  to.once('error', (error: Error) => {
    failed = error
    wire.stream.resume()
  })
  wire.on('copyData', write)
  try {
    const answers = (await client.query(
      `BASE_BACKUP (LABEL '${label}', CHECKPOINT 'fast', WAL true, MANIFEST 'no')`,
    )) as unknown as pg.QueryResult[]
    if (failed) throw failed
    const positions = [answers].flat().flatMap(({ rows }) => rows.map((row: { recptr?: string }) => row.recptr))
    const [from = '0/0', ...rest] = positions.filter((text): text is string => typeof text === 'string')
    return { from, to: rest.at(-1) ?? from }
  } finally {
    wire.off('copyData', write)
  }
}

export type Piece = { at: Position; bytes: Buffer; sent_ms: number }
/** Follow the log from a position until the connection ends; `confirm` tells the server what is safely kept. */
export async function streamLog(
  client: pg.Client,
  from: Position,
  { timeline, slot }: { timeline: number; slot: string },
  take: (piece: Piece) => void,
  kept: () => Position,
): Promise<void> {
  const wire = (client as unknown as { connection: Wire }).connection
  const confirm = (now = false) => wire.sendCopyFromChunk(statusOf(kept(), now))
  wire.on('copyData', ({ chunk }) => {
    // 'w': a piece of the log; 'k': are you there?
    if (chunk[0] === 0x77)
      take({
        at: chunk.readBigUInt64BE(1),
        bytes: chunk.subarray(25),
        sent_ms: epoch_ms + Number(chunk.readBigUInt64BE(17) / 1000n),
      })
    else if (chunk[0] === 0x6b && chunk[17] === 1) confirm()
  })
  const timer = setInterval(confirm, 1_000)
  try {
    await client.query(`START_REPLICATION SLOT ${slot} PHYSICAL ${textOf(from)} TIMELINE ${timeline}`)
  } finally {
    clearInterval(timer)
  }
}

function statusOf(position: Position, reply: boolean): Buffer {
  const status = Buffer.alloc(34)
  status[0] = 0x72
  for (const at of [1, 9, 17]) status.writeBigUInt64BE(position, at)
  status.writeBigUInt64BE(BigInt(Date.now() - epoch_ms) * 1000n, 25)
  status[33] = reply ? 1 : 0
  return status
}

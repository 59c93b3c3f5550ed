/**
 * Files that are sent to be imported. They hold people's data: every piece is sealed by the house's key, only who sent a file
 * (and who may import everything) reads it, and it goes after some days, or as soon as one says so.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Actor } from '#core/actor'
import { type Db, one, only, type Pool, rows, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { sealBytes, unsealBytes } from '#core/secret'
import { declare, setting } from '#core/settings'
import { clock } from '#core/time'
import type { Resource } from '#integrations/fields'
import type { Stored } from '#integrations/file'
import type { Policy } from '#integrations/job-context'
import { everything } from '#integrations/may-import'

export type Upload = {
  upload_id: string
  file_name: string
  /** Null until the whole file is here. */
  bytes: number | null
  sha256: Buffer | null
  content_id: string | null
  /** How it is to be read, once somebody has said so and seen it. */
  resource: Resource | null
  map: string | null
  on_conflict: Policy | null
  created_at: string
}

const columns = sql`upload_id, file_name, bytes, sha256, content_id, resource, map, on_conflict, created_at`
const piece_bytes = 512 * 1024
const day_ms = 86_400_000
const megabyte = 1024 * 1024

export const uploadDays = declare({
  key: 'integrations.upload_days',
  schema: Type.Integer({ minimum: 1, maximum: 90 }),
  usual: 7,
  title: { ja: '取り込むために送られたファイルを残す日数', en: 'Days a file that was sent to be imported is kept' },
  about: {
    ja: '不可だった行を、あとから同じファイルで取り込み直せる期間です。お客さまの情報を含むことがあるため、短めにしてください。',
    en: 'So long its refused rows can be brought in again. It may hold people’s data: keep it short.',
  },
})

export const uploadMegabytes = declare({
  key: 'integrations.upload_megabytes',
  schema: Type.Integer({ minimum: 1, maximum: 2_000 }),
  usual: 200,
  title: { ja: '取り込むファイルの大きさの上限（MB）', en: 'How large a file to import may be (MB)' },
  about: {
    ja: '圧縮（.gz）したファイルは圧縮後の大きさで数えます。これより大きなファイルは engawa import で取り込めます。',
    en: 'A packed file (.gz) counts as it is sent. Larger ones are for engawa import.',
  },
})

/** Announce a file. */
export function announce(tx: Tx, actor: Actor, file_name: string): Promise<Upload> {
  return only<Upload>(
    tx,
    sql`insert into integrations.upload (upload_id, file_name, made_by, created_at)
        values (${id()}, ${file_name}, ${byOf(actor)}, ${clock.iso()}) returning ${columns}`,
  )
}

/** A file by its id, for who may see it; refuses any other (404). */
export async function uploadOf(db: Db, actor: Actor, upload_id: string): Promise<Upload> {
  const found = await one<Upload>(
    db,
    sql`select ${columns} from integrations.upload
        where upload_id = ${upload_id} and (${everything(actor)} or made_by = ${byOf(actor)})`,
  )
  return (
    found ??
    refuse('integrations.no_upload', 404, 'このファイルは見つかりません。', 'There is no such file.', {
      field: 'upload_id',
    })
  )
}

/** Take a file's bytes as they come, piece by piece; sent again, the same bytes change nothing and others are refused (409). */
export async function receive(db: Pool, actor: Actor, upload: Upload, bytes: AsyncIterable<Buffer>): Promise<Upload> {
  const most = (await setting(db, uploadMegabytes)) * megabyte
  const content_id = id()
  const hash = createHash('sha256')
  let [size, count] = [0, 0]
  for await (const piece of inPieces(bytes)) {
    size += piece.length
    if (size > most) await tooLarge(db, content_id, most)
    hash.update(piece)
    await run(
      db,
      sql`insert into integrations.upload_piece (content_id, piece, upload_id, sealed) values (${content_id}, ${count++}, ${upload.upload_id}, ${sealBytes(piece)})`,
    )
  }
  if (size === 0)
    refuse('integrations.empty_file', 422, 'ファイルが空です。', 'The file is empty.', { field: 'content' })
  const sha256 = hash.digest()
  const taken = await one<Upload>(
    db,
    sql`update integrations.upload set content_id = ${content_id}, bytes = ${size}, sha256 = ${sha256}
        where upload_id = ${upload.upload_id} and content_id is null returning ${columns}`,
  )
  if (taken) return taken
  await forgetPieces(db, content_id)
  const there = await uploadOf(db, actor, upload.upload_id)
  if (!there.sha256?.equals(sha256))
    refuse(
      'integrations.other_content',
      409,
      'このファイルは別の内容で受け取り済みです。新しいファイルとして送ってください。',
      'This file is here already with other content; send it as a new one.',
      { field: 'content' },
    )
  return there
}

async function tooLarge(db: Pool, content_id: string, most: number): Promise<never> {
  await forgetPieces(db, content_id)
  const megabytes = Math.floor(most / megabyte)
  return refuse(
    'integrations.too_large',
    413,
    `ファイルが大きすぎます（${megabytes}MBまで）。分割するか、gzip で圧縮してください。`,
    `The file is too large (at most ${megabytes} MB): split it, or pack it with gzip.`,
    { field: 'content', megabytes },
  )
}

async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of bytes) {
    parts.push(part)
    size += part.length
    if (size < piece_bytes) continue
    yield Buffer.concat(parts)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts)
}

/** The file as something to be read; refuses one that is not here whole (409). */
export function contentOf(
  db: Pool,
  { upload_id, file_name, bytes, content_id, sha256 }: Upload,
  signal?: AbortSignal,
): Stored & { sha256: Buffer } {
  if (content_id === null || bytes === null || sha256 === null)
    return refuse(
      'integrations.not_whole',
      409,
      'ファイルの中身がまだ送られていません。',
      'The content of the file has not been sent yet.',
      { field: 'upload_id', upload_id },
    )
  return { name: file_name, size: bytes, sha256, open: () => Readable.from(pieces(db, content_id, signal)) }
}

async function* pieces(db: Pool, content_id: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  for (let piece = 0; ; piece++) {
    signal?.throwIfAborted()
    const found = await one<{ sealed: Buffer }>(
      db,
      sql`select sealed from integrations.upload_piece where content_id = ${content_id} and piece = ${piece}`,
    )
    if (!found) return
    yield unsealBytes(found.sealed)
  }
}

/** Keep how a file is to be read. */
export async function keepPlan(
  tx: Tx,
  upload_id: string,
  { resource, map, on_conflict }: { resource: Resource; map: string; on_conflict: Policy | undefined },
): Promise<void> {
  await run(
    tx,
    sql`update integrations.upload set resource = ${resource}, map = ${map}, on_conflict = ${on_conflict ?? null} where upload_id = ${upload_id}`,
  )
}

/** Forget a file at once; what was imported from it stays. Refuses while an import of it waits or runs (409). */
export async function forget(tx: Tx, actor: Actor, upload_id: string): Promise<void> {
  await uploadOf(tx, actor, upload_id)
  const used = await one(tx, sql`select from integrations.import where upload_id = ${upload_id} and due is not null`)
  if (used)
    refuse(
      'integrations.upload_in_use',
      409,
      'このファイルは取り込みの途中です。終わってから削除してください。',
      'An import of this file is not finished; wait for its end.',
      { field: 'upload_id' },
    )
  await drop(tx, [upload_id])
}

/** Forget the files whose time is over; returns how many. */
export async function forgetUploads(db: Pool, now: string): Promise<number> {
  const oldest = new Date(Date.parse(now) - (await setting(db, uploadDays)) * day_ms).toISOString()
  const old = await rows<{ upload_id: string }>(
    db,
    sql`select upload_id from integrations.upload u where created_at <= ${oldest}
          and not exists (select from integrations.import i where i.upload_id = u.upload_id and i.due is not null) limit 20`,
  )
  await drop(
    db,
    old.map(({ upload_id }) => upload_id),
  )
  return old.length
}

async function drop(db: Db, upload_ids: readonly string[]): Promise<void> {
  if (upload_ids.length === 0) return
  await run(db, sql`delete from integrations.upload_piece where upload_id = any (${[...upload_ids]}::uuid[])`)
  await run(db, sql`delete from integrations.upload where upload_id = any (${[...upload_ids]}::uuid[])`)
}

async function forgetPieces(db: Db, content_id: string): Promise<void> {
  await run(db, sql`delete from integrations.upload_piece where content_id = ${content_id}`)
}

function byOf({ kind, id: actor_id }: Actor): string {
  return `${kind} ${actor_id}`
}

/** What a sender may put into a request: its key, its body in whatever dress. */
import { gunzipSync } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'
import { type Source, sourceOfKey } from './sources.ts'

export const item_bytes = 32 * 1024
export const batch_bytes = 500 * 1024

/** The JSON of a body, packed or not; refuses (400) what is none, and what is larger than the protocol allows. */
export function bodyOf(request: FastifyRequest, most: number): { value: unknown; bytes: number } {
  const { body } = request
  const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const plain = /\bgzip\b/i.test(request.headers['content-encoding'] ?? '') ? unpacked(raw, most) : raw
  if (plain.length > most) return tooLarge()
  try {
    return { value: JSON.parse(plain.toString('utf8')), bytes: plain.length }
  } catch {
    return refuse('collection.json', 400, '本文がJSONではありません。', 'The body is not JSON.', { field: 'body' })
  }
}

export function tooLarge(): never {
  return refuse(
    'collection.too_large',
    400,
    '送信内容が大きすぎます。',
    'The body is too large: 32 KB for one event, 500 KB for a batch.',
    {
      field: 'body',
    },
  )
}

/** The source that sends, by the key in `Authorization` (Basic, Bearer), `X-Write-Key` or the body; refuses (401) any other. */
export async function senderOf(request: FastifyRequest, body?: unknown): Promise<Source> {
  const key = keyIn(request) ?? (body as { writeKey?: unknown } | null | undefined)?.writeKey
  const source = typeof key === 'string' && key.length <= 200 ? await sourceOfKey(request.db, key) : undefined
  return (
    source ??
    refuse(
      'collection.write_key',
      401,
      '書き込みキーが正しくありません。',
      'The write key is missing or not valid (any more).',
      {
        field: 'writeKey',
      },
    )
  )
}

/** The key a header bears, if any. */
export function keyIn({ headers }: FastifyRequest): string | undefined {
  const { authorization } = headers
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  // Some send the key with its colon and an empty password, some without.
  if (basic) return Buffer.from(basic, 'base64').toString('utf8').split(':')[0]
  if (authorization) return /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? ''
  const own = headers['x-write-key']
  return typeof own === 'string' ? own.split(':')[0] : undefined
}

function unpacked(raw: Buffer, most: number): Buffer {
  try {
    return gunzipSync(raw, { maxOutputLength: most })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return tooLarge()
    return refuse(
      'collection.packing',
      400,
      '圧縮された本文を読み取れませんでした。',
      'The packed body could not be read.',
      { field: 'body' },
    )
  }
}

import { hash, randomBytes, randomFillSync } from 'node:crypto'
import { clock } from '#core/time'

/** A new UUID v7 (RFC 9562): grows with our clock, so indexes are written at one end. */
export function id(at_ms: number = clock.ms()): string {
  const bytes = randomness(16)
  bytes.writeUIntBE(at_ms, 0, 6)
  return format(bytes, 7)
}

const pool = Buffer.alloc(4096)
let used = pool.length

/** Random bytes out of a pool, which costs the system one call for many; handed out once and wiped. */
export function randomness(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + length))
  pool.fill(0, used, used + length)
  used += length
  return bytes
}

/** A deterministic UUID (v8) from its parts: the same source row always gets the same id, so a repeat is a no-op. */
export function hashId(...parts: (string | number)[]): string {
  return format(hash('sha256', parts.join('\u001f'), 'buffer').subarray(0, 16), 8)
}

/** The profile under which things without a person are written. */
export const noOne = '00000000-0000-0000-0000-000000000000'

/** An unguessable token of `bytes` random bytes, base64url. */
export function randomToken(bytes = 24): string {
  return randomBytes(bytes).toString('base64url')
}

export function sha256(value: string | Uint8Array): Buffer {
  return hash('sha256', value, 'buffer')
}

function format(bytes: Buffer, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

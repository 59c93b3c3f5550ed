import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { randomness } from '#core/id'

/** Keys derived from ENGAWA_KEY: one wraps people's data keys, one makes blind indexes, one seals stored answers. */
type Ring = { wrap: Buffer; blind: Buffer; answers: Buffer }
let ring: Ring | undefined

/** Install the master key (32 bytes or more, base64 or any text); must happen before anything is sealed. */
export function useKey(master: string): void {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'engawa', purpose, 32))
  ring = { wrap: derive('wrap'), blind: derive('blind'), answers: derive('answers') }
}

function keys(): Ring {
  if (!ring) throw new Error('no key: call useKey first')
  return ring
}

/** A keyed hash of a value: equal values are found, the value is not. 16 bytes. */
export function blind(kind: string, value: string): Buffer {
  return createHmac('sha256', keys().blind).update(kind).update('\u0000').update(value).digest().subarray(0, 16)
}

/** A fresh data key for one person, and the same wrapped for storage. */
export function newDataKey(): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32)
  return { key, wrapped: encrypt(keys().wrap, key) }
}
export function unwrap(wrapped: Buffer): Buffer {
  return decrypt(keys().wrap, wrapped)
}

/** Seal a JSON value under a data key (AES-256-GCM). */
export function seal(key: Buffer, value: unknown): Buffer {
  return encrypt(key, Buffer.from(JSON.stringify(value)))
}
export function unseal<T>(key: Buffer, sealed: Buffer): T {
  return JSON.parse(decrypt(key, sealed).toString('utf8')) as T
}

/** Seal a stored answer under the house's own key. */
export function sealAnswer(text: string): Buffer {
  return encrypt(keys().answers, Buffer.from(text))
}
export function unsealAnswer(sealed: Buffer): string {
  return decrypt(keys().answers, sealed).toString('utf8')
}

// Layout: 12 bytes nonce, 16 bytes tag, ciphertext.
function encrypt(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomness(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}
function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

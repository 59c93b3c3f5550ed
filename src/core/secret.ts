import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { randomness } from '#core/id'

/** Keys derived from ENGAWA_KEY: one wraps people's data keys, one makes blind indexes, one seals stored answers, one makes passwords. */
type Ring = { wrap: Buffer; blind: Buffer; answers: Buffer; login: Buffer }
let ring: Ring | undefined

/** Install the master key (32 bytes or more, base64 or any text); must happen before anything is sealed. */
export function useKey(master: string): void {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'engawa', purpose, 32))
  ring = { wrap: derive('wrap'), blind: derive('blind'), answers: derive('answers'), login: derive('login') }
}

function keys(): Ring {
  if (!ring) throw new Error('no key: call useKey first')
  return ring
}

/** A keyed hash of a value: equal values are found, the value is not. 16 bytes. */
export function blind(kind: string, value: string): Buffer {
  return createHmac('sha256', keys().blind).update(kind).update('\u0000').update(value).digest().subarray(0, 16)
}

/** A password of the house's own, the same for each process that holds the master key. */
export function deriveText(purpose: string): string {
  return createHmac('sha256', keys().login).update(purpose).digest('base64url')
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

type Algorithm = { encrypt(key: Buffer, plain: Buffer): Buffer; decrypt(key: Buffer, sealed: Buffer): Buffer }

// Layout: 12 bytes nonce, 16 bytes tag, ciphertext.
const aes256gcm: Algorithm = {
  encrypt(key, plain) {
    const nonce = randomness(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  },
  decrypt(key, sealed) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  },
}

// What is sealed says by which algorithm, in two bytes before it: the next one gets the next number, and the last of this
// list is what seals. What was sealed before this had a number opens still.
const mark = 0xe0
const algorithms: readonly Algorithm[] = [aes256gcm]

function encrypt(key: Buffer, plain: Buffer): Buffer {
  const [version, algorithm] = [algorithms.length, algorithms[algorithms.length - 1] as Algorithm]
  return Buffer.concat([Buffer.from([mark, version]), algorithm.encrypt(key, plain)])
}
function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const algorithm = sealed[0] === mark ? algorithms[(sealed[1] ?? 0) - 1] : undefined
  if (!algorithm) return aes256gcm.decrypt(key, sealed)
  try {
    return algorithm.decrypt(key, sealed.subarray(2))
  } catch (error) {
    // One nonce in 65,536 of old begins as if it were a number; the tag tells.
    try {
      return aes256gcm.decrypt(key, sealed)
    } catch {
      throw error
    }
  }
}

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { randomness } from '#core/id'

/** A person's data key. As a key object: node lays a plain buffer out anew for every use, which costs more than the sealing. */
export type DataKey = KeyObject
const keyFrom = (bytes: Buffer): KeyObject => createSecretKey(bytes)

/** Keys derived from ENGAWA_KEY: one wraps people's data keys, one makes blind indexes, one seals stored answers, one makes passwords. */
type Ring = { wrap: KeyObject; blind: KeyObject; answers: KeyObject; login: KeyObject }
let ring: Ring | undefined
/** While the master key is being changed: what the former one made. */
let former: Ring | undefined

/** Install the master key (32 bytes or more, base64 or any text); must happen before anything is sealed. */
export function useKey(master: string, before?: string): void {
  ring = ringOf(master)
  former = before === undefined ? undefined : ringOf(before)
}

function ringOf(master: string): Ring {
  const derive = (purpose: string) => keyFrom(Buffer.from(hkdfSync('sha256', master, 'engawa', purpose, 32)))
  return { wrap: derive('wrap'), blind: derive('blind'), answers: derive('answers'), login: derive('login') }
}

/**
 * Blind indexes and stored answers keep their keys when the master key changes: they are kept, sealed under it. Gives them to keep.
 */
export function sealRing(): Buffer {
  const { wrap, blind, answers } = keys()
  return encrypt(wrap, Buffer.concat([blind.export(), answers.export()]))
}
/** Take what was kept, sealed under this master key or the former one; false when neither opens it. */
export function openRing(sealed: Buffer): boolean {
  const kept = tried(sealed)
  if (!kept) return false
  ring = { ...keys(), blind: keyFrom(kept.plain.subarray(0, 32)), answers: keyFrom(kept.plain.subarray(32, 64)) }
  return true
}
/** Go on with the blind indexes and stored answers of the former master key; false when there is none. */
export function useFormerRing(): boolean {
  if (!former) return false
  ring = { ...keys(), blind: former.blind, answers: former.answers }
  return true
}

function tried(sealed: Buffer): { plain: Buffer; old: boolean } | undefined {
  for (const [at, key] of [keys().wrap, former?.wrap].entries()) {
    if (!key) continue
    try {
      return { plain: decrypt(key, sealed), old: at === 1 }
    } catch {
      // The tag says that it was the other.
    }
  }
  return undefined
}

function keys(): Ring {
  if (!ring) throw new Error('no key: call useKey first')
  return ring
}

/** A keyed hash of a value: equal values are found, the value is not. 16 bytes. */
export function blind(kind: string, value: string): Buffer {
  return createHmac('sha256', keys().blind).update(`${kind}\u0000${value}`).digest().subarray(0, 16)
}

/** A password of the house's own, the same for each process that holds the master key. */
export function deriveText(purpose: string): string {
  return createHmac('sha256', keys().login).update(purpose).digest('base64url')
}

/** A fresh data key for one person, and the same wrapped for storage. */
export function newDataKey(): { key: DataKey; wrapped: Buffer } {
  const key = randomBytes(32)
  return { key: keyFrom(key), wrapped: encrypt(keys().wrap, key) }
}
export function unwrap(wrapped: Buffer): DataKey {
  return keyFrom(former ? (tried(wrapped)?.plain ?? decrypt(keys().wrap, wrapped)) : decrypt(keys().wrap, wrapped))
}
export function hasFormerKey(): boolean {
  return former !== undefined
}
/** A data key wrapped anew under this master key; undefined when it is already. */
export function rewrap(wrapped: Buffer): Buffer | undefined {
  const known = tried(wrapped)
  if (!known) throw new Error('a data key opens by neither master key')
  return known.old ? encrypt(keys().wrap, known.plain) : undefined
}

/** Seal a JSON value under a data key (AES-256-GCM). */
export function seal(key: DataKey, value: unknown): Buffer {
  return encrypt(key, JSON.stringify(value))
}
/** The same for JSON that is written already. */
export function sealJson(key: DataKey, text: string): Buffer {
  return encrypt(key, text)
}
export function unseal<T>(key: DataKey, sealed: Buffer): T {
  return JSON.parse(decrypt(key, sealed).toString('utf8')) as T
}

/** Seal a stored answer under the house's own key. */
export function sealAnswer(text: string): Buffer {
  return encrypt(keys().answers, text)
}
export function unsealAnswer(sealed: Buffer): string {
  return unsealBytes(sealed).toString('utf8')
}
/** The same for bytes: pieces of files. */
export function sealBytes(bytes: Buffer): Buffer {
  return encrypt(keys().answers, bytes)
}
export function unsealBytes(sealed: Buffer): Buffer {
  return decrypt(keys().answers, sealed)
}

type Algorithm = {
  encrypt(key: KeyObject, plain: Buffer | string): Buffer[]
  decrypt(key: KeyObject, sealed: Buffer): Buffer
}

// Layout: 12 bytes nonce, 16 bytes tag, ciphertext.
const aes256gcm: Algorithm = {
  encrypt(key, plain) {
    const nonce = randomness(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
    // A stream cipher has nothing left to give at its end; only then it has its tag.
    cipher.final()
    return [nonce, cipher.getAuthTag(), body]
  },
  decrypt(key, sealed) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(sealed.subarray(12, 28))
    const plain = decipher.update(sealed.subarray(28))
    decipher.final()
    return plain
  },
}

// What is sealed says by which algorithm, in two bytes before it: the next one gets the next number, and the last of this
// list is what seals. What was sealed before this had a number opens still.
const mark = 0xe0
const algorithms: readonly Algorithm[] = [aes256gcm]

function encrypt(key: KeyObject, plain: Buffer | string): Buffer {
  const [version, algorithm] = [algorithms.length, algorithms[algorithms.length - 1] as Algorithm]
  return Buffer.concat([Buffer.from([mark, version]), ...algorithm.encrypt(key, plain)])
}
function decrypt(key: KeyObject, sealed: Buffer): Buffer {
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

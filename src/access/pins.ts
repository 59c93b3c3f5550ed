import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { blind } from '#core/secret'

const derive = promisify<Buffer, Buffer, number, ScryptOptions, Buffer>(scrypt)
const cost = { N: 16_384, r: 8, p: 1 }

/** Hash a PIN with scrypt over its keyed hash: ten thousand PINs are soon tried by whoever has the table, but not without the key. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(blind('pin', pin), salt, 32, cost)
  return `scrypt.${cost.N}.${salt.toString('base64url')}.${key.toString('base64url')}`
}

/** Whether a PIN fits its hash. Without a hash it takes the same time and says no, so an unknown code is not told by the clock. */
export async function pinFits(pin: string, hash: string | null | undefined): Promise<boolean> {
  const [, N, salt, key] = hash?.split('.') ?? []
  const wanted = Buffer.from(key ?? '', 'base64url')
  const found = await derive(blind('pin', pin), Buffer.from(salt ?? 'none', 'base64url'), 32, {
    ...cost,
    N: Number(N ?? cost.N),
  })
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

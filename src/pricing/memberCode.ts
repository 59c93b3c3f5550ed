/**
 * The member's card. The QR `v1.<handle>.<step>.<mac>` changes every 30 seconds, so a photograph of it cannot spend
 * points; the static bar code (in-store EAN-13, prefix 29) only identifies and earns. No cryptography here: the
 * caller's function gives the first 64 bits of a keyed hash (16 hex digits) of the text it is handed.
 */
import { halfWidth, inStoreCode, isGtin } from './gtin.ts'

export type MemberCode = { handle: string; step: number; mac: string }
/** The first 64 bits, as 16 lower-case hex digits, of a keyed hash of the text. */
export type Mac = (text: string) => string

const step_ms = 30_000
const member_prefix = 29

/** The 30-second step an instant (ms since 1970) lies in. */
export function stepAt(ms: number): number {
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError('ms: not an instant')
  return Math.floor(ms / step_ms)
}

/** Milliseconds until the code shown at an instant is replaced. */
export function msToNextStep(ms: number): number {
  return (stepAt(ms) + 1) * step_ms - ms
}

/** The part of the code that the mac covers; for callers whose keyed hash is asynchronous, as a browser's is. */
export function signedText(handle: string, step: number): string {
  if (!/^[\w-]{1,64}$/.test(handle)) throw new RangeError('handle: not 1 to 64 letters, digits, _ or -')
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError('step: not a whole number')
  return `v1.${handle}.${step}`
}

/** Join a signed text and its mac into the code to show. */
export function withMac(text: string, mac: string): string {
  if (!/^[0-9a-f]{16}$/.test(mac)) throw new RangeError('mac: not 16 hex digits')
  return `${text}.${mac}`
}

/** The code to show for a member in a step. */
export function compose(handle: string, step: number, mac: Mac): string {
  const text = signedText(handle, step)
  return withMac(text, mac(text))
}

/** Whether a scanned text looks like a rotating member code (its mac not yet examined). */
export function isMemberCode(scanned: string): boolean {
  return /^v1\.[\w-]{1,64}\.(0|[1-9]\d{0,14})\.[0-9a-f]{16}$/.test(halfWidth(scanned))
}

/** The parts of a scanned code; a RangeError when it is none. The mac is not yet examined. */
export function parse(scanned: string): MemberCode {
  if (!isMemberCode(scanned)) throw new RangeError('code: not a member code')
  const [, handle, step, mac] = halfWidth(scanned).split('.') as [string, string, string, string]
  return { handle, step: Number(step), mac }
}

/** Whether a code's step is the present one, or off by no more than `drift_steps`, for clocks that differ. */
export function isFresh(code: MemberCode, ms: number, drift_steps = 1): boolean {
  return Math.abs(stepAt(ms) - code.step) <= drift_steps
}

/** Whether a code carries the right mac; the time taken does not tell how much of it was right. */
export function isGenuine(code: MemberCode, mac: Mac): boolean {
  const right = mac(signedText(code.handle, code.step))
  let difference = right.length ^ code.mac.length
  for (let i = 0; i < right.length; i++) difference |= right.charCodeAt(i) ^ code.mac.charCodeAt(i)
  return difference === 0
}

/** The static EAN-13 bar code of a member number of up to 10 digits. */
export function memberBarcode(member_number: number): string {
  return inStoreCode(member_prefix, member_number)
}

/** The member number of a scanned static bar code, or undefined when it is another code. */
export function memberNumber(scanned: string): number | undefined {
  const code = halfWidth(scanned)
  if (code.length !== 13 || !code.startsWith(String(member_prefix)) || !isGtin(code)) return undefined
  return Number(code.slice(2, 12))
}

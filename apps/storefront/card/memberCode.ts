import { msToNextStep, signedText, stepAt, withMac } from '../../../src/pricing/memberCode.ts'
import type { Card } from '../../kit/shapes.ts'

/** Milliseconds until the code changes, a little after so that it is surely the new one. */
export function msToNext(now_ms: number): number {
  return msToNextStep(now_ms) + 50
}

/**
 * The text of the QR for this moment. Made here with the card's own key, so it works without a signal; where the browser
 * gives no cryptography (a page without HTTPS) the server's codes of the next minutes are shown.
 */
export async function memberCode(card: Card, now_ms: number): Promise<string | null> {
  if (!globalThis.crypto?.subtle) {
    const given = card.codes.find((each) => Date.parse(each.from) <= now_ms && now_ms < Date.parse(each.until))
    return given?.code ?? null
  }
  const signed = signedText(card.handle, stepAt(now_ms))
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytesOf(card.key), algorithm, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed)))
  return withMac(signed, Array.from(mac.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(''))
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

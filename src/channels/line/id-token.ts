import { createHmac, timingSafeEqual } from 'node:crypto'
import { type LinePerson, LineRefused } from '#channels/line/login'
import { clock } from '#core/time'

export const issuer = 'https://access.line.me'
const skew_seconds = 60

type Claims = {
  iss: string
  sub: string
  aud: string
  exp: number
  iat: number
  nonce?: string
  name?: string
  amr?: unknown
}
export type Expected = { channel_id: string; channel_secret: string; nonce: string }

/**
 * The person of an ID token of LINE Login for web apps: HS256 under the channel secret (developers.line.biz, "Verify ID
 * token"). Anything else is refused: another algorithm, issuer, channel or nonce, a stale or unsigned one.
 */
export function personOf(token: string, expected: Expected): LinePerson {
  const [head, body, signature, ...more] = token.split('.')
  if (!head || !body || !signature || more.length) return refused('three parts')
  if (json<{ alg?: string }>(head)?.alg !== 'HS256') return refused('algorithm')
  const right = sign(head, body, expected.channel_secret)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return refused('signature')
  const claims = json<Claims>(body)
  const now = clock.ms() / 1000
  if (claims?.iss !== issuer) return refused('issuer')
  if (claims.aud !== expected.channel_id) return refused('audience')
  if (!(claims.exp > now - skew_seconds) || !(claims.iat < now + skew_seconds)) return refused('time')
  if (claims.nonce !== expected.nonce) return refused('nonce')
  if (typeof claims.sub !== 'string' || !/^[\w-]{5,64}$/.test(claims.sub)) return refused('subject')
  const { name, amr } = claims
  return {
    user_id: claims.sub,
    name: typeof name === 'string' ? name : null,
    // How she proved herself there: pwd, lineautologin, lineqr, linesso, mfa.
    ways: Array.isArray(amr) ? amr.filter((way): way is string => typeof way === 'string') : [],
  }
}

/** An ID token as LINE would issue it; for the fake. */
export function idToken(claims: Claims, channel_secret: string): string {
  const head = text({ typ: 'JWT', alg: 'HS256' })
  const body = text(claims)
  return `${head}.${body}.${sign(head, body, channel_secret).toString('base64url')}`
}

function sign(head: string, body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${head}.${body}`).digest()
}
function text(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
function json<T>(part: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as T
  } catch {
    return undefined
  }
}
function refused(what: string): never {
  throw new LineRefused(`id token: ${what}`)
}

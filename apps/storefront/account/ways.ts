import { WebAuthnError } from '@simplewebauthn/browser'
import { take } from '../../kit/client.ts'
import { api } from '../api.ts'

/** She changed her mind, or the device has no passkey for us: nothing happened. */
export function declined(thrown: unknown): null {
  const name = thrown instanceof WebAuthnError ? (thrown.cause as Error | undefined)?.name : (thrown as Error)?.name
  if (name === 'NotAllowedError' || name === 'AbortError' || name === 'InvalidStateError') return null
  throw thrown
}

/** Off to LINE's own page; it sends her back to `/line`. */
export async function toLine(): Promise<void> {
  const { authorization_url } = await take(api.POST('/v1/customers/line-authorizations'))
  location.assign(authorization_url)
}

import type { FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'
import type { Owner } from './lines.ts'

/** Whose cart the caller acts on; refuses (401) nobody. */
export function mine(request: FastifyRequest): Owner {
  const { profile_id, profile_ids = [] } = request.actor
  if (!profile_id)
    return refuse(
      'carts.nobody',
      401,
      'カートを使うには、ページを開き直してください。',
      'Open the page again to use the cart.',
    )
  return { profile_id, profile_ids: profile_ids.length ? profile_ids : [profile_id] }
}

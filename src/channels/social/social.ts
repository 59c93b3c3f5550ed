import type { Outlet } from '#channels/marketplace/outlet'
import { fakeSocial } from '#channels/social/fake'
import type { Pool } from '#core/database'

/** The adapter of a social shop by the name of its provider; `code` is our name of the shop there. */
export function social(db: Pool, provider: string, code: string): Outlet | undefined {
  return provider === 'fake' ? fakeSocial(db, code) : undefined
}

import { fakeMarketplace } from '#channels/marketplace/fake'
import type { Outlet } from '#channels/marketplace/outlet'
import type { Pool } from '#core/database'

/** The adapter of a marketplace by the name of its provider; `code` is our name of the shop there. */
export function marketplace(db: Pool, provider: string, code: string): Outlet | undefined {
  return provider === 'fake' ? fakeMarketplace(db, code) : undefined
}

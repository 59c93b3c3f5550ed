import { type FakeOutlet, fakeMarketplace } from '#channels/marketplace/fake'
import type { Pool } from '#core/database'

/**
 * A social shop: like a marketplace, but careless. It tells of orders newest first, and of those around the cursor again each
 * time, as such shops do; campaign and post come with the order.
 */
export function fakeSocial(db: Pool, outlet = 'fake social'): FakeOutlet {
  const shop = fakeMarketplace(db, outlet)
  return {
    ...shop,
    name: 'fake',
    async orders(since) {
      const fresh = await shop.orders(since)
      const again = since === null ? [] : (await shop.orders(String(Math.max(Number(since) - 3, 0)))).orders
      return { orders: [...again, ...fresh.orders].reverse(), cursor: fresh.cursor }
    },
  }
}

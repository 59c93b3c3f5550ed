import type { App } from '#core/app'
import { browsingRoutes } from './browsing-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { protocolRoutes } from './protocol-routes.ts'
import { sourceRoutes } from './source-routes.ts'

export async function collectionRoutes(app: App): Promise<void> {
  sourceRoutes(app)
  planRoutes(app)
  browsingRoutes(app)
  protocolRoutes(app)
}

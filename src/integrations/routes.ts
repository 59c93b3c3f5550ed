import type { App } from '#core/app'
import { importRoutes } from '#integrations/import-routes'
import { outletRoutes } from '#integrations/outlet-routes'
import { catalogueRoutes } from './catalogue-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { oldCardRoutes } from './old-card-routes.ts'
import { sandboxRoutes } from './sandbox-routes.ts'
import { uploadRoutes } from './upload-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

/** Data in and out, and telling other systems. */
export function integrationRoutes(app: App): void {
  oldCardRoutes(app)
  historyRoutes(app)
  exportRoutes(app)
  webhookRoutes(app)
  catalogueRoutes(app)
  sandboxRoutes(app)
  outletRoutes(app)
  uploadRoutes(app)
  importRoutes(app)
}

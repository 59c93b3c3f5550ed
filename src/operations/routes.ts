import type { App } from '#core/app'
import * as operations from './operations.ts'
import { probeRoutes } from './probe-routes.ts'
import * as shape from './shapes.ts'

const tags = ['operations']
const config = { audience: ['staff:admin', 'api:operations.read'] }

/** How the house itself is doing. */
export function operationRoutes(app: App): void {
  probeRoutes(app)
  app.get(
    '/v1/operations/work',
    { config, schema: { tags, summary: 'How far background work is behind', response: { 200: shape.Work } } },
    async ({ db }) => ({ ...(await operations.work(db)), ...(await operations.health(db)) }),
  )
  app.get(
    '/v1/operations/processes',
    { config, schema: { tags, summary: 'The processes of this house', response: { 200: shape.Processes } } },
    async ({ db }) => ({ items: await operations.processes(db) }),
  )
  app.get(
    '/v1/operations/slow-statements',
    {
      config,
      schema: { tags, summary: 'The statements that cost the most time', response: { 200: shape.Statements } },
    },
    ({ db }) => operations.slowStatements(db),
  )
}

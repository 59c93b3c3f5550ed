import { Type } from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { find, type Import, list } from '#integrations/integrations'
import { outletRoutes } from '#integrations/outlet-routes'
import { catalogueRoutes } from './catalogue-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { oldCardRoutes } from './old-card-routes.ts'
import { sandboxRoutes } from './sandbox-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

const Count = Type.Integer({ minimum: 0 })
const ImportView = Type.Object({
  import_id: Type.String({ format: 'uuid' }),
  resource: Type.String(),
  source: Type.String(),
  file_name: Type.String(),
  state: Type.Union(
    [
      Type.Literal('running'),
      Type.Literal('done'),
      Type.Literal('failed'),
      Type.Literal('undoing'),
      Type.Literal('undone'),
      Type.Literal('partly_undone'),
    ],
    {
      description:
        'failed: it stopped on an error; the same file with the same map goes on where it stood. partly_undone: some of it was used since.',
    },
  ),
  rows_read: Count,
  rows_written: Count,
  rows_repeated: Count,
  rows_refused: Count,
  started_at: Type.String(),
  finished_at: Type.Union([Type.String(), Type.Null()]),
  undone_at: Type.Union([Type.String(), Type.Null()]),
})
const audience = ['staff:admin', 'api:imports']

/** What was imported from other systems (imports are started by `engawa import`), and webhooks out. */
export function integrationRoutes(app: App): void {
  oldCardRoutes(app)
  historyRoutes(app)
  exportRoutes(app)
  webhookRoutes(app)
  catalogueRoutes(app)
  sandboxRoutes(app)
  outletRoutes(app)

  app.get(
    '/v1/integrations/imports',
    {
      config: { audience },
      schema: {
        querystring: Type.Object({
          after: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before.' })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(ImportView), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50 } = request.query
        const items = await list(tx, after === undefined ? undefined : placeOf(after), limit)
        const last = items.at(-1)
        return { items, next: last && items.length === limit ? cursorOf(last) : null }
      }),
  )

  app.get(
    '/v1/integrations/imports/:import_id',
    {
      config: { audience },
      schema: { params: Type.Object({ import_id: Type.String({ format: 'uuid' }) }), response: { 200: ImportView } },
    },
    (request) =>
      within(request, async (tx) => {
        const found = await find(tx, request.params.import_id)
        return (
          found ??
          refuse('integrations.no_import', 404, 'この取り込みは見つかりません。', 'There is no such import.', {
            field: 'import_id',
          })
        )
      }),
  )
}

function cursorOf({ started_at, import_id }: Import): string {
  return Buffer.from(`${started_at} ${import_id}`).toString('base64url')
}

function placeOf(after: string): { at: string; id: string } {
  const [, at, id] = /^(\S+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(after, 'base64url').toString()) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at))) {
    return refuse('core.cursor', 400, 'after の値が正しくありません。', 'This is not a value of `next`.', {
      field: 'after',
    })
  }
  return { at, id }
}

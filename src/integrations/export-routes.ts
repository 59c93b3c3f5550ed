import Type from 'typebox'
import type { App } from '#core/app'
import { encoder, formats } from '#integrations/export-formats'
import { outgoing, pageOf, resourceNamed } from '#integrations/integrations'

const config = { audience: ['staff:admin', 'api:exports'] }
const tags = ['integrations']
const rows_at_most = 10_000
const Words = Type.Object({ ja: Type.String(), en: Type.String() })

/** Data out: what there is, and its rows a page at a time, to be gone on with by a cursor. */
export function exportRoutes(app: App): void {
  app.get(
    '/v1/integrations/exports',
    {
      config,
      schema: {
        tags,
        summary: 'What can be taken out, with its columns',
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                resource: Type.String(),
                title: Words,
                people: Type.Boolean({ description: 'Holds contact data: needs customers.read, and is audited.' }),
                columns: Type.Array(Type.Object({ name: Type.String(), kind: Type.String() })),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async () => ({
      items: outgoing.map(({ resource, title, people, columns }) => ({
        resource,
        title,
        people: people ?? false,
        columns: Object.entries(columns).map(([name, kind]) => ({ name, kind })),
      })),
      next: null,
    }),
  )

  app.get(
    '/v1/integrations/exports/:resource',
    {
      config,
      schema: {
        tags,
        summary:
          'Take rows out. `Engawa-Next` is the cursor behind the last, `Engawa-More` says whether there are more now.',
        params: Type.Object({ resource: Type.Union(outgoing.map(({ resource }) => Type.Literal(resource))) }),
        querystring: Type.Object({
          format: Type.Union(
            formats.map((name) => Type.Literal(name)),
            { default: 'ndjson' },
          ),
          since: Type.Optional(
            Type.String({
              maxLength: 400,
              description: '`Engawa-Next` of the answer before; absent: from the beginning.',
            }),
          ),
          limit: Type.Integer({ minimum: 1, maximum: rows_at_most, default: rows_at_most }),
          encoding: Type.Optional(
            Type.Union([Type.Literal('utf-8'), Type.Literal('shift_jis')], {
              description: 'Of CSV: Shift_JIS for older spreadsheets in Japan.',
            }),
          ),
        }),
        produces: ['application/x-ndjson', 'text/csv', 'application/vnd.apache.parquet'],
      },
    },
    async (request, reply) => {
      const { format, since, limit, encoding } = request.query
      const what = resourceNamed(request.params.resource)
      const page = await pageOf(request.db, request.actor, what, since, limit)
      const file = encoder(what, format, { shift_jis: encoding === 'shift_jis' })
      const bytes = Buffer.concat([file.write(page.rows), file.end()])
      const extension = format === 'ndjson' ? 'ndjson' : format
      reply
        .type(file.media_type)
        .header('content-disposition', `attachment; filename="${what.resource}.${extension}"`)
        .header('engawa-more', String(page.rows.length === limit))
      if (page.cursor) reply.header('engawa-next', page.cursor)
      return reply.send(bytes)
    },
  )
}

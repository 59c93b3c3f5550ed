import Type from 'typebox'
import { keepPicture, most_bytes, picture } from '#catalog/pictures'
import { uuid } from '#catalog/resources'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'

const tags = ['catalog']
const raw = ['image/svg+xml', 'image/png', 'image/jpeg', 'image/webp']
const pictureBody = Type.Object(
  {
    base64: Type.Optional(Type.String({ maxLength: 1_400_000 })),
    svg: Type.Optional(Type.String({ maxLength: most_bytes })),
  },
  {
    additionalProperties: false,
    description: 'The picture as base64, or an SVG as text; or send the bytes themselves as image/….',
  },
)

/** Pictures of goods: kept once, named by their content, so that a browser may keep them for ever. */
export function pictureRoutes(app: App): void {
  app.addContentTypeParser(raw, { parseAs: 'buffer', bodyLimit: most_bytes + 1 }, (_request, body, done) =>
    done(null, body),
  )

  app.post(
    '/v1/catalog/pictures',
    {
      config: { audience: ['staff:merchandiser', 'api:catalog.write'] },
      schema: {
        tags,
        summary: 'Keep a picture (SVG, PNG, JPEG, WebP; at most 1 MB)',
        body: {
          content: {
            'application/json': { schema: pictureBody },
            ...Object.fromEntries(raw.map((type) => [type, { schema: {} }])),
          },
        },
        response: { 201: Type.Object({ picture_id: uuid, media_type: Type.String() }) },
      },
    },
    async (request, reply) =>
      once(request, reply, 201, (tx) =>
        keepPicture(tx, bytesOf(request.body as Buffer | { base64?: string; svg?: string })),
      ),
  )

  app.get(
    '/v1/catalog/pictures/:picture_id',
    {
      config: { audience: ['anyone'] },
      schema: { tags, summary: 'A picture', params: Type.Object({ picture_id: uuid }), produces: raw },
    },
    async (request, reply) => {
      const { picture_id } = request.params
      const etag = `"${picture_id}"`
      reply.header('Cache-Control', 'public, max-age=31536000, immutable').header('ETag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      const found = await picture(request.db, picture_id)
      if (!found) {
        reply.header('Cache-Control', 'no-store').removeHeader('ETag')
        return refuse('catalog.picture_not_found', 404, 'この画像は見つかりません。', 'There is no such picture.', {
          field: 'picture_id',
        })
      }
      // Opened by itself, a drawing may style itself but load and run nothing.
      return reply
        .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
        .header('X-Content-Type-Options', 'nosniff')
        .type(found.media_type)
        .send(found.bytes)
    },
  )
}

function bytesOf(body: Buffer | { base64?: string; svg?: string }): Buffer {
  if (Buffer.isBuffer(body)) return body
  if ((body.base64 === undefined) === (body.svg === undefined))
    return refuse(
      'catalog.no_picture_given',
      400,
      '画像を base64 か svg のどちらかで送ってください。',
      'Send the picture either as base64 or as svg.',
      { field: 'base64' },
    )
  return body.svg === undefined ? Buffer.from(body.base64 ?? '', 'base64') : Buffer.from(body.svg)
}

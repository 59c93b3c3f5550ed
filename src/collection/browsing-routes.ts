import Type from 'typebox'
import { attributes, cookieName, cookieOf } from '#access/access'
import type { App } from '#core/app'
import { browserOf, mayTell, tell } from './browsing.ts'

const tags = ['collection']
const closed = { additionalProperties: false }
const kept_s = 365 * 86_400
const names = [
  'Products Searched',
  'Product List Viewed',
  'Product Viewed',
  'Product Added',
  'Product Removed',
  'Cart Viewed',
  'Checkout Started',
] as const

const Body = Type.Object(
  {
    agreed: Type.Object({ personalise: Type.Boolean(), ads: Type.Boolean() }, closed),
    events: Type.Array(
      Type.Object(
        {
          event: Type.Union(names.map((name) => Type.Literal(name))),
          message_id: Type.String({ minLength: 16, maxLength: 100 }),
          timestamp: Type.String({ format: 'date-time' }),
          properties: Type.Record(Type.String(), Type.Unknown(), { maxProperties: 40 }),
        },
        closed,
      ),
      { maxItems: 50 },
    ),
  },
  closed,
)

/** What our own pages tell. The message ids make a repeat harmless; the browser's name is a cookie no script can read. */
export function browsingRoutes(app: App): void {
  app.post(
    '/v1/collection/browsing',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'What a shopper did on our own pages, as far as she agreed; nothing is kept otherwise',
        body: Body,
        response: {
          200: Type.Object({
            accepted: Type.Integer(),
            agreed: Type.Boolean({
              description: 'False: she has said no, here or elsewhere; ask nothing more of this browser.',
            }),
          }),
        },
      },
    },
    async (request, reply) => {
      const { actor, body, db } = request
      // Global Privacy Control is her no to advertising and third parties, whatever was pressed.
      const agreed = { ...body.agreed, ads: body.agreed.ads && request.headers['sec-gpc'] !== '1' }
      if (!(await mayTell(db, actor, agreed))) {
        reply.clearCookie(cookieName(request, 'browser'), attributes(reply))
        return { accepted: 0, agreed: false }
      }
      const before = cookieOf(request, 'browser')
      const browser = browserOf(before)
      if (browser !== before)
        reply.setCookie(cookieName(request, 'browser'), browser, { ...attributes(reply), maxAge: kept_s })
      return { accepted: await tell(db, actor, browser, body.events, agreed), agreed: true }
    },
  )
}

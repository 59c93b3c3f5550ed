import Type from 'typebox'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { addOldCards } from '#integrations/old-cards'

const closed = { additionalProperties: false }
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const CardNew = Type.Object(
  {
    card_number: Type.String({ minLength: 4, maxLength: 40 }),
    pin: Type.String({ pattern: '^[0-9]{4,8}$', description: 'Kept only as a keyed hash.' }),
    points: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
    external_id: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    registered_at: Type.Optional(Type.String({ format: 'date-time' })),
  },
  closed,
)

/** Bringing in the cards of old shops. */
export function oldCardRoutes(app: App): void {
  app.post(
    '/v1/integrations/old-cards',
    {
      config: { audience: ['staff:admin', 'api:customers.write'] },
      schema: {
        tags: ['integrations'],
        summary: 'Bring in old shop cards with PIN and opening points; a card that is there stays as it is',
        body: Type.Object(
          {
            source: Type.String({ minLength: 1, maxLength: 60, description: 'The system they come from.' }),
            cards: Type.Array(CardNew, { minItems: 1, maxItems: 200 }),
          },
          closed,
        ),
        response: {
          201: Type.Object({
            items: Type.Array(
              Type.Object({
                row: Type.Integer({ description: 'Counted from 0.' }),
                outcome: Type.Union([Type.Literal('added'), Type.Literal('known'), Type.Literal('refused')]),
                field: orNull(Type.String()),
                code: orNull(Type.String()),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => ({
        items: await addOldCards(tx, request.actor, request.body.source, request.body.cards),
        next: null,
      })),
  )
}

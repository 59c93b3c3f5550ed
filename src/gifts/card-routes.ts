import { Type } from 'typebox'
import { audit, counted } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { clock } from '#core/time'
import { CardNumber } from '#gifts/card-number'
import { cardBehind, cardGuess, liability, lookUp, Owed, voidCard } from '#gifts/cards'

const ByNumber = Type.Object({ number: CardNumber }, { additionalProperties: false })
const Yen = Type.Integer()
const at = Type.String({ format: 'date-time' })

export function cardRoutes(app: App): void {
  app.post(
    '/v1/gift-cards/balances',
    {
      config: { audience: ['member', 'visitor', 'staff:clerk', 'staff:agent', 'api:orders.write'] },
      schema: {
        summary: 'What a gift card still holds, by its number',
        body: ByNumber,
        response: {
          200: Type.Object({
            last_four: Type.String(),
            state: Type.String({ description: 'open, expired.' }),
            balance_yen: Yen,
            expires_at: at,
          }),
        },
      },
    },
    (request, reply) =>
      counted(request.db, cardGuess, { by: [request.actor.session_id], from: request }, () =>
        once(request, reply, 200, async (tx) => {
          const { last_four, state, balance_yen, expires_at } = await cardBehind(tx, request.body.number)
          return { last_four, state, balance_yen, expires_at }
        }),
      ),
  )

  app.post(
    '/v1/gift-cards/lookups',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'api:orders.read'] },
      schema: {
        summary: 'A gift card as the house knows it, by its number',
        body: ByNumber,
        response: {
          200: Type.Object({
            card_id: Type.String({ format: 'uuid' }),
            state: Type.String({ description: 'waiting, open, expired, void.' }),
            value_yen: Yen,
            balance_yen: Yen,
            held_yen: Yen,
            last_four: Type.String(),
            place_id: Type.String({ format: 'uuid', description: 'Where it was sold.' }),
            issued_at: at,
            expires_at: at,
          }),
        },
      },
    },
    (request, reply) =>
      counted(request.db, cardGuess, { by: [request.actor.session_id] }, () =>
        once(request, reply, 200, (tx) => lookUp(tx, request.body.number)),
      ),
  )

  app.post(
    '/v1/gift-cards/:card_id/cancellation',
    {
      config: { audience: ['staff:manager', 'api:orders.write'] },
      schema: {
        summary: 'Declare a gift card void: lost, stolen, issued by mistake',
        params: Type.Object({ card_id: Type.String({ format: 'uuid' }) }),
        body: Type.Object(
          { reason: Type.String({ minLength: 2, maxLength: 60, pattern: '^[a-z_]+$' }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ void_yen: Type.Integer({ description: 'What it held until now.' }) }) },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { actor, params, body } = request
        const { profile_id, yen } = await voidCard(tx, actor, params.card_id, body.reason)
        await audit(tx, actor, 'gifts.card_void', profile_id, { card_id: params.card_id, reason: body.reason })
        return { void_yen: yen }
      }),
  )

  app.get(
    '/v1/gift-cards/liability',
    {
      config: { audience: ['staff:manager', 'staff:marketer', 'api:loyalty.read'] },
      schema: {
        summary: 'What is owed on gift cards (未使用残高), by the month they were sold in',
        querystring: Type.Object({
          at: Type.Optional(
            Type.String({
              format: 'date-time',
              description: 'As of this moment, e.g. the end of March; now unless said.',
            }),
          ),
        }),
        response: { 200: Type.Object({ outstanding_yen: Yen, months: Type.Array(Owed) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const months = await liability(tx, request.query.at ?? clock.iso())
        return { outstanding_yen: months.reduce((sum, { outstanding_yen }) => sum + outstanding_yen, 0), months }
      }),
  )
}

import { Type } from 'typebox'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { approve } from '#orders/discounts'
import { approval, receivingPlace } from '#orders/return-routes'

const Id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }

/** A manager's yes beside the clerk who sells, without leaving the sale. */
export function discountRoutes(app: App): void {
  app.post(
    '/v1/orders/discount-approvals',
    {
      config: { audience: ['staff:clerk', 'staff:agent'] },
      schema: {
        summary:
          'A manager approves, by her number and PIN, what a clerk may not take off alone: for one sale of this clerk',
        body: Type.Object(
          {
            place_id: Type.Optional(Id),
            most_yen: Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'Off the whole sale, at most.' }),
            reason: Type.String({ pattern: '^[a-z_]{1,30}$' }),
            approved_by: Type.Object(
              {
                code: Type.String({ minLength: 1, maxLength: 40 }),
                pin: Type.String({ minLength: 4, maxLength: 12 }),
              },
              closed,
            ),
          },
          closed,
        ),
        response: {
          201: Type.Object({
            approval_id: Id,
            most_yen: Type.Integer(),
            expires_at: Type.String({ format: 'date-time' }),
            approved_by: Type.Object({
              staff_id: Id,
              display_name: Type.String(),
              display_name_en: Type.Union([Type.String(), Type.Null()]),
            }),
          }),
        },
      },
    },
    async (request, reply) => {
      const { actor, body, db } = request
      const place_id = receivingPlace(actor, body.place_id)
      const { staff_id } = await approval(db, actor, place_id, body, 'approved_by')
      return once(request, reply, 201, (tx) => approve(tx, actor, { ...body, place_id, staff_id }))
    },
  )
}

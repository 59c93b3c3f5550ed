import { Type } from 'typebox'
import { bindTill, deviceOf, managerOf, placeOfTill, till_name, worksIn } from '#access/access'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { receivingPlace } from '#orders/return-routes'
import { placesOfTill } from '#orders/tills'

const Id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }

/** A till is one device: it says its name and its own key with everything it does. */
export function boundTillRoutes(app: App): void {
  app.put(
    '/v1/orders/tills/:device_id',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        summary: 'Bind a till to the device that holds this key; from another device with a manager’s yes',
        params: Type.Object({ device_id: Type.String({ pattern: till_name }) }),
        body: Type.Object(
          {
            key: Type.String({
              minLength: 32,
              maxLength: 120,
              description: 'Made by the device; sent as Engawa-Till-Key.',
            }),
            place_id: Type.Optional(Id),
            move: Type.Optional(
              Type.Boolean({ description: 'Take it from another device: a manager does, or says yes to.' }),
            ),
            approved_by: Type.Optional(
              Type.Object(
                {
                  code: Type.String({ minLength: 1, maxLength: 40 }),
                  pin: Type.String({ minLength: 4, maxLength: 12 }),
                },
                closed,
              ),
            ),
          },
          closed,
        ),
        response: {
          200: Type.Object({ device_id: Type.String(), place_id: Id, bound_at: Type.String({ format: 'date-time' }) }),
        },
      },
    },
    async (request) => {
      const { actor, body, db, params } = request
      const { device_id } = params
      const place_id = receivingPlace(actor, body.place_id)
      // Who may let a till go, or give it a name that was used before, works wherever it stood.
      const bound = await placeOfTill(db, device_id)
      const used = bound ? [bound] : await placesOfTill(db, device_id)
      const stood = used.length > 0 ? used : [place_id]
      let approved_by: string | null = null
      for (const place of body.move ? stood : []) {
        approved_by = await managerOf(db, actor, place, body.approved_by)
        if (!approved_by) break
      }
      if (body.move && !approved_by)
        refuse(
          'orders.manager_needed',
          403,
          'この店舗の店長の承認が必要です。',
          'A manager of this shop must approve.',
          {
            field: 'approved_by',
          },
        )
      const want = { device_id, key: body.key, place_id, device: deviceOf(request), approved_by }
      return within(request, (tx) =>
        bindTill(tx, actor, { ...want, free: stood.every((place) => worksIn(actor, place)) }),
      )
    },
  )
}

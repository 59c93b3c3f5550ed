import Type from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { deviceOf } from './devices.ts'
import { needPlace } from './places.ts'
import { bindTill, managerOf, placeOfTill, till_name } from './tills.ts'

const Id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }

/** A till is one device: it says its name and its own key with everything it does. */
export function tillRoutes(app: App): void {
  app.put(
    '/v1/access/tills/:device_id',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        tags: ['access'],
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
      const place_id = body.place_id ?? actor.place_id
      if (!place_id)
        return refuse('access.till_place', 422, '店舗を選んでください。', 'Choose a shop.', { field: 'place_id' })
      needPlace(actor, place_id)
      // Who may let a till go is a manager of the shop where it stands.
      const from = (await placeOfTill(db, params.device_id)) ?? place_id
      const approved_by = body.move ? await managerOf(db, actor, from, body.approved_by) : null
      if (body.move && !approved_by)
        refuse('access.till_manager', 403, 'この店舗の店長の承認が必要です。', 'A manager of this shop must approve.', {
          field: 'approved_by',
        })
      const want = { device_id: params.device_id, key: body.key, place_id, device: deviceOf(request), approved_by }
      return within(request, (tx) => bindTill(tx, actor, want))
    },
  )
}

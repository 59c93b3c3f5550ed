import Type from 'typebox'
import { within } from '#core/answers'
import type { App } from '#http'
import { change } from './change.ts'
import { find } from './identifiers.ts'
import { register } from './register.ts'
import * as shape from './shapes.ts'
import { customer } from './view.ts'

/** The retailer's own numbering: a customer is put under it as often as a feed runs. */
export function externalRoutes(app: App): void {
  app.put(
    '/v1/customers/by-external-id/:external_id',
    {
      config: { audience: ['api:customers.write'] },
      schema: {
        tags: ['customers'],
        summary: "Add or change a customer under the retailer's own id",
        params: Type.Object({ external_id: Type.String({ minLength: 1, maxLength: 200 }) }),
        body: shape.CustomerPut,
        response: { 200: shape.Customer },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { external_id } = request.params
        const { registered_at, place_id, ...input } = request.body
        const known = await find(tx, 'external', external_id)
        if (known) {
          await change(tx, request.actor, known, { ...input, external_id })
          return customer(tx, known)
        }
        const dated = registered_at ? { registered_at } : {}
        const made = await register(tx, request.actor, {
          ...input,
          ...dated,
          place_id: place_id ?? null,
          external_id,
          route: input.route ?? 'api',
        })
        return customer(tx, made.profile_id)
      }),
  )
}

import Type from 'typebox'
import type { Actor } from '#core/actor'
import { within } from '#core/answers'
import type { App } from '#core/app'
import type { Tx } from '#core/database'
import { byExternalId } from '#core/external'
import { change } from './change.ts'
import { find } from './identifiers.ts'
import { register } from './register.ts'
import * as shape from './shapes.ts'
import { customer } from './view.ts'

const config = { audience: ['api:customers.write'] }
const tags = ['customers']

/** The retailer's own numbering: a customer is put under it as often as a feed runs. */
export function externalRoutes(app: App): void {
  app.put(
    '/v1/customers/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Add or change a customer under the retailer’s own number (`ext:…`)',
        params: Type.Object({ id: Type.String({ pattern: '^ext:.{1,190}$' }) }),
        body: shape.CustomerPut,
        response: { 200: shape.Customer },
      },
    },
    (request) => within(request, (tx) => put(tx, request.actor, request.params.id.slice(4), request.body)),
  )

  app.put(
    '/v1/customers/by-external-id/:external_id',
    {
      config: { ...config, deprecated: { ...byExternalId, instead: '/v1/customers/ext:{external_id}' } },
      schema: {
        tags,
        summary: 'Add or change a customer under the retailer’s own number: now `PUT /v1/customers/ext:…`',
        params: Type.Object({ external_id: Type.String({ minLength: 1, maxLength: 200 }) }),
        body: shape.CustomerPut,
        response: { 200: shape.Customer },
      },
    },
    (request) => within(request, (tx) => put(tx, request.actor, request.params.external_id, request.body)),
  )
}

async function put(tx: Tx, actor: Actor, external_id: string, body: Type.Static<typeof shape.CustomerPut>) {
  const { registered_at, place_id, ...input } = body
  const known = await find(tx, 'external', external_id)
  if (known) {
    await change(tx, actor, known, { ...input, external_id })
    return customer(tx, known)
  }
  const dated = registered_at ? { registered_at } : {}
  const made = await register(tx, actor, {
    ...input,
    ...dated,
    place_id: place_id ?? null,
    external_id,
    route: input.route ?? 'api',
  })
  return customer(tx, made.profile_id)
}

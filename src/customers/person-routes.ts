import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { audit, needFresh } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Tx } from '#core/database'
import { externalOf, keyPattern } from '#core/external'
import { noOne } from '#core/id'
import { refuse } from '#core/problem'
import { change } from './change.ts'
import { find, identify } from './identifiers.ts'
import { open } from './person.ts'
import { search } from './search.ts'
import * as shape from './shapes.ts'
import { customer } from './view.ts'

const tags = ['customers']
const readers = { audience: ['staff:clerk', 'staff:agent', 'api:customers.read'] }
const writers = { audience: ['staff:clerk', 'staff:agent', 'api:customers.write'] }
const params = Type.Object({
  id: Type.String({
    pattern: keyPattern,
    description: 'Any profile_id of the customer, the customer_id, or `ext:` and the retailer’s own number.',
  }),
})

/** The person: herself under /me, staff and systems by id or search. Every look by someone else is audited. */
export function personRoutes(app: App): void {
  app.get(
    '/v1/customers/me',
    { config: { audience: ['visitor'] }, schema: { tags, summary: 'My own data', response: { 200: shape.Customer } } },
    async (request, reply) => {
      const me = await within(request, (tx) => customer(tx, mine(request)))
      return tagged(reply, me)
    },
  )

  app.patch(
    '/v1/customers/me',
    {
      config: { audience: ['member'] },
      schema: {
        tags,
        summary: 'Correct my own data (If-Match: version)',
        body: shape.MyChange,
        response: { 200: shape.Customer },
      },
    },
    async (request, reply) => {
      if (request.body.email !== undefined || request.body.phone !== undefined) await needFresh(request)
      const me = await within(request, async (tx) => {
        await change(tx, request.actor, mine(request), request.body, expected(request))
        return customer(tx, mine(request))
      })
      return tagged(reply, me)
    },
  )

  app.post(
    '/v1/customers/searches',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'api:customers.read'] },
      schema: {
        tags,
        summary: 'Find people by kana, name, phone, last four digits, e-mail, card or member number',
        body: shape.SearchNew,
        response: { 200: shape.Hits },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => ({ items: await search(tx, request.actor, request.body), next: null })),
  )

  app.get(
    '/v1/customers/:id',
    { config: readers, schema: { tags, summary: 'One customer (audited)', params, response: { 200: shape.Customer } } },
    async (request, reply) => {
      const found = await within(request, async (tx) => {
        const person = await customer(tx, await idOf(tx, request.params.id))
        await audit(tx, request.actor, 'customers.viewed', person.profile_id)
        return person
      })
      return tagged(reply, found)
    },
  )

  app.patch(
    '/v1/customers/:id',
    {
      config: writers,
      schema: {
        tags,
        summary: "Correct a customer's data (If-Match: version)",
        params,
        body: shape.CustomerChange,
        response: { 200: shape.Customer },
      },
    },
    async (request, reply) => {
      const changed = await within(request, async (tx) => {
        const { profile_id } = await customer(tx, await idOf(tx, request.params.id))
        await change(tx, request.actor, profile_id, request.body, expected(request))
        await audit(tx, request.actor, 'customers.changed', profile_id, { fields: Object.keys(request.body) })
        return customer(tx, profile_id)
      })
      return tagged(reply, changed)
    },
  )

  app.post(
    '/v1/customers/:id/cards',
    {
      config: writers,
      schema: {
        tags,
        summary: "Link a (brand) card; 409 when it is another customer's",
        params,
        body: shape.CardNew,
        response: { 201: shape.Customer },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { profile_id } = await customer(tx, await idOf(tx, request.params.id))
        await identify(tx, profile_id, 'card', request.body.card_number)
        const { card_numbers } = await open(tx, profile_id)
        await change(tx, request.actor, profile_id, { card_numbers: [...card_numbers, request.body.card_number] })
        await audit(tx, request.actor, 'customers.card_linked', profile_id)
        return customer(tx, profile_id)
      }),
  )
}

/** The profile behind a key; an unknown number leads to nobody, whom `customer` refuses. */
async function idOf(tx: Tx, key: string): Promise<string> {
  const external_id = externalOf(key)
  return external_id === undefined ? key : ((await find(tx, 'external', external_id)) ?? noOne)
}

function mine(request: FastifyRequest): string {
  return request.actor.profile_id ?? refuse('access.sign_in', 401, 'サインインしてください。', 'Please sign in.')
}

function expected(request: FastifyRequest): number | undefined {
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(request.headers['if-match'] ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

function tagged<T extends { version: number }>(reply: FastifyReply, body: T): T {
  reply.header('ETag', `"${body.version}"`)
  return body
}

import type { FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { audit } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { prefectureOf } from '#stores/stores'
import { type Address, addressesOf, dropAddress, putAddress } from './addresses.ts'
import * as normal from './normalise.ts'
import { customer } from './view.ts'

const tags = ['customers']
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const fields = {
  family_name: text(60),
  given_name: Type.Optional(Type.String({ maxLength: 60 })),
  family_name_kana: Type.Optional(Type.String({ maxLength: 60 })),
  given_name_kana: Type.Optional(Type.String({ maxLength: 60 })),
  phone: text(30),
  postal_code: Type.String({ pattern: '^[0-9]{3}-?[0-9]{4}$' }),
  prefecture: text(10),
  city: text(60),
  address: text(120),
  building: Type.Optional(Type.String({ maxLength: 120 })),
}
const Body = Type.Object({ ...fields, preferred: Type.Optional(Type.Boolean()) }, { additionalProperties: false })
const View = Type.Object({
  address_id: Type.String({ format: 'uuid' }),
  ...fields,
  preferred: Type.Boolean(),
  changed_at: Type.String({ format: 'date-time' }),
})
const List = Type.Object({ items: Type.Array(View), next: Type.Null() })
const ById = Type.Object({ address_id: Type.String({ format: 'uuid' }) })

/** Her address book; staff read it to send what she orders by phone or in the shop. */
export function addressRoutes(app: App): void {
  app.get(
    '/v1/customers/me/addresses',
    { config: { audience: ['member'] }, schema: { tags, summary: 'My address book', response: { 200: List } } },
    (request) => within(request, async (tx) => ({ items: await addressesOf(tx, mine(request)), next: null })),
  )

  app.post(
    '/v1/customers/me/addresses',
    {
      config: { audience: ['member'] },
      schema: { tags, summary: 'Add an address', body: Body, response: { 201: View } },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => {
        const { preferred = false, ...given } = request.body
        return putAddress(tx, request.actor.profile_id as string, mine(request), read(given), { preferred })
      }),
  )

  app.put(
    '/v1/customers/me/addresses/:address_id',
    {
      config: { audience: ['member'] },
      schema: { tags, summary: 'Write an address anew', params: ById, body: Body, response: { 200: View } },
    },
    (request) =>
      within(request, (tx) => {
        const { preferred = false, ...given } = request.body
        const { address_id } = request.params
        return putAddress(tx, request.actor.profile_id as string, mine(request), read(given), { address_id, preferred })
      }),
  )

  app.delete(
    '/v1/customers/me/addresses/:address_id',
    {
      config: { audience: ['member'] },
      schema: { tags, summary: 'Forget an address', params: ById, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await within(request, (tx) => dropAddress(tx, mine(request), request.params.address_id))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/customers/:id/addresses',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'api:customers.read'] },
      schema: {
        tags,
        summary: 'The address book of a customer (audited)',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: List },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { profile_id, profile_ids } = await customer(tx, request.params.id)
        await audit(tx, request.actor, 'customers.addresses', profile_id)
        return { items: await addressesOf(tx, profile_ids), next: null }
      }),
  )
}

function mine({ actor }: FastifyRequest): string[] {
  return actor.profile_ids ?? []
}

function read(given: Omit<Static<typeof Body>, 'preferred'>): Address {
  const postal_code =
    normal.postalCode(given.postal_code) ??
    bad('postal_code', '郵便番号は7桁で入力してください。', 'A postal code has seven digits.')
  const prefecture =
    prefectureOf(given.prefecture) ??
    bad('prefecture', '都道府県名が正しくありません。', 'There is no such prefecture.')
  const phone =
    normal.phone(given.phone) ?? bad('phone', '電話番号の形が正しくありません。', 'This is not a phone number.')
  return { ...given, postal_code, prefecture, phone }
}

function bad(field: string, ja: string, en: string): never {
  return refuse('customers.unreadable', 400, ja, en, { field })
}

import { Type } from 'typebox'
import { audit, cursorOf, readCursor } from '#access/access'
import { type AccountInput, account, accounts, changeAccount, openAccount, setContacts } from '#business/accounts'
import { directoryRoutes } from '#business/directory-routes'
import { invoiceRoutes } from '#business/invoice-routes'
import { priceRoutes } from '#business/price-routes'
import * as shape from '#business/shapes'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { seenVersion, tagVersion } from '#core/version'

const { tags } = shape
const keepers = { audience: ['staff:admin', 'api:business.write'] }
const byId = Type.Object({ account_id: shape.id })

/** Companies that buy on account: their terms and who orders for them. */
export function businessRoutes(app: App): void {
  priceRoutes(app)
  invoiceRoutes(app)
  directoryRoutes(app)

  app.get(
    '/v1/business/accounts',
    {
      config: { audience: ['staff:admin', 'api:business.read'] },
      schema: {
        tags,
        summary: 'Accounts by company name',
        querystring: Type.Object(shape.page),
        response: { 200: shape.pageOf(shape.account) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { limit, after } = request.query
        const items = await accounts(
          tx,
          after ? (readCursor(after, 2, ['text', 'id']) as [string, string]) : undefined,
          limit,
        )
        for (const { account_id } of items) await audit(tx, request.actor, 'business.list', account_id)
        return { items, next: cursorOf(items, limit, (last) => [last.company_name, last.account_id]) }
      }),
  )
  app.get(
    '/v1/business/accounts/:account_id',
    {
      config: { audience: ['staff:admin', 'staff:agent', 'api:business.read'] },
      schema: { tags, summary: 'One account', params: byId, response: { 200: shape.account } },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const found = await account(tx, request.params.account_id)
        await audit(tx, request.actor, 'business.read', found.account_id)
        return tagVersion(reply, found)
      }),
  )
  app.post(
    '/v1/business/accounts',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Open an account, or write the one with this external_id',
        body: shape.accountBody,
        response: { 201: shape.account },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => openAccount(tx, request.actor, whole(request.body))),
  )
  app.put(
    '/v1/business/accounts/:account_id',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Write an account’s terms whole',
        params: byId,
        headers: Type.Object({ 'if-match': Type.Optional(Type.String()) }),
        body: shape.accountBody,
        response: { 200: shape.account },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const { account_id } = request.params
        return tagVersion(
          reply,
          await changeAccount(tx, request.actor, account_id, whole(request.body), seenVersion(request)),
        )
      }),
  )
  app.put(
    '/v1/business/accounts/:account_id/contacts',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Who may order for it: exactly these people',
        params: byId,
        body: Type.Object({ profile_ids: Type.Array(shape.id, { maxItems: 100 }) }, { additionalProperties: false }),
        response: { 200: shape.account },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const { account_id } = request.params
        return tagVersion(reply, await setContacts(tx, request.actor, account_id, request.body.profile_ids))
      }),
  )
}

type Body = Type.Static<typeof shape.accountBody>
function whole(body: Body): AccountInput {
  return {
    external_id: null,
    department: null,
    registration_number: null,
    payment_months: 1,
    payment_day: 31,
    state: 'active',
    ...body,
  }
}

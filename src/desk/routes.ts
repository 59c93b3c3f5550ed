import { once } from '#core/answers'
import type { App } from '#core/app'
import * as desk from './desk.ts'
import * as shape from './schemas.ts'

const tags = ['desk']
const anyone = { audience: ['anyone'] }
const json = 'application/json; charset=utf-8'

/** Reads that cross rooms: products with price and stock, a customer's card; merging two customers. */
export function deskRoutes(app: App): void {
  app.get(
    '/v1/desk/products',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Products on show with price and stock as they are now',
        querystring: shape.ListQuery,
        response: { 200: shape.ProductList },
      },
    },
    (request) => desk.list(request.db, { ...request.query, channel: 'ec' }),
  )

  app.get(
    '/v1/desk/products/:product_id',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'A product: variants, price, points, stock near me, how it can be had',
        params: shape.ProductPath,
        querystring: shape.DetailQuery,
        response: { 200: shape.ProductDetail },
      },
    },
    (request) => desk.detail(request.db, request.params.product_id, request.query),
  )

  app.get(
    '/v1/desk/customers/:customer_id',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'staff:marketer', 'api:customers.read'] },
      schema: {
        tags,
        summary: 'Everything we know of a customer, over all her profiles (audited)',
        params: shape.CustomerPath,
        response: { 200: shape.Card },
      },
    },
    async (request, reply) => {
      const text = await desk.card(request.db, request.actor, request.params.customer_id)
      // JSON text already: a string with a JSON type is sent as it is.
      return reply
        .header('Cache-Control', 'no-store')
        .type(json)
        .send(text as never)
    },
  )

  app.get(
    '/v1/desk/maturity',
    {
      config: { audience: ['staff:manager', 'staff:marketer', 'api:desk.read'] },
      schema: {
        tags,
        summary: 'On which rung the retailer stands (single, multi, cross, omni), each by stated queries',
        response: { 200: shape.Maturity },
      },
    },
    (request) => desk.maturity(request.db),
  )

  app.get(
    '/v1/desk/displays/:place_id',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'What the screen in a shop shows: numbers called, goods that are here; never a name',
        params: shape.DisplayPath,
        response: { 200: shape.Display },
      },
    },
    (request) => desk.display(request.db, request.params.place_id),
  )

  app.post(
    '/v1/desk/merges',
    {
      config: { audience: ['staff:agent', 'staff:manager'], deprecated: leaving('/v1/customers/merges') },
      schema: {
        tags,
        summary: 'Make two customers one, carts included (reversible)',
        body: shape.MergeNew,
        response: { 201: shape.Merged },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => desk.merge(tx, request.actor, request.body)),
  )

  app.post(
    '/v1/desk/merges/:merge_id/undoing',
    {
      config: {
        audience: ['staff:agent', 'staff:manager'],
        deprecated: leaving('/v1/customers/merges/{merge_id}/undoing'),
      },
      schema: { tags, summary: 'Take a merge back', params: shape.MergePath, response: { 201: shape.Merged } },
    },
    (request, reply) => once(request, reply, 201, (tx) => desk.unmerge(tx, request.actor, request.params.merge_id)),
  )
}

/** One door to a merge: the customers'; carts follow it by themselves. */
function leaving(instead: string) {
  return { since: '2026-11-22T00:00:00Z', sunset: '2027-05-22T00:00:00Z', instead }
}

import { Type } from 'typebox'
import { within } from '#core/answers'
import type { App } from '#core/app'
import * as carts from './carts.ts'
import { mine } from './mine.ts'

const tags = ['carts']
const config = { audience: ['member', 'visitor'] }
const params = Type.Object({ product_id: Type.String({ format: 'uuid' }) })
const List = Type.Object({
  items: Type.Array(
    Type.Object({ product_id: Type.String({ format: 'uuid' }), added_at: Type.String({ format: 'date-time' }) }),
  ),
  next: Type.Null(),
})

/** ほしい物: products a customer would like to have one day. Putting one in or taking it out twice is the same as once. */
export function favouriteRoutes(app: App): void {
  app.get(
    '/v1/carts/favourites',
    { config, schema: { tags, summary: 'What I would like to have, latest first', response: { 200: List } } },
    (request) => within(request, async (tx) => ({ items: await carts.favourites(tx, mine(request)), next: null })),
  )
  app.put(
    '/v1/carts/favourites/:product_id',
    { config, schema: { tags, summary: 'Remember a product for me', params, response: { 200: List } } },
    (request) =>
      within(request, async (tx) => {
        await carts.like(tx, request.actor, mine(request), request.params.product_id)
        return { items: await carts.favourites(tx, mine(request)), next: null }
      }),
  )
  app.delete(
    '/v1/carts/favourites/:product_id',
    { config, schema: { tags, summary: 'Forget it again', params, response: { 200: List } } },
    (request) =>
      within(request, async (tx) => {
        await carts.unlike(tx, request.actor, mine(request), request.params.product_id)
        return { items: await carts.favourites(tx, mine(request)), next: null }
      }),
  )
}

import { Type } from 'typebox'
import { needPlace } from '#access/access'
import { directory, type Listed, listPlace } from '#business/directory'
import * as shape from '#business/shapes'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'

const { tags } = shape
const listed = Type.Object({
  place_id: shape.id,
  kind: Type.Union([Type.Literal('restaurant'), Type.Literal('dealer')]),
  name: Type.String(),
  name_en: shape.orNull(Type.String()),
  prefecture: shape.orNull(Type.String()),
  city: shape.orNull(Type.String()),
  address: shape.orNull(Type.String()),
  phone: shape.orNull(Type.String()),
  latitude: shape.orNull(Type.Number()),
  longitude: shape.orNull(Type.Number()),
  distance_metres: shape.orNull(Type.Integer()),
  product_ids: Type.Array(shape.id),
})

/** Where our goods are served or sold by others. */
export function directoryRoutes(app: App): void {
  app.get(
    '/v1/business/directory',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Restaurants and dealers with our goods, by product and area; nearest first when a position is given',
        querystring: Type.Object({
          product_id: Type.Optional(shape.id),
          kind: Type.Optional(Type.Union([Type.Literal('restaurant'), Type.Literal('dealer')])),
          prefecture: Type.Optional(Type.String({ maxLength: 50 })),
          city: Type.Optional(Type.String({ maxLength: 100 })),
          lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
          lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
          after: Type.Optional(shape.id),
        }),
        response: { 200: shape.pageOf(listed) },
      },
    },
    async (request) => {
      const { lat, lon, limit, after, ...sought } = request.query
      if ((lat === undefined) !== (lon === undefined))
        refuse('stores.half_position', 400, '緯度と経度は両方指定してください。', 'Give both lat and lon.', {
          field: lat === undefined ? 'lat' : 'lon',
        })
      const near = lat !== undefined && lon !== undefined ? { near: { latitude: lat, longitude: lon } } : {}
      const all = await directory(request.db, { ...sought, ...near })
      const start = after ? all.findIndex(({ place }) => place.place_id === after) + 1 : 0
      const items = all.slice(start, start + limit).map(shown)
      return { items, next: start + limit < all.length ? (items.at(-1)?.place_id ?? null) : null }
    },
  )
  app.put(
    '/v1/business/directory/:place_id',
    {
      config: { audience: ['staff:manager', 'api:business.write'] },
      schema: {
        tags,
        summary: 'Say what a place offers of ours, and which company runs it',
        params: Type.Object({ place_id: shape.id }),
        body: Type.Object(
          {
            product_ids: Type.Array(shape.id, { maxItems: 500, uniqueItems: true }),
            account_id: Type.Optional(shape.orNull(shape.id)),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ ...listed.properties, account_id: shape.orNull(shape.id) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id } = request.params
        needPlace(request.actor, place_id)
        const { product_ids, account_id = null } = request.body
        const done = await listPlace(tx, request.actor, place_id, { product_ids, account_id })
        return { ...shown(done), account_id: done.account_id }
      }),
  )
}

function shown({ place, product_ids, distance_metres }: Listed): Type.Static<typeof listed> {
  const { place_id, kind, name, name_en, prefecture, city, address, phone, latitude, longitude } = place
  return {
    place_id,
    kind: kind as 'restaurant' | 'dealer',
    name,
    name_en,
    prefecture,
    city,
    address,
    phone,
    latitude,
    longitude,
    distance_metres,
    product_ids,
  }
}

import { toSVG } from 'bwip-js/node'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { needPlace, shopOrigin } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { addPoster, changePoster, type Poster, poster, posterOf, posters } from './posters.ts'
import { place } from './stores.ts'

const Id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const Name = Type.String({ minLength: 1, maxLength: 100 })
const tags = ['stores']
const editors = { audience: ['staff:manager', 'staff:marketer', 'api:stores.write'] }
const readers = { audience: ['staff', 'api:stores.read'] }
const Path = Type.Object({ poster_id: Id })

const PosterView = Type.Object({
  poster_id: Id,
  code: Type.String(),
  place_id: Id,
  name: Type.String(),
  active: Type.Boolean(),
  created_at: Type.String({ format: 'date-time' }),
  join_url: Type.String({ description: 'What its QR code holds.' }),
})
const Printable = Type.Object({
  ...PosterView.properties,
  place_name: Type.String(),
  place_name_en: Type.Union([Type.String(), Type.Null()]),
  words: Type.Object({ ja: Type.String(), en: Type.String() }),
  qr_svg: Type.String(),
})

/** Posters, leaflets and panels by which people join in a shop. */
export function posterRoutes(app: App): void {
  app.post(
    '/v1/stores/posters',
    {
      config: editors,
      schema: {
        tags,
        summary: 'Make a poster of a place with its own code',
        body: Type.Object(
          {
            place_id: Id,
            name: Name,
            code: Type.Optional(
              Type.String({ pattern: '^[A-Za-z0-9-]{4,32}$', description: 'One already printed; ours by default.' }),
            ),
          },
          closed,
        ),
        response: { 201: PosterView },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        needPlace(request.actor, (await place(tx, request.body.place_id)).place_id)
        return shown(request, await addPoster(tx, request.body))
      }),
  )

  app.get(
    '/v1/stores/posters',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Posters of my shops, newest first',
        response: { 200: Type.Object({ items: Type.Array(PosterView), next: Type.Null() }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const items = await posters(tx, request.actor.place_ids ?? null)
        return { items: items.map((one) => shown(request, one)), next: null }
      }),
  )

  app.get(
    '/v1/stores/posters/:poster_id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A poster ready to print, with its QR code',
        params: Path,
        response: { 200: Printable },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const found = await poster(tx, request.params.poster_id)
        needPlace(request.actor, found.place_id)
        const view = shown(request, found)
        const { name, name_en } = await place(tx, found.place_id)
        return {
          ...view,
          place_name: name,
          place_name_en: name_en,
          words: {
            ja: `${name}で、いま会員になれます。スマートフォンで読み取ってください。`,
            en: `Join ${name_en ?? name} here and now: scan with your phone.`,
          },
          qr_svg: toSVG({ bcid: 'qrcode', text: view.join_url, scale: 4 }),
        }
      }),
  )

  app.patch(
    '/v1/stores/posters/:poster_id',
    {
      config: editors,
      schema: {
        tags,
        summary: 'Rename a poster, or take it down',
        params: Path,
        body: Type.Object(
          { name: Type.Optional(Name), active: Type.Optional(Type.Boolean()) },
          { ...closed, minProperties: 1 },
        ),
        response: { 200: PosterView },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id } = await poster(tx, request.params.poster_id)
        needPlace(request.actor, place_id)
        return shown(request, await changePoster(tx, request.params.poster_id, request.body))
      }),
  )

  app.get(
    '/v1/stores/posters/by-code/:code',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Where the poster of this code hangs',
        params: Type.Object({ code: Type.String({ minLength: 4, maxLength: 32 }) }),
        response: {
          200: Type.Object({
            code: Type.String(),
            place_id: Id,
            place_name: Type.String(),
            place_name_en: Type.Union([Type.String(), Type.Null()]),
          }),
        },
      },
    },
    async ({ db, params }) => {
      const { code, place_id } = await posterOf(db, params.code)
      const { name, name_en } = await place(db, place_id)
      return { code, place_id, place_name: name, place_name_en: name_en }
    },
  )
}

function shown(request: FastifyRequest, one: Poster) {
  return { ...one, join_url: `${shopOrigin(request)}/join/${one.code}` }
}

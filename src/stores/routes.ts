import Type, { type Static } from 'typebox'
import { needPlace } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { clock, local } from '#core/time'
import { seenVersion, tagVersion } from '#core/version'
import { deliveryRoutes } from '#stores/delivery-routes'
import { giftCounterRoutes } from '#stores/gift-counter-routes'
import { opening } from '#stores/hours'
import { Notices, notices } from '#stores/legal'
import { distances } from '#stores/near'
import { pickupPromise } from '#stores/pickup'
import { posterRoutes } from '#stores/poster-routes'
import { kind, type PlaceAnswer, placeAnswer, placeBody, placeEdit } from '#stores/resources'
import { blankPlace, businessDateAt, fresh, type Place, type PlaceInput, place, places, putPlace } from '#stores/stores'
import { taskRoutes } from '#stores/task-routes'
import { wayRoutes } from '#stores/ways-routes'

const key = Type.Object({
  place_id: Type.String({
    pattern: '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ext:.{1,200})$',
    description: 'Our id, or `ext:` and the retailer’s own.',
  }),
})
const ifMatch = Type.Object({ 'if-match': Type.Optional(Type.String()) })
const editors = ['staff:manager', 'api:stores.write']

// Who works for some places opens no new one: no scope holds a place that is not there yet.
const unopened = 'unopened'

export function storeRoutes(app: App): void {
  deliveryRoutes(app)
  wayRoutes(app)
  posterRoutes(app)
  giftCounterRoutes(app)
  taskRoutes(app)
  app.get(
    '/v1/stores/notices',
    {
      config: { audience: ['anyone'] },
      schema: {
        summary: 'What the law wants said of the seller, what is done with personal data and what is sent elsewhere',
        response: { 200: Notices },
      },
    },
    (request) => within(request, (tx) => notices(tx)),
  )
  app.get(
    '/v1/stores/places',
    {
      config: { audience: ['anyone'] },
      schema: {
        summary: 'Places; nearest first when a position is given',
        querystring: Type.Object({
          lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
          lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
          kind: Type.Optional(kind),
          brand_id: Type.Optional(Type.String({ format: 'uuid' })),
          pickup: Type.Optional(Type.Boolean()),
          q: Type.Optional(Type.String({ maxLength: 100 })),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
          after: Type.Optional(Type.String({ maxLength: 100 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(placeAnswer), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    async (request) => {
      const want = request.query
      if ((want.lat === undefined) !== (want.lon === undefined))
        refuse('stores.half_position', 400, '緯度と経度は両方指定してください。', 'Give both lat and lon.', {
          field: want.lat === undefined ? 'lat' : 'lon',
        })
      const all = (await places(request.db)).filter((item) => suits(item, want))
      const metres = new Map<string, number>()
      if (want.lat !== undefined && want.lon !== undefined)
        for (const found of await distances(request.db, { latitude: want.lat, longitude: want.lon }))
          metres.set(found.place_id, found.metres)
      const far = (item: Place) => metres.get(item.place_id) ?? Number.POSITIVE_INFINITY
      const sorted = metres.size > 0 ? all.toSorted((a, b) => far(a) - far(b) || 0) : all
      const start = want.after ? sorted.findIndex((item) => item.place_id === want.after) + 1 : 0
      const page = sorted.slice(start, start + want.limit)
      const more = start + page.length < sorted.length
      return {
        items: page.map((item) => answer(item, metres.get(item.place_id))),
        next: more ? (page.at(-1)?.place_id ?? null) : null,
      }
    },
  )
  app.get(
    '/v1/stores/places/:place_id',
    { config: { audience: ['anyone'] }, schema: { summary: 'One place', params: key, response: { 200: placeAnswer } } },
    async (request, reply) => {
      return tagVersion(reply, answer(await place(request.db, request.params.place_id)))
    },
  )
  app.post(
    '/v1/stores/places',
    {
      config: { audience: editors },
      schema: {
        summary: 'Open a place, or write the one with this external_id',
        body: placeBody,
        response: { 201: placeAnswer },
      },
    },
    async (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const input = whole(request.body)
        const known = input.external_id ? await fresh(tx, `ext:${input.external_id}`) : undefined
        needPlace(request.actor, known?.place_id ?? unopened)
        return answer(await putPlace(tx, request.actor, input))
      }),
  )
  app.put(
    '/v1/stores/places/:place_id',
    {
      config: { audience: editors },
      schema: {
        summary: 'Write a place whole',
        params: key,
        headers: ifMatch,
        body: placeBody,
        response: { 200: placeAnswer },
      },
    },
    async (request, reply) =>
      within(request, async (tx) => {
        const known = await fresh(tx, request.params.place_id)
        needPlace(request.actor, known?.place_id ?? unopened)
        const asked = request.params.place_id
        const input = whole(request.body, asked.startsWith('ext:') ? { external_id: asked.slice(4) } : {})
        const place_id = known?.place_id ?? (asked.startsWith('ext:') ? undefined : asked)
        return tagVersion(
          reply,
          answer(await putPlace(tx, request.actor, input, { place_id, version: seenVersion(request) })),
        )
      }),
  )
  app.patch(
    '/v1/stores/places/:place_id',
    {
      config: { audience: editors },
      schema: {
        summary: 'Change some of what is known of a place',
        params: key,
        headers: ifMatch,
        body: placeEdit,
        response: { 200: placeAnswer },
      },
    },
    async (request, reply) =>
      within(request, async (tx) => {
        const known = (await fresh(tx, request.params.place_id)) ?? (await place(tx, request.params.place_id))
        needPlace(request.actor, known.place_id)
        const { place_id, version: _, ...before } = known
        const version = seenVersion(request) ?? known.version
        return tagVersion(
          reply,
          answer(await putPlace(tx, request.actor, sound({ ...before, ...request.body }), { place_id, version })),
        )
      }),
  )
}

type Want = { kind?: string; brand_id?: string; pickup?: boolean; q?: string }
function suits(item: Place, want: Want): boolean {
  if (!item.active) return false
  if (want.kind && item.kind !== want.kind) return false
  if (want.brand_id && item.brand_ids.length > 0 && !item.brand_ids.includes(want.brand_id)) return false
  if (want.pickup !== undefined && item.offers_pickup !== want.pickup) return false
  const words = [item.name, item.name_kana, item.name_en, item.prefecture, item.city, item.address]
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()
  return !want.q || words.includes(want.q.normalize('NFKC').toLowerCase())
}

function answer(item: Place, metres?: number): PlaceAnswer {
  const now = clock.now()
  return {
    ...item,
    ...opening(item.hours, item.time_zone, now),
    business_date: businessDateAt(item, now),
    pickup: pickupPromise(item, now) ?? null,
    distance_metres: metres ?? null,
  }
}

function whole(body: Static<typeof placeBody>, forced: Partial<PlaceInput> = {}): PlaceInput {
  return sound({ ...blankPlace, ...body, ...forced })
}

// What a schema cannot say: the zone must exist, and a span must end after it begins.
function sound(input: PlaceInput): PlaceInput {
  try {
    local(clock.now(), input.time_zone)
  } catch {
    refuse('stores.bad_zone', 400, 'タイムゾーンが正しくありません。', 'There is no such time zone.', {
      field: 'time_zone',
    })
  }
  if (input.opens_on && input.closes_on && input.closes_on < input.opens_on)
    refuse(
      'stores.bad_dates',
      400,
      '終了日は開始日以降にしてください。',
      'The last day must not come before the first.',
      { field: 'closes_on' },
    )
  if ((input.latitude === null) !== (input.longitude === null))
    refuse('stores.half_position', 400, '緯度と経度は両方指定してください。', 'Give both latitude and longitude.', {
      field: input.latitude === null ? 'latitude' : 'longitude',
    })
  const { dates = {}, ...week } = input.hours
  for (const [day, spans] of [...Object.entries(week), ...Object.entries(dates)])
    for (const span of spans)
      if (span.close <= span.open)
        refuse(
          'stores.bad_hours',
          400,
          '閉店時刻は開店時刻より後にしてください（深夜2時は26:00）。',
          'Closing must come after opening (two in the morning is 26:00).',
          {
            field: `hours.${day}`,
          },
        )
  return input
}

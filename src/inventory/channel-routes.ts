import { Type } from 'typebox'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { putSetting } from '#core/settings'
import { clock } from '#core/time'
import { planned } from '#inventory/allocations'
import { availableTo, byDate, channelRules, dropChannelRule, incoming, putChannelRule } from '#inventory/channels'
import { knownGoods } from '#inventory/goods'
import { Policy, policy, stockPolicy } from '#inventory/policy'
import { body, Day, Id, lines, lookers, maybe, words } from '#inventory/shapes'

const Channel = Type.String({ pattern: '^[a-z][a-z0-9_]{1,39}$', description: 'ec, app, phone, marketplace …' })
const byChannel = Type.Object({ channel: Channel })
const limits = {
  place_ids: maybe(Type.Array(Id, { minItems: 1, maxItems: 500 })),
  share_percent: Type.Integer({ minimum: 0, maximum: 100 }),
  buffer: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  cap: maybe(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
}
const Rule = Type.Object({ channel: Type.String(), ...limits, version: Type.Integer() })
const merchandisers = ['staff:merchandiser', 'api:inventory.write']

/** What each channel may promise, which places would send, and the policy behind both. */
export function channelRoutes(app: App): void {
  app.get(
    '/v1/inventory/variants/:variant_id/availability',
    {
      config: { audience: lookers },
      schema: {
        summary: 'What a channel may promise: now by place, in all, and by the date on which more comes',
        params: Type.Object({ variant_id: Id }),
        querystring: Type.Object({ channel: Type.Optional(Channel) }),
        response: {
          200: Type.Object({
            channel: Type.String(),
            available: Type.Integer(),
            places: Type.Array(Type.Object({ place_id: Id, available: Type.Integer() })),
            incoming: Type.Array(
              Type.Object({
                place_id: Id,
                quantity: Type.Integer(),
                expected_on: maybe(Day),
                source_kind: words('transfer', 'delivery'),
                source_id: Id,
              }),
            ),
            by_date: Type.Array(Type.Object({ from: Day, available: Type.Integer() })),
            as_of: Type.String(),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { variant_id } = request.params
        const { channel = 'ec' } = request.query
        const seen = (await channelRules(tx)).get(channel)?.place_ids ?? null
        const places = await availableTo(tx, channel, [variant_id])
        const coming = await incoming(tx, [variant_id], seen)
        const available = places.reduce((sum, place) => sum + place.available, 0)
        return {
          channel,
          available,
          places,
          incoming: coming as never,
          by_date: byDate(available, coming),
          as_of: clock.iso(),
        }
      }),
  )
  app.get(
    '/v1/inventory/channel-rules',
    {
      config: { audience: lookers },
      schema: {
        summary: 'What each channel may promise; a channel without a rule may promise all that is not kept back',
        response: { 200: Type.Object({ items: Type.Array(Rule) }) },
      },
    },
    (request) => within(request, async (tx) => ({ items: [...(await channelRules(tx)).values()] })),
  )
  app.put(
    '/v1/inventory/channel-rules/:channel',
    {
      config: { audience: merchandisers },
      schema: {
        summary: 'Write a channel’s rule: places, share of each, pieces kept back at each, most shown of each',
        params: byChannel,
        body: Type.Partial(Type.Object(limits), { additionalProperties: false }),
        response: { 200: Rule },
      },
    },
    (request) =>
      within(request, (tx) =>
        putChannelRule(tx, request.actor, {
          place_ids: null,
          share_percent: 100,
          buffer: 0,
          cap: null,
          ...request.body,
          channel: request.params.channel,
        }),
      ),
  )
  app.delete(
    '/v1/inventory/channel-rules/:channel',
    {
      config: { audience: merchandisers },
      schema: { summary: 'Take a channel’s rule away', params: byChannel, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await within(request, (tx) => dropChannelRule(tx, request.params.channel))
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/v1/inventory/policy',
    {
      config: { audience: lookers },
      schema: { summary: 'How stock is dealt with: allocation, holds, marks', response: { 200: Policy } },
    },
    (request) => within(request, (tx) => policy(tx)),
  )
  app.put(
    '/v1/inventory/policy',
    {
      config: { audience: ['staff:admin', 'api:inventory.write'] },
      schema: { summary: 'Write the policy whole', body: Policy, response: { 200: Policy } },
    },
    (request) =>
      within(request, async (tx) => {
        await putSetting(tx, stockPolicy.key, request.body, request.actor)
        return request.body
      }),
  )
  app.post(
    '/v1/inventory/allocations/quotes',
    {
      config: { audience: ['staff', 'api:inventory.read'] },
      schema: {
        summary: 'Which places would send these goods (or hand them over), and why not the others; nothing is taken',
        body: body({
          way: Type.Union([Type.Literal('ship'), Type.Literal('collect')]),
          channel: Type.Optional(Channel),
          lines: lines(1, 200),
          latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
          longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
          prefecture: Type.Optional(Type.String({ minLength: 2, maxLength: 10 })),
          place_id: Type.Optional(Id),
        }),
        response: {
          200: Type.Object({
            outcome: words('whole', 'split', 'short'),
            parcels: Type.Array(
              Type.Object({
                place_id: Id,
                lines: Type.Array(Type.Object({ variant_id: Id, quantity: Type.Integer() })),
              }),
            ),
            short: Type.Array(Type.Object({ variant_id: Id, wanted: Type.Integer(), available: Type.Integer() })),
            explain: Type.Array(
              Type.Object({
                place_id: Id,
                chosen: Type.Boolean(),
                code: Type.String(),
                ja: Type.String(),
                en: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { way, channel = 'ec', lines, latitude, longitude, prefecture, place_id } = request.body
        await knownGoods(tx, lines)
        const spot = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined
        return planned(tx, { way, channel, lines, to: spot ?? (prefecture ? { prefecture } : undefined), place_id })
      }),
  )
}

import { toSVG } from 'bwip-js/node'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { cursorOf, readCursor, shopOrigin } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import { seenVersion, tagVersion } from '#core/version'
import { campaign, campaigns, change, draft, figuresOf, makeSerials, move } from '#proofs/campaigns'
import { findingsOf, override } from '#proofs/findings'
import { decide, give } from '#proofs/settling'
import * as shape from '#proofs/shapes'
import { goodsOf } from '#proofs/shelf'
import { office, officeBy, photo, standing } from '#proofs/told'

const { tags, id } = shape
const readers = { audience: ['staff', 'api:proofs.read'] }
const makers = { audience: ['staff:marketer', 'api:proofs.write'] }
// A name stands for it: no key may.
const people = { audience: ['staff:marketer'] }
const byCampaign = Type.Object({ campaign_id: id })
const byProof = Type.Object({ proof_id: id })
const Reason = Type.String({ minLength: 1, maxLength: 500 })

/** The office: campaigns from their draft to their end, what waits to be looked at, prizes to be sent. */
export function officeRoutes(app: App): void {
  app.get(
    '/v1/proofs/campaigns',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Shelf campaigns with how they go, the last changed first',
        response: { 200: Type.Object({ items: Type.Array(shape.CampaignView), next: Type.Null() }) },
      },
    },
    (request) =>
      within(request, async (tx) => ({
        items: (await campaigns(tx)).map((one) => ({ ...one, shelf_url: urlOf(request, one) })),
        next: null,
      })),
  )
  app.post(
    '/v1/proofs/campaigns',
    {
      config: makers,
      schema: { tags, summary: 'Draft a campaign', body: shape.CampaignBody, response: { 201: shape.CampaignView } },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => shown(request, tx, await draft(tx, request.actor, request.body))),
  )
  app.get(
    '/v1/proofs/campaigns/:campaign_id',
    {
      config: readers,
      schema: { tags, summary: 'One campaign', params: byCampaign, response: { 200: shape.CampaignView } },
    },
    (request, reply) =>
      within(request, async (tx) =>
        tagVersion(reply, await shown(request, tx, await campaign(tx, request.params.campaign_id))),
      ),
  )
  app.put(
    '/v1/proofs/campaigns/:campaign_id',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Write a draft anew',
        params: byCampaign,
        body: shape.CampaignBody,
        response: { 200: shape.CampaignView },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const { actor, params, body } = request
        const written = await change(tx, actor, params.campaign_id, body, seenVersion(request))
        return tagVersion(reply, await shown(request, tx, written))
      }),
  )
  for (const [noun, to, summary] of [
    ['opening', 'live', 'Open a campaign, or open it again'],
    ['stop', 'stopped', 'Stop a campaign: it takes no more entries'],
  ] as const)
    app.post(
      `/v1/proofs/campaigns/:campaign_id/${noun}`,
      {
        config: makers,
        schema: { tags, summary, params: byCampaign, response: { 200: shape.CampaignView } },
      },
      (request, reply) =>
        once(request, reply, 200, async (tx) =>
          shown(request, tx, await move(tx, request.actor, request.params.campaign_id, to)),
        ),
    )
  app.get(
    '/v1/proofs/campaigns/:campaign_id/findings',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What a campaign may run into, and who set it aside',
        params: byCampaign,
        response: { 200: shape.Findings },
      },
    },
    (request) =>
      within(request, async (tx) => ({
        items: await findingsOf(tx, await campaign(tx, request.params.campaign_id)),
        next: null,
      })),
  )
  app.post(
    '/v1/proofs/campaigns/:campaign_id/overrides',
    {
      config: people,
      schema: {
        tags,
        summary: 'Set a rule aside for the campaign as it is written now, with a reason on record',
        params: byCampaign,
        body: Type.Object(
          { rule: Type.Union(shape.ruleNames.map((name) => Type.Literal(name))), reason: Reason },
          shape.closed,
        ),
        response: { 201: shape.Findings },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => ({
        items: await override(tx, request.actor, await campaign(tx, request.params.campaign_id), request.body),
        next: null,
      })),
  )
  app.post(
    '/v1/proofs/campaigns/:campaign_id/serials',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Make serials to print; they are told now and never again',
        params: byCampaign,
        body: Type.Object({ count: Type.Integer({ minimum: 1, maximum: 5_000 }) }, shape.closed),
        response: { 201: Type.Object({ items: Type.Array(Type.String()), next: Type.Null() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => ({
        items: await makeSerials(tx, request.params.campaign_id, request.body.count),
        next: null,
      })),
  )
  app.get(
    '/v1/proofs/campaigns/:campaign_id/poster',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What hangs at the shelf, ready to print, with its QR code; of one of its goods or of all',
        params: byCampaign,
        querystring: Type.Object({ goods: Type.Optional(id) }),
        response: {
          200: Type.Object({
            shelf_url: Type.String(),
            qr_svg: Type.String(),
            name: Type.String(),
            name_en: Type.Union([Type.String(), Type.Null()]),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const found = await campaign(tx, request.params.campaign_id)
        const { goods } = request.query
        const one = goods && (await goodsOf(tx, found)).find(({ variant_id }) => variant_id === goods)
        if (goods && !one)
          refuse(
            'proofs.other_goods',
            422,
            'この商品は、キャンペーンの対象ではありません。',
            'These goods are not of the campaign.',
            {
              field: 'goods',
            },
          )
        const shelf_url = `${urlOf(request, found)}${goods ? `?goods=${goods}` : ''}`
        const { name, name_en } = one || found
        return { shelf_url, qr_svg: toSVG({ bcid: 'qrcode', text: shelf_url, scale: 4 }), name, name_en }
      }),
  )
  app.get(
    '/v1/proofs/entries',
    {
      config: people,
      schema: {
        tags,
        summary: 'What waits to be looked at, or the prizes won or given; every look is in the audit',
        querystring: Type.Object({
          want: Type.Union([Type.Literal('review'), Type.Literal('won'), Type.Literal('given')], { default: 'review' }),
          campaign_id: Type.Optional(id),
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(shape.OfficeProof), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { want = 'review', campaign_id = null, after, limit = 50 } = request.query
        const from = after ? (readCursor(after, 1, ['id'])[0] as string) : null
        const items = await office(tx, request.actor, { want, campaign_id, after: from, limit })
        return { items, next: cursorOf(items, limit, ({ proof_id }) => [proof_id]) }
      }),
  )
  app.get(
    '/v1/proofs/entries/:proof_id/photo',
    {
      config: people,
      schema: {
        tags,
        summary: 'The picture of a receipt; the look is in the audit',
        params: byProof,
        response: { 200: Type.Object({ media_type: Type.String(), base64: Type.String() }) },
      },
    },
    (request) => within(request, (tx) => photo(tx, request.actor, request.params.proof_id)),
  )
  app.post(
    '/v1/proofs/entries/:proof_id/decision',
    {
      config: people,
      schema: {
        tags,
        summary: 'Accept or refuse what was looked at; refused, the receipt may be told anew',
        params: byProof,
        body: Type.Object({ accept: Type.Boolean() }, shape.closed),
        response: { 200: shape.OfficeProof },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { actor, params, body } = request
        await decide(tx, actor, await standing(tx, params.proof_id), body.accept)
        return officeBy(tx, actor, params.proof_id)
      }),
  )
  app.post(
    '/v1/proofs/entries/:proof_id/prize',
    {
      config: people,
      schema: {
        tags,
        summary: 'Note that its prize was handed over or sent',
        params: byProof,
        response: { 200: shape.OfficeProof },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { actor, params } = request
        await give(tx, actor, await standing(tx, params.proof_id))
        return officeBy(tx, actor, params.proof_id)
      }),
  )
}

function urlOf(request: FastifyRequest, { code }: shape.Campaign): string {
  return `${shopOrigin(request)}/shelf/${code}`
}

async function shown(request: FastifyRequest, db: Db, one: shape.Campaign): Promise<shape.CampaignView> {
  const figures = (await figuresOf(db, [one.campaign_id])).get(one.campaign_id) as shape.CampaignView['figures']
  return { ...one, shelf_url: urlOf(request, one), figures }
}

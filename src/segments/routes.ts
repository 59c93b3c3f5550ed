import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { noOne } from '#core/id'
import { seenVersion, tagVersion } from '#core/version'
import { count, sample } from '#segments/drafts'
import { change, end, make, segment, segments } from '#segments/manage'
import { memberLines, members } from '#segments/members'
import * as shape from '#segments/shapes'

const { tags, byId } = shape
const readers = { audience: ['staff', 'api:segments.read'] }
const makers = { audience: ['staff:marketer', 'api:segments.write'] }
/** Who may see people one by one. */
const lookers = { audience: ['staff:marketer', 'api:customers.read'] }

/** Segments, their members, and what a rule would mean. */
export function segmentRoutes(app: App): void {
  app.get(
    '/v1/segments',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Segments with how many are in each, the last changed first',
        querystring: Type.Object({ state: Type.Optional(shape.State) }),
        response: { 200: shape.Page },
      },
    },
    (request) =>
      within(request, async (tx) => ({ items: await segments(tx, request.query.state ?? 'live'), next: null })),
  )
  app.get(
    '/v1/segments/:segment_id',
    { config: readers, schema: { tags, summary: 'One segment', params: byId, response: { 200: shape.SegmentView } } },
    (request, reply) => within(request, async (tx) => tagVersion(reply, await segment(tx, request.params.segment_id))),
  )
  app.post(
    '/v1/segments',
    {
      config: makers,
      schema: {
        tags,
        summary:
          'Make a segment, or change the one with this external_id; it is built at once, beside the rule that counts',
        body: shape.SegmentBody,
        response: { 201: shape.SegmentView },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => make(tx, request.actor, request.body)),
  )
  app.put(
    '/v1/segments/:segment_id',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Change its name or rule',
        params: byId,
        body: shape.SegmentBody,
        response: { 200: shape.SegmentView },
      },
    },
    (request, reply) =>
      within(request, async (tx) =>
        tagVersion(
          reply,
          await change(tx, request.actor, request.params.segment_id, request.body, seenVersion(request)),
        ),
      ),
  )
  app.delete(
    '/v1/segments/:segment_id',
    {
      config: makers,
      schema: { tags, summary: 'End it: nobody is in it any more', params: byId, response: { 200: shape.SegmentView } },
    },
    (request, reply) =>
      within(request, async (tx) =>
        tagVersion(reply, await end(tx, request.actor, request.params.segment_id, seenVersion(request))),
      ),
  )
  app.get(
    '/v1/segments/:segment_id/members',
    {
      config: lookers,
      schema: {
        tags,
        summary: 'Who is in it, since when and why (audited)',
        params: byId,
        querystring: Type.Object({
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: { 200: shape.Members },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50 } = request.query
        const { segment_id } = await segment(tx, request.params.segment_id)
        const [from = noOne] = after ? readCursor(after, 1, ['id']) : []
        const items = await members(tx, request.actor, segment_id, from, limit)
        return { items, next: cursorOf(items, limit, (last) => [last.customer_id]) }
      }),
  )
  app.get(
    '/v1/segments/:segment_id/member-file',
    {
      config: lookers,
      schema: {
        tags,
        summary: 'The same of all as a CSV that no spreadsheet runs as formulas (audited)',
        params: byId,
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const found = await within(request, (tx) => segment(tx, request.params.segment_id))
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="segment-${found.segment_id}.csv"`)
        .send(Readable.from(memberLines(request.db, request.actor, found)))
    },
  )
  app.post(
    '/v1/segments/counts',
    {
      config: makers,
      schema: {
        tags,
        summary: 'How many would be in it just now, and how many each clause leaves',
        body: shape.Draft,
        response: { 200: shape.Count },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => count(tx, request.body)),
  )
  app.post(
    '/v1/segments/samples',
    {
      config: lookers,
      schema: {
        tags,
        summary: 'A few who would be in it just now, and why, with hidden names (audited)',
        body: shape.Draft,
        response: { 200: shape.Sample },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => sample(tx, request.actor, request.body)),
  )
}

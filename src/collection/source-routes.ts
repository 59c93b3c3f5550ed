import Type from 'typebox'
import { cursorOf, readCursor } from '#access/access'
import { claimOf, once, within } from '#core/answers'
import type { App } from '#core/app'
import { seenVersion, tagVersion } from '#core/version'
import { discard, held, heldItem, reasons, replay } from './held.ts'
import * as shape from './shapes.ts'
import { changeSource, makeSource, revokeSource, rotateKey, source, sources } from './sources.ts'

const tags = ['collection']
const readers = { audience: ['staff:admin', 'api:collection.read'] }
const writers = { audience: ['staff:admin', 'api:collection.write'] }
const params = Type.Object({ source_id: shape.Id })
const item = Type.Object({ item_id: shape.Id })
const none = Type.Object({}, { additionalProperties: false })

/** Who may send events, how much came, and what could not be read. */
export function sourceRoutes(app: App): void {
  app.get(
    '/v1/collection/sources',
    {
      config: readers,
      schema: { tags, summary: 'Sources of events with what came from each', response: { 200: shape.Sources } },
    },
    async (request) => ({ items: await within(request, sources), next: null }),
  )

  app.post(
    '/v1/collection/sources',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Let a site, an app, a system, a till or a sensor send events; its write key is shown once',
        body: shape.SourceNew,
        response: { 201: shape.SourceMade },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => makeSource(tx, request.body)),
  )

  app.get(
    '/v1/collection/sources/:source_id',
    { config: readers, schema: { tags, summary: 'One source', params, response: { 200: shape.Source } } },
    async (request, reply) => tagVersion(reply, await within(request, (tx) => source(tx, request.params.source_id))),
  )

  app.patch(
    '/v1/collection/sources/:source_id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Change a source’s name, place or mapping',
        params,
        body: shape.SourceChange,
        response: { 200: shape.Source },
      },
    },
    async (request, reply) =>
      tagVersion(
        reply,
        await within(request, (tx) => changeSource(tx, request.params.source_id, request.body, seenVersion(request))),
      ),
  )

  app.delete(
    '/v1/collection/sources/:source_id',
    {
      config: writers,
      schema: { tags, summary: 'Revoke a source: its key counts no more', params, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await within(request, (tx) => revokeSource(tx, request.params.source_id))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/collection/sources/:source_id/key-rotations',
    {
      config: writers,
      schema: {
        tags,
        summary: 'A new write key, shown once; the one before counts for 24 hours more',
        params,
        body: none,
        response: { 201: shape.SourceMade },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => rotateKey(tx, request.params.source_id)),
  )

  app.get(
    '/v1/collection/sources/:source_id/held-items',
    {
      config: readers,
      schema: {
        tags,
        summary: 'The quarantine of a source: what could not be read, newest first, and why',
        params,
        querystring: shape.Page,
        response: { 200: shape.HeldPage },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { cursor, limit } = request.query
        const { source_id } = await source(tx, request.params.source_id)
        const [received_at = '', item_id = ''] = cursor ? readCursor(cursor, 2) : []
        const items = await held(tx, source_id, { ...(cursor ? { before: { received_at, item_id } } : {}), limit })
        const next = cursorOf(items, limit, (last) => [last.received_at, last.item_id])
        return { items, reasons: await reasons(tx, source_id), next }
      }),
  )

  app.get(
    '/v1/collection/held-items/:item_id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One item of the quarantine as it came',
        params: item,
        response: { 200: shape.HeldItem },
      },
    },
    (request) => within(request, (tx) => heldItem(tx, request.params.item_id)),
  )

  app.delete(
    '/v1/collection/held-items/:item_id',
    {
      config: writers,
      schema: { tags, summary: 'Let an item of the quarantine go', params: item, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await within(request, (tx) => discard(tx, request.params.item_id))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/collection/sources/:source_id/replays',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Read the quarantine of a source again, as it is mapped now',
        params,
        body: none,
        response: { 201: shape.Replayed },
      },
    },
    async (request, reply) => {
      claimOf(request)
      // Each item is written once whatever happens between here and the answer: what it is known by is its own.
      const told = await replay(request.db, request.params.source_id)
      return once(request, reply, 201, async () => told)
    },
  )
}

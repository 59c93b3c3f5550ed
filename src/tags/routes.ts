import { Type } from 'typebox'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { seenVersion, tagVersion } from '#core/version'
import { change, end, make, past, tag, tags as tagsIn } from '#tags/manage'
import { preview } from '#tags/preview'
import * as shape from '#tags/shapes'

const tags = ['tags']
const { byId } = shape
const readers = { audience: ['staff', 'api:tags.read'] }
/** Who may see people one by one. */
const lookers = { audience: ['staff:marketer', 'api:customers.read'] }
const makers = { audience: ['staff:marketer', 'api:tags.write'] }

/** Tags, their rules, and what a rule would mean. */
export function tagRoutes(app: App): void {
  app.get(
    '/v1/tags',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Tags with how many people bear each',
        querystring: Type.Object({ state: Type.Optional(shape.State) }),
        response: { 200: shape.Tags },
      },
    },
    (request) =>
      within(request, async (tx) => ({ items: await tagsIn(tx, request.query.state ?? 'live'), next: null })),
  )
  app.get(
    '/v1/tags/:tag_id',
    { config: readers, schema: { tags, summary: 'One tag', params: byId, response: { 200: shape.TagView } } },
    (request, reply) => within(request, async (tx) => tagVersion(reply, await tag(tx, request.params.tag_id))),
  )
  app.get(
    '/v1/tags/:tag_id/past-rules',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Its rules before this one, the newest first; to undo a change, put one of them back',
        params: byId,
        response: { 200: shape.Past },
      },
    },
    (request) => within(request, async (tx) => ({ items: await past(tx, request.params.tag_id), next: null })),
  )
  app.post(
    '/v1/tags',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Make a tag, or change the one with this external_id; everybody is looked at anew',
        body: shape.TagBody,
        response: { 201: shape.TagView },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => make(tx, request.actor, request.body)),
  )
  app.put(
    '/v1/tags/:tag_id',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Change its name or rule; one that had ended is taken up again',
        params: byId,
        body: shape.TagBody,
        response: { 200: shape.TagView },
      },
    },
    (request, reply) =>
      within(request, async (tx) =>
        tagVersion(reply, await change(tx, request.actor, request.params.tag_id, request.body, seenVersion(request))),
      ),
  )
  app.delete(
    '/v1/tags/:tag_id',
    {
      config: makers,
      schema: { tags, summary: 'End it: nobody bears it any more', params: byId, response: { 200: shape.TagView } },
    },
    (request, reply) =>
      within(request, async (tx) =>
        tagVersion(reply, await end(tx, request.actor, request.params.tag_id, seenVersion(request))),
      ),
  )
  app.post(
    '/v1/tags/previews',
    {
      config: lookers,
      schema: {
        tags,
        summary: 'What a rule would mean: which products bear a sign, and who for instance (audited)',
        body: shape.Draft,
        response: { 200: shape.Preview },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => preview(tx, request.actor, request.body.rule)),
  )
}

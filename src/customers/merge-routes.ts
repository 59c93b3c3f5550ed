import Type from 'typebox'
import { audit } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { merge, unmerge } from './merges.ts'
import { profilesOf } from './profiles.ts'
import * as shape from './shapes.ts'
import { mergesOf } from './view.ts'

const tags = ['customers']
const config = { audience: ['staff:agent', 'staff:manager', 'api:customers.write'] }

/** Making two customers one, and taking that back. */
export function mergeRoutes(app: App): void {
  app.post(
    '/v1/customers/merges',
    {
      config,
      schema: {
        tags,
        summary: 'Make two customers one (reversible)',
        body: shape.MergeNew,
        response: { 201: shape.Merged },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { keep_id: keep, join_id: join, reason } = request.body
        const merged = await merge(tx, request.actor, { keep, join, reason })
        await audit(tx, request.actor, 'customers.merged', merged.customer_id, { merge_id: merged.merge_id })
        return merged
      }),
  )

  app.post(
    '/v1/customers/merges/:merge_id/undoing',
    {
      config,
      schema: {
        tags,
        summary: 'Take a merge back',
        params: Type.Object({ merge_id: shape.Id }),
        response: { 201: shape.Merged },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const parted = await unmerge(tx, request.actor, request.params.merge_id)
        await audit(tx, request.actor, 'customers.unmerged', parted.customer_id, { merge_id: parted.merge_id })
        return parted
      }),
  )

  app.get(
    '/v1/customers/:id/merges',
    {
      config,
      schema: {
        tags,
        summary: 'Merges that made this customer',
        params: Type.Object({ id: shape.Id }),
        response: { 200: Type.Object({ items: Type.Array(shape.Merge), next: Type.Null() }) },
      },
    },
    (request) =>
      within(request, async (tx) => ({
        items: await mergesOf(tx, await profilesOf(tx, request.params.id)),
        next: null,
      })),
  )
}

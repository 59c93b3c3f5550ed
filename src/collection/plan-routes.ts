import Type from 'typebox'
import { audit } from '#access/access'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { seenVersion, tagVersion } from '#core/version'
import { profilesOf } from '#customers/customers'
import { plan, putPlan } from './plan.ts'
import * as shape from './shapes.ts'
import { original, traits } from './told.ts'

const tags = ['collection']
const people = { audience: ['staff:agent', 'staff:marketer', 'api:customers.read'] }

/** The tracking plan, and what events told of a person. */
export function planRoutes(app: App): void {
  app.get(
    '/v1/collection/plan',
    {
      config: { audience: ['staff:marketer', 'staff:merchandiser', 'api:collection.read'] },
      schema: {
        tags,
        summary: 'Which events are expected: the standard, your own, and names that came unplanned',
        response: { 200: shape.Plan },
      },
    },
    async (request) => ({ items: await within(request, plan), next: null }),
  )

  app.put(
    '/v1/collection/plan/:name',
    {
      config: { audience: ['staff:marketer', 'api:collection.write'] },
      schema: {
        tags,
        summary: 'Expect an event of this name, or change what it is called and carries',
        params: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }),
        body: shape.PlanPut,
        response: { 200: shape.Planned },
      },
    },
    async (request, reply) =>
      tagVersion(
        reply,
        await within(request, (tx) => putPlan(tx, request.params.name, request.body, seenVersion(request))),
      ),
  )

  app.get(
    '/v1/collection/profiles/:profile_id/traits',
    {
      config: people,
      schema: {
        tags,
        summary: 'What events told of a customer; of each trait the last word by the time of the event',
        params: Type.Object({ profile_id: shape.Id }),
        response: { 200: shape.Traits },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { profile_id } = request.params
        await audit(tx, request.actor, 'collection.traits', profile_id)
        return { items: await traits(tx, await profilesOf(tx, profile_id)), next: null }
      }),
  )

  app.get(
    '/v1/collection/profiles/:profile_id/events/:event_id',
    {
      config: people,
      schema: {
        tags,
        summary: 'A collected event of a person as it came, whole',
        params: Type.Object({ profile_id: shape.Id, event_id: shape.Id }),
        response: { 200: shape.Original },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { profile_id, event_id } = request.params
        await audit(tx, request.actor, 'collection.event', profile_id)
        return { event: await original(tx, profile_id, event_id) }
      }),
  )
}

import type { FastifyRequest } from 'fastify'
import { needFresh } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { copy, held } from '#privacy/copy'
import { facts, forget, recall } from '#privacy/facts'
import { asFile } from '#privacy/file'
import { erase } from '#privacy/privacy'
import { needConfirmed } from '#privacy/requests'
import * as shape from '#privacy/shapes'

const tags = ['privacy']
const config = { audience: ['member'] }

/** What a member does about her own data: see it, take it along, leave for good. */
export function mineRoutes(app: App): void {
  app.get(
    '/v1/privacy/me',
    { config, schema: { tags, summary: 'What is held about me, in short', response: { 200: shape.Held } } },
    (request) => within(request, (tx) => held(tx, mine(request))),
  )

  app.get(
    '/v1/privacy/me/copy',
    { config, schema: { tags, summary: 'Everything held about me, as a file', response: { 200: shape.Copy } } },
    async (request, reply) => {
      asFile(reply)
      return within(request, (tx) => copy(tx, mine(request)))
    },
  )

  app.get(
    '/v1/privacy/me/facts',
    {
      config,
      schema: {
        tags,
        summary: 'What is concluded of me and from what; what I had forgotten',
        response: { 200: shape.Facts },
      },
    },
    (request) => within(request, (tx) => facts(tx, mine(request))),
  )

  app.post(
    '/v1/privacy/me/forgettings',
    {
      config,
      schema: {
        tags,
        summary: 'Forget a fact about me: at once, and for good until I take it back',
        body: shape.Fact,
        response: { 201: shape.Facts },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => forget(tx, request.actor, mine(request), request.body)),
  )

  app.post(
    '/v1/privacy/me/recollections',
    {
      config,
      schema: {
        tags,
        summary: 'Take that back: it is concluded again if it still follows',
        body: shape.Fact,
        response: { 201: shape.Facts },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => recall(tx, request.actor, mine(request), request.body)),
  )

  app.post(
    '/v1/privacy/me/erasures',
    {
      config,
      schema: {
        tags,
        summary: 'Leave for good, signed in just now: my profile_id is said in `confirm`; this cannot be undone',
        body: shape.MyErasure,
        response: { 201: shape.Erased },
      },
    },
    async (request, reply) => {
      await needFresh(request)
      return once(request, reply, 201, (tx) => {
        needConfirmed(mine(request), request.body.confirm)
        return erase(tx, request.actor, mine(request), 'by herself')
      })
    },
  )
}

function mine({ actor }: FastifyRequest): string {
  return actor.profile_id ?? refuse('access.sign_in', 401, 'サインインしてください。', 'Please sign in.')
}

import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { seenVersion, tagVersion } from '#core/version'
import { deliveries, delivery, ping, recover, resend } from './deliveries.ts'
import { refresh } from './subscriptions.ts'
import * as shape from './webhook-shapes.ts'
import { changeWebhook, dropWebhook, makeWebhook, putWebhook, rotateSecret, webhook, webhooks } from './webhooks.ts'

const tags = ['integrations']
const readers = { audience: ['staff:admin', 'api:integrations.read'] }
const writers = { audience: ['staff:admin', 'api:integrations.write'] }
const params = Type.Object({ webhook_id: shape.Key })
const none = Type.Object({}, { additionalProperties: false })

/** Webhooks out (Standard Webhooks): who is told of what, what was sent, sending again. */
export function webhookRoutes(app: App): void {
  app.get(
    '/v1/integrations/webhooks',
    { config: readers, schema: { tags, summary: 'Webhooks', response: { 200: shape.pageOf(shape.Webhook) } } },
    async (request) => ({ items: await within(request, webhooks), next: null }),
  )

  app.post(
    '/v1/integrations/webhooks',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Be told of events at an address of yours; the signing secret is shown once',
        body: shape.WebhookNew,
        response: { 201: shape.WebhookMade },
      },
    },
    (request, reply) =>
      known(
        request,
        once(request, reply, 201, (tx) => makeWebhook(tx, request.actor, request.body)),
      ),
  )

  app.get(
    '/v1/integrations/webhooks/:webhook_id',
    { config: readers, schema: { tags, summary: 'One webhook', params, response: { 200: shape.Webhook } } },
    async (request, reply) => tagVersion(reply, await within(request, (tx) => webhook(tx, request.params.webhook_id))),
  )

  app.put(
    '/v1/integrations/webhooks/:webhook_id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Make or change the webhook of an external id (`ext:…`), or change one of ours',
        params,
        body: shape.WebhookNew,
        response: { 200: shape.WebhookPut },
      },
    },
    async (request, reply) => {
      const { webhook_id: key } = request.params
      const put = within(request, (tx) =>
        key.startsWith('ext:')
          ? putWebhook(tx, request.actor, key.slice(4), request.body)
          : changeWebhook(tx, request.actor, key, request.body, seenVersion(request)),
      )
      return tagVersion(reply, await known(request, put))
    },
  )

  app.patch(
    '/v1/integrations/webhooks/:webhook_id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Change a webhook',
        params,
        body: shape.WebhookChange,
        response: { 200: shape.Webhook },
      },
    },
    async (request, reply) => {
      const changed = within(request, (tx) =>
        changeWebhook(tx, request.actor, request.params.webhook_id, request.body, seenVersion(request)),
      )
      return tagVersion(reply, await known(request, changed))
    },
  )

  app.delete(
    '/v1/integrations/webhooks/:webhook_id',
    { config: writers, schema: { tags, summary: 'Forget a webhook', params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await known(
        request,
        within(request, (tx) => dropWebhook(tx, request.params.webhook_id)),
      )
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/integrations/webhooks/:webhook_id/secret-rotations',
    {
      config: writers,
      schema: {
        tags,
        summary: 'A new signing secret, shown once; for 24 hours both sign',
        params,
        body: none,
        response: { 201: shape.WebhookMade },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => rotateSecret(tx, request.params.webhook_id)),
  )

  app.post(
    '/v1/integrations/webhooks/:webhook_id/pings',
    {
      config: writers,
      schema: { tags, summary: 'Send a test message (`ping`)', params, body: none, response: { 201: shape.Delivery } },
    },
    (request, reply) => once(request, reply, 201, (tx) => ping(tx, request.params.webhook_id)),
  )

  app.post(
    '/v1/integrations/webhooks/:webhook_id/recoveries',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Send again everything that has failed since a moment',
        params,
        body: shape.Recovery,
        response: { 201: Type.Object({ resent: Type.Integer(), added: Type.Integer() }) },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => recover(tx, request.params.webhook_id, request.body)),
  )

  app.get(
    '/v1/integrations/deliveries',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What was sent or waits, the newest first',
        querystring: shape.DeliveriesWanted,
        response: { 200: shape.pageOf(shape.Delivery) },
      },
    },
    async (request) => {
      const { cursor, limit, ...wanted } = request.query
      const [at = '', id = ''] = cursor ? readCursor(cursor, 2) : []
      if (cursor && (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))) strangeCursor()
      const before = cursor ? { at, id } : undefined
      const items = await within(request, (tx) => deliveries(tx, wanted, { before, limit }))
      return { items, next: cursorOf(items, limit, (last) => [last.created_at, last.delivery_id]) }
    },
  )

  app.get(
    '/v1/integrations/deliveries/:delivery_id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One delivery with its body and every attempt',
        params: Type.Object({ delivery_id: shape.Id }),
        response: { 200: shape.DeliveryWhole },
      },
    },
    (request) => within(request, (tx) => delivery(tx, request.params.delivery_id)),
  )

  app.post(
    '/v1/integrations/deliveries/:delivery_id/resends',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Send one delivery again, with the same id',
        params: Type.Object({ delivery_id: shape.Id }),
        body: none,
        response: { 201: shape.Delivery },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => resend(tx, request.params.delivery_id)),
  )
}

/** Once it is written, this process knows at once; the others within a second. */
async function known<T>(request: FastifyRequest, writing: Promise<T>): Promise<T> {
  const written = await writing
  await refresh(request.db)
  return written
}

function strangeCursor(): never {
  refuse('core.cursor', 400, 'ページの指定（cursor）を読み取れません。', 'The cursor is not one of ours.', {
    field: 'cursor',
  })
}

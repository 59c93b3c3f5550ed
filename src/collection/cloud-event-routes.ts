import type { FastifyRequest } from 'fastify'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { fromHeaders, itemOf } from './cloud-events.ts'
import { post, takeItems } from './protocol.ts'
import { batch_bytes, bodyOf, item_bytes, senderOf } from './request.ts'

const most_events = 2_500

/** CloudEvents 1.0 over HTTP: structured, batched and binary. */
export function cloudEventRoutes(scope: App): void {
  const summary =
    'CloudEvents 1.0 of sensors, tills and other systems: structured, batch or binary; bounds as for Segment'
  post(scope, '/v1/collection/cloud-events', summary, async (request) => {
    const events = eventsIn(request)
    const source = await senderOf(request)
    await takeItems(request, source, events.map(itemOf))
  })
}

function eventsIn(request: FastifyRequest): unknown[] {
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/cloudevents-batch+json')) {
    const { value } = bodyOf(request, batch_bytes)
    if (!Array.isArray(value) || value.length > most_events)
      return refuse(
        'collection.no_batch',
        400,
        'イベントの配列（2,500件まで）が必要です。',
        'A list of at most 2,500 events is needed.',
        { field: 'body' },
      )
    return value
  }
  const binary = request.headers['ce-specversion'] !== undefined
  // Data may be missing in binary mode.
  if (binary && !(Buffer.isBuffer(request.body) && request.body.length > 0))
    return [fromHeaders(request.headers, undefined)]
  const { value } = bodyOf(request, item_bytes)
  return [binary ? fromHeaders(request.headers, value) : value]
}

/**
 * The Segment HTTP Tracking API: what its SDKs send, and those that speak like them. A key of its own in every request, no
 * Idempotency-Key (the message id is one), any origin. 200 also for what cannot be read: that waits in the quarantine.
 */
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '#core/app'
import { hashId } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { cloudEventRoutes } from './cloud-event-routes.ts'
import { take } from './line.ts'
import { type Fault, type Item, isObject, type Kind, kinds, written } from './message.ts'
import { post, takeItems } from './protocol.ts'
import { batch_bytes, bodyOf, item_bytes, keyIn, senderOf, tooLarge } from './request.ts'
import type { Source } from './sources.ts'

const most_items = 2_500
const largest_body = 8 * 1024 * 1024
const short: Readonly<Record<string, Kind>> = {
  t: 'track',
  p: 'page',
  i: 'identify',
  g: 'group',
  a: 'alias',
  s: 'screen',
}
export function protocolRoutes(app: App): void {
  app.register(async (inner) => {
    const scope = inner as App
    scope.removeAllContentTypeParsers()
    // A browser says text/plain so that it need not ask first, and means JSON.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largest_body }, (_request, body, done) =>
      done(null, body),
    )
    scope.addHook('onRequest', async (request, reply) => {
      reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
      // Before its body is read: who is not known shall not make us read.
      if (request.method === 'POST' && keyIn(request) !== undefined) await senderOf(request)
    })
    // A body nobody would read to its end is too large in the protocol's own words.
    scope.setErrorHandler((error) => {
      throw (error as { statusCode?: number }).statusCode === 413 ? tooLarge() : error
    })

    const one = (kind: Kind) => (request: FastifyRequest) => single(request, kind)
    for (const kind of kinds) {
      const summary = `Segment HTTP Tracking API: ${kind}, one event of at most 32 KB`
      post(scope, `/v1/${kind}`, summary, one(kind))
    }
    for (const [path, kind] of Object.entries(short)) post(scope, `/v1/${path}`, undefined, one(kind))
    const many = 'Segment HTTP Tracking API: up to 2,500 events in at most 500 KB'
    post(scope, '/v1/batch', many, batch)
    post(scope, '/v1/import', `${many}; the same as batch`, batch)
    post(scope, '/v1/b', undefined, batch)
    // analytics.js reports on itself; nobody asked.
    post(scope, '/v1/m', undefined, async () => {})
    // Jitsu's SDK speaks the same words at addresses of its own.
    for (const kind of kinds)
      for (const path of [`/api/s/${kind}`, `/api/s/s2s/${kind}`]) post(scope, path, undefined, one(kind))
    cloudEventRoutes(scope)

    scope.get(
      '/v1/projects/:write_key/settings',
      {
        config: { audience: ['anyone'], keyed: true },
        schema: { hide: true, params: Type.Object({ write_key: Type.String({ maxLength: 200 }) }) },
      },
      async (request) => settingsFor(request.params.write_key, request),
    )
  })
}

async function single(request: FastifyRequest, kind: Kind): Promise<void> {
  const { value } = bodyOf(request, item_bytes)
  const source = await senderOf(request, value)
  await takeItems(request, source, [isObject(value) ? { ...value, type: kind } : value])
}

async function batch(request: FastifyRequest): Promise<void> {
  const { value, bytes } = bodyOf(request, batch_bytes)
  const source = await senderOf(request, value)
  if (!isObject(value) || !Array.isArray(value.batch))
    return refuse(
      'collection.no_batch',
      400,
      'batch に配列が必要です。',
      'A batch needs a list of events in `batch`.',
      { field: 'batch' },
    )
  const items = value.batch as unknown[]
  if (bytes > item_bytes && items.some(isTooLarge)) tooLarge()
  if (items.length > most_items) {
    await take(request.db, [], [tooMany(source, value)])
    return
  }
  await takeItems(
    request,
    source,
    items.map((item) => inBatch(item, value)),
  )
}

// Measured is only what could be: a sign takes six bytes at the most.
function isTooLarge(item: unknown): boolean {
  return roomLeft(item, item_bytes) < 0 && Buffer.byteLength(written(item)) > item_bytes
}

function roomLeft(value: unknown, room: number): number {
  if (typeof value === 'string') return room - 6 * value.length - 3
  // What is written of a number, and of true, false and null.
  if (typeof value !== 'object' || value === null) return room - 26
  let left = room - 3
  for (const key in value) {
    if (left < 0) return left
    left = roomLeft((value as Item)[key], left - 6 * key.length - 4)
  }
  return left
}

/** What a batch says once holds for each of its items that does not say otherwise. */
function inBatch(item: unknown, { context, integrations, sentAt }: Item): unknown {
  if (!isObject(item)) return item
  const whole: Item = { ...item }
  if (sentAt !== undefined && item.sentAt === undefined) whole.sentAt = sentAt
  if (isObject(context))
    whole.context = isObject(item.context) ? { ...context, ...item.context } : (item.context ?? context)
  if (isObject(integrations))
    whole.integrations = isObject(item.integrations)
      ? { ...integrations, ...item.integrations }
      : (item.integrations ?? integrations)
  return whole
}

function tooMany(source: Source, whole: Item): Fault {
  const text = written(whole)
  return {
    fault: true,
    item_id: hashId('held', source.source_id, text),
    source,
    reason: 'too_many',
    field: 'batch',
    event: null,
    text,
    received_at: clock.iso(),
  }
}

/** What analytics.js asks before it begins: nothing but to send everything here. */
function settingsFor(apiKey: string, { protocol, host }: { protocol: string; host: string }) {
  const enabled = { __default: { enabled: true, integrations: {} } }
  return {
    integrations: {
      'Segment.io': { apiKey, apiHost: `${host}/v1`, protocol, unbundledIntegrations: [], addBundledMetadata: false },
    },
    plan: { track: enabled, identify: enabled, group: enabled },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0 },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  }
}

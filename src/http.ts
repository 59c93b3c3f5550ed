import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import * as access from '#access/access'
import { accessRoutes } from '#access/routes'
import { activityRoutes } from '#activity/routes'
import { businessRoutes } from '#business/routes'
import { cartRoutes } from '#carts/routes'
import { catalogRoutes } from '#catalog/routes'
import { collectionRoutes } from '#collection/routes'
import { consentRoutes } from '#consent/routes'
import { type Actor, nobody } from '#core/actor'
import { describeLeaving, tellVersion } from '#core/api-version'
import type { App, Due } from '#core/app'
import { isOutage, type Pool } from '#core/database'
import { id } from '#core/id'
import { lines } from '#core/log'
import { Problem } from '#core/problem'
import { blind } from '#core/secret'
import { shield } from '#core/shields'
import { needStorable } from '#core/storable'
import { bounded, compile } from '#core/validation'
import { profilesOf } from '#customers/customers'
import { customerRoutes } from '#customers/routes'
import { deskRoutes } from '#desk/routes'
import { cardRoutes } from '#gifts/card-routes'
import { giftRoutes } from '#gifts/routes'
import { integrationRoutes } from '#integrations/routes'
import { inventoryRoutes } from '#inventory/routes'
import { loyaltyRoutes } from '#loyalty/routes'
import { watchRequests } from '#operations/operations'
import { probeRoutes } from '#operations/probe-routes'
import { operationRoutes } from '#operations/routes'
import { orderRoutes } from '#orders/routes'
import { privacyRoutes } from '#privacy/routes'
import { promotionRoutes } from '#promotions/routes'
import { proofRoutes } from '#proofs/routes'
import { segmentRoutes } from '#segments/routes'
import { settingRoutes } from '#settings/routes'
import { storeRoutes } from '#stores/routes'
import { tagRoutes } from '#tags/routes'

// Its own lines would tell addresses; watchRequests writes ours.
const quiet = new LogController({ disableRequestLogging: true })

const rooms = [
  accessRoutes,
  settingRoutes,
  activityRoutes,
  storeRoutes,
  customerRoutes,
  consentRoutes,
  catalogRoutes,
  collectionRoutes,
  inventoryRoutes,
  promotionRoutes,
  loyaltyRoutes,
  proofRoutes,
  giftRoutes,
  cardRoutes,
  cartRoutes,
  businessRoutes,
  orderRoutes,
  tagRoutes,
  segmentRoutes,
  privacyRoutes,
  integrationRoutes,
  deskRoutes,
  operationRoutes,
]

/** The API as one Fastify instance over a database: every room's routes, sign-in, audiences, and errors mapped once. */
export async function buildApp(
  db: Pool,
  options: {
    logger?: Logging
    gate?: ((request: FastifyRequest) => void) | undefined
    /** How much one caller from outside may ask in a minute; no bound without it. */
    calls_per_minute?: number
    due?: Due
    /** Who traces requests, when somebody collects. */
    tracing?: { watch(app: FastifyInstance): void } | undefined
  } = {},
): Promise<App> {
  const app = Fastify({
    logger: linesOf(options.logger),
    logController: quiet,
    bodyLimit: 8 * 1024 * 1024,
    trustProxy: process.env.ENGAWA_TRUSTED_PROXIES || '127.0.0.1',
    genReqId: () => id(),
    routerOptions: { maxParamLength: 200 },
    // An address the router cannot read.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply as FastifyReply),
  }).withTypeProvider<TypeBoxTypeProvider>() as App

  app.setValidatorCompiler(({ schema, httpPart }) => compile(schema as object, httpPart))
  app.decorate('due', options.due)
  app.decorateRequest('actor', null as unknown as Actor)
  app.decorateRequest('db', null as unknown as Pool)
  app.addHook('onRoute', (route) => {
    if (!route.config?.audience && !route.config?.page && route.method !== 'HEAD' && !route.url.startsWith('/docs'))
      throw new Error(`route ${String(route.method)} ${route.url} declares no audience`)
    if (route.schema)
      for (const part of ['body', 'querystring', 'params', 'headers'] as const)
        if (route.schema[part]) route.schema[part] = bounded(route.schema[part])
    if (route.schema && route.config?.audience) Object.assign(route.schema, { 'x-audience': route.config.audience })
    if (route.schema && route.config?.deprecated) Object.assign(route.schema, describeLeaving(route.config.deprecated))
  })
  shield(app as unknown as FastifyInstance)
  options.tracing?.watch(app as unknown as FastifyInstance)
  watchRequests(app as unknown as FastifyInstance)
  app.addHook('onRequest', async (request, reply) => access.keepApart(request, reply))
  app.addHook('onRequest', async (request, reply) => {
    request.db = db
    reply.header('X-Request-Id', request.id)
    if (!request.routeOptions.config.audience) return
    tellVersion(request, reply)
    options.gate?.(request)
    if (request.routeOptions.config.keyed) {
      request.actor = { ...nobody }
      return
    }
    request.actor = await access.authenticate(db, request)
    if (request.actor.profile_id) request.actor.profile_ids = await profilesOf(db, request.actor.profile_id)
    access.admit(request.actor, request.routeOptions.config.audience)
  })
  app.addHook('preValidation', async (request) => {
    needStorable(request.params, 'path')
    needStorable(request.query, 'query')
    needStorable(request.body, 'body')
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) =>
    answerError(
      new Problem('core.not_found', 404, {
        ja: 'ページまたは機能が見つかりません。',
        en: 'There is nothing at this address.',
      }),
      request,
      reply,
    ),
  )

  await app.register(cookie)
  const { calls_per_minute } = options
  await app.register(rateLimit, {
    global: calls_per_minute !== undefined,
    timeWindow: 60_000,
    max: calls_per_minute ?? 0,
    cache: 20_000,
    keyGenerator: ({ actor, ip }) => actor?.session_id ?? ip,
    // The house's own people and systems work at their own pace; pages and loopback (our own storefront) are no callers.
    allowList: ({ actor, ip, routeOptions }) =>
      !routeOptions.config.audience ||
      actor?.kind === 'staff' ||
      actor?.kind === 'api' ||
      (!actor?.session_id && loopback.test(ip)),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Engawa API',
        version: '0.1.0',
        description: 'One customer, one stock, one order, one ledger, one timeline.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
  })
  // It brings a policy of its own, which would let its own site frame it.
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    transformStaticCSP: (policy) => policy.replace(/frame-ancestors [^;]+/, "frame-ancestors 'none'"),
  })
  for (const routes of rooms) await app.register(async (scope) => routes(scope as App))
  app.get('/openapi.json', { config: { audience: ['anyone'] }, schema: { hide: true } }, async () => app.swagger())
  return app
}

const loopback = /^(127\.|::1$|::ffff:127\.)/

/** A worker's own small door: what supervisors and Prometheus ask, and nothing else. */
export async function buildProbes(db: Pool, logger: Logging = false): Promise<App> {
  const app = Fastify({ logger: linesOf(logger), logController: quiet }) as unknown as App
  app.decorateRequest('db', null as unknown as Pool)
  app.addHook('onRequest', async (request) => {
    request.db = db
  })
  app.setErrorHandler(answerError)
  probeRoutes(app)
  return app
}

type Logging = boolean | { level: string }
function linesOf(logger: Logging = false) {
  return logger && { ...lines, ...(logger === true ? {} : logger) }
}

type ValidationError = { instancePath: string; keyword: string; message?: string; params?: Record<string, unknown> }

/** Every failure as RFC 9457: a Problem as it is, bad input with its fields, anything else as a bug that shows only an id. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error)
  if (!problem) {
    request.log.error({ err: error, route: request.routeOptions?.url }, 'bug')
    if (process.env.ENGAWA_SHOW_BUGS) console.error(error)
  }
  if (problem) noteRefusal(request, problem)
  const shown =
    problem ??
    new Problem('core.bug', 500, {
      ja: '思わぬ不具合が起きました。データは失われていません。お手数ですが、この番号をお伝えください。',
      en: 'Something went wrong on our side. Nothing was lost. Please quote this id.',
    })
  const { retry_after_seconds } = shown.detail
  if (typeof retry_after_seconds === 'number') reply.header('Retry-After', String(retry_after_seconds))
  const english = /^en\b/.test(request.headers['accept-language'] ?? '')
  return reply
    .code(shown.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      type: `https://engawa.dev/problems/${shown.code}`,
      title: english ? shown.text.en : shown.text.ja,
      status: shown.status,
      code: shown.code,
      instance: request.id,
      messages: shown.text,
      ...shown.detail,
    })
}

// Refused access leaves a line of its own: who by id, where from by keyed hash (so one source is recognised, not known).
function noteRefusal(request: FastifyRequest, { code, status, detail }: Problem): void {
  const guarded = status === 401 || status === 403 || status === 429 || code.startsWith('access.')
  if (!guarded && code !== 'core.invalid') return
  const { kind = 'nobody', id: actor_id } = request.actor ?? {}
  const from = blind('log address', request.ip).toString('hex').slice(0, 12)
  const said = { code, status, route: request.routeOptions?.url, actor: kind, actor_id, from, field: detail.field }
  if (guarded && code !== 'access.sign_in') request.log.warn(said, 'refused')
  else request.log.info(said, 'refused')
}

// A field nobody knows is named as it was sent, unless it is no name at all: it could be what should have been its value.
function named(field: string): string {
  return /^[\w~-]{0,60}$/.test(field) ? field : '…'
}

function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (isOutage(error))
    return new Problem(
      'core.unavailable',
      503,
      {
        ja: 'ただいまご利用いただけません。少し待ってからもう一度お試しください。',
        en: 'This is not available right now; please try again shortly.',
      },
      { retry_after_seconds: 5 },
    )
  const { validation, validationContext, statusCode, code } = error as {
    validation?: ValidationError[]
    validationContext?: string
    statusCode?: number
    code?: string
  }
  if (validation) {
    const errors = validation.map((item) => {
      const missing = item.params?.missingProperty ?? item.params?.additionalProperty
      const path = `${item.instancePath}${missing ? `/${String(missing)}` : ''}`
        .slice(1)
        .split('/')
        .map(named)
        .join('.')
      return { field: path || (validationContext ?? 'body'), rule: item.keyword, message: item.message ?? '' }
    })
    return new Problem(
      'core.invalid',
      400,
      {
        ja: `入力に誤りがあります（${errors[0]?.field}）。`,
        en: `The input is not valid (${errors[0]?.field}).`,
      },
      { field: errors[0]?.field, errors },
    )
  }
  if (statusCode === 429)
    return new Problem('core.too_many', 429, {
      ja: '回数が多すぎます。しばらくしてからお試しください。',
      en: 'Too many requests; please wait a little.',
    })
  if (statusCode && statusCode < 500)
    return new Problem(
      'core.unreadable',
      statusCode,
      { ja: '送信内容を読み取れませんでした。', en: 'The request could not be read.' },
      { field: /url|param/i.test(code ?? '') ? 'path' : 'body', reason: (code ?? 'bad_request').toLowerCase() },
    )
  return undefined
}

/**
 * OpenTelemetry, when OTEL_EXPORTER_OTLP_ENDPOINT names a collector: a span for each request, under the caller's own trace,
 * and one for each statement within. Spans carry routes, statuses and the text of statements; never an address, a value or
 * who asked. The standard OTEL_* variables set the rest (headers, sampling, batches).
 */
import { AsyncResource } from 'node:async_hooks'
import { createRequire } from 'node:module'
import type { Context, Span } from '@opentelemetry/api'
import type { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { watchStatements } from '#core/asked'

export type Tracing = { watch(app: FastifyInstance): void; stop(): Promise<void> }

type Resource = NonNullable<NonNullable<ConstructorParameters<typeof NodeTracerProvider>[0]>['resource']>
type Resources = {
  defaultResource(): Resource
  resourceFromAttributes(attributes: Record<string, string>): Resource
  detectResources(want: { detectors: unknown[] }): Resource
  envDetector: unknown
}
const text_max = 500

/** Begin to trace; undefined while nobody collects. */
export function startTracing(): Tracing | undefined {
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return undefined
  // Loaded when asked for only: they would cost every start a third of a second.
  const load = createRequire(import.meta.url)
  const api = load('@opentelemetry/api') as typeof import('@opentelemetry/api')
  const sdk = load('@opentelemetry/sdk-trace-node') as typeof import('@opentelemetry/sdk-trace-node')
  const otlp = load(
    '@opentelemetry/exporter-trace-otlp-http',
  ) as typeof import('@opentelemetry/exporter-trace-otlp-http')
  // The SDK's own copy, which is no dependency of ours by itself.
  const known = createRequire(load.resolve('@opentelemetry/sdk-trace-node'))('@opentelemetry/resources') as Resources
  const named = known.resourceFromAttributes({ 'service.name': 'engawa' })
  const told = known.detectResources({ detectors: [known.envDetector] })
  const provider = new sdk.NodeTracerProvider({
    resource: known.defaultResource().merge(named).merge(told),
    spanProcessors: [new sdk.BatchSpanProcessor(new otlp.OTLPTraceExporter())],
  })
  provider.register()
  const tracer = provider.getTracer('engawa')
  const { SpanKind, SpanStatusCode, context, propagation, trace } = api

  const leave = watchStatements((text) => {
    // Only within a request: what polls by itself would drown the rest.
    if (!trace.getSpan(context.active())) return () => {}
    const attributes = {
      'db.system.name': 'postgresql',
      'db.query.text': text.replace(/\s+/g, ' ').trim().slice(0, text_max),
    }
    const span = tracer.startSpan('sql', { kind: SpanKind.CLIENT, attributes })
    return (error) => {
      if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: codeOf(error) })
      span.end()
    }
  })

  const open = new WeakMap<FastifyRequest, { span: Span; within: Context; scope: AsyncResource }>()
  return {
    watch(app) {
      app.addHook('onRequest', (request, _reply, done) => {
        const attributes = {
          'http.request.method': request.method,
          'url.scheme': request.protocol,
          'engawa.request_id': request.id,
        }
        const parent = propagation.extract(context.active(), request.headers)
        const span = tracer.startSpan('request', { kind: SpanKind.SERVER, attributes }, parent)
        const within = trace.setSpan(parent, span)
        context.with(within, () => {
          open.set(request, { span, within, scope: new AsyncResource('engawa-request') })
          done()
        })
      })
      // A body is read in a turn of its own, which has forgotten whose it is.
      app.addHook('preValidation', (request, _reply, done) => {
        const known = open.get(request)
        if (known) known.scope.runInAsyncScope(() => context.with(known.within, done))
        else done()
      })
      app.addHook('onResponse', async (request, reply) => {
        const span = open.get(request)?.span
        if (!span) return
        const route = request.routeOptions?.url ?? 'none'
        span.updateName(`${request.method} ${route}`)
        span.setAttributes({ 'http.route': route, 'http.response.status_code': reply.statusCode })
        if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
    },
    async stop() {
      leave()
      await provider.shutdown().catch(() => {})
      trace.disable()
      context.disable()
      propagation.disable()
    },
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? 'failed')
}

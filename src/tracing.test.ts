import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { useKey } from '#core/secret'
import { testDatabase } from '#core/testing'
import { buildApp } from '#http'
import { startTracing } from '#tracing'

type Attribute = { key: string; value: { stringValue?: string; intValue?: number | string } }
type Span = { name: string; traceId: string; spanId: string; parentSpanId?: string; attributes: Attribute[] }

test('without a collector nothing is traced', () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  assert.equal(startTracing(), undefined)
})

test('a collector receives each request under its caller’s trace, its statements within, and nothing personal', async () => {
  const bodies: string[] = []
  const collector = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    if (request.url === '/v1/traces') bodies.push(body)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done))
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  useKey('test-key-of-a-throw-away-database-0123456789')
  const house = await testDatabase()
  const tracing = startTracing()
  assert.ok(tracing)
  const app = await buildApp(house.db, { tracing })
  try {
    const trace_id = '0af7651916cd43dd8448eb211c80319c'
    const headers = { traceparent: `00-${trace_id}-b7ad6b7169203331-01` }
    await app.inject({ method: 'GET', url: '/v1/catalog/products?q=%E5%B1%B1%E7%94%B0', headers })
    const body = { family_name: '山田', email: 'a@example.jp' }
    await app.inject({
      method: 'POST',
      url: '/v1/customers',
      headers: { ...headers, 'idempotency-key': 'trace-0001' },
      payload: body,
    })
    await app.close()
    await tracing.stop()
    const spans = bodies.flatMap((text) =>
      (JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
        ({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans),
      ),
    )
    for (const name of ['GET /v1/catalog/products', 'POST /v1/customers']) {
      const request = spans.find((span) => span.name === name)
      assert.deepEqual([request?.traceId, request?.parentSpanId], [trace_id, 'b7ad6b7169203331'], name)
      const within = spans.filter(({ name, parentSpanId }) => name === 'sql' && parentSpanId === request?.spanId)
      assert.ok(within.length > 0, `${name} has no statement`)
    }
    assert.match(bodies.join(''), /"service.name","value":\{"stringValue":"engawa"/)
    assert.doesNotMatch(bodies.join(''), /山田|%E5|example\.jp/)
  } finally {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
    await house.close()
    collector.closeAllConnections()
    collector.close()
  }
})

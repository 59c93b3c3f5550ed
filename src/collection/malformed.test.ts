/** Goal: whatever is sent, nothing breaks and nothing is half-written. `ENGAWA_MALFORMED=20000` asks so often. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { only, sql } from '#core/database'
import { basic, type Collecting, collecting } from '../../e2e/collecting.ts'
import { checks, verify } from '../verify.ts'

const runs = Number(process.env.ENGAWA_MALFORMED ?? 300)
const paths =
  '/v1/identify /v1/track /v1/page /v1/screen /v1/group /v1/alias /v1/batch /v1/import /v1/t /v1/b /v1/m /api/s/track /v1/collection/cloud-events'.split(
    ' ',
  )

const nasty = fc.constantFrom<unknown>(
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  '𠮷',
  null,
  true,
  -1,
  0,
  1e308,
  1e21,
  -0.5,
  [],
  {},
  [[[]]],
  'null',
  '2026-13-45',
  '9999999-01-01',
  '-271821-04-20',
  8.64e15,
  'x'.repeat(300),
  '{"a":1}',
  "';--",
)
const value = fc.oneof({ weight: 3, arbitrary: nasty }, fc.jsonValue({ maxDepth: 3 }))
const key = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    '\u0000',
    'email',
    'phone',
    'products',
    'price',
    'currency',
    'order_id',
    'receipt_no',
    'store_id',
  ),
  fc.string({ maxLength: 12 }),
)
const bag = fc.oneof({ weight: 3, arbitrary: fc.dictionary(key, value, { maxKeys: 6 }) }, value)
const item = fc.record(
  {
    type: fc.oneof(fc.constantFrom('track', 'identify', 'page', 'group', 'alias', 'screen'), value),
    event: fc.oneof(fc.constantFrom('Product Viewed', 'Order Completed', 'order.placed', '名前'), value),
    userId: fc.oneof(fc.constantFrom('u1', 'u2', 7), value),
    anonymousId: fc.oneof(fc.constantFrom('a1', 'a2', 'a3'), value),
    messageId: fc.oneof(fc.constantFrom('m1', 'm2'), value),
    timestamp: fc.oneof(fc.constantFrom('2026-11-01T00:00:00Z', '1970-01-01', '+275760-09-13T00:00:00Z'), value),
    sentAt: value,
    properties: bag,
    traits: bag,
    context: fc.oneof(
      bag,
      fc.record(
        { traits: bag, externalIds: value, consent: fc.record({ categoryPreferences: bag }) },
        { requiredKeys: [] },
      ),
    ),
    integrations: value,
    groupId: value,
    previousId: value,
    specversion: fc.constantFrom('1.0', '0.3'),
    id: value,
    source: value,
    data: value,
  },
  { requiredKeys: [] },
)
const whole = fc.oneof(
  item,
  fc.record({
    batch: fc.oneof(fc.array(fc.oneof(item, value), { maxLength: 8 }), value),
    context: value,
    sentAt: value,
  }),
  value,
)
const body = fc.oneof(
  { weight: 8, arbitrary: whole.map((one) => Buffer.from(JSON.stringify(one) ?? '')) },
  { weight: 1, arbitrary: whole.map((one) => gzipSync(JSON.stringify(one) ?? '')) },
  // Cut off, or no JSON at all.
  {
    weight: 1,
    arbitrary: fc.tuple(whole, fc.nat(60)).map(([one, end]) => Buffer.from((JSON.stringify(one) ?? '').slice(0, end))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.nat(60_000).map((depth) => Buffer.from('['.repeat(depth))) },
)
const type = fc.constantFrom(
  'application/json',
  'text/plain',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/x-www-form-urlencoded',
  'nonsense',
  '',
)
const packing = fc.constantFrom('', '', '', 'gzip', 'br')

suite('malformed requests', () => {
  let house: Collecting
  before(async () => {
    house = await collecting()
  })
  after(() => house.close())

  test('none is answered with a fault of ours, and the books are right afterwards', async (t) => {
    const keys = await Promise.all(
      (['web', 'server', 'pos', 'iot', 'shared'] as const).map((kind) => house.source({ kind })),
    )
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        body,
        type,
        packing,
        fc.nat(20),
        async (path, bytes, content_type, encoding, who) => {
          const source = keys[who % 6]
          const headers = {
            'content-type': content_type,
            ...(encoding ? { 'content-encoding': encoding } : {}),
            ...(source ? basic(source.write_key) : { authorization: 'Basic ???' }),
          }
          const { status, text } = await house.send(path, bytes, headers)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          assert.ok([200, 400, 401, 415].includes(status), `${status} ${text.slice(0, 200)}`)
        },
      ),
      { numRuns: runs, seed: Number(process.env.ENGAWA_FUZZ_SEED ?? 20261122), endOnFailure: true },
    )
    t.diagnostic(JSON.stringify(Object.fromEntries(statuses)))
    const { marked, written } = await house.inside((tx) =>
      only<{ marked: number; written: number }>(
        tx,
        sql`select (select count(*) from collection.message) as marked, (select sum(accepted) from collection.source_state) as written`,
      ),
    )
    assert.equal(marked, Number(written))
    const wrong = (
      await verify(
        house.url,
        checks.filter(({ name }) => /^(collection|activity|customers|consent):/.test(name)),
      )
    ).filter(({ ok }) => !ok)
    assert.deepEqual(wrong, [])
  })
})

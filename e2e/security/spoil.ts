/** Ways to spoil a request that was right: what callers, proxies and attackers send. */
import fc from 'fast-check'
import type { Request } from './ask.ts'
import type { Operation } from './spec.ts'

type Spoil = (request: Request, pick: number, junk: unknown) => Request

const deep = (levels: number, open: string, shut: string) => open.repeat(levels) + shut.repeat(levels)
const junkTexts = [
  '\u0000',
  'a\u0000',
  '\ud83d',
  '%00',
  '../..',
  '‮',
  '9'.repeat(400),
  "' or 1=1 --",
  '{}',
  '[]',
  'null',
]
const headers: Record<string, string>[] = [
  { 'idempotency-key': 'short' },
  { 'idempotency-key': 'x'.repeat(300) },
  { 'idempotency-key': '' },
  { 'if-match': 'nonsense' },
  { 'if-match': '"99999999999999999999"' },
  { 'if-match': '"-1"' },
  { 'accept-language': 'x'.repeat(3000) },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': '/' },
  { 'last-event-id': 'nonsense' },
  { cookie: 'engawa_member=%zz; =; ;;;' },
  { 'engawa-face': 'nowhere' },
  { 'x-forwarded-for': "1.2.3.4, '; drop table" },
]
const bodies = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '0',
  '{"a":1,}',
  '{"__proto__":{"role":"admin"}}',
  '{"constructor":{"prototype":{"role":"admin"}}}',
  deep(5000, '[', ']'),
  deep(5000, '{"a":', '}').replace('}', '1}'),
  '\ufeff{}',
  '{"a":1e999}',
  `{"a":"${'x'.repeat(100_000)}"}`,
  '\u0000',
]

const ways: Record<string, Spoil> = {
  'a whole other body': (request, pick) => ({ ...request, body: bodies[pick % bodies.length] }),
  'a header': (request, pick) => ({ ...request, headers: { ...request.headers, ...headers[pick % headers.length] } }),
  'a path parameter': (request, pick) => {
    const names = Object.keys(request.path)
    const name = names[pick % (names.length || 1)]
    return name
      ? { ...request, path: { ...request.path, [name]: junkTexts[pick % junkTexts.length] as string } }
      : request
  },
  'a query parameter': (request, pick, junk) => {
    const names = request.operation.parameters.filter(({ in: where }) => where === 'query').map(({ name }) => name)
    const name = names[pick % (names.length || 1)] ?? 'unknown'
    const value = pick % 3 ? junkTexts[pick % junkTexts.length] : pick % 2 ? [1, 2] : String(junk)
    return { ...request, query: { ...request.query, [name]: value } }
  },
  'a field of another kind': (request, pick, junk) => at(request, pick, () => junk),
  'a field of junk text': (request, pick) => at(request, pick, () => junkTexts[pick % junkTexts.length]),
  'a huge number': (request, pick) =>
    at(request, pick, () => [2 ** 31, 2 ** 53, 1e21, -1, -(2 ** 63), 0.1, 1.7e308][pick % 7]),
  'a field left out': (request, pick) => at(request, pick, () => undefined),
  'a field too many': (request, pick) =>
    typeof request.body === 'object' && request.body !== null && !Array.isArray(request.body)
      ? {
          ...request,
          body: { ...request.body, [['tier', 'balance', 'role', 'profile_id ', 'isAdmin'][pick % 5] as string]: 1 },
        }
      : { ...request, body: { surplus: 1 } },
  'a date that is none': (request, pick) =>
    at(request, pick, () => ['2026-02-30', '0000-00-00', '+275760-09-13T00:00:00Z', '2026-13-01T25:00:00Z'][pick % 4]),
}

/** The request with one thing spoilt. */
export function spoilt(right: fc.Arbitrary<Request>): fc.Arbitrary<Request & { way: string }> {
  return fc
    .tuple(right, fc.constantFrom(...Object.keys(ways)), fc.nat(1_000_000), fc.jsonValue({ maxDepth: 2 }))
    .map(([request, way, pick, junk]) => ({ ...(ways[way] as Spoil)(request, pick, junk), way }))
}

/** Replace the value at some place of the body, chosen by `pick`. */
function at(request: Request, pick: number, change: (value: unknown) => unknown): Request {
  const { body } = request
  if (typeof body !== 'object' || body === null) return { ...request, body: change(body) }
  const copy = structuredClone(body) as Record<string, unknown>
  const places: [holder: Record<string, unknown>, key: string][] = []
  const walk = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push([holder, key])
      const inner = holder[key]
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>)
    }
  }
  walk(copy)
  const place = places[pick % (places.length || 1)]
  if (place) place[0][place[1]] = change(place[0][place[1]])
  return { ...request, body: copy }
}

export type { Operation }

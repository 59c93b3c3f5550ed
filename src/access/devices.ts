import type { FastifyRequest } from 'fastify'

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
const browsers: [RegExp, string][] = [
  [/\bLine\//, 'LINE'],
  [/\bEdgA?\//, 'Edge'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** What a person calls the device of this request, e.g. `iPhone・Safari`: enough to know one's own, too little to follow her by. */
export function deviceOf(request: FastifyRequest): string | null {
  const agent = request.headers['user-agent'] ?? ''
  const named = [systems, browsers].flatMap((list) => list.find(([pattern]) => pattern.test(agent))?.[1] ?? [])
  return named.join('・') || null
}

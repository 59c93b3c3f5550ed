/** Whether an answer is one the API promised. */
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import type { Answer, Request } from './ask.ts'
import type { Operation, Schema } from './spec.ts'

const longest_ms = 5_000
// Signing in and visiting: protocols of their own, no Idempotency-Key.
const protocols =
  /^POST \/v1\/(access\/staff-sessions|customers\/(visitors|sign-in-codes|sessions|\{id\}\/sessions)|customers$|carts\/hand-overs)/

export class Judge {
  private readonly ajv = formats.default(new Ajv({ strict: false, allErrors: false }))
  private readonly checks = new Map<string, (value: unknown) => boolean>()

  constructor(all: readonly Operation[]) {
    for (const { name, answers } of all)
      for (const [status, schema] of Object.entries(answers))
        if (schema && Object.keys(schema).length) this.checks.set(`${status} ${name}`, this.ajv.compile(closed(schema)))
  }

  /** What is wrong with an answer; undefined when nothing is. */
  fault(request: Request, answer: Answer): string | undefined {
    const { status, headers, body, text, ms } = answer
    const { operation } = request
    if (status >= 500) return 'a fault of ours'
    if (ms > longest_ms) return 'too slow'
    const type = String(headers['content-type'] ?? '')
    if (status >= 400) {
      if (!type.startsWith('application/problem+json')) return `not a problem: ${type}`
      if (typeof body.code !== 'string' || typeof body.title !== 'string' || body.status !== status)
        return 'half a problem'
      const { messages } = body as { messages?: { ja?: string; en?: string } }
      if (!messages?.ja || !messages.en) return 'a problem not in both languages'
      if ((status === 400 || status === 422) && typeof body.field !== 'string') return 'a problem that names no field'
      return undefined
    }
    if (status === 304 || operation.stream) return undefined
    if (!(String(status) in operation.answers)) return 'a status nobody declared'
    const check = this.checks.get(`${status} ${operation.name}`)
    if (!check || status === 204) return undefined
    if (!type.startsWith('application/json')) return `not JSON: ${type}`
    return check(JSON.parse(text)) ? undefined : 'another shape than declared'
  }

  /** Whether a POST takes no Idempotency-Key. */
  protocol(operation: Operation, _answer: Answer): boolean {
    return protocols.test(operation.name)
  }
}

/** The schema as a promise: nothing is said that was not declared. */
function closed(schema: Schema): object {
  return schema as object
}

/** Whether an answer is one the API promised. */
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import type { Answer, Request } from './ask.ts'
import type { Operation } from './spec.ts'

const longest_ms = 5_000
// Signing in, visiting, and what another's protocol fixes: no Idempotency-Key there.
const protocols =
  /^POST \/v1\/(access\/(staff-sessions|passkey-|me\/)|customers\/(visitors|sign-in-codes|sessions|passkey-|line-|me\/|\{id\}\/sessions)|customers$|carts\/hand-overs|(identify|track|page|screen|group|alias|batch|import|collection\/(cloud-events|browsing))$)/

/** Whether a POST takes no Idempotency-Key. */
export function isProtocol({ name }: Operation): boolean {
  return protocols.test(name)
}

export class Judge {
  private readonly ajv = formats.default(new Ajv({ strict: false, allErrors: false }))
  private readonly checks = new Map<string, (value: unknown) => boolean>()

  constructor(all: readonly Operation[]) {
    for (const { name, answers } of all)
      for (const [status, schema] of Object.entries(answers))
        if (schema && Object.keys(schema).length) this.checks.set(`${status} ${name}`, this.ajv.compile(schema))
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
}

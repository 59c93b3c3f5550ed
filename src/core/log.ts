/** What a log line may say: ids, routes, figures. Never an address, a query, a value that somebody typed. */
import { DatabaseError } from 'pg'

type Plain = { type: string; message: string; code?: string; constraint?: string; table?: string; stack: string }
// Their messages quote what was sent.
const quoting = /^22|^42804$/

/** An error without the values it may carry: PostgreSQL's details are left out, quoted parts of messages are masked. */
export function plainError(error: unknown): Plain {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: '' }
  const { code } = error as { code?: unknown }
  const quotes = error instanceof SyntaxError || (typeof code === 'string' && quoting.test(code))
  const message = quotes ? error.message.replace(/(["'`]).*\1/gs, '"…"') : error.message
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { constraint, table } = error instanceof DatabaseError ? error : {}
  return {
    type: error.name,
    message,
    ...(code === undefined ? {} : { code: String(code) }),
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    stack: frames.join('\n'),
  }
}

/** The form of every line a process writes, one JSON object each. */
export const lines = {
  serializers: {
    err: plainError,
    // The address asked for is told as its route; who asked, not at all.
    req: ({ id, method }: { id?: string; method?: string }) => ({ id, method }),
    res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
  },
  base: { pid: process.pid },
}

/** A line of work that no request asked for. */
export function complain(of: string): (error: unknown) => void {
  return (error) =>
    console.error(JSON.stringify({ level: 50, time: Date.now(), ...lines.base, msg: of, err: plainError(error) }))
}

import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

/** Stands in a body for a number that is drawn anew for each request. */
export const own_number = '{number}'

export type Asking = { method: 'POST' | 'GET'; path: string; body?: string }
/** What the driver process is asked to do: requests drawn from a list; each POST with an Idempotency-Key of its own. */
export type Load = {
  url: string
  connections: number
  seconds: number
  headers: Record<string, string>
  requests: Asking[]
}
export type Told = { requests_per_second: number; answered: number; refused: number; p50_ms: number; p99_ms: number }

// Runs as a process of its own, so that making requests is not counted as serving them.
if (process.argv[1] === import.meta.filename) {
  const load = JSON.parse(await text(process.stdin)) as Load
  let next = Math.floor(Math.random() * load.requests.length)
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    requests: [
      {
        setupRequest(request) {
          const want = load.requests[next++ % load.requests.length]
          const post = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
          return {
            ...request,
            method: want?.method,
            path: want?.path,
            body: want?.body?.replaceAll(own_number, () => randomUUID()),
            headers: { ...load.headers, ...(want?.body ? post : {}) },
          }
        },
      },
    ],
  })
  const told: Told = {
    requests_per_second: result['2xx'] / result.duration,
    answered: result['2xx'],
    refused: result.non2xx + result.errors + result.timeouts,
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
  }
  process.stdout.write(JSON.stringify(told))
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let whole = ''
  for await (const chunk of stream) whole += String(chunk)
  return whole
}

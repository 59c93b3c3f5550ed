/**
 * A balancer in front of several API processes: each request goes to the next one that takes it. When asked to misbehave it
 * loses requests and answers, keeps them waiting, and sends them twice, as networks do.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type Mishap = 'request lost' | 'answer lost' | 'late' | 'twice'
/** What happens to the next request; undefined: nothing. */
export type Weather = () => Mishap | undefined
export type Balancer = {
  url: string
  /** How often each mishap struck. */
  struck: Partial<Record<Mishap, number>>
  weather: Weather
  close(): Promise<void>
}
type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer }

const late_ms = 700

/** Listen on a free port of this machine; `targets` are asked anew for each request, so that they may come and go. */
export async function openBalancer(targets: () => readonly string[]): Promise<Balancer> {
  let turn = 0
  const balancer: Omit<Balancer, 'url' | 'close'> = { struck: {}, weather: () => undefined }

  /** The next process that accepts the connection; one that is down has not heard anything and may be passed over. */
  async function forward(asked: Asked): Promise<Answer | undefined> {
    const all = targets()
    for (let tried = 0; tried < all.length; tried++) {
      const target = all[turn++ % all.length] as string
      const answer = await send(target, asked)
      if (answer !== 'refused') return answer
    }
    return undefined
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = incoming
    const asked: Asked = { method, path, headers, body: await bytes(incoming) }
    const mishap = balancer.weather()
    if (mishap) balancer.struck[mishap] = (balancer.struck[mishap] ?? 0) + 1
    if (mishap === 'request lost') return void incoming.socket.destroy()
    if (mishap === 'late') await pause(late_ms)
    const [answer] = await Promise.all(mishap === 'twice' ? [forward(asked), forward(asked)] : [forward(asked)])
    if (!answer || mishap === 'answer lost') return void incoming.socket.destroy()
    const { 'transfer-encoding': _, ...kept } = answer.headers
    response.writeHead(answer.status, { ...kept, 'content-length': answer.body.length }).end(answer.body)
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return Object.assign(balancer, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  })
}

/** Ask one process; 'refused' when it was never reached, undefined when it fell silent half-way. */
function send(target: string, { method, path, headers, body }: Asked): Promise<Answer | 'refused' | undefined> {
  return new Promise((done) => {
    const { 'transfer-encoding': _, connection: __, ...kept } = headers
    const call = request(new URL(path, target), { method, headers: { ...kept, 'content-length': body.length } })
    call.on('response', (answer) => {
      bytes(answer).then(
        (text) => done({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
        () => done(undefined),
      )
    })
    call.on('error', (error: NodeJS.ErrnoException) => done(error.code === 'ECONNREFUSED' ? 'refused' : undefined))
    call.end(body)
  })
}

async function bytes(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

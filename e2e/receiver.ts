/** A system that wants to be told: a server which keeps every message it accepted and answers as it is told to. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export type Message = {
  id: string
  at: number
  type: string
  body: { type: string; timestamp: string; data: Record<string, unknown> }
  headers: Record<string, string>
  text: string
}
/** A status to answer with, `hang` to say nothing, `cut` to hang up, or headers beside a status. */
export type Reply = number | 'hang' | 'cut' | { status: number; headers: Record<string, string> }
export type Receiver = {
  url: string
  messages: Message[]
  /** How many signatures did not fit. */
  forged(): number
  trust(...secrets: string[]): void
  answer(next: (message: Message) => Reply): void
  close(): Promise<void>
}

/** Listen on this machine; messages whose signature fits none of the trusted secrets are counted and refused. */
export async function openReceiver(port = 0): Promise<Receiver> {
  let secrets: string[] = []
  let forged = 0
  let reply: (message: Message) => Reply = () => 200
  const messages: Message[] = []
  const server: Server = createServer((request, answer) => {
    let text = ''
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    request.on('end', () => {
      const headers = request.headers as Record<string, string>
      const fits = secrets.some((secret) => {
        try {
          new Webhook(secret).verify(text, headers)
          return true
        } catch {
          return false
        }
      })
      if (!fits) {
        forged++
        return void answer.writeHead(401).end()
      }
      const body = JSON.parse(text) as Message['body']
      const message = { id: headers['webhook-id'] ?? '', at: performance.now(), type: body.type, body, headers, text }
      const said = reply(message)
      messages.push(message)
      if (said === 'cut') return void request.socket.destroy()
      if (said === 'hang') return
      const { status, headers: more = {} } = typeof said === 'number' ? { status: said } : said
      answer.writeHead(status, more).end('thank you')
    })
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    messages,
    forged: () => forged,
    trust: (...list) => {
      secrets = list
    },
    answer: (next) => {
      reply = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

import { connect, type Socket } from 'node:net'

export type Buyer = { path: string; body: string; headers: Record<string, string> }
/** Everyone is at the door (connected), then everyone asks at the same moment. */
export type Rush = { url: string; buyers: Buyer[] }
export type Rushed = {
  accepted: number
  refused: number
  /** Anything but an order or a clean refusal: statuses and how many. */
  other: Record<string, number>
  seconds: number
  p50_ms: number
  p99_ms: number
}

// Runs as a process of its own, so that asking is not counted as serving. Bare sockets: the driver shares the cores.
if (process.argv[1] === import.meta.filename) {
  const { url, buyers } = JSON.parse(await text(process.stdin)) as Rush
  const { hostname, port, host } = new URL(url)
  const lines: Socket[] = []
  for (const _ of buyers) lines.push(await opened(hostname, Number(port)))
  const started = performance.now()
  const answers = await Promise.all(buyers.map((buyer, at) => ask(lines[at] as Socket, host, buyer)))
  const seconds = (performance.now() - started) / 1000
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const other: Record<string, number> = {}
  const clean = ({ status, body }: Answer) => status === 409 && body.includes('"inventory.short"')
  for (const answer of answers)
    if (answer.status !== 201 && !clean(answer)) {
      const key = `${answer.status} ${/"code":"([^"]+)"/.exec(answer.body)?.[1] ?? ''}`
      other[key] = (other[key] ?? 0) + 1
    }
  const told: Rushed = {
    accepted: answers.filter(({ status }) => status === 201).length,
    refused: answers.filter(clean).length,
    other,
    seconds,
    p50_ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p99_ms: times[Math.floor(times.length * 0.99)] ?? 0,
  }
  process.stdout.write(JSON.stringify(told), () => process.exit(0))
}

type Answer = { status: number; body: string; ms: number }

function opened(host: string, port: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ host, port, noDelay: true }, () => done(socket))
    socket.once('error', fail)
  })
}

function ask(socket: Socket, host: string, { path, body, headers }: Buyer): Promise<Answer> {
  const head = { host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  const began = performance.now()
  return new Promise((done, fail) => {
    let answer = ''
    socket.once('error', fail)
    socket.once('close', () => fail(new Error(`closed after ${answer.length} characters`)))
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1')
      const end = answer.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1])
      if (answer.length - end - 4 < length) return
      done({ status: Number(answer.slice(9, 12)), body: answer.slice(end + 4), ms: performance.now() - began })
      socket.removeAllListeners()
      socket.destroy()
    })
    socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  })
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let whole = ''
  for await (const chunk of stream) whole += String(chunk)
  return whole
}

/** A line between a browser and the house that can really be cut: no emulation, the sockets are gone. */
import { createServer, connect as dial, type Socket } from 'node:net'

export type Line = Awaited<ReturnType<typeof layLine>>

export async function layLine(to: string) {
  const house = new URL(to)
  const open = new Set<Socket>()
  // Requests that begin with these words are heard, and their answers are lost.
  let lost: string | undefined
  const server = createServer((near) => {
    const far = dial(Number(house.port), house.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    let asked = ''
    near.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (/^[A-Z]+ [/]/.test(text)) asked = text
    })
    near.pipe(far)
    // What is asked still arrives; what is answered does not come back.
    far.on('data', (chunk) => {
      if (lost !== undefined && asked.startsWith(lost)) near.destroy()
      else near.write(chunk)
    })
  })
  const listen = (port: number) =>
    new Promise<number>((done) =>
      server.listen(port, 'localhost', () => done((server.address() as { port: number }).port)),
    )
  const port = await listen(0)
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://localhost:${port}`,
    async cut(): Promise<void> {
      const closed = new Promise((done) => server.close(done))
      hangUp()
      await closed
    },
    async mend(): Promise<void> {
      lost = undefined
      if (!server.listening) await listen(port)
    },
    /** From now on the house hears everything, and its answers to what begins with these words are heard by nobody. */
    loseAnswers(asked = ''): void {
      lost = asked
    },
    async close(): Promise<void> {
      if (server.listening) await this.cut()
    },
  }
}

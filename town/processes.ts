/** Engawas as processes of their own, as an operator would run them: started, watched, stopped, killed. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const main = join(import.meta.dirname, '../src/main.ts')
const compiled = join(tmpdir(), `engawa-compiled-${userInfo().uid}`)
const patience_ms = 300_000

export type Part = 'api' | 'worker' | 'all'
export type Engawa = {
  part: Part
  url: string
  pid: number
  ended: Promise<void>
  said(): string
  stop(): Promise<void>
}

/** One `engawa start` of a part, without faces and demo, against a database; answers at `url` when this returns. */
export function startEngawa(
  database_url: string,
  part: Part,
  env: Readonly<Record<string, string>> = {},
): Promise<Engawa> {
  return launch(part, ['--role', part, '--empty', '--no-faces'], '/livez', { DATABASE_URL: database_url, ...env })
}

/** The demo as `npm start` begins it, with its own database in a folder and every face; its first page answers when this returns. */
export function startDemo(folder: string): Promise<Engawa> {
  // Whatever this process was told of a database or a place is not meant for a demo.
  return launch('all', ['--data', join(folder, 'data')], '/', { DATABASE_URL: '', ENGAWA_ENV: '' })
}

async function launch(
  part: Part,
  wish: string[],
  first: string,
  env: Readonly<Record<string, string>>,
): Promise<Engawa> {
  const port = await freePort()
  const given = ['start', '--port', String(port), ...wish]
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...given], {
    // Compiled once for all of them: half of what a start costs.
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env },
    // The channel says nothing; it closes when we die, however we die, and then the child stops too.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const url = `http://127.0.0.1:${port}`
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  for (const began = performance.now(); ; ) {
    const ready = await fetch(url + first, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null || child.signalCode !== null || performance.now() - began > patience_ms) {
      child.kill('SIGKILL')
      throw new Error(`engawa ${part} did not start: ${said}`)
    }
    await pause(100)
  }
  return {
    part,
    url,
    ended,
    said: () => said,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

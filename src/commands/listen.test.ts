import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { makeApiKey } from '#access/access'
import { emit, openBell } from '#activity/activity'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { buildApp } from '#http'

suite('engawa listen', () => {
  let home: TestDatabase
  let app: App
  let mine: Server
  let closeBell: () => Promise<void>
  let child: ChildProcess | undefined
  const received: { headers: Record<string, string>; text: string }[] = []

  before(async () => {
    useKey('a key for tests only, long enough')
    home = await testDatabase()
    app = await buildApp(home.db)
    closeBell = await openBell(home.url)
    mine = createServer((request, reply) => {
      let text = ''
      request.on('data', (chunk) => {
        text += chunk
      })
      request.on('end', () => {
        received.push({ headers: request.headers as Record<string, string>, text })
        reply.end()
      })
    })
    await new Promise<void>((done) => mine.listen(0, '127.0.0.1', done))
  })
  after(async () => {
    child?.kill('SIGKILL')
    mine.closeAllConnections()
    mine.close()
    await app.close()
    await closeBell()
    await home.close()
  })

  test('events of the wanted types arrive at the local URL, signed, and are printed a line each', async () => {
    const server = await app.listen({ port: 0, host: '127.0.0.1' })
    const { key } = await transaction(home.db, system, (tx) =>
      makeApiKey(tx, { name: 'dev', scopes: ['activity.read'] }),
    )
    const forward = `http://127.0.0.1:${(mine.address() as AddressInfo).port}/hooks`
    const args = [
      'listen',
      '--server',
      server,
      '--forward',
      forward,
      '--key',
      key,
      '--events',
      'order.placed',
      '--json',
    ]
    const main = join(import.meta.dirname, '../main.ts')
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    await until(() => said.includes('listening'))
    const profile_id = id()
    const tell = (type: string) => transaction(home.db, system, (tx) => emit(tx, { type, profile_id, source: 'trial' }))
    // The first may be told before the stream is open: it is live, not a log.
    await until(async () => {
      await tell('order.cancelled')
      await tell('order.placed')
      return received.length > 0
    })
    const secret = (JSON.parse(said.split('\n')[0] ?? '') as { secret: string }).secret
    const [first] = received
    const body = new Webhook(secret).verify(first?.text ?? '', first?.headers ?? {}) as { type: string; data: object }
    assert.equal(body.type, 'order.placed')
    assert.ok(!first?.text.includes(profile_id), 'a key without customers.read learns of no profile')
    await until(() => said.includes('"status":200'))
    assert.ok(received.every(({ text }) => text.includes('order.placed')))
  })
})

async function until(look: () => unknown): Promise<void> {
  const end = performance.now() + 15_000
  while (!(await look())) {
    if (performance.now() > end) throw new Error('waited in vain')
    await new Promise((done) => setTimeout(done, 200))
  }
}

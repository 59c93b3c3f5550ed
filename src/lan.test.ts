import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { connect } from 'node:tls'
import Fastify from 'fastify'
import type { App } from '#core/app'
import { shield } from '#core/shields'
import { type Lan, lanNames, mountLan, openLan } from '#lan'
import { terminalQr } from '#qr'

suite('start --lan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-lan-'))
  const app = Fastify() as unknown as App
  let lan: Lan
  before(async () => {
    shield(app as never)
    mountLan(app, () => lan)
    app.get('/where', { config: { page: true } }, async ({ protocol, host }) => `${protocol}://${host}`)
    await app.ready()
    lan = await openLan(app, 0, join(folder, 'data.key'))
  })
  after(async () => {
    await lan.stop()
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  type Got = { status: number | undefined; text: string; headers: Record<string, unknown> }
  const ask = (path: string, ca: string | undefined = lan.authority): Promise<Got> =>
    new Promise((done, failed) => {
      const call = get(
        new URL(path, `https://localhost:${new URL(lan.url).port}`),
        { ...(ca ? { ca } : {}), agent: false },
        async (reply) => {
          let text = ''
          for await (const part of reply) text += part
          done({ status: reply.statusCode, text, headers: reply.headers })
        },
      )
      call.on('error', failed)
    })

  test('whoever trusts this machine’s authority is served by https; nobody else is', async () => {
    const { port } = new URL(lan.url)
    assert.deepEqual((await ask('/where')).text, `https://localhost:${port}`)
    await assert.rejects(ask('/where', ''), /self-signed|unable to (verify|get)/)
  })

  test('a phone is told how to trust it, and is given the authority, never its key', async () => {
    const page = await ask('/lan')
    assert.match(page.text, /証明書/)
    const given = await ask('/lan/engawa.crt')
    assert.equal(given.headers['content-type'], 'application/x-x509-ca-cert')
    assert.equal(given.text, lan.authority)
    assert.doesNotMatch(given.text + page.text, /PRIVATE/)
  })

  test('does not hold this machine’s plain http to https', async () => {
    assert.equal((await ask('/where')).headers['strict-transport-security'], undefined)
  })

  test('keeps its keys to itself, and the same authority at the next start, so that phones trust it once', async () => {
    for (const name of ['data.key.lan.key', 'data.key.lan-ca.key'])
      assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name)
    const certificate = readFileSync(join(folder, 'data.key.lan.crt'), 'utf8')
    const again = await openLan(app, 0, join(folder, 'data.key'))
    await again.stop()
    assert.equal(again.authority, lan.authority)
    assert.equal(readFileSync(join(folder, 'data.key.lan.crt'), 'utf8'), certificate)
  })

  test('a name that was given is vouched for too, by the same authority', async () => {
    const named = await openLan(app, 0, join(folder, 'data.key'), 'shop.local')
    try {
      assert.equal(named.authority, lan.authority)
      assert.match(named.url, /^https:\/\/shop\.local:\d+$/)
      const { port } = new URL(named.url)
      const subject = await new Promise<string | undefined>((done, failed) => {
        const socket = connect(
          { port: Number(port), host: 'localhost', servername: 'shop.local', ca: named.authority },
          () => {
            done(socket.getPeerCertificate().subjectaltname)
            socket.end()
          },
        )
        socket.on('error', failed)
      })
      assert.match(subject ?? '', /DNS:shop\.local/)
      assert.equal((await lanNames('shop.local')).named, true)
    } finally {
      await named.stop()
    }
  })

  test('the QR code in the terminal has its quiet margin and is square', () => {
    const lines = terminalQr('https://192.168.1.20:3443/lan').split('\n')
    const wide = (lines[0] as string).replace(/\x1b\[[\d;]*m/g, '').length
    assert.ok(lines.every((line) => line.replace(/\x1b\[[\d;]*m/g, '').length === wide))
    assert.ok(Math.abs(lines.length * 2 - wide) <= 1)
  })
})

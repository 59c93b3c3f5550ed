import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { isPublic, readUrl } from '#channels/web/addresses'
import { corpus, names } from '#channels/web/inside'
import { type Outside, reach, Unreached } from '#channels/web/reach'

const limits = { timeout_ms: 2_000, max_bytes: 1_000 }

suite('calling an address that somebody gave us', () => {
  let listener: Server
  let port = 0
  let connections = 0
  let dialled: string[] = []
  let asked: string[] = []
  const outside: Outside = {
    async resolve(host) {
      asked.push(host)
      const answers = names[host]
      const again = asked.filter((name) => name === host).length - 1
      const found = answers ? (answers[Math.min(again, answers.length - 1)] ?? []) : [host]
      return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    },
    dialled: (address, at) => void dialled.push(`${address} ${at}`),
  }

  before(async () => {
    listener = createServer((request, reply) => {
      if (request.url === '/moved') return void reply.writeHead(302, { location: '/inside' }).end()
      if (request.url === '/slow') return
      if (request.url === '/endless') return void setInterval(() => reply.write('x'.repeat(500)), 1).unref()
      reply.end(`${request.method} ${request.headers.host}`)
    })
    listener.on('connection', () => connections++)
    await new Promise<void>((done) => listener.listen(0, done))
    port = (listener.address() as AddressInfo).port
  })
  after(() => {
    listener.closeAllConnections()
    listener.close()
  })

  test('more than two hundred ways inside: nothing is dialled', async (t) => {
    const urls = corpus(port)
    assert.ok(new Set(urls).size >= 200, `${new Set(urls).size} URLs`)
    for (const url of urls) {
      const error = await reach({ url, ...limits }, outside).then(
        () => undefined,
        (refused: unknown) => refused,
      )
      assert.ok(error instanceof Unreached, `${url} was reached`)
      assert.ok(error.reason === 'refused' || error.reason === 'name', `${url}: ${error.message}`)
    }
    assert.deepEqual(dialled, [])
    assert.equal(connections, 0)
    t.diagnostic(`${new Set(urls).size} URLs, ${connections} connections`)
  })

  test('a name that changes its mind is asked once, and the address that was checked is the one that is called', async () => {
    dialled = []
    asked = []
    const turning: Outside = {
      ...outside,
      async resolve(host) {
        asked.push(host)
        return [{ address: asked.length === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]
      },
    }
    // Not public, so refused at the first answer; the second would have been ours.
    await assert.rejects(reach({ url: 'https://turns.example.com/', ...limits }, turning), /refused: address/)
    const open: Outside = {
      ...outside,
      async resolve(host) {
        asked.push(host)
        return [{ address: asked.length === 1 ? '2001:4860:4860::8888' : '127.0.0.1', family: 6 }]
      },
      dialled(address, at) {
        dialled.push(`${address} ${at}`)
        throw new Error('far enough')
      },
    }
    asked = []
    await assert.rejects(reach({ url: 'https://turns.example.com/', timeout_ms: 300, max_bytes: 10 }, open))
    assert.deepEqual(asked, ['turns.example.com'])
    assert.deepEqual(dialled, ['2001:4860:4860::8888 443'])
    assert.equal(connections, 0)
  })

  test('what is public may be called', () => {
    for (const url of [
      'https://example.com/hooks',
      'https://例え.jp/',
      'https://8.8.8.8:8443/',
      'https://[2606:4700::1111]/',
    ])
      assert.ok(readUrl(url) instanceof URL, url)
    assert.ok(isPublic('1.1.1.1') && isPublic('2a00:1450::1'))
  })

  test('an operator may name the only hosts that are called, with their subdomains', () => {
    process.env.ENGAWA_OUTSIDE_HOSTS = 'partner.example, Hooks.example.jp'
    try {
      for (const url of ['https://partner.example/x', 'https://a.partner.example/', 'https://hooks.example.jp/'])
        assert.ok(readUrl(url) instanceof URL, url)
      for (const url of ['https://example.com/', 'https://evilpartner.example/', 'https://8.8.8.8/'])
        assert.equal(readUrl(url), 'host', url)
    } finally {
      delete process.env.ENGAWA_OUTSIDE_HOSTS
    }
  })

  test('on request this machine is let in; redirects are not followed, endless answers cut, slow ones given up', async () => {
    const at = (path: string) =>
      reach({
        url: `http://127.0.0.1:${port}${path}`,
        loopback: true,
        ...limits,
        timeout_ms: 300,
        method: 'POST',
        body: 'x',
      })
    assert.equal((await at('/')).body.toString(), `POST 127.0.0.1:${port}`)
    assert.equal((await at('/moved')).status, 302)
    const endless = await at('/endless')
    assert.deepEqual([endless.body.length, endless.truncated], [1_000, true])
    await assert.rejects(at('/slow'), { reason: 'time' })
    await assert.rejects(reach({ url: 'http://10.0.0.1/', loopback: true, ...limits }), { objection: 'scheme' })
  })
})

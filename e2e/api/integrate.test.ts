/** What docs/integrate says is true: the tutorial runs as it stands, the client compiles and sells, a second storefront sells too. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { eventsPage } from '../../scripts/generate/events.ts'
import { openShop, type Shop } from './app.ts'

const docs = join(import.meta.dirname, '../../docs/integrate')
const text = (name: string) => readFileSync(join(docs, name), 'utf8')

describe('for those who build on Engawa', () => {
  let shop: Shop
  let env: Record<string, string | undefined>
  const folder = mkdtempSync(join(tmpdir(), 'engawa-integrate-'))
  before(async () => {
    shop = await openShop()
    await shop.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = shop.app.server.address() as AddressInfo
    env = { ...process.env, ENGAWA_URL: `http://127.0.0.1:${port}`, ENGAWA_API_KEY: shop.api_key }
  })
  after(async () => {
    rmSync(folder, { recursive: true })
    await shop?.close()
  })

  /** Run a program to its end and say what it printed; it must end well. */
  async function run(command: string, args: string[], cwd = folder): Promise<string> {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk))
    const code = await new Promise((done) => child.once('close', done))
    assert.equal(code, 0, out)
    return out
  }

  it('the tutorial runs as it stands', {
    skip: spawnSync('curl', ['--version']).status !== 0 && 'needs curl',
  }, async () => {
    const blocks = [...text('README.md').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block)
    assert.ok(blocks.length >= 6)
    const out = await run('bash', ['-euo', 'pipefail', '-c', blocks.join('\n')])
    assert.match(out, /order_id,number/)
  })

  it('the typed client sells', async () => {
    assert.match(
      await run(process.execPath, ['--disable-warning=ExperimentalWarning', join(docs, 'client.ts')]),
      /^\S+ \d+\n$/,
    )
  })

  it('the page of events is that of the catalogue', () => {
    assert.equal(text('events.md'), eventsPage(), 'npm run generate')
  })

  it('a second storefront of 150 lines takes an order by the public API alone, once however often it is pressed', async () => {
    const source = text('second-storefront.mjs')
    assert.ok(source.split('\n').length <= 151)
    assert.deepEqual(
      [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from?.startsWith('node:')),
      [true, true],
    )
    const child = spawn(process.execPath, [join(docs, 'second-storefront.mjs')], {
      env: { ...env, ENGAWA_API_KEY: '', PORT: '0' },
    })
    try {
      const [chunk] = await child.stdout.take(1).toArray()
      const base = String(chunk).trim()
      let cookie = ''
      const open = async (path: string, form?: Record<string, string>) => {
        const reply = await fetch(new URL(path, base), {
          headers: { cookie },
          ...(form && { method: 'POST', body: new URLSearchParams(form) }),
        })
        cookie ||= reply.headers.get('set-cookie')?.split(';')[0] ?? ''
        return { status: reply.status, html: await reply.text() }
      }
      const first = async (path: string, pattern: RegExp) => {
        const { html } = await open(path)
        return pattern.exec(html)?.[1] ?? assert.fail(`${path}: ${html}`)
      }
      const product = await first('/?q=', /href="(\/products\/[^"]+)"/)
      const variant_id = await first(product, /name="variant_id" value="([^"]+)"/)
      assert.equal((await open('/cart', { variant_id })).status, 200)
      const key = await first('/cart', /name="key" value="([^"]+)"/)
      const place_id = await first('/cart', /<option value="([^"]+)"/)
      const form = { key, place_id, family_name: '縁側 <b>', email: 'second@storefront.example' }
      const made = await open('/order', form)
      assert.equal(made.status, 200, made.html)
      assert.match(made.html, /受け取りコード <b>\d{6}<\/b>/)
      assert.equal((await open('/order', form)).html, made.html)
      assert.match((await open('/cart')).html, /カートは空です/)
      assert.equal((await open('/nowhere')).status, 404)
    } finally {
      child.kill()
    }
  })
})

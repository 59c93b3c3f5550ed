/**
 * The faces as a person with a middling phone meets them: the production build before the demo's town, a real Chromium, the
 * network and processor of Lighthouse's mobile profile. What a page weighs is counted as sent by a proxy that compresses.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startDemo } from '../town/processes.ts'
import { median } from './cpu.ts'

const require = createRequire(import.meta.url)
const { findChromium } = require('../scripts/chromium.cjs') as {
  findChromium(): string | undefined
}
const kbit = 1024 / 8
/** Slow 4G and a processor a quarter as fast: what Lighthouse calls mobile. */
const slow = { offline: false, latency: 150, downloadThroughput: 1638.4 * kbit, uploadThroughput: 750 * kbit }
const processor = 4
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }
const tablet = { viewport: { width: 1180, height: 820 } }
const locale = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo' }
const scans = 100
type Seen = { name: string; lcp_ms: number; cls: number; js_kb: number }

export async function faces({ rounds, say }: { rounds: number; say(line: string): void }) {
  const folder = mkdtempSync(join(tmpdir(), 'engawa-bench-'))
  // The database runs as another user, who must be able to pass.
  chmodSync(folder, 0o755)
  say('starting the demo town')
  const town = await startDemo(folder)
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found; npm test installs one.')
  // Asked for here: who only starts the house has no browser beside it.
  const { chromium } = require('playwright-core') as typeof import('playwright-core')
  const browser = await chromium.launch({ executablePath })
  try {
    const shown = await pages(town.url)
    const told: { seen: Seen[]; route_ms: number }[] = []
    for (let round = 1; round <= rounds; round++) {
      const seen: Seen[] = []
      for (const [name, path] of Object.entries(shown)) seen.push({ name, ...(await opened(browser, town.url + path)) })
      const route_ms = await routed(browser, town.url, shown.product)
      told.push({ seen, route_ms })
      say(
        `round ${round}: ${seen.map((page) => `${page.name} ${Math.round(page.lcp_ms)} ms`).join(', ')}, to a product ${Math.round(route_ms)} ms`,
      )
    }
    const of = (name: string, what: 'lcp_ms' | 'cls' | 'js_kb') =>
      median(told.map(({ seen }) => seen.find((page) => page.name === name)?.[what] ?? Number.NaN))
    const names = Object.keys(shown)
    say(`${scans} scans without a network`)
    return {
      lcp_ms: Math.max(...names.map((name) => of(name, 'lcp_ms'))),
      cls: Math.max(...names.map((name) => of(name, 'cls'))),
      storefront_js_kb: of('product', 'js_kb'),
      route_ms: median(told.map(({ route_ms }) => route_ms)),
      scan_p95_ms: await scanned(browser, town.url),
      lcp_ms_by_page: Object.fromEntries(names.map((name) => [name, Math.round(of(name, 'lcp_ms'))])),
      rounds,
    }
  } finally {
    await browser.close()
    await town.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const ask = async (url: string) => (await (await fetch(url)).json()) as { items: Record<string, string>[] }

/** The pages a shopper comes in by. */
async function pages(url: string) {
  const [product] = (await ask(`${url}/v1/desk/products?limit=1`)).items
  const [category] = (await ask(`${url}/v1/catalog/categories`)).items
  return {
    home: '/',
    category: `/categories/${category?.category_id}`,
    search: '/search',
    product: `/products/${product?.product_id}`,
  }
}

/** A page opened for the first time: its largest picture or text, what moved under the eye, and the script it needs. */
async function opened(browser: Browser, url: string) {
  const { page, context } = await slowPhone(browser)
  const scripts: Promise<number>[] = []
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script' && /\/assets\//.test(answer.url()))
      scripts.push(answer.body().then((body) => gzipSync(body).length))
  })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const { lcp_ms, cls } = await page.evaluate(
    () =>
      new Promise<{ lcp_ms: number; cls: number }>((done) => {
        const seen = { lcp_ms: 0, cls: 0 }
        const watch = (type: string, tell: (entry: PerformanceEntry & { value?: number }) => void) =>
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) tell(entry)
          }).observe({ type, buffered: true })
        watch('largest-contentful-paint', ({ startTime }) => {
          seen.lcp_ms = startTime
        })
        watch('layout-shift', ({ value = 0 }) => {
          seen.cls += value
        })
        setTimeout(() => done(seen), 500)
      }),
  )
  const js_kb = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0) / 1024
  await context.close()
  return { lcp_ms, cls, js_kb }
}

/** From the touch on a tile to the product's name, within the page. */
async function routed(browser: Browser, url: string, path: string): Promise<number> {
  const { page, context } = await slowPhone(browser)
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const tile = page.locator(`main a[href="${path}"]`).first()
  await tile.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  const took = page.evaluate(
    () =>
      new Promise<number>((done) => {
        addEventListener(
          'pointerup',
          ({ timeStamp }) => {
            const title = () => document.querySelector('main h1')?.textContent
            // The first page has a title of its own: the product's is another.
            const left = title()
            const look = () =>
              (title() ?? left) === left ? requestAnimationFrame(look) : done(performance.now() - timeStamp)
            requestAnimationFrame(look)
          },
          { capture: true, once: true },
        )
      }),
  )
  await tile.tap()
  const route_ms = await took
  await context.close()
  return route_ms
}

async function slowPhone(browser: Browser): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ ...phone, ...locale, serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slow)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor })
  return { page, context }
}

/** At the till with the network gone: from the reader's Enter to the line of the sale, 95 of 100 times. */
async function scanned(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ ...tablet, ...locale, baseURL: url })
  const headers = { 'engawa-face': 'counter', 'idempotency-key': crypto.randomUUID() }
  const { people } = (await (await fetch(`${url}/v1/demo`)).json()) as { people: { kind: string; code: string }[] }
  const clerk = people.find(({ kind }) => kind === 'staff')
  await context.request.post('/v1/demo/sign-ins', { headers, data: { kind: 'staff', code: clerk?.code } })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto('/counter/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const gtins = await goodsKept(page)
  await context.setOffline(true)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor })
  const took: number[] = []
  for (let at = 0; at < scans; at++) {
    took.push(await page.evaluate(read, gtins[at % gtins.length] as string))
  }
  await context.close()
  took.sort((a, b) => a - b)
  return took[Math.ceil(took.length * 0.95) - 1] as number
}

/** Bar codes of the goods the till has on its own disk, once it has them all. */
async function goodsKept(page: Page): Promise<string[]> {
  for (let turn = 0; turn < 600; turn++) {
    const gtins = await page.evaluate(
      () =>
        new Promise<string[]>((done) => {
          const asked = indexedDB.open('engawa-till')
          asked.onerror = () => done([])
          asked.onsuccess = () => {
            const stores = asked.result.transaction(['facts', 'goods'])
            const whole = stores.objectStore('facts').get('goods_whole_at')
            const goods = stores.objectStore('goods').getAll()
            stores.oncomplete = () => {
              asked.result.close()
              const found = (goods.result as { gtin?: string | null }[]).flatMap(({ gtin }) => (gtin ? [gtin] : []))
              done(whole.result === undefined ? [] : found.slice(0, 40))
            }
            stores.onerror = () => done([])
          }
        }),
    )
    if (gtins.length > 0) return gtins
    await page.waitForTimeout(100)
  }
  throw new Error('The till never kept its goods.')
}

/** In the page: a reader types a code; how long until the sale shows one piece more. */
function read(code: string): Promise<number> {
  const pieces = () =>
    [...document.querySelectorAll('li output')].reduce((sum, each) => sum + Number(each.textContent), 0)
  const before = pieces()
  return new Promise((done) => {
    for (const key of code)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    const began = performance.now()
    const look = () => (pieces() > before ? done(performance.now() - began) : requestAnimationFrame(look))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    requestAnimationFrame(look)
  })
}

/**
 * The README's pictures of the faces, from the demo after its week: `node scripts/node24.cjs e2e/pictures.ts [address]`,
 * where a demo runs already, or it starts its own.
 * Small in bytes: each is scaled and written as WebP by the browser that took it.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { startDemo } from '../town/processes.ts'
import { openBrowser } from './screens/open.ts'

const into = join(import.meta.dirname, '../docs/pictures')
const QUALITY = 0.8
type Demo = { preparing: number | null; people: { kind: string; code: string; role?: string }[] }
type Picture = {
  name: string
  path: string
  face: 'storefront' | 'counter' | 'console'
  role?: string
  viewport: { width: number; height: number }
  scale: number
  before?(page: Page): Promise<void>
}

const pictures: Picture[] = [
  { name: 'storefront', path: '/', face: 'storefront', viewport: { width: 390, height: 844 }, scale: 1 },
  {
    name: 'counter',
    path: '/counter/',
    face: 'counter',
    role: 'clerk',
    viewport: { width: 1180, height: 820 },
    scale: 0.8,
    before: sell,
  },
  {
    name: 'console',
    path: '/console/',
    face: 'console',
    role: 'admin',
    viewport: { width: 1440, height: 900 },
    scale: 0.7,
  },
]

const folder = mkdtempSync(join(tmpdir(), 'engawa-pictures-'))
// The database runs as another user, who must be able to pass.
chmodSync(folder, 0o755)
const [given] = process.argv.slice(2)
const own = given ? undefined : await startDemo(folder)
const url = given ?? own?.url ?? ''
const browser = await openBrowser()
try {
  const demo = await whole(url)
  for (const picture of pictures) {
    const file = join(into, `${picture.name}.webp`)
    writeFileSync(file, await taken(browser, url, demo, picture))
    console.log(file)
  }
} finally {
  await browser.close()
  await own?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** The demo once its week is written. */
async function whole(at: string): Promise<Demo> {
  for (;;) {
    const demo = (await (await fetch(`${at}/v1/demo`)).json()) as Demo
    if (demo.preparing === null) return demo
    await pause(1000)
  }
}

async function taken(on: Browser, at: string, demo: Demo, { face, role, path, viewport, scale, before }: Picture) {
  const context = await on.newContext({ viewport, deviceScaleFactor: 2, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const [shop] = ((await (await fetch(`${at}/v1/stores/places?pickup=true&limit=1`)).json()) as Places).items
  await context.addCookies([
    { name: 'engawa_consent', value: 'p0a0', url: at },
    { name: 'engawa_place', value: shop?.place_id ?? '', url: at },
  ])
  const who = demo.people.find((each) => (role ? each.role === role : each.kind === 'member'))
  const headers = { 'engawa-face': face, 'idempotency-key': crypto.randomUUID() }
  await context.request.post(`${at}/v1/demo/sign-ins`, { headers, data: { kind: who?.kind, code: who?.code } })
  const page = await context.newPage()
  await page.goto(at + path)
  await page.waitForLoadState('networkidle')
  await before?.(page)
  // What moves has come to rest.
  await page.waitForTimeout(2000)
  const png = (await page.screenshot()).toString('base64')
  const webp = await page.evaluate(small, { png, width: Math.round(viewport.width * 2 * scale), quality: QUALITY })
  await context.close()
  return Buffer.from(webp, 'base64')
}
type Places = { items: { place_id: string }[] }

/** Three things on the sale, as if a clerk had touched them. */
async function sell(page: Page): Promise<void> {
  const tiles = page.locator('main section button:has(img)')
  for (const tile of [0, 1, 1]) {
    await tiles.nth(tile).click()
    await page.waitForTimeout(300)
  }
}

/** In the page: the picture with its width, as WebP. */
async function small({ png, width, quality }: { png: string; width: number; quality: number }): Promise<string> {
  const picture = new Image()
  picture.src = `data:image/png;base64,${png}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.round((picture.height * width) / picture.width)
  const drawn = canvas.getContext('2d')
  if (drawn) {
    drawn.imageSmoothingQuality = 'high'
    drawn.drawImage(picture, 0, 0, canvas.width, canvas.height)
  }
  return canvas.toDataURL('image/webp', quality).split(',')[1] ?? ''
}

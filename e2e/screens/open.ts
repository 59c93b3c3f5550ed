/** The small retailer behind a whole engawa with its three faces, and real browsers before it: each person has her own. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { testDatabase } from '../../src/core/testing.ts'
import { caller, key, smallRetailer } from '../retailer.ts'

const root = join(import.meta.dirname, '../..')
const { findChromium } = createRequire(import.meta.url)('../../scripts/chromium.cjs') as {
  findChromium(): string | undefined
}
// A machine shared by several starts slowly; nothing here measures time.
const patience_ms = 90_000
const start_ms = 240_000
export const phone = { width: 390, height: 844 }
export const tablet = { width: 1180, height: 820 }

export type Device = { context: BrowserContext; page: Page }
export type Screens = Awaited<ReturnType<typeof openScreens>>

/** Open the retailer, its engawa (with `env` besides its own) and a browser; `close` ends what was started here. */
export async function openScreens(env: Record<string, string> = {}) {
  if (!existsSync(join(root, 'build/storefront/server/index.js')))
    throw new Error('Build the faces first: npm run build')
  const house = await testDatabase()
  const retailer = await smallRetailer(house.db)
  const engawa = await startEngawa(house.url, env)
  const executablePath = chromiumHere()
  const browser = await openBrowser()
  const speak = (token?: string) => caller((path, init) => fetch(engawa.url + path, init), token)
  const open: BrowserContext[] = []
  const locale = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', baseURL: engawa.url }
  const context = async (
    viewport: { width: number; height: number },
    cookies: Record<string, string>,
  ): Promise<Page> => {
    const made = await browser.newContext({ viewport, ...locale })
    open.push(made)
    made.setDefaultTimeout(patience_ms)
    await made.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: engawa.url })))
    return made.newPage()
  }
  return {
    ...retailer,
    url: engawa.url,
    speak,
    /** A shopper with a phone of her own, at one shop, who has refused to be recorded; signed in when a token is given. */
    shopper: (place_id: string, token?: string) =>
      context(phone, { engawa_place: place_id, engawa_consent: 'p0a0', ...(token ? { engawa_member: token } : {}) }),
    /** A shopper who has not been asked yet whether her views may be recorded. */
    stranger: (place_id: string) => context(phone, { engawa_place: place_id }),
    /** A tablet on the counter, nobody signed in. */
    counter: () => context(tablet, {}),
    /** A tablet with a disk of its own, which a crash does not take with it: begun again on the same folder, it remembers. */
    async device(folder: string): Promise<Device> {
      const made = await chromium.launchPersistentContext(folder, { executablePath, viewport: tablet, ...locale })
      open.push(made)
      made.setDefaultTimeout(patience_ms)
      return { context: made, page: made.pages()[0] ?? (await made.newPage()) }
    },
    /** A desk in the office, signed in. */
    office: (token: string) => context({ width: 1440, height: 900 }, { engawa_staff: token }),
    async close() {
      await Promise.all(open.map((each) => each.close()))
      await browser.close()
      await engawa.stop()
      await house.close()
    },
  }
}

function chromiumHere(): string {
  const found = findChromium()
  if (!found) throw new Error('No Chromium was found; npm test installs one.')
  return found
}

/** A real browser, and nothing behind it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumHere() })
}

async function startEngawa(
  database_url: string,
  env: Record<string, string>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const flags = ['--disable-warning=ExperimentalWarning', join(root, 'src/main.ts')]
  const { PATH, NODE_OPTIONS, NODE_COMPILE_CACHE, ENGAWA_OVERHEARD } = process.env
  const child = spawn(process.execPath, [...flags, 'start', '--port', String(port), '--empty'], {
    env: {
      PATH,
      NODE_OPTIONS,
      NODE_COMPILE_CACHE,
      ENGAWA_OVERHEARD,
      DATABASE_URL: database_url,
      ENGAWA_KEY: key,
      TZ: 'Asia/Tokyo',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const late = performance.now() + start_ms
  // The first page proves the storefront's own process too.
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || performance.now() > late) {
      child.kill('SIGKILL')
      throw new Error(`engawa did not start: ${said}`)
    }
    await pause(100)
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

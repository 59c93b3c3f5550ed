/** Puts a running engawa together: database, key, migrations, API with its faces, worker; and takes it apart in order. */
import { setTimeout as sleep } from 'node:timers/promises'
import { follow, monthsAhead, openBell, startWorker } from '#activity/activity'
import { readyPayment } from '#channels/payment/payment'
import type { App } from '#core/app'
import { attach, defaultFolder } from '#core/attach'
import { open, type Pool } from '#core/database'
import { followHouseClock } from '#core/house-clock'
import { installJobs } from '#core/jobs'
import { confirmKey, loadKey } from '#core/key'
import { migrate } from '#core/migrate'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { demoOf } from '#demo'
import { type DemoWelcome, demoWelcome } from '#demo-welcome'
import { builtFaces, type Face, mountFaces, startStorefront } from '#faces'
import { layFoundation } from '#foundation'
import { buildApp } from '#http'
import { startSender, watchSubscriptions } from '#integrations/integrations'
import { reactions, summaries, tick, watchers } from '#reactions'
import { rooms } from '#rooms'

export type Role = 'api' | 'worker' | 'all'
export type StartOptions = {
  /** Data folder of the embedded server; DATABASE_URL replaces it. */
  folder?: string
  role?: Role
  port?: number
  host?: string
  faces?: boolean
  connections?: number
  /** Fill an empty database with the demo retailer and let its visitors be anybody; never in production. */
  demo?: boolean
  /** Ends a start that is still making its demo. */
  signal?: AbortSignal
}
export type Running = {
  db: Pool
  database_url: string
  key_from: string
  /** Address of the API, absent for a worker alone. */
  url?: string
  faces: Face[]
  /** Whom a visitor of the demo may be, and its API key. */
  demo?: DemoWelcome
  /** Finish what is in flight, then close everything this process opened. */
  stop(): Promise<void>
}

const production = () => process.env.ENGAWA_ENV === 'production'

/** Start this process's part; what was started is stopped again when a later step fails. */
export async function start(options: StartOptions = {}): Promise<Running> {
  const role = options.role ?? 'all'
  const undo: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const folder = process.env.DATABASE_URL ? undefined : (options.folder ?? defaultFolder())
    const database = await attach(folder)
    undo.push(() => database.stop())
    const key_from = loadKey({ folder, url: database.url })
    await migrate(database.url, rooms)
    await installJobs(database.url)
    const db = open(database.url, { connections: options.connections ?? 10, name: `engawa ${role}` })
    undo.push(() => db.close())
    await confirmKey(db, key_from)
    await layFoundation(db)
    readyPayment()
    if (production()) await refuseDemo(db)
    const demo = options.demo && !production() ? demoOf(db) : undefined
    if (!production()) undo.push(await followHouseClock(db))
    await monthsAhead(db)
    follow(reactions, watchers)
    undo.push(await watchSubscriptions(db))
    undo.push(await openBell(database.url))

    const running: Running = { db, database_url: database.url, key_from, faces: [], stop }
    if (role !== 'worker') {
      const faces = options.faces === false ? [] : builtFaces()
      const app = await buildApp(db, {
        logger: { level: process.env.ENGAWA_LOG ?? 'warn' },
        gate: demo?.gate,
        due: tick,
      })
      undo.push(() => finish(app))
      demo?.mount(app)
      const port = options.port ?? Number(process.env.PORT ?? 3000)
      const inner = `http://127.0.0.1:${port}`
      const storefront = faces.some(({ path }) => path === '/') ? await startStorefront(inner) : undefined
      if (storefront) undo.push(() => storefront.stop())
      if (faces.length) await mountFaces(app, storefront)
      running.url = await listen(app, port, options.host ?? process.env.HOST)
      running.faces = faces
      if (demo) running.demo = await demoWelcome(db)
      if (demo) {
        // After the port is ours: whoever has to choose another should not wait for a town first.
        undo.push(() => demo.stop())
        options.signal?.addEventListener('abort', () => demo.stop())
        await demo.prepare(app)
      }
    }
    if (role !== 'api') {
      const sweep: typeof tick = async (pool, now) => (demo?.playing() ? 0 : tick(pool, now))
      const worker = await startWorker(db, {
        tick: sweep,
        summaries,
        report: (error) => console.error('worker:', error),
      })
      undo.push(() => worker.stop())
      const sender = startSender(db, { report: (error) => console.error('webhooks:', error) })
      undo.push(() => sender.stop())
    }
    return running
  } catch (error) {
    await stop()
    throw error
  }
}

/** Stop accepting, let what is in flight finish; a request that does not end in ten seconds is cut. */
async function finish(app: App): Promise<void> {
  const patience = new AbortController()
  const late = sleep(10_000, undefined, { signal: patience.signal, ref: false }).then(
    () => app.server.closeAllConnections(),
    () => {},
  )
  await app.close()
  patience.abort()
  await late
}

async function listen(app: App, port: number, host = 'localhost'): Promise<string> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    refuse(
      'core.port_in_use',
      409,
      `ポート ${port} は使用中です。PORT か --port で別の番号を指定してください。`,
      `Port ${port} is in use. Choose another one with PORT or --port.`,
    )
  }
  const address = app.server.address()
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown}:${typeof address === 'object' && address ? address.port : port}`
}

async function refuseDemo(db: Pool): Promise<void> {
  if (!(await setting<unknown>(db, 'demo', null))) return
  refuse(
    'core.demo_in_production',
    409,
    'このデータベースには、だれでも入れるデモ用の会員と従業員がいます。本番では engawa init で新しいデータベースを作ってください。',
    'This database holds the demo’s people, whose PINs are public. For production make a new one with "engawa init".',
  )
}

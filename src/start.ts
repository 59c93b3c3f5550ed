/** Puts a running engawa together: database, key, migrations, API with its faces, worker; and takes it apart in order. */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { follow, monthsAhead, openBell, startWorker } from '#activity/activity'
import { keepBackup } from '#backups'
import { readyPayment } from '#channels/payment/payment'
import type { App } from '#core/app'
import { appLogin } from '#core/app-login'
import { attach, defaultFolder } from '#core/attach'
import { open, type Pool } from '#core/database'
import { followHouseClock } from '#core/house-clock'
import { installJobs } from '#core/jobs'
import { confirmKey, keyFile, loadKey } from '#core/key'
import { complain } from '#core/log'
import { migrate } from '#core/migrate'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { demoOf } from '#demo'
import { type DemoWelcome, demoWelcome } from '#demo-welcome'
import { builtFaces, type Face, mountFaces, type ShownFace, startStorefront } from '#faces'
import { layFoundation } from '#foundation'
import { buildApp, buildProbes } from '#http'
import { startImporter, startSender, watchSubscriptions } from '#integrations/integrations'
import { type Lan, mountLan, openLan } from '#lan'
import { watchBonuses, watchFans } from '#loyalty/loyalty'
import { tellOfProcess } from '#operations/operations'
import { refuseUnready } from '#production'
import { atOnce, reactions, summaries, tick, watchers } from '#reactions'
import { rooms } from '#rooms'
import { startTracing } from '#tracing'

export type Role = 'api' | 'worker' | 'all'
export type StartOptions = {
  /** Data folder of the embedded server; DATABASE_URL replaces it. */
  folder?: string
  role?: Role
  port?: number
  host?: string
  /** Which faces this process shows (all); false: none. */
  faces?: readonly ShownFace[] | boolean
  connections?: number
  /** Fill an empty database with the demo retailer and let its visitors be anybody; never in production. */
  demo?: boolean
  /** Https for phones on the same network, on this port, under this name (else the machine's own). */
  lan?: { port: number; name?: string | undefined }
  /** Ends a start that is still making its demo. */
  signal?: AbortSignal
}
export type Running = {
  db: Pool
  database_url: string
  key_from: string
  /** Address of the API, absent for a worker alone. */
  url?: string
  /** Where a worker answers who watches it. */
  probes?: string
  faces: Face[]
  lan?: Lan
  /** Whom a visitor of the demo may be, and its API key. */
  demo?: DemoWelcome
  /** Finish what is in flight, then close everything this process opened. */
  stop(): Promise<void>
}

// In production a line for each request; when trying things out only what went wrong.
const logging = () => ({ level: process.env.ENGAWA_LOG ?? (production() ? 'info' : 'warn') })
const production = () => process.env.ENGAWA_ENV === 'production'

/** Start this process's part; what was started is stopped again when a later step fails. */
export async function start(options: StartOptions = {}): Promise<Running> {
  const role = options.role ?? 'all'
  const undo: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    refuseUnready({ faces: role !== 'worker', lan: options.lan !== undefined })
    const folder = process.env.DATABASE_URL ? undefined : (options.folder ?? defaultFolder())
    const database = await attach(folder)
    undo.push(() => database.stop())
    const key_from = loadKey({ folder, url: database.url })
    await migrate(database.url, rooms)
    await installJobs(database.url)
    const login = await appLogin(database.url)
    const db = open(database.url, { connections: options.connections ?? 10, name: `engawa ${role}`, login })
    undo.push(() => db.close())
    await confirmKey(db, key_from)
    await layFoundation(db)
    readyPayment()
    if (production()) await refuseDemo(db)
    const demo = options.demo && !production() ? demoOf(db) : undefined
    if (!production()) undo.push(await followHouseClock(db))
    await monthsAhead(db)
    follow(reactions, watchers, atOnce)
    undo.push(await watchSubscriptions(db))
    undo.push(await watchBonuses(db))
    undo.push(await watchFans(db))
    undo.push(await openBell(database.url))

    const tracing = startTracing()
    if (tracing) undo.push(() => tracing.stop())
    const word = tellOfProcess(db, role, complain('operations'))
    undo.push(() => word.stop())
    const running: Running = { db, database_url: database.url, key_from, faces: [], stop }
    if (role !== 'worker') {
      const wanted = Array.isArray(options.faces) ? (options.faces as readonly ShownFace[]) : undefined
      const faces = options.faces === false ? [] : builtFaces(wanted)
      const app = await buildApp(db, {
        logger: logging(),
        gate: demo?.gate,
        calls_per_minute: Number(process.env.ENGAWA_CALLS_PER_MINUTE ?? 600),
        due: tick,
        tracing,
      })
      undo.push(() => finish(app))
      demo?.mount(app)
      if (options.lan) mountLan(app, () => running.lan)
      const port = options.port ?? Number(process.env.PORT ?? 3000)
      const inner = `http://127.0.0.1:${port}`
      const storefront = faces.some(({ path }) => path === '/') ? await startStorefront(inner) : undefined
      if (storefront) undo.push(() => storefront.stop())
      if (faces.length) await mountFaces(app, storefront, wanted)
      running.url = await listen(app, port, options.host ?? process.env.HOST)
      running.faces = faces
      if (options.lan) {
        const { port: lan_port, name } = options.lan
        running.lan = await openLan(app, lan_port, keyFile({ ...(folder ? { folder } : {}), url: database.url }), name)
        undo.push(async () => running.lan?.stop())
        // Phones' addresses are the house's own from now on, beside this machine's.
        const own = [new URL(running.url).port].flatMap((at) => [`http://localhost:${at}`, `http://127.0.0.1:${at}`])
        process.env.ENGAWA_ORIGINS = [process.env.ENGAWA_ORIGINS, ...own, ...running.lan.origins].filter(Boolean).join()
      }
      if (demo) running.demo = await demoWelcome(db)
      if (demo) {
        // After the port is ours: whoever has to choose another should not wait for a town first.
        undo.push(() => demo.stop())
        options.signal?.addEventListener('abort', () => demo.stop())
        await demo.prepare(app)
      }
    }
    if (role === 'worker') {
      const door = options.port ?? Number(process.env.ENGAWA_PROBE_PORT ?? -1)
      if (door >= 0) {
        const probes = await buildProbes(db, logging())
        undo.push(() => finish(probes))
        running.probes = await listen(probes, door, options.host ?? process.env.HOST)
      }
    }
    if (role !== 'api') {
      const sweep: typeof tick = async (pool, now) => (demo?.playing() ? 0 : tick(pool, now))
      const worker = await startWorker(db, {
        tick: sweep,
        summaries,
        report: complain('worker'),
      })
      undo.push(() => worker.stop())
      const sender = startSender(db, { report: complain('webhooks') })
      undo.push(() => sender.stop())
      const importer = startImporter(db, complain('imports'))
      undo.push(() => importer.stop())
      const backup = process.env.ENGAWA_BACKUP
      if (backup) {
        const kept = keepBackup(db, resolve(backup), { report: (error) => console.error('backup:', error) })
        undo.push(() => kept.stop())
      }
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

/**
 * The demo retailer: opened and given a week of life through our own API, in this process, whose clock the town holds
 * meanwhile. What was begun is written down first, so that a start after a crash goes on where it stopped.
 */
import { makeApiKey } from '#access/access'
import { ensureMonths } from '#activity/activity'
import { seedTax } from '#catalog/catalog'
import { seedPurposes } from '#consent/consent'
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { randomToken } from '#core/id'
import { blind } from '#core/secret'
import { putSetting, setting } from '#core/settings'
import { addDays, clock, local, setClock } from '#core/time'
import { applyDemoClock } from '#demo-clock'
import { type App, buildApp } from '#http'
import { tick } from '#reactions'
import { places } from '#stores/stores'
import { type Api, type Send, townApi } from '../town/api.ts'
import type { Tally } from '../town/life.ts'
import { live } from '../town/live.ts'
import { openingOf, openTown } from '../town/open.ts'
import { retailer } from '../town/retailer.ts'
import { planWeek } from '../town/week.ts'

const days = 8
const zone = 'Asia/Tokyo'
/** What the demo is made of; `run` names its deeds, so that a repeat is known as one. */
type Plan = { seed: string; run: string; start: string; until: string }
export type Made = Plan & { orders: number; refused: number; took_ms: number; calls: number; active: number; yen: number }
export type Report = (share: number) => void

/** Fill an empty database with the demo, go on with one half made, leave anything else alone. */
export async function prepareTown(db: Pool, wish: { seed?: string; report?: Report } = {}): Promise<Made | undefined> {
  const made = await setting<Made | null>(db, 'town.seeded', null)
  if (made) {
    await applyDemoClock(db)
    return made
  }
  const begun = await setting<Plan | null>(db, 'demo', null)
  if (!begun && (await places(db)).length > 0) return undefined
  const plan = begun ?? planOf(wish.seed)
  if (!begun) await putSetting(db, 'demo', plan, 'demo')
  return makeTown(db, plan, wish.report ?? (() => {}))
}

/** Seven whole days before today, and today until now. */
function planOf(seed = 'engawa'): Plan {
  const start = addDays(local(clock.now(), zone).date, 1 - days)
  return { seed, run: randomToken(9), start, until: clock.iso() }
}

/** Open the retailer and play its week; the process's clock is the town's until this has ended. */
export async function makeTown(db: Pool, plan: Plan, report: Report): Promise<Made> {
  const began = performance.now()
  await transaction(db, system, async (tx) => {
    await seedTax(tx)
    await seedPurposes(tx)
    await ensureMonths(tx, addDays(plan.start, -395), addDays(plan.until.slice(0, 10), 92))
  })
  const app = await buildApp(db)
  try {
    const town = retailer(plan.seed)
    const token = `ek_${blind('town', plan.run).toString('base64url')}`
    const api = townApi(injected(app), { token, run: plan.run })
    setClock(() => Date.parse(openingOf(plan.start)))
    await holdKey(db, api, token)
    const opened = await openTown(api, town, plan)
    report(0.2)
    const tally = await live(api, town, opened, planWeek(town, { ...plan, days }), {
      until: plan.until,
      clock: (ms) => setClock(() => ms),
      sweep: async () => void (await tick(db, clock.iso())),
      progress: (done, all) => report(0.2 + (0.8 * done) / all),
    })
    const made = { ...plan, ...summary(tally), calls: api.calls, took_ms: Math.round(performance.now() - began) }
    await putSetting(db, 'town.seeded', made, 'demo')
    return made
  } finally {
    await applyDemoClock(db)
    await app.close()
  }
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, one) => total + one, 0)

function summary({ orders, yen, refused, active }: Tally) {
  return { orders: sum(orders), yen: sum(yen), refused: sum(refused), active: active.size }
}

/** The town's own key: derived from ours, so that a second run knows it and nobody has to keep it. */
async function holdKey(db: Pool, api: Api, key: string): Promise<void> {
  const known = await api.get('/v1/access/me').catch(() => undefined)
  if (!known) await transaction(db, system, (tx) => makeApiKey(tx, { name: 'town', scopes: ['*'], key }))
}

/** Calls without a network: the same routes, checks and answers. */
function injected(app: App): Send {
  return async ({ method, path, headers, body }) => {
    const reply = await app.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body as object }) })
    return {
      status: reply.statusCode,
      retry_after: reply.headers['retry-after']?.toString(),
      body: reply.body ? JSON.parse(reply.body) : null,
    }
  }
}

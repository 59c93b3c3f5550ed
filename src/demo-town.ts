/**
 * The demo retailer: opened and given a week of life through our own API. The plan is written down first and every deed
 * has its key, so that a start after a crash goes on where the last one stopped.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { makeApiKey } from '#access/access'
import { ensureMonths } from '#activity/activity'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { type Pool, transaction } from '#core/database'
import { at } from '#core/house-clock'
import { randomToken } from '#core/id'
import { blind } from '#core/secret'
import { putSetting, setting } from '#core/settings'
import { addDays, clock } from '#core/time'
import { demoToday } from '#demo-clock'
import { layFoundation } from '#foundation'
import { tick } from '#reactions'
import { places } from '#stores/stores'
import { type Api, type Send, townApi } from '../town/api.ts'
import type { Course } from '../town/live.ts'
import { openingOf } from '../town/open.ts'
import type { Reckoning } from '../town/reckoning.ts'
import { retailer } from '../town/retailer.ts'
import { type SceneName, sceneNames } from '../town/scenes.ts'
import { type Lived, playTown } from '../town/town.ts'

const usual_days = 8
/** How much of the whole is done when the shops can sell. */
export const opened_share = 0.2
const staff_session_seconds = 30 * 86_400
/** What the demo is made of; `run` names its deeds, so that a repeat is known as one. */
export type Plan = { seed: string; run: string; start: string; until: string } & Partial<Size>
type Size = { shoppers: number; days: number; past: number; scenes: readonly SceneName[] }
export type Made = {
  orders: number
  yen: number
  refused: number
  active: number
  events: number
  calls: number
  took_ms: number
  reckoning?: Reckoning
}
export type Watch = Pick<Course, 'pace'> & {
  report?: (share: number) => void
  stopped?: () => boolean
  /** A folder for the truth about the town, and whether its own books are laid beside ours at the end. */
  truth?: string
  compare?: boolean
  /** Live days run so many times as fast as life. */
  speed?: number
}

/** The plan begun in this database, or a new one where there is nothing yet; undefined where somebody else's shops are. */
export async function planOf(db: Pool, seed = 'engawa'): Promise<Plan | undefined> {
  const begun = await setting<Plan | null>(db, 'demo', null)
  if (begun) return begun
  if ((await places(db)).length > 0) return undefined
  // Seven whole days before today, and today until now.
  const plan = { seed, run: randomToken(9), start: addDays(demoToday(), 1 - usual_days), until: clock.iso() }
  await putSetting(db, 'demo', plan, 'demo')
  return plan
}

/** Whether its shops can sell already. */
export function isOpen(db: Pool): Promise<boolean> {
  return setting(db, 'town.open', false)
}

/** Whether the town's week has been played to its end here. */
export async function isMade(db: Pool): Promise<boolean> {
  return (await setting<Made | null>(db, 'town.seeded', null)) !== null
}

/** Open the retailer and play its week, or what is left of it. */
export async function makeTown(
  db: Pool,
  app: App,
  plan: Plan,
  { pace, report = () => {}, stopped = () => false, truth, compare = false, speed }: Watch = {},
): Promise<Made> {
  const began = performance.now()
  // At the town's own time, so that nothing in it tells when it was made.
  await at(Date.parse(openingOf(plan.start)), () => layFoundation(db))
  await transaction(db, system, async (tx) => {
    // Nobody in a demo should have to sign in again after "next day".
    await putSetting(tx, 'access.staff_session_seconds', staff_session_seconds, 'demo')
    await ensureMonths(tx, addDays(plan.start, -395), addDays(plan.until.slice(0, 10), 92))
  })
  const { days = usual_days, past = 0, scenes = sceneNames, shoppers } = plan
  const last = addDays(plan.start, days - 1)
  const town = retailer(plan.seed, { today: last, ...(shoppers ? { shoppers } : {}) })
  const api = apiOf(app, plan, stopped)
  await holdKey(db, api, tokenOf(plan))
  const lived = await playTown(
    api,
    town,
    { seed: plan.seed, start: plan.start, until: plan.until, days, past, scenes, ...(truth ? { truth } : {}) },
    {
      at,
      compare,
      ...(pace ? { pace } : {}),
      ...(speed ? { wait: timed(speed) } : {}),
      sweep: async () => void (await tick(db, clock.iso())),
      async onOpened() {
        await putSetting(db, 'town.open', true, 'demo')
        report(opened_share)
      },
      progress: (done, all) => report(opened_share + ((1 - opened_share) * done) / all),
    },
  )
  const made = { ...summary(lived), calls: api.calls, took_ms: Math.round(performance.now() - began) }
  await putSetting(db, 'town.seeded', made, 'demo')
  report(1)
  return made
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, one) => total + one, 0)

function summary({ tally: { orders, yen, refused, active, events }, past, reckoning }: Lived) {
  return {
    orders: past.orders + sum(orders),
    yen: past.yen + sum(yen),
    refused: sum(refused),
    active: active.size,
    events: past.events + events,
    ...(reckoning ? { reckoning } : {}),
  }
}

/** The first act is now, and the others follow as fast as wanted. */
function timed(speed: number): (at: string) => Promise<void> {
  let began: { real: number; town: number } | undefined
  return async (at) => {
    const town = Date.parse(at)
    began ??= { real: performance.now(), town }
    const due = began.real + (town - began.town) / speed
    await sleep(Math.max(0, due - performance.now()))
  }
}

/** The platform as this town calls it, inside this process. */
export function apiOf(app: App, plan: Plan, stopped: () => boolean): Api {
  return townApi(injected(app, stopped), { token: tokenOf(plan), run: plan.run })
}

const tokenOf = ({ run }: Plan): string => `ek_${blind('town', run).toString('base64url')}`

/** The town's own key: derived from ours, so that a second run knows it and nobody has to keep it. */
async function holdKey(db: Pool, api: Api, key: string): Promise<void> {
  const known = await api.get('/v1/access/me').catch(() => undefined)
  if (!known) await transaction(db, system, (tx) => makeApiKey(tx, { name: 'town', scopes: ['*'], key }))
}

/** Told by each process to itself alone: the town may act while everyone else is asked to wait. */
export const townsfolk = { name: 'engawa-town', value: randomToken(18) }

/** Calls without a network: the same routes, checks and answers. */
function injected(app: App, stopped: () => boolean): Send {
  return async ({ method, path, headers, body }) => {
    if (stopped()) throw new Error('the town was told to stop')
    const mine = { ...headers, [townsfolk.name]: townsfolk.value }
    const reply = await app.inject({
      method,
      url: path,
      headers: mine,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return {
      status: reply.statusCode,
      retry_after: reply.headers['retry-after']?.toString(),
      body: reply.body ? JSON.parse(reply.body) : null,
    }
  }
}

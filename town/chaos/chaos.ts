/**
 * Chaos: a town shops while everything under it fails. Afterwards all is healed, the platform's books are recomputed and
 * compared with those the driver kept of what it was told.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { makeApiKey } from '../../src/access/access.ts'
import { follow } from '../../src/activity/activity.ts'
import { fakeStripe } from '../../src/channels/payment/stripe-fake.ts'
import { system } from '../../src/core/actor.ts'
import { only, open, type Pool, run, sql, transaction } from '../../src/core/database.ts'
import { useKey } from '../../src/core/secret.ts'
import { layFoundation } from '../../src/foundation.ts'
import { reactions, tick } from '../../src/reactions.ts'
import { verify } from '../../src/verify.ts'
import { townApi } from '../api.ts'
import { plusDays } from '../calendar.ts'
import { live } from '../live.ts'
import { type Opened, openTown } from '../open.ts'
import { plan } from '../planner.ts'
import type { Part } from '../processes.ts'
import { chance } from '../random.ts'
import { type Retailer, retailer } from '../retailer.ts'
import { openBalancer } from './balancer.ts'
import { type Books, type Charged, compare } from './books.ts'
import { openCluster } from './cluster.ts'
import { type Driver, driverOf } from './driver.ts'
import { type Troubles, trouble } from './troubles.ts'

export type Wish = {
  seed: string
  minutes: number
  /** Go on until so many processes were killed, however long it takes. */
  kills?: number
  apis: number
  workers: number
  /** How many of the town's people shop, and how lively a day is (1: a busy one). */
  shoppers: number
  scale: number
  say(line: string): void
}
export type Outcome = Troubles & {
  seed: string
  seconds: number
  requests: number
  repeated: number
  orders: number
  refused: Record<string, number>
  interruptions: Record<string, number>
  network: Record<string, number>
  /** Answers asked for once more, all the same to the byte. */
  replayed: number
  mails: number
} & { [Kind in keyof Books]: number } & { wrong: string[]; ok: boolean }

const key = 'chaos-key-of-a-throw-away-database-0123456789'
const at_once = 24
const payment_timeout_ms = 16 * 60_000
const replays = 300

/** Run it on a database of its own, thrown away afterwards. */
export async function chaos(wish: Wish): Promise<Outcome> {
  const began = performance.now()
  useKey(key)
  // Orders settled here, by the reconciler's tick, leave the same work as those settled by a server.
  follow(reactions)
  const company = await fakeStripe()
  const parts: Part[] = [
    ...Array.from({ length: wish.apis }, () => 'api' as const),
    ...Array.from({ length: wish.workers }, () => 'worker' as const),
  ]
  const cluster = await openCluster(parts, settings(company.url))
  const balancer = await openBalancer(cluster.apis)
  const db = open(cluster.url, { connections: 6, name: 'chaos' })
  try {
    const driver = driverOf(balancer.url, 'pm_card_visa')
    await layFoundation(db)
    const token = (await transaction(db, system, (tx) => makeApiKey(tx, { name: 'town', scopes: ['*'] }))).key
    const town = few(retailer(wish.seed, { today: new Date().toISOString().slice(0, 10) }), wish.shoppers)
    const start = plusDays(new Date().toISOString().slice(0, 10), -1)
    const api = townApi(driver.send, { token, run: 'opening' })
    const opened = await openTown(api, town, { seed: wish.seed, start })
    wish.say(`the town is open: ${driver.deeds.length} deeds in ${seconds(began)} s`)

    let over = false
    const living = lead({ wish, driver, token, town, opened, start, over: () => over })
    // What fails in it is thrown where it is awaited.
    living.catch(() => {})
    const ends = performance.now() + wish.minutes * 60_000
    const c = chance(`${wish.seed}/chaos`)
    const came = await trouble({ cluster, balancer, company }, c, ({ kill_points }) => {
      if (kill_points > 0 && kill_points % 50 === 0) wish.say(`${kill_points} kill points`)
      return wish.kills === undefined ? performance.now() > ends : kill_points >= wish.kills
    })
    over = true
    wish.say(`healed after ${came.kill_points} kill points; the town comes to its end`)
    const refused = await living

    await settle(db)
    const charged = chargesOf(company)
    const books = await compare(db, driver, opened.goods.variant, charged)
    const { replayed, differing } = await replay(driver)
    const ledgers = (await verify(cluster.url)).filter(({ ok }) => !ok)
    const wrong = [
      ...Object.values(books).flat(),
      ...differing,
      ...ledgers.map(({ check, offenders }) => `${check} (${offenders})`),
    ]
    const orders = driver.deeds.filter(({ call, status }) => call.path === '/v1/orders' && status === 201)
    return {
      seed: wish.seed,
      seconds: seconds(began),
      ...came,
      requests: driver.deeds.length,
      repeated: driver.deeds.filter(({ tries }) => tries > 1).length,
      orders: new Set(orders.map((deed) => deed.key)).size,
      refused,
      interruptions: driver.interruptions,
      network: balancer.struck,
      replayed,
      mails: await mails(db),
      lost: books.lost.length,
      doubled: books.doubled.length + differing.length,
      oversold: books.oversold.length,
      unbalanced: books.unbalanced.length + ledgers.length,
      wrong: wrong.slice(0, 50),
      ok: wrong.length === 0,
    }
  } finally {
    await balancer.close()
    await db.close()
    await cluster.close()
    await company.close()
    follow({})
  }
}

const seconds = (since: number) => Math.round((performance.now() - since) / 1000)

function settings(base: string): Record<string, string> {
  return {
    ENGAWA_KEY: key,
    ENGAWA_PAYMENT: 'stripe',
    STRIPE_SECRET_KEY: 'sk_test_chaos',
    STRIPE_WEBHOOK_SECRET: 'whsec_chaos',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_chaos',
    STRIPE_BASE: base,
    ENGAWA_PAYMENT_TIMEOUT_MS: '3000',
  }
}

/** The same town with fewer people. */
function few(town: Retailer, shoppers: number): Retailer {
  return { ...town, people: town.people.slice(0, shoppers) }
}

/** Day after day of the town's life, all of it now, until told that it is over; returns what was refused and how often. */
async function lead(life: {
  wish: Wish
  driver: Driver
  token: string
  town: Retailer
  opened: Opened
  start: string
  over(): boolean
}): Promise<Record<string, number>> {
  const { wish, driver, token, town, opened, start } = life
  const refused: Record<string, number> = {}
  for (let day = 1; !life.over(); day++) {
    const seed = `${wish.seed}/${day}`
    const { days } = plan(town, { seed, start, days: 1, scale: wish.scale })
    const tally = await live(
      townApi(driver.send, { token, run: `day-${day}` }),
      town,
      opened,
      { seed, days: [...days] },
      {
        at: (_, work) => work(),
        pace: () => at_once,
        until: new Date().toISOString(),
      },
    )
    for (const [code, times] of Object.entries(tally.refused)) refused[code] = (refused[code] ?? 0) + times
  }
  return refused
}

/** Let what is left of the work be done: what killed workers had taken is given back, money nobody asked after is looked for. */
async function settle(db: Pool): Promise<void> {
  await tick(db, new Date(Date.now() + payment_timeout_ms).toISOString())
  await transaction(db, system, (tx) => run(tx, sql`update activity.pending set handed_until = null`))
  for (let tries = 0; tries < 1_200; tries++) {
    const { n } = await transaction(db, system, (tx) =>
      only<{ n: number }>(tx, sql`select count(*)::integer as n from activity.pending where attempts < 12`),
    )
    if (n === 0) return
    await pause(100)
  }
  throw new Error('the workers do not come to an end')
}

/** The company's own word: captured less refunded, by our payment. */
function chargesOf(company: Awaited<ReturnType<typeof fakeStripe>>): Charged {
  const charged: Charged = new Map()
  for (const { metadata, latest_charge } of company.intents.values()) {
    if (!latest_charge) continue
    const yen = latest_charge.amount_captured - latest_charge.amount_refunded
    charged.set(metadata.reference ?? '', (charged.get(metadata.reference ?? '') ?? 0) + yen)
  }
  return charged
}

/** Ask for a share of the answers once more: what differs was done twice or forgotten. */
async function replay(driver: Driver): Promise<{ replayed: number; differing: string[] }> {
  const done = driver.deeds.filter(
    ({ status, tries, call }) => status < 300 && (tries > 1 || call.path === '/v1/orders'),
  )
  const step = Math.max(1, Math.floor(done.length / replays))
  const differing: string[] = []
  let replayed = 0
  for (const deed of done.filter((_, at) => at % step === 0)) {
    const answer = await driver.again(deed)
    // What is no deed of business (signing in) keeps no answer.
    if (!answer.replayed) continue
    replayed++
    if (answer.text !== deed.text) differing.push(`${deed.call.path} (${deed.key}) is answered otherwise now`)
  }
  return { replayed, differing }
}

async function mails(db: Pool): Promise<number> {
  return (
    await transaction(db, system, (tx) =>
      only<{ n: number }>(tx, sql`select count(*)::integer as n from channels.fake_mail`),
    )
  ).n
}

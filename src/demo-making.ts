/** Makes the demo's town while people wait for as long as is polite, and the rest of its week beside their work. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '#core/app'
import type { Pool } from '#core/database'
import { announceBonuses } from '#demo-bonuses'
import { giveCoupons } from '#demo-coupons'
import { isMade, isOpen, makeTown, opened_share, planOf } from '#demo-town'

/** How long a first start may play before it lets people in. */
const polite_ms = 25_000
const busy_pace = 4
/** Between two acts beside other work: about half a core, most of the time for others. */
const pause_ms = 30

export type Making = {
  /** From 0 to 1. */
  share(): number
  /** Resolves when the shops can sell, with as much of the week as fits into the time. */
  sellable: Promise<void>
  stop(): Promise<void>
}

/** Make the town, or go on making it; undefined when it is made already or this database is somebody else's. */
export async function beginTown(db: Pool, app: App): Promise<Making | undefined> {
  const plan = await planOf(db)
  if (!plan || (await isMade(db))) return undefined
  let share = 0
  let beside = await isOpen(db)
  let stopped = false
  let opened = () => {}
  const enough = new Promise<void>((resolve) => {
    opened = resolve
  })
  if (beside) opened()
  const until = performance.now() + polite_ms
  const whole = makeTown(db, app, plan, {
    report: (now) => {
      share = now
      if (share >= opened_share && performance.now() > until) opened()
    },
    stopped: () => stopped,
    async pace() {
      if (!beside && performance.now() > until) {
        beside = true
        opened()
      }
      if (!beside) return busy_pace
      await sleep(pause_ms)
      return 1
    },
  })
  const ended = whole.then(
    () => announceBonuses(db).then(() => giveCoupons(db)),
    (error: unknown) => {
      // Given up for today: the house goes on, and the next start goes on with the town.
      share = 1
      if (!stopped) throw error
    },
  )
  // Those who wait for `sellable` hear of a failure; beside other work it must not take the house down.
  ended.catch((error: unknown) => beside && console.error('demo:', error))
  return {
    share: () => share,
    sellable: Promise.race([ended, enough]),
    async stop() {
      stopped = true
      await ended.catch(() => {})
    },
  }
}

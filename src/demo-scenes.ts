/** Scenes of the demo begun by hand: a few minutes of the town's life around now, gently, through our own API. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '#core/app'
import type { Pool } from '#core/database'
import { clock } from '#core/time'
import { demoToday } from '#demo-clock'
import { apiOf, type Plan, planOf } from '#demo-town'
import { findTown } from '../town/found.ts'
import { live } from '../town/live.ts'
import { sceneNow } from '../town/now.ts'
import { retailer } from '../town/retailer.ts'
import { type SceneName, sceneNames, scenes } from '../town/scenes.ts'

export type DemoScene = { name: SceneName; ja: string; en: string; playing: boolean }
export type Stage = {
  list(): DemoScene[]
  /** Begin a scene; false when another one is being played. */
  begin(app: App, name: SceneName): Promise<boolean>
  stop(): Promise<void>
}

export function stageOf(db: Pool): Stage {
  let playing: { name: SceneName; ended: Promise<void> } | undefined
  let stopped = false

  async function play(app: App, plan: Plan, name: SceneName): Promise<void> {
    const town = retailer(plan.seed, { today: demoToday(), ...(plan.shoppers ? { shoppers: plan.shoppers } : {}) })
    const api = apiOf(app, plan, () => stopped)
    const { opened, books } = await findTown(api, town)
    const seed = `${plan.seed}/${clock.iso()}`
    await live(
      api,
      town,
      opened,
      { seed, days: [sceneNow(town, name, clock.now())] },
      {
        books,
        at: (_, work) => work(),
        wait: (at) => sleep(Math.max(0, Date.parse(at) - clock.ms())),
        pace: () => 1,
      },
    )
  }

  return {
    list: () => sceneNames.map((name) => ({ name, ...words(name), playing: playing?.name === name })),
    async begin(app, name) {
      const plan = await planOf(db)
      if (playing || !plan) return false
      const ended = play(app, plan, name)
        .catch((error: unknown) => {
          if (!stopped) console.error('demo:', error)
        })
        .finally(() => {
          playing = undefined
        })
      playing = { name, ended }
      return true
    },
    async stop() {
      stopped = true
      await playing?.ended
      stopped = false
    },
  }
}

function words(name: SceneName): { ja: string; en: string } {
  const { ja, en } = scenes[name]
  return { ja, en }
}

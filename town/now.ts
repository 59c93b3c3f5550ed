import { plusDays } from './calendar.ts'
import type { Day, Intention } from './intention.ts'
import { plan } from './planner.ts'
import { chance } from './random.ts'
import type { Retailer } from './retailer.ts'
import { type Scene, type SceneName, scenes } from './scenes.ts'

/** So many deeds make a scene seen without making anybody wait. */
const most = 70
const minutes = 4

/** A scene that begins this minute: a few of the day's deeds, drawn from a day with this scene and played within minutes. */
export function sceneNow(retailer: Retailer, name: SceneName, now: Date): Day {
  const local = new Date(now.getTime() + 9 * 3_600_000).toISOString()
  const date = local.slice(0, 10)
  const opens = local.slice(11, 16)
  const closes = new Date(now.getTime() + 9 * 3_600_000 + minutes * 60_000).toISOString().slice(11, 16)
  const seed = `scene/${now.toISOString()}`
  // Tomorrow, so that no plan of the demo's own days is drawn again.
  const [day] = plan(retailer, { seed, start: plusDays(date, 1), days: 1, scenes: [name] }).days
  if (!day) throw new Error('a day without a plan')
  const scene: Scene = {
    ...scenes[name],
    name,
    first: date,
    last: date,
    opens,
    closes: closes > opens ? closes : '23:59',
  }
  const c = chance(seed)
  const lively = c.some(day.intentions.filter(belongs(scene)), most)
  const step = (minutes * 60_000) / Math.max(1, lively.length)
  const intentions = lively
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(
      (i, n): Intention => ({ ...i, at: new Date(Math.floor((now.getTime() + n * step) / 1000) * 1000).toISOString() }),
    )
  return { ...day, date, scenes: [scene], intentions }
}

/** What shows a scene: its own shop's tills and visits, or what goes on at screens; nothing that goes on for days. */
function belongs({ name, place }: Scene): (i: Intention) => boolean {
  return (i) => {
    if (i.kind === 'till' || i.kind === 'visit') return place === null || i.place === place
    if (name === 'viral') return i.kind === 'view' || i.kind === 'cart' || i.kind === 'ship'
    return name === 'rain' && (i.kind === 'view' || i.kind === 'search' || i.kind === 'ship')
  }
}

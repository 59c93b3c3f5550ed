import { follow } from '../src/activity/activity.ts'
import { applyHouseClock } from '../src/core/house-clock.ts'
import { installJobs } from '../src/core/jobs.ts'
import { makeTown } from '../src/demo-town.ts'
import { buildApp } from '../src/http.ts'
import { reactions } from '../src/reactions.ts'
import { cpuSeconds } from './cpu.ts'
import { openHouse } from './house.ts'

type Settings = { shoppers: number; days: number; say(line: string): void }
const last_day = '2026-11-15'

/** A town from its opening to the comparison of its books: how fast it lives, and what that costs both sides. */
export async function town({ shoppers, days, say }: Settings) {
  const house = await openHouse()
  try {
    await installJobs(house.url)
    follow(reactions)
    await applyHouseClock(house.db)
    const app = await buildApp(house.db)
    const start = new Date(Date.parse(last_day) - (days - 1) * 86_400_000).toISOString().slice(0, 10)
    const plan = {
      seed: 'bench',
      run: 'bench',
      start,
      until: `${last_day}T14:59:59.000Z`,
      shoppers,
      days,
      past: days - 1,
    }
    const before = { node: process.cpuUsage(), postgres: cpuSeconds(house.postgres_pid) }
    const marks = [performance.now()]
    const made = await makeTown(house.db, app, plan, {
      compare: true,
      // Told at the opening, after each past day and while the live day goes on.
      report: (share) => {
        if (share >= 0.2 && marks.length === 1) marks.push(performance.now())
        if (share >= 0.2 + (0.8 * (days - 1)) / days && marks.length === 2) marks.push(performance.now())
        if (Math.round(share * 100) % 10 === 0) say(`${Math.round(share * 100)}%`)
      },
    })
    const node = process.cpuUsage(before.node)
    const cpu = { node: (node.user + node.system) / 1e6, postgres: cpuSeconds(house.postgres_pid) - before.postgres }
    await app.close()
    for (const one of made.reckoning?.differences.slice(0, 20) ?? []) say(JSON.stringify(one))
    const [opening_ms = 0, past_ms = 0] = marks.slice(1).map((mark, at) => mark - (marks[at] ?? 0))
    const { reckoning, ...rest } = made
    return {
      shoppers,
      days,
      ...rest,
      seconds: made.took_ms / 1000,
      calls_per_second: made.calls / (made.took_ms / 1000),
      opening_seconds: opening_ms / 1000,
      past_seconds: past_ms / 1000,
      cpu_seconds: cpu.node + cpu.postgres,
      cpu_seconds_node: cpu.node,
      cpu_seconds_postgres: cpu.postgres,
      cpu_ms_per_call: ((cpu.node + cpu.postgres) * 1000) / made.calls,
      compared: { orders: reckoning?.orders, shelves: reckoning?.shelves, accounts: reckoning?.accounts },
      differences: reckoning?.differences.length,
    }
  } finally {
    await house.close()
  }
}

/** What goes wrong and when, by a seed: the same seed brings the same troubles in the same order. */
import { setTimeout as pause } from 'node:timers/promises'
import type { FakeStripe } from '../../src/channels/payment/stripe-fake.ts'
import type { Chance } from '../random.ts'
import type { Balancer, Mishap } from './balancer.ts'
import type { Cluster } from './cluster.ts'

export const troubles = ['api', 'worker', 'database', 'disk', 'network', 'payment'] as const
export type Trouble = (typeof troubles)[number]
export type Troubles = {
  /** How often each came; a kill point is a process or a database killed by -9. */
  came: Record<Trouble, number>
  kill_points: number
  /** What could not be done here. */
  undone: string[]
}

const weights: readonly (readonly [Trouble, number])[] = [
  ['api', 34],
  ['worker', 26],
  ['database', 8],
  ['disk', 3],
  ['network', 17],
  ['payment', 12],
]
const mishaps: readonly (readonly [Mishap | undefined, number])[] = [
  [undefined, 70],
  ['request lost', 7],
  ['answer lost', 8],
  ['late', 7],
  ['twice', 8],
]
const spell_ms = 1_500

/** Let trouble come until `over`; the house is whole again when this returns. */
export async function trouble(
  house: { cluster: Cluster; balancer: Balancer; company: FakeStripe },
  c: Chance,
  over: (so_far: Troubles) => boolean,
): Promise<Troubles> {
  const { cluster } = house
  const told: Troubles = {
    came: Object.fromEntries(troubles.map((name) => [name, 0])) as Record<Trouble, number>,
    kill_points: 0,
    undone: [],
  }
  const parts = (wanted: 'api' | 'worker') =>
    cluster.processes.flatMap(({ part }, at) => ((part === 'worker') === (wanted === 'worker') ? [at] : []))
  // Two processes may be down at once, never one twice.
  const booting = new Map<number, Promise<void>>()
  const kill = async (at: number) => {
    await booting.get(at)
    told.kill_points++
    booting.set(at, cluster.killProcess(at))
  }
  const act: Record<Trouble, () => Promise<unknown>> = {
    api: () => kill(c.pick(parts('api'))),
    worker: () => kill(c.pick(parts('worker'))),
    async database() {
      told.kill_points++
      await cluster.killDatabase()
    },
    async disk() {
      if (!(await cluster.fillDisk())) told.undone.push('disk: prlimit is not to be had here')
    },
    network: () => badWeather(house.balancer, c),
    payment: () => badCompany(house.company, c),
  }
  // Each kind once at first, so that a short run meets them all.
  const first = c.some([...troubles], troubles.length)
  while (!over(told)) {
    const next = first.shift() ?? c.weighted(weights)
    told.came[next]++
    await act[next]()
    await pause(c.between(100, 800))
    const fallen = booting.size === 0 ? cluster.fallen() : []
    if (fallen.length > 0) throw new Error(`a process ended that was not killed: ${fallen.join('\n')}`)
    for (const [at, boot] of booting) void boot.then(() => booting.delete(at))
  }
  await Promise.all(booting.values())
  return told
}

async function badWeather(balancer: Balancer, c: Chance): Promise<void> {
  balancer.weather = () => c.weighted(mishaps)
  await pause(spell_ms)
  balancer.weather = () => undefined
}

/** The payment company loses requests and answers, fails, or is silent. */
async function badCompany(company: FakeStripe, c: Chance): Promise<void> {
  company.trouble = (_path, done) => {
    if (c.maybe(0.6)) return undefined
    return done ? c.pick(['reset', 500, 'hang'] as const) : c.pick(['reset', 503] as const)
  }
  await pause(spell_ms)
  company.trouble = undefined
}

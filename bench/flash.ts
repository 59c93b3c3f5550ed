/**
 * Flash: everyone wants the one hot piece at the same moment. 1,000 members, signed in and connected, each order one of 100
 * over HTTP; beside it, in the same rounds, pgbench's conditional update of a single row. What is sold must be exactly what
 * there was, who comes too late must hear so, and quickly.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openSession } from '../src/access/access.ts'
import { follow } from '../src/activity/activity.ts'
import { system } from '../src/core/actor.ts'
import { transaction } from '../src/core/database.ts'
import { available, count } from '../src/inventory/inventory.ts'
import { reactions } from '../src/reactions.ts'
import { checks, verify } from '../src/verify.ts'
import type { Engawa } from '../town/processes.ts'
import { cpuSeconds, median } from './cpu.ts'
import { type House, openHouse } from './house.ts'
import { byPgbench } from './round.ts'
import type { Buyer, Rush, Rushed } from './rush.ts'
import { type Size, seed, uuidOf } from './seed.ts'

const clients = 32
const touched = /^(activity|inventory|loyalty|carts|orders):/
const hot = join(import.meta.dirname, 'flash.sql')
const sold_out = join(import.meta.dirname, 'flash-sold-out.sql')
const place_id = uuidOf('place1')

export type Options = {
  seconds: number
  rounds: number
  size: Size
  buyers: number
  pieces: number
  say(line: string): void
}

/** Run the flash bench on a database of its own. */
export async function flash({ seconds, rounds, size, buyers, pieces, say }: Options) {
  follow(reactions)
  const house = await openHouse()
  try {
    await seed(house, size)
    await house.owner.pool.query(
      'create schema bench; create table bench.hot (id integer primary key, free bigint not null) with (fillfactor = 70); insert into bench.hot values (1, 1000000000000), (2, 0)',
    )
    await house.owner.pool.query('vacuum analyze')
    const tokens = await members(house, buyers)
    const api = await house.api()
    // A first rush warms connections and plans; it is not counted.
    await rush(house, api, tokens, size.products - 1, pieces)
    const told: Round[] = []
    for (let round = 0; round < rounds; round++) {
      const reference = await byPgbench(house, hot, { connections: clients, seconds })
      const late = await byPgbench(house, sold_out, { connections: clients, seconds })
      const ours = await rush(house, api, tokens, round, pieces)
      const per_second = (ours.accepted + ours.refused) / ours.seconds
      told.push({ ...ours, per_second, reference: reference.per_second, late: late.per_second })
      say(
        `round ${round + 1}: ${Math.round(per_second)}/s (${ours.accepted} accepted, ${ours.refused} refused, p99 ${Math.round(ours.p99_ms)} ms), single row ${Math.round(reference.per_second)}/s, sold out ${Math.round(late.per_second)}/s`,
      )
    }
    await api.stop()
    const wrong = (
      await verify(
        house.url,
        checks.filter(({ name }) => touched.test(name)),
      )
    )
      .filter(({ ok }) => !ok)
      .map(({ check }) => check)
    const of = (read: (round: (typeof told)[number]) => number) => median(told.map(read))
    const other: Record<string, number> = {}
    for (const round of told)
      for (const [what, times] of Object.entries(round.other)) other[what] = (other[what] ?? 0) + times
    return {
      ratio: of((round) => round.per_second / round.reference),
      p99_ms: of((round) => round.p99_ms),
      oversold: told.reduce((sum, round) => sum + Math.max(round.accepted - pieces, round.reserved - pieces, 0), 0),
      unsold: told.reduce((sum, round) => sum + Math.max(pieces - round.accepted, 0), 0),
      per_second: of((round) => round.per_second),
      reference_per_second: of((round) => round.reference),
      sold_out_ratio: of((round) => round.per_second / round.late),
      sold_out_per_second: of((round) => round.late),
      p50_ms: of((round) => round.p50_ms),
      cpu_ms: of((round) => round.cpu_ms),
      node_cpu_ms: of((round) => round.node_ms),
      other,
      buyers,
      pieces,
      rounds,
      clients,
      wrong,
    }
  } finally {
    await house.close()
  }
}

type Round = Awaited<ReturnType<typeof rush>> & { per_second: number; reference: number; late: number }

async function members(house: House, buyers: number): Promise<string[]> {
  const tokens: string[] = []
  for (let at = 0; at < buyers; at++)
    tokens.push(
      (
        await transaction(house.db, system, (tx) =>
          openSession(tx, { kind: 'member', profile_id: uuidOf(`profile${at}`) }),
        )
      ).token,
    )
  return tokens
}

async function rush(house: House, api: Engawa, tokens: string[], product: number, pieces: number) {
  const variant_id = uuidOf(`variant${product}`)
  await transaction(house.db, system, (tx) => count(tx, system, { place_id, variant_id, counted: pieces }))
  const body = JSON.stringify({
    way: 'collect',
    place_id,
    lines: [{ variant_id, quantity: 1 }],
    payments: [{ method: 'card', token: 'tok_visa' }],
  })
  const buyers = tokens.map(
    (token): Buyer => ({
      path: '/v1/orders',
      body,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    }),
  )
  const node = cpuSeconds(api.pid)
  const postgres = cpuSeconds(house.postgres_pid)
  const told = await driven({ url: api.url, buyers })
  const node_s = cpuSeconds(api.pid) - node
  const whole_s = node_s + cpuSeconds(house.postgres_pid) - postgres
  const [shelf] = await available(house.db, [variant_id], [place_id])
  return {
    ...told,
    reserved: shelf?.reserved ?? 0,
    cpu_ms: (whole_s * 1000) / tokens.length,
    node_ms: (node_s * 1000) / tokens.length,
  }
}

async function driven(load: Rush): Promise<Rushed> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'rush.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  child.stdin.end(JSON.stringify(load))
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  if (code !== 0) throw new Error(`the rush ended with ${code}`)
  return JSON.parse(out) as Rushed
}

/** Shoppers and clerks who do not give up: each POST has a key of its own and is sent again with it until it is answered. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { system } from '../src/core/actor.ts'
import { transaction } from '../src/core/database.ts'
import { openBalance } from '../src/loyalty/loyalty.ts'
import type { FaultHouse } from './fault-house.ts'
import { type Answer, caller } from './retailer.ts'

/** One POST through all its tries. `left`: the client walked away unanswered. `parked`: in flight, to be asked again later. */
export type Post = {
  kind: string
  path: string
  body: unknown
  token: string
  key: string
  leaves: boolean
  tries: number
  left: boolean
  answer?: Answer
}
export type Placed = { order_id: string; code: string; token: string }
export type Crowd = Awaited<ReturnType<typeof openCrowd>>

const tries_max = 1_000
const busy_max = 5
/** How long a card order is left to whoever may still be at it; asked again well before it is given up. */
const lock_ms = 31_000

/** A generator of numbers in [0, 1) that a seed determines (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** So many members with cards, points and carts, each with a clerk of her own; `work` until told to stop, `finish` what is open. */
export async function openCrowd(house: FaultHouse, size: number, random: () => number) {
  const posts: Post[] = []
  const parked = new Map<Post, number>()
  const interruptions: Record<string, number> = {}
  const goods = Object.values(house.variant)
  const clerk = house.staff.clerk.token
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const speak = (token: string) => {
    const { url } = pick(house.servers)
    return caller((path, init) => fetch(url + path, { ...init, signal: AbortSignal.timeout(60_000) }), token)
  }

  async function send(post: Post, busy_limit = busy_max): Promise<Answer | undefined> {
    for (let busy = 0; post.tries < tries_max; post.tries++) {
      const answer = await speak(post.token)
        .post(post.path, post.body, post.key)
        .catch(() => undefined)
      if (answer && answer.status < 500 && answer.status !== 429 && answer.body.code !== 'core.in_flight') {
        parked.delete(post)
        post.answer = answer
        return answer
      }
      const why = answer ? `${answer.status} ${answer.body.code}` : 'no answer'
      interruptions[why] = (interruptions[why] ?? 0) + 1
      if (post.leaves) {
        post.left = true
        return undefined
      }
      if (answer && answer.status < 500 && ++busy >= busy_limit) {
        parked.set(post, Date.now())
        return undefined
      }
      await pause(50 + 150 * random())
    }
    throw new Error(`${post.kind} was never answered`)
  }
  const ask = (kind: string, path: string, body: unknown, token: string, leaves = false) => {
    const post: Post = { kind, path, body, token, key: randomUUID(), leaves, tries: 0, left: false }
    posts.push(post)
    return send(post)
  }

  type Person = { profile_id: string; token: string; scan_id: string; placed: Placed[]; waiting: Placed[] }
  const people: Person[] = []
  for (let at = 0; at < size; at++) {
    const member = await house.member(`faults${at}`)
    await transaction(house.db, system, (tx) =>
      openBalance(tx, system, { profile_id: member.profile_id, amount: 1_000_000, source: 'test' }),
    )
    const card = await speak(member.token).get('/v1/customers/me/card')
    const scan = await speak(clerk).post('/v1/customers/scans', {
      code: (card.body.codes as { code: string }[])[0]?.code,
    })
    if (scan.status !== 201) throw new Error(scan.text)
    people.push({
      profile_id: member.profile_id,
      token: member.token,
      scan_id: scan.body.scan_id as string,
      placed: [],
      waiting: [],
    })
  }

  const lines = () => [
    { variant_id: pick(goods), quantity: 1 + Math.floor(random() * 2) },
    { variant_id: pick(goods), quantity: 1 },
  ]
  const card = (token = 'tok_visa') => ({ payments: [{ method: 'card', token }] })
  const collect = { way: 'collect', place_id: house.shinjuku }
  async function order(person: Person, kind: string, body: object): Promise<void> {
    const answer = await ask(kind, '/v1/orders', { ...collect, ...body }, person.token, random() < 0.15)
    if (answer?.status !== 201) return
    person.placed.push({
      order_id: answer.body.order_id as string,
      code: (answer.body.pickup as { code: string }).code,
      token: person.token,
    })
  }
  const acts: [weight: number, act: (person: Person) => Promise<unknown>][] = [
    [20, () => ask('till sale', '/v1/orders', { way: 'carry', lines: lines(), payments: [{ method: 'cash' }] }, clerk)],
    [
      10,
      ({ profile_id, scan_id }) =>
        ask(
          'points at the till',
          '/v1/orders',
          { way: 'carry', profile_id, scan_id, lines: lines(), points_used: 100, payments: [{ method: 'cash' }] },
          clerk,
        ),
    ],
    [25, (person) => order(person, 'card order', { lines: lines(), ...card() })],
    [10, (person) => order(person, 'points and card', { lines: lines(), points_used: 50, ...card() })],
    [3, (person) => order(person, 'declined card', { lines: lines(), ...card('tok_declined') })],
    [
      10,
      async (person) => {
        const added = await ask(
          'cart',
          '/v1/carts/current/items',
          { variant_id: pick(goods), quantity: 1 },
          person.token,
        )
        if (added) await order(person, 'cart order', { cart: true, ...card() })
      },
    ],
    [
      10,
      async ({ placed }) => {
        const mine = placed.pop()
        if (mine) await ask('cancellation', `/v1/orders/${mine.order_id}/cancellation`, {}, mine.token)
      },
    ],
    [
      8,
      async ({ placed, waiting }) => {
        const mine = placed.shift()
        if (mine && (await ask('readiness', `/v1/orders/${mine.order_id}/readiness`, {}, clerk))) waiting.push(mine)
      },
    ],
    // Seldom: codes for handing over may be tried sixty times a minute only.
    [
      2,
      async ({ waiting }) => {
        const mine = waiting.shift()
        if (mine) await ask('hand-over', `/v1/orders/${mine.order_id}/hand-over`, { code: mine.code }, clerk)
      },
    ],
  ]
  const weights = acts.reduce((sum, [weight]) => sum + weight, 0)
  async function one(person: Person): Promise<void> {
    let dice = random() * weights
    for (const [weight, act] of acts) {
      dice -= weight
      if (dice < 0) {
        await act(person)
        return
      }
    }
  }

  return {
    posts,
    interruptions,
    people,
    /** Everybody shops until `over`, with a moment's thought in between. */
    async work(over: () => boolean): Promise<void> {
      await Promise.all(
        people.map(async (person) => {
          while (!over()) {
            const [due, since = Infinity] = parked.entries().next().value ?? []
            if (due && Date.now() - since > lock_ms) {
              parked.delete(due)
              await send(due)
            }
            await one(person)
            await pause(50 + 200 * random())
          }
        }),
      )
    },
    /** Ask again for everything that was in flight: a card order interrupted by a crash is taken up when its lock has run out. */
    async finish(): Promise<void> {
      await Promise.all([...parked.keys()].map((post) => send(post, tries_max)))
    },
    /** Those who had walked away come back with their keys. */
    async comeBack(): Promise<void> {
      await Promise.all(
        posts
          .filter(({ left }) => left)
          .map(async (post) => {
            post.leaves = false
            await send(post, tries_max)
          }),
      )
    },
    /** Send an answered POST again; the bytes must be the same. */
    replay: (post: Post) => speak(post.token).post(post.path, post.body, post.key),
  }
}

/** A windowed segment built over everyone, its members and a fact for each written, against SQL written by hand (segments.sql). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { follow, monthsAhead } from '#activity/activity'
import { system } from '#core/actor'
import { only, type Pool, run, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { setClock } from '#core/time'
import { build, end, make } from '#segments/segments'
import { median } from './cpu.ts'
import { openHouse } from './house.ts'

const by_hand = readFileSync(join(import.meta.dirname, 'segments.sql'), 'utf8')
const now = Date.parse('2026-11-30T03:00:00Z')
const at = new Date(now).toISOString()
const rule = {
  all: [{ any: [{ is: 'event' as const, type: 'Store Visited', measure: 'count' as const, days: 30, at_least: 2 }] }],
}

/** Seconds of each way, their ratio, and how many came in; the two ways must find the same people. */
export async function segments(want: { customers: number; events: number; rounds: number; say(line: string): void }) {
  const house = await openHouse()
  setClock(() => now)
  follow({})
  try {
    want.say(`laying ${want.customers} customers and ${want.events} events`)
    await lay(house.owner, house.db, want)
    const ours: number[] = []
    const hands: number[] = []
    let members = 0
    for (let round = 0; round < want.rounds; round++) {
      const hand_seconds = await seconds(() => house.owner.pool.query(by_hand, [id(), at]))
      const found = await only<{ count: number }>(house.owner, sql`select count(*) as count from bench.membership`)
      await run(house.owner, sql`truncate bench.membership`)
      const { segment_id } = await transaction(house.db, system, (tx) => make(tx, system, { name: 'bench', rule }))
      const our_seconds = await seconds(() => build(house.db, segment_id, 1))
      members = (
        await only<{ count: number }>(
          house.owner,
          sql`select count(*) as count from segments.membership where segment_id = ${segment_id}`,
        )
      ).count
      if (members !== found.count) throw new Error(`the two ways disagree: ${members} and ${found.count}`)
      await transaction(house.db, system, (tx) => end(tx, system, segment_id))
      await run(house.owner, sql`vacuum analyze segments.standing`)
      want.say(`by hand ${hand_seconds.toFixed(2)} s, ours ${our_seconds.toFixed(2)} s, ${members} members`)
      ours.push(our_seconds)
      hands.push(hand_seconds)
    }
    const [our_seconds, hand_seconds] = [median(ours), median(hands)]
    const { customers, events } = want
    return { customers, events, members, our_seconds, hand_seconds, ratio: our_seconds / hand_seconds }
  } finally {
    setClock()
    await house.close()
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

// Half a year of visits, views and openings of the app, as likely for each on every day.
async function lay(owner: Pool, db: Pool, { customers, events }: { customers: number; events: number }): Promise<void> {
  await monthsAhead(db)
  await run(owner, sql`select activity.ensure_months('2026-05-01', '2026-12-01')`)
  await run(owner, sql`create schema bench`)
  await run(
    owner,
    sql`create table bench.membership (profile_id uuid, segment_id uuid, since timestamptz, primary key (profile_id, segment_id))`,
  )
  await run(owner, sql`create index on bench.membership (segment_id, profile_id)`)
  await run(
    owner,
    sql`insert into customers.profile (profile_id, customer_id, kind, wrapped_key, registered_at)
        select p, p, 'member', '\\x00', ${at}::timestamptz - interval '1 year'
        from (select md5('person ' || n)::uuid as p from generate_series(1, ${customers}::integer) n) people`,
  )
  await run(
    owner,
    sql`insert into activity.event (profile_id, occurred_at, event_id, type, source, payload, received_at)
        select md5('person ' || 1 + n % ${customers}::integer)::uuid, t, md5('event ' || n)::uuid,
          (array['Product Viewed', 'Product Viewed', 'App Opened', 'Store Visited'])[1 + (hashint4(n) & 3)], 'bench', '{}', t
        from (select n, ${at}::timestamptz - make_interval(secs => (hashint4(n + 7) & 16777215)::float8 * 0.9) as t
          from generate_series(1, ${events}::integer) n) happened`,
  )
  await run(owner, sql`vacuum analyze customers.profile`)
  await run(owner, sql`vacuum analyze activity.event`)
}

/** A rush: many buyers, several server processes on one database, real HTTP. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { openSession } from '../src/access/access.ts'
import { putProducts } from '../src/catalog/catalog.ts'
import { system } from '../src/core/actor.ts'
import { only, sql, transaction } from '../src/core/database.ts'
import { putSetting } from '../src/core/settings.ts'
import { testDatabase } from '../src/core/testing.ts'
import { visitor } from '../src/customers/customers.ts'
import { available, count, receive } from '../src/inventory/inventory.ts'
import { openBalance } from '../src/loyalty/loyalty.ts'
import { type Engawa, startEngawa } from '../town/processes.ts'
import { type Answer, caller, key, smallRetailer } from './retailer.ts'

export type Timed = Answer & { ms: number }
type Line = { variant_id: string; quantity: number }
/** A POST to repeat: where, what, and how many effects it has had. */
export type Post = { path: string; body: unknown; token?: string; effects(): Promise<number> }
export type Market = Awaited<ReturnType<typeof openMarket>>

/**
 * Open a database with the small retailer, `servers` API processes over it, and buyers with sessions of their own; they
 * speak to the processes in turn, or to whatever address `through` puts in front of them.
 */
export async function openMarket(size: {
  servers: number
  buyers: number
  through?: (servers: readonly Engawa[]) => Promise<string>
}) {
  const house = await testDatabase()
  const retailer = await smallRetailer(house.db)
  // A rush of spends of one balance: nobody shows her card two hundred times.
  await transaction(house.db, system, (tx) => putSetting(tx, 'orders.till_points_need_scan', false, 'test'))
  const servers = await Promise.all(
    Array.from({ length: size.servers }, () => startEngawa(house.url, 'api', { ENGAWA_KEY: key })),
  )
  const buyers = await transaction(house.db, system, async (tx) => {
    const made: string[] = []
    for (let at = 0; at < size.buyers; at++)
      made.push((await openSession(tx, { kind: 'visitor', profile_id: await visitor(tx) })).token)
    return made
  })
  const front = await size.through?.(servers)
  const at = (turn: number) => front ?? (servers[turn % servers.length] as Engawa).url
  const speak = (turn: number, token: string | undefined) => caller((path, init) => fetch(at(turn) + path, init), token)
  const timed = async (work: () => Promise<Answer>): Promise<Timed> => {
    const started = performance.now()
    return { ...(await work()), ms: performance.now() - started }
  }
  let made = 0
  return {
    ...retailer,
    url: house.url,
    servers,
    speak,
    /** A new variant with so many pieces at 新宿店. */
    async goods(pieces: number): Promise<string> {
      const name = `競争品${++made}`
      return transaction(house.db, system, async (tx) => {
        const { rows } = await putProducts(tx, system, [
          {
            external_id: name,
            name,
            tax_category: 'standard',
            published_at: '2026-01-01T00:00:00Z',
            variants: [{ prices: [{ yen: 1000, valid_from: '2026-01-01T00:00:00Z' }] }],
          },
        ])
        const variant_id = rows[0]?.variant_ids[0] as string
        await receive(tx, system, {
          place_id: retailer.shinjuku,
          variant_id,
          quantity: pieces,
          kind: 'opening',
          source_kind: 'test',
          source_id: randomUUID(),
        })
        return variant_id
      })
    },
    async stock(variant_id: string) {
      const [row] = await available(house.db, [variant_id], [retailer.shinjuku])
      assert.ok(row)
      return { on_hand: row.on_hand, reserved: row.reserved }
    },
    restock: (variant_id: string, pieces: number) =>
      count(house.db, system, { place_id: retailer.shinjuku, variant_id, counted: pieces }),
    /** All at once, spread over the servers. */
    rush: (many: number, work: (turn: number) => Promise<Answer>): Promise<Timed[]> =>
      Promise.all(Array.from({ length: many }, (_, turn) => timed(() => work(turn)))),
    order: (turn: number, lines: Line[]) =>
      speak(turn, buyers[turn % buyers.length]).post('/v1/orders', {
        way: 'collect',
        place_id: retailer.shinjuku,
        lines,
        contact: { email: `buyer${turn}@example.jp` },
        payments: [{ method: 'card', token: 'tok_visa' }],
      }),
    sale: (turn: number, profile_id: string, lines: Line[], points_used: number) =>
      speak(turn, retailer.staff.clerk.token).post('/v1/orders', {
        way: 'carry',
        profile_id,
        lines,
        points_used,
        payments: [{ method: 'cash' }],
      }),
    /** A member who holds so many points. */
    async rich(points: number): Promise<string> {
      const { profile_id } = await retailer.member(`rich${++made}`)
      await transaction(house.db, system, (tx) =>
        openBalance(tx, system, { profile_id, amount: points, source: 'test' }),
      )
      return profile_id
    },
    account: (profile_id: string) =>
      transaction(house.db, system, (tx) =>
        only<{ available: number; used: number; granted: number }>(
          tx,
          sql`select a.available, coalesce((select sum(h.amount) from loyalty.hold h where h.profile_id = a.profile_id), 0)::bigint as used,
                (select sum(l.original) from loyalty.lot l where l.profile_id = a.profile_id)::bigint as granted
              from loyalty.account a where a.profile_id = ${profile_id} and a.unit = 'points'`,
        ),
      ),
    async close() {
      await Promise.all(servers.map((server) => server.stop()))
      await house.close()
    },
  }
}

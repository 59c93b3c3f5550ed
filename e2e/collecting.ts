/** A house that collects, for tests: its API, sources with their keys, and what stands in the timeline, opened. */

import { makeSource, type SourceInput } from '../src/collection/collection.ts'
import { system } from '../src/core/actor.ts'
import { rows, sql, transaction } from '../src/core/database.ts'
import { noOne } from '../src/core/id.ts'
import { unsealAnswer, useKey } from '../src/core/secret.ts'
import { testDatabase } from '../src/core/testing.ts'
import { unseal } from '../src/customers/customers.ts'
import { buildApp } from '../src/http.ts'

export type Told = {
  event_id: string
  profile_id: string
  customer_id: string | null
  type: string
  occurred_at: string
  channel: string | null
  place_id: string | null
  payload: Record<string, unknown>
  /** The whole of it, as it was sealed. */
  item: Record<string, unknown>
}

/** The API over a database of its own, called without a socket. */
export async function collecting() {
  useKey('a key for tests of collection, long enough')
  const house = await testDatabase()
  const app = await buildApp(house.db)
  const { db } = house
  const inside = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(db, system, work)
  const source = (want: Partial<SourceInput> = {}) =>
    inside((tx) => makeSource(tx, { name: 'サイト', kind: 'web', ...want }))
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    })
    return { status: answer.statusCode, text: answer.body, headers: answer.headers }
  }
  const told = (source_id?: string): Promise<Told[]> =>
    inside(async (tx) => {
      const found = await rows<Omit<Told, 'item'> & { sealed: Buffer }>(
        tx,
        sql`select e.event_id, e.profile_id, p.customer_id, e.type, e.occurred_at, e.channel, e.place_id, e.payload, e.sealed
            from activity.event e left join customers.profile p using (profile_id)
            where e.source = ${`collection:${source_id ?? ''}`} or (${source_id ?? null}::text is null and e.source like 'collection:%')
            order by e.occurred_at, e.event_id`,
      )
      return Promise.all(
        found.map(async ({ sealed, ...event }) => ({
          ...event,
          item: (event.profile_id === noOne
            ? JSON.parse(unsealAnswer(sealed))
            : await unseal(tx, event.profile_id, sealed)) as Record<string, unknown>,
        })),
      )
    })
  return {
    ...house,
    app,
    inside,
    source,
    send,
    told,
    async close() {
      await app.close()
      await house.close()
    },
  }
}
export type Collecting = Awaited<ReturnType<typeof collecting>>

/** The header of a key, as most SDKs send it. */
export const basic = (write_key: string, colon = ':') => ({
  authorization: `Basic ${Buffer.from(`${write_key}${colon}`).toString('base64')}`,
})

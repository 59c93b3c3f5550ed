/** A town of one's own for a test, and what stands in it in the retailer's own words: no id the platform made. */
import { follow } from '#activity/activity'
import { system } from '#core/actor'
import type { App } from '#core/app'
import { rows, type Sql, sql, transaction } from '#core/database'
import { applyHouseClock } from '#core/house-clock'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { setClock } from '#core/time'
import { findMany } from '#customers/customers'
import { type Made, makeTown, type Plan, type Watch } from '#demo-town'
import { buildApp } from '#http'
import { reactions } from '#reactions'
import { retailer } from './retailer.ts'

export type TestTown = { made: Made; database: TestDatabase; app: App; again(): Promise<Made> }

/** Towns on databases of their own, taken down together. */
export function towns(): { town(plan: Plan, watch?: Watch): Promise<TestTown>; close(): Promise<void> } {
  const databases: TestDatabase[] = []
  const apps: App[] = []
  return {
    async town(plan, watch = {}) {
      useKey('a key for the town, of a throw-away database')
      follow(reactions)
      const database = await testDatabase()
      databases.push(database)
      const app = await buildApp(database.db)
      apps.push(app)
      await applyHouseClock(database.db)
      const make = () => makeTown(database.db, app, plan, { compare: true, ...watch })
      return { made: await make(), database, app, again: make }
    },
    async close() {
      setClock()
      for (const one of apps) await one.close()
      for (const one of databases) await one.close()
    },
  }
}

export function seen<Row>({ db }: TestDatabase, statement: Sql): Promise<Row[]> {
  return transaction(db, system, (tx) => rows<Row>(tx, statement))
}

/** Orders, stock, points and events, each id replaced by the retailer's own key, in an order that depends on these alone. */
export async function exportsOf(database: TestDatabase, plan: Plan): Promise<Record<string, string[]>> {
  const codes = retailer(plan.seed, plan.shoppers ? { shoppers: plan.shoppers } : {}).people.map(({ code }) => code)
  const found = await transaction(database.db, system, (tx) => findMany(tx, 'external', codes))
  const people = JSON.stringify(Object.fromEntries([...found].map(([code, profile_id]) => [profile_id, code])))
  const text = async (statement: Sql) => (await seen<{ row: string }>(database, statement)).map(({ row }) => row).sort()
  return {
    orders: await text(sql`
      select concat_ws(' ', o.placed_at, o.channel, o.way, o.state, p.external_id, ${people}::jsonb->>(o.profile_id::text), o.total_yen,
        o.points_used, o.points_earned, o.taxes, (select string_agg(concat_ws('×', l.gtin, l.quantity, l.amount_yen), ',' order by l.gtin, l.quantity)
          from orders.line l where l.profile_id = o.profile_id and l.order_id = o.order_id)) as row
      from orders."order" o left join stores.place p on p.place_id = o.place_id`),
    stock: await text(sql`
      select concat_ws(' ', p.external_id, v.gtin, s.on_hand, s.reserved, s.safety) as row
      from inventory.stock s join stores.place p using (place_id) join catalog.variant v using (variant_id)`),
    points: await text(sql`
      select concat_ws(' ', ${people}::jsonb->>(l.profile_id::text), l.state, l.original, l.remaining, l.expires_at::date) as row
      from loyalty.lot l where ${people}::jsonb ? l.profile_id::text`),
    events: await text(sql`
      select concat_ws(' ', e.occurred_at, e.type, e.channel, ${people}::jsonb->>(e.profile_id::text), p.external_id) as row
      from activity.event e left join stores.place p on p.place_id = e.place_id`),
  }
}

/** Outlets are told how many they may sell: what differs from what they were last told, one number per SKU, however often it changed. */
import { describe } from '#activity/activity'
import { system } from '#core/actor'
import { type Pool, rows, run, sql, transaction } from '#core/database'
import { clock } from '#core/time'
import { adapter, type Outlet } from '#integrations/outlets'

const push_ms = 2_000
const batch = 200

type Changed = { variant_id: string; sku: string; quantity: number; version: number }

/** Tell each outlet what has changed. A push that is lost, or overtaken, is told again: only what was heard is noted. Part of the tick. */
export async function pushStock(db: Pool, now: string): Promise<number> {
  const next = new Date(Date.parse(now) + push_ms).toISOString()
  const due = await transaction(db, system, (tx) =>
    rows<Outlet>(
      tx,
      sql`update integrations.outlet_poll p set push_due_at = ${next} from integrations.outlet o
          where p.outlet_id = o.outlet_id and p.push_due_at <= ${now} and o.active
          returning o.outlet_id, o.code, o.kind, o.provider, o.name, o.place_id, o.keep_back, o.poll_seconds, o.active, o.version, o.bell_hash is not null as rings`,
    ),
  )
  let told = 0
  for (const to of due) {
    try {
      told += await push(db, to)
    } catch (error) {
      console.error(`integrations: stock of ${to.code}: ${describe(error)}`)
    }
  }
  return told
}

async function push(db: Pool, to: Outlet): Promise<number> {
  const changed = await transaction(db, system, (tx) =>
    rows<Changed>(
      tx,
      sql`with stock as (
            select l.variant_id, greatest(coalesce(s.available, 0) - ${to.keep_back}, 0)::integer as quantity
            from integrations.outlet_listing l left join inventory.available_to(${to.kind},
              array(select variant_id from integrations.outlet_listing where outlet_id = ${to.outlet_id}), array[${to.place_id}]::uuid[]) s on s.variant_id = l.variant_id
            where l.outlet_id = ${to.outlet_id}),
          due as (
            select l.outlet_id, l.variant_id, stock.quantity from integrations.outlet_listing l join stock using (variant_id)
            where l.outlet_id = ${to.outlet_id} and l.told_quantity is distinct from stock.quantity order by l.variant_id limit ${batch} for update of l)
          update integrations.outlet_listing l set push_version = push_version + 1 from due
          where l.outlet_id = due.outlet_id and l.variant_id = due.variant_id
          returning l.variant_id, l.sku, due.quantity, l.push_version as version`,
    ),
  )
  if (changed.length === 0) return 0
  await adapter(db, to).stock(changed.map(({ sku, quantity, version }) => ({ sku, quantity, version })))
  await transaction(db, system, (tx) =>
    run(
      tx,
      sql`update integrations.outlet_listing l set told_quantity = c.quantity, told_at = ${clock.iso()}
          from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c(variant_id uuid, quantity integer, version bigint)
          where l.outlet_id = ${to.outlet_id} and l.variant_id = c.variant_id and l.push_version = c.version`,
    ),
  )
  return changed.length
}

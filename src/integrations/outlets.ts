/** Outlets: marketplaces and social shops that sell our goods on the same stock. Their terms, and what is listed there. */
import { emit } from '#activity/activity'
import { sellables } from '#catalog/catalog'
import { marketplace } from '#channels/marketplace/marketplace'
import type { Outlet as Adapter } from '#channels/marketplace/outlet'
import { social } from '#channels/social/social'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, type Pool, rows, run, sql, type Tx } from '#core/database'
import { hashId, noOne, sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { place } from '#stores/stores'

export type OutletInput = {
  code: string
  kind: 'marketplace' | 'social'
  provider: string
  name: string
  place_id: string
  keep_back: number
  poll_seconds: number
  active: boolean
}
export type Outlet = OutletInput & { outlet_id: string; version: number; rings: boolean }
export type Listing = { variant_id: string; sku: string; told_quantity: number | null; told_at: string | null }

const columns = sql`outlet_id, code, kind, provider, name, place_id, keep_back, poll_seconds, active, version, bell_hash is not null as rings`

export function outlets(db: Db): Promise<Outlet[]> {
  return rows<Outlet>(db, sql`select ${columns} from integrations.outlet order by name, outlet_id`)
}

/** One outlet; refuses 404 `integrations.no_outlet`. */
export async function outlet(db: Db, outlet_id: string): Promise<Outlet> {
  const found = await one<Outlet>(db, sql`select ${columns} from integrations.outlet where outlet_id = ${outlet_id}`)
  return (
    found ??
    refuse('integrations.no_outlet', 404, 'この販売先は見つかりません。', 'There is no such outlet.', {
      field: 'outlet_id',
    })
  )
}

/** The adapter that speaks to an outlet; refuses 422 a provider nobody wrote. */
export function adapter(db: Pool, { kind, provider, code }: Pick<Outlet, 'kind' | 'provider' | 'code'>): Adapter {
  const found = kind === 'social' ? social(db, provider, code) : marketplace(db, provider, code)
  return (
    found ??
    refuse('integrations.no_provider', 422, 'この接続先には対応していません。', 'There is no adapter of that name.', {
      field: 'provider',
    })
  )
}

/** Add an outlet, or write the one with this code; it is asked for orders at once. `bell`: the word whoever rings must know. */
export async function putOutlet(db: Pool, tx: Tx, actor: Actor, input: OutletInput, bell?: string): Promise<Outlet> {
  adapter(db, input)
  await place(tx, input.place_id)
  const outlet_id = hashId('outlet', input.code)
  const hash = bell === undefined ? null : sha256(bell)
  await run(
    tx,
    sql`insert into integrations.outlet as known (outlet_id, code, kind, provider, name, place_id, keep_back, poll_seconds, active, bell_hash)
        values (${outlet_id}, ${input.code}, ${input.kind}, ${input.provider}, ${input.name}, ${input.place_id}, ${input.keep_back},
          ${input.poll_seconds}, ${input.active}, ${hash})
        on conflict (outlet_id) do update set kind = excluded.kind, provider = excluded.provider, name = excluded.name, place_id = excluded.place_id,
          keep_back = excluded.keep_back, poll_seconds = excluded.poll_seconds, active = excluded.active,
          bell_hash = coalesce(excluded.bell_hash, known.bell_hash), version = known.version + 1`,
  )
  await run(
    tx,
    sql`insert into integrations.outlet_poll (outlet_id, due_at, push_due_at) values (${outlet_id}, ${clock.iso()}, ${clock.iso()})
        on conflict (outlet_id) do update set due_at = excluded.due_at, push_due_at = excluded.push_due_at`,
  )
  const made = await outlet(tx, outlet_id)
  await emit(tx, {
    type: 'outlet.changed',
    profile_id: noOne,
    source: 'integrations',
    message_id: `${outlet_id}:${made.version}`,
    place_id: made.place_id,
    subject_kind: 'outlet',
    subject_id: outlet_id,
    version: made.version,
    actor,
    payload: { kind: made.kind, name: made.name, active: made.active },
  })
  return made
}

/** Say under which SKU a variant is sold there; its stock is told at the next push. */
export async function putListings(
  tx: Tx,
  outlet_id: string,
  list: readonly { variant_id: string; sku: string }[],
): Promise<Listing[]> {
  await outlet(tx, outlet_id)
  const known = await sellables(tx, { variant_ids: list.map(({ variant_id }) => variant_id) })
  for (const [at, { variant_id }] of list.entries()) {
    if (!known.has(variant_id))
      refuse('catalog.no_variant', 404, 'このSKUは見つかりません。', 'There is no such variant.', {
        field: `listings.${at}.variant_id`,
      })
    if (list.findIndex((item) => item.variant_id === variant_id) < at)
      refuse('integrations.listed_twice', 400, '同じ商品が重複しています。', 'An item is listed twice.', {
        field: `listings.${at}.variant_id`,
      })
  }
  await run(
    tx,
    sql`insert into integrations.outlet_listing (outlet_id, variant_id, sku)
        select ${outlet_id}, variant_id, sku from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as l(variant_id uuid, sku text)
        on conflict (outlet_id, variant_id) do update set sku = excluded.sku, told_quantity = null, told_at = null`,
  ).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'outlet_listing_sku') throw error
    return refuse(
      'integrations.sku_taken',
      409,
      'このSKUは別の商品で使われています。',
      'This SKU is of another item.',
      {
        field: 'listings',
      },
    )
  })
  return listings(tx, outlet_id)
}

export function listings(db: Db, outlet_id: string): Promise<Listing[]> {
  return rows<Listing>(
    db,
    sql`select variant_id, sku, told_quantity, told_at from integrations.outlet_listing where outlet_id = ${outlet_id} order by sku`,
  )
}

/** Somebody rang: ask this outlet for orders now. A ring says nothing else, so a forged one could tell no lie. */
export async function ring(db: Db, outlet_id: string, bell: string): Promise<boolean> {
  const known = await one(
    db,
    sql`select from integrations.outlet where outlet_id = ${outlet_id} and active and bell_hash = ${sha256(bell)}`,
  )
  if (!known) return false
  await run(
    db,
    sql`update integrations.outlet_poll set due_at = least(due_at, ${clock.iso()}) where outlet_id = ${outlet_id}`,
  )
  return true
}

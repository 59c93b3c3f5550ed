import type { FastifyRequest } from 'fastify'
import type { Actor } from '#core/actor'
import { type Db, one, type Pool, run, sql, type Tx } from '#core/database'
import { sha256 } from '#core/id'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { holds } from './admission.ts'
import { worksIn } from './places.ts'
import { provePin } from './sign-in.ts'

export const till_name = '^[A-Za-z0-9._-]{1,60}$'
type Bound = { version: number; key_hash: Buffer; place_id: string; bound_at: string }

const cache = kept<{ bound: Bound | undefined }>({ ttl_ms: 1_000, max: 10_000 })

/** Whose drawer the money goes into: the till this request names and, where that till is bound to a device, proves to be. Refuses (403) another's. */
export async function atTill(db: Db, request: FastifyRequest, holder: Actor): Promise<Actor> {
  const device_id = request.headers['engawa-till']
  const till = holder.kind === 'staff' || holder.kind === 'api'
  if (!till || typeof device_id !== 'string' || !new RegExp(till_name).test(device_id)) return holder
  const bound = await boundTill(db, device_id)
  const key = request.headers['engawa-till-key']
  if (bound && !(typeof key === 'string' && fits(key, bound))) return otherTill('Engawa-Till')
  return { ...holder, device_id }
}

/** Refuse (403) who speaks for a bound till without being it; a manager may. */
export async function needTill(db: Db, actor: Actor, device_id: string): Promise<void> {
  if (actor.device_id === device_id || actor.kind === 'system' || holds(actor.role, 'manager')) return
  if (await boundTill(db, device_id)) otherTill('device_id')
}

/** The manager of this shop who says yes: the caller herself, or who shows her code and PIN; null when neither is one. */
export async function managerOf(
  pool: Pool,
  actor: Actor,
  place_id: string,
  shown: { code: string; pin: string } | undefined,
): Promise<string | null> {
  if (!shown)
    return actor.kind === 'staff' && holds(actor.role, 'manager') && worksIn(actor, place_id) ? actor.id : null
  const { staff_id, role, place_ids } = await provePin(pool, shown)
  return holds(role, 'manager') && (place_ids.length === 0 || place_ids.includes(place_id)) ? staff_id : null
}

/**
 * Bind a till to the device that holds this key. Who comes first has it, if the name is hers to take (`free`); to take it from another
 * device `approved_by` is needed (403 without).
 */
export async function bindTill(
  tx: Tx,
  actor: Actor,
  want: {
    device_id: string
    key: string
    place_id: string
    device: string | null
    free: boolean
    approved_by: string | null
  },
): Promise<{ device_id: string; place_id: string; bound_at: string }> {
  const { device_id, key, place_id, device, free, approved_by } = want
  const bound_at = clock.iso()
  const last = await newest(tx, device_id)
  if (last ? approved_by !== null && !fits(key, last) : free || approved_by !== null)
    await run(
      tx,
      sql`insert into access.till (device_id, version, key_hash, place_id, device, bound_at, bound_by, approved_by)
          values (${device_id}, ${(last?.version ?? 0) + 1}, ${sha256(key)}, ${place_id}, ${device}, ${bound_at}, ${`${actor.kind}:${actor.id}`},
            ${approved_by}) on conflict do nothing`,
    )
  // Looked at once more: another window of this device, or another device, may have been quicker.
  const bound = await newest(tx, device_id)
  if (!bound || !fits(key, bound))
    return refuse(
      'access.till_bound',
      403,
      'このレジは別の端末のものです。この端末に移すには、店長の承認が必要です。',
      'This till is another device’s; moving it here needs a manager’s approval.',
      { field: 'device_id' },
    )
  tx.afterCommit(() => cache.delete(device_id))
  return { device_id, place_id: bound.place_id, bound_at: bound.bound_at }
}

/** Where a till stands that is bound; undefined when it is not. */
export async function placeOfTill(db: Db, device_id: string): Promise<string | undefined> {
  return (await newest(db, device_id))?.place_id
}

// Asked with every sale: looked up at most once a second.
async function boundTill(db: Db, device_id: string): Promise<Bound | undefined> {
  const known = cache.get(device_id)
  if (known) return known.bound
  const bound = await newest(db, device_id)
  cache.set(device_id, { bound })
  return bound
}

function newest(db: Db, device_id: string): Promise<Bound | undefined> {
  return one<Bound>(
    db,
    sql`select version, key_hash, place_id, bound_at from access.till where device_id = ${device_id} order by version desc limit 1`,
  )
}

function fits(key: string, { key_hash }: Bound): boolean {
  return sha256(key).equals(key_hash)
}

function otherTill(field: string): never {
  return refuse(
    'access.till_other',
    403,
    'このレジは別の端末に結び付けられています。',
    'This till is bound to another device.',
    { field },
  )
}

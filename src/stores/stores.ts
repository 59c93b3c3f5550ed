/**
 * Stores owns places: shops, warehouses, POP-UPs, restaurants that serve our products; their hours, what they offer of
 * each way to buy, where they are, and the date their business is on; what delivery costs and when it comes; postal codes.
 * Always true: a place is never deleted, only made inactive, since stock, orders and points name it for ever; the
 * retailer's own `external_id` names at most one place; times of day are the place's own zone.
 */
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, rows, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { counterCode } from '#stores/gift-counter'
import type { Hours } from '#stores/hours'

export { type DeliveryTerms, deliveryDays, deliveryTerms, type Fee, feeOf } from '#stores/delivery'
export { heldUntil } from '#stores/holding'
export { type Opening, opening } from '#stores/hours'
export { Issuers, issuer } from '#stores/issuer'
export { legal, needOpen, notices, published } from '#stores/legal'
export { degrees, distances, type Spot } from '#stores/near'
export { outgoing } from '#stores/outgoing'
export { keptUntil, type PickupPromise, pickupPromise, pickupWindows, type Window } from '#stores/pickup'
export { putTowns, type Town, townsOf } from '#stores/postal'
export { type Poster, posterOf } from '#stores/posters'
export { prefectureOf, prefectures } from '#stores/prefectures'
export { spotOf } from '#stores/spots'
export { openTask, resolve as resolveTask, type Task, type TaskInput, tasks } from '#stores/tasks'

export type Kind = 'shop' | 'warehouse' | 'popup' | 'restaurant' | 'office' | 'dealer'
/** What a retailer says about a place. */
export type PlaceInput = {
  external_id: string | null
  kind: Kind
  name: string
  name_kana: string | null
  name_en: string | null
  brand_ids: string[]
  postal_code: string | null
  prefecture: string | null
  city: string | null
  address: string | null
  phone: string | null
  latitude: number | null
  longitude: number | null
  time_zone: string
  cutover: string
  hours: Hours
  ships_ec: boolean
  offers_pickup: boolean
  pickup_cutoff: string
  pickup_ready_minutes: number
  pickup_keep_days: number
  pickup_days: number
  pickup_window_minutes: number
  barred_payments: string[]
  offers_holds: boolean
  hold_minutes: number
  hold_days: number
  offers_order_ahead: boolean
  order_ahead_minutes: number
  order_ahead_paused_until: string | null
  /** A POP-UP's first and last business day, and where its leftovers go (the place that ships EC orders when it does not say). */
  opens_on: string | null
  closes_on: string | null
  returns_to_place_id: string | null
  active: boolean
}
export type Place = PlaceInput & { place_id: string; version: number }

export const blankPlace: Omit<PlaceInput, 'kind' | 'name'> = {
  external_id: null,
  name_kana: null,
  name_en: null,
  brand_ids: [],
  postal_code: null,
  prefecture: null,
  city: null,
  address: null,
  phone: null,
  latitude: null,
  longitude: null,
  time_zone: 'Asia/Tokyo',
  cutover: '05:00',
  hours: {},
  ships_ec: false,
  offers_pickup: false,
  pickup_cutoff: '17:00',
  pickup_ready_minutes: 90,
  pickup_keep_days: 7,
  pickup_days: 7,
  pickup_window_minutes: 0,
  barred_payments: [],
  offers_holds: false,
  hold_minutes: 60,
  hold_days: 0,
  offers_order_ahead: false,
  order_ahead_minutes: 10,
  order_ahead_paused_until: null,
  opens_on: null,
  closes_on: null,
  returns_to_place_id: null,
  active: true,
}

const columns = sql`place_id, external_id, kind, name, name_kana, name_en, brand_ids, postal_code, prefecture, city, address, phone, latitude, longitude,
  time_zone, to_char(cutover, 'HH24:MI') as cutover, hours, ships_ec, offers_pickup, to_char(pickup_cutoff, 'HH24:MI') as pickup_cutoff,
  pickup_ready_minutes, pickup_keep_days, pickup_days, pickup_window_minutes, barred_payments, offers_holds, hold_minutes, hold_days,
  offers_order_ahead, order_ahead_minutes, order_ahead_paused_until, opens_on, closes_on, returns_to_place_id, active, version`

const cache = kept<Promise<Place[]>>({ ttl_ms: 1_000, max: 1 })

/** Every place, active or not, by name. Cached for a second: a change reaches every process within that. */
export function places(db: Db): Promise<Place[]> {
  const known = cache.get('places')
  if (known) return known
  const found = rows<Place>(db, sql`select ${columns} from stores.place order by coalesce(name_kana, name), place_id`)
  cache.set('places', found)
  // A failed read must not be remembered for everyone.
  found.catch(forgetPlaces)
  return found
}

/** Read places anew next time. */
export function forgetPlaces(): void {
  cache.clear()
}

/** One place by our id, or by `ext:` and the retailer's own; refuses with 404 `stores.no_place`. */
export async function place(db: Db, key: string): Promise<Place> {
  const wanted = (item: Place) => (key.startsWith('ext:') ? item.external_id === key.slice(4) : item.place_id === key)
  const known = (await places(db)).find(wanted) ?? (await fresh(db, key))
  return (
    known ??
    refuse('stores.no_place', 404, 'この店舗・拠点は見つかりません。', 'There is no such place.', { field: 'place_id' })
  )
}

/** A place as the database has it now, past the cache; undefined when there is none. */
export function fresh(db: Db, key: string): Promise<Place | undefined> {
  return key.startsWith('ext:')
    ? one<Place>(db, sql`select ${columns} from stores.place where external_id = ${key.slice(4)}`)
    : one<Place>(db, sql`select ${columns} from stores.place where place_id = ${key}`)
}

/** The date a place's business is on at an instant: hours before its cut-over still belong to yesterday. */
export function businessDateAt(where: Place, at: Date = clock.now()): string {
  return businessDate(at, where.time_zone, where.cutover)
}

/** Whether a place sells at all at an instant: it is active, and a POP-UP between its first and its last business day. */
export function trading(where: Place, at: Date = clock.now()): boolean {
  if (!where.active || where.kind !== 'popup') return where.active
  const date = businessDateAt(where, at)
  return (where.opens_on === null || date >= where.opens_on) && (where.closes_on === null || date <= where.closes_on)
}

/**
 * Write a place whole, known by `place_id` or by its `external_id`; new when neither is known. `version`, when given, must
 * be the one last read (412). Emits `place.opened` or `place.changed`.
 */
export async function putPlace(
  tx: Tx,
  actor: Actor,
  input: PlaceInput,
  known?: { place_id?: string | undefined; version?: number | undefined },
): Promise<Place> {
  const place_id =
    known?.place_id ??
    (input.external_id
      ? ((await fresh(tx, `ext:${input.external_id}`))?.place_id ?? hashId('place', input.external_id))
      : id())
  const p = input
  const stored = await one<Place & { inserted: boolean }>(
    tx,
    sql`insert into stores.place as place (place_id, external_id, kind, name, name_kana, name_en, brand_ids, postal_code, prefecture, city, address, phone,
          latitude, longitude, time_zone, cutover, hours, ships_ec, offers_pickup, pickup_cutoff, pickup_ready_minutes, pickup_keep_days,
          pickup_days, pickup_window_minutes, barred_payments, offers_holds, hold_minutes, hold_days, offers_order_ahead, order_ahead_minutes,
          order_ahead_paused_until, opens_on, closes_on, returns_to_place_id, active)
        values (${place_id}, ${p.external_id}, ${p.kind}, ${p.name}, ${p.name_kana}, ${p.name_en}, ${p.brand_ids}::uuid[], ${p.postal_code}, ${p.prefecture},
          ${p.city}, ${p.address}, ${p.phone}, ${p.latitude}, ${p.longitude}, ${p.time_zone}, ${p.cutover}, ${JSON.stringify(p.hours)}::jsonb, ${p.ships_ec},
          ${p.offers_pickup}, ${p.pickup_cutoff}, ${p.pickup_ready_minutes}, ${p.pickup_keep_days},
          ${p.pickup_days}, ${p.pickup_window_minutes}, ${p.barred_payments}, ${p.offers_holds}, ${p.hold_minutes}, ${p.hold_days}, ${p.offers_order_ahead},
          ${p.order_ahead_minutes}, ${p.order_ahead_paused_until}, ${p.opens_on}, ${p.closes_on}, ${p.returns_to_place_id}, ${p.active})
        on conflict (place_id) do update set external_id = excluded.external_id, kind = excluded.kind, name = excluded.name, name_kana = excluded.name_kana,
          name_en = excluded.name_en, brand_ids = excluded.brand_ids, postal_code = excluded.postal_code, prefecture = excluded.prefecture,
          city = excluded.city, address = excluded.address, phone = excluded.phone, latitude = excluded.latitude, longitude = excluded.longitude,
          time_zone = excluded.time_zone, cutover = excluded.cutover, hours = excluded.hours, ships_ec = excluded.ships_ec,
          offers_pickup = excluded.offers_pickup, pickup_cutoff = excluded.pickup_cutoff, pickup_ready_minutes = excluded.pickup_ready_minutes,
          pickup_keep_days = excluded.pickup_keep_days, pickup_days = excluded.pickup_days,
          pickup_window_minutes = excluded.pickup_window_minutes, barred_payments = excluded.barred_payments, offers_holds = excluded.offers_holds,
          hold_minutes = excluded.hold_minutes, hold_days = excluded.hold_days, offers_order_ahead = excluded.offers_order_ahead,
          order_ahead_minutes = excluded.order_ahead_minutes, order_ahead_paused_until = excluded.order_ahead_paused_until,
          opens_on = excluded.opens_on, closes_on = excluded.closes_on, returns_to_place_id = excluded.returns_to_place_id,
          active = excluded.active, version = place.version + 1
        where ${known?.version ?? null}::bigint is null or place.version = ${known?.version ?? null}
        returning ${columns}, xmax = 0 as inserted`,
  ).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'place_external_id_key') throw error
    return refuse(
      'stores.external_id_taken',
      409,
      'この外部IDは別の拠点で使われています。',
      'This external id belongs to another place.',
      { field: 'external_id' },
    )
  })
  if (!stored) return changedMeanwhile()
  forgetPlaces()
  tx.afterCommit(forgetPlaces)
  const { inserted, ...row } = stored
  await emit(tx, {
    type: inserted ? 'place.opened' : 'place.changed',
    profile_id: noOne,
    source: 'stores',
    message_id: `${place_id}:${row.version}`,
    place_id,
    subject_kind: 'place',
    subject_id: place_id,
    version: row.version,
    actor,
    payload: { kind: row.kind, name: row.name, active: row.active },
  })
  return row
}

/** Whether a place has a counter at which something is sold. */
export function hasCounter(where: Place): boolean {
  return (where.kind === 'shop' || where.kind === 'popup') && trading(where)
}

/** The shop on whose counter this code stands; refuses 404 an unknown one, and that of a shop that has closed. */
export async function counterOf(db: Db, code: string): Promise<Place> {
  const said = code.trim().toUpperCase()
  const found = (await places(db)).find((each) => hasCounter(each) && counterCode(each.place_id) === said)
  return found ?? noCounter('counter_code')
}

/** Refuse (404): there is no counter there. */
export function noCounter(field: string): never {
  return refuse('stores.no_counter', 404, 'このQRコードは使えません。', 'This code is of no counter.', { field })
}

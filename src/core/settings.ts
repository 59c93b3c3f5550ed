/**
 * What a retailer decides. A room declares each of its settings once (shape, default, words in two languages); the catalogue
 * of them is what `/v1/settings` shows, validates and keeps the history of.
 */
import type { Static, TSchema } from 'typebox'
import type { Actor } from '#core/actor'
import { type Db, only, sql, type Tx } from '#core/database'
import { kept } from '#core/kept'
import type { Message } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'

export type Setting<T = unknown> = {
  /** `room.name`, for ever: it is what the database and the API call it. */
  key: string
  schema: TSchema
  /** What holds while nobody decided; a value that lacks one of its parts takes it from here. */
  usual: T
  title: Message
  about: Message
  /** May be decided for a day to come. */
  dated?: boolean
  /** Refuses a value of the right shape that cannot be all the same. */
  check?: (tx: Tx, value: T) => Promise<void>
}

const catalogue = new Map<string, Setting>()
const cache = kept<Promise<unknown>>({ ttl_ms: 1_000, max: 10_000 })

/** Declare a setting of this room; read it with `setting(db, declared)`. */
export function declare<Schema extends TSchema>(
  one: Omit<Setting<Static<Schema>>, 'schema'> & { schema: Schema },
): Setting<Static<Schema>> {
  catalogue.set(one.key, one as unknown as Setting)
  return one
}

/** Every setting the rooms have declared, by key. */
export function declared(): Setting[] {
  return [...catalogue.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/**
 * The value in force, or the usual one. Cached for a second: a change reaches every process within that. Who asks while it is
 * being read shares the reading: when a crowd comes at once, the first asks for all.
 */
export async function setting<T>(db: Db, which: Setting<T>): Promise<T>
/** The same of something the house keeps for itself, which nobody decides. */
export async function setting<T>(db: Db, key: string, otherwise: T): Promise<T>
export async function setting<T>(db: Db, which: Setting<T> | string, otherwise?: T): Promise<T> {
  const [key, usual] = typeof which === 'string' ? [which, otherwise as T] : [which.key, which.usual]
  const known = cache.get(key)
  if (known) return known as Promise<T>
  const reading = inForce(db, key, usual)
  // What a transaction fails at is its own affair: others get only what it found.
  if ('inTransaction' in db) await reading
  cache.set(key, reading)
  reading.catch(() => cache.delete(key))
  return reading
}

/** The value in force at this very moment, or by what is planned at one to come: for deciding something else by it. */
export function settingNow<T>(db: Db, { key, usual }: Pick<Setting<T>, 'key' | 'usual'>, at = clock.iso()): Promise<T> {
  return inForce(db, key, usual, at)
}

/** The value that held at a moment gone by, out of the setting's history; the usual one when it was not set by then. */
export async function settingAt<T>(db: Db, { key, usual }: Setting<T>, at: string): Promise<T> {
  const row = await only<{ value: T; known: boolean }>(
    db,
    sql`select value, value is not null as known from (select core.setting_was(${key}, ${at}) as value) then_`,
  )
  return row.known ? whole(row.value, usual) : usual
}

async function inForce<T>(db: Db, key: string, usual: T, at = clock.iso()): Promise<T> {
  const row = await only<{ value: T; known: boolean }>(
    db,
    sql`select value, value is not null as known from (select core.setting_at(${key}, ${at}) as value) now`,
  )
  return row.known ? whole(row.value, usual) : usual
}

function whole<T>(value: T, usual: T): T {
  if (!isRecord(value) || !isRecord(usual)) return value
  const parts = Object.entries(value).map(([name, part]) => [name, whole(part, usual[name])])
  return { ...usual, ...Object.fromEntries(parts) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** When a decision holds from (now, unless it is for a day to come) and which version its maker has seen. */
export type Decided = { effective_at?: string | undefined; version?: number | undefined }

/** Decide a setting (or keep a mark of the house's own); returns its new version. Refuses (412) when somebody else decided since the version seen. */
export async function putSetting(
  db: Db,
  key: string,
  value: unknown,
  by: Actor | string,
  { effective_at, version: seen }: Decided = {},
): Promise<number> {
  cache.delete(key)
  const now = clock.iso()
  const { kind, id } = typeof by === 'string' ? { kind: 'system', id: by } : by
  // What the house keeps for itself (its clock, what it has laid) has no history.
  if (!catalogue.has(key)) {
    const { version } = await only<{ version: number }>(
      db,
      sql`insert into core.setting (key, value, changed_at, changed_by) values (${key}, ${JSON.stringify(value)}::jsonb, ${now}, ${id})
          on conflict (key) do update set value = excluded.value, version = setting.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
          returning version`,
    )
    return version
  }
  const row = await only<{ version: number | null }>(
    db,
    sql`select core.put_setting(${key}, ${JSON.stringify(value)}::jsonb, ${now}, ${effective_at ?? now}, ${kind}, ${id}, ${seen ?? null}) as version`,
  )
  return row.version ?? changedMeanwhile()
}

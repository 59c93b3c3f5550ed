import { type Db, one, only, sql } from '#core/database'
import { kept } from '#core/kept'
import { clock } from '#core/time'

const cache = kept<{ value: unknown }>({ ttl_ms: 1_000, max: 10_000 })

/** A setting's value, or the default. Cached for a second: a change reaches every process within that. */
export async function setting<T>(db: Db, key: string, otherwise: T): Promise<T> {
  const cached = cache.get(key)
  if (cached) return cached.value as T
  const row = await one<{ value: T }>(db, sql`select value from core.setting where key = ${key}`)
  const value = row ? row.value : otherwise
  cache.set(key, { value })
  return value
}

/** Store a setting; returns its new version. */
export async function putSetting(db: Db, key: string, value: unknown, changed_by: string): Promise<number> {
  cache.delete(key)
  const row = await only<{ version: number }>(
    db,
    sql`insert into core.setting (key, value, changed_at, changed_by) values (${key}, ${JSON.stringify(value)}::jsonb, ${clock.iso()}, ${changed_by})
        on conflict (key) do update set value = excluded.value, version = setting.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        returning version`,
  )
  return row.version
}

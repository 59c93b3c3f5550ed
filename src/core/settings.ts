import { type Db, one, only, sql } from '#core/database'
import { kept } from '#core/kept'
import { clock } from '#core/time'

type Row = { value: unknown } | undefined
const cache = kept<Promise<Row>>({ ttl_ms: 1_000, max: 10_000 })

/**
 * A setting's value, or the default. Cached for a second: a change reaches every process within that. Who asks while it is
 * being read shares the reading: when a crowd comes at once, the first asks for all.
 */
export async function setting<T>(db: Db, key: string, otherwise: T): Promise<T> {
  let reading = cache.get(key)
  if (!reading) {
    reading = one<{ value: unknown }>(db, sql`select value from core.setting where key = ${key}`)
    if ('inTransaction' in db) {
      // What a transaction fails at is its own affair: others get only what it found.
      const row = await reading
      reading = Promise.resolve(row)
    }
    cache.set(key, reading)
    reading.catch(() => cache.delete(key))
  }
  const row = await reading
  return row ? (row.value as T) : otherwise
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

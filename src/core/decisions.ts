/** The decisions behind the settings: what holds, what is planned, who decided what when. */
import { type Db, rows, run, sql } from '#core/database'
import { clock } from '#core/time'

export type Planned = { version: number; value: unknown; effective_at: string }
export type Standing = { key: string; value: unknown; decided: boolean; version: number; planned: Planned[] }
export type Decision = {
  version: number
  from: unknown
  to: unknown
  effective_at: string
  state: 'made' | 'planned' | 'withdrawn'
  changed_at: string
  actor_kind: string
  actor_id: string | null
}

/** How these settings stand now, by key. */
export async function standing(db: Db, keys: readonly string[]): Promise<Map<string, Standing>> {
  const now = clock.iso()
  const found = await rows<Omit<Standing, 'planned'>>(
    db,
    sql`select key, coalesce(value, 'null') as value, value is not null as decided, version
        from (select key, core.setting_at(key, ${now}) as value, core.setting_version(key) as version from unnest(${keys}::text[]) k(key)) now`,
  )
  const plans = await rows<Planned & { key: string }>(
    db,
    sql`select key, version, value, effective_at from core.setting_change
        where key = any (${keys}) and state = 'planned' and effective_at > ${now} order by effective_at`,
  )
  const planned = Map.groupBy(plans, ({ key }) => key)
  return new Map(
    found.map((row) => [row.key, { ...row, planned: (planned.get(row.key) ?? []).map(({ key: _, ...plan }) => plan) }]),
  )
}

/** Who decided what when, newest first; `before` is the last version of the page before. A plan whose day has come is made. */
export function decisions(db: Db, key: string, page: { before?: number; limit: number }): Promise<Decision[]> {
  return rows<Decision>(
    db,
    sql`select version, was as from, value as to, effective_at, changed_at, actor_kind, actor_id,
          case when state = 'planned' and effective_at <= ${clock.iso()} then 'made' else state end as state
        from (select *, lag(value) over (partition by state = 'withdrawn' order by effective_at, version) as was
              from core.setting_change where key = ${key}) c
        where version < ${page.before ?? Number.MAX_SAFE_INTEGER} order by version desc limit ${page.limit}`,
  )
}

/** Take back a plan before its moment; false when there is none of this version. */
export async function withdrawPlan(db: Db, key: string, version: number): Promise<boolean> {
  const withdrawn = await run(
    db,
    sql`update core.setting_change set state = 'withdrawn'
        where key = ${key} and version = ${version} and state = 'planned' and effective_at > ${clock.iso()}`,
  )
  return withdrawn > 0
}

/** The tracking plan: which events are expected, what they are called, and what they carry. */
import { catalogue } from '#activity/activity'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { needs } from './spec.ts'

export type PropertyPlan = { type: 'string' | 'number' | 'boolean' | 'object' | 'array'; required?: boolean }
type Row = {
  name: string
  planned: boolean
  name_ja: string | null
  name_en: string | null
  properties: Record<string, PropertyPlan>
  first_seen_at: string | null
  version: number
}
export type Planned = Row & {
  /** `standard`: of Segment's spec or ours; `own`: added by the retailer; `unplanned`: came without being expected. */
  state: 'standard' | 'own' | 'unplanned'
  needs: string[]
}
/** What the retailer added or changed, by name. */
export type Plans = ReadonlyMap<string, Row>

const cache = kept<{ plans: Plans }>({ ttl_ms: 1_000, max: 10 })
const most_unplanned = 2_000

/** What the plan says of a name; undefined when nobody planned it. */
export function planned(
  name: string,
  plans: Plans,
): { needs: readonly string[]; properties: Row['properties'] } | undefined {
  const row = plans.get(name)
  const standard = catalogue[name]?.collected ?? false
  if (!standard && !row?.planned) return undefined
  return { needs: needs[name] ?? [], properties: row?.properties ?? {} }
}

/** The retailer's part of the plan, at most a second old. */
export async function plansOf(db: Db): Promise<Plans> {
  const known = cache.get('plans')
  if (known) return known.plans
  const found = await all(db)
  const plans = new Map(found.map((row) => [row.name, row]))
  cache.set('plans', { plans })
  return plans
}

/** Note names that came unplanned, so that the console shows them; at most some thousands, since anybody may make names up. */
export async function noteUnplanned(db: Db, names: readonly string[], plans: Plans): Promise<void> {
  const fresh = names.filter((name) => !plans.has(name))
  if (fresh.length === 0) return
  await run(db, sql`select collection.note_names(${[...new Set(fresh)]}, ${clock.iso()}, ${most_unplanned})`)
  cache.clear()
}

/** The whole plan: what is standard, what was added, what came unplanned. */
export async function plan(db: Db): Promise<Planned[]> {
  const own = new Map((await all(db)).map((row) => [row.name, row]))
  const standard = Object.keys(catalogue).filter((name) => catalogue[name]?.collected && !own.has(name))
  return [...standard.map(standardRow), ...own.values()].map(told).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Expect an event of this name, or change what is expected of it; refuses (412) a stale version. */
export async function putPlan(
  tx: Tx,
  name: string,
  want: Pick<Row, 'planned' | 'name_ja' | 'name_en' | 'properties'>,
  seen?: number,
): Promise<Planned> {
  if (!want.planned && catalogue[name]?.collected)
    refuse(
      'collection.standard',
      422,
      '標準のイベントは外せません。',
      'A standard event cannot be taken out of the plan.',
      { field: 'planned' },
    )
  if (catalogue[name] && !catalogue[name].collected)
    refuse(
      'collection.house_name',
      422,
      'この名前はエンガワ自身の記録に使われています。',
      'This name is one of the house’s own events.',
      { field: 'name' },
    )
  const row = await one<Row>(
    tx,
    sql`insert into collection.plan (name, planned, name_ja, name_en, properties, changed_at)
        values (${name}, ${want.planned}, ${want.name_ja}, ${want.name_en}, ${JSON.stringify(want.properties)}::jsonb, ${clock.iso()})
        on conflict (name) do update set planned = excluded.planned, name_ja = excluded.name_ja, name_en = excluded.name_en,
          properties = excluded.properties, changed_at = excluded.changed_at, version = plan.version + 1
          where ${seen ?? null}::bigint is null or plan.version = ${seen ?? null}
        returning name, planned, name_ja, name_en, properties, first_seen_at, version`,
  )
  if (!row) return changedMeanwhile()
  tx.afterCommit(() => cache.clear())
  return told(row)
}

function all(db: Db): Promise<Row[]> {
  return rows<Row>(
    db,
    sql`select name, planned, name_ja, name_en, properties, first_seen_at, version from collection.plan order by name`,
  )
}

function standardRow(name: string): Row {
  return { name, planned: true, name_ja: null, name_en: null, properties: {}, first_seen_at: null, version: 0 }
}

function told(row: Row): Planned {
  const standard = catalogue[row.name]?.collected ? catalogue[row.name] : undefined
  return {
    ...row,
    name_ja: row.name_ja ?? standard?.name.ja ?? null,
    name_en: row.name_en ?? standard?.name.en ?? null,
    planned: standard ? true : row.planned,
    state: standard ? 'standard' : row.planned ? 'own' : 'unplanned',
    needs: [...(needs[row.name] ?? [])],
  }
}

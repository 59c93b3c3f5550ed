/** Who may send events: sites, apps, servers, tills, sensors, each with a write key of its own. */
import { type Db, one, only, rows, sql, type Tx } from '#core/database'
import { id, randomness, sha256 } from '#core/id'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { place, places } from '#stores/stores'
import type { Mapping } from './mapping.ts'
import { type Plans, plansOf } from './plan.ts'

/**
 * `web`: a page or an app, whose key everybody can read. `server`: the retailer's own system. `pos`: tills. `iot`: sensors and
 * beacons. `shared`: a tablet or kiosk in a shop, which many people use.
 */
export type SourceKind = 'web' | 'server' | 'pos' | 'iot' | 'shared'
export type SourceInput = { name: string; kind: SourceKind; place_id?: string | null; mapping?: Mapping }
export type SourceRow = {
  source_id: string
  name: string
  kind: SourceKind
  place_id: string | null
  mapping: Mapping
  former_until: string | null
  created_at: string
  revoked_at: string | null
  version: number
}
export type Listed = SourceRow & { accepted: number; repeated: number; held: number; last_at: string | null }
/** A source as items are read by it. */
export type Source = Pick<SourceRow, 'source_id' | 'kind' | 'place_id' | 'mapping'> & {
  plan: Plans
  /** The place another system knows under this number. */
  placeOf(store: unknown): string | null
}

const overlap_ms = 86_400_000
const columns = sql`source_id, name, kind, place_id, mapping, former_until, created_at, revoked_at, version`
const byKey = kept<{ source: Source }>({ ttl_ms: 1_000, max: 1_000 })

/** Make a source; its write key is shown this once. */
export async function makeSource(tx: Tx, want: SourceInput): Promise<SourceRow & { write_key: string }> {
  if (want.place_id) await place(tx, want.place_id)
  const write_key = newKey()
  const made = await only<SourceRow>(
    tx,
    sql`insert into collection.source (source_id, name, kind, place_id, mapping, key_hash, created_at)
        values (${id()}, ${want.name}, ${want.kind}, ${want.place_id ?? null}, ${JSON.stringify(want.mapping ?? {})}::jsonb, ${sha256(write_key)}, ${clock.iso()})
        returning ${columns}`,
  )
  return { ...made, write_key }
}

/** Change a source's name, place or mapping; refuses 404 and 412 (a stale version). */
export async function changeSource(
  tx: Tx,
  source_id: string,
  want: Partial<Omit<SourceInput, 'kind'>>,
  seen?: number,
): Promise<Listed> {
  const before = await source(tx, source_id)
  if (want.place_id) await place(tx, want.place_id)
  const now = { ...before, ...want }
  const row = await one(
    tx,
    sql`update collection.source set name = ${now.name}, place_id = ${now.place_id}, mapping = ${JSON.stringify(now.mapping)}::jsonb, version = version + 1
        where source_id = ${source_id} and version = ${seen ?? before.version} returning version`,
  )
  if (!row) return changedMeanwhile()
  tx.afterCommit(() => byKey.clear())
  return source(tx, source_id)
}

/** A new write key, shown this once; the one before counts for a day more, so that no site falls silent. */
export async function rotateKey(tx: Tx, source_id: string): Promise<SourceRow & { write_key: string }> {
  const write_key = newKey()
  const until = new Date(clock.ms() + overlap_ms).toISOString()
  const row = await one<SourceRow>(
    tx,
    sql`update collection.source set former_hash = key_hash, former_until = ${until}, key_hash = ${sha256(write_key)}, version = version + 1
        where source_id = ${source_id} and revoked_at is null returning ${columns}`,
  )
  if (!row) return unknown()
  tx.afterCommit(() => byKey.clear())
  return { ...row, write_key }
}

/** No key of this source counts any more; a second call changes nothing. */
export async function revokeSource(tx: Tx, source_id: string): Promise<void> {
  const row = await one(
    tx,
    sql`update collection.source set revoked_at = coalesce(revoked_at, ${clock.iso()}), former_hash = null, former_until = null, version = version + 1
        where source_id = ${source_id} returning source_id`,
  )
  if (!row) unknown()
  tx.afterCommit(() => byKey.clear())
}

/** All sources with how much came from each, and what could not be read. */
export function sources(db: Db): Promise<Listed[]> {
  return rows<Listed>(db, sql`select ${listed} from collection.source_state s order by created_at desc, source_id`)
}

export async function source(db: Db, source_id: string): Promise<Listed> {
  return (
    (await one<Listed>(db, sql`select ${listed} from collection.source_state s where source_id = ${source_id}`)) ??
    unknown()
  )
}

const listed = sql`source_id, name, kind, place_id, mapping, former_until, created_at, revoked_at, version, accepted, repeated, held, last_at`

/** The source this key belongs to, at most a second old; undefined when none (any more). */
export async function sourceOfKey(db: Db, key: string): Promise<Source | undefined> {
  const known = byKey.get(key)
  if (known) return known.source
  const hash = sha256(key)
  const row = await one<Pick<Source, 'source_id' | 'kind' | 'place_id' | 'mapping'>>(
    db,
    sql`select source_id, kind, place_id, mapping from collection.source
        where revoked_at is null and (key_hash = ${hash} or (former_hash = ${hash} and former_until > ${clock.iso()}))`,
  )
  if (!row) return undefined
  const found = await readingOf(db, row)
  byKey.set(key, { source: found })
  return found
}

/** A source with all that its items are read by. */
export async function readingOf(
  db: Db,
  row: Pick<Source, 'source_id' | 'kind' | 'place_id' | 'mapping'>,
): Promise<Source> {
  const plan = await plansOf(db)
  const known = new Map(
    (await places(db)).flatMap(({ place_id, external_id }) =>
      [place_id, external_id ?? place_id].map((key) => [key, place_id] as const),
    ),
  )
  return {
    ...row,
    plan,
    placeOf: (store) =>
      typeof store === 'string' || typeof store === 'number' ? (known.get(String(store)) ?? null) : null,
  }
}

// In the form of a cuid: some SDKs look at the shape of their key. 24 of 36 signs are 124 bits.
function newKey(): string {
  const signs = '0123456789abcdefghijklmnopqrstuvwxyz'
  let key = 'c'
  while (key.length < 25) for (const byte of randomness(32)) if (byte < 252 && key.length < 25) key += signs[byte % 36]
  return key
}

function unknown(): never {
  return refuse('collection.no_source', 404, 'この送信元はありません。', 'There is no such source.', {
    field: 'source_id',
  })
}

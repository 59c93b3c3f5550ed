/**
 * What a shopper does on our own pages, as her browser tells it with her agreement: written like any other site's events, under the
 * browser's own name until she signs in, and from then on hers. Her session says who she is, never the message.
 */
import { randomUUID } from 'node:crypto'
import { current } from '#consent/consent'
import type { Actor } from '#core/actor'
import { type Db, one, type Pool, run, sql, transaction } from '#core/database'
import { hashId, randomness, sha256 } from '#core/id'
import { kept } from '#core/kept'
import { clock } from '#core/time'
import { type Name, normalName, open } from '#customers/customers'
import { take } from './line.ts'
import { isFault, type Read, read } from './message.ts'
import { item_bytes } from './request.ts'
import { readingOf, type Source } from './sources.ts'

/** One act, in the words of Segment's e-commerce spec v2. */
export type Act = { event: string; message_id: string; timestamp: string; properties: Record<string, unknown> }
/** What she agreed to in this browser. */
export type Agreed = { personalise: boolean; ads: boolean }

/** Her views are recorded for this purpose only. */
const purpose = 'personalise'
const source_id = hashId('collection.source', 'storefront')
const cache = kept<{ source: Source | null }>({ ttl_ms: 1_000, max: 1 })

/** The name a browser has, or one for a browser that has none yet. */
export function browserOf(cookie: string | undefined): string {
  return cookie && /^[0-9a-f-]{36}$/.test(cookie) ? cookie : randomUUID()
}

/** Whether what she does may be written: the browser says yes, and nowhere has she said no. */
export async function mayTell(db: Pool, actor: Actor, agreed: Agreed): Promise<boolean> {
  if (!agreed.personalise) return false
  const profile_ids = actor.profile_ids ?? (actor.profile_id ? [actor.profile_id] : [])
  if (profile_ids.length === 0) return true
  const said = await transaction(db, actor, (tx) => current(tx, profile_ids))
  return said.every((one) => one.purpose !== purpose || one.granted)
}

/** Write acts; how many could be read. Repeats change nothing. */
export async function tell(
  db: Pool,
  actor: Actor,
  browser: string,
  acts: readonly Act[],
  agreed: Agreed,
): Promise<number> {
  const source = await ownSource(db)
  if (!source) return 0
  const names = await namesOf(db, actor)
  const received_at = clock.iso()
  const consent = { categoryPreferences: { ...agreed } }
  const reads = acts.flatMap(({ event, message_id, timestamp, properties }): Read[] => {
    if (Buffer.byteLength(JSON.stringify(properties)) > item_bytes) return []
    const item = {
      type: 'track',
      event,
      messageId: message_id,
      timestamp,
      anonymousId: browser,
      properties,
      context: { consent },
    }
    const found = read(item, { source, received_at })
    if (isFault(found)) return []
    return [{ ...found, channel: 'web', who: { names, anonymous: { kind: 'anonymous', value: browser } } }]
  })
  await take(db, reads, [])
  return reads.length
}

// A member by her number, as her session knows it; a visitor is her browser.
async function namesOf(db: Pool, actor: Actor): Promise<Name[]> {
  const { kind, profile_id } = actor
  if (kind !== 'member' || !profile_id) return []
  const { member_number } = await transaction(db, actor, (tx) => open(tx, profile_id))
  const value = member_number ? normalName('member_number', member_number) : undefined
  return value ? [{ kind: 'member_number', value }] : []
}

/** The storefront as a source, made when it first tells something; null once the retailer has revoked it. */
async function ownSource(db: Pool): Promise<Source | null> {
  const known = cache.get('own')
  if (known) return known.source
  const row = (await rowOf(db)) ?? (await made(db))
  const source = row.revoked ? null : await readingOf(db, row)
  cache.set('own', { source })
  return source
}

type Row = Pick<Source, 'source_id' | 'kind' | 'place_id' | 'mapping'> & { revoked: boolean }

function rowOf(db: Db): Promise<Row | undefined> {
  return one<Row>(
    db,
    sql`select source_id, kind, place_id, mapping, revoked_at is not null as revoked from collection.source where source_id = ${source_id}`,
  )
}

// Nobody is told its key: it is spoken for by our own pages, with the shopper's own session.
async function made(db: Db): Promise<Row> {
  await run(
    db,
    sql`insert into collection.source (source_id, name, kind, key_hash, created_at)
        values (${source_id}, 'オンラインショップ', 'web', ${sha256(randomness(32).toString('hex'))}, ${clock.iso()}) on conflict do nothing`,
  )
  return (await rowOf(db)) as Row
}

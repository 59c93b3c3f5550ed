import type { Actor } from '#core/actor'
import { type Db, only, rows, run, sql } from '#core/database'
import { kept } from '#core/kept'
import { clock } from '#core/time'

/** What a channel may promise: of which places (all when null), which share, how many kept back at each, how many at most. */
export type ChannelRule = {
  channel: string
  place_ids: string[] | null
  share_percent: number
  buffer: number
  cap: number | null
  version: number
}

const cache = kept<Promise<Map<string, ChannelRule>>>({ ttl_ms: 1_000, max: 1 })

/** Every channel's rule. Cached for a second; what is taken under a rule is held against the stored one in SQL. */
export function channelRules(db: Db): Promise<Map<string, ChannelRule>> {
  const known = cache.get('rules')
  if (known) return known
  const found = rows<ChannelRule>(
    db,
    sql`select channel, place_ids, share_percent, buffer, cap, version from inventory.channel_rule order by channel`,
  ).then((list) => new Map(list.map((rule) => [rule.channel, rule])))
  cache.set('rules', found)
  // A failed read must not be remembered for everyone.
  found.catch(() => cache.clear())
  return found
}

/** Write a channel's rule. */
export async function putChannelRule(
  db: Db,
  actor: Actor,
  { channel, place_ids, share_percent, buffer, cap }: Omit<ChannelRule, 'version'>,
): Promise<ChannelRule> {
  cache.clear()
  const row = await only<{ version: number }>(
    db,
    sql`insert into inventory.channel_rule as r (channel, place_ids, share_percent, buffer, cap, changed_at, changed_by)
        values (${channel}, ${place_ids}::uuid[], ${share_percent}, ${buffer}, ${cap}, ${clock.iso()}, ${actor.id})
        on conflict (channel) do update set place_ids = excluded.place_ids, share_percent = excluded.share_percent, buffer = excluded.buffer,
          cap = excluded.cap, changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = r.version + 1
        returning version`,
  )
  return { channel, place_ids, share_percent, buffer, cap, version: row.version }
}

/** Take a channel's rule away: it may promise what every online channel may. */
export function dropChannelRule(db: Db, channel: string): Promise<number> {
  cache.clear()
  return run(db, sql`delete from inventory.channel_rule where channel = ${channel}`)
}

export type Available = { place_id: string; variant_id: string; available: number }

/** How many of each a channel may promise at each place it sees. */
export function availableTo(
  db: Db,
  channel: string,
  variant_ids: string[],
  place_ids: string[] | null = null,
): Promise<Available[]> {
  return rows<Available>(
    db,
    sql`select place_id, variant_id, available from inventory.available_to(${channel}, ${variant_ids}::uuid[], ${place_ids}::uuid[])
        order by place_id, variant_id`,
  )
}

export type Incoming = {
  place_id: string
  variant_id: string
  quantity: number
  expected_on: string | null
  source_kind: string
  source_id: string
}

/** What is on its way to each place, the next first; what has no date comes last. */
export function incoming(db: Db, variant_ids: string[], place_ids: string[] | null = null): Promise<Incoming[]> {
  return rows<Incoming>(
    db,
    sql`select place_id, variant_id, quantity, expected_on, source_kind, source_id from inventory.incoming
        where variant_id = any (${variant_ids}::uuid[]) and (${place_ids}::uuid[] is null or place_id = any (${place_ids}::uuid[]))
        order by expected_on nulls last, place_id, source_id`,
  )
}

/** What may be promised now and from each date on which more is expected: all of what comes is counted, none of it twice. */
export function byDate(now: number, coming: readonly Incoming[]): { from: string; available: number }[] {
  const dates = [...new Set(coming.flatMap(({ expected_on }) => expected_on ?? []))].sort()
  return dates.map((from) => ({
    from,
    available: coming.reduce(
      (sum, { expected_on, quantity }) => sum + (expected_on !== null && expected_on <= from ? quantity : 0),
      now,
    ),
  }))
}

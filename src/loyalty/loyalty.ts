/**
 * Loyalty owns points as a double-entry ledger: journals whose postings sum to zero, lots with origin and expiry,
 * accounts per profile as cached sums. Always true: available = what remains in available lots; pending likewise;
 * held = open holds; nothing is updated but caches, a correction is a new journal. House sides (issuer, redeemed,
 * expired) keep no balance row: no hot row in a checkout. The arithmetic of how many points is `#pricing/points`.
 */
import type { Actor } from '#core/actor'
import { type Db, one, only, rows, sql } from '#core/database'
import { hashId } from '#core/id'
import { type Message, wording } from '#core/problem'
import { businessDate, clock } from '#core/time'
import { expiryOf, programme } from '#loyalty/programme'

export { bonusRules } from '#loyalty/bonus-setting'
export { bonusReaction, watchBonuses } from '#loyalty/bonuses'
export { fanReaction, fanRules, tickFans, watchFans } from '#loyalty/fans'
export { outgoing } from '#loyalty/outgoing'
export { expiryOf, type Programme, programme } from '#loyalty/programme'
export type { Tier } from '#loyalty/tier-rules'
export { tickTiers, tierOf, tierRules } from '#loyalty/tiers'

export type Balance = {
  available: number
  pending: number
  held: number
  debt: number
  next_expiry: { expires_at: string; amount: number } | null
}
export type Entry = {
  journal_id: string
  profile_id: string
  kind: string
  event_at: string
  amount: number
  source_kind: string
  source_id: string
  place_id: string | null
  /** What a bonus is called. */
  name: Message | null
}

wording({
  'loyalty.short': { ja: 'ポイントが足りません。', en: 'Not enough points.' },
})

/** Balance over all profiles of a customer, with what expires next. */
export async function balance(db: Db, profile_ids: string[]): Promise<Balance> {
  const sums = await only<Omit<Balance, 'next_expiry'>>(
    db,
    sql`select coalesce(sum(available), 0)::bigint as available, coalesce(sum(pending), 0)::bigint as pending,
               coalesce(sum(held), 0)::bigint as held, coalesce(sum(debt), 0)::bigint as debt
        from loyalty.account where profile_id = any (${profile_ids}::uuid[]) and unit = 'points'`,
  )
  const next = await one<{ expires_at: string; amount: number }>(
    db,
    sql`select expires_at, sum(remaining)::bigint as amount from loyalty.lot
        where profile_id = any (${profile_ids}::uuid[]) and unit = 'points' and state = 'available' and remaining > 0
        group by expires_at order by expires_at limit 1`,
  )
  return { ...sums, next_expiry: next ?? null }
}

/** What she held at a moment gone by, by the journals alone: whatever moment it was, her statement up to it sums to it. */
export async function balanceAt(db: Db, profile_ids: string[], at: string): Promise<Balance> {
  const then = sql`loyalty.posting p join loyalty.journal j on j.profile_id = p.profile_id and j.journal_id = p.journal_id
        where p.profile_id = any (${profile_ids}::uuid[]) and p.unit = 'points' and j.event_at <= ${at}`
  const sums = await only<Omit<Balance, 'next_expiry'>>(
    db,
    sql`select coalesce(sum(amount) filter (where side = 'available'), 0)::bigint as available,
          coalesce(sum(amount) filter (where side = 'pending'), 0)::bigint as pending,
          coalesce(sum(amount) filter (where side = 'held'), 0)::bigint as held,
          coalesce(-sum(amount) filter (where side = 'debt'), 0)::bigint as debt
        from (select p.side, p.amount from ${then}) moved`,
  )
  const next = await one<{ expires_at: string; amount: number }>(
    db,
    sql`select l.expires_at, sum(m.amount)::bigint as amount
        from (select p.profile_id, p.lot_id, p.amount from ${then} and p.side = 'available') m
        join loyalty.lot l on l.profile_id = m.profile_id and l.lot_id = m.lot_id
        group by l.expires_at having sum(m.amount) > 0 order by l.expires_at limit 1`,
  )
  return { ...sums, next_expiry: next ?? null }
}

/** What a customer has by the day on which it ends, soonest first; pending points are in it only once they are hers. */
export function expiries(db: Db, profile_ids: string[]): Promise<{ expires_at: string; amount: number }[]> {
  return rows(
    db,
    sql`select expires_at, sum(remaining)::bigint as amount from loyalty.lot
        where profile_id = any (${profile_ids}::uuid[]) and unit = 'points' and state = 'available' and remaining > 0
        group by expires_at order by expires_at limit 200`,
  )
}

/** The customer's statement, newest first (entries of one instant come on one page, so a page may be longer): each journal's effect on what she holds (available + pending + held − debt). */
export function statement(db: Db, profile_ids: string[], before: string | null, limit: number): Promise<Entry[]> {
  return rows<Entry>(
    db,
    // Ordered before anything is added up: of a long ledger only the page is looked at.
    sql`select j.journal_id, j.profile_id, j.kind, j.event_at, j.source_kind, j.source_id, j.place_id, p.amount,
               (select b.name from loyalty.bonus b where b.profile_id = j.profile_id and b.bonus_id = j.source_id) as name
        from (select * from loyalty.journal
              where profile_id = any (${profile_ids}::uuid[]) and (${before}::timestamptz is null or event_at < ${before}) order by event_at desc) j
        cross join lateral (
          select coalesce(sum(amount) filter (where side in ('available', 'pending', 'held', 'debt')), 0)::bigint as amount
            from loyalty.posting where profile_id = j.profile_id and journal_id = j.journal_id and unit = 'points' having count(*) > 0) p
        order by j.event_at desc fetch first (${limit}) rows with ties`,
  )
}

export type Opening = { profile_id: string; amount: number; source: string; expires_at?: string }

/** Bring an opening balance of points (or another unit) from an older system, as a ledger entry; the same source again is a no-op. */
export async function openBalance(db: Db, actor: Actor, opening: Opening, unit = 'points'): Promise<boolean> {
  return (await openBalances(db, actor, [opening], unit)).length > 0
}

/** The same for many, in one trip; returns those that were new: whose, and the journal that tells of it. */
export async function openBalances(
  db: Db,
  actor: Actor,
  list: readonly Opening[],
  unit = 'points',
): Promise<{ profile_id: string; subject_id: string }[]> {
  if (list.length === 0) return []
  const { expiry_days } = await programme(db)
  const now = clock.now()
  const usual = expiryOf(now, expiry_days)
  const owners = new Map<string, string>()
  const grants = list.map(({ profile_id, amount, source, expires_at = usual }) => {
    const journal_id = hashId('loyalty.open', profile_id, source, ...(unit === 'points' ? [] : [unit]))
    owners.set(journal_id, profile_id)
    return {
      profile_id,
      amount,
      journal_id,
      lot_id: journal_id,
      source_id: journal_id,
      business_date: businessDate(now),
      at: now,
      recorded_at: now,
      expires_at,
      actor_kind: actor.kind,
      actor_id: actor.id,
      kind: 'open',
      source_kind: 'import',
    }
  })
  const written = await rows<{ journal_id: string }>(
    db,
    sql`select open_many as journal_id from loyalty.open_many(${unit}, ${JSON.stringify(grants)}::jsonb)`,
  )
  return written.map(({ journal_id }) => ({ profile_id: owners.get(journal_id) as string, subject_id: journal_id }))
}

/** Reverse opening balances brought in by mistake; says of each journal why it was kept, null when it was reversed. */
export async function reverseOpenings(
  db: Db,
  actor: Actor,
  list: readonly { profile_id: string; subject_id: string }[],
): Promise<Map<string, string | null>> {
  const now = clock.now()
  const told = await rows<{ journal_id: string; kept: string | null }>(
    db,
    sql`select journal_id, kept from loyalty.unopen_many(${JSON.stringify(list)}::jsonb, ${businessDate(now)}, ${now.toISOString()}, ${actor.kind}, ${actor.id})`,
  )
  return new Map(told.map(({ journal_id, kept }) => [journal_id, kept]))
}

/** Which of these people have points, or a ledger that tells of more than an opening balance. */
export async function savers(db: Db, profile_ids: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ profile_id: string }>(
    db,
    sql`select has_history as profile_id from loyalty.has_history(${profile_ids}::uuid[])`,
  )
  return new Set(found.map(({ profile_id }) => profile_id))
}

/** Let lots expire whose day has passed; part of the tick. */
export async function tick(db: Db, now: string): Promise<number> {
  const row = await only<{ expired: number }>(db, sql`select loyalty.expire(${now}, 500) as expired`)
  return row.expired
}

/**
 * What the house owes in points and other units, today or at the end of a day gone by, and what moved it. Read from the lots and
 * accounts as they stand; a day gone by is today less what the journals have moved since, so that nothing is kept twice.
 */
import { type Db, rows, sql } from '#core/database'
import { refuse } from '#core/problem'
import { settingAt } from '#core/settings'
import { addDays, businessDate, clock, instant } from '#core/time'
import { pointValue } from '#loyalty/settings'
import { places } from '#stores/stores'

type Part = { unit: string; side: string; funding: string | null; place_id: string | null; amount: number }
type Worth = { points: number; yen: number | null }
export type Moved = Worth & { kind: string; journals: number }
export type Owed = {
  unit: string
  available: number
  pending: number
  held: number
  debt: number
  /** available + pending + held − debt. */
  outstanding: number
  yen: number | null
  by_funding: (Worth & { funding: string })[]
  by_place: (Worth & { place_id: string | null })[]
  /** By the brands of the place where they were granted: one, several together, or none. */
  by_brand: (Worth & { brand_ids: string[] })[]
  moved: Moved[]
}
export type Liability = { day: string; month_from: string; items: Owed[] }

/** The moment a business day is over, an exclusive bound. */
function endOf(day: string): string {
  return instant(addDays(day, 1), '00:00').toISOString()
}

/** What so much of a unit was worth in yen on a day: points by the setting, gift cards what was paid for them, anything else nothing. */
async function worth(db: Db, day: string): Promise<(unit: string, points: number) => number | null> {
  const { yen_num, yen_den } = await settingAt(db, pointValue, endOf(day))
  return (unit, points) => {
    if (unit === 'gift') return points
    return unit === 'points' ? Number((BigInt(points) * BigInt(yen_num)) / BigInt(yen_den)) : null
  }
}

/** What is owed at the end of a day (today: by now), per unit, and what moved it since the first of that month. Refuses a day to come. */
export async function liability(db: Db, asked?: string): Promise<Liability> {
  const today = businessDate(clock.now())
  const day = asked ?? today
  if (day > today)
    refuse('loyalty.day_to_come', 422, 'その日はまだ終わっていません。', 'That day has not come yet.', { field: 'day' })
  const month_from = `${day.slice(0, 8)}01`
  const value = await worth(db, day)
  const parts = await partsAt(db, day === today ? null : endOf(day))
  const moved = await movedBetween(db, instant(month_from, '00:00').toISOString(), endOf(day))
  const brands = new Map((await places(db)).map(({ place_id, brand_ids }) => [place_id, brand_ids.toSorted()]))
  const units = [...new Set([...parts, ...moved].map(({ unit }) => unit))].sort()
  const items = units.map((unit): Owed => {
    const mine = parts.filter((part) => part.unit === unit)
    const on = (side: string) => total(mine.filter((part) => part.side === side))
    const lots = mine.filter(({ side }) => side === 'available' || side === 'pending')
    const valued = (points: number): Worth => ({ points, yen: value(unit, points) })
    const by = <Key>(key: (part: Part) => Key) =>
      [...Map.groupBy(lots, key)]
        .map(([what, part]) => ({ what, ...valued(total(part)) }))
        .sort((a, b) => b.points - a.points)
    return {
      unit,
      available: on('available'),
      pending: on('pending'),
      held: on('held'),
      debt: -on('debt'),
      outstanding: total(mine),
      yen: value(unit, total(mine)),
      by_funding: by(({ funding }) => funding ?? '').map(({ what, ...rest }) => ({ funding: what, ...rest })),
      by_place: by(({ place_id }) => place_id).map(({ what, ...rest }) => ({ place_id: what, ...rest })),
      by_brand: by(({ place_id }) => (place_id ? (brands.get(place_id) ?? []) : []).join(' ')).map(
        ({ what, ...rest }) => ({
          brand_ids: what ? what.split(' ') : [],
          ...rest,
        }),
      ),
      moved: moved
        .filter((row) => row.unit === unit)
        .map(({ kind, amount, journals }) => ({ kind, journals, ...valued(amount) })),
    }
  })
  return { day, month_from, items }
}

function total(parts: readonly { amount: number }[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0)
}

/**
 * Lots by unit, state, funding and place, with what is held and owed. At a moment gone by, each posting since is taken off again:
 * a reading of the journals since then by their time, and not of all there ever were.
 */
function partsAt(db: Db, at: string | null): Promise<Part[]> {
  const since = at
    ? sql`union all
          select p.unit, p.side, l.funding, l.place_id, -sum(p.amount) from loyalty.journal j
            join loyalty.posting p on p.profile_id = j.profile_id and p.journal_id = j.journal_id
            left join loyalty.lot l on l.profile_id = p.profile_id and l.lot_id = p.lot_id
            where j.event_at >= ${at} and p.side in ('available', 'pending', 'held', 'debt') group by 1, 2, 3, 4`
    : sql``
  return rows<Part>(
    db,
    sql`select unit, side, funding, place_id, sum(amount)::bigint as amount from (
          select unit, state as side, funding, place_id, sum(remaining) as amount from loyalty.lot where remaining > 0 group by 1, 2, 3, 4
          union all
          select unit, 'held', null, null, sum(held) from loyalty.account where held > 0 group by 1
          union all
          select unit, 'debt', null, null, -sum(debt) from loyalty.account where debt > 0 group by 1
          ${since}
        ) s group by 1, 2, 3, 4 having sum(amount) <> 0`,
  )
}

/** What journals of each kind changed of what is owed; what only went from one side of a member to another moved nothing. */
function movedBetween(
  db: Db,
  from: string,
  to: string,
): Promise<{ unit: string; kind: string; journals: number; amount: number }[]> {
  return rows(
    db,
    sql`select unit, kind, count(*)::integer as journals, sum(amount)::bigint as amount from (
          select p.unit, j.kind, sum(p.amount) as amount from loyalty.journal j
            join loyalty.posting p on p.profile_id = j.profile_id and p.journal_id = j.journal_id
            where j.event_at >= ${from} and j.event_at < ${to} and p.side in ('available', 'pending', 'held', 'debt')
            group by j.profile_id, j.journal_id, p.unit, j.kind having sum(p.amount) <> 0
        ) m group by 1, 2 order by 1, 2`,
  )
}

/** Between which moments something ends that may be used for the last time on one of these days. */
function span(from?: string, to?: string): [since: string | null, until: string | null] {
  return [from ? instant(from, '00:00').toISOString() : null, to ? endOf(to) : null]
}

export type Ending = { from: string; amount: number; members: number; lots: number; yen: number | null }

/** What ends when, soonest first: by the last day on which it may be used, or by that day's month. Pending points are not in it. */
export async function endings(
  db: Db,
  unit: string,
  by: 'day' | 'month',
  from?: string,
  to?: string,
): Promise<Ending[]> {
  const value = await worth(db, businessDate(clock.now()))
  const [since, until] = span(from, to)
  const found = await rows<Omit<Ending, 'yen'>>(
    db,
    // Lots end at few moments: each is put into its day or month once, and not once for every lot.
    sql`with ending as materialized (
          select l.expires_at, l.profile_id, sum(l.remaining) as amount, count(*) as lots from loyalty.lot l
          where l.unit = ${unit} and l.state = 'available' and l.remaining > 0
            and (${since}::timestamptz is null or l.expires_at > ${since}) and (${until}::timestamptz is null or l.expires_at <= ${until}) group by 1, 2
        ), spans as (
          select d.expires_at, date_trunc(${by}, (d.expires_at - interval '1 second') at time zone 'Asia/Tokyo') as span
          from (select distinct expires_at from ending) d
        )
        select to_char(s.span, 'YYYY-MM-DD') as from, sum(e.amount)::bigint as amount,
          count(distinct coalesce(f.customer_id, e.profile_id))::integer as members, sum(e.lots)::integer as lots
        from ending e join spans s using (expires_at) left join customers.facts f on f.profile_id = e.profile_id
        group by s.span order by s.span limit 400`,
  )
  return found.map((row) => ({ ...row, yen: value(unit, row.amount) }))
}

export type OpenLot = {
  lot_id: string
  profile_id: string
  unit: string
  funding: string
  place_id: string | null
  state: string
  source_id: string
  granted_at: string
  expires_at: string
  original: number
  remaining: number
}
export type LotsWanted = {
  unit: string
  state?: 'available' | 'pending'
  funding?: string
  place_id?: string
  /** Days on which they may be used for the last time, both within. */
  from?: string
  to?: string
}

/** The lots behind those figures, by their end. */
export function openLots(db: Db, want: LotsWanted, after: readonly [at: string, id: string] | null, limit: number) {
  const { unit, state = null, funding = null, place_id = null, from, to } = want
  const [since, until] = span(from, to)
  return rows<OpenLot>(
    db,
    sql`select lot_id, profile_id, unit, funding, place_id, state, source_id, granted_at, expires_at, original, remaining from loyalty.lot
        where unit = ${unit} and remaining > 0 and (${state}::text is null or state = ${state}) and (${funding}::text is null or funding = ${funding})
          and (${place_id}::uuid is null or place_id = ${place_id}) and (${since}::timestamptz is null or expires_at > ${since})
          and (${until}::timestamptz is null or expires_at <= ${until})
          and (${after?.[0] ?? null}::timestamptz is null or (expires_at, lot_id) > (${after?.[0] ?? null}, ${after?.[1] ?? null}::uuid))
        order by expires_at, lot_id limit ${limit}`,
  )
}

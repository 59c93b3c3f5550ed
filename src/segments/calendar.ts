/** Conditions that the calendar decides: how long ago, how old, whose month it is. */
import { type Sql, sql } from '#core/database'
import type { Column } from '#segments/column'
import type { Ranged } from '#segments/rule'

/** So many whole days or years have gone by since `then`; the moments at which that becomes or ceases to be true. */
export function aged(
  then: Sql,
  { at_least, at_most }: Ranged,
  unit: 'days' | 'years',
  at: string,
): { truth: Sql; next: Sql } {
  const after = (count: number) =>
    unit === 'days'
      ? sql`(${then} + make_interval(days => ${Math.floor(count)}::integer))`
      : sql`((${then} at time zone 'Asia/Tokyo' + make_interval(years => ${Math.floor(count)}::integer)) at time zone 'Asia/Tokyo')`
  const begins = at_least === undefined ? then : after(Math.ceil(at_least))
  // At most three means: until the fourth begins.
  const ends = at_most === undefined ? sql`'infinity'::timestamptz` : after(Math.floor(at_most) + 1)
  const now = sql`${at}::timestamptz`
  return {
    truth: sql`coalesce(${begins} <= ${now} and ${now} < ${ends}, false)`,
    next: sql`case when ${begins} > ${now} then ${begins} when ${ends} > ${now} then nullif(${ends}, 'infinity') end`,
  }
}

/** Her birthday is in the month so many months ahead, by the calendar of Japan. */
export function birthday(month: Sql, months_ahead: number, at: string): Column {
  const first = sql`date_trunc('month', ${at}::timestamptz at time zone 'Asia/Tokyo')`
  // How many months from now until it is her turn: 0 is now.
  const until = sql`((${month} - extract(month from ${first})::integer - ${months_ahead}::integer + 24) % 12)`
  return {
    truth: sql`coalesce(${until} = 0, false)`,
    value: sql`to_jsonb(${month})`,
    next: sql`case when ${month} is not null then (${first} + make_interval(months => greatest(${until}, 1))) at time zone 'Asia/Tokyo' end`,
  }
}

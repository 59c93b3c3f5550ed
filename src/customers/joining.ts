import { type Db, rows, sql } from '#core/database'
import { addDays, instant } from '#core/time'

export type JoinedBy = { route: string; place_id: string | null; poster_id: string | null }
export type SignUps = JoinedBy & { joined: number; joined_year_before: number; change_percent: number | null }

const zone = 'Asia/Tokyo'

/**
 * Members who joined between two dates (both included, Japan's days), by route, and by place and poster when asked, beside
 * the same dates of the year before; `change_percent` is rounded, null where nobody joined then.
 */
export async function signUps(
  db: Db,
  span: { from: string; to: string },
  by: { place: boolean; poster: boolean },
): Promise<{ items: SignUps[]; total: Pick<SignUps, 'joined' | 'joined_year_before' | 'change_percent'> }> {
  const [from, until] = bounds(span)
  const [from_before, until_before] = bounds({ from: yearBefore(span.from), to: yearBefore(span.to) })
  const found = await rows<JoinedBy & { joined: number; joined_year_before: number }>(
    db,
    sql`select j.route, case when ${by.place} then j.place_id end as place_id, case when ${by.poster} then j.poster_id end as poster_id,
               (count(*) filter (where j.joined_at >= ${from} and j.joined_at < ${until}))::integer as joined,
               (count(*) filter (where j.joined_at >= ${from_before} and j.joined_at < ${until_before}))::integer as joined_year_before
        from customers.joining j
        where (j.joined_at >= ${from} and j.joined_at < ${until}) or (j.joined_at >= ${from_before} and j.joined_at < ${until_before})
        group by 1, 2, 3 order by 4 desc, 1, 2, 3`,
  )
  const sum = (field: 'joined' | 'joined_year_before') => found.reduce((total, row) => total + row[field], 0)
  return {
    items: found.map((row) => ({ ...row, change_percent: change(row.joined, row.joined_year_before) })),
    total: {
      joined: sum('joined'),
      joined_year_before: sum('joined_year_before'),
      change_percent: change(sum('joined'), sum('joined_year_before')),
    },
  }
}

function bounds({ from, to }: { from: string; to: string }): [string, string] {
  return [instant(from, '00:00', zone).toISOString(), instant(addDays(to, 1), '00:00', zone).toISOString()]
}

// 29 February is compared with 28 February.
function yearBefore(date: string): string {
  const same = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`
  return same.endsWith('-02-29') ? `${same.slice(0, 4)}-02-28` : same
}

function change(now: number, before: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 100)
}

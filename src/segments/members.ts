/** Who is in a segment, since when and why. Every person shown goes on record. */
import { auditAll } from '#access/access'
import type { Actor } from '#core/actor'
import { csvLine } from '#core/csv'
import { type Pool, rows, sql, type Tx, transaction } from '#core/database'
import { noOne } from '#core/id'
import type { SegmentView } from '#segments/shapes'

export type Member = { customer_id: string; since: string; why: (number | boolean | string | null)[] }

/** The next members after one, in the order of their ids. */
export async function members(
  tx: Tx,
  actor: Actor,
  segment_id: string,
  after: string,
  limit: number,
): Promise<Member[]> {
  const found = await rows<Member>(
    tx,
    sql`select m.profile_id as customer_id, m.since, m.why from segments.standing m join segments.segment s
          on s.segment_id = m.segment_id and s.live_version = m.version
        where m.segment_id = ${segment_id} and m.member and m.profile_id > ${after} order by m.profile_id limit ${limit}`,
  )
  await auditAll(
    tx,
    actor,
    'segments.member_listed',
    found.map(({ customer_id }) => customer_id),
    { segment_id },
  )
  return found
}

const lines_together = 1_000

/** All members as CSV that no spreadsheet runs: ids, since when, and what each condition saw. */
export async function* memberLines(
  db: Pool,
  actor: Actor,
  { segment_id, conditions }: SegmentView,
): AsyncGenerator<string> {
  yield csvLine(['customer_id', 'since', ...conditions.map(({ ja }) => ja)])
  let after: string = noOne
  for (;;) {
    const page = await transaction(db, actor, (tx) => members(tx, actor, segment_id, after, lines_together))
    for (const { customer_id, since, why } of page) yield csvLine([customer_id, since, ...why])
    const last = page.at(-1)
    if (!last || page.length < lines_together) return
    after = last.customer_id
  }
}

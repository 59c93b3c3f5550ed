/** Tags as conditions: borne by now, for how long, how strongly; what tells of health is nobody's condition. */
import { join, raw, rows, type Sql, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import type { Source } from '#segments/column'
import { conditionsOf, type Rule } from '#segments/rule'
import { reachOf } from '#tags/tags'

/** Where tags stand: each condition reads since when its tag is borne, and when it will have faded below what is asked. */
export function tagged(): Source {
  const columns: Sql[] = []
  const tag_ids = new Set<string>()
  const column = (value: Sql, tag_id: string): Sql => {
    columns.push(sql`max(${value}) filter (where m.tag_id = ${tag_id}::uuid)`)
    return raw(`g.c${columns.length - 1}`)
  }
  return {
    name: 'g',
    add(leaf, at) {
      if (leaf.is !== 'tag') throw new Error(leaf.is)
      const { tag_id, at_least, held_days = 0 } = leaf
      tag_ids.add(tag_id)
      const now = sql`${at}::timestamptz`
      const since = column(sql`m.since`, tag_id)
      const until = column(at_least === undefined ? sql`m.until_at` : fadesTo(at_least), tag_id)
      const from = sql`(${since} + make_interval(days => ${held_days}::integer))`
      return {
        truth: sql`coalesce(${from} <= ${now} and ${now} < ${until}, false)`,
        value: sql`to_jsonb(case when ${now} < ${until} then ${since} end)`,
        next: sql`case when ${now} < ${until} then case when ${from} > ${now} then ${from} else ${until} end end`,
      }
    },
    joined: (people) => sql`left join (select m.profile_id, ${join(
      columns.map((one, at) => sql`${one} as ${raw(`c${at}`)}`),
      ', ',
    )} from (select distinct p.customer_id from (${people}) p) h join tags.membership m on m.profile_id = h.customer_id
      where m.tag_id = any (${[...tag_ids]}::uuid[]) group by 1) g on g.profile_id = u.customer_id`,
  }
}

// Never later than the tag itself.
function fadesTo(strength: number): Sql {
  return sql`least(m.until_at, m.reached_at + make_interval(secs => m.half_life_days * 86400 * ln(m.reach / ${reachOf(strength)}::double precision) / ln(2::double precision)))`
}

/** Refuse (422) a rule that asks for a tag there is none of, or that is hers alone. */
export async function needTags(tx: Tx, rule: Rule): Promise<void> {
  const wanted = conditionsOf(rule).flatMap((one) => (one.is === 'tag' ? [one.tag_id] : []))
  if (!wanted.length) return
  const known = await rows<{ tag_id: string }>(
    tx,
    sql`select tag_id from tags.tag where tag_id = any (${wanted}::uuid[]) and state = 'live' and not coalesce((rule->>'sensitive')::boolean, false)`,
  )
  if (wanted.some((tag_id) => !known.some((one) => one.tag_id === tag_id)))
    refuse('segments.unknown_tag', 422, '条件に使えるタグではありません。', 'There is no such tag to ask for.', {
      field: 'tag_id',
    })
}

import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`

export const checks: Check[] = [
  {
    name: 'tags: nobody bears a tag she had us forget',
    sql: `select m.profile_id, m.tag_id from tags.standing m join customers.profile h on h.profile_id = m.profile_id
      join customers.profile p on p.customer_id = h.customer_id join tags.forgotten f on f.profile_id = p.profile_id
      where f.kind = 'tag' and f.fact = m.tag_id`,
    corrupt: `with one as (select min(profile_id::text)::uuid as profile_id from customers.profile where customer_id = profile_id),
      wish as (insert into tags.forgotten (profile_id, kind, fact, forgotten_at) select profile_id, 'tag', ${stranger}, '2020-01-01Z' from one)
      insert into tags.standing (profile_id, tag_id, version, since, reach, reached_at, half_life_days, until_at, evidence)
        select profile_id, ${stranger}, 1, '2020-01-01Z', 1, '2020-01-01Z', 1, '2030-01-01Z', '[]' from one`,
  },
]

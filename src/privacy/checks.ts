import type { Check } from '#core/check'

export const checks: Check[] = [
  {
    name: 'privacy: who was forgotten stays forgotten',
    sql: `select e.profile_id from privacy.erasure e join customers.profile p using (profile_id)
      where p.wrapped_key is not null or p.sealed is not null or p.birth_year is not null or p.city is not null
        or exists (select from access.session s where s.profile_id = e.profile_id)
        or exists (select from customers.identifier i where i.profile_id = e.profile_id)
        or exists (select from customers.address a where a.profile_id = e.profile_id)`,
    corrupt: `insert into privacy.erasure (profile_id, erasure_id, erased_at, reason, actor_kind)
      select profile_id, profile_id, '2020-01-01Z', 'verify', 'system' from customers.profile where wrapped_key is not null limit 1`,
  },
]

import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`

export const checks: Check[] = [
  {
    name: 'consent: what stands is the last decision',
    sql: `select coalesce(c.profile_id, d.profile_id) as profile_id, coalesce(c.purpose, d.purpose) as purpose, coalesce(c.channel, d.channel) as channel
      from consent.current c full join (
        select profile_id, purpose, channel, max(decided_at) as decided_at from consent.decision group by profile_id, purpose, channel) d
        on d.profile_id = c.profile_id and d.purpose = c.purpose and d.channel = c.channel
      where c.profile_id is null or d.profile_id is null or c.decided_at <> d.decided_at
        or not exists (select from consent.decision e where e.profile_id = c.profile_id and e.decided_at = c.decided_at and e.purpose = c.purpose
          and e.channel = c.channel and e.granted = c.granted and e.wording_version = c.wording_version)`,
    corrupt: `insert into consent.current (profile_id, purpose, channel, granted, decided_at, wording_version)
      values (${stranger}, 'news', 'email', true, '2020-01-01Z', 1)`,
  },
  {
    name: 'consent: a decision names words that were there',
    sql: `select d.profile_id, d.decision_id from consent.decision d
      where not exists (select from consent.wording w where w.purpose = d.purpose and w.version = d.wording_version)`,
    corrupt: `insert into consent.decision (profile_id, decided_at, decision_id, purpose, channel, granted, wording_version, source, actor_kind)
      values (${stranger}, '2020-01-01Z', ${stranger}, 'unheard', 'of', true, 1, 'verify', 'system')`,
  },
]

import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`

export const checks: Check[] = [
  {
    name: 'segments: people stand only in definitions that count or are being built',
    sql: `select m.profile_id, m.segment_id, m.version from segments.standing m
      left join segments.definition d on d.segment_id = m.segment_id and d.version = m.version left join segments.segment s on s.segment_id = m.segment_id
      where coalesce(d.state, 'retired') = 'retired' or s.state = 'ended' or (d.state = 'live' and s.live_version <> m.version)`,
    corrupt: `insert into segments.standing (profile_id, segment_id, version, member, since, why)
      values (${stranger}, ${stranger}, 1, true, '2020-01-01Z', '[]')`,
  },
  {
    name: 'segments: the timeline told of each member that she came in, and of nothing since',
    sql: `select m.profile_id, m.segment_id from segments.standing m
      join segments.segment s on s.segment_id = m.segment_id and s.live_version = m.version
      where m.member and s.state = 'live' and m.since >= activity.kept_from() and not exists (
        select from activity.timeline e where e.profile_id = m.profile_id and e.subject_id = m.segment_id and e.type = 'segment.entered'
          and e.occurred_at >= m.since and not exists (select from activity.timeline l where l.profile_id = m.profile_id
            and l.subject_id = m.segment_id and l.type = 'segment.left' and l.occurred_at > e.occurred_at))`,
    corrupt: `with mine as (
        insert into segments.segment (segment_id, name, live_version, created_at, changed_at, changed_by)
        values (${stranger}, 'verify', 1, '2020-01-01Z', '2020-01-01Z', 'verify') returning segment_id),
      rule as (
        insert into segments.definition (segment_id, version, state, who, rule, conditions, made_at, made_by)
        select segment_id, 1, 'live', 'members', '{}', '[]', '2020-01-01Z', 'verify' from mine returning segment_id)
      insert into segments.standing (profile_id, segment_id, version, member, since, why)
        select segment_id, segment_id, 1, true, '2030-01-01Z', '[]' from rule`,
  },
]

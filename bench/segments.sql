-- What a skilled hand writes for "came to a shop at least twice in 30 days": who is in, and a fact of the timeline for each. $1 the
-- segment, $2 the moment. The measure for what the compiler of rules makes.
with met as (
  insert into bench.membership (profile_id, segment_id, since)
  select p.customer_id, $1::uuid, $2::timestamptz
  from activity.event e join customers.profile p on p.profile_id = e.profile_id
  where e.type = 'Store Visited' and e.occurred_at > $2::timestamptz - interval '30 days' and e.occurred_at <= $2::timestamptz
    and p.erased_at is null
  group by p.customer_id having count(*) >= 2
  returning profile_id
)
insert into activity.event (profile_id, occurred_at, event_id, type, source, subject_kind, subject_id, payload, received_at)
select profile_id, $2::timestamptz, core.uuid7($2::timestamptz), 'segment.entered', 'bench', 'segment', $1::uuid,
  jsonb_build_object('segment_id', $1::uuid), $2::timestamptz
from met

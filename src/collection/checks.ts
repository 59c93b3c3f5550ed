import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`

export const checks: Check[] = [
  {
    name: 'collection: a browser’s history stands where its merge put it',
    sql: `select c.profile_id, c.merge_id from collection.claim c where c.merge_id is not null and not exists (
      select from customers.merge m where m.merge_id = c.merge_id and m.profile_id = c.profile_id)`,
    corrupt: `insert into collection.claim (profile_id, claimed_by, claimed_at, merge_id) values (${stranger}, ${stranger}, '2020-01-01Z', ${stranger})`,
  },
  {
    name: 'collection: a trait belongs to a person who was not erased',
    sql: `select t.profile_id, t.name from collection.trait t
      where not exists (select from customers.profile p where p.profile_id = t.profile_id and p.erased_at is null)`,
    corrupt: `insert into collection.trait (profile_id, name, occurred_at, event_id) values (${stranger}, 'verify', '2020-01-01Z', ${stranger})`,
  },
  {
    name: 'collection: every event a source told was marked as come',
    sql: `select e.profile_id, e.event_id from activity.event e where e.source like 'collection:%' and e.received_at > (
        select coalesce(min(seen_at), 'infinity') from collection.message)
      and not exists (select from collection.message m where m.event_id = e.event_id)`,
    corrupt: `insert into collection.message (event_id, seen_at, lasting) values ('00000000-0000-4000-8000-00000000beef', '2020-01-01Z', true);
      insert into activity.event (profile_id, occurred_at, event_id, type, source, received_at)
        values (${stranger}, '2020-01-02Z', ${stranger}, 'Store Visited', 'collection:verify', '2020-01-02Z')`,
  },
]

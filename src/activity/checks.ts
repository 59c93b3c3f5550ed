import { catalogue } from '#activity/catalogue'
import { attempts_max } from '#activity/pending'
import type { Check } from '#core/check'

const types = Object.keys(catalogue)
  .map((type) => `('${type}')`)
  .join(', ')
const stranger = `'00000000-0000-4000-8000-00000000dead'`
const event = `insert into activity.event (profile_id, occurred_at, event_id, type, source, received_at) values`

export const checks: Check[] = [
  {
    name: 'activity: no work has failed for good',
    sql: `select profile_id, event_id, reaction, attempts, last_error from activity.pending where attempts >= ${attempts_max}`,
    corrupt: `insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at, attempts)
      values (${stranger}, ${stranger}, 'never', '2020-01-01Z', '2020-01-01Z', ${attempts_max})`,
  },
  {
    name: 'activity: all work belongs to an event',
    sql: `select p.profile_id, p.event_id, p.reaction from activity.pending p
      where not exists (select from activity.event e where e.profile_id = p.profile_id and e.occurred_at = p.occurred_at and e.event_id = p.event_id)`,
    corrupt: `insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at)
      values (${stranger}, ${stranger}, 'orphan', '2020-01-01Z', '2020-01-01Z')`,
  },
  {
    name: 'activity: each event is written once',
    sql: `select profile_id, event_id, count(*) as times from activity.event group by profile_id, event_id having count(*) > 1`,
    corrupt: `${event} (${stranger}, '2020-01-01Z', ${stranger}, 'Store Visited', 'verify', '2020-01-01Z'),
      (${stranger}, '2020-01-02Z', ${stranger}, 'Store Visited', 'verify', '2020-01-02Z')`,
  },
  {
    // What sources outside tell may have any name: of those the collection room has a plan.
    name: 'activity: every event is in the catalogue',
    sql: `select e.type, count(*) as events from activity.event e
      where e.source not like 'collection:%' and not exists (select from (values ${types}) known(type) where known.type = e.type) group by e.type`,
    corrupt: `${event} (${stranger}, '2020-01-01Z', ${stranger}, 'nobody.knows', 'verify', '2020-01-01Z')`,
  },
]

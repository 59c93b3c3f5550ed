import type { Check } from '#core/check'

/** What must always be true of places; each statement returns the rows that break it. */
export const checks: Check[] = [
  {
    name: 'stores: a shop knows where it is, or says nothing',
    sql: 'select place_id as id from stores.place where (latitude is null) <> (longitude is null)',
    corrupt: `update stores.place set latitude = 35, longitude = null where place_id = (select place_id from stores.place limit 1)`,
  },
  {
    name: 'stores: the timeline tells of every task opened, and of every one resolved',
    sql: `select t.task_id as id, t.state from stores.task t where t.opened_at >= activity.kept_from() and (select count(*) from activity.event e
        where e.subject_id = t.task_id and e.type = any ('{task.opened,task.resolved}')) <> case t.state when 'open' then 1 else 2 end`,
    corrupt: `insert into stores.task (task_id, kind, role, subject_kind, subject_id, opened_at)
      values (gen_random_uuid(), 'verify', 'manager', 'verify', gen_random_uuid(), '2020-01-01Z')`,
  },
]

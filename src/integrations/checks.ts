import type { Check } from '#core/check'

const stranger = `'00000000-0000-4000-8000-00000000dead'`

export const checks: Check[] = [
  {
    name: 'integrations: every row that was read is accounted for',
    sql: `select import_id as id, rows_read, rows_written, rows_repeated, rows_refused, resume_after from integrations.import
      where rows_read <> rows_written + rows_repeated + rows_refused or rows_read <> resume_after`,
    corrupt: `insert into integrations.import (import_id, resource, source, file_name, file_sha256, map_sha256, state, rows_read, started_at)
      values (gen_random_uuid(), 'verify', 'verify', 'verify', '', '', 'done', 1, '2020-01-01Z')`,
  },
  {
    name: 'integrations: every delivery belongs to a webhook',
    sql: `select d.webhook_id, d.delivery_id from integrations.delivery d
      where not exists (select from integrations.webhook w where w.webhook_id = d.webhook_id)`,
    corrupt: `insert into integrations.delivery (webhook_id, delivery_id, event_id, profile_id, type, event_at, due_at, created_at)
      values (${stranger}, ${stranger}, ${stranger}, ${stranger}, 'ping', '2020-01-01Z', '2020-01-01Z', '2020-01-01Z')`,
  },
  {
    name: 'integrations: every attempt to deliver is written down',
    sql: `select d.webhook_id, d.delivery_id, d.attempts, count(a.number) as written from integrations.delivery d
      left join integrations.attempt a using (webhook_id, delivery_id)
      group by d.webhook_id, d.delivery_id, d.attempts having count(a.number) <> d.attempts`,
    corrupt: `insert into integrations.delivery (webhook_id, delivery_id, event_id, profile_id, type, attempts, event_at, due_at, created_at)
      values (${stranger}, ${stranger}, ${stranger}, ${stranger}, 'ping', 1, '2020-01-01Z', '2020-01-01Z', '2020-01-01Z')`,
  },
]

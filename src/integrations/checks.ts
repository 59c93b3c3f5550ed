import type { Check } from '#core/check'

export const checks: Check[] = [
  {
    name: 'integrations: every row that was read is accounted for',
    sql: `select import_id as id, rows_read, rows_written, rows_repeated, rows_refused, resume_after from integrations.import
      where rows_read <> rows_written + rows_repeated + rows_refused or rows_read <> resume_after`,
    corrupt: `insert into integrations.import (import_id, resource, source, file_name, file_sha256, map_sha256, state, rows_read, started_at)
      values (gen_random_uuid(), 'verify', 'verify', 'verify', '', '', 'done', 1, '2020-01-01Z')`,
  },
]

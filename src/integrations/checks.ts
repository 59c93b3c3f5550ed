import type { Check } from '#core/check'

export const checks: Check[] = [
  {
    name: 'integrations: every row that was read is accounted for',
    sql: `select import_id as id, rows_read, rows_written, rows_repeated, rows_refused, resume_after from integrations.import
      where rows_read <> rows_written + rows_repeated + rows_refused or rows_read <> resume_after`,
    corrupt: `update integrations.import set rows_written = rows_written + 1 where import_id = (select import_id from integrations.import limit 1)`,
  },
]

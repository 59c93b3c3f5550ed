/** What of a room may be taken out as rows: named columns in a fixed order, read page by page after a cursor. */
import type { Db } from '#core/database'
import type { Message } from '#core/problem'

export type Kind = 'uuid' | 'text' | 'integer' | 'boolean' | 'time' | 'date' | 'json'
export type Row = Record<string, unknown>
export type Outgoing = {
  resource: string
  title: Message
  columns: Readonly<Record<string, Kind>>
  /** The columns rows are ordered by: their values are the cursor. */
  key: readonly string[]
  /** Where reading begins: values before every row's. */
  first: readonly string[]
  /** Contact data, which is unsealed for it: needs the right to read customers, and every person in it is audited. */
  people?: true
  page(db: Db, after: readonly string[], limit: number): Promise<Row[]>
}

/** Smaller than any id, and than any time. */
export const no_id = '00000000-0000-0000-0000-000000000000'
export const no_time = '-infinity'

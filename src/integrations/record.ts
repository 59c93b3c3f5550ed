/** The record of an import: one row per resource, source, file and map. It moves on in the transaction of each batch. */

import { type Db, one, only, rows, run, sql, type Tx } from '#core/database'
import { hashId } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import type { Plan } from '#integrations/map'

export type Counts = { rows_read: number; rows_written: number; rows_repeated: number; rows_refused: number }
export type Import = Counts & {
  import_id: string
  resource: string
  source: string
  file_name: string
  state: 'running' | 'done' | 'failed'
  resume_after: number
  started_at: string
  finished_at: string | null
}

const columns = sql`import_id, resource, source, file_name, state, rows_read, rows_written, rows_repeated, rows_refused, resume_after, started_at, finished_at`

/** The id an import has: the same file with the same map is the same import. */
export function importId(plan: Plan, file_sha256: Buffer): string {
  return hashId('import', plan.resource, plan.source, file_sha256.toString('hex'), plan.sha256.toString('hex'))
}

/** Open the record, new or as an earlier run left it. */
export async function begin(db: Db, plan: Plan, file: { name: string; sha256: Buffer }): Promise<Import> {
  const import_id = importId(plan, file.sha256)
  await run(
    db,
    sql`insert into integrations.import (import_id, resource, source, file_name, file_sha256, map_sha256, state, started_at)
        values (${import_id}, ${plan.resource}, ${plan.source}, ${file.name}, ${file.sha256}, ${plan.sha256}, 'running', ${clock.iso()})
        on conflict do nothing`,
  )
  return only<Import>(db, sql`select ${columns} from integrations.import where import_id = ${import_id}`)
}

/** Move on from one position to the next with what the batch brought; refuses when another process moved it meanwhile. */
export async function advance(tx: Tx, import_id: string, from: number, to: number, counts: Counts): Promise<void> {
  const moved = await run(
    tx,
    sql`update integrations.import set state = 'running', resume_after = ${to}, rows_read = rows_read + ${counts.rows_read},
          rows_written = rows_written + ${counts.rows_written}, rows_repeated = rows_repeated + ${counts.rows_repeated},
          rows_refused = rows_refused + ${counts.rows_refused}
        where import_id = ${import_id} and resume_after = ${from}`,
  )
  if (moved === 0) {
    refuse(
      'integrations.busy',
      409,
      'このファイルは別の画面または端末で取り込み中です。',
      'Another process is importing this file.',
      { import_id },
    )
  }
}

/** A finished import found rows it can take now (products came since): the record follows. */
export async function correct(tx: Tx, import_id: string, written: number): Promise<void> {
  await run(
    tx,
    sql`update integrations.import set rows_written = rows_written + ${written}, rows_refused = rows_refused - ${written} where import_id = ${import_id}`,
  )
}

export async function finish(db: Db, import_id: string, state: 'done' | 'failed'): Promise<void> {
  await run(
    db,
    sql`update integrations.import set state = ${state}, finished_at = ${clock.iso()} where import_id = ${import_id} and state <> 'done'`,
  )
}

/** Imports, newest first; `before` is the started_at and id of the last one seen. */
export function list(db: Db, before: { at: string; id: string } | undefined, limit: number): Promise<Import[]> {
  return rows<Import>(
    db,
    sql`select ${columns} from integrations.import
        where ${before?.at ?? null}::timestamptz is null or (started_at, import_id) < (${before?.at ?? null}, ${before?.id ?? null})
        order by started_at desc, import_id desc limit ${limit}`,
  )
}

export function find(db: Db, import_id: string): Promise<Import | undefined> {
  return one<Import>(db, sql`select ${columns} from integrations.import where import_id = ${import_id}`)
}

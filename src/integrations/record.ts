/** The record of an import: one row per resource, source, file and map. It moves on in the transaction of each batch. */

import { type Db, one, only, rows, run, sql, type Tx } from '#core/database'
import { hashId } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import type { Refusal } from '#integrations/error-file'
import { explain } from '#integrations/faults'
import type { Resource } from '#integrations/fields'
import type { Policy } from '#integrations/job-context'
import type { Plan } from '#integrations/map'

export type Counts = { rows_read: number; rows_written: number; rows_repeated: number; rows_refused: number }
export type Import = Counts & {
  import_id: string
  resource: string
  source: string
  file_name: string
  state: 'running' | 'done' | 'failed' | 'undoing' | 'undone' | 'partly_undone'
  turn: number
  resume_after: number
  started_at: string
  finished_at: string | null
  undone_at: string | null
  /** Rows in the file, once they were counted. */
  rows_total: number | null
  on_conflict: Policy | null
  upload_id: string | null
  /** What a worker has still to do, and since when one is at it. */
  due: 'import' | 'undoing' | null
  taken_at: string | null
  /** Why it stopped: the refusal that ended it. */
  problem: { code: string; ja: string; en: string } | null
}

export const columns = sql`import_id, resource, source, file_name, state, rows_read, rows_written, rows_repeated, rows_refused, resume_after, turn,
  started_at, finished_at, undone_at, rows_total, on_conflict, upload_id, due, taken_at, problem`

/** The id an import has: the same file with the same map is the same import, until it is taken back and brought in anew. */
export function importId(plan: Plan, file_sha256: Buffer, turn: number): string {
  const names = ['import', plan.resource, plan.source, file_sha256.toString('hex'), plan.sha256.toString('hex')]
  return turn === 0 ? hashId(...names) : hashId(...names, turn)
}

/** Open the record, new or as an earlier run left it. */
export async function begin(tx: Tx, plan: Plan, file: { name: string; sha256: Buffer }): Promise<Import> {
  const there = await one<Import>(
    tx,
    sql`select ${columns} from integrations.import where resource = ${plan.resource} and source = ${plan.source} and file_sha256 = ${file.sha256}
          and map_sha256 = ${plan.sha256} and state not in ('undoing', 'undone', 'partly_undone') order by turn desc limit 1`,
  )
  if (there) return there
  const turn = await turnOf(tx, plan)
  const import_id = importId(plan, file.sha256, turn)
  await run(
    tx,
    sql`insert into integrations.import (import_id, resource, source, file_name, file_sha256, map_sha256, turn, state, started_at)
        values (${import_id}, ${plan.resource}, ${plan.source}, ${file.name}, ${file.sha256}, ${plan.sha256}, ${turn}, 'running', ${clock.iso()})
        on conflict do nothing`,
  )
  return only<Import>(tx, sql`select ${columns} from integrations.import where import_id = ${import_id}`)
}

/** How many imports of this kind and source were taken back so far. */
export async function turnOf(db: Db, { resource, source }: Plan): Promise<number> {
  const found = await only<{ turn: number }>(
    db,
    sql`select count(*)::integer as turn from integrations.import
        where resource = ${resource} and source = ${source} and state in ('undoing', 'undone', 'partly_undone')`,
  )
  return found.turn
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

/** How many rows there are to read. */
export async function noteTotal(db: Db, import_id: string, rows_total: number): Promise<void> {
  await run(db, sql`update integrations.import set rows_total = ${rows_total} where import_id = ${import_id}`)
}

/** Imports of these resources, newest first; `before` is the started_at and id of the last one seen. */
export function list(
  db: Db,
  which: readonly Resource[],
  before: { at: string; id: string } | undefined,
  limit: number,
): Promise<Import[]> {
  return rows<Import>(
    db,
    sql`select ${columns} from integrations.import
        where resource = any (${[...which]}::text[])
          and (${before?.at ?? null}::timestamptz is null or (started_at, import_id) < (${before?.at ?? null}, ${before?.id ?? null}))
        order by started_at desc, import_id desc limit ${limit}`,
  )
}

export function find(db: Db, import_id: string): Promise<Import | undefined> {
  return one<Import>(db, sql`select ${columns} from integrations.import where import_id = ${import_id}`)
}

/** Write down why rows were refused; told again, the same row stands once. */
export async function refuseRows(db: Db, import_id: string, list: readonly Refusal[]): Promise<void> {
  if (list.length === 0) return
  const told = list.map(({ row, fault }) => ({ row, field: fault.field, ...explain(fault) }))
  await run(
    db,
    sql`insert into integrations.import_refusal (import_id, row, field, reason_ja, reason_en)
        select ${import_id}, r.row, r.field, r.ja, r.en from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(row integer, field text, ja text, en text)
        on conflict (import_id, row, field) do update set reason_ja = excluded.reason_ja, reason_en = excluded.reason_en`,
  )
}

/** The refused rows of an import after a row and field, in their order. */
export function refusals(db: Db, import_id: string, after: { row: number; field: string }, limit: number) {
  return rows<{ row: number; field: string; reason_ja: string; reason_en: string }>(
    db,
    sql`select row, field, reason_ja, reason_en from integrations.import_refusal
        where import_id = ${import_id} and (row, field) > (${after.row}, ${after.field}) order by row, field limit ${limit}`,
  )
}

/** How often each reason was given, the commonest first. */
export function reasonsOf(db: Db, import_id: string) {
  return rows<{ field: string; reason_ja: string; reason_en: string; rows: number }>(
    db,
    sql`select field, reason_ja, reason_en, count(*)::integer as rows from integrations.import_refusal
        where import_id = ${import_id} group by 1, 2, 3 order by 4 desc, 1 limit 100`,
  )
}

/** What an import brought and nobody has taken back, by kind. */
export async function broughtBy(db: Db, import_id: string): Promise<Record<string, number>> {
  const found = await rows<{ kind: string; count: number }>(
    db,
    sql`select kind, count(*)::integer as count from (
          select kind from integrations.import_person where import_id = ${import_id} and undone_at is null
          union all
          select kind from integrations.import_thing where import_id = ${import_id} and undone_at is null) b
        group by kind order by kind`,
  )
  return Object.fromEntries(found.map(({ kind, count }) => [kind, count]))
}

export async function forgetRefusals(db: Db, import_id: string): Promise<void> {
  await run(db, sql`delete from integrations.import_refusal where import_id = ${import_id}`)
}

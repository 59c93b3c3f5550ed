/** Runs an import batch by batch. Position and counts move on in the transaction of each batch, so a killed run goes on where it stood. */

import type { Actor } from '#core/actor'
import { type Db, isOutage, type Pool, type Tx, transaction } from '#core/database'
import { Problem } from '#core/problem'
import type { ErrorFile, Refusal } from '#integrations/error-file'
import { advance, type Counts, correct, finish, forgetRefusals, type Import } from '#integrations/record'

/** Some rows as units (products, people, orders) and what was refused while reading them. */
export type Batch<Unit> = { units: Unit[]; refused: Refusal[]; rows: number }
export type Looked<Ready> = { fresh: Ready[]; repeated: number; refused: Refusal[] }
export type Written = { written: number; repeated: number; refused: Refusal[] }
export type Job<Unit, Ready> = {
  /** Rows in the file, for the progress bar. */
  rows: number
  /** The same batches in the same order each time: positions count rows in this order. */
  batches(): AsyncGenerator<Batch<Unit>>
  /** What must stand before the first batch (places, partitions); repeats do nothing. */
  prepare?(db: Pool): Promise<void>
  /** Which units are new, known, or cannot be taken as the database stands; writes nothing. Repeated counts rows. */
  look(db: Db, units: readonly Unit[]): Promise<Looked<Ready>>
  /** Write new units whole; counts rows. Called again when the transaction lost a race. */
  write(tx: Tx, fresh: readonly Ready[]): Promise<Written>
  /** Whether a finished import may find rows it can take now, because what they name has come since. */
  retries: boolean
}
export type Told = {
  errors: ErrorFile
  /** Where refusals are kept beside the record; nowhere on a dry run. */
  keep(list: readonly Refusal[]): Promise<void>
  refused(list: readonly Refusal[]): void
  progress(rows: number): void
  /** Ends the run between two batches; whoever comes next goes on there. */
  signal?: AbortSignal | undefined
}

/** Import what is not imported yet; returns what this run did and what stands in all. */
export async function runJob<Unit, Ready>(
  db: Pool,
  actor: Actor,
  job: Job<Unit, Ready>,
  record: Import,
  told: Told,
): Promise<Counts> {
  const done = record.state === 'done'
  // A finished import is looked through again only where that can bring something; nothing is written twice either way.
  const from = done && job.retries ? 0 : record.resume_after
  const counts: Counts = done ? { rows_read: 0, rows_written: 0, rows_repeated: 0, rows_refused: 0 } : counted(record)
  let stored = record.resume_after
  let position = 0
  try {
    // A finished import that is looked through again tells anew what is refused now.
    if (from === 0) await forgetRefusals(db, record.import_id)
    await job.prepare?.(db)
    for await (const batch of job.batches()) {
      told.signal?.throwIfAborted()
      position += batch.rows
      let looked = await transaction(db, actor, (tx) => job.look(tx, batch.units))
      let refused = [...batch.refused, ...looked.refused]
      if (position <= from) {
        // Committed before: its refusals are told again, so that the error file is always whole.
        await tell(told, refused, position)
        if (done)
          add(counts, {
            rows_read: batch.rows,
            rows_written: 0,
            rows_repeated: batch.rows - rowsIn(refused),
            rows_refused: rowsIn(refused),
          })
        continue
      }
      let tries = 0
      const result =
        done && looked.fresh.length === 0
          ? { written: 0, repeated: 0, refused: [] }
          : await transaction(db, actor, async (tx) => {
              // Tried again, because another import was quicker: what is new is another question now.
              if (tries++ > 0) {
                looked = await job.look(tx, batch.units)
                refused = [...batch.refused, ...looked.refused]
              }
              const outcome = await job.write(tx, looked.fresh)
              const step = stepOf(batch, looked, refused, outcome)
              if (done) await correct(tx, record.import_id, outcome.written)
              else await advance(tx, record.import_id, stored, Math.max(position, stored), step)
              return outcome
            })
      if (!done) stored = Math.max(position, stored)
      add(counts, stepOf(batch, looked, refused, result))
      await tell(told, [...refused, ...result.refused], position)
    }
    if (!done) await finish(db, record.import_id, 'done')
  } catch (error) {
    // The state tells people that it stopped; the next run goes on from the position all the same.
    if (!done && !elsewhere(error, told.signal)) await finish(db, record.import_id, 'failed').catch(() => {})
    throw error
  }
  return counts
}

/** Nothing is wrong with the import: it was told to stop, the database is away, or another process is at it. */
export function elsewhere(error: unknown, signal?: AbortSignal): boolean {
  return signal?.aborted || isOutage(error) || (error instanceof Problem && error.code === 'integrations.busy')
}

/** Read and look at everything, write nothing. */
export async function rehearse<Unit, Ready>(
  db: Pool,
  actor: Actor,
  job: Job<Unit, Ready>,
  told: Told,
): Promise<Counts> {
  const counts: Counts = { rows_read: 0, rows_written: 0, rows_repeated: 0, rows_refused: 0 }
  for await (const batch of job.batches()) {
    const looked = await transaction(db, actor, (tx) => job.look(tx, batch.units))
    const refused = [...batch.refused, ...looked.refused]
    add(counts, {
      rows_read: batch.rows,
      rows_written: batch.rows - rowsIn(refused) - looked.repeated,
      rows_repeated: looked.repeated,
      rows_refused: rowsIn(refused),
    })
    await tell(told, refused, counts.rows_read)
  }
  return counts
}

function counted({ rows_read, rows_written, rows_repeated, rows_refused }: Counts): Counts {
  return { rows_read, rows_written, rows_repeated, rows_refused }
}

function stepOf<Unit, Ready>(
  batch: Batch<Unit>,
  looked: Looked<Ready>,
  refused: readonly Refusal[],
  outcome: Written,
): Counts {
  return {
    rows_read: batch.rows,
    rows_written: outcome.written,
    rows_repeated: looked.repeated + outcome.repeated,
    rows_refused: rowsIn([...refused, ...outcome.refused]),
  }
}

function rowsIn(list: readonly Refusal[]): number {
  return new Set(list.map(({ row }) => row)).size
}

function add(counts: Counts, step: Counts): void {
  for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += step[key]
}

async function tell(told: Told, refused: readonly Refusal[], position: number): Promise<void> {
  told.errors.write(refused)
  await told.keep(refused)
  told.refused(refused)
  told.progress(position)
}

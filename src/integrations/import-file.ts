/** Brings one file in by its map: surveyed, mapped, looked at, written; or on a dry run all but written. */
import type { Actor } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import type { Message } from '#core/problem'
import { clock } from '#core/time'
import { cardJob } from '#integrations/card-list'
import { customerJob } from '#integrations/customers'
import { errorFile, type Refusal } from '#integrations/error-file'
import { explain } from '#integrations/faults'
import type { Resource } from '#integrations/fields'
import { onDisk, type Stored, survey } from '#integrations/file'
import { type Guess, guess } from '#integrations/guess'
import type { Context, Effects, Policy, Reader } from '#integrations/job-context'
import { type Plan, planOf, readMap } from '#integrations/map'
import { mapper, type Values } from '#integrations/mapped'
import { openingJob } from '#integrations/openings'
import { postalJob } from '#integrations/postal'
import { priceJob } from '#integrations/price-list'
import { productJob } from '#integrations/products'
import { purchaseJob } from '#integrations/purchases'
import { begin, type Counts, importId, noteTotal, refuseRows, turnOf } from '#integrations/record'
import { type Row, rowsOf } from '#integrations/rows'
import { type Job, rehearse, runJob } from '#integrations/run'
import { stockJob } from '#integrations/stock'

export type Request = {
  resource: Resource
  file: string | Stored
  /** A map's file; or its text, for who keeps none. */
  map: string | { text: string }
  /** Where refused rows are told; written anew each time, always whole. */
  errors?: string | undefined
  dry_run?: boolean | undefined
  on_conflict?: Policy | undefined
  onProgress?: ((rows: number, of: number) => void) | undefined
  signal?: AbortSignal | undefined
  /** Look at the first rows only; for a dry run. */
  rows_at_most?: number | undefined
}
export type Report = Counts & {
  import_id: string
  resource: Resource
  source: string
  file: string
  state: 'new' | 'resumed' | 'repeated' | 'dry_run'
  seconds: number
  rows_per_second: number
  /** What came into being in this run. */
  made: Effects
  /** Some refused rows; the error file has them all. */
  refused: { row: number; field: string; reason: Message }[]
  /** How often each reason was given. */
  reasons: { field: string; reason: Message; rows: number }[]
  /** The first rows as the map reads them, on a dry run. */
  first_rows?: { row: number; values: Values }[]
}

const shown_rows = 5
const shown_refusals = 20

/** Import one file by a map, or on a dry run read and check everything and write nothing. Refuses what is wrong with file or map. */
export async function importFile(db: Pool, actor: Actor, request: Request): Promise<Report> {
  const { resource, map } = request
  const plan = typeof map === 'string' ? readMap(map, resource) : planOf(map.text, resource)
  const { file: shape } = plan.section
  const stored = typeof request.file === 'string' ? onDisk(request.file) : request.file
  const source = await survey(stored, {
    ...(shape?.encoding && { encoding: shape.encoding }),
    ...(shape?.format && { format: shape.format }),
  })
  const layout = {
    header: shape?.header ?? (true as const),
    ...(shape?.delimiter && { delimiter: shape.delimiter }),
    skip_lines: shape?.skip_lines ?? 0,
  }
  const whole: Reader = (columns) => rowsOf(source, layout, columns)
  const { rows_at_most } = request
  const read: Reader = rows_at_most === undefined ? whole : (columns) => first(rows_at_most, whole(columns))
  const since = performance.now()
  const record = request.dry_run ? undefined : await transaction(db, actor, (tx) => begin(tx, plan, source))
  const turn = record?.turn ?? (await transaction(db, actor, (tx) => turnOf(tx, plan)))
  const import_id = record?.import_id ?? importId(plan, source.sha256, turn)
  const started_at = record?.started_at ?? clock.iso()
  const job = await jobOf({ plan, actor, read, import_id, turn, started_at, policy: request.on_conflict })
  const errors = errorFile(request.errors)
  const tally = newTally()
  const told = {
    errors,
    keep: record ? (list: readonly Refusal[]) => refuseRows(db, import_id, list) : async () => {},
    refused: tally.add,
    progress: (rows: number) => request.onProgress?.(rows, job.rows),
    signal: request.signal,
  }
  try {
    if (record) await noteTotal(db, import_id, job.rows)
    const counts = record ? await runJob(db, actor, job, record, told) : await rehearse(db, actor, job, told)
    const seconds = (performance.now() - since) / 1000
    const state = !record
      ? 'dry_run'
      : record.state === 'done'
        ? 'repeated'
        : record.resume_after > 0
          ? 'resumed'
          : 'new'
    return {
      import_id,
      resource,
      source: plan.source,
      file: source.name,
      state,
      ...counts,
      seconds: Math.round(seconds * 100) / 100,
      rows_per_second: Math.round(job.rows / seconds),
      made: job.effects,
      ...tally.result(),
      ...(record ? {} : { first_rows: await firstRows(plan, read) }),
    }
  } finally {
    errors.close()
  }
}

/** What a file seems to hold, and which column is which field; reads it, writes nothing. */
export async function guessFile(
  file: string | Stored,
  resource: Resource | readonly Resource[] | undefined,
  source: string,
): Promise<Guess> {
  return guess(await survey(typeof file === 'string' ? onDisk(file) : file), resource, source)
}

const jobs: { [Which in Resource]: (context: Context<Which>) => Promise<unknown> } = {
  products: productJob,
  prices: priceJob,
  stock: stockJob,
  customers: customerJob,
  cards: cardJob,
  points: openingJob,
  purchases: purchaseJob,
  receipts: purchaseJob,
  postal: postalJob,
}

// Each job makes its own units and gets only those back.
function jobOf(context: Context): Promise<Job<unknown, unknown> & { effects: Effects }> {
  const make = jobs[context.plan.resource] as (
    context: Context,
  ) => Promise<Job<unknown, unknown> & { effects: Effects }>
  return make(context)
}

function newTally() {
  const refused: Report['refused'] = []
  const reasons = new Map<string, Report['reasons'][number]>()
  return {
    add(list: readonly Refusal[]) {
      for (const { row, fault } of list) {
        const key = `${fault.field} ${fault.reason}`
        const known = reasons.get(key)
        if (known) known.rows += 1
        else reasons.set(key, { field: fault.field, reason: explain(fault), rows: 1 })
        if (refused.length < shown_refusals) refused.push({ row, field: fault.field, reason: explain(fault) })
      }
    },
    result: () => ({ refused, reasons: [...reasons.values()].sort((a, b) => b.rows - a.rows) }),
  }
}

async function* first(count: number, rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  let seen = 0
  for await (const row of rows) {
    yield row
    seen += 1
    if (seen >= count) return
  }
}

async function firstRows(plan: Plan, read: Reader): Promise<{ row: number; values: Values }[]> {
  const { columns, map } = mapper(plan)
  const first: { row: number; values: Values }[] = []
  for await (const row of read(columns)) {
    const { values, faults } = map(row)
    if (faults.length === 0) first.push({ row: row.row, values })
    if (first.length === shown_rows) break
  }
  return first
}

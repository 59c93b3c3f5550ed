/** Imports that were asked for and wait for a worker: one after the other, in the order they were asked for. */
import type { Actor } from '#core/actor'
import { one, only, type Pool, run, sql, type Tx, transaction } from '#core/database'
import { Problem, refuse } from '#core/problem'
import { clock } from '#core/time'
import type { Resource } from '#integrations/fields'
import { importFile } from '#integrations/import-file'
import { inName } from '#integrations/job-context'
import { planOf } from '#integrations/map'
import { needImportable } from '#integrations/may-import'
import { begin, columns, type Import } from '#integrations/record'
import { elsewhere } from '#integrations/run'
import { sweep } from '#integrations/undo'
import { contentOf, type Upload, uploadOf } from '#integrations/uploads'

type Due = Import & { map: string; actor: Actor }

/**
 * Ask for an import of a file by the plan that was made for it. The same file with the same plan is the same import: one that
 * failed goes on where it stood, one that is done looks for rows it can take now. Refuses (409) a file without a plan.
 */
export async function ask(db: Pool, tx: Tx, actor: Actor, upload_id: string): Promise<Import> {
  const upload = await uploadOf(tx, actor, upload_id)
  const { sha256 } = contentOf(db, upload)
  const { resource, map } = upload
  if (!resource || !map)
    return refuse(
      'integrations.no_plan',
      409,
      '列の対応を確認してから取り込んでください。',
      'Say first how the file is to be read (PUT …/plan).',
      { field: 'upload_id' },
    )
  needImportable(actor, resource)
  const { import_id } = await begin(tx, planOf(map, resource), { name: upload.file_name, sha256 })
  return only<Import>(
    tx,
    sql`update integrations.import set due = 'import', upload_id = ${upload_id}, map = ${map}, on_conflict = ${upload.on_conflict},
          actor = ${JSON.stringify(inName(actor))}::jsonb, asked_at = coalesce(case when due = 'import' then asked_at end, ${clock.iso()}),
          taken_at = case when due = 'import' then taken_at end, problem = null
        where import_id = ${import_id} returning ${columns}`,
  )
}

/** Do the oldest piece of work that is due; false when there is none. Told to stop, or without its database, it leaves it due. */
export async function workOnce(db: Pool, signal: AbortSignal, report: (error: unknown) => void): Promise<boolean> {
  const due = await take(db)
  if (!due) return false
  const { import_id, actor } = due
  try {
    if (due.due === 'undoing') await sweep(db, actor, import_id, signal)
    else await bring(db, due, signal)
  } catch (error) {
    if (elsewhere(error, signal)) return false
    const problem = said(error)
    if (problem.code === bug.code) report(error)
    await transaction(db, actor, (tx) => giveUp(tx, import_id, problem))
  }
  return true
}

async function take(db: Pool): Promise<Due | undefined> {
  return one<Due>(
    db,
    sql`update integrations.import set taken_at = ${clock.iso()}
        where import_id = (select import_id from integrations.import where due is not null order by asked_at, import_id limit 1) and due is not null
        returning ${columns}, map, actor`,
  )
}

async function bring(db: Pool, { import_id, resource, upload_id, map, on_conflict, actor }: Due, signal: AbortSignal) {
  const upload: Upload = await transaction(db, actor, (tx) => uploadOf(tx, actor, upload_id as string))
  await importFile(db, actor, {
    resource: resource as Resource,
    file: contentOf(db, upload, signal),
    map: { text: map },
    on_conflict: on_conflict ?? undefined,
    signal,
  })
  await run(db, sql`update integrations.import set due = null, taken_at = null where import_id = ${import_id}`)
}

async function giveUp(tx: Tx, import_id: string, problem: Import['problem']): Promise<void> {
  await run(
    tx,
    sql`update integrations.import set due = null, taken_at = null, problem = ${JSON.stringify(problem)}::jsonb,
          state = case state when 'running' then 'failed' else state end, finished_at = coalesce(finished_at, ${clock.iso()})
        where import_id = ${import_id}`,
  )
}

const bug = {
  code: 'core.bug',
  ja: '思わぬ不具合が起きました。取り込んだところまでは残っています。もう一度取り込むと続きから始まります。',
  en: 'Something went wrong on our side. What was brought in is kept; asked again, the import goes on from there.',
}

function said(error: unknown): NonNullable<Import['problem']> {
  return error instanceof Problem ? { code: error.code, ...error.text } : bug
}

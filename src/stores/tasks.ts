import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, one, rows, sql, type Tx } from '#core/database'
import { hashId, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { sealAnswer, unsealAnswer } from '#core/secret'
import { clock } from '#core/time'

/** Work for one person: what it is (`kind`), about what, for which role, at which place (none: head office). */
export type TaskInput = {
  kind: string
  role: 'clerk' | 'agent' | 'merchandiser' | 'manager' | 'admin'
  place_id: string | null
  subject_kind: string
  subject_id: string
  /** Ids, figures and words only: nothing personal. */
  detail?: Record<string, unknown>
  due_at?: string | null
}
export type Task = Required<TaskInput> & {
  task_id: string
  state: 'open' | 'resolved'
  staff_id: string | null
  opened_at: string
  resolved_at: string | null
  resolved_by: string | null
  outcome: string | null
  reason: string | null
  version: number
}
type Row = Omit<Task, 'reason'> & { sealed_reason: Buffer | null }

const columns = sql`task_id, kind, role, place_id, subject_kind, subject_id, detail, state, staff_id, opened_at, due_at, resolved_at, resolved_by,
  outcome, sealed_reason, version`

/** Put a task before a person; the same kind about the same subject is one task, however often it is found. Returns its id. */
export async function openTask(tx: Tx, actor: Actor, task: TaskInput): Promise<string> {
  const task_id = hashId('task', task.kind, task.subject_id)
  const made = await one(
    tx,
    sql`insert into stores.task (task_id, kind, role, place_id, subject_kind, subject_id, detail, opened_at, due_at)
        values (${task_id}, ${task.kind}, ${task.role}, ${task.place_id}, ${task.subject_kind}, ${task.subject_id}, ${JSON.stringify(task.detail ?? {})}::jsonb,
          ${clock.iso()}, ${task.due_at ?? null}) on conflict (task_id) do nothing returning task_id`,
  )
  if (made) await tell(tx, actor, 'task.opened', { task_id, version: 1, ...task })
  return task_id
}

/** One task; refuses 404 `stores.no_task`. */
export async function task(db: Db, task_id: string): Promise<Task> {
  const row = await one<Row>(db, sql`select ${columns} from stores.task where task_id = ${task_id}`)
  return row
    ? shown(row)
    : refuse('stores.no_task', 404, 'この作業は見つかりません。', 'There is no such task.', { field: 'task_id' })
}

/** Tasks, oldest first, of these places (none: every one, with head office's). */
export async function tasks(
  db: Db,
  want: {
    place_ids?: string[]
    kind?: string
    subject_id?: string
    state: string
    after?: [string, string]
    limit: number
  },
): Promise<Task[]> {
  const { place_ids = null, kind = null, subject_id = null, state, after = [null, null], limit } = want
  const found = await rows<Row>(
    db,
    sql`select ${columns} from stores.task where state = ${state} and (${place_ids}::uuid[] is null or place_id = any (${place_ids}::uuid[]))
          and (${kind}::text is null or kind = ${kind}) and (${subject_id}::uuid is null or subject_id = ${subject_id})
          and (${after[0]}::timestamptz is null or (opened_at, task_id) > (${after[0]}::timestamptz, ${after[1]}::uuid))
        order by opened_at, task_id limit ${limit}`,
  )
  return found.map(shown)
}

/** Give an open task to a person, or to nobody. */
export async function assign(tx: Tx, actor: Actor, task_id: string, staff_id: string | null): Promise<Task> {
  const row = await one<Row>(
    tx,
    sql`update stores.task set staff_id = ${staff_id}, version = version + 1 where task_id = ${task_id} and state = 'open' returning ${columns}`,
  )
  if (!row) return closed(tx, task_id)
  await tell(tx, actor, 'task.assigned', row)
  return shown(row)
}

/** Close a task, saying how it ended (a word) and why (her own words). A repeat by anyone is refused: somebody was first. */
export async function resolve(tx: Tx, actor: Actor, task_id: string, outcome: string, reason: string): Promise<Task> {
  const row = await one<Row>(
    tx,
    sql`update stores.task set state = 'resolved', resolved_at = ${clock.iso()}, resolved_by = ${`${actor.kind}:${actor.id}`}, outcome = ${outcome},
          sealed_reason = ${sealAnswer(reason)}, version = version + 1
        where task_id = ${task_id} and state = 'open' returning ${columns}`,
  )
  if (!row) return closed(tx, task_id)
  await tell(tx, actor, 'task.resolved', row)
  return shown(row)
}

async function closed(tx: Tx, task_id: string): Promise<never> {
  const { outcome } = await task(tx, task_id)
  return refuse('stores.task_closed', 409, 'この作業は完了しています。', 'This task is closed already.', {
    field: 'task_id',
    outcome,
  })
}

function shown({ sealed_reason, ...row }: Row): Task {
  return { ...row, reason: sealed_reason && unsealAnswer(sealed_reason) }
}

type Told = TaskInput & { task_id: string; version: number; outcome?: string | null }
function tell(tx: Tx, actor: Actor, type: string, of: Told): Promise<string> {
  return emit(tx, {
    type,
    profile_id: noOne,
    source: 'stores',
    message_id: `${type}:${of.task_id}:${of.version}`,
    place_id: of.place_id,
    subject_kind: 'task',
    subject_id: of.task_id,
    version: of.version,
    actor,
    payload: {
      kind: of.kind,
      about: of.subject_kind,
      about_id: of.subject_id,
      ...(of.outcome ? { outcome: of.outcome } : {}),
    },
  })
}

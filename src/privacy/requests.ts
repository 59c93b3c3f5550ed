/** What people ask of the privacy desk other than by themselves: received with a day to answer by, done or refused, each once. */
import { audit } from '#access/access'
import { decide, purposes } from '#consent/consent'
import type { Actor } from '#core/actor'
import { type Db, join, one, rows, run, type Sql, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { settingAt } from '#core/settings'
import { addDays, businessDate, clock, instant } from '#core/time'
import { customerOf } from '#customers/customers'
import { type Copy, copy } from '#privacy/copy'
import { erase } from '#privacy/privacy'
import { responseDays } from '#privacy/settings'

export const kinds = ['see', 'export', 'correct', 'stop', 'erase'] as const
export const vias = ['phone', 'letter', 'counter', 'mail'] as const
/** Why the house does not do what was asked, as the law allows. */
export const becauses = [
  'identity_unproven',
  'withdrawn',
  'not_held',
  'rights_of_others',
  'undue_burden',
  'against_law',
  'no_ground',
] as const

export type Request = {
  request_id: string
  profile_id: string
  kind: (typeof kinds)[number]
  via: (typeof vias)[number]
  purposes: string[]
  received_on: string
  due_on: string
  state: 'open' | 'done' | 'refused'
  because: (typeof becauses)[number] | null
  received_at: string
  received_by: string | null
  closed_at: string | null
  closed_by: string | null
}
export type Received = Pick<Request, 'profile_id' | 'kind' | 'via'> & Partial<Pick<Request, 'received_on' | 'purposes'>>

const columns = sql`request_id, profile_id, kind, via, purposes, received_on::text, due_on::text, state, because, received_at,
  received_by, closed_at, closed_by`

/** Write down what was asked; the day to answer by follows from the days in force when it came. Refuses 422 a day to come or a use nobody can stop. */
export async function receive(tx: Tx, actor: Actor, asked: Received): Promise<Request> {
  const now = clock.now()
  const today = businessDate(now)
  const { profile_id, kind, via, received_on = today, purposes: stopped = [] } = asked
  await customerOf(tx, profile_id)
  if (received_on > today)
    refuse('privacy.received_later', 422, '受け付けた日は今日までの日付です。', 'It was received today or before.', {
      field: 'received_on',
    })
  if (kind === 'stop') await optional(tx, stopped)
  const days = await settingAt(tx, responseDays, instant(received_on, '23:59').toISOString())
  const request_id = id()
  await run(
    tx,
    sql`insert into privacy.request (profile_id, request_id, kind, via, purposes, received_on, due_on, received_at, received_by_kind, received_by)
        values (${profile_id}, ${request_id}, ${kind}, ${via}, ${kind === 'stop' ? stopped : []}, ${received_on},
          ${addDays(received_on, days[kind])}, ${now.toISOString()}, ${actor.kind}, ${actor.id})`,
  )
  await audit(tx, actor, 'privacy.requested', profile_id, { request_id, kind })
  return find(tx, request_id)
}

/** One request; refuses 404 an unknown one. */
export async function find(db: Db, request_id: string): Promise<Request> {
  return (
    (await one<Request>(db, sql`select ${columns} from privacy.request where request_id = ${request_id}`)) ??
    refuse('privacy.no_request', 404, 'この請求は見つかりません。', 'There is no such request.')
  )
}

export type Page = {
  state?: Request['state']
  kind?: Request['kind']
  profile_id?: string
  after?: [due_on: string, request_id: string]
  limit: number
}

/** Requests in the order in which they fall due. */
export function requests(db: Db, { state, kind, profile_id, after, limit }: Page): Promise<Request[]> {
  const wanted: Sql[] = [sql`true`]
  if (state) wanted.push(sql`state = ${state}`)
  if (kind) wanted.push(sql`kind = ${kind}`)
  if (profile_id) wanted.push(sql`profile_id = any (customers.profiles_of(${profile_id}))`)
  if (after) wanted.push(sql`(due_on, request_id) > (${after[0]}::date, ${after[1]}::uuid)`)
  return rows<Request>(
    db,
    sql`select ${columns} from privacy.request where ${join(wanted, ' and ')} order by due_on, request_id limit ${limit}`,
  )
}

/** Her copy, for a request to see or to take along that is open. Refuses 409 any other. */
export async function copyFor(tx: Tx, actor: Actor, request_id: string): Promise<Copy> {
  const { profile_id, kind, state } = await find(tx, request_id)
  if (state !== 'open' || (kind !== 'see' && kind !== 'export'))
    refuse(
      'privacy.not_to_see',
      409,
      'この請求では、お客さまの情報の写しを作れません。',
      'A copy is made for an open request to see or to take along.',
    )
  await audit(tx, actor, 'privacy.copied', profile_id, { request_id })
  return copy(tx, profile_id)
}

/**
 * Do what was asked. To stop and to erase are done here, in the same transaction; to see, to export and to correct have been
 * done by the desk before. Refuses 409 a closed one, 422 to erase when her id is not said again.
 */
export async function complete(
  tx: Tx,
  actor: Actor,
  request_id: string,
  confirm: string | undefined,
): Promise<Request> {
  const { profile_id, kind, purposes: stopped } = await find(tx, request_id)
  await close(tx, actor, request_id, 'done', null)
  if (kind === 'erase') {
    needConfirmed(profile_id, confirm)
    await erase(tx, actor, profile_id, `request ${request_id}`)
  } else if (kind === 'stop') {
    const granted = false
    const no = (await optional(tx, stopped)).map((purpose) => ({ purpose, channel: 'all', granted }))
    await decide(tx, actor, profile_id, no, 'privacy_desk')
  }
  await audit(tx, actor, 'privacy.completed', profile_id, { request_id, kind })
  return find(tx, request_id)
}

/** Say why it is not done. Refuses 409 a closed one. */
export async function decline(
  tx: Tx,
  actor: Actor,
  request_id: string,
  because: (typeof becauses)[number],
): Promise<Request> {
  const { profile_id, kind } = await find(tx, request_id)
  await close(tx, actor, request_id, 'refused', because)
  await audit(tx, actor, 'privacy.refused', profile_id, { request_id, kind, because })
  return find(tx, request_id)
}

/** Refuses 422 unless her id was said a second time: what is erased does not come back. */
export function needConfirmed(profile_id: string, confirm: string | undefined): void {
  if (confirm !== profile_id)
    refuse(
      'privacy.unconfirmed',
      422,
      '消去すると元に戻せません。同じお客さまのIDを confirm にも入れてください。',
      'Erasing cannot be undone: give the same id in `confirm`.',
      { field: 'confirm' },
    )
}

async function close(
  tx: Tx,
  actor: Actor,
  request_id: string,
  state: 'done' | 'refused',
  because: string | null,
): Promise<void> {
  const closed = await run(
    tx,
    sql`update privacy.request set state = ${state}, because = ${because}, closed_at = ${clock.iso()}, closed_by_kind = ${actor.kind},
          closed_by = ${actor.id} where request_id = ${request_id} and state = 'open'`,
  )
  if (closed === 0) refuse('privacy.closed', 409, 'この請求は対応済みです。', 'This request has been answered already.')
}

// The uses that may be stopped among those named; all of them when none is.
async function optional(tx: Tx, named: readonly string[]): Promise<string[]> {
  const may = (await purposes(tx, clock.iso())).filter((one) => !one.required && one.wording).map((one) => one.purpose)
  for (const [at, purpose] of named.entries())
    if (!may.includes(purpose))
      refuse(
        'privacy.not_stoppable',
        422,
        'この利用目的は止められません。',
        'This use is not one that can be stopped.',
        {
          field: `purposes.${at}`,
        },
      )
  return named.length ? [...named] : may
}

import { checkCode, closeSession, closeSessionsOf, issueCode, openSession, type Session } from '#access/access'
import { emit } from '#activity/activity'
import { mailer } from '#channels/email/email'
import { type Actor, system } from '#core/actor'
import { only, type Pool, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { blind } from '#core/secret'
import { find, verify } from './identifiers.ts'
import { merge } from './merges.ts'
import * as normal from './normalise.ts'
import { visitor } from './register.ts'

export type Visit = { session: Session; profile_id: string }

/** Start an anonymous visit with its own profile. */
export async function startVisit(tx: Tx, locale: string): Promise<Visit> {
  const profile_id = await visitor(tx, { locale })
  return { session: await openSession(tx, { kind: 'visitor', profile_id }), profile_id }
}

/** Mail a sign-in code to an address, whether or not it is registered: the answer must not tell. */
export async function sendCode(pool: Pool, address: string): Promise<void> {
  const to = read(address)
  const code = await transaction(pool, system, (tx) => issueCode(tx, subjectOf(to)))
  // After the commit: no network call inside a transaction, and a lost mail is only asked for again.
  await mailer(pool).send({
    to,
    subject: `サインインコード ${code} / Your sign-in code`,
    text: `サインインコードは ${code} です（10分間有効）。\nお心当たりがない場合は、このメールを破棄してください。\n\nYour sign-in code is ${code}, valid for 10 minutes.\nIf you did not ask for it, ignore this mail.\n`,
  })
}

/** Sign a member in by the code she was mailed. Refuses 401 a wrong or old code; 404 an address (now proven hers) not yet registered. */
export async function signInByCode(pool: Pool, address: string, code: string, before: Actor): Promise<Visit> {
  const email = read(address)
  // On its own, so that a refusal does not undo the count of attempts.
  const right = await transaction(pool, system, (tx) => checkCode(tx, subjectOf(email), code))
  if (!right)
    refuse(
      'customers.wrong_code',
      401,
      'コードが違うか、有効期限が切れています。',
      'The code is wrong or has expired.',
      { field: 'code' },
    )
  return transaction(pool, system, async (tx) => {
    const profile_id = await find(tx, 'email', email)
    if (!profile_id)
      return refuse(
        'customers.not_registered',
        404,
        'このメールアドレスの会員登録はまだありません。',
        'This address is not registered yet.',
        { field: 'email' },
      )
    // Whoever registered this address without proving it loses her sessions to the one who did.
    if (await verify(tx, 'email', email)) await closeSessionsOf(tx, { profile_id })
    return signIn(tx, profile_id, before)
  })
}

/** Open a member's session; a visitor's profile she had until now becomes one of hers, and her cart follows by `customer.signed_in`. */
export async function signIn(tx: Tx, profile_id: string, before: Actor): Promise<Visit> {
  const session = await openSession(tx, { kind: 'member', profile_id })
  const came_as = before.kind === 'visitor' ? before.profile_id : undefined
  const visitor_profile_id = came_as && (await isUnclaimed(tx, came_as)) ? came_as : undefined
  if (before.session_id && before.kind !== 'staff') await closeSession(tx, before.session_id)
  if (visitor_profile_id)
    await merge(
      tx,
      { kind: 'member', id: profile_id },
      { keep: profile_id, join: visitor_profile_id, reason: 'signed_in', automatic: true },
    )
  await emit(tx, {
    type: 'customer.signed_in',
    profile_id,
    source: 'customers',
    message_id: session.session_id,
    channel: 'web',
    actor: { kind: 'member', id: profile_id },
    payload: visitor_profile_id ? { visitor_profile_id } : {},
  })
  return { session, profile_id }
}

// On a shared device a visitor's profile may be somebody's already: then it stays hers.
async function isUnclaimed(tx: Tx, profile_id: string): Promise<boolean> {
  const { unclaimed } = await only<{ unclaimed: boolean }>(
    tx,
    sql`select not exists (
          select from customers.profile p where p.customer_id = customers.customer_of(${profile_id}) and p.kind <> 'visitor') as unclaimed`,
  )
  return unclaimed
}

function read(address: string): string {
  return (
    normal.email(address) ??
    refuse('customers.unreadable', 400, 'メールアドレスの形が正しくありません。', 'This is not an e-mail address.', {
      field: 'email',
    })
  )
}

function subjectOf(email: string): Buffer {
  return blind('sign-in email', email)
}

import {
  checkCode,
  closeSession,
  closeSessionsOf,
  issueCode,
  openSession,
  type Session,
  type SignInMethod,
  type Way,
} from '#access/access'
import { emit } from '#activity/activity'
import { mailer } from '#channels/email/email'
import { texter } from '#channels/sms/sms'
import { type Actor, system } from '#core/actor'
import { type Db, only, type Pool, sql, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { blind } from '#core/secret'
import { setting } from '#core/settings'
import { codeMail, codeText } from './code-words.ts'
import { find, holderOfPhone, identify, verify } from './identifiers.ts'
import { merge } from './merges.ts'
import * as normal from './normalise.ts'
import { visitor } from './register.ts'
import { smsPrefixes, waysIn } from './settings.ts'

export type Visit = { session: Session; profile_id: string }
/** Where a code goes, in its one form. */
export type Address = { kind: 'email' | 'phone'; value: string }

/** Start an anonymous visit with its own profile. */
export async function startVisit(tx: Tx, locale: string, way: Way = {}): Promise<Visit> {
  const profile_id = await visitor(tx, { locale })
  return { session: await openSession(tx, { ...way, method: 'visit', kind: 'visitor', profile_id }), profile_id }
}

/** The one address given, in its one form; refuses (400) none, both, an unreadable one, and a phone of a country we send no SMS to. */
export async function readAddress(db: Db, given: { email?: string; phone?: string }): Promise<Address> {
  const { email, phone } = given
  if ((email === undefined) === (phone === undefined))
    refuse(
      'customers.one_address',
      400,
      'メールアドレスか電話番号のどちらか一つを入力してください。',
      'Give either an e-mail address or a phone number.',
      { field: email === undefined ? 'email' : 'phone' },
    )
  if (email !== undefined) {
    const value = normal.email(email)
    return value ? { kind: 'email', value } : unreadable('email')
  }
  const value = normal.phone(phone as string)
  if (!value) return unreadable('phone')
  // A number abroad may cost a hundred times as much: fraud lives on that.
  const prefixes = await setting(db, smsPrefixes)
  return prefixes.some((prefix) => value.startsWith(prefix)) ? { kind: 'phone', value } : unreadable('phone')
}

/** Send a sign-in code to an address, good in the browser that holds the key (if any), whether or not it is registered: neither the answer nor the time it takes must tell. */
export async function sendCode(pool: Pool, to: Address, key?: string): Promise<void> {
  const code = await transaction(pool, system, (tx) => issueCode(tx, subjectOf(to), key))
  // After the commit: no network call inside a transaction, and a lost message is only asked for again.
  const sent =
    to.kind === 'email'
      ? mailer(pool).send({ to: to.value, ...codeMail(code) })
      : texter(pool).send({ to: to.value, text: codeText(code) })
  // A carrier's complaint may name the address: it goes into no log and no answer.
  await sent.catch(() =>
    refuse(
      'customers.code_not_sent',
      503,
      'コードを送れませんでした。少し待ってからお試しください。',
      'The code could not be sent; please try again shortly.',
      { retry_after_seconds: 30 },
    ),
  )
}

/** Sign a member in by the code she was sent. Refuses 401 a wrong or old code; 404 an address (now proven hers) not yet registered; 409 a family's number. */
export async function signInByCode(
  pool: Pool,
  to: Address,
  { code, key }: { code: string; key?: string | undefined },
  before: Actor,
  way: Way,
): Promise<Visit> {
  // On its own, so that a refusal does not undo the count of attempts.
  const right = await transaction(pool, system, (tx) => checkCode(tx, subjectOf(to), code, key))
  if (!right)
    refuse(
      'customers.wrong_code',
      401,
      'コードが違うか、有効期限が切れています。送信を依頼した画面で入力してください。',
      'The code is wrong or has expired; enter it on the device that asked for it.',
      { field: 'code' },
    )
  return transaction(pool, system, async (tx) => {
    const profile_id = to.kind === 'email' ? await find(tx, 'email', to.value) : await byPhone(tx, to.value)
    if (!profile_id)
      return refuse(
        'customers.not_registered',
        404,
        to.kind === 'email'
          ? 'このメールアドレスの会員登録はまだありません。'
          : 'この電話番号の会員登録はまだありません。',
        'This address is not registered yet.',
        { field: to.kind },
      )
    // Whoever registered this address without proving it loses her sessions to the one who did.
    if (await verify(tx, to.kind, to.value)) await closeSessionsOf(tx, { profile_id })
    const method: SignInMethod = to.kind === 'email' ? 'email' : 'sms'
    return signIn(tx, profile_id, before, { ...way, method })
  })
}

async function byPhone(tx: Tx, phone: string): Promise<string | undefined> {
  const holder = await holderOfPhone(tx, phone)
  if (holder === 'shared')
    return refuse(
      'customers.phone_shared',
      409,
      'この電話番号は複数の会員に登録されています。メールアドレスでサインインしてください。',
      'Several members gave this number; please sign in by e-mail.',
      { field: 'phone' },
    )
  // Claimed unproven, then marked as proven like an address.
  if (holder) await identify(tx, holder, 'phone', phone)
  return holder
}

/** Open a member's session under a new token; a visitor's profile she had until now becomes one of hers, and her cart follows by `customer.signed_in`. */
export async function signIn(
  tx: Tx,
  profile_id: string,
  before: Actor,
  way: Way & { seconds?: number } = {},
): Promise<Visit> {
  await needWayIn(tx, way.method)
  const session = await openSession(tx, { ...way, kind: 'member', profile_id })
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
    payload: { ...(visitor_profile_id && { visitor_profile_id }), ...(way.method && { method: way.method }) },
  })
  return { session, profile_id }
}

// A retailer may leave some ways out (customers.ways_in): with passkeys alone every sign-in has two factors.
async function needWayIn(tx: Tx, method: SignInMethod | undefined): Promise<void> {
  const open: readonly string[] = await setting(tx, waysIn)
  if (method === undefined || !(waysIn.usual as string[]).includes(method) || open.includes(method)) return
  refuse(
    'customers.way_in_closed',
    403,
    'この方法ではサインインできません。ほかの方法をお試しください。',
    'One cannot sign in this way here; please use another.',
    { ways_in: open },
  )
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

function unreadable(field: 'email' | 'phone'): never {
  return field === 'email'
    ? refuse('customers.unreadable', 400, 'メールアドレスの形が正しくありません。', 'This is not an e-mail address.', {
        field,
      })
    : refuse(
        'customers.unreadable',
        400,
        '電話番号の形が正しくありません。',
        'This is not a phone number we can send an SMS to.',
        { field },
      )
}

function subjectOf({ kind, value }: Address): Buffer {
  return blind(`sign-in ${kind}`, value)
}

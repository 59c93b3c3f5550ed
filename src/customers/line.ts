import { issueTicket, type Site, useTicket, type Way } from '#access/access'
import { emit } from '#activity/activity'
import { lineLogin } from '#channels/line/line'
import { type LineLogin, type LinePerson, LineRefused } from '#channels/line/login'
import { type Actor, system } from '#core/actor'
import { type Pool, type Tx, transaction } from '#core/database'
import { randomToken, sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { change } from './change.ts'
import { find } from './identifiers.ts'
import { open } from './person.ts'
import { lineWays } from './settings.ts'
import { signIn, type Visit } from './sign-in.ts'

const way_seconds = 600
/** The page of the face LINE sends people back to. */
const back_path = '/line'

type Begun = { nonce: string; code_verifier: string; browser: string; profile_id: string | null }
type Proof = LinePerson & { browser: string }
export type Back =
  | { outcome: 'signed_in'; visit: Visit; person: LinePerson }
  | { outcome: 'linked'; profile_id: string; person: LinePerson }
  | { outcome: 'not_linked'; person: LinePerson; browser_key: string }

/** Begin a LINE Login: where to go, and the key of this browser, without which what comes back is worth nothing. */
export async function begin(
  db: Pool,
  actor: Actor,
  site: Site,
): Promise<{ authorization_url: string; browser_key: string }> {
  const [state, nonce, code_verifier, browser_key] = [32, 24, 48, 32].map(randomToken) as [
    string,
    string,
    string,
    string,
  ]
  const profile_id = actor.kind === 'member' ? (actor.profile_id ?? null) : null
  await issueTicket(
    db,
    'line state',
    { nonce, code_verifier, browser: hash(browser_key), profile_id } satisfies Begun,
    way_seconds,
    state,
  )
  const asking = { state, nonce, code_verifier, redirect_uri: `${site.origin}${back_path}` }
  return { authorization_url: login(db).authorization(asking).href, browser_key }
}

/**
 * She is back from LINE. Known there: signed in. Begun while signed in: linked. Else LINE's word is kept for this browser
 * for ten minutes, until she has proven who she is here; her address at LINE proves nothing. Refuses 401 a state that is
 * stale, used or another browser's, and what LINE does not vouch for; 403 a way of signing in there that the setting
 * `customers.line_ways` leaves out; 503 when LINE does not answer.
 */
export async function back(
  db: Pool,
  actor: Actor,
  site: Site,
  came: { code: string; state: string; browser_key: string | undefined },
  way: Way,
): Promise<Back> {
  const begun = await useTicket<Begun>(db, 'line state', came.state)
  if (!begun || !came.browser_key || begun.browser !== hash(came.browser_key)) return refused()
  const person = await ask(login(db), came.code, begun, `${site.origin}${back_path}`)
  await needStrong(db, person)
  return transaction(db, system, async (tx): Promise<Back> => {
    const known = await find(tx, 'line', person.user_id)
    if (begun.profile_id && actor.profile_ids?.includes(begun.profile_id)) {
      await attach(tx, actor, begun.profile_id, person)
      return { outcome: 'linked', profile_id: begun.profile_id, person }
    }
    if (known)
      return { outcome: 'signed_in', visit: await signIn(tx, known, actor, { ...way, method: 'line' }), person }
    const browser_key = randomToken(32)
    await issueTicket(
      tx,
      'line proof',
      { ...person, browser: hash(browser_key) } satisfies Proof,
      way_seconds,
      browser_key,
    )
    return { outcome: 'not_linked', person, browser_key }
  })
}

/** Link the LINE account proven in this browser a moment ago to the member signed in now. Refuses 410 without such a proof, 409 another's. */
export async function link(tx: Tx, actor: Actor, browser_key: string | undefined): Promise<void> {
  const proof = browser_key ? await useTicket<Proof>(tx, 'line proof', browser_key) : undefined
  if (!proof)
    return refuse(
      'customers.line_proof',
      410,
      'LINEの確認から時間がたちました。もう一度LINEで続けてください。',
      'Please go through LINE again.',
      { field: 'browser_key' },
    )
  await attach(tx, actor, actor.profile_id ?? '', proof)
}

/** Take the LINE account off again; a second call changes nothing. Refuses 409 when it is her only way in. */
export async function unlink(tx: Tx, actor: Actor, other_ways: number): Promise<void> {
  for (const profile_id of actor.profile_ids ?? []) {
    const { line_user_id } = await open(tx, profile_id)
    if (!line_user_id) continue
    if (!other_ways)
      refuse(
        'customers.last_way_in',
        409,
        '先にメールアドレスかパスキーを登録してください。LINEを外すとサインインできなくなります。',
        'Add an e-mail address or a passkey first: without LINE you could not sign in any more.',
      )
    await change(tx, actor, profile_id, { line_user_id: null })
    await told(tx, actor, profile_id, 'customer.way_in_removed')
  }
}

async function attach(tx: Tx, actor: Actor, profile_id: string, person: LinePerson): Promise<void> {
  const before = await open(tx, profile_id)
  if (before.line_user_id === person.user_id) return
  await change(tx, actor, profile_id, { line_user_id: person.user_id })
  await told(tx, actor, profile_id, 'customer.way_in_added')
}

async function told(tx: Tx, actor: Actor, profile_id: string, type: string): Promise<void> {
  await emit(tx, { type, profile_id, source: 'customers', channel: 'line', actor, payload: { method: 'line' } })
}

function login(db: Pool): LineLogin {
  return (
    lineLogin(db) ??
    refuse('customers.no_line', 404, 'LINEでのサインインは使えません。', 'LINE Login is not set up here.')
  )
}

async function ask(line: LineLogin, code: string, begun: Begun, redirect_uri: string): Promise<LinePerson> {
  try {
    return await line.person(code, { nonce: begun.nonce, code_verifier: begun.code_verifier, redirect_uri })
  } catch (error) {
    if (error instanceof LineRefused) return refused()
    return refuse(
      'customers.line_down',
      503,
      'LINEにつながりませんでした。少し待ってからお試しください。',
      'LINE does not answer just now; please try again shortly.',
      { retry_after_seconds: 30 },
    )
  }
}

// LINE signs in by itself where it knows the phone. A retailer to whom that is too little names the ways she takes.
async function needStrong(db: Pool, { ways }: LinePerson): Promise<void> {
  const needed = await setting(db, lineWays)
  if (!needed.length || ways.some((way) => needed.includes(way))) return
  refuse(
    'customers.line_weak',
    403,
    'LINEアプリの自動ログインではなく、LINEのパスワードなどでログインし直してください。',
    'Please sign in to LINE itself again, not by its automatic sign-in.',
    { field: 'code' },
  )
}

function refused(): never {
  return refuse(
    'customers.line_refused',
    401,
    'LINEでのサインインを確認できませんでした。もう一度お試しください。',
    'The LINE sign-in could not be verified; please try again.',
    { field: 'state' },
  )
}

function hash(browser_key: string): string {
  return sha256(browser_key).toString('base64url')
}
